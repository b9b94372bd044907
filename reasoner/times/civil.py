"""Days, months and clock times of the proleptic Gregorian calendar, for any year.

Days are numbered from 1970-01-01 (day 0). A *wall time* is what a local clock and calendar show, as seconds since
1970-01-01T00:00 by that clock; an *instant* is seconds since 1970-01-01T00:00Z. Years are astronomical (0 is 1 BC).
"""

from __future__ import annotations

from reasoner.times.ir import Clock, Window
from reasoner.times.zones import first_instant, instant_of, last_instant, offset_at

DAY = 86_400
"""Seconds of a day of 24 hours."""

CYCLE_MONTHS, CYCLE_DAYS = 4_800, 146_097
"""The calendar repeats after 400 years."""

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_number(year: int, month: int, day: int = 1) -> int:
    """Days from 1970-01-01 to a date (Hinnant, `days_from_civil`).

    The year is taken to begin in March, so that the leap day is its last and month lengths follow one formula.
    """
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * CYCLE_DAYS + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def date_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number (Hinnant, `civil_from_days`)."""
    era, day_of_era = divmod(day + 719_468, CYCLE_DAYS)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    place = (5 * day_of_year + 2) // 153
    month = place + 3 if place < 10 else place - 9
    return era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * place + 2) // 5 + 1


def is_leap(year: int) -> bool:
    """Whether February of this year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def month_start(index: int) -> int:
    """The number of the first day of a month counted from January of year 0."""
    year, month = divmod(index, 12)
    return day_number(year, month + 1)


def weekday(day: int) -> int:
    """The weekday of a day number; 0 is Monday."""
    return (day + 3) % 7


def weekday_before(wanted: int, day: int) -> int:
    """The last day before another that is this day of the week."""
    return day - 1 - (weekday(day - 1) - wanted) % 7


def weekday_after(wanted: int, day: int) -> int:
    """The first day after another that is this day of the week."""
    return day + 1 + (wanted - weekday(day + 1)) % 7


def wall_of(tick: int, *, zone: str, clock: Clock) -> int:
    """The wall time of a tick in a zone, a whole number of ticks.

    Where a zone is not a whole number of ticks ahead of UTC, a tick has the local minute or hour that begins within it,
    so that it is the first of a day exactly if midnight lies in it.
    """
    last_second = tick * clock.value + clock.value - 1
    wall = last_second + offset_at(last_second, zone)
    return wall - wall % clock.value


def tick_of(wall: int, *, zone: str, clock: Clock) -> int:
    """The tick of a wall time: of two runs the first; a time that clocks skip moves on by the length of the gap."""
    return instant_of(wall, zone) // clock.value


def day_of(tick: int, *, zone: str, clock: Clock) -> int:
    """The number of the calendar day of a tick in a zone."""
    return wall_of(tick, zone=zone, clock=clock) // DAY


def wall_window(first: int, stop: int, *, zone: str, clock: Clock) -> Window:
    """All ticks at which a zone's clocks show a wall time from `first` to before `stop` (seconds).

    Where clocks were put back the window spans both runs of the hour; where they were put forward it can be empty
    (`earliest > latest`). Days share no tick and leave none out, also where a zone is not a whole number of ticks ahead.
    """
    earliest = first_instant(first, zone) // clock.value
    latest = (last_instant(stop - 1, zone) + 1) // clock.value - 1
    return Window(earliest, latest)


def days_window(first: int, last: int, *, zone: str, clock: Clock) -> Window:
    """All ticks of the calendar days `first` to `last`, both included, in a zone."""
    return wall_window(first * DAY, (last + 1) * DAY, zone=zone, clock=clock)
