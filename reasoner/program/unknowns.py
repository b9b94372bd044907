"""Numbers that nobody told exactly: in which roles they may stand, and how two numbers are then compared.

A number with a tolerance is an unknown with a term of its own. Whether it is 30, or the number of something else, is decided
in each world, and not by terms:

    lot(P, number 30)                        becomes lot(P, number _N1), where _N1 is 30
    lot(P, number N), sold(P, number N)      becomes lot(P, number N), sold(P, number _N1), where _N1 is N
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from reasoner.language.ir import (
    Anything,
    Arg,
    Atom,
    Condition,
    Initiates,
    Near,
    Number,
    Occurs,
    Rough,
    Terminates,
    Var,
)
from reasoner.language.rewrite import find, rewrite
from reasoner.theory.ir import Law, Theory

Roles = frozenset[tuple[str, str]]
"""Predicates with a role of theirs."""


def typed_roles(theory: Theory) -> Roles:
    """The roles in which numbers stand."""
    return frozenset((word.id, role.name) for word in theory.signatures for role in word.roles if role.type == "number")


def unknown_roles(theory: Theory, typed: Roles) -> Roles:
    """The roles in which a number may stand that is not exact; they go by their names, since an occurrence may be of many kinds."""
    told = find((theory.said, tuple(law.then for law in theory.laws)), Arg)
    names = {arg.role for arg in told if isinstance(arg.value, Rough)}
    names |= {role for law in theory.laws for role in _supposed(law, typed)}
    while True:
        found = frozenset(one for one in typed if one[1] in names)
        passed = {role for law in theory.laws for role in _passed_on(law, found)}
        if passed <= names:
            return found
        names |= passed


def _supposed(law: Law, typed: Roles) -> Iterable[str]:
    """The roles of which a number that nobody told may be supposed: by an `unless` or a `must` that names it."""
    known = frozenset(find(law.given, Var))
    for atom in find((law.unless, law.must), Atom):
        for arg in atom.args:
            new = isinstance(arg.value, Anything) or (isinstance(arg.value, Var) and arg.value not in known)
            if new and (atom.predicate, arg.role) in typed:
                yield arg.role


def _passed_on(law: Law, roles: Roles) -> Iterable[str]:
    """The roles in which a rule's conclusion tells a number that it has from one of these."""
    unknown = unknown_variables(law.given, roles)
    args = find(law.then, Arg)
    return (arg.role for arg in args if isinstance(arg.value, Var) and arg.value.id in unknown)


def made_roles(laws: tuple[Law, ...], typed: Roles) -> Roles:
    """The roles in which rules tell numbers that they have reckoned out, or have from a rule that did; by their names."""
    names: set[str] = {role for _, role in typed} if any(law.asp for law in laws) else set()
    while True:
        found = frozenset(one for one in typed if one[1] in names)
        more = {role for law in laws for role in (*_reckoned(law, typed), *_passed_on(law, found))}
        if more <= names:
            return found
        names |= more


def _reckoned(law: Law, typed: Roles) -> Iterable[str]:
    """The roles in which a rule tells a number that stands in no role of its `given`."""
    had = unknown_variables(law.given, typed)
    args = find(law.then, Arg)
    return (arg.role for arg in args if isinstance(arg.value, Var) and arg.value.id not in had)


def unknown_variables(of: object, roles: Roles) -> frozenset[str]:
    """The variables that may stand for numbers that are not exact."""
    args = ((atom, arg) for atom in find(of, Atom) for arg in atom.args)
    return frozenset(arg.value.id for atom, arg in args if isinstance(arg.value, Var) and (atom.predicate, arg.role) in roles)


@dataclass(slots=True)
class Apart:
    """Gives each number that may not be exact a variable of its own; `number` counts these.

    Gathers what they must be: inside of `windows`, and equal for each pair of `alike`.
    """

    roles: Roles
    number: Callable[[], int]
    unknown: frozenset[str]
    seen: set[str]
    windows: list[tuple[Rough, str]] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)

    def lines(self, lines: tuple[Condition, ...]) -> tuple[Condition, ...]:
        """The lines with these variables, one for one."""
        self.unknown |= unknown_variables(lines, self.roles)
        return tuple(self._line(one) for one in lines)

    @property
    def variables(self) -> frozenset[str]:
        """The new ones."""
        return frozenset([*(name for _, name in self.windows), *(name for _, name in self.alike)])

    def _line(self, one: Condition) -> Condition:
        match one:
            case Occurs(atom) | Initiates(_, atom):
                return replace(one, atom=self._atom(atom))
            case Terminates(_, Atom() as atom):
                return replace(one, state=self._atom(atom))
            case _:
                return one

    def _atom(self, atom: Atom) -> Atom:
        return replace(atom, args=tuple(self._arg(atom.predicate, arg) for arg in atom.args))

    def _arg(self, predicate: str, arg: Arg) -> Arg:
        if isinstance(arg.value, Rough):
            return replace(arg, value=self._inside(arg.value))
        if isinstance(arg.value, Number) and (predicate, arg.role) in self.roles:
            return replace(arg, value=self._inside(Rough(Near.EXACTLY, arg.value)))
        return replace(arg, value=rewrite(arg.value, self._variable))

    def _inside(self, told: Rough) -> Var:
        made = Var(f"_N{self.number()}")
        self.windows.append((told, made.id))
        return made

    def _variable(self, node: object) -> object:
        """The first time a variable stands for its number; every other time for one that must be equal."""
        if not isinstance(node, Var) or node.id not in self.unknown:
            return node
        if node.id not in self.seen:
            self.seen.add(node.id)
            return node
        made = Var(f"_N{self.number()}")
        self.alike.append((node.id, made.id))
        return made
