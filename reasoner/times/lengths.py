"""What a told length counts: whole months, elapsed ticks, and how exactly a bare count is meant."""

from __future__ import annotations

from fractions import Fraction

from reasoner.times.errors import NotWhole, TooFine, UnfitTimeError
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.months import least_most

MONTHLY = frozenset({Unit.YEAR, Unit.QUARTER, Unit.MONTH})
"""The units that follow the calendar."""
_MONTHS = ((Unit.YEAR, 12), (Unit.QUARTER, 3), (Unit.MONTH, 1))
_SECONDS = ((Unit.WEEK, 604_800), (Unit.DAY, 86_400), (Unit.HOUR, 3_600), (Unit.MINUTE, 60), (Unit.SECOND, 1))
_HALF_DAYS = ((Unit.YEAR, 182), (Unit.QUARTER, 45), (Unit.MONTH, 15), (Unit.WEEK, 3))


def months_of(length: Length) -> int:
    """The calendar part of a length in months: years, quarters and months; `1.5 years` is 18.

    Raises `NotWhole` where a part of a month is left over.
    """
    counts = dict(_MONTHS)
    months = sum((amount * counts[unit] for amount, unit in length.parts if unit in counts), Fraction(0))
    if months.denominator != 1:
        raise NotWhole("a part of a month has no fixed length", "write the rest in days, such as `1 month 15 days`")
    return int(months)


def elapsed(length: Length, clock: Clock) -> int:
    """The elapsed part of a length in ticks: weeks, days of 24 hours, hours, minutes and seconds.

    Raises `TooFine` where it is no whole number of ticks.
    """
    counts = dict(_SECONDS)
    if any(unit is Unit.WORKING_DAY for _, unit in length.parts):
        raise UnfitTimeError("working days are not supported yet", "write days")
    seconds = sum((amount * counts[unit] for amount, unit in length.parts if unit in counts), Fraction(0))
    ticks = seconds / clock.value
    if ticks.denominator != 1:
        tick = clock.name.lower()
        whole = next((one.name.lower() for one in (Clock.MINUTE, Clock.SECOND) if (seconds / one.value).denominator == 1), "")
        hint = f"use a finer clock, such as `clock: {whole}`, or a length in whole {tick}s" if whole else f"write whole {tick}s"
        raise TooFine(f"this length is no whole number of {tick}s, and the clock counts {tick}s", hint)
    return int(ticks)


def months_in(unit: Unit) -> int:
    """How many months one of this unit has that follows the calendar."""
    return dict(_MONTHS)[unit]


def ticks_in(unit: Unit, clock: Clock) -> Fraction:
    """How many ticks one of this unit has that does not follow the calendar; part of one, if it is finer than the clock."""
    return Fraction(dict(_SECONDS)[unit], clock.value)


def half_unit(length: Length, clock: Clock) -> int:
    """By how many ticks either way a bare count is good: half its smallest unit, in whole days where it is longer.

    A year is 182 days, a quarter 45, a month 15, a week 3. Days are good to less than one, since dates are counted; an
    hour to 30 minutes (nothing where the clock counts hours); minutes and seconds are exact.
    """
    unit = _smallest(length)
    days = dict(_HALF_DAYS)
    if unit in days:
        return days[unit] * 86_400 // clock.value
    if unit in (Unit.DAY, Unit.WORKING_DAY):
        return 86_400 // clock.value - 1
    return 1_800 // clock.value if unit is Unit.HOUR else 0


def one_unit(length: Length, clock: Clock) -> int:
    """By how many ticks either way `about` is good: one of the smallest unit, at its longest.

    A year is 366 days, a quarter 92, a month 31, so that `about 3 months` after some day of April reaches all of July.
    What is shorter than a tick is nothing.
    """
    unit = _smallest(length)
    months = dict(_MONTHS)
    if unit in months:
        return least_most(months[unit], clock)[1]
    return dict(_SECONDS)[Unit.DAY if unit is Unit.WORKING_DAY else unit] // clock.value


def _smallest(length: Length) -> Unit:
    order = tuple(Unit)
    return min((unit for _, unit in length.parts), key=order.index)
