"""Numbers of a dossier: exact ones are integers of the program, those with a tolerance are unknowns with a window.

All numbers are multiplied by one scale, so that each is an integer; units of one dimension are converted to one of them.
An unknown is a point like a time: `n(statement,role)`, and comparing it with another number is a difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil, floor, lcm
from typing import assert_never

from reasoner.language.ir import (
    Arith,
    Bound,
    Compare,
    Content,
    Differs,
    FixedLength,
    LengthOf,
    Name,
    Near,
    Number,
    Own,
    Param,
    Rough,
    Term,
    Var,
)
from reasoner.language.rewrite import find, walk
from reasoner.program.formula import Amount, plus
from reasoner.program.terms import quote
from reasoner.program.unknowns import Roles, typed_roles, unknown_roles
from reasoner.theory.ir import Theory
from reasoner.theory.units import UNITS, dimension
from reasoner.times.ir import Clock

_FINER, _FINEST = 10, 100
"""How much finer than what is told numbers are where there are measures with a tolerance, and at most."""


def base_value(number: Number) -> Fraction:
    """The number in the unit to which its dimension is converted; other units stand as they are."""
    return number.value * UNITS.get(number.unit, ("", Fraction(1)))[1]


def window(rough: Rough, step: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest value that a number told with a tolerance may have; None is no bound.

    `about 12` is 10 % either way, at least one unit of the last place that was told; `more than` and `less than` leave out the
    value itself by one `step`.
    """
    number = rough.number
    assert isinstance(number, Number)
    value, place = base_value(number), base_value(Number(Fraction(1, 10**number.decimals), number.unit))
    if isinstance(rough.upper, Number):
        return value, base_value(rough.upper)
    if isinstance(rough.give, Number):
        give = base_value(rough.give)
        return value - give, value + give
    match rough.how:
        case Bound.AT_LEAST:
            return value, None
        case Bound.MORE_THAN:
            return value + step, None
        case Bound.AT_MOST:
            return None, value
        case Bound.LESS_THAN:
            return None, value - step
        case Near.ABOUT:
            give = max(abs(value) / 10, place)
            return value - give, value + give
        case Near.PLAIN | Near.EXACTLY | Near.WITHIN:
            return value, value
        case _:
            assert_never(rough.how)


@dataclass(frozen=True, slots=True)
class Sum:
    """`(constant + factor * text + .. + factor * length of T + ..) / scale ** power`, less than 0 if `strict`, else at most 0.

    The texts are ASP terms of numbers, each once; a product of two numbers is one of them. The factor of a length may be
    such a text.
    """

    constant: int
    terms: tuple[tuple[int, str], ...] = ()
    lengths: tuple[tuple[Amount, LengthOf], ...] = ()
    power: int = 1
    strict: bool = False

    def times(self, factor: int) -> Sum:
        terms = tuple((factor * one, text) for one, text in self.terms)
        return replace(self, constant=factor * self.constant, terms=terms, lengths=_each(factor, self.lengths))

    def plus(self, other: Sum) -> Sum:
        """The sum of two that have the same power."""
        terms: dict[str, int] = {}
        for factor, text in (*self.terms, *other.terms):
            terms[text] = terms.get(text, 0) + factor
        lengths: dict[LengthOf, Amount] = {}
        for times, of in (*self.lengths, *other.lengths):
            lengths[of] = plus(lengths.get(of, 0), times)
        return replace(
            self,
            constant=self.constant + other.constant,
            terms=tuple((factor, text) for text, factor in terms.items() if factor),
            lengths=tuple((times, of) for of, times in lengths.items() if times != 0),
        )

    def text(self) -> str:
        """The ASP text of it, times `scale ** power`; lengths are left out."""
        return "+".join([*(text if factor == 1 else f"{factor}*{text}" for factor, text in self.terms), f"({self.constant})"])


def _each(factor: int, lengths: tuple[tuple[Amount, LengthOf], ...]) -> tuple[tuple[Amount, LengthOf], ...]:
    return tuple((multiplied(factor, one), of) for one, of in lengths)


def multiplied(factor: int, amount: Amount) -> Amount:
    if isinstance(amount, int):
        return factor * amount
    return amount if factor == 1 else f"{factor}*({amount})"


def quotient(told: Sum, divisor: Amount) -> Amount:
    """The sum (times `scale ** power`) divided and rounded down; clingo's own division goes towards 0.

    A divisor that is a text must be above 0.
    """
    if not told.terms and isinstance(divisor, int):
        return told.constant // divisor
    text = f"({told.text()})"
    if divisor == 1:
        return text
    rest = f"((({text}\\{divisor})+{divisor})\\{divisor})"
    return f"(({text}-{rest})/{divisor})"


@dataclass(frozen=True, slots=True)
class Limit:
    """How large numbers that rules have made may be, where a rule reckons with them: these variables, and the most."""

    variables: frozenset[str]
    most: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers stand in the program: their scale, and whether any is not exact.

    `whole` are the dimensions (empty: that of bare numbers) that are counted, in whole numbers, and not measured. `typed` are the
    roles in which numbers stand, `unknown` those in which one may be not exact. `limits`: see `ranges`. `fine`: the grid is so
    much finer than what is told.
    """

    scale: int
    rough: bool
    clock: Clock
    whole: frozenset[str]
    typed: Roles = frozenset()
    unknown: Roles = frozenset()
    fine: int = 1
    limits: Mapping[str, Limit] = field(default_factory=dict)

    def scaled(self, number: Number) -> int:
        """An exact number as an integer of the program."""
        product = base_value(number) * self.scale
        assert product.denominator == 1
        return int(product)

    def bounds(self, rough: Rough) -> tuple[int | None, int | None]:
        """The window of a number with a tolerance, in integers of the program."""
        number = rough.number
        assert isinstance(number, Number)
        step, scale = (Fraction(1), self.scale) if self.counted(rough) else (Fraction(1, self.scale), 1)
        low, high = (None if one is None else one * self.scale / scale for one in window(rough, step))
        return (None if low is None else ceil(low) * scale, None if high is None else floor(high) * scale)

    def counted(self, rough: Rough) -> bool:
        """Whether it is a whole number of something."""
        return isinstance(rough.number, Number) and dimension(rough.number.unit) in self.whole

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
                return Sum(0, (), ((self.scale, told),))
            case Arith("+", left, right):
                return self._added(self.sum(left), self.sum(right))
            case Arith("-", left, right):
                return self._added(self.sum(left), self.sum(right).times(-1))
            case Arith(_, left, right):
                return self._product(self.sum(left), self.sum(right))
            case Param(name) | Own(name):
                msg = f"{name} was let through"
                raise AssertionError(msg)
            case _:
                assert_never(told)

    def value(self, told: Term) -> str:
        """ASP text of a term that is exact."""
        found = self.sum(told)
        return str(quotient(found, self.scale ** (found.power - 1)))

    def _added(self, left: Sum, right: Sum) -> Sum:
        power = max(left.power, right.power)
        first, second = (replace(one.times(self.scale ** (power - one.power)), power=power) for one in (left, right))
        return first.plus(second)

    def _product(self, left: Sum, right: Sum) -> Sum:
        plain, other = (left, right) if not left.terms and not left.lengths else (right, left)
        power = left.power + right.power
        if not plain.terms and not plain.lengths:
            whole, rest = divmod(plain.constant, self.scale**plain.power)
            return other.times(whole) if not rest else replace(other.times(plain.constant), power=power)
        lasting, factor = (left, right) if left.lengths else (right, left)
        rest = ((1, f"(({lasting.text()})*({factor.text()}))"),) if lasting.terms or lasting.constant else ()
        lengths = tuple((f"({one})*({factor.text()})", of) for one, of in lasting.lengths)
        return Sum(0, rest, lengths, power=power)

    def ways(self, one: Compare) -> tuple[tuple[Sum, ...], bool]:
        """The sums that must all be at most 0 (less than 0 if strict), and whether the whole is denied (`!=`)."""
        less = self._added(self.sum(one.left), self.sum(one.right).times(-1))
        more = less.times(-1)
        match one.op:
            case "<=":
                return (less,), False
            case ">=":
                return (more,), False
            case "<":
                return (replace(less, strict=True),), False
            case ">":
                return (replace(more, strict=True),), False
            case "=":
                return (less, more), False
            case _:
                return (less, more), True

    def differs(self, one: Differs) -> tuple[tuple[Sum, ...], bool]:
        """`N differs from M by ..`: the sums for `|N - M|` being within, and whether that is denied."""
        assert isinstance(one.number, Number)
        gap = self._added(self.sum(one.left), self.sum(one.right).times(-1))
        far = Sum(-self.scaled(one.number))
        near = tuple(self._added(way, far) for way in (gap, gap.times(-1)))
        strict = one.bound in {Bound.AT_LEAST, Bound.LESS_THAN}
        return tuple(replace(way, strict=strict) for way in near), one.bound in {Bound.MORE_THAN, Bound.AT_LEAST}


def numbers_of(theory: Theory) -> Numbers:
    """The scale that makes every exact number of the theory an integer, and what else is to be known of its numbers.

    Between any two measures that are told there is room for several others: who loaded less than 5 t may have loaded 4.9.
    """
    told = list(find((theory.said, theory.laws), Number, Rough))
    exact = [one for one in told if isinstance(one, Number)]
    rough = [one for one in told if isinstance(one, Rough)]
    parts = frozenset(dimension(one.unit) for one in exact if one.value.denominator != 1)
    whole = frozenset(dimension(one.unit) for one in exact if one.unit not in UNITS) - parts
    measured = [one for one in rough if isinstance(one.number, Number) and dimension(one.number.unit) not in whole]
    fine = _fineness(len(measured)) if measured else 1
    ends = (end for one in measured for end in window(one, Fraction(1)) if end is not None)
    denominators = (one.denominator for one in (*map(base_value, exact), *ends, *lengths_told(theory)))
    typed = typed_roles(theory)
    unknown = unknown_roles(theory, typed)
    return Numbers(fine * lcm(1, *denominators), bool(rough or unknown), theory.clock, whole, typed, unknown, fine)


def _fineness(measured: int) -> int:
    """So fine that what so many measures can be together, and no whole numbers of anything, can be on the grid.

    Of bounds between them one may be strict at each step of a chain, and a chain goes through each of them once. Counts with a
    tolerance stay whole on it (`background.py`).
    """
    return min(max(_FINER, 2 * (measured + 2)), _FINEST)


def lengths_told(theory: Theory) -> tuple[Fraction, ...]:
    """The counts of lengths that a content may tell: `5` of `that the-war lasts 5 days`, which `that T lasts N days` asks for."""
    told = list(walk((theory.said, theory.laws)))
    lengths = [node.length.parts for node in told if isinstance(node, FixedLength) and len(node.length.parts) == 1]
    return tuple(amount for ((amount, _),) in lengths) if any(isinstance(node, Content) for node in told) else ()
