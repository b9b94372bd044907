"""Where moments lie: names and ends as points, dates as ticks counted from the origin of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.language.ir import DayNear, Endpoint, Moment, Name, OnDate, Own, Ref, Subject, Var, Which
from reasoner.language.rewrite import find
from reasoner.program.beside import Beside
from reasoner.program.formula import Ends, Instant
from reasoner.program.lengths import Grid
from reasoner.program.relations import Scene
from reasoner.program.terms import quote
from reasoner.theory.ir import Theory
from reasoner.times.civil import day_of, days_window
from reasoner.times.ir import Date, Extent, Shape, Window
from reasoner.times.members import members
from reasoner.times.windows import extent

FOREVER = "forever"
"""The point that no time of the dossier outlasts; used where a state goes on and `reported` is not told."""

_ALWAYS = Ends(Instant("0", infinite=-1), Instant("0", infinite=1))


@dataclass(frozen=True, slots=True)
class DatesTold:
    """The first and the last tick of all dates of a theory and of `reported`, and those of each date that is said and has both."""

    first: int | None = None
    last: int | None = None
    spans: tuple[tuple[int, int], ...] = ()

    def middle(self, day: int) -> int:
        """A midnight (UTC) between the first and the last, so that numbers stay small on both sides; 0 without dates."""
        return 0 if self.first is None or self.last is None else (self.first + self.last) // 2 // day * day


@dataclass(frozen=True, slots=True)
class Calendar:
    """The zone and clock of the dossier, the tick that the program calls 0, and where its dates lie."""

    theory: Theory
    origin: int
    told: DatesTold = DatesTold()

    def extent(self, date: Date) -> Extent:
        return extent(date, zone=self.theory.zone, clock=self.theory.clock)

    def scene(self, scale: int) -> Scene:
        """What relations are read in."""
        reported = self.theory.reported
        forever = Instant(FOREVER) if reported is None else Instant("0", reported - self.origin)
        return Scene(Grid(self.theory.clock, scale), forever, self.ends, self.windows, self.day)

    def reported(self) -> Instant | None:
        reported = self.theory.reported
        return None if reported is None else Instant("0", reported - self.origin)

    def ends(self, moment: Moment | Subject) -> Ends:
        """The first and last tick of a moment: of an occurrence its ends, of a date its window."""
        match moment:
            case Name() | Var():
                return Ends(Instant(f"s({term(moment)})"), Instant(f"e({term(moment)})"))
            case Endpoint(which, of):
                tick = Instant(f"{'s' if which is Which.START else 'e'}({term(of)})")
                return Ends(tick, tick)
            case OnDate(date):
                return self._window(self.extent(date).whole)
            case DayNear(moment=around):
                return Beside.of(moment, self.ends(around)).ends
            case _:
                msg = f"{moment} was let through"
                raise AssertionError(msg)

    def windows(self, moment: Moment) -> tuple[Ends, Ends]:
        """Where what lies in this moment starts, and where it ends."""
        if isinstance(moment, OnDate) and moment.date.shape is Shape.INTERVAL:
            found = self.extent(moment.date)
            return self._window(found.start), self._window(found.end)
        return self.ends(moment), self.ends(moment)

    def day(self, instant: Instant) -> Ends:
        """The first and last tick of the calendar day, in the zone of the dossier, in which a fixed moment lies."""
        first, last = self.ticks_of_day(day_of(instant.offset + self.origin, zone=self.theory.zone, clock=self.theory.clock))
        return Ends(Instant("0", first), Instant("0", last))

    def ticks_of_day(self, day: int) -> tuple[int, int]:
        """The first and last tick of a calendar day, counted from the origin."""
        window = days_window(day, day, zone=self.theory.zone, clock=self.theory.clock)
        assert window.earliest is not None
        assert window.latest is not None
        return window.earliest - self.origin, window.latest - self.origin

    def _window(self, window: Window) -> Ends:
        first, last = window.earliest, window.latest
        return Ends(
            _ALWAYS.start if first is None else Instant("0", first - self.origin),
            _ALWAYS.end if last is None else Instant("0", last - self.origin),
        )


def term(ref: Ref) -> str:
    """A name as an ASP string, a variable as itself."""
    assert not isinstance(ref, Own)
    return quote(ref.id) if isinstance(ref, Name) else ref.id


def calendar_of(theory: Theory) -> Calendar:
    """That of a theory, with all of its dates; it begins in the middle of them."""
    told = _dates_told(theory)
    return Calendar(theory, told.middle(86_400 // theory.clock.value), told)


def _dates_told(theory: Theory) -> DatesTold:
    laws = tuple((law.given, law.unless, law.then, law.never, law.must) for law in theory.laws)
    said = (tuple(one.readings for one in theory.said), tuple(document.phrases for document in theory.documents))
    windows = [(told, window) for told in (True, False) for window in _windows(said if told else laws, theory)]
    ticks = [tick for _, window in windows for tick in (window.earliest, window.latest) if tick is not None]
    ticks += [] if theory.reported is None else [theory.reported]
    bounded = [(one.earliest, one.latest) for told, one in windows if told]
    narrow = ((first, last) for first, last in bounded if first is not None and last is not None)
    return DatesTold(min(ticks, default=None), max(ticks, default=None), tuple(dict.fromkeys(narrow)))


def _windows(sentences: object, theory: Theory) -> Iterator[Window]:
    """Those of the plain dates that stand there."""
    dates = dict.fromkeys(plain for node in find(sentences, Date) for plain in members(node))
    return (extent(date, zone=theory.zone, clock=theory.clock).whole for date in dates)
