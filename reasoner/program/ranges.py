"""Whether all arithmetic of a program stays within the integers of clingo, which have 32 bits and overflow silently.

Numbers are bounded by the largest that is told in the role from which a variable comes (by the largest of all where that
is not known), and what is made of them by interval arithmetic. So nothing that could overflow is let through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from reasoner.diagnostics import Diagnostic, Rejected, Span
from reasoner.language.ir import (
    Aggregate,
    Arg,
    Arith,
    Atom,
    Compare,
    Differs,
    LengthOf,
    Name,
    Number,
    Own,
    Param,
    Rough,
    Term,
    Var,
    VarLength,
)
from reasoner.language.rewrite import walk
from reasoner.program.durations import reach
from reasoner.program.numbers import Numbers, base_value, lengths_told
from reasoner.program.relations import unit_size
from reasoner.theory.ir import Law, Theory
from reasoner.theory.room import LARGEST, MOST_TICKS


def check_ranges(theory: Theory, numbers: Numbers) -> None:
    """Raises `Rejected` with every comparison and length of the rules whose numbers could be too large."""
    told = _Told.of(theory, numbers)
    faults = tuple(fault for law in theory.laws if not law.off for fault in _faults(law, told, numbers))
    if faults:
        raise Rejected(tuple(dict.fromkeys(faults)))


@dataclass(frozen=True, slots=True)
class _Told:
    """The largest number, as an integer of the program, in each role of each word, and of all."""

    largest: int
    roles: Mapping[str, int]

    @staticmethod
    def of(theory: Theory, numbers: Numbers) -> _Told:
        roles: defaultdict[str, int] = defaultdict(int)
        parts = (theory.said, tuple((law.given, law.then) for law in theory.laws))
        for arg in (node for node in walk(parts) if isinstance(node, Arg)):
            for number in (node for node in walk(arg.value) if isinstance(node, Number)):
                size = abs(base_value(number)) * numbers.scale
                roles[arg.role] = max(roles[arg.role], int(size * 11 // 10) + 1 if isinstance(arg.value, Rough) else int(size))
        exact = [base_value(node) for node in walk(parts) if isinstance(node, Number)]
        every = (abs(one) * numbers.scale for one in (*exact, *lengths_told(theory)))
        return _Told(max([*roles.values(), *map(int, every)], default=0), roles)


def _faults(law: Law, told: _Told, numbers: Numbers) -> Iterator[Diagnostic]:
    conditions = (law.given, law.unless, law.never, law.must, law.then)
    reach = _Reach(_bounds(conditions, told), told.largest, numbers)
    for node in walk(conditions):
        compared = node.compared if isinstance(node, Aggregate) else node
        if isinstance(compared, Compare | Differs) and (most := reach.of_comparison(compared)) > LARGEST:
            message = (
                f"what this reckons can come to {most:,} (in the smallest parts that are told), and {LARGEST:,} is the most"
            )
            yield _fault(node.span if node.span.line else law.span, message, "tell the numbers in larger units")
        if isinstance(node, VarLength) and (most := reach.of_length(node)) > MOST_TICKS:
            message = f"this length can come to {most:,} ticks of the clock, and {MOST_TICKS:,} is the most"
            yield _fault(node.span if node.span.line else law.span, message, "write a coarser `clock` in the dossier")


def _fault(span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic("T064", span, message, hint)


def _bounds(conditions: object, told: _Told) -> dict[str, int]:
    """How large each variable of a rule can be, by the roles in which it stands."""
    found: dict[str, int] = {}
    for atom in (node for node in walk(conditions) if isinstance(node, Atom)):
        for arg in atom.args:
            if isinstance(arg.value, Var):
                found[arg.value.id] = max(found.get(arg.value.id, 0), told.roles.get(arg.role, 0) or told.largest)
    return found


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far from 0 a term can lie, with the power of the scale that it stands in."""

    bounds: Mapping[str, int]
    largest: int
    numbers: Numbers

    def variable(self, name: str) -> int:
        return self.bounds.get(name, self.largest)

    def of_length(self, one: VarLength) -> int:
        return unit_size(one.unit, self.numbers.clock) * self.variable(one.var.id)

    def of_comparison(self, one: Compare | Differs) -> int:
        sides = [self._of(one.left), self._of(one.right)]
        if isinstance(one, Differs):
            sides.append(self._of(one.number))
        power = max(power for _, power in sides)
        most: int = sum(far * self.numbers.scale ** (power - own) for far, own in sides)
        return most * reach([node for node in walk(one) if isinstance(node, LengthOf)], self.numbers.clock)

    def _of(self, told: Term) -> tuple[int, int]:
        match told:
            case Number():
                return abs(self.numbers.scaled(told)), 1
            case Var(name):
                return self.variable(name), 1
            case Name():
                return self.largest, 1
            case LengthOf():
                return 1, 1
            case Arith("*", left, right):
                (one, its), (other, power) = self._of(left), self._of(right)
                return one * other, its + power
            case Arith(_, left, right):
                (one, its), (other, power) = self._of(left), self._of(right)
                both = max(its, power)
                return one * self.numbers.scale ** (both - its) + other * self.numbers.scale ** (both - power), both
            case Own():
                return self.largest, 1
            case Param(name):
                msg = f"parameter ${name} was not put in"
                raise AssertionError(msg)
            case _:
                assert_never(told)
