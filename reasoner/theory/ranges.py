"""What lies between two numbers or two lengths is told from the smaller to the greater: `10..15`, `between 3 and 5 days`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reasoner.diagnostics import Span
from reasoner.language.ir import Distance, FixedLength, Number, Rough
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.units import UNITS, dimension
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.lengths import MONTHLY, months_in, ticks_in

_DAY = 86_400
_SHORTEST, _LONGEST = 28 * _DAY, 31 * _DAY
"""A month, in seconds."""
_NUMBER = ("the greater number stands first", "write the smaller one first: `10..15`")
_LENGTH = ("the longer time stands first", "write the shorter one first: `between 3 days and 5 days`")


def check_ranges(draft: Draft, faults: Faults) -> None:
    """What is told the wrong way round would hold of nothing."""
    for sentence in draft.sentences:
        for node in sentence.nodes:
            for (what, hint), span in _backwards(node):
                faults.error("T059", span, f"nothing lies between these, as {what}", hint)


def _backwards(node: object) -> Iterator[tuple[tuple[str, str], Span]]:
    match node:
        case Rough(number=Number() as first, upper=Number() as last):
            if dimension(first.unit) == dimension(last.unit) and _value(first) > _value(last):
                yield _NUMBER, node.span
        case Distance(length=FixedLength(first_length), upper=FixedLength(last_length)):
            if _longer(first_length, last_length):
                yield _LENGTH, node.span
        case _:
            pass


def _value(number: Number) -> Fraction:
    return number.value * UNITS.get(number.unit, ("", Fraction(1)))[1]


def _longer(one: Length, other: Length) -> bool:
    """Whether one is the longer of the two, whatever months they fall in."""
    units = {unit for length in (one, other) for _, unit in length.parts}
    if Unit.WORKING_DAY in units:
        return False
    if units <= MONTHLY:
        return _seconds(one, _SHORTEST) > _seconds(other, _SHORTEST)
    return _seconds(one, _SHORTEST) > _seconds(other, _LONGEST)


def _seconds(length: Length, month: int) -> Fraction:
    """How long it is if a month has so many seconds."""
    return sum((amount * _size(unit, month) for amount, unit in length.parts), Fraction(0))


def _size(unit: Unit, month: int) -> Fraction:
    return Fraction(months_in(unit) * month) if unit in MONTHLY else ticks_in(unit, Clock.SECOND)
