"""Where the ends of occurrences can lie by their stated dates, or else by those of others: what months are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reasoner.language.ir import (
    Aggregate,
    AnyOf,
    Condition,
    Content,
    Count,
    Endpoint,
    Every,
    Holds,
    Name,
    NoneOf,
    Occurs,
    OnDate,
    Phrase,
    Subject,
    Var,
)
from reasoner.language.rewrite import find, walk
from reasoner.program.alternatives import any_of, relation
from reasoner.program.formula import Conj, Formula, Le
from reasoner.program.moments import Calendar
from reasoner.program.reckoned import ZERO, Reach, Reckoning
from reasoner.theory.ir import Theory

_IN_CONTENTS = (Content, Count, NoneOf, Aggregate, Every)
_FAR = 2 * 366 * 86_400
"""How many seconds from its one bound a time is looked for that has no other."""
_MOST_JOINED = 6
"""How many times as long what can be given up may reach for one hull to hold all of it."""


@dataclass(frozen=True, slots=True)
class Hull:
    """The ticks between which a point lies, in ticks of the program; `certain` if no guard can widen it.

    `open`: what is said leaves it room beyond, and this is only where it is looked for.
    """

    earliest: int
    latest: int
    certain: bool
    open: bool = False


@dataclass(slots=True)
class _Sides:
    """What is told of one point: `windows` that are bounded on both sides, and the bounds that stand alone."""

    windows: list[tuple[int, int]] = field(default_factory=list)
    earliest: list[int] = field(default_factory=list)
    latest: list[int] = field(default_factory=list)

    def note(self, earliest: int | None, latest: int | None) -> None:
        if earliest is not None and latest is not None:
            self.windows.append((earliest, latest))
        elif earliest is not None:
            self.earliest.append(earliest)
        elif latest is not None:
            self.latest.append(latest)


def hulls(theory: Theory, calendar: Calendar, certain: frozenset[str]) -> Hulls:
    """For every point with a stated date or bound, or with one that follows from others, by its ASP text, where it lies.

    `certain` are the statements that hold in every world. Certain dates narrow each other. Windows that can be given up join;
    bounds on one side narrow these. What is told in a content is not claimed: it may be so, or not; so is each of two that `or`
    joins.
    """
    sure: dict[str, _Sides] = {}
    loose: dict[str, _Sides] = {}
    for document in theory.documents:
        for phrase in document.phrases:
            _note(sure, Name(document.id), phrase, calendar)
    for said in (one for one in theory.said if not one.off):
        for reading in said.readings:
            for subject, phrase in _phrases(reading, (Content, AnyOf)):
                _note(sure if said.id in certain else loose, subject, phrase, calendar)
            for open_ in find(reading, AnyOf, closed=(Content,)):
                for subject, phrase in _phrases(open_, (Content,)):
                    _note(loose, subject, phrase, calendar)
            for content in find(reading, Content):
                for subject, phrase in _phrases(content.says, _IN_CONTENTS):
                    _note(loose, subject, phrase, calendar)
    far = _FAR // theory.clock.value
    found = {point: _hull(sure.get(point, _Sides()), loose.get(point, _Sides()), far) for point in {**sure, **loose}}
    dated = {point: hull for point, hull in found.items() if hull is not None and hull.earliest <= hull.latest}
    told: dict[str, Reach] = {ZERO: (0, 0)}
    told |= {point: (hull.earliest, hull.latest) for point, hull in dated.items() if not hull.open}
    return Hulls(dated, Reckoning(theory, calendar, told), far)


@dataclass(frozen=True, slots=True)
class Hulls:
    """Where points lie: those that are `dated` by their own dates, and by those of others as far as months are counted there."""

    dated: Mapping[str, Hull]
    reckoning: Reckoning
    far: int

    def of(self, point: str) -> Hull | None:
        """The hull of a point; what bounds it may all be given up, so that its own dates and those of others are joined.

        A bound that others rest on may be found to miss, and is asked how wide it would have to be: where others bound a point,
        it is looked for beyond that, too.
        """
        own = self.dated.get(point)
        if own is not None and own.certain:
            return own
        reached = self.reckoning.of(point, alone=True)
        if reached is None and (own is None or own.open):
            reached = self.reckoning.of(point, alone=False)
        if reached is None:
            return own
        first, last = reached if own is None else (min(own.earliest, reached[0]), max(own.latest, reached[1]))
        for beyond in (self.far // 2, 0):
            if last - first + 2 * beyond <= _MOST_JOINED * self.far:
                return Hull(first - beyond, last + beyond, certain=False)
        return Hull(*reached, certain=False) if own is None or own.open else own


def _hull(sure: _Sides, loose: _Sides, far: int) -> Hull | None:
    """Where a point lies by what is certain and by what is not; None where neither bounds it."""
    firsts = [*(first for first, _ in sure.windows), *sure.earliest]
    lasts = [*(last for _, last in sure.windows), *sure.latest]
    if firsts and lasts:
        return Hull(max(firsts), min(lasts), certain=True)
    if loose.windows:
        return _joined(firsts, lasts, loose, far)
    firsts += loose.earliest
    lasts += loose.latest
    if not firsts and not lasts:
        return None
    first = max(firsts) if firsts else min(lasts) - far
    last = min(lasts) if lasts else first + far
    if first > last:
        first, last = last - far, first + far
    return Hull(first, last, certain=False, open=not (firsts and lasts))


def _joined(firsts: list[int], lasts: list[int], loose: _Sides, far: int) -> Hull:
    """All that can be given up together, within what is certain; without the bounds of one side where that would be too much."""
    windows = [*loose.windows]
    windows += [(first, first + far) for first in loose.earliest] + [(last - far, last) for last in loose.latest]
    for some in (windows, loose.windows):
        low, high = min(first for first, _ in some), max(last for _, last in some)
        if some is loose.windows or high - low <= _MOST_JOINED * far:
            break
    return Hull(max([*firsts, low]), min([*lasts, high]), certain=False)


def _phrases(reading: Condition, apart: tuple[type, ...]) -> Iterator[tuple[Subject, Phrase]]:
    for node in walk(reading, apart):
        if isinstance(node, Holds):
            yield node.subject, node.phrase
        elif isinstance(node, Occurs) and node.phrase is not None and node.name is not None:
            yield node.name, node.phrase


def _note(known: dict[str, _Sides], subject: Subject, phrase: Phrase, calendar: Calendar) -> None:
    """Note what a phrase about dates tells of the ends of its subject."""
    moments = list(find(phrase, OnDate, Name, Var, Endpoint))
    if phrase.negated or not moments or not all(isinstance(moment, OnDate) for moment in moments):
        return
    ends = calendar.ends(subject)
    ways = [_bounds(relation(one, ends, calendar.scene(1))) for one in any_of(phrase.relation)]
    points = tuple(dict.fromkeys((ends.start.point, ends.end.point)))
    for place, point in enumerate(points if ways else ()):  # an end is no earlier than its start
        earliest = [
            _most(-limit for left, right, limit in way if left == ZERO and right in points[: place + 1]) for way in ways
        ]
        latest = [_most(-limit for left, right, limit in way if right == ZERO and left in points[place:]) for way in ways]
        known.setdefault(point, _Sides()).note(_least(earliest), _negated(_least(latest)))


def _most(limits: Iterable[int]) -> int | None:
    """The narrowest of bounds that all hold."""
    return max(limits, default=None)


def _least(limits: list[int | None]) -> int | None:
    """The widest of bounds of which one holds; there is none where one way has none."""
    told = [limit for limit in limits if limit is not None]
    return min(told) if len(told) == len(limits) else None


def _negated(limit: int | None) -> int | None:
    return None if limit is None else -limit


def _bounds(formula: Formula) -> list[tuple[str, str, int]]:
    """The plain bounds among those that must all hold."""
    items = formula.items if isinstance(formula, Conj) else (formula,)
    return [(item.left, item.right, item.limit) for item in items if isinstance(item, Le) and isinstance(item.limit, int)]
