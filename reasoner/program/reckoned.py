"""Where ends lie that no statement dates, reckoned from others: "two months after the raid", when the raid is dated.

Every statement counts as if it were so, whichever of them can be given up: what is found need not be right, since months are
counted exactly inside of it and by their bounds outside (`needs.py`). So it is no trouble if statements clash. All ends are
reckoned anew from the last round at once, for no more rounds than there are ends, so that no order makes a difference.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reasoner.language.ir import Content, Holds, Name, Occurs, Phrase, Same
from reasoner.language.rewrite import walk
from reasoner.program.alternatives import relation
from reasoner.program.formula import Conj, Ends, Formula, InMonths, Instant, Le, at_most, distance
from reasoner.program.moments import Calendar
from reasoner.theory.ir import Theory
from reasoner.times.ir import Clock
from reasoner.times.months import least_most

ZERO = "0"
_MOST_ROUNDS = 40

Reach = tuple[int | None, int | None]
"""The earliest and the latest tick, as far as they are known; in ticks of the program."""


@dataclass(frozen=True, slots=True, order=True)
class _Link:
    """`left - right <= limit`, by some statement."""

    left: str
    right: str
    limit: int


class Reckoning:
    """What statements say of two ends, with what is told of each by dates alone."""

    __slots__ = ("_links", "_told")

    def __init__(self, theory: Theory, calendar: Calendar, told: dict[str, Reach]) -> None:
        self._links: defaultdict[str, list[_Link]] = defaultdict(list)
        for link in sorted({*_links(theory, calendar)}):
            for point in {link.left, link.right}:
                self._links[point].append(link)
        self._told = told

    def of(self, point: str, *, alone: bool) -> tuple[int, int] | None:
        """Where a point lies by what is told of others, if they bound it on both sides.

        `alone`: without what dates tell of it and of the other end of the same occurrence, since that may be given up.
        What is told of an end on both sides is not reckoned anew, so that it takes no more than the links around the point.
        """
        own = _ends_of(point) if alone else (point,)
        told: Mapping[str, Reach] = ChainMap(dict.fromkeys(own, (None, None)), self._told)
        near, waiting, links = {point}, [point], set[_Link]()
        while waiting:
            around = [link for link in self._links.get(waiting.pop(), ()) if not (alone and _dates(link, own))]
            links.update(around)
            ends = {end for link in around for end in (link.left, link.right)}
            new = {end for end in ends if None in told.get(end, (None,))} - near
            near |= new
            waiting += new
        low, high = _reached(told, sorted(links), sorted(near)).get(point, (None, None))
        return None if low is None or high is None else (min(low, high), max(low, high))


def _ends_of(point: str) -> tuple[str, ...]:
    """Both ends of the occurrence that the point is one of."""
    return (f"s{point[1:]}", f"e{point[1:]}") if point.startswith(("s(", "e(")) else (point,)


def _dates(link: _Link, own: tuple[str, ...]) -> bool:
    """Whether a link is a date of one of these ends."""
    ends = link.left, link.right
    return ZERO in ends and not {*ends}.isdisjoint(own)


def _reached(told: Mapping[str, Reach], links: list[_Link], asked: list[str]) -> Mapping[str, Reach]:
    """How far all these points reach in the end, or after so many rounds as there are any."""
    found: dict[str, Reach] = {end: told.get(end, (None, None)) for link in links for end in (link.left, link.right)}
    for _ in range(min(len(asked), _MOST_ROUNDS)) if links else ():
        after = {**found, **_round(found, links, asked)}
        if after == found:
            break
        found = after
    return found


def _round(found: Mapping[str, Reach], links: list[_Link], asked: list[str]) -> dict[str, Reach]:
    """What follows for these points from what is known so far, by one link each."""
    lows = {point: [found[point][0]] for point in asked}
    highs = {point: [found[point][1]] for point in asked}
    for link in links:
        latest, earliest = found[link.right][1], found[link.left][0]
        if link.left in highs and latest is not None:
            highs[link.left].append(latest + link.limit)
        if link.right in lows and earliest is not None:
            lows[link.right].append(earliest - link.limit)
    return {
        point: (
            max((tick for tick in lows[point] if tick is not None), default=None),
            min((tick for tick in highs[point] if tick is not None), default=None),
        )
        for point in asked
    }


# ---------------------------------------------------------------- what statements say


def _links(theory: Theory, calendar: Calendar) -> Iterator[_Link]:
    """What statements say of two ends; what is denied, goes by cases or is only said by somebody links nothing."""
    for said in (one for one in theory.said if not one.off):
        for node in walk(said.readings, (Content,)):
            match node:
                case Holds(subject, Phrase(told, negated=False)) | Occurs(_, Name() as subject, Phrase(told, negated=False)):
                    ends = calendar.ends(subject)
                    yield from _plain(relation(told, ends, calendar.scene(1)), theory.clock)
                    yield from _plain(at_most(ends.start, ends.end, 0), theory.clock)
                case Same(Name() as left, Name() as right):
                    pairs = zip(_both(calendar.ends(left)), _both(calendar.ends(right)), strict=True)
                    for one, other in pairs:
                        yield from _plain(distance(one, other, 0, 0), theory.clock)
                case _:
                    pass


def _both(ends: Ends) -> tuple[Instant, Instant]:
    return ends.start, ends.end


def _plain(formula: Formula, clock: Clock) -> Iterator[_Link]:
    """The bounds that must all hold; a count of months has its least and its most."""
    match formula:
        case Conj(items):
            for item in items:
                yield from _plain(item, clock)
        case Le(left, right, int(limit)):
            yield _Link(left, right, limit)
        case InMonths(later, earlier, low, high, int(months)) if not isinstance(low, str) and not isinstance(high, str):
            least, most = least_most(months, clock)
            lowest, highest = None if low is None else least + low, None if high is None else most + high
            yield from _plain(distance(later, earlier, lowest, highest), clock)
        case _:
            pass
