"""A conflict that no time and no rule alone makes: what is so only as long as it is not so."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import GuardKind
from reasoner.report.ir import Line, Ref
from reasoner.report.telling import Telling


def is_circle(conflict: Conflict) -> bool:
    """Whether nothing is broken and no times clash: then the conflict has no world because it goes round in a circle."""
    return conflict.worked_out and bool(conflict.members) and not conflict.instances and not conflict.chains


def circle_topic(conflict: Conflict, telling: Telling) -> str:
    """In a few words."""
    back = tuple(_taken_back(conflict, telling))
    if not back:
        return "a circle"
    return "a statement that takes itself back" if len(conflict.members) == 1 else "statements that take each other back"


def circle_words(conflict: Conflict, telling: Telling) -> Line:
    """Who takes back whom, as far as statements do, and what comes of it."""
    back = tuple(_taken_back(conflict, telling))
    if len(conflict.members) == 1 and back:
        return ("Why: if it is relied on, it takes itself back, and so it is not relied on.",)
    told: Line = ()
    for one, other in back:
        told = (*told, ", " if told else " ", Ref(one), " takes back ", Ref(other))
    what = "This goes round in a circle:" if not back else "So it goes round in a circle:"
    return ("Why:", *told, *((".",) if told else ()), f" {what} something here is so only as long as it is not so.")


def _taken_back(conflict: Conflict, telling: Telling) -> Iterator[tuple[str, str]]:
    """Each member that takes back a member, with that."""
    said = [guard.of for guard in conflict.members if guard.kind is GuardKind.ACCEPT and guard.of in telling.said]
    return ((one, other) for one in said for other in telling.said[one].retracts if other in said)
