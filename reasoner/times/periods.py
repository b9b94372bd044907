"""The periods of the calendar: every hour, day, week, month, quarter or year that lies wholly between two ticks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.times.civil import DAY, date_of, month_start, wall_of, wall_window, weekday
from reasoner.times.ir import Civil, Clock, Date, Shape, Unit, Window
from reasoner.times.lengths import MONTHLY, months_in, ticks_in
from reasoner.times.to_text import date_to_text
from reasoner.times.weeks import week_name


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its name, `2015-03` or `2015-W10`, and its first and last tick."""

    name: str
    window: Window


def periods(unit: Unit, within: tuple[int, int], *, zone: str, clock: Clock) -> Iterator[Period]:
    """The periods of one unit, in order. A week begins on Monday (ISO 8601); what a zone's clocks skip is no period."""
    first, last = within
    for name, start, stop in _walls(unit, wall_of(first, zone=zone, clock=clock), wall_of(last, zone=zone, clock=clock)):
        window = wall_window(start, stop, zone=zone, clock=clock)
        assert window.earliest is not None
        assert window.latest is not None
        if first <= window.earliest <= window.latest <= last:
            yield Period(name, window)


def _walls(unit: Unit, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each period by the clocks on the wall, in seconds, from the one before the first on."""
    if unit in MONTHLY:
        size = months_in(unit)
        year, month, _ = date_of(first // DAY)
        index = (year * 12 + month - 1) // size * size
        while month_start(index) * DAY <= last:
            yield _months_name(unit, index), month_start(index) * DAY, month_start(index + size) * DAY
            index += size
        return
    size = int(ticks_in(unit, Clock.SECOND))
    start = first - weekday(first // DAY) * DAY - first % DAY if unit is Unit.WEEK else first - first % size
    for wall in range(start, last + 1, size):
        yield _name(unit, wall), wall, wall + size


def _months_name(unit: Unit, index: int) -> str:
    year, month = divmod(index, 12)
    if unit is Unit.YEAR:
        return _text(Civil(year))
    return _text(Civil(year, season=33 + month // 3) if unit is Unit.QUARTER else Civil(year, month + 1))


def _name(unit: Unit, wall: int) -> str:
    day, rest = divmod(wall, DAY)
    if unit is Unit.WEEK:
        year, week = week_name(day)
        return f"{_text(Civil(year))}-W{week:02}"
    date = date_of(day)
    if unit is Unit.DAY:
        return _text(Civil(*date))
    hour, minute, second = rest // 3600, rest // 60 % 60, rest % 60
    if unit is Unit.HOUR:
        return _text(Civil(*date, hour))
    return _text(Civil(*date, hour, minute, None if unit is Unit.MINUTE else second))


def _text(civil: Civil) -> str:
    return date_to_text(Date(Shape.DATE, civil, civil))
