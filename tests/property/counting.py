"""Worlds found by counting: every integer for every time between two ticks, one after the other. For very small cases."""

from __future__ import annotations

from itertools import product

from property.formulas import And, Formula, Le, Or
from property.program import Program
from property.regions import Closure
from property.worlds import Worlds

Moments = dict[str, int]


class CountedWorlds(Worlds):
    """As `Worlds`, with each choice of times a region of its own, all from `-horizon` to `horizon`."""

    def __init__(self, program: Program, horizon: int) -> None:
        super().__init__(program)
        self.horizon = horizon

    def _find_regions(self, stated: tuple[Formula, ...]) -> dict[frozenset[Le], tuple[Closure, ...]]:
        found: dict[frozenset[Le], list[Closure]] = {}
        for moments in self._moments():
            if all(is_so(formula, moments) for formula in stated):
                true = frozenset(bound for bound in self.cuts if is_so(bound, moments))
                times = tuple(moments[point] for point in self.space.points)
                found.setdefault(true, []).append(tuple(tuple(one - other for other in times) for one in times))
        return {true: tuple(regions) for true, regions in found.items()}

    def _moments(self) -> list[Moments]:
        """Start and end of each occurrence, the start not after the end."""
        ticks = range(-self.horizon, self.horizon + 1)
        spans = [(start, end) for start in ticks for end in ticks if start <= end]
        names = self.space.points[1:]
        choices = product(spans, repeat=len(names) // 2)
        return [dict(zip(self.space.points, (0, *(t for span in chosen for t in span)), strict=True)) for chosen in choices]


def is_so(formula: Formula, moments: Moments) -> bool:
    match formula:
        case Le(left, right, ticks):
            return moments[left] - moments[right] <= ticks
        case And(items):
            return all(is_so(item, moments) for item in items)
        case Or(items):
            return any(is_so(item, moments) for item in items)
