"""What a date means: the window of all its ticks."""

from __future__ import annotations

from reasoner.times.civil import DAY, day_number, month_start, wall_window
from reasoner.times.errors import NoSuchTime, Reversed, TooFine
from reasoner.times.ir import Civil, Clock, Date, Edge, Extent, Shape, Window

_NOWHERE = Window(None, None)

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
_CLOCK_UNITS = ((3_600, "hour"), (60, "minute"), (1, "second"))


def extent(date: Date, *, zone: str, clock: Clock) -> Extent:
    """The windows, in ticks, in which what has this date starts and ends; `zone` is for what names none of its own.

    A date is all its ticks, from the first to the last. `~` and `%` widen it on both sides by one unit of what is told:
    a year, a season, a month, a day, an hour; `201X~` by ten years, `2004-XX~` by a year. `?` changes nothing here. Open
    and unknown ends are unbounded.

    Raises `TooFine`, `Reversed`, `NoSuchTime` or `UnknownZone`, all `UnfitTimeError`.
    """
    first, first_widened = _side(date.first, zone, clock)
    last, last_widened = (first, first_widened) if date.last == date.first else _side(date.last, zone, clock)
    if first.earliest is not None and last.latest is not None and last.latest < first.earliest:
        raise Reversed("this can only end before it starts", "write the earlier date first")
    if date.shape is Shape.ONE_OF:
        first = last = Window(first.earliest, last.latest)
    widened = first_widened
    if first_widened != last_widened:
        sides = ((first_widened, "at its start"), (last_widened, "at its end"))
        widened = " and ".join(f"{by} {side}" for by, side in sides if by)
    uncertain = any(isinstance(side, Civil) and side.uncertain for side in (date.first, date.last))
    return Extent(date.shape, first, last, widened, uncertain)


def civil_window(civil: Civil, *, zone: str, clock: Clock) -> Window:
    """All ticks of one date, widened where it is approximate; raises as `extent` does."""
    return _side(civil, zone, clock)[0]


def _side(side: Civil | Edge, zone: str, clock: Clock) -> tuple[Window, str]:
    """The window of one date, and by how much it was widened."""
    if isinstance(side, Edge):
        return _NOWHERE, ""
    own = side.zone or zone
    if side.hour is not None:
        window, unit = _clock_time(side, own, clock)
    elif side.day is not None and side.month is not None:
        unit = "1 day"
        give = DAY * side.approximate
        start = day_number(side.year, side.month, side.day) * DAY
        window = wall_window(start - give, start + DAY + give, zone=own, clock=clock)
    else:
        index, count, months = _months_told(side)
        unit = _months_text(months)
        give = months * side.approximate
        start, stop = month_start(index - give) * DAY, month_start(index + count + give) * DAY
        window = wall_window(start, stop, zone=own, clock=clock)
    assert window.earliest is not None
    assert window.latest is not None
    if window.earliest > window.latest:
        raise NoSuchTime(
            f"the clocks of `{own}` never showed this time: they jumped over it",
            "give the time in UTC with `Z`, or with its offset such as `+01:00`",
        )
    return window, unit if side.approximate else ""


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
        return window, f"1 {unit}"
    give = length // clock.value
    return Window(window.earliest - give, window.latest + give), f"1 {unit}"


def _months_told(civil: Civil) -> tuple[int, int, int]:
    """First month (counted from January of year 0), number of months, and months of one unit of what is told."""
    if civil.season is not None:
        month, count = _SEASONS[civil.season]
        return civil.year * 12 + month - 1, count, count
    if civil.month is not None:
        return civil.year * 12 + civil.month - 1, 1, 1
    negative = civil.unspecified.startswith("-")
    years = 10 ** civil.unspecified[: 5 if negative else 4].count("X")
    first = civil.year - years + 1 if negative else civil.year
    return first * 12, years * 12, years * 12


def _months_text(months: int) -> str:
    count, unit = (months // 12, "year") if months % 12 == 0 else (months, "month")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
