"""Lengths as told, in months and ticks: how long they are, and how far off what lasts so long may be.

Where a number of the data stands in one, that is ASP text over its variable.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from reasoner.language.ir import AnyLength, Bound, Distance, FixedLength, Near, Param, Ref, VarLength
from reasoner.program.formula import Amount, minus
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.lengths import elapsed, half_unit, months_of, one_unit


@dataclass(frozen=True, slots=True)
class Grid:
    """The clock, and what exact numbers are multiplied by to be integers."""

    clock: Clock
    scale: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A length: calendar months and ticks; tolerances go by the smallest unit of `told`."""

    months: Amount
    ticks: Amount
    told: Length


def measure(length: AnyLength, grid: Grid) -> Measure:
    """The length as months and ticks; `N years` gives ASP text over N."""
    match length:
        case FixedLength(fixed):
            return Measure(months_of(fixed), elapsed(fixed, grid.clock), fixed)
        case VarLength(var, unit):
            one = Length(((Fraction(1), unit),))
            count = counted(unit_size(unit, grid.clock), var, grid)
            return Measure(count, 0, one) if months_of(one) else Measure(0, count, one)
        case Param(name):
            msg = f"parameter ${name} was not put in"
            raise AssertionError(msg)
        case _:
            assert_never(length)


def unit_size(unit: Unit, clock: Clock) -> int:
    """One of the unit in months, or in ticks where it is shorter than a month."""
    one = Length(((Fraction(1), unit),))
    return months_of(one) or elapsed(one, clock)


def give(length: AnyLength, grid: Grid) -> Amount:
    """A tolerance in ticks; months of a tolerance are counted as one unit each."""
    size = measure(length, grid)
    if size.months == 0:
        return size.ticks
    if isinstance(length, VarLength):
        return counted(one_unit(size.told, grid.clock), length.var, grid)
    assert isinstance(length, FixedLength)
    parts = [one_unit(Length(((Fraction(1), unit),)), grid.clock) * amount for amount, unit in length.length.parts]
    return int(sum(parts))


def counted(size: int, var: Ref, grid: Grid) -> str:
    """So many times the size, for a number of the data."""
    return f"({size}*{var.id})" if grid.scale == 1 else f"(({size}*{var.id})/{grid.scale})"


def bounds(told: Distance, size: Measure, grid: Grid) -> tuple[Amount | None, Amount | None]:
    """How far below and above the length the distance may lie: `low <= distance - length <= high`."""
    match told.how:
        case Bound.AT_LEAST:
            return 0, None
        case Bound.MORE_THAN:
            return 1, None
        case Bound.AT_MOST | Near.WITHIN:
            return None, 0
        case Bound.LESS_THAN:
            return None, -1
        case Near():
            slack = _slack(told, size, grid)
            return minus(slack), slack
        case _:
            assert_never(told.how)


def has_tolerance(told: Distance) -> bool:
    """Whether the distance is the length give or take something, and no bound."""
    return told.upper is None and told.how in {Near.PLAIN, Near.ABOUT, Near.EXACTLY}


def tolerance(told: Distance, clock: Clock) -> int | None:
    """How many ticks either way a length may be off in which no variable stands; None for a bound."""
    grid = Grid(clock, 1)
    slack = _slack(told, measure(told.length, grid), grid) if has_tolerance(told) else None
    assert not isinstance(slack, str)
    return slack


def _slack(told: Distance, size: Measure, grid: Grid) -> Amount:
    if told.give is not None:
        return give(told.give, grid)
    if told.how is Near.EXACTLY:
        return 0
    return one_unit(size.told, grid.clock) if told.how is Near.ABOUT else half_unit(size.told, grid.clock)
