"""How the ticks of a part are laid on the integers of clingo-dl, which have 32 bits and overflow silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reasoner.ground.ir import ZERO, Bound, Part
from reasoner.solver.ir import Limit, OutOfRange

_ROOM = 2**30  # a sum of two potentials, each at most this far from 0, still fits 32 bits


@dataclass(frozen=True, slots=True)
class Grid:
    """Where tick 0 of clingo-dl lies, and how much room the part's bounds use of its integers."""

    origin: int
    used: int

    def shift(self, limit: Limit) -> int:
        """The ticks of `limit` between shifted points."""
        if limit.right == ZERO:
            return limit.ticks - self.origin
        return limit.ticks + self.origin if limit.left == ZERO else limit.ticks

    def check(self, asked: Sequence[Limit] = ()) -> None:
        """Raises `OutOfRange` where the part, with the limits of a question, does not fit."""
        used = self.used + sum(abs(self.shift(limit)) for limit in asked)
        if used > _ROOM:
            message = f"the times of this part need {used} ticks, and {_ROOM} are the most there can be: use a coarser clock"
            raise OutOfRange(message, used)


def edges(bound: Bound) -> tuple[Limit, ...]:
    """What a bound can put in force: itself, and its complement where it is reified."""
    straight = Limit(bound.left, bound.right, bound.limit)
    return (straight, Limit(bound.right, bound.left, -bound.limit - 1)) if bound.reified else (straight,)


def grid(part: Part) -> Grid:
    """A path without repeats passes zero at most once, and leaves every other point at most once."""
    every = [edge for bound in part.bounds for edge in edges(bound)]
    ticks = [e.ticks if e.right == ZERO else -e.ticks for e in every if ZERO in (e.left, e.right)]
    low, high = min(ticks, default=0), max(ticks, default=0)
    leaving: defaultdict[str, int] = defaultdict(int)
    for edge in every:
        if ZERO not in (edge.left, edge.right):
            leaving[edge.right] = max(leaving[edge.right], abs(edge.ticks))
    return Grid((low + high) // 2, high - low + 2 + sum(leaving.values()))
