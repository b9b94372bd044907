"""The marks of an axis of time: beginnings of years, months, days, hours or minutes, as close as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reasoner.times.civil import DAY, date_of, month_start, tick_of, wall_of
from reasoner.times.ir import Clock
from reasoner.times.to_words import year_words

_SECONDS = (1, 10, 60, 600, 3_600, 21_600, DAY, 7 * DAY)
_MONTHS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000)))
_MONTH = 30 * DAY


@dataclass(frozen=True, slots=True)
class Mark:
    tick: int
    label: str


def marks(first: int, last: int, most: int, *, zone: str, clock: Clock) -> tuple[Mark, ...]:
    """At most so many marks from one tick to the other, with the calendar and the clocks of a zone."""
    start, stop = (wall_of(tick, zone=zone, clock=clock) for tick in (first, last))
    steps: list[tuple[int, Iterable[int]]] = [
        (step, range(-(-start // step) * step, stop + 1, step)) for step in _SECONDS if step >= clock.value
    ]
    steps += [(months * _MONTH, _months(start, stop, months)) for months in _MONTHS]
    for step, walls in steps:
        if (stop - start) // step <= 2 * most and len(found := tuple(walls)) <= most:
            ticks = {tick_of(wall, zone=zone, clock=clock): _label(wall, step) for wall in found}
            return tuple(Mark(tick, ticks[tick]) for tick in sorted(ticks))
    return ()


def _months(start: int, stop: int, months: int) -> Iterator[int]:
    """The beginnings of every so many months."""
    year, month, _ = date_of(start // DAY)
    index = (year * 12 + month - 1) // months * months
    while (wall := month_start(index) * DAY) <= stop:
        if wall >= start:
            yield wall
        index += months


def _label(wall: int, step: int) -> str:
    """As much of a date as the steps tell apart."""
    day, second = divmod(wall, DAY)
    year, month, day_of_month = date_of(day)
    if step >= 12 * _MONTH:
        return year_words(year)
    if step >= _MONTH:
        return f"{year:04}-{month:02}"
    if step >= DAY:
        return f"{year:04}-{month:02}-{day_of_month:02}"
    clock = f"{second // 3_600:02}:{second // 60 % 60:02}"
    return f"{month:02}-{day_of_month:02} {clock}" if step >= 60 else f"{clock}:{second % 60:02}"
