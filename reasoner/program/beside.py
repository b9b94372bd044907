"""A day that is counted from an end: `the 2nd friday after raid` is a time of its own, `beside(after,4,2,e("raid"))`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.language.ir import DayNear, Side
from reasoner.program.formula import Ends, Instant, Le
from reasoner.times.days_beside import USUAL, WORKED, Workweek, nth_day

_ANY = "any"


@dataclass(frozen=True, slots=True)
class Beside:
    """The n-th day, or day of the week, after or before the day on which `anchor` lies, a point as ASP text; the 0th is that day."""

    after: bool
    day: int | None
    nth: int
    anchor: str

    @classmethod
    def of(cls, told: DayNear, around: Ends) -> Beside:
        """What is told: after the end of something, or before its start."""
        after = told.side is Side.AFTER
        return cls(after, told.day, told.nth, (around.end if after else around.start).point)

    @classmethod
    def day_of_start(cls, one: Ends) -> Beside:
        """The day on which something starts, as the 0th after that."""
        return cls(after=True, day=None, nth=0, anchor=one.start.point)

    @classmethod
    def thirty_days_on(cls, one: Ends) -> Beside:
        """The 30th day after that on which something starts."""
        return cls(after=True, day=None, nth=30, anchor=one.start.point)

    @classmethod
    def read(cls, term: str) -> Beside:
        """From its term."""
        side, day, nth, anchor = term[len("beside(") : -1].split(",", 3)
        return cls(side == Side.AFTER.value, None if day == _ANY else int(day), int(nth), anchor)

    @property
    def term(self) -> str:
        side = Side.AFTER if self.after else Side.BEFORE
        return f"beside({side.value},{_ANY if self.day is None else self.day},{self.nth},{self.anchor})"

    @property
    def ends(self) -> Ends:
        return Ends(Instant(f"s({self.term})"), Instant(f"e({self.term})"))

    def day_of(self, day: int, week: Workweek) -> int:
        """Which day it is where the anchor lies on this one."""
        return nth_day(self.day, self.nth if self.after else -self.nth, day, week)

    @property
    def clear(self) -> tuple[Le, ...]:
        """It begins when its anchor is over, or ends before it, or is the day of its anchor."""
        start, end = self.ends.start.point, self.ends.end.point
        if self.nth == 0:
            return Le(start, self.anchor, 0), Le(self.anchor, end, 0)
        return (Le(self.anchor, start, -1) if self.after else Le(end, self.anchor, -1),)

    def margin(self, week: Workweek) -> int:
        """How many days beyond the dates of its anchor it still matters which day it is, should these be given up."""
        return self._far(week)[1] + 7

    def _far(self, week: Workweek) -> tuple[int, int]:
        """The fewest and the most days that it can be away from its anchor."""
        if self.day is None:
            return self.nth, self.nth
        return (self.nth, week.longest(self.nth)) if self.day == WORKED else (7 * self.nth - 6, 7 * self.nth)

    def away(self, day: int, week: Workweek) -> tuple[int, int]:
        """The least and the most that it starts after its anchor, in ticks, where a day has so many."""
        nearest, farthest = self._far(week)
        return (day * (nearest - 1) + 1, day * farthest) if self.after else (1 - day * (farthest + 1), -day * nearest)


def beside_of(point: str) -> Beside | None:
    """The day of which a point is an end, if it is that of such a day."""
    return Beside.read(point[2:-1]) if point.startswith(("s(beside(", "e(beside(")) else None


def apart(one: Beside, other: Beside, day: int, slack: int) -> tuple[Le, ...]:
    """How far two days that are counted from one anchor lie apart, whatever day of the week that is; as in `loosely`.

    Nothing of days that are worked, of which holidays are left out.
    """
    if WORKED in (one.day, other.day):
        return ()
    found = [other.day_of(nth, USUAL) - one.day_of(nth, USUAL) for nth in range(7)]
    start, later = one.ends.start.point, other.ends.start.point
    return Le(start, later, slack - day * min(found)), Le(later, start, slack + day * max(found))


def loosely(told: Beside, day: int, slack: int, week: Workweek) -> Iterator[Le]:
    """What is so of it wherever its anchor lies. A day has so many ticks, or some more or less where clocks are changed."""
    least, most = told.away(day, week)
    start, end = told.ends.start.point, told.ends.end.point
    yield from (Le(told.anchor, start, slack - least), Le(start, told.anchor, slack + most))
    yield from (Le(start, end, slack + 1 - day), Le(end, start, slack + day - 1))
