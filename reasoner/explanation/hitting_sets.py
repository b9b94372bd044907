"""Minimal hitting sets, cheapest first, of a family of sets that grows while they are looked for.

Best-first search (A*: Hart, Nilsson, Raphael, 1968) over the tree that splits on a set not yet hit: one branch for each
of its elements, which leaves out those of the branches before, so that no set of elements is met twice. What is still
to pay is at least the cheapest element of each of some disjoint sets. A branch where an element has no set that it alone
hits waits until a set is added (the criterion of MMCS: Murakami, Uno, Discrete Applied Mathematics 2014).

A MaxSAT solver could do this, but RC2 did not get past some hundred answers of different cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from reasoner.explanation.ticks import Tick, endless


class _Branch(NamedTuple):
    """All sets of elements that have those `chosen` and none of those `left_out` (as bits); `cost` is the least of them.

    A tuple, since a heap compares it again and again.
    """

    cost: int
    number: int  # of equal cost the older branch comes first
    chosen: int
    left_out: int
    paid: int  # for those chosen


class HittingSets:
    """Gives the cheapest set that hits all sets added so far, is minimal, and is none that was blocked.

    `costs` gives each element its cost, at least 0. Of equal costs the smaller set comes first, of equal sizes the one whose
    elements come first in `costs`, and no element is in vain, even one that costs nothing. Every answer has all that are
    `chosen`, and none that is `left_out`. `tick` is called again and again, and may raise.
    """

    __slots__ = (
        "_answer",
        "_closed",
        "_elements",
        "_family",
        "_forbidden",
        "_made",
        "_open",
        "_place",
        "_tick",
        "_waiting",
        "_weights",
    )

    def __init__(
        self,
        costs: Mapping[int, int],
        *,
        chosen: Iterable[int] = (),
        left_out: Iterable[int] = (),
        tick: Tick = endless,
    ) -> None:
        self._elements = tuple(costs)
        self._place = {element: place for place, element in enumerate(self._elements)}
        size = len(costs)
        self._weights = tuple(
            ((cost * (size + 1) + 1) << size) - (1 << (size - 1 - place)) for place, cost in enumerate(costs.values())
        )
        self._tick = tick
        self._family: list[int] = []
        self._forbidden: list[tuple[int, int]] = []
        self._made = 0
        self._closed = False
        self._answer: _Branch | None = None
        self._waiting: list[_Branch] = []
        self._open: list[_Branch] = []
        forced = tuple(chosen)
        self._push(self._bits(forced), self._bits(left_out), sum(self._weights[self._place[element]] for element in forced))

    def hit(self, elements: Iterable[int]) -> None:
        """Every later answer has one of these. Not after `close`."""
        assert not self._closed
        self._family.append(self._bits(elements))
        for branch in self._waiting:
            heappush(self._open, branch)
        self._waiting.clear()
        if self._answer:
            heappush(self._open, self._answer)
            self._answer = None

    def close(self) -> None:
        """No more sets come, so that the search can leave out what would make an element in vain."""
        self._closed = True

    def block(self, elements: Iterable[int]) -> None:
        """No later answer includes these, the last answer."""
        assert self._answer
        assert self._answer.chosen == self._bits(elements)
        self._answer = None

    def forbid(self, chosen: Iterable[int], left_out: Iterable[int]) -> None:
        """No later answer has all of the one and none of the other; nor has the last answer. Only after `close`.

        To have one of those `left_out` for this alone does not make it one that is not in vain.
        """
        assert self._closed
        self._forbidden.append((self._bits(chosen), self._bits(left_out)))
        self._answer = None

    def cheapest(self) -> tuple[int, ...] | None:
        """The next hitting set, in the order of `costs`; None if there is none. Ask again only after `hit`, `block` or `forbid`."""
        while self._open:
            self._tick()
            branch = heappop(self._open)
            left = self._left(branch.chosen)
            vain = self._in_vain(branch.chosen)
            if vain is None:
                self._waiting.append(branch)
            elif self._closed and vain & ~branch.left_out:
                self._narrow(branch, vain, left)
            elif not left:
                self._answer = branch
                return tuple(self._elements[place] for place in _places(branch.chosen))
            elif (cost := self._least_cost(branch, left)) is not None and cost > branch.cost:
                heappush(self._open, branch._replace(cost=cost))
            elif cost is not None:
                self._split(branch, left)
        return None

    def _left(self, chosen: int) -> list[int]:
        """The sets still to be hit, if there are any those first by which what is forbidden is left behind."""
        asked = [some for given, some in self._forbidden if given & chosen == given and not some & chosen]
        return [*asked, *(some for some in self._family if not some & chosen)]

    def _bits(self, elements: Iterable[int]) -> int:
        return sum(1 << self._place[element] for element in elements)

    def _in_vain(self, chosen: int) -> int | None:
        """What cannot be chosen besides, since one of these would then hit no set alone; None if that is so already."""
        alone: dict[int, int] = {}
        for some in self._family:
            hit = some & chosen
            if hit and hit & (hit - 1) == 0:
                alone[hit] = alone.get(hit, some) & some
        if len(alone) < chosen.bit_count():
            return None
        found = 0
        for common in alone.values():
            found |= common
        return found & ~chosen

    def _narrow(self, branch: _Branch, vain: int, left: Iterable[int]) -> None:
        """The branch without what is in vain there, which may cost more."""
        narrowed = branch._replace(left_out=branch.left_out | vain)
        cost = self._least_cost(narrowed, left)
        if cost is not None:
            heappush(self._open, narrowed._replace(cost=cost))

    def _split(self, branch: _Branch, left: Iterable[int]) -> None:
        """One branch for each element of the set with the fewest that can be chosen."""
        narrowest = min((some & ~branch.left_out for some in left), key=lambda some: (some.bit_count(), some))
        left_out = branch.left_out
        for place in _places(narrowest):
            self._push(branch.chosen | 1 << place, left_out, branch.paid + self._weights[place])
            left_out |= 1 << place

    def _push(self, chosen: int, left_out: int, paid: int) -> None:
        branch = _Branch(0, self._made, chosen, left_out, paid)
        self._made += 1
        cost = self._least_cost(branch, self._left(chosen))
        if cost is not None:
            heappush(self._open, branch._replace(cost=cost))

    def _least_cost(self, branch: _Branch, left: Iterable[int]) -> int | None:
        """No set of the branch that hits the sets `left` costs less; None if none hits them."""
        cost = branch.paid
        can_be_chosen = ~branch.left_out
        met = 0
        for some in left:
            choice = some & can_be_chosen
            if not choice:
                return None
            if not choice & met:
                cost += min([self._weights[place] for place in _places(choice)])
                met |= choice
        return cost


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set, from low to high."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
