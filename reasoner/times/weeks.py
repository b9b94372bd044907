"""Weeks of the year as ISO 8601 counts them: `2015-W08`, from Monday on; week 1 is that of the first Thursday."""

from __future__ import annotations

import re

from reasoner.times.civil import date_of, day_number, weekday
from reasoner.times.errors import DateError
from reasoner.times.ir import Civil, Date, Shape
from reasoner.times.to_words import day_words, year_words

WEEK = re.compile(r"(?P<year>-?\d{4}|Y-?\d{5,})-W(?P<week>\d\d)")


def parse_week(text: str) -> Date:
    """The days of a week; raises `DateError`."""
    found = WEEK.fullmatch(text)
    assert found is not None
    year, week = int(found["year"].lstrip("Y")), int(found["week"])
    first = _first_week(year) + 7 * (week - 1)
    if not _first_week(year) <= first < _first_week(year + 1):
        most = (_first_week(year + 1) - _first_week(year)) // 7
        raise DateError(f"{year_words(year)} has no week {found['week']}", found.start("week"), f"it has weeks 01 to {most}")
    start, end = Civil(*date_of(first)), Civil(*date_of(first + 6))
    days = f"{day_words(first)} to {day_words(first + 6)}"
    return Date(Shape.ONE_OF, start, end, text, words=f"in week {week} of {year_words(year)} ({days})")


def week_name(day: int) -> tuple[int, int]:
    """The year and the week in which the week that begins on this Monday is counted."""
    year = date_of(day + 3)[0]
    return year, (day - _first_week(year)) // 7 + 1


def _first_week(year: int) -> int:
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth)
