"""How many minimal hitting sets a family of sets has, without listing them.

An element is in a minimal hitting set or not; it is so iff some set of the family is hit by it alone. With the element
decided, the rest often falls apart into families that share nothing, whose counts are multiplied. `F` is what is to be hit
minimally; `asked` are sets that must be hit as well, but by which no element earns its place.

With e out, what is left of each set must be hit by others. With e in, the sets with e are hit, and of what hits the others
minimally that counts which does not hit all sets with e: else e would be in vain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reasoner.explanation.ticks import Tick

Family = tuple[int, ...]
"""Sets of elements as bits, in order."""


class TooMany(Exception):
    """The family falls apart too little to be counted in so many steps."""


def count_minimal_hitting_sets(sets: Iterable[Iterable[int]], most: int, tick: Tick) -> int | None:
    """How many there are; None where more than `most` families would have to be looked at. Raises what `tick` raises."""
    places: dict[int, int] = {}
    family = tuple(sum(1 << places.setdefault(one, len(places)) for one in dict.fromkeys(some)) for some in sets)
    try:
        return _Counting(most, tick).count(_minimal(family), ())
    except TooMany:
        return None


class _Counting:
    """Counts, and keeps what it counted."""

    __slots__ = ("_known", "_most", "_tick")

    def __init__(self, most: int, tick: Tick) -> None:
        self._most = most
        self._tick = tick
        self._known: dict[tuple[Family, Family], int] = {}

    def count(self, family: Family, asked: Family) -> int:
        """The minimal hitting sets of the family that hit all that is asked, too."""
        inside = 0
        for some in family:
            inside |= some
        asked = _minimal(some & inside for some in asked)
        if 0 in family or 0 in asked:
            return 0
        total = 1
        for part, wanted in _apart(family, asked):
            total *= self._connected(part, wanted)
            if not total:
                break
        return total

    def _connected(self, family: Family, asked: Family) -> int:
        if len(family) == 1 and not asked:
            return family[0].bit_count()
        key = (family, asked)
        if key not in self._known:
            if len(self._known) >= self._most:
                raise TooMany
            self._tick()
            self._known[key] = 0  # its place is taken while it is counted
            self._known[key] = self._split(family, asked)
        return self._known[key]

    def _split(self, family: Family, asked: Family) -> int:
        """By the element that is in most sets."""
        one = _busiest(family)
        without = self.count(_minimal(some & ~one for some in family), tuple(some & ~one for some in asked))
        others = tuple(some for some in family if not some & one)
        left = tuple(some for some in asked if not some & one)
        hit = tuple(some & ~one for some in family if some & one)
        return without + self.count(others, left) - self.count(others, (*left, *hit))


def _busiest(family: Family) -> int:
    counts: dict[int, int] = {}
    for some in family:
        rest = some
        while rest:
            lowest = rest & -rest
            counts[lowest] = counts.get(lowest, 0) + 1
            rest ^= lowest
    return max(counts, key=lambda one: (counts[one], -one))


def _minimal(sets: Iterable[int]) -> Family:
    """Those that include no other, in order."""
    kept: list[int] = []
    for some in sorted(set(sets), key=lambda one: (one.bit_count(), one)):
        if not any(smaller & some == smaller for smaller in kept):
            kept.append(some)
    return tuple(sorted(kept))


def _apart(family: Family, asked: Family) -> Sequence[tuple[Family, Family]]:
    """The parts of a family that share no element, not even through what is asked."""
    groups: list[tuple[int, list[int], list[int]]] = []
    for some, wanted in (*((one, False) for one in family), *((one, True) for one in asked)):
        met = [group for group in groups if group[0] & some]
        bits, minimal, more = some, [some] * (not wanted), [some] * wanted
        for group in met:
            bits |= group[0]
            minimal += group[1]
            more += group[2]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append((bits, minimal, more))
    return [(tuple(sorted(minimal)), tuple(sorted(more))) for _, minimal, more in groups]
