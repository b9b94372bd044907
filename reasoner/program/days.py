"""What the program is told of days: which of them a point can lie on, and which is the n-th after it.

`need(beside(after,any,1,e("raid")))`   becomes `near(beside(..),F,L,A,B).`: it is from A to B where the raid ends from F to L

Which day it is only grows with the end, so that each bound follows from one: it begins no earlier than A if the end lies not
before F. Beyond the days that are told it lies about as many times 24 hours away, and that is all that is known there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from reasoner.program.beside import Beside, apart, loosely
from reasoner.program.formula import Le
from reasoner.program.hulls import Hull
from reasoner.program.moments import Calendar
from reasoner.program.terms import quote
from reasoner.times.civil import day_of
from reasoner.times.daylike import exclude, implies, is_like
from reasoner.times.zones import is_steady

_MOST_DAYS = 400
_YEARS = 3
"""How many times as many days are looked at where some are told as one run."""
_MONTH = 31
_YES = MappingProxyType({True: "yes", False: "no"})
_AROUND = (21, 14, 7, 0)
"""How many days beside those that are told are looked at, too."""
_CHANGED = 2 * 3_600
"""By how many seconds clocks are changed at most."""


@dataclass(frozen=True, slots=True)
class DaysTold:
    """Answers for days: which days a point can lie on, and which day is the next."""

    calendar: Calendar

    @property
    def day(self) -> int:
        """How many ticks a day of 24 hours has."""
        return 86_400 // self.calendar.theory.clock.value

    @property
    def _slack(self) -> int:
        """By how many ticks a number of days may be longer or shorter than so many times 24 hours."""
        theory = self.calendar.theory
        return 0 if is_steady(theory.zone) else _CHANGED // theory.clock.value

    def together(self, key: str, hull: Hull | None) -> tuple[str, ...]:
        """The days in which the better known of two points can lie; outside of them, and where nothing is known, the two are
        less than a day apart.
        """
        nearby = f"nearby({key},{self.day - 1})."
        days = self._days(hull)
        if hull is None or days is None:
            return (nearby, f"outside({key}).")
        ticks = [self.calendar.ticks_of_day(day) for day in days]
        lines = tuple(f"day({key},{start},{end})." for start, end in ticks)
        if hull.certain:
            return lines
        return (*lines, nearby, f"early({key},{ticks[0][0] - 1}).", f"late({key},{ticks[-1][1] + 1}).")

    def beside(self, told: Beside, hull: Hull | None) -> tuple[str, ...]:
        """Which day it is, by the days on which its anchor can lie; those with the same answer are told as one."""
        own = self._around(told, hull)
        days = own or self._days_told()
        certain = own is not None and hull is not None and hull.certain
        found: dict[int, list[int]] = {}
        for day in days:
            found.setdefault(told.day_of(day, self.calendar.theory.workweek), []).append(day)
        if certain and len(found) == 1:
            first, last = self.calendar.ticks_of_day(next(iter(found)))
            return tuple(_at(told.ends.start.point, first) + _at(told.ends.end.point, last))
        lines = [self._near(told, which, (around[0], around[-1])) for which, around in found.items()]
        lines += [f"diff({one.left},{one.right},{one.limit})." for one in told.clear]
        if certain:
            return tuple(lines)
        loose = (_astray(one, told) for one in loosely(told, self.day, self._slack, self.calendar.theory.workweek))
        return (*lines, *loose, *self._beyond(told, days))

    def _beyond(self, told: Beside, days: Sequence[int]) -> Iterator[str]:
        """Where the anchor lies on none of these days, which are in order."""
        if not days:
            yield from (f"beyond({told.term}).", f"undated({told.anchor}).")
            return
        for one, other in pairwise(days):
            if other > one + 1:
                first, last = self.calendar.ticks_of_day(one)[1] + 1, self.calendar.ticks_of_day(other)[0] - 1
                yield f"between({told.term},{first},{last})."
        yield f"earlier({told.term},{self.calendar.ticks_of_day(days[0])[0] - 1})."
        yield f"later({told.term},{self.calendar.ticks_of_day(days[-1])[1] + 1})."

    def runs(self, point: str, kind: str, hull: Hull | None) -> tuple[str, ...]:
        """On which days a point would be on one of a kind, and on which not, as runs: of the days on which it can lie, with a month
        beside, and of all that are told.
        """
        far = 0 if hull and hull.certain else _MONTH * self.day
        own = self._days(hull and Hull(hull.earliest - far, hull.latest + far, hull.certain), _YEARS) or ()
        days = own if hull and hull.certain and own else sorted({*own, *self._days_told()})
        found: list[tuple[bool, int, int]] = []
        for day in days:
            like = is_like(day, kind)
            if found and found[-1][0] == like and found[-1][2] == day - 1:
                found[-1] = (like, found[-1][1], day)
            else:
                found.append((like, day, day))
        lines = [f"run({point},{quote(kind)},{self._ticks(first, last)},{_YES[like]})." for like, first, last in found]
        return (*lines, *([] if days else [f"undated({point})."]))

    @staticmethod
    def kinds(pair: tuple[str, str]) -> tuple[str, ...]:
        """Whether a day of the one kind can be, or must be, one of the other."""
        key = ",".join(map(quote, pair))
        return (*([f"apart({key})."] if exclude(*pair) else []), *([f"implies({key})."] if implies(*pair) else []))

    def _ticks(self, first: int, last: int) -> str:
        return f"{self.calendar.ticks_of_day(first)[0]},{self.calendar.ticks_of_day(last)[1]}"

    def _days_told(self) -> list[int]:
        """The days that are told, by themselves or as one of a month, with those around them as long as these are not too many."""
        theory = self.calendar.theory
        spans: list[tuple[int, int]] = []
        for first, last in self.calendar.told.spans:
            if last - first <= _MONTH * self.day:
                earliest, latest = (day_of(tick, zone=theory.zone, clock=theory.clock) for tick in (first, last))
                spans.append((earliest, latest))
        around = ({day for first, last in spans for day in range(first - far, last + far + 1)} for far in _AROUND)
        return sorted(next((days for days in around if len(days) <= _MOST_DAYS), ()))

    def both(self, one: Beside, other: Beside) -> tuple[str, ...]:
        """How far two days with one anchor lie apart, where that is beyond the dates of either."""
        return tuple(_astray(bound, far) for bound in apart(one, other, self.day, self._slack) for far in (one, other))

    def hull(self, told: Beside, anchor: Hull | None) -> Hull | None:
        """Where it lies, from the start of its first day to the end of its last."""
        days = self._days(anchor)
        if anchor is None or days is None:
            return None
        first, last = (told.day_of(day, self.calendar.theory.workweek) for day in (days[0], days[-1]))
        return Hull(self.calendar.ticks_of_day(first)[0], self.calendar.ticks_of_day(last)[1], anchor.certain, anchor.open)

    def _near(self, told: Beside, which: int, around: tuple[int, int]) -> str:
        return f"near({told.term},{self._ticks(*around)},{self._ticks(which, which)})."

    def _around(self, told: Beside, hull: Hull | None) -> range | None:
        """The days on which the anchor is looked for; where it has no dates these are those of all that is dated."""
        all_dates, origin = self.calendar.told, self.calendar.origin
        if hull is None and all_dates.first is not None and all_dates.last is not None:
            hull = Hull(all_dates.first - origin, all_dates.last - origin, certain=False)
        if hull is None or hull.certain:
            return self._days(hull)
        far = told.margin(self.calendar.theory.workweek) * self.day
        wide = Hull(hull.earliest - far, hull.latest + far, certain=False)
        return self._days(wide, 7 if told.day in range(7) else 1) or self._days(hull)

    def _days(self, hull: Hull | None, together: int = 1) -> range | None:
        """The numbers of the days in a hull; None where it has none, or too many, of which some are told `together`."""
        if hull is None or hull.earliest > hull.latest or hull.latest - hull.earliest > _MOST_DAYS * together * self.day:
            return None
        theory = self.calendar.theory
        ticks = (hull.earliest + self.calendar.origin, hull.latest + self.calendar.origin)
        first, last = (day_of(tick, zone=theory.zone, clock=theory.clock) for tick in ticks)
        return range(first, last + 1)


def _astray(bound: Le, beyond: Beside) -> str:
    return f"astray({bound.left},{bound.right},{bound.limit},{beyond.term})."


def _at(point: str, tick: int) -> list[str]:
    return [f"diff({point},0,{tick}).", f"diff(0,{point},{-tick})."]
