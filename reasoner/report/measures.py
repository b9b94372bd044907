"""Numbers in the units of the facts: the program converts all of a dimension into one, and forgets which was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from reasoner.language.ir import Atom, Number, Rough, Value, Var
from reasoner.language.rewrite import find
from reasoner.report.terms import number_words
from reasoner.theory.ir import Law, Said, Theory
from reasoner.theory.units import UNITS

Units = Mapping[tuple[str, str], str]
"""By word and role, or by statement and role, the unit that was first told."""


def units_of_roles(theory: Theory) -> Units:
    """The unit in which a role of a word is first told; what is told of a kind counts for those above it.

    Of a role that the facts do not tell, the unit of what a rule puts there.
    """
    above = {signature.id: signature.above for signature in theory.signatures}
    found: dict[tuple[str, str], str] = {}
    for atom, role, number in _told(theory.said):
        for kind in above.get(atom.predicate, ()):
            found.setdefault((kind, role), number.unit)
    for law in theory.laws:
        units = units_of_variables(law, found)
        for atom in find((law.unless, law.then, law.must), Atom):
            for arg in atom.args:
                if isinstance(arg.value, Var) and arg.value.id in units:
                    found.setdefault((atom.predicate, arg.role), units[arg.value.id])
    return found


def units_of_statements(theory: Theory) -> Units:
    """The unit in which a statement tells a role."""
    found: dict[tuple[str, str], str] = {}
    for said in theory.said:
        for _, role, number in _told((said,)):
            found.setdefault((said.id, role), number.unit)
    return found


def units_of_variables(law: Law, units: Units) -> Mapping[str, str]:
    """The unit of each variable of a rule that stands for a number told with one."""
    found: dict[str, str] = {}
    for atom in find(law.given, Atom):
        for arg in atom.args:
            if isinstance(arg.value, Var) and units.get((atom.predicate, arg.role)):
                found.setdefault(arg.value.id, units[atom.predicate, arg.role])
    return found


def in_unit(value: Fraction, unit: str) -> str:
    """A number of the program in this unit: 0.61 in `cm` is "61 cm"."""
    return number_words(Number(value / UNITS.get(unit, ("", Fraction(1)))[1], unit))


def _told(said: Iterable[Said]) -> Iterator[tuple[Atom, str, Number]]:
    for atom in (node for one in said for node in find(one.readings, Atom)):
        for arg in atom.args:
            yield from ((atom, arg.role, number) for number in _numbers(arg.value))


def _numbers(value: Value) -> Iterator[Number]:
    told = value.number if isinstance(value, Rough) else value
    if isinstance(told, Number):
        yield told
