"""Numbers of a dossier: exact ones are integers of the program, those with a tolerance are unknowns with a window.

All numbers are multiplied by one scale, so that each is an integer; units of one dimension are converted to one of them.
An unknown is a point like a time: `n(statement,role)`, and comparing it with another number is a difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm
from typing import assert_never

from reasoner.language.ir import (
    Arith,
    Bound,
    Compare,
    Differs,
    LengthOf,
    Name,
    Near,
    Number,
    Param,
    Rough,
    Term,
    Var,
)
from reasoner.language.rewrite import walk
from reasoner.program.formula import Calendar, Formula, Instant, Le
from reasoner.program.terms import quote
from reasoner.theory.ir import Theory
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.lengths import elapsed, months_of

_UNITS = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), ("length", Fraction(1))),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("length", Fraction(1000))),
    **dict.fromkeys(("cm",), ("length", Fraction(1, 100))),
    **dict.fromkeys(("mi", "mile", "miles"), ("length", Fraction(1609344, 1000))),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", Fraction(3048, 10000))),
    **dict.fromkeys(("g", "gram", "grams"), ("mass", Fraction(1, 1000))),
    **dict.fromkeys(("kg", "kilogram", "kilograms"), ("mass", Fraction(1))),
    **dict.fromkeys(("t", "tonne", "tonnes"), ("mass", Fraction(1000))),
    **dict.fromkeys(("second", "seconds"), ("time", Fraction(1, 60))),
    **dict.fromkeys(("minute", "minutes"), ("time", Fraction(1))),
    **dict.fromkeys(("hour", "hours"), ("time", Fraction(60))),
    **dict.fromkeys(("day", "days"), ("time", Fraction(1440))),
    **dict.fromkeys(("week", "weeks"), ("time", Fraction(10080))),
}
"""Units that convert: their dimension, and how many of its first unit they are (NIST SP 811, appendix B)."""


def base_value(number: Number) -> Fraction:
    """The number in the unit to which its dimension is converted; other units stand as they are."""
    return number.value * _UNITS.get(number.unit, ("", Fraction(1)))[1]


def window(rough: Rough) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest value that a number told with a tolerance may have; None is no bound.

    `about 12` is 10 % either way, at least 1; `more than` and `less than` are strict among whole numbers.
    """
    number = rough.number
    assert isinstance(number, Number)
    value, unit = base_value(number), base_value(Number(Fraction(1), number.unit))
    if isinstance(rough.upper, Number):
        return value, base_value(rough.upper)
    if isinstance(rough.give, Number):
        give = base_value(rough.give if rough.give.unit else Number(rough.give.value, number.unit))
        return value - give, value + give
    match rough.how:
        case Bound.AT_LEAST:
            return value, None
        case Bound.MORE_THAN:
            return value + unit, None
        case Bound.AT_MOST:
            return None, value
        case Bound.LESS_THAN:
            return None, value - unit
        case Near.ABOUT:
            give = max(abs(value) / 10, unit)
            return value - give, value + give
        case Near.PLAIN | Near.EXACTLY | Near.WITHIN:
            return value, value
        case _:
            assert_never(rough.how)


@dataclass(frozen=True, slots=True)
class Sum:
    """`constant` + the terms, each a coefficient and the ASP text of a number; lengths of occurrences stand apart."""

    constant: int
    terms: tuple[tuple[int, str], ...] = ()
    lengths: tuple[tuple[int, LengthOf], ...] = ()

    def __sub__(self, other: Sum) -> Sum:
        away = tuple((-factor, text) for factor, text in other.terms)
        gone = tuple((-factor, length) for factor, length in other.lengths)
        return Sum(self.constant - other.constant, self.terms + away, self.lengths + gone)

    def text(self) -> str:
        parts = [f"{factor}*{text}" if factor != 1 else f"{text}+0" for factor, text in self.terms]
        return "+".join([*parts, f"({self.constant})"])


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers stand in the program: their scale, and whether any is not exact."""

    scale: int
    rough: bool
    clock: Clock

    def scaled(self, number: Number) -> int:
        """An exact number as an integer of the program."""
        product = base_value(number) * self.scale
        assert product.denominator == 1
        return int(product)

    def bounds(self, rough: Rough) -> tuple[int | None, int | None]:
        """The window of a number with a tolerance, in integers of the program."""
        low, high = window(rough)
        return (
            None if low is None else ceil(low * self.scale),
            None if high is None else floor(high * self.scale),
        )

    def sum(self, told: Term) -> Sum:
        """A term as a sum."""
        match told:
            case Number():
                return Sum(self.scaled(told))
            case Var(name):
                return Sum(0, ((1, name),))
            case Name(name):
                return Sum(0, ((1, quote(name)),))
            case LengthOf():
                return Sum(0, (), ((1, told),))
            case Arith("+", left, right):
                return self.sum(left) - (Sum(0) - self.sum(right))
            case Arith("-", left, right):
                return self.sum(left) - self.sum(right)
            case Arith(_, left, right):
                return self._product(self.sum(left), self.sum(right))
            case Param(name):
                msg = f"parameter ${name} was not put in"
                raise AssertionError(msg)
            case _:
                assert_never(told)

    def _product(self, left: Sum, right: Sum) -> Sum:
        plain, other = (left, right) if not left.terms and not left.lengths else (right, left)
        if plain.terms or plain.lengths:
            return Sum(0, ((1, f"(({left.text()})*({right.text()})/{self.scale})"),))
        factor = Fraction(plain.constant, self.scale)
        if factor.denominator == 1:
            times = int(factor)
            terms = tuple((times * one, text) for one, text in other.terms)
            return Sum(times * other.constant, terms, tuple((times * one, of) for one, of in other.lengths))
        return Sum(0, ((1, f"(({other.text()})*{factor.numerator}/{factor.denominator})"),))

    def ways(self, one: Compare) -> tuple[tuple[Sum, ...], bool]:
        """The sums that must all be at most 0, and whether the whole is denied (`!=`)."""
        less = self.sum(one.left) - self.sum(one.right)
        more = Sum(0) - less
        step = Sum(-1)
        match one.op:
            case "<=":
                return (less,), False
            case ">=":
                return (more,), False
            case "<":
                return (less - step,), False
            case ">":
                return (more - step,), False
            case "=":
                return (less, more), False
            case _:
                return (less, more), True

    def differs(self, one: Differs) -> tuple[tuple[Sum, ...], bool]:
        """`N differs from M by ..`: the sums for `|N - M|` being within, and whether that is denied."""
        assert isinstance(one.number, Number)
        gap = self.sum(one.left) - self.sum(one.right)
        far = Sum(self.scaled(one.number))
        match one.bound:
            case Bound.MORE_THAN:
                return (gap - far, Sum(0) - gap - far), True
            case Bound.AT_LEAST:
                near = far - Sum(1)
                return (gap - near, Sum(0) - gap - near), True
            case Bound.AT_MOST:
                return (gap - far, Sum(0) - gap - far), False
            case Bound.LESS_THAN:
                near = far - Sum(1)
                return (gap - near, Sum(0) - gap - near), False
            case None:
                msg = "a difference of exactly so much is two comparisons"
                raise AssertionError(msg)
            case _:
                assert_never(one.bound)

    def length(self, told: Sum) -> Formula:
        """`+-length of T + rest <= 0` as a formula over the ends of T."""
        ((factor, of),) = told.lengths
        rest = Sum(told.constant, told.terms).text()
        count = f"(-({rest}))" if factor > 0 else f"({rest})"
        end, start = Instant(f"e({_ref(of)})"), Instant(f"s({_ref(of)})")
        one = Length(((Fraction(1), of.unit),))
        if of.unit in {Unit.MONTH, Unit.QUARTER, Unit.YEAR}:
            months = f"({months_of(one)}*{count}/{self.scale})"
            low, high = (None, 0) if factor > 0 else (0, None)
            return Calendar(end, start, low, high, months, start.point, back=False)
        ticks = f"{elapsed(one, self.clock)}*{count}/{self.scale}"
        if factor > 0:
            return Le(end.point, start.point, ticks)
        return Le(start.point, end.point, f"-({ticks})")


def _ref(of: LengthOf) -> str:
    return quote(of.of.id) if isinstance(of.of, Name) else of.of.id


def numbers_of(theory: Theory) -> Numbers:
    """The scale that makes every exact number of the theory an integer, and whether any number is not exact."""
    told = [node for node in walk((theory.said, theory.laws)) if isinstance(node, Number | Rough)]
    denominators = [base_value(one).denominator for one in told if isinstance(one, Number)]
    return Numbers(lcm(1, *denominators), any(isinstance(one, Rough) for one in told), theory.clock)
