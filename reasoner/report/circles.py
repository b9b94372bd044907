"""A conflict that no bound and no rule alone makes: what is so only as long as it is not so, or lies at no time."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import GuardKind
from reasoner.language.rewrite import find
from reasoner.report.ir import Line, Ref
from reasoner.report.telling import Telling
from reasoner.report.weekdays import two_days
from reasoner.times.ir import Date


def is_circle(conflict: Conflict) -> bool:
    """Whether nothing is broken and no times clash: it goes round in a circle, or a day in it cannot be."""
    return conflict.worked_out and bool(conflict.members) and not conflict.instances and not conflict.chains


def circle_topic(conflict: Conflict, telling: Telling) -> str:
    """In a few words."""
    if _never(conflict, telling):
        return "a date that never was"
    if two_days(conflict, telling):
        return "two days at once"
    back = tuple(_taken_back(conflict, telling))
    if not back:
        return "a circle"
    return "a statement that takes itself back" if len(conflict.members) == 1 else "statements that take each other back"


def circle_words(conflict: Conflict, telling: Telling) -> Line:
    """Who takes back whom, as far as statements do, and what comes of it."""
    if never := _never(conflict, telling):
        return (f"Why: {'; '.join(never)}.",)
    if days := two_days(conflict, telling):
        return ("Why: ", *days, ".")
    back = tuple(_taken_back(conflict, telling))
    if len(conflict.members) == 1 and back:
        return ("Why: if it is relied on, it takes itself back, and so it is not relied on.",)
    told: Line = ()
    for one, other in back:
        told = (*told, ", " if told else " ", Ref(one), " takes back ", Ref(other))
    what = "This goes round in a circle:" if not back else "So it goes round in a circle:"
    return ("Why:", *told, *((".",) if told else ()), f" {what} something here is so only as long as it is not so.")


def _never(conflict: Conflict, telling: Telling) -> tuple[str, ...]:
    """Why dates in what is told here are at no time; empty if none is."""
    members = [guard.of for guard in conflict.members]
    told = [said for said in telling.said.values() if said.id in members or set(said.chain) & set(members)]
    dates = (node for said in told for node in find(said.readings, Date))
    return tuple(dict.fromkeys(date.never for date in dates if date.never))


def _taken_back(conflict: Conflict, telling: Telling) -> Iterator[tuple[str, str]]:
    """Each member that takes back a member, with that."""
    said = [guard.of for guard in conflict.members if guard.kind is GuardKind.ACCEPT and guard.of in telling.said]
    return ((one, other) for one in said for other in telling.said[one].retracts if other in said)
