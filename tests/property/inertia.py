"""When states end that an event initiates or terminates (the event calculus with inertia)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from property.formulas import ZERO, And, Formula, Or, Term, end, eq, le, lt, start
from property.program import GroundAtom


def inertia(model: frozenset[GroundAtom], points: Sequence[str], latest: int | None) -> Iterator[Formula]:
    """What the model says of the ends of states, over all times of the dossier (`points`)."""
    initiated = {atom[1] for atom in model if atom[0] == "initiated"}
    ended = sorted(atom[1:] for atom in model if atom[0] == "ends")
    for state in sorted(initiated):
        yield _ends(state, [(start(event), 0) for event, of in ended if of == state], points, latest)
    for event, state in ended:
        if state not in initiated:
            yield _ends_by((start(event), 0), state)


def _ends(state: str, ends: Sequence[Term], points: Iterable[str], latest: int | None) -> Formula:
    """ "`end(T)` = earliest start of a terminator from `start(T)` on; without one T outlasts every time of the dossier"."""
    first, last = (start(state), 0), (end(state), 0)
    none = [lt(one, first) for one in ends] + [le((point, 0), last) for point in points if point != ZERO]
    none += [] if latest is None else [le((ZERO, latest), last)]
    earliest = [
        And((le(first, one), eq(last, one), *(Or((lt(other, first), le(one, other))) for other in ends))) for one in ends
    ]
    return Or((And(tuple(none)), *earliest))


def _ends_by(one: Term, state: str) -> Formula:
    """ "T ends as E starts, if it then held"; "a stated state that a rule terminates ends by the start of E"."""
    return Or((lt(one, (start(state), 0)), le((end(state), 0), one)))
