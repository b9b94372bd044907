"""Which periods there are of what recurs, and when they are: what `Needs` tells of them.

`need(periods("duty",1,"month","d"))`   becomes `period(1,"month","d","2015-03",0).` and two bounds for each of its ends

They lie between the first and the last tick that the dossier tells, or, where these would be too many, where the thing itself lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.program.hulls import Hulls
from reasoner.program.moments import Calendar
from reasoner.program.terms import quote
from reasoner.times.civil import day_of
from reasoner.times.ir import Unit
from reasoner.times.lengths import MONTHLY, months_in, ticks_in
from reasoner.times.months import add_months, least_most
from reasoner.times.periods import periods
from reasoner.times.to_text import tick_text
from reasoner.times.to_words import ordinal

_MOST = 400
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class PeriodsTold:
    """Answers for periods; `args` are the rule, how many of which unit, and of what, as ASP texts."""

    calendar: Calendar
    hulls: Hulls

    def told(self, args: tuple[str, ...]) -> tuple[str, ...]:
        """The facts of one need; a fault is asked for where there are too many."""
        owner, count, unit, of = args[0], int(args[1]), Unit(args[2].strip('"')), args[3]
        if of.startswith("fresh("):
            return ()
        within = self._within(of, count, unit)
        if within is None:
            return (f"need(frequent({owner})).",)
        key = f"{count},{args[2]},{of}"
        if count == 1:
            lines = self._of_calendar(unit, within)
        else:
            lines = self._dated(count, unit, within) if of.startswith("span(") else self._counted(count, unit, of, within)
        return tuple(line.replace("KEY", key, 1) for line in lines)

    def _within(self, of: str, count: int, unit: Unit) -> tuple[int, int] | None:
        """The first and last tick, from the origin, between which periods are told; None for more of them than can be."""
        told, origin = self.calendar.told, self.calendar.origin
        if told.first is None or told.last is None:
            return (0, -1)
        size, first, last = self._least(unit, 1) * count, told.first - origin, told.last - origin
        low, high = self._own(of)
        if (last - first) // size > _MOST:
            first, last = max(first, first if low is None else low), min(last, last if high is None else high)
        if of.startswith("span("):
            first, last = max(first, first if low is None else low), min(last, last if high is None else high)
        return (first, last) if (last - first) // size <= _MOST else None

    def _own(self, of: str) -> tuple[int | None, int | None]:
        """Where the thing itself lies."""
        if of.startswith("span("):
            low, high = (None if text == "none" else int(text) for text in of[5:-1].split(","))
            return low, high
        start, end = self.hulls.of(f"s({of})"), self.hulls.of(f"e({of})")
        return (None if start is None or start.open else start.earliest), (None if end is None or end.open else end.latest)

    def _least(self, unit: Unit, count: int) -> int:
        clock = self.calendar.theory.clock
        if unit in MONTHLY:
            return least_most(count * months_in(unit), clock)[0]
        return max(int(count * ticks_in(unit, clock)), 1)

    def _of_calendar(self, unit: Unit, within: tuple[int, int]) -> Iterator[str]:
        theory, origin = self.calendar.theory, self.calendar.origin
        first, last = within
        if first > last:
            return
        for period in periods(unit, (first + origin, last + origin), zone=theory.zone, clock=theory.clock):
            name = quote(period.name)
            assert period.window.earliest is not None
            assert period.window.latest is not None
            yield f"period(KEY,{name},0)."
            yield from _at(f"s({name})", "0", period.window.earliest - origin)
            yield from _at(f"e({name})", "0", period.window.latest - origin)

    def _dated(self, count: int, unit: Unit, within: tuple[int, int]) -> Iterator[str]:
        """Those that are counted from the start of a date: `[2015-01-01..2015-02-28]`."""
        theory, origin = self.calendar.theory, self.calendar.origin
        (start, last), nth = within, 1
        while True:
            stop = within[0] + nth * self._least(unit, count)
            if unit in MONTHLY:
                months = nth * count * months_in(unit)
                stop = add_months(within[0] + origin, months, zone=theory.zone, clock=theory.clock) - origin
            if stop - 1 > last:
                return
            name = quote(f"[{self._text(start, start)}..{self._text(stop - 1, stop)}]")
            yield f"period(KEY,{name},{nth - 1})."
            yield from (*_at(f"s({name})", "0", start), *_at(f"e({name})", "0", stop - 1))
            start, nth = stop, nth + 1

    def _text(self, tick: int, border: int) -> str:
        """A tick as a date; without its clock time where the border beside it is that of a day."""
        theory, origin = self.calendar.theory, self.calendar.origin
        told = tick_text(tick + origin, zone=theory.zone, clock=theory.clock)
        day = day_of(border + origin, zone=theory.zone, clock=theory.clock)
        return told.partition("T")[0] if self.calendar.ticks_of_day(day)[0] == border else told

    def _counted(self, count: int, unit: Unit, of: str, within: tuple[int, int]) -> Iterator[str]:
        """Those that are counted from the start of the thing; months are counted by the program (see `recurring`)."""
        taken = {named.id for named in self.calendar.theory.names}
        size, start = self._least(unit, count), f"s({of})"
        for nth in range(max(within[1] - within[0] + 1, 0) // (self._least(unit, 1) * count)):
            called = f"{of.strip(_QUOTE)}-{ordinal(nth + 1)}-{count}-{unit.value}s"
            while called in taken:
                called = f"the-{called}"
            name = quote(called)
            yield f"period(KEY,{name},{nth})."
            if unit not in MONTHLY:
                yield from (*_at(f"s({name})", start, nth * size), *_at(f"e({name})", start, (nth + 1) * size - 1))


def _at(point: str, other: str, ticks: int) -> Iterator[str]:
    """The one lies so many ticks after the other."""
    yield f"diff({point},{other},{ticks})."
    yield f"diff({other},{point},{-ticks})."
