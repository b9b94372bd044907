"""What a date means: the window of all its ticks."""

from __future__ import annotations

from reasoner.times.civil_windows import widened_window
from reasoner.times.errors import Reversed
from reasoner.times.ir import Civil, Clock, Date, Edge, Extent, Shape, Window
from reasoner.times.members import members

_NOWHERE = Window(None, None)


def extent(date: Date, *, zone: str, clock: Clock) -> Extent:
    """The windows, in ticks, in which what has this date starts and ends; `zone` is for what names none of its own.

    A date is all its ticks, from the first to the last. `~` and `%` widen it on both sides by one unit of what is told:
    a year, a season, a month, a day, an hour; `201X~` by ten years, `2004-XX~` by a year. `?` changes nothing here. Open
    and unknown ends are unbounded.

    Raises `TooFine`, `Reversed`, `NoSuchTime` or `UnknownZone`, all `UnfitTimeError`.
    """
    apart = members(date)
    if apart != (date,):
        return _hull(date, tuple(extent(member, zone=zone, clock=clock) for member in apart))
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
    uncertain = any(isinstance(side, Civil) and side.is_doubtful for side in (date.first, date.last))
    return Extent(date.shape, first, last, widened, uncertain)


def _hull(date: Date, extents: tuple[Extent, ...]) -> Extent:
    """From the first to the last of several extents."""
    start = _around(tuple(one.start for one in extents))
    end = _around(tuple(one.end for one in extents))
    if date.shape is not Shape.INTERVAL:
        start = end = Window(start.earliest, end.latest)
    widened = " or ".join(dict.fromkeys(one.widened for one in extents if one.widened))
    return Extent(date.shape, start, end, widened, any(one.uncertain for one in extents))


def _around(windows: tuple[Window, ...]) -> Window:
    firsts = [window.earliest for window in windows if window.earliest is not None]
    lasts = [window.latest for window in windows if window.latest is not None]
    whole = len(firsts) == len(windows) > 0, len(lasts) == len(windows) > 0
    return Window(min(firsts) if whole[0] else None, max(lasts) if whole[1] else None)


def _side(side: Civil | Edge, zone: str, clock: Clock) -> tuple[Window, str]:
    return (_NOWHERE, "") if isinstance(side, Edge) else widened_window(side, zone, clock)
