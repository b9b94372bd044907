"""The periods of `every day during T`, between the first and the last tick that is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from property.cases import Case, Every, Period, Phrase, Ticks
from property.formulas import FALSE, TRUE, Formula, meaning
from property.sentences import date

MOST = 3
"""More periods are not looked at here."""


class NotAskedError(Exception):
    """A number that is told with a tolerance stands in a sum, which cannot be asked; or there are too many periods for this."""


def periods(case: Case, told: Every) -> tuple[Period, ...]:
    """Those of the calendar, or those counted from the start of T."""
    ticks = sorted(tick for one in _dates((case.statements, case.hypotheses, case.rules)) for tick in (one.first, one.last))
    ticks = sorted([*ticks, *([] if case.reported is None else [case.reported])])
    found = tuple(_of_calendar(told, ticks) if told.length.amount == 1 else _counted(told, ticks)) if ticks else ()
    if len(found) > MOST:
        raise NotAskedError
    return found


def _of_calendar(told: Every, ticks: list[int]) -> Iterator[Period]:
    size = told.length.ticks
    for nth in range(-(-ticks[0] // size), (ticks[-1] + 1) // size):
        day = Ticks(nth * size, (nth + 1) * size - 1)
        yield Period(date(day), "", day.first, day.last)


def _counted(told: Every, ticks: list[int]) -> Iterator[Period]:
    assert isinstance(told.moment, str)
    size, amount = told.length.ticks, told.length.amount
    for nth in range((ticks[-1] - ticks[0] + 1) // size):
        ordinal = ("1st", "2nd", "3rd", "4th", "5th")[min(nth, 4)]
        name = f"{told.moment}-{ordinal}-{amount}-{told.length.unit}s"
        yield Period(name, told.moment, nth * size, (nth + 1) * size - 1)


def within(period: Period, moment: str | Ticks) -> Formula:
    """The period lies inside of that."""
    if isinstance(moment, str):
        return meaning(moment, Phrase("contains", period))
    return TRUE if moment.first <= period.first and period.last <= moment.last else FALSE


def _dates(value: object) -> Iterator[Ticks]:
    if isinstance(value, Ticks):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _dates(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _dates(getattr(value, field.name))
