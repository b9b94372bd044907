"""The window of one date: all its ticks, wider where it is told roughly."""

from __future__ import annotations

from types import MappingProxyType

from reasoner.times.civil import DAY, date_of, day_number, month_start, wall_window
from reasoner.times.errors import NoSuchTime, TooFine
from reasoner.times.ir import Civil, Clock, PartMark, Unit, Window
from reasoner.times.months import add_months_to_day

# Season, quarter or other part of a year: its first month and the number of months. Meteorological: 21 and 25 begin in
# March, 29 (southern spring) in September; 24, 28 and 30 begin in December and end in the year after.
_SEASONS = dict(
    zip(
        range(21, 42),
        [(3, 3), (6, 3), (9, 3), (12, 3)] * 2
        + [(9, 3), (12, 3), (3, 3), (6, 3)]
        + [(1, 3), (4, 3), (7, 3), (10, 3)]
        + [(1, 4), (5, 4), (9, 4)]
        + [(1, 6), (7, 6)],
        strict=True,
    )
)
PARTS_OF_DAY = MappingProxyType(
    {
        "dawn": (4, 7),
        "early-morning": (5, 8),
        "morning": (6, 12),
        "midday": (11, 13),
        "afternoon": (12, 18),
        "evening": (18, 23),
        "night": (22, 30),
    }
)
"""Each part of a day by its first hour and the hour at which it is over; the night reaches into the next day."""

_CLOCK_UNITS = ((3_600, "hour"), (60, "minute"), (1, "second"))


def civil_window(civil: Civil, *, zone: str, clock: Clock) -> Window:
    """All ticks of one date, widened where it is approximate; raises as `extent` does."""
    return widened_window(civil, zone, clock)[0]


def widened_window(civil: Civil, zone: str, clock: Clock) -> tuple[Window, str]:
    """The window of one date, and by how much it was widened; `zone` is for what names none of its own."""
    own = civil.zone or zone
    if civil.hour is not None:
        window, by = _clock_time(civil, own, clock)
    else:
        first, stop = _days_told(civil)
        months, days = _given(civil)
        start = (add_months_to_day(first, -months) - days) * DAY
        end = (_months_after(stop, months) + days) * DAY
        if civil.part:
            hour, last = PARTS_OF_DAY[civil.part]
            start, end = start + hour * 3_600, end - DAY + last * 3_600
        window = wall_window(start, end, zone=own, clock=clock)
        by = _given_text(months, days)
    assert window.earliest is not None
    assert window.latest is not None
    if window.earliest > window.latest:
        raise NoSuchTime(
            f"the clocks of `{own}` never showed this time: they jumped over it",
            "give the time in UTC with `Z`, or with its offset such as `+01:00`",
        )
    return window, by


def _months_after(stop: int, months: int) -> int:
    """The day after the last one, so many months on."""
    return add_months_to_day(stop, months) if _is_month_start(stop) else add_months_to_day(stop - 1, months) + 1


def _is_month_start(day: int) -> bool:
    return date_of(day)[2] == 1


def _clock_time(civil: Civil, zone: str, clock: Clock) -> tuple[Window, str]:
    """The window of an hour, a minute or a second, and its unit; its tolerance is elapsed time."""
    assert civil.month is not None
    assert civil.day is not None
    assert civil.hour is not None
    told = (civil.minute is not None) + (civil.second is not None)
    length, unit = _CLOCK_UNITS[told]
    if length < clock.value:
        tick = clock.name.lower()
        raise TooFine(
            f"a date told to the {unit} is finer than the clock, which counts {tick}s",
            f"use a finer clock, such as `clock: {unit}`, or a coarser date",
        )
    day = day_number(civil.year, civil.month, civil.day)
    start = day * DAY + civil.hour * 3_600 + (civil.minute or 0) * 60 + (civil.second or 0)
    window = wall_window(start, start + length, zone=zone, clock=clock)
    if not civil.approximate or window.earliest is None or window.latest is None:
        return window, ""
    give = length // clock.value
    return Window(window.earliest - give, window.latest + give), f"1 {unit}"


def _days_told(civil: Civil) -> tuple[int, int]:
    """The first day, and the day after the last."""
    if civil.day is not None and civil.month is not None:
        day = day_number(civil.year, civil.month, civil.day)
        return day, day + 1
    if civil.season is not None:
        month, count = _SEASONS[civil.season]
        first = civil.year * 12 + month - 1
    elif civil.month is not None:
        first, count = civil.year * 12 + civil.month - 1, 1
    else:
        year, years = years_told(civil)
        first, count = year * 12, years * 12
    return month_start(first), month_start(first + count)


def years_told(civil: Civil) -> tuple[int, int]:
    """The first of the years that are told, and their number: with X digits, or few that are sure, more than one."""
    if civil.significant is not None:
        years = 10 ** (len(str(abs(civil.year))) - civil.significant)
        nearest = abs(civil.year) // years * years
        return (nearest if civil.year >= 0 else -nearest - years + 1), years
    negative = civil.unspecified.startswith("-")
    years = 10 ** civil.unspecified[: 5 if negative else 4].count("X")
    return (civil.year - years + 1 if negative else civil.year), years


def _given(civil: Civil) -> tuple[int, int]:
    """By how many months and days the date is widened on either side: one unit for each mark."""
    smallest = Unit.DAY if civil.day is not None and civil.month is not None else Unit.MONTH
    if civil.month is None and civil.season is None:
        smallest = Unit.YEAR
    end = (PartMark("~", smallest, alone=False),) if civil.approximate else ()
    months = days = 0
    for mark in (*civil.marks, *end):
        if mark.sign == "?":
            continue
        days += mark.part is Unit.DAY
        if mark.part is Unit.YEAR:
            months += 12 * years_told(civil)[1]
        elif mark.part is Unit.MONTH:
            months += 1 if civil.season is None else _SEASONS[civil.season][1]
    return months, days


def _given_text(months: int, days: int) -> str:
    years, rest = divmod(months, 12)
    parts = ((years, "year"), (rest, "month"), (days, "day"))
    return " and ".join(f"{count} {unit}" if count == 1 else f"{count} {unit}s" for count, unit in parts if count)
