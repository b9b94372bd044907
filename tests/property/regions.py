"""All integer times, sorted into finitely many regions, without a horizon.

Whether a world is one, and what it breaks, depends on its times only through the truth of conditions `x - y <= k`. So
times that agree on all of these are told apart by nothing, and a region stands for them all. A region is a set of such
bounds (the complement of `x - y <= k` is `y - x <= -k - 1`, for integers). It holds an integer point exactly if the
bounds form no cycle of negative sum; the shortest paths are then the sharpest bounds that follow, and each is reached
by some integer point of the region (Bellman 1958; Dechter, Meiri, Pearl 1991). `test_oracle_times.py` holds this
against plain counting over all integers of a horizon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from property.formulas import ZERO, And, Formula, Le, Or, end, negation, start

Infinity = float("inf")
Closure = tuple[tuple[float, ...], ...]


class Space:
    """The points of a case. All occurrences have "start <= end"; a number is a point of its own."""

    def __init__(self, occurrences: Iterable[str], numbers: Iterable[str] = ()) -> None:
        names = sorted(occurrences)
        self.points = (ZERO, *(point for name in names for point in (start(name), end(name))), *sorted(numbers))
        self.index = {point: i for i, point in enumerate(self.points)}
        size = len(self.points)
        free: Closure = tuple(tuple(0 if i == j else Infinity for j in range(size)) for i in range(size))
        for name in names:
            tightened = self.add(free, Le(start(name), end(name), 0))
            assert tightened is not None
            free = tightened
        self.free = free

    def add(self, region: Closure, bound: Le) -> Closure | None:
        """The region with one bound more, all that follows drawn; None if no times are left."""
        left, right, limit = self.index[bound.left], self.index[bound.right], bound.ticks
        if region[left][right] <= limit:
            return region
        if region[right][left] + limit < 0:
            return None
        after = region[right]
        return tuple(
            row
            if row[left] == Infinity
            else tuple(min(old, row[left] + limit + new) for old, new in zip(row, after, strict=True))
            for row in region
        )

    def add_all(self, region: Closure, bounds: Iterable[Le]) -> Closure | None:
        current: Closure | None = region
        for bound in bounds:
            if current is None:
                return None
            current = self.add(current, bound)
        return current

    def least(self, region: Closure, left: str, right: str) -> float:
        """The least value of `left - right` in the region."""
        return -region[self.index[right]][self.index[left]]

    def where(self, region: Closure, formula: Formula) -> list[Closure]:
        """The parts of a region in which a formula is true (they may overlap); none if it is nowhere true."""
        match formula:
            case Le():
                part = self.add(region, formula)
                return [] if part is None else [part]
            case And(items):
                parts = [region]
                for item in items:
                    parts = [smaller for part in parts for smaller in self.where(part, item)]
                return parts
            case Or(items):
                return [part for item in items for part in self.where(region, item)]

    def split(self, region: Closure, along: Sequence[Le]) -> Iterator[tuple[frozenset[Le], Closure]]:
        """Cut a region so that each of the bounds is true or false in all of a part: those that are true, and the part."""
        yield from self._split(region, along, frozenset())

    def _split(self, region: Closure, along: Sequence[Le], true: frozenset[Le]) -> Iterator[tuple[frozenset[Le], Closure]]:
        if not along:
            yield true, region
            return
        first, rest = along[0], along[1:]
        for bound, truths in ((first, true | {first}), (_complement(first), true)):
            part = self.add(region, bound)
            if part is not None:
                yield from self._split(part, rest, truths)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Ordered pairs of different times."""
        for left, right in combinations(self.points[1:], 2):
            yield left, right
            yield right, left


def cuts(conditions: Iterable[Formula]) -> tuple[Le, ...]:
    """The bounds to split along, so that each condition is true or false in all of a part."""
    return tuple(sorted({_positive(bound) for condition in conditions for bound in bounds_of(condition)}))


def is_true(formula: Formula, true: frozenset[Le]) -> bool:
    """Whether a formula is true where exactly these of the bounds that `split` cut along are true."""
    match formula:
        case Le():
            positive = _positive(formula)
            return (positive in true) == (positive == formula)
        case And(items):
            return all(is_true(item, true) for item in items)
        case Or(items):
            return any(is_true(item, true) for item in items)


def bounds_of(formula: Formula) -> Iterator[Le]:
    if isinstance(formula, Le):
        yield formula
    else:
        for item in formula.items:
            yield from bounds_of(item)


def _positive(bound: Le) -> Le:
    """Of a bound and its complement the one whose left point comes first."""
    return bound if bound.left < bound.right else _complement(bound)


def _complement(bound: Le) -> Le:
    complement = negation(bound)
    assert isinstance(complement, Le)
    return complement
