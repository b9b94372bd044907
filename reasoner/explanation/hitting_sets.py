"""Minimal hitting sets, cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF


class HittingSets:
    """Gives the cheapest set that hits all sets added so far and includes none of those blocked.

    `costs` gives each element its cost, at least 0. Of equal costs the smaller set comes first, and no element is in vain,
    even one that costs nothing. A MaxSAT solver does the work (RC2: Ignatiev, Morgado, Marques-Silva, JSAT 2019).
    """

    __slots__ = ("_elements", "_number", "_solver")

    def __init__(self, costs: Mapping[int, int]) -> None:
        self._elements = tuple(costs)
        self._number = {element: number for number, element in enumerate(self._elements, start=1)}
        formula = WCNF()
        for element, cost in costs.items():
            formula.append([-self._number[element]], weight=cost * (len(costs) + 1) + 1)
        self._solver = RC2(formula)

    def hit(self, elements: Iterable[int]) -> None:
        """Every later answer has one of these."""
        self._solver.add_clause([self._number[element] for element in elements])

    def block(self, elements: Iterable[int]) -> None:
        """No later answer has all of these."""
        self._solver.add_clause([-self._number[element] for element in elements])

    def cheapest(self) -> tuple[int, ...] | None:
        """The next hitting set, in the order of `costs`; None if there is none."""
        model = self._solver.compute()
        if model is None:
            return None
        chosen = frozenset(literal for literal in model if literal > 0)
        return tuple(element for element in self._elements if self._number[element] in chosen)
