"""Times in words for people: `between 1 and 30 April 2012`, `two years`, `293 days, 23 hours and 58 minutes`."""

from __future__ import annotations

from reasoner.times.civil import DAY, MONTH_NAMES, date_of, day_of, days_window, month_length, wall_of
from reasoner.times.decimals import decimal
from reasoner.times.ir import Clock, Length, Unit, Window
from reasoner.times.zones import offset_at, offset_text, offsets_of_wall

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SIZES = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def length_text(ticks: int, clock: Clock) -> str:
    """A length of ticks in days, hours, minutes and seconds: `1,293 days, 23 hours and 58 minutes`; 0 is `no time`."""
    if ticks == 0:
        return "no time"
    rest, parts = abs(ticks) * clock.value, []
    for size, unit in _SIZES:
        count, rest = divmod(rest, size)
        if count:
            parts.append(_counted(f"{count:,}", unit, plural=count != 1))
    return ("minus " if ticks < 0 else "") + _joined(parts)


def length_words(length: Length) -> str:
    """A length as told: `two years`, `1 year and 6 months`, `1.5 hours`."""
    if len(length.parts) == 1:
        amount, unit = length.parts[0]
        if amount.denominator == 1 and amount < len(_SMALL):
            return _counted(_SMALL[int(amount)], _unit_words(unit), plural=amount != 1)
    parts = [(decimal(amount, grouped=True), unit, amount != 1) for amount, unit in length.parts]
    return _joined([_counted(told, _unit_words(unit), plural=plural) for told, unit, plural in parts])


def ordinal(number: int) -> str:
    """Such as "1st", "22nd", "113th"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def year_words(year: int) -> str:
    """A year (astronomical) as it is called: `2012`, `44 BC` for -43, `44 AD`."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"{year} AD" if year < 1_000 else str(year)


def day_words(day: int) -> str:
    """The date of a day number: `19 January 2013`."""
    year, month, day_of_month = date_of(day)
    return f"{day_of_month} {MONTH_NAMES[month - 1]} {year_words(year)}"


def tick_words(tick: int, *, zone: str, clock: Clock) -> str:
    """A tick as a date and a clock time in a zone: `19 January 2013, 23:59`."""
    return f"{day_words(day_of(tick, zone=zone, clock=clock))}, {_time_of_day(tick, zone, clock)}"


def window_words(window: Window, *, zone: str, clock: Clock) -> str:
    """A window with its preposition, in whole days, months and years of a zone where it is made of them.

    `in 2012`, `in July 2012`, `on 19 January 2013`, `between 1 and 30 April 2012`, `before 1 May 2012`, `not before ..`.
    """
    earliest, latest = window.earliest, window.latest
    if earliest is None or latest is None:
        return _half_open(earliest, latest, zone, clock)
    if earliest > latest:
        return "at no time"
    if _begins_day(earliest, zone, clock) and _begins_day(latest + 1, zone, clock):
        return _days_words(day_of(earliest, zone=zone, clock=clock), day_of(latest, zone=zone, clock=clock))
    first, last = (day_words(day_of(tick, zone=zone, clock=clock)) for tick in (earliest, latest))
    starts, stops = (_time_of_day(tick, zone, clock) for tick in (earliest, latest))
    if earliest == latest:
        return f"on {first} at {starts}"
    if first == last:
        return f"on {first}, between {starts} and {stops}"
    return f"between {first}, {starts} and {last}, {stops}"


def _half_open(earliest: int | None, latest: int | None, zone: str, clock: Clock) -> str:
    if earliest is not None:
        return f"not before {_bound_words(earliest, zone, clock)}"
    if latest is None:
        return "at any time"
    if _begins_day(latest + 1, zone, clock):
        return f"before {_bound_words(latest + 1, zone, clock)}"
    return f"not after {_bound_words(latest, zone, clock)}"


def _bound_words(tick: int, zone: str, clock: Clock) -> str:
    """A tick by its day alone where it is the day's first."""
    if _begins_day(tick, zone, clock):
        return day_words(day_of(tick, zone=zone, clock=clock))
    return tick_words(tick, zone=zone, clock=clock)


def _days_words(first: int, last: int) -> str:
    """The days `first` to `last` with their preposition."""
    year, month, day = date_of(first)
    last_year, last_month, last_day = date_of(last)
    if first == last:
        return f"on {day_words(first)}"
    if (day, last_day) == (1, month_length(last_year, last_month)) and year == last_year:
        if (month, last_month) == (1, 12):
            return f"in {year_words(year)}"
        if month == last_month:
            return f"in {MONTH_NAMES[month - 1]} {year_words(year)}"
    start = str(day)
    if (year, month) != (last_year, last_month):
        start += f" {MONTH_NAMES[month - 1]}"
    if year != last_year:
        start += f" {year_words(year)}"
    return f"between {start} and {day_words(last)}"


def _begins_day(tick: int, zone: str, clock: Clock) -> bool:
    day = day_of(tick, zone=zone, clock=clock)
    return days_window(day, day, zone=zone, clock=clock).earliest == tick


def _time_of_day(tick: int, zone: str, clock: Clock) -> str:
    """A clock time; where it was shown twice, with the offset of the run that is meant."""
    wall = wall_of(tick, zone=zone, clock=clock)
    minutes, second = divmod(wall % DAY, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if clock is Clock.SECOND else "")
    before, after = offsets_of_wall(wall, zone)
    ahead = offset_at(tick * clock.value + clock.value - 1, zone)
    return f"{text} ({offset_text(ahead)})" if before > after else text


def _unit_words(unit: Unit) -> str:
    return unit.value.replace("-", " ")


def _counted(count: str, unit: str, *, plural: bool) -> str:
    return f"{count} {unit}s" if plural else f"{count} {unit}"


def _joined(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
