"""Days told by a name: a day of the week, a part of a day, and days counted from another, `yesterday`, `last month`.

Each becomes a date: that of the days which are meant, called as it was told. `thursday 2016-03` is any Thursday of that
month; `thursday 2016-03-16` is at no time, for that was a Wednesday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reasoner.times.civil import DAY, date_of, day_number, weekday, weekday_after, weekday_before
from reasoner.times.civil_windows import civil_window
from reasoner.times.date_words import date_noun, date_words
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Civil, Clock, Date, Edge, Shape
from reasoner.times.members import members
from reasoner.times.x_digits import check_count

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_CLOCKED = {"hour": 60, "minute": 1}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def weekdays_in(day: int, date: Date, text: str) -> Date:
    """The days of a date that are this day of the week; 0 is Monday. Raises `UnfitTimeError`."""
    name = WEEKDAY_NAMES[day]
    spans = days_of(members(date), f"`{name.lower()}`")
    only = spans[0][0] if len(spans) == 1 and spans[0][0] == spans[0][1] else None
    found: tuple[Date, ...]
    if only is not None and _has_clock(date):
        found = (replace(date, text=""),) if weekday(only) == day else ()
    else:
        found = dates_of(one for first, last in spans for one in _weekdays(day, first, last))
    if only is not None:
        never = f"{date_noun(date)} was a {WEEKDAY_NAMES[weekday(only)]}"
        return _any(found, text, f"on {name}, {date_noun(date)}", never)
    when = re.sub("^(perhaps )?some time ", "", date_words(date))
    return _any(found, text, f"on a {name} {when}", f"there is no {name} {when}")


def part_of(part: str, date: Date, text: str) -> Date:
    """A part of a day, `dawn of 2013-01-19`; of several days that part of any. Raises `UnfitTimeError`."""
    if _has_clock(date):
        raise UnfitTimeError("a part of a day goes with a day, not with a clock time", "leave out one of the two")
    days = members(date)
    told = date.first
    if date.shape is Shape.DATE and isinstance(told, Civil) and told.day and not (told.unspecified or told.is_rough):
        civil = replace(told, part=part)
        return Date(Shape.DATE, civil, civil, text)
    every = [day for first, last in days_of(days, f"`{part} of`") for day in range(first, last + 1)]
    found = tuple(replace(one, first=_with_part(one.first, part), last=_with_part(one.last, part)) for one in dates_of(every))
    article = "at" if part in ("dawn", "midday") else "in the"
    return _any(found, text, f"{article} {part.replace('-', ' ')} of {date_noun(date)}")


def counted_from(word: str, date: Date) -> Date:
    """What `yesterday`, `last wednesday`, `next month` or `last hour` is, said at some time of a date. Raises `UnfitTimeError`."""
    ((first, last),) = days_of((date,), f"`{word}`")
    which, _, what = word.partition(" ")
    step = 1 if which == "next" else -1
    if what in _CLOCKED:
        found = _beside_clock(date, what, step, word)
    elif word in _SHIFTS:
        found = _range(first + _SHIFTS[word], last + _SHIFTS[word])
    elif what.capitalize() in WEEKDAY_NAMES:
        day = WEEKDAY_NAMES.index(what.capitalize())
        nearest = (
            (weekday_after(day, first), weekday_after(day, last))
            if step > 0
            else (weekday_before(day, first), weekday_before(day, last))
        )
        found = _any(dates_of(range(nearest[0], nearest[1] + 1, 7)), "", "")
    elif what == "week":
        found = _range(first - weekday(first) + 7 * step, last - weekday(last) + 6 + 7 * step)
    elif what in _MONTHS:
        found = _periods(first, last, _MONTHS[what], step)
    else:
        raise UnfitTimeError(f"`{word}` is not supported yet", "write the time itself")
    return replace(found, words=f"{date_words(found)} (“{_capitals(word)}”)")


def _beside_clock(date: Date, unit: str, step: int, word: str) -> Date:
    """The hour or the minute next before or after that in which a clock time lies."""
    told = date.first
    if (
        date.shape is not Shape.DATE
        or not isinstance(told, Civil)
        or told.hour is None
        or (unit == "minute" and told.minute is None)
    ):
        raise UnfitTimeError(
            f"`{word}` counts from a time that tells the {unit}; {date_noun(date)} does not", "write the time itself"
        )
    minutes = (told.minute or 0) + 60 * (told.hour + 24 * day_number(told.year, told.month or 1, told.day or 1))
    hour, minute = divmod(minutes + step * _CLOCKED[unit], 60)
    day, hour = divmod(hour, 24)
    civil = Civil(*date_of(day), hour=hour, minute=minute if unit == "minute" else None, zone=told.zone)
    return Date(Shape.DATE, civil, civil)


def _has_clock(date: Date) -> bool:
    sides = [side for one in (date, *date.members) for side in (one.first, one.last)]
    return any(isinstance(side, Civil) and side.hour is not None for side in sides)


def _capitals(word: str) -> str:
    return " ".join(part.capitalize() if part.capitalize() in WEEKDAY_NAMES else part for part in word.split())


def days_of(dates: Iterable[Date], told: str) -> list[tuple[int, int]]:
    """The first and the last day of each date, as its own zone counts them."""
    found = []
    for date in dates:
        if date.shape is Shape.INTERVAL or isinstance(date.first, Edge) or isinstance(date.last, Edge):
            raise UnfitTimeError(f"{told} needs a date with a first and a last day", "write one date, or `[a..b]`")
        sides = [replace(side, hour=None, minute=None, second=None, zone="") for side in (date.first, date.last)]
        start, end = (civil_window(side, zone="", clock=Clock.SECOND) for side in sides)
        assert start.earliest is not None
        assert end.latest is not None
        found.append((start.earliest // DAY, end.latest // DAY))
    return found


def _weekdays(day: int, first: int, last: int) -> range:
    return range(first + (day - weekday(first)) % 7, last + 1, 7)


def dates_of(days: Iterable[int]) -> tuple[Date, ...]:
    """Days, by their numbers, as dates."""
    found = []
    for day in days:
        civil = Civil(*date_of(day))
        found.append(Date(Shape.DATE, civil, civil))
        check_count(len(found), "this")
    return tuple(found)


def _with_part(side: Civil | Edge, part: str) -> Civil:
    assert isinstance(side, Civil)
    return replace(side, part=part)


def _any(found: tuple[Date, ...], text: str, words: str, never: str = "") -> Date:
    if len(found) == 1:
        return replace(found[0], text=text, words=words)
    return Date(Shape.ANY, Edge.UNKNOWN, Edge.UNKNOWN, text, found, words, "" if found else never)


def _range(first: int, last: int) -> Date:
    start, end = (Civil(*date_of(day)) for day in (first, last))
    return Date(Shape.DATE if first == last else Shape.ONE_OF, start, end)


def _periods(first: int, last: int, months: int, step: int) -> Date:
    """The months, quarters or years before or after those in which two days lie."""
    start, end = ((date_of(day)[0] * 12 + date_of(day)[1] - 1) // months + step for day in (first, last))
    sides = []
    for index in (start, end):
        year, month = divmod(index * months, 12)
        sides.append(
            Civil(year) if months == 12 else Civil(year, season=33 + month // 3) if months == 3 else Civil(year, month + 1)
        )
    return Date(Shape.DATE if start == end else Shape.ONE_OF, sides[0], sides[1])
