"""Dates of two other calendars: `hijri 1433-05-10` (of the Islamic calendar) and `julian 1582-10-04`; also months and years of them.

Hijri dates of the years 1343 to 1500 follow the Umm al-Qura calendar (`hijridate`). For other years months are reckoned
(`convertdate`, the civil tabular calendar), and the moon may have been seen a day before or after: such a date is any of three. Years of the Julian calendar are astronomical, as in EDTF: 0 is 1 BC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from convertdate import islamic, julian
from hijridate import Hijri

from reasoner.times.civil import MONTH_NAMES, date_of, day_number
from reasoner.times.date_words import date_words
from reasoner.times.errors import DateError
from reasoner.times.ir import Civil, Date, Edge, Shape
from reasoner.times.to_words import year_words

_TOLD = re.compile(r"(?P<calendar>hijri|julian)\s+(?P<year>-?\d{1,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_OBSERVED = (1343, 1500)
"""The years for which it is known when a month began."""


def parse_in_calendar(text: str) -> Date:
    """The date as one of the civil calendar; raises `DateError`."""
    found = _TOLD.fullmatch(text)
    if found is None:
        raise DateError(f"`{text}` is no date", 0, "write `hijri 1433-05-10`, `hijri 1433-05` or `julian 1582-10-04`")
    year, month, day = (None if found[part] is None else int(found[part]) for part in ("year", "month", "day"))
    assert year is not None
    told = _Told(found["calendar"], year, month, day)
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"there is no month {found['month']}", found.start("month"), "months go from 01 to 12")
    if told.calendar == "hijri" and year < 1:
        raise DateError("the Hijri calendar begins with year 1", found.start("year"), "")
    if day is not None and not 1 <= day <= told.days:
        raise DateError(f"{told.month_words} has no day {found['day']}", found.start("day"), f"it goes from 01 to {told.days}")
    first, last = told.days_meant
    shifts = (-1, 0, 1) if told.is_reckoned else (0,)
    every = tuple(_date(first + shift, last + shift) for shift in shifts)
    words = f"{date_words(_date(first + shifts[0], last + shifts[-1]))} ({told.words})"
    if len(every) == 1:
        return replace(every[0], text=text, words=words)
    return Date(Shape.ANY, Edge.UNKNOWN, Edge.UNKNOWN, text, every, words)


def _date(first: int, last: int) -> Date:
    start, end = (Civil(*date_of(number)) for number in (first, last))
    return Date(Shape.DATE if first == last else Shape.ONE_OF, start, end)


@dataclass(frozen=True, slots=True)
class _Told:
    """A year, a month or a day of a calendar."""

    calendar: str
    year: int
    month: int | None
    day: int | None

    @property
    def is_reckoned(self) -> bool:
        return self.calendar == "hijri" and not _OBSERVED[0] <= self.year <= _OBSERVED[1]

    @property
    def days(self) -> int:
        """How many days the month has; of a month that is only reckoned, as many as it may have."""
        assert self.month is not None
        if self.calendar == "julian":
            leap = self.month == 2 and self.year % 4 == 0
            return 29 if leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[self.month - 1]
        return 30 if self.is_reckoned else Hijri(self.year, self.month, 1).month_length()

    @property
    def days_meant(self) -> tuple[int, int]:
        """The numbers of the first and the last day."""
        first = self._number(self.month or 1, self.day or 1)
        if self.day:
            return first, first
        return first, self._number(self.month or 12, 1) + replace(self, month=self.month or 12).days - 1

    def _number(self, month: int, day: int) -> int:
        if self.calendar == "julian":
            return day_number(*julian.to_gregorian(self.year, month, day))
        if self.is_reckoned:
            return day_number(*islamic.to_gregorian(self.year, month, day))
        known = Hijri(self.year, month, day).to_gregorian()
        return day_number(known.year, known.month, known.day)

    @property
    def month_words(self) -> str:
        assert self.month is not None
        name = MONTH_NAMES[self.month - 1] if self.calendar == "julian" else Hijri(_OBSERVED[0], self.month, 1).month_name()
        return f"{name} {year_words(self.year) if self.calendar == 'julian' else f'{self.year} AH'}"

    @property
    def words(self) -> str:
        of = year_words(self.year) if self.calendar == "julian" else f"{self.year} AH"
        told = of if self.month is None else self.month_words if self.day is None else f"{self.day} {self.month_words}"
        return f"{told}{', Julian' if self.calendar == 'julian' else ''}"
