"""Whether all arithmetic of a program stays within the integers of clingo, which have 32 bits and overflow silently.

Numbers are bounded by the largest that is told in the role from which a variable comes (by the largest of all where that
is not known), and what is made of them by interval arithmetic. So nothing that could overflow is let through.

Where rules tell numbers that they have reckoned out, nothing is told of how large these are. Who reckons with them in turn has
a limit for them, with which nothing overflows, and the program asks for a fault where one is beyond (see `Comparisons.watch`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from reasoner.diagnostics import Diagnostic, Rejected, Span
from reasoner.language.ir import (
    Aggregate,
    Arg,
    Arith,
    Atom,
    Compare,
    Condition,
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
from reasoner.language.rewrite import find, walk
from reasoner.program.durations import reach
from reasoner.program.lengths import unit_size
from reasoner.program.numbers import Limit, Numbers, base_value, lengths_told
from reasoner.program.unknowns import made_roles, unknown_variables
from reasoner.program.variables import equations
from reasoner.theory.ir import Law, Theory
from reasoner.theory.room import LARGEST, MOST_TICKS

_COMPARED = (Compare, Differs, Aggregate)


def limits(theory: Theory, numbers: Numbers) -> dict[str, Limit]:
    """The limits for numbers that rules have made, by the ids of the rules that reckon with these.

    Raises `Rejected` with every comparison and length of the rules whose numbers could be too large.
    """
    told = _Told.of(theory, numbers)
    laws = [law for law in theory.laws if not law.off]
    reckonings = {law.id: _Reckoning.of(law, told, numbers) for law in laws}
    faults = tuple(fault for law in laws for fault in _faults(law, reckonings[law.id]))
    if faults:
        raise Rejected(tuple(dict.fromkeys(faults)))
    made = made_roles(tuple(laws), numbers.typed)
    found = {law.id: unknown_variables(_conditions(law), made) for law in laws}
    return {law.id: Limit(found[law.id], _most(reckonings[law.id], found[law.id])) for law in laws if found[law.id]}


@dataclass(frozen=True, slots=True)
class _Told:
    """The largest number, as an integer of the program, in each role of each word, and of all."""

    largest: int
    roles: Mapping[str, int]

    @staticmethod
    def of(theory: Theory, numbers: Numbers) -> _Told:
        roles: defaultdict[str, int] = defaultdict(int)
        parts = (theory.said, tuple((law.given, law.then) for law in theory.laws))
        for arg in find(parts, Arg):
            for number in find(arg.value, Number):
                size = abs(base_value(number)) * numbers.scale
                roles[arg.role] = max(roles[arg.role], int(size * 11 // 10) + 1 if isinstance(arg.value, Rough) else int(size))
        exact = [base_value(node) for node in find(parts, Number)]
        every = (abs(one) * numbers.scale for one in (*exact, *lengths_told(theory)))
        return _Told(max([*roles.values(), *map(int, every)], default=0), roles)


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """What a rule reckons: lengths and comparisons, each with the node to point at, and what bounds its variables.

    `bounds` are those of the roles in which a variable stands, `named` what equations say that it is.
    """

    lengths: tuple[VarLength, ...]
    compared: tuple[tuple[Compare | Differs | Aggregate, Compare | Differs], ...]
    bounds: Mapping[str, int]
    named: tuple[tuple[Var, Term], ...]
    largest: int
    numbers: Numbers

    @staticmethod
    def of(law: Law, told: _Told, numbers: Numbers) -> _Reckoning:
        nodes = tuple(walk(_conditions(law)))
        compared = [
            (node, node.compared if isinstance(node, Aggregate) else node) for node in nodes if isinstance(node, _COMPARED)
        ]
        return _Reckoning(
            tuple(node for node in nodes if isinstance(node, VarLength)),
            tuple((node, inner) for node, inner in compared if isinstance(inner, Compare | Differs)),
            _bounds(nodes, told),
            tuple(way for node in nodes if isinstance(node, Compare) for way in equations(node)),
            told.largest,
            numbers,
        )

    def reach(self, made: Mapping[str, int] = MappingProxyType({})) -> _Reach:
        """How far the numbers can lie from 0; `N = M + 1` says that of an N that stands in no role."""
        bounds = {**self.bounds, **{name: max(most, self.bounds.get(name, 0)) for name, most in made.items()}}
        of_equations = {var.id for var, _ in self.named} - bounds.keys()
        for _ in range(len(of_equations)):
            reach = _Reach(bounds, self.largest, self.numbers)
            bounds = bounds | {var.id: reach.of_term(term) for var, term in self.named if var.id in of_equations}
        return _Reach(bounds, self.largest, self.numbers)

    def fits(self, made: Mapping[str, int]) -> bool:
        """Whether all of it stays within the integers."""
        reach = self.reach(made)
        lengths = all(reach.of_length(one) <= MOST_TICKS for one in self.lengths)
        return lengths and all(reach.of_comparison(one) <= LARGEST for _, one in self.compared)


def _faults(law: Law, reckoning: _Reckoning) -> Iterator[Diagnostic]:
    reach = reckoning.reach()
    told = [*((node, inner) for node, inner in reckoning.compared), *((node, node) for node in reckoning.lengths)]
    for node, inner in told:
        if isinstance(inner, Compare | Differs) and (most := reach.of_comparison(inner)) > LARGEST:
            message = (
                f"what this reckons can come to {most:,} (in the smallest parts that are told), and {LARGEST:,} is the most"
            )
            yield _fault(node.span if node.span.line else law.span, message, "tell the numbers in larger units")
        if isinstance(inner, VarLength) and (most := reach.of_length(inner)) > MOST_TICKS:
            message = f"this length can come to {most:,} ticks of the clock, and {MOST_TICKS:,} is the most"
            yield _fault(node.span if node.span.line else law.span, message, "write a coarser `clock` in the dossier")


def first_of(ids: Sequence[str], laws: Sequence[Law]) -> tuple[str, ...]:
    """Those of these rules that have nothing, by whatever rules, of what another of them concludes; all where they go in a circle."""
    after: dict[str, set[str]] = {}
    for law in laws:
        told = {node.predicate for node in find(law.then, Atom)}
        after[law.id] = {other.id for other in laws if other is not law and not told.isdisjoint(_asked(other))}
    later: set[str] = set()
    for one in ids:
        reached, left = set[str](), [one]
        while left:
            new = after.get(left.pop(), set()) - reached
            reached |= new
            left += sorted(new)
        later |= reached - {one}
    return tuple(one for one in ids if one not in later) or tuple(ids)


def _asked(law: Law) -> Iterator[str]:
    return (node.predicate for node in find(law.given, Atom))


def _conditions(law: Law) -> tuple[tuple[Condition, ...], ...]:
    return law.given, law.unless, law.never, law.must, law.then


def _most(reckoning: _Reckoning, made: frozenset[str]) -> int:
    """The most that these variables may be for all that the rule reckons to stay within the integers.

    Where numbers are not all exact, two of these are held against each other, too.
    """
    low, high = 0, LARGEST // 2 if reckoning.numbers.unknown else LARGEST
    if reckoning.fits(dict.fromkeys(made, high)):
        return high
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if reckoning.fits(dict.fromkeys(made, middle)) else (low, middle - 1)
    return low


def _fault(span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic("T064", span, message, hint)


def _bounds(nodes: Sequence[object], told: _Told) -> dict[str, int]:
    """How large each variable of a rule can be, by the roles in which it stands."""
    found: dict[str, int] = {}
    for atom in (node for node in nodes if isinstance(node, Atom)):
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

    def of_term(self, term: Term) -> int:
        """How large a number is that a variable stands for."""
        far, power = self._of(term)
        return far // int(self.numbers.scale ** (power - 1)) + 1

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
        return most * reach(list(find(one, LengthOf)), self.numbers.clock)

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
