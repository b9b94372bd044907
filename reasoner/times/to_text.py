"""Dates, lengths and ticks as text: exactly, to be read back (here), and in words for people (`to_words`, given on)."""

from __future__ import annotations

from typing import assert_never

from reasoner.times.civil import DAY, date_of, wall_of
from reasoner.times.date_words import date_words
from reasoner.times.decimals import decimal
from reasoner.times.ir import Civil, Clock, Date, Edge, Length, Shape, Unit
from reasoner.times.to_words import (
    day_words,
    length_text,
    length_words,
    tick_words,
    window_words,
    year_words,
)

__all__ = [
    "date_to_text",
    "date_words",
    "day_words",
    "length_text",
    "length_to_text",
    "length_words",
    "tick_text",
    "tick_words",
    "window_words",
    "year_words",
]


def date_to_text(date: Date) -> str:
    """A date in EDTF, so that `parse_date(date_to_text(date)) == date`."""
    match date.shape:
        case Shape.DATE:
            return _side(date.first)
        case Shape.INTERVAL:
            return f"{_side(date.first)}/{_side(date.last)}"
        case Shape.ONE_OF:
            return f"[{_range(date)}]"
        case Shape.ANY:
            return f"[{','.join(map(_range, date.members))}]"
        case Shape.ALL:
            return f"{{{','.join(map(_range, date.members))}}}"
        case _:
            assert_never(date.shape)


def _range(date: Date) -> str:
    """A member of a set: a date, or a range of dates."""
    first, last = ("" if isinstance(side, Edge) else _side(side) for side in (date.first, date.last))
    return first if date.shape is Shape.DATE else f"{first}..{last}"


def length_to_text(length: Length) -> str:
    """A length as it is written, so that `parse_length(length_to_text(length)) == length`."""
    return " ".join(f"{decimal(amount)} {unit.value}{'' if amount == 1 else 's'}" for amount, unit in length.parts)


def tick_text(tick: int, *, zone: str, clock: Clock) -> str:
    """A tick as a local date and time, told as finely as the clock counts: `2013-01-19T23:59`."""
    day, time_of_day = divmod(wall_of(tick, zone=zone, clock=clock), DAY)
    year, month, day_of_month = date_of(day)
    hour, minute, second = time_of_day // 3_600, time_of_day // 60 % 60, time_of_day % 60
    told = {Clock.HOUR: (hour,), Clock.MINUTE: (hour, minute), Clock.SECOND: (hour, minute, second)}[clock]
    return f"{_year(year)}-{month:02}-{day_of_month:02}T" + ":".join(f"{number:02}" for number in told)


def _side(side: Civil | Edge) -> str:
    if isinstance(side, Edge):
        return side.value
    mark = ("%" if side.uncertain else "~") if side.approximate else ("?" if side.uncertain else "")
    text = f"{side.part} of " * bool(side.part) + _marked(side)
    clock = [f"{number:02}" for number in (side.hour, side.minute, side.second) if number is not None]
    if not clock:
        return text + mark
    named = side.zone != "Z" and side.zone[:1] not in ("", "+", "-")
    return f"{text}T{':'.join(clock)}" + (f"{mark}[{side.zone}]" if named else f"{side.zone}{mark}")


def _marked(civil: Civil) -> str:
    """The parts of a date with the marks on them."""
    numbers = (civil.month if civil.season is None else civil.season, civil.day)
    told = [_year(civil.year), *(f"{number:02}" for number in numbers if number is not None)]
    if civil.unspecified:
        cut = civil.unspecified.rfind("-", 0, 1) + 1
        year, *rest = civil.unspecified[cut:].split("-")
        told = [civil.unspecified[:cut] + year, *rest]
    if civil.significant is not None:
        told[0] += f"S{civil.significant}"
    for mark in civil.marks:
        place = (Unit.YEAR, Unit.MONTH, Unit.DAY).index(mark.part)
        told[place] = mark.sign + told[place] if mark.alone else told[place] + mark.sign
    return "-".join(told)


def _year(year: int) -> str:
    sign = "-" if year < 0 else ""
    return f"Y{year}" if abs(year) > 9_999 else f"{sign}{abs(year):04}"
