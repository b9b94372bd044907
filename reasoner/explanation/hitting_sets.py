"""Minimal hitting sets, cheapest first, of sets that come one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush


class HittingSets:
    """The minimal hitting sets of what was given to `hit`, each handed out once, in order of cost, size and elements.

    `costs` gives each element its cost, at least 0. Every new set is multiplied into the minimal hitting sets of those
    before (Berge, Hypergraphs, 1989, chapter 2); sets are the bits of integers. A MaxSAT solver was tried in its place
    and did not come back on the weights that trusts give.
    """

    __slots__ = ("_bit", "_done", "_elements", "_found", "_waiting", "_weights")

    def __init__(self, costs: Mapping[int, int]) -> None:
        self._elements = tuple(costs)
        self._bit = {element: 1 << number for number, element in enumerate(self._elements)}
        self._weights = tuple(costs.values())
        self._found: set[int] = {0}
        self._waiting: list[tuple[int, int, int]] = [(0, 0, 0)]
        self._done: set[int] = set()

    def hit(self, elements: Iterable[int]) -> None:
        """Every later answer has one of these."""
        bits = [self._bit[element] for element in elements]
        added = sum(bits)
        missing = [old for old in self._found if not old & added]
        kept = self._found.difference(missing)
        for bit in bits:
            rivals = [old for old in kept if old & bit]
            for old in missing:
                new = old | bit
                if not any(rival & new == rival for rival in rivals):
                    self._add(new)
        self._found.difference_update(missing)

    def block(self, elements: Iterable[int]) -> None:
        """This hitting set was looked at and is not handed out again."""
        self._done.add(sum(self._bit[element] for element in elements))

    def cheapest(self) -> tuple[int, ...] | None:
        """The next hitting set, in the order of `costs`; None if there is none."""
        while self._waiting:
            _, _, found = self._waiting[0]
            if found in self._found and found not in self._done:
                return tuple(element for element in self._elements if self._bit[element] & found)
            heappop(self._waiting)
        return None

    def _add(self, new: int) -> None:
        self._found.add(new)
        cost = sum(weight for number, weight in enumerate(self._weights) if new >> number & 1)
        heappush(self._waiting, (cost, new.bit_count(), new))
