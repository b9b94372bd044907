"""Calendar arithmetic as a function on ticks: a count of months from a tick leads to a tick.

A month on has the same day of the month and the same local time; where that month has no such day, its last (31 January
and 1 month is the last of February). A local time that clocks skip moves on by the length of the gap, one that they show
twice is the first of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from operator import add, sub

from reasoner.times.civil import CYCLE_DAYS, CYCLE_MONTHS, DAY, date_of, day_number, month_length, month_start, tick_of, wall_of
from reasoner.times.ir import Clock, Piece, Window
from reasoner.times.zones import changes, offsets_of_wall

_LENGTHS = tuple(month_length(year, month) for year in range(CYCLE_MONTHS // 12) for month in range(1, 13)) * 2
"""How many days the months of two cycles of the calendar have."""
_STARTS = tuple(accumulate(_LENGTHS, initial=0))
"""On which day each of them begins, counted from the first."""


def add_months(tick: int, months: int, *, zone: str, clock: Clock) -> int:
    """The tick `months` months on from `tick`, or back where the count is negative, by the calendar of `zone`."""
    if months == 0:
        return tick
    day, time_of_day = divmod(wall_of(tick, zone=zone, clock=clock), DAY)
    return tick_of(add_months_to_day(day, months) * DAY + time_of_day, zone=zone, clock=clock)


def add_months_to_day(day: int, months: int) -> int:
    """The number of the day `months` months on from day `day`; month ends clamp."""
    year, month, day_of_month = date_of(day)
    target_year, place = divmod(year * 12 + month - 1 + months, 12)
    return day_number(target_year, place + 1, min(day_of_month, month_length(target_year, place + 1)))


def least_most(months: int, clock: Clock) -> tuple[int, int]:
    """The least and the most that a count of months can last, in ticks, over all dates; signed as the count.

    Days are taken as 24 hours: where a zone's clocks change between the two ends it can be as much more or less.
    """
    cycles, rest = divmod(months, CYCLE_MONTHS)
    wholes = list(map(sub, _STARTS[rest : rest + CYCLE_MONTHS], _STARTS))
    most = max(wholes)
    # A day of the longer month that the shorter one has not is clamped.
    least = min(map(min, wholes, map(sub, map(add, wholes, _LENGTHS[rest:]), _LENGTHS)))
    ticks = DAY // clock.value
    return (least + cycles * CYCLE_DAYS) * ticks, (most + cycles * CYCLE_DAYS) * ticks


def pieces(window: Window, months: int, *, zone: str, clock: Clock) -> tuple[Piece, ...]:
    """Cut a bounded window into stretches on which `add_months(t, months) - t` is constant, neighbours merged.

    The value can only change where one of `_cuts` lies, so it is asked once for each of these, not for every tick.
    """
    if window.earliest is None or window.latest is None:
        raise ValueError("a window without an end cannot be cut into pieces")
    starts = sorted({window.earliest, *_cuts(window.earliest, window.latest, months, zone, clock)})
    found: list[Piece] = []
    for start, after in zip(starts, [*starts[1:], window.latest + 1], strict=True):
        ticks = add_months(start, months, zone=zone, clock=clock) - start
        if found and found[-1].ticks == ticks:
            found[-1] = Piece(Window(found[-1].window.earliest, after - 1), ticks)
        else:
            found.append(Piece(Window(start, after - 1), ticks))
    return tuple(found)


def _cuts(earliest: int, latest: int, months: int, zone: str, clock: Clock) -> Iterator[int]:
    """All ticks after `earliest` and up to `latest` from which the count may last longer or shorter (and some others)."""
    first, last = earliest * clock.value, (latest + 1) * clock.value
    instants = [change for change, _, _ in changes(first, last, zone)]
    walls = [*_days_that_differ(first // DAY - 2, last // DAY + 2, months)]
    walls += [-(-wall // clock.value) * clock.value for wall in _landing_changes(first, last, months, zone)]
    instants += [wall - offset for wall in walls for offset in offsets_of_wall(wall, zone)]
    for instant in instants:
        tick = instant // clock.value
        if earliest < tick <= latest:
            yield tick


def _days_that_differ(first: int, last: int, months: int) -> Iterator[int]:
    """Wall times of the midnights from which the count spans another number of days: month starts and clamped days.

    After clamped days the next month start always differs: the month that the count leads to was the shorter one.
    """
    year, month, _ = date_of(first)
    index = year * 12 + month - 1
    start, after = month_start(index), month_start(index + 1)
    before = None
    while start <= last:
        target = month_start(index + months)
        if target - start != before:
            yield start * DAY
        clamped = range(start + month_start(index + months + 1) - target, after)
        yield from (day * DAY for day in clamped)
        before = target - start
        index += 1
        start, after = after, month_start(index + 1)


def _landing_changes(first: int, last: int, months: int, zone: str) -> Iterator[int]:
    """Wall times from which the count leads to a wall time where clocks change.

    Up to four days lead to the last of a month, so the three days after the one found backwards are given too.
    """
    low = (add_months_to_day(first // DAY - 2, months) - 1) * DAY
    high = (add_months_to_day(last // DAY + 2, months) + 2) * DAY
    for change, before, after in changes(low, high, zone):
        day, time_of_day = divmod(change + max(before, after), DAY)
        source = add_months_to_day(day, -months)
        yield from (near * DAY + time_of_day for near in range(source, source + 4))
