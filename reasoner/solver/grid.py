"""How the ticks of a part are laid on the integers of clingo-dl, which have 32 bits and overflow silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reasoner.ground.ir import ZERO, Bound, Part
from reasoner.solver.ir import Limit, OutOfRange
from reasoner.theory.room import MOST_TICKS


@dataclass(frozen=True, slots=True)
class Grid:
    """Where tick 0 of clingo-dl lies, and how much room the part's bounds use of its integers.

    `low` and `high` are the ticks between which the bounds on single points lie, `leaving` the farthest that a bound
    leads from each other point.
    """

    origin: int
    low: int
    high: int
    leaving: Mapping[str, int]

    def shift(self, limit: Limit) -> int:
        """The ticks of `limit` between shifted points."""
        if limit.right == ZERO:
            return limit.ticks - self.origin
        return limit.ticks + self.origin if limit.left == ZERO else limit.ticks

    def check(self, asked: Sequence[Limit] = ()) -> None:
        """Raises `OutOfRange` where the part, with the limits of a question, does not fit."""
        reach = _reach(asked)
        ticks = (self.low, self.high, reach.low, reach.high) if reach.bounded else (self.low, self.high)
        farther = sum(max(0, far - self.leaving.get(point, 0)) for point, far in reach.leaving.items())
        used = max(ticks) - min(ticks) + 2 + sum(self.leaving.values()) + farther
        if used > MOST_TICKS:  # a sum of two potentials, each at most this far from 0, still fits 32 bits
            message = (
                f"the times of this part need {used} ticks, and {MOST_TICKS} are the most there can be: use a coarser clock"
            )
            raise OutOfRange(message, used)


def edges(bound: Bound) -> tuple[Limit, ...]:
    """What a bound can put in force: itself, and its complement where it is reified."""
    straight = Limit(bound.left, bound.right, bound.limit)
    return (straight, Limit(bound.right, bound.left, -bound.limit - 1)) if bound.reified else (straight,)


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far bounds reach; `bounded` if any is on a single point."""

    bounded: bool
    low: int
    high: int
    leaving: Mapping[str, int]


def _reach(bounds: Sequence[Limit]) -> _Reach:
    ticks = [edge.ticks if edge.right == ZERO else -edge.ticks for edge in bounds if ZERO in (edge.left, edge.right)]
    leaving: defaultdict[str, int] = defaultdict(int)
    for edge in bounds:
        if ZERO not in (edge.left, edge.right):
            leaving[edge.right] = max(leaving[edge.right], abs(edge.ticks))
    return _Reach(bool(ticks), min(ticks, default=0), max(ticks, default=0), leaving)


def grid(part: Part) -> Grid:
    """A path without repeats passes zero at most once, and leaves every other point at most once."""
    reach = _reach([edge for bound in part.bounds for edge in edges(bound)])
    return Grid((reach.low + reach.high) // 2, reach.low, reach.high, reach.leaving)
