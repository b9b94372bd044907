"""How long something lasts, in comparisons: what is asked of the distance of its two ends.

`length of T in days <= N`        asks `1 * (e(T) - s(T)) <= 1440 * N`
`N * length of T in days <= M`    the same of `N * (e(T) - s(T))`; N is known when the rule is ground
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from reasoner.language.ir import LengthOf
from reasoner.program.formula import Amount, Formula, InMonths, Instant, Le, minus, plus
from reasoner.program.moments import term
from reasoner.program.numbers import Sum, multiplied
from reasoner.times.ir import Clock, Unit
from reasoner.times.lengths import MONTHLY, months_in, ticks_in


@dataclass(frozen=True, slots=True)
class Duration:
    """`factor * (length of the time from start to end) <= most`, or less than that; in ticks, or in months if `calendar`."""

    start: Instant
    end: Instant
    factor: Amount
    most: Sum
    calendar: bool
    strict: bool

    def at_most(self, limit: Amount) -> Formula:
        """The length is at most `limit` (less, if strict and in months)."""
        if not self.calendar:
            return Le(self.end.point, self.start.point, limit)
        return InMonths(self.end, self.start, None, -int(self.strict), limit, self.start.point, back=False)

    def at_least(self, limit: Amount) -> Formula:
        """The length is at least `-limit`."""
        if not self.calendar:
            return Le(self.start.point, self.end.point, limit)
        return InMonths(self.end, self.start, int(self.strict), None, minus(limit), self.start.point, back=False)


def duration(told: Sum, clock: Clock) -> Duration:
    """`factor * length of T + .. + rest <= 0` as what is asked of the distance of the ends of T."""
    calendar = all(of.unit in MONTHLY for _, of in told.lengths)
    sizes = [_size(of.unit, clock) for _, of in told.lengths]
    shared = lcm(*(size.numerator for size in sizes))
    factor: Amount = 0
    for (times, _), size in zip(told.lengths, sizes, strict=True):
        factor = plus(factor, multiplied(int(shared / size), times))
    most = replace(told, lengths=()).times(-shared)
    tick = Sum(-int(told.strict and not calendar), power=most.power)
    of = told.lengths[0][1].of
    return Duration(
        Instant(f"s({term(of)})"),
        Instant(f"e({term(of)})"),
        factor,
        replace(most.plus(tick), strict=False),
        calendar,
        told.strict,
    )


def _size(unit: Unit, clock: Clock) -> Fraction:
    return Fraction(months_in(unit)) if unit in MONTHLY else ticks_in(unit, clock)


def reach(lengths: list[LengthOf], clock: Clock) -> int:
    """How much larger numbers can get by being compared with these lengths."""
    found = 1
    for of in dict.fromkeys(lengths):
        size = _size(of.unit, clock)
        found *= size.numerator * size.denominator
    return found
