"""What a duty asks for, and the occurrences that statements name of that kind: candidates to have met it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reasoner.dossier.ir import Mark
from reasoner.ground.ir import Instance
from reasoner.language.ir import (
    Anything,
    Atom,
    Condition,
    Denial,
    FixedLength,
    Holds,
    Name,
    Number,
    Occurs,
    OfKind,
    Same,
    Value,
    Var,
    VarLength,
)
from reasoner.language.rewrite import contains, find, rewrite, walk
from reasoner.program.alternatives import relation
from reasoner.program.formula import Formula, both, negate
from reasoner.program.ir import Program
from reasoner.program.terms import quote
from reasoner.program.variables import alternatives, flat, opened
from reasoner.report.telling import Telling
from reasoner.theory.ir import Said, Theory
from reasoner.times.ir import Length


@dataclass(frozen=True, slots=True)
class Candidate:
    """An occurrence of the kind that one way to meet a duty asks for, between the same things; `statement` names it.

    `values` are what variables stand for, `terms` the same as terms of the program. `times` are the conditions on its
    times that nothing else has to be found for; `rest` is all else that is asked for.
    """

    name: str
    statement: str
    predicate: str
    values: Mapping[str, Value]
    terms: Mapping[str, str]
    times: tuple[Holds, ...]
    rest: tuple[Condition, ...]


def candidates(duty: Instance, telling: Telling) -> Iterator[Candidate]:
    """Of each way to meet a duty, and each thing that it asks for, those that a statement in play names for certain."""
    theory = telling.findings.theory
    above = {one.id: one.above for one in theory.signatures}
    for way in alternatives(telling.rules.laws[duty.rule].must):
        lines = opened(way)
        for asked in (one for one in lines if isinstance(one, Occurs)):
            others = tuple(one for one in lines if one is not asked)
            for said, told in _named(theory):
                if asked.atom.predicate in above.get(told.atom.predicate, ()):
                    values = _values(asked, told, duty)
                    if values is not None:
                        yield _candidate(asked, told, others, said, _Bound(duty, values))


@dataclass(frozen=True, slots=True)
class _Bound:
    """What the variables of a duty are bound to, and those that a candidate binds."""

    duty: Instance
    values: Mapping[str, Value]

    @property
    def all(self) -> dict[str, Value]:
        return {**{var: Name(value) for var, value in self.duty.bindings}, **self.values}

    @property
    def terms(self) -> dict[str, str]:
        """Of an instance the terms as its points have them."""
        starts = self.duty.points[::2]
        own = {var: point.removeprefix("s(")[:-1] for (var, _), point in zip(self.duty.bindings, starts, strict=True)}
        return {**own, **{var: quote(value.id) for var, value in self.values.items() if isinstance(value, Name)}}


def _named(theory: Theory) -> Iterator[tuple[Said, Occurs]]:
    """What statements in play claim of occurrences with a name, where there is one reading and no alternative."""
    for said in theory.said:
        if not said.off and not said.supposed and len(said.readings) == 1:
            for node in flat(said.readings):
                if isinstance(node, Occurs) and isinstance(node.name, Name):
                    yield said, node


def _values(asked: Occurs, told: Occurs, duty: Instance) -> dict[str, Value] | None:
    """What the variables of `asked` stand for if it is this; None if it cannot be. What the duty is about is none that it asks for."""
    bindings = dict(duty.bindings)
    assert isinstance(told.name, Name)
    values: dict[str, Value] = {}
    thing = asked.name
    if isinstance(thing, Name) or (isinstance(thing, Var) and thing.id in bindings):
        if told.name.id != bindings.get(thing.id, thing.id):
            return None
    elif told.name.id in bindings.values():
        return None
    elif isinstance(thing, Var):
        values[thing.id] = told.name
    roles = {arg.role: arg.value for arg in told.atom.args}
    for arg in asked.atom.args:
        wanted, has = arg.value, roles.get(arg.role)
        if isinstance(wanted, Var) and wanted.id in bindings:
            wanted = Name(bindings[wanted.id])
        if has is None or not (isinstance(wanted, Var | Anything) or wanted == has):
            return None
        if isinstance(wanted, Var) and values.setdefault(wanted.id, has) != has:
            return None
    return values


def _candidate(asked: Occurs, told: Occurs, others: tuple[Condition, ...], said: Said, bound: _Bound) -> Candidate:
    assert isinstance(told.name, Name)
    own = () if asked.phrase is None else (Holds(told.name, asked.phrase),)
    lines = (*own, *others)
    its = [
        one for one in lines if isinstance(one, Holds) and (one in own or (asked.name is not None and asked.name in walk(one)))
    ]
    times = tuple(one for one in its if _known(one, bound.terms))
    rest = tuple(one for one in lines if one not in times)
    return Candidate(told.name.id, said.id, asked.atom.predicate, bound.all, bound.terms, times, rest)


def _known(one: Holds, terms: Mapping[str, str]) -> bool:
    return all(node.id in terms for node in find(one, Var))


def formula(one: Candidate, program: Program) -> Formula:
    """What is asked of its times, with variables for what its `terms` have."""
    calendar = program.needs.calendar
    scene = calendar.scene(program.scale)
    told = [rewrite(time, lambda node: _length(node, one.values)) for time in one.times]
    found = [(time.phrase, relation(time.phrase.relation, calendar.ends(time.subject), scene)) for time in told]
    return both(*(negate(is_so) if phrase.negated else is_so for phrase, is_so in found))


def _length(node: object, values: Mapping[str, Value]) -> object:
    """`N days` as so many days."""
    if isinstance(node, VarLength) and (number := _number(values.get(node.var.id))) is not None:
        return FixedLength(Length(((number, node.unit),)))
    return node


def _number(value: Value | None) -> Fraction | None:
    """A number as it is told, or as instances print it."""
    if isinstance(value, Number):
        return value.value if not value.unit else None
    try:
        return Fraction(value.id) if isinstance(value, Name) else None
    except ValueError:
        return None


# ---------------------------------------------------------------- what nobody says


def filled(one: Condition, values: Mapping[str, Value]) -> Condition:
    """The condition with these values; what else it asks for may be anything."""

    def change(node: object) -> object:
        if isinstance(node, Occurs) and isinstance(node.name, Var):
            node = replace(node, name=None)
        if isinstance(node, Atom):
            return replace(
                node, args=tuple(replace(arg, value=Anything()) if isinstance(arg.value, Var) else arg for arg in node.args)
            )
        return node

    return rewrite(rewrite(one, lambda node: values.get(node.id, node) if isinstance(node, Var) else node), change)


def nobody_says(part: Occurs, values: Mapping[str, Value], theory: Theory) -> bool:
    """Whether no statement in play and no rule could make this so, with these values; False where that takes a closer look."""
    asked = rewrite(part, lambda node: values.get(node.id, node) if isinstance(node, Var) else node)
    above = {one.id: one.above for one in theory.signatures}
    marks = next(one.marks for one in theory.signatures if one.id == asked.atom.predicate)
    if asked.atom.predicate in {"said", "true"} or {Mark.SYMMETRIC, Mark.TRANSITIVE, Mark.REFLEXIVE} & set(marks):
        return False
    laws = [law for law in theory.laws if not law.off]
    concluded = [law.then for law in laws]
    said = [one.readings for one in theory.said if not one.off and not one.supposed]
    if contains((*concluded, *said), Same) or any(law.asp for law in laws):
        return False

    def is_kind(kind: str) -> bool:
        return kind == "true" or asked.atom.predicate in above.get(kind, ())

    heads = [node.predicate if isinstance(node, Atom) else node.kind for node in find(tuple(concluded), Atom, OfKind)]
    told = list(find(tuple(said), Atom, OfKind, closed=(Denial,)))
    kinds = [node.kind for node in told if isinstance(node, OfKind)]
    atoms = [node for node in told if isinstance(node, Atom) and is_kind(node.predicate)]
    return not any(map(is_kind, (*heads, *kinds))) and not any(_may_be(asked.atom, one) for one in atoms)


def _may_be(asked: Atom, told: Atom) -> bool:
    """Whether no role tells the two apart."""
    roles = {arg.role: arg.value for arg in told.args}
    pairs = [(arg.value, roles[arg.role]) for arg in asked.args if arg.role in roles]
    return not any(isinstance(one, Name) and isinstance(other, Name) and one != other for one, other in pairs)
