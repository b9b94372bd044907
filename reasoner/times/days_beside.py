"""Days that are counted from others: the next, the 2nd Friday after, the 10th that is worked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from reasoner.times.civil import weekday, weekday_after, weekday_before
from reasoner.times.date_words import date_noun, date_words
from reasoner.times.ir import Date
from reasoner.times.named_days import WEEKDAY_NAMES, dates_of, days_of
from reasoner.times.to_words import ordinal

WORKED: Final = 7
"""In place of a day of the week, of which 0 is Monday: any day that is worked."""
_WEEKEND = frozenset((5, 6))


@dataclass(frozen=True, slots=True)
class Workweek:
    """Which days are worked: none of `weekend`, days of the week, fewer than seven, and none of `holidays`, by their numbers."""

    weekend: frozenset[int] = _WEEKEND
    holidays: frozenset[int] = frozenset()

    def is_worked(self, day: int) -> bool:
        return weekday(day) not in self.weekend and day not in self.holidays

    def longest(self, nth: int) -> int:
        """A number of days among which there are so many that are worked, wherever one begins to count."""
        weeks = -(-nth // (7 - len(self.weekend)))
        return 7 * (weeks + len(self.holidays)) + len(self.weekend)


USUAL: Final = Workweek()


def holidays(dates: Iterable[Date]) -> frozenset[int]:
    """The days of these dates. Raises `UnfitTimeError` where one has no first and last day."""
    return frozenset(day for first, last in days_of(tuple(dates), "a holiday") for day in range(first, last + 1))


def nth_day(day: int | None, nth: int, of: int, week: Workweek) -> int:
    """The n-th day after another, or the n-th such day of the week, or that is worked; before it where n is negative.

    Days go by their numbers. With 0 it is that day itself.
    """
    if day is None:
        return of + nth
    if day == WORKED:
        return _nth_worked(nth, of, week)
    return weekday_after(day, of) + 7 * (nth - 1) if nth > 0 else weekday_before(day, of) + 7 * (nth + 1)


def _nth_worked(nth: int, of: int, week: Workweek) -> int:
    step = 1 if nth > 0 else -1
    day, left = of, abs(nth)
    while left:
        day += step
        left -= week.is_worked(day)
    return day


def day_words(day: int | None, nth: int) -> str:
    """Such as "day", "2nd Friday", "10th working day"."""
    name = "day" if day is None else "working day" if day == WORKED else WEEKDAY_NAMES[day]
    return name if nth == 1 else f"{ordinal(nth)} {name}"


def day_beside(which: tuple[int | None, int], date: Date, text: str, *, after: bool, week: Workweek = USUAL) -> Date:
    """The n-th day, or such day of the week, before or after all of a date; n is 1 for the next. Raises `UnfitTimeError`."""
    day, nth = which
    told = f"{day_words(day, nth)} {'after' if after else 'before'}"
    ((first, last),) = days_of((date,), f"`the {told.lower()}`")
    (one,) = dates_of((nth_day(day, nth, last, week) if after else nth_day(day, -nth, first, week),))
    return replace(one, text=text, words=f"{date_words(one)} (the {told} {date_noun(date)})")
