"""Events and states as bars over an axis of time: where a thing goes on for certain, and where it may lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import Case, Findings, Narrowed
from reasoner.report.clean import width
from reasoner.report.ir import Block, Heading, Item, Items, Paragraph, Report, Rows
from reasoner.report.placed import disputed_things
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital
from reasoner.report.summary import STOPPED
from reasoner.report.symbols import symbol
from reasoner.report.telling import Telling, telling_of
from reasoner.report.windows import NOTHING
from reasoner.times.ir import Window
from reasoner.times.scale import Mark, marks

_SURE, _MAY, _BACK, _ON, _DISPUTED = "█", "░", "◂", "▸", "!"
_LEGEND = (
    (_SURE, "it goes on then, whenever exactly it began and ended"),
    (_MAY, "it may go on then"),
    (_BACK, "it may begin earlier, or is seen only from here on"),
    (_ON, "it may end later, or is seen only up to here"),
    (_DISPUTED, "what is said of it is in a conflict"),
)
_NAME, _LEAST_BAR, _MARGIN, _LEAST_ROOM = 32, 30, 0.02, 3_600


@dataclass(frozen=True, slots=True)
class _Bar:
    """A thing to draw: the windows of its start and its end, in ticks of the calendar."""

    name: str
    start: Window
    end: Window

    @property
    def ticks(self) -> tuple[int, ...]:
        """All its edges."""
        edges = (self.start.earliest, self.start.latest, self.end.earliest, self.end.latest)
        return tuple(tick for tick in edges if tick is not None)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Columns from tick `first` to tick `last`."""

    first: int
    last: int
    columns: int

    def column(self, tick: int) -> int:
        """Where a tick stands; one that lies outside stands at the border."""
        place = (tick - self.first) * self.columns // (self.last - self.first + 1)
        return min(max(place, 0), self.columns - 1)


def timeline(findings: Findings, found: Sequence[Narrowed], columns: int, span: Window) -> Report:
    """The picture of the first of the cheapest repaired dossiers, at most so many columns wide.

    It shows the ticks of `span`; without an edge there, all that is dated.
    """
    telling = telling_of(findings)
    blocks: list[Block] = [Heading(1, f"Dossier {findings.theory.dossier.id}: timeline")]
    if not findings.complete:
        blocks.append(Paragraph((STOPPED,)))
    elif not all(one.cases for one in found):
        blocks.append(Paragraph((NOTHING,)))
    else:
        blocks += _picture(telling, found, columns, span)
    return Report(tuple(blocks))


def _picture(telling: Telling, found: Sequence[Narrowed], columns: int, span: Window) -> Iterator[Block]:
    given_up = dict.fromkeys(guard for one in found for case in one.cases for guard in case.gives_up)
    if given_up:
        yield Paragraph(("The dossier cannot all be true. This is how it would be if you ", *brief(tuple(given_up)), "."))
    disputed = disputed_things(telling.findings)
    bars = [_bar(one, one.cases[0], telling, marked=one.thing in disputed) for one in found]
    dated = sorted((bar for bar in bars if bar.ticks and _meets(bar, span)), key=lambda bar: (min(bar.ticks), max(bar.ticks)))
    if dated:
        rows = tuple(_rows(dated, columns, span, telling))
        yield Rows(rows)
        yield Items(tuple(Item((f"{sign}: {words}.",)) for sign, words in _LEGEND if any(sign in row for row in rows)))
    undated = [bar.name for bar in bars if not bar.ticks]
    if undated:
        yield Paragraph(("Nothing says when these were:",))
        yield Items(tuple(Item((name,)) for name in undated))


def _bar(one: Narrowed, case: Case, telling: Telling, *, marked: bool) -> _Bar:
    name = capital(telling.clock.thing(symbol(one.thing)))
    sides = (Window(reach.earliest.tick, reach.latest.tick) for reach in (case.start, case.end))
    return _Bar(f"{_DISPUTED} {name}" if marked else name, *sides)


def _meets(bar: _Bar, span: Window) -> bool:
    """Whether any of it may lie in the span."""
    before = bar.end.latest is not None and span.earliest is not None and bar.end.latest < span.earliest
    after = bar.start.earliest is not None and span.latest is not None and bar.start.earliest > span.latest
    return not before and not after


# ---------------------------------------------------------------- the rows


def _rows(bars: Sequence[_Bar], columns: int, span: Window, telling: Telling) -> Iterator[str]:
    names = min(max(width(bar.name) for bar in bars), _NAME)
    axis = _axis(bars, span, max(columns - names - 2, _LEAST_BAR), telling)
    found = marks(axis.first, axis.last, axis.columns // 12, zone=telling.lexicon.zone, clock=telling.lexicon.clock)
    yield f"{' ' * names}  {_labels(axis, found)}".rstrip()
    for bar in bars:
        yield f"{_fitted(bar.name, names)}  {_drawn(bar, axis, found)}".rstrip()


def _axis(bars: Sequence[_Bar], span: Window, columns: int, telling: Telling) -> _Axis:
    """With a little room on either side of what is dated, unless the span says where to begin and to end."""
    ticks = [tick for bar in bars for tick in bar.ticks]
    room = max(int((max(ticks) - min(ticks)) * _MARGIN), _LEAST_ROOM // telling.lexicon.clock.value)
    first = min(ticks) - room if span.earliest is None else span.earliest
    last = max(ticks) + room if span.latest is None else span.latest
    return _Axis(first, max(first + 1, last), columns)


def _labels(axis: _Axis, found: Sequence[Mark]) -> str:
    """The labels of the marks, each from its column on, as far as they do not meet."""
    row = ""
    for mark in found:
        column = axis.column(mark.tick)
        if not row or len(row) + 1 < column:
            row = row.ljust(column) + mark.label
    return row


def _drawn(bar: _Bar, axis: _Axis, found: Sequence[Mark]) -> str:
    """The row of a thing: from its earliest start to its latest end."""
    cells = [" "] * axis.columns
    for mark in found:
        cells[axis.column(mark.tick)] = "·"
    low = 0 if bar.start.earliest is None else axis.column(bar.start.earliest)
    high = axis.columns - 1 if bar.end.latest is None else axis.column(bar.end.latest)
    cells[low : high + 1] = _MAY * (high + 1 - low)
    if bar.start.latest is not None and bar.end.earliest is not None and bar.start.latest <= bar.end.earliest:
        first, last = axis.column(bar.start.latest), axis.column(bar.end.earliest)
        cells[first : last + 1] = _SURE * (last + 1 - first)
    if bar.start.earliest is None or bar.start.earliest < axis.first:
        cells[0] = _BACK
    if bar.end.latest is None or bar.end.latest > axis.last:
        cells[-1] = _ON
    return "".join(cells)


def _fitted(name: str, columns: int) -> str:
    """A name in just so many columns; the rest of a longer one is left out."""
    if width(name) <= columns:
        return name + " " * (columns - width(name))
    cut = name
    while width(cut) >= columns:
        cut = cut[:-1]
    return f"{cut}…{' ' * (columns - 1 - width(cut))}"
