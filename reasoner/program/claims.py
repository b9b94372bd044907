"""What holds when a statement holds or a rule concludes: the heads of the program.

`truce(a, b) as t` under holds(s)   becomes `kind("t","truce") :- holds("s").  role("t","1","a") :- holds("s").  ..`
`t after e`                         becomes `diff(e("e"),s("t"),-1) :- holds("s").`
`not p(a)`                          becomes an instance that is broken where some p of a meets the period denied
`P or Q`                            becomes an open choice
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Anything,
    Arg,
    Atom,
    Compare,
    Condition,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Holds,
    Initiates,
    Inside,
    Intersects,
    Name,
    NoneOf,
    Occurs,
    OfKind,
    Order,
    Phrase,
    Place,
    Retracts,
    Rough,
    Same,
    Terminates,
    Var,
)
from reasoner.language.rewrite import rewrite, walk
from reasoner.program.conditions import Conditions
from reasoner.program.deadlines import period_denied
from reasoner.program.formula import Conj, Disj, Formula, InMonths, Instant, Le, distance, negate, plus
from reasoner.program.ir import InstanceRule
from reasoner.program.moments import term
from reasoner.program.needs import Needs
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a claim rests: its scope, the literals under which it is made, and the variables that tell one from another."""

    scope: Scope
    body: tuple[str, ...]
    bound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """Writes what conditions claim. `says` are the conditions of statements and of occurrences by name, for denials."""

    conditions: Conditions
    needs: Needs
    says: dict[str, tuple[Condition, ...]]
    unknowns: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)

    @property
    def writer(self) -> Writer:
        return self.conditions.writer

    def claim(self, one: Condition, on: Basis) -> None:  # noqa: PLR0915 - one line for each node of a sentence
        """Write the condition as something that is so wherever the body is true."""
        match one:
            case AllOf(items):
                for item in items:
                    self.claim(item, on)
            case AnyOf(items):
                self._choice(items, on)
            case Occurs(atom, name, phrase):
                self._occurs(atom, name, phrase, on)
            case Holds():
                self.impose(self.conditions.formula(one, one, on.scope.owner), on)
            case Same(left, right):
                self._head(f"is({term(left)},{term(right)})", on)
            case OfKind(ref, kind):
                self._head(f"kind({term(ref)},{quote(kind)})", on)
            case Retracts(newer, older):
                self._head(f"retracts({term(newer)},{term(older)})", on)
            case Different(left, right):
                self._clash((f"same({term(left)},{term(right)})",), (), on)
            case Denial(atom, name, phrase):
                self._deny(atom, name, phrase, on)
            case Denied(of):
                self._deny_said(of, on)
            case Initiates(event, atom):
                self._initiate(event, atom, on)
            case Terminates(event, state):
                self._terminate(event, state, on)
            case Compare() | Differs():
                self._numbers(one, on)
            case Count() | NoneOf():
                literal = self.conditions.count(one, replace(on.scope, base=on.body if on.bound else ()))
                self._clash((_not(literal),), (), on)
            case Aggregate():
                msg = f"{one} was let through"
                raise AssertionError(msg)
            case _:
                assert_never(one)

    def _head(self, head: str, on: Basis) -> None:
        self.writer.rule(head, on.body, on.scope.origin)

    def _choice(self, items: tuple[Condition, ...], on: Basis) -> None:
        name = f"way({quote(on.scope.owner)},{self.writer.number(f'way {on.scope.owner}')},{values(on.bound)}"
        ways = [f"{name},{nth})" for nth in range(1, len(items) + 1)]
        self._head(f"1 {{ {'; '.join(ways)} }}", on)
        for way, item in zip(ways, items, strict=True):
            self.claim(item, replace(on, body=(way,)))

    # ------------------------------------------------------------ occurrences

    def _occurs(self, atom: Atom, name: Name | Var | None, phrase: Phrase | None, on: Basis) -> None:
        signature = self.conditions.signatures[atom.predicate]
        if atom.predicate == "true":
            self._head(f"asserted({self.conditions.value(atom.args[0].value)})", on)
            return
        if signature.form is Form.FACT:
            args = {arg.role: self._told(arg, on, repr(atom)) for arg in atom.args}
            told = [args.get(role.name, "none") for role in signature.roles]
            self._head(f"fact({','.join([quote(atom.predicate), *told])})", on)
            return
        thing = name if name is not None else self.new(on)
        self._is(thing, atom, on)
        if phrase is not None:
            told_phrase = Holds(thing, phrase)
            self.impose(self.conditions.formula(told_phrase, Occurs(atom, name, phrase), on.scope.owner), on)

    def new(self, on: Basis) -> Var:
        """A new occurrence for each choice of the bound variables."""
        nth = self.writer.number(f"new {on.scope.owner}")
        made = f"new({quote(on.scope.owner)},{nth},{values(on.bound)})"
        return Var(made)

    def _is(self, thing: Name | Var, atom: Atom, on: Basis) -> None:
        if isinstance(thing, Var):
            self._head(f"occurrence({term(thing)})", on)
        self._head(f"kind({term(thing)},{quote(atom.predicate)})", on)
        for arg in atom.args:
            self._role(thing, arg, on)

    def _role(self, thing: Name | Var, arg: Arg, on: Basis) -> None:
        self._head(f"role({term(thing)},{quote(arg.role)},{self._told(arg, on, term(thing))})", on)

    def _told(self, arg: Arg, on: Basis, of: str) -> str:
        """What is told of a role; a number with a tolerance is an unknown of its own, which lies in its window.

        It is named by statement and role; of further things in the same statement also by their count.
        """
        if not isinstance(arg.value, Rough):
            return self.conditions.value(arg.value)
        things = self.unknowns.setdefault((on.scope.owner, arg.role), {})
        nth = things.setdefault(of, len(things) + 1)
        unknown = f"n({quote(on.scope.owner)},{quote(arg.role if nth == 1 else f'{arg.role} {nth}')})"
        low, high = self.conditions.numbers.bounds(arg.value)
        self.impose(distance(Instant(unknown), Instant("0"), low, high), on)
        return unknown

    # ------------------------------------------------------------ times and numbers

    def impose(self, formula: Formula, on: Basis) -> None:
        """The formula holds in every world in which the body does: bounds as they are, all else as a test that must not fail."""
        match formula:
            case Conj(items):
                for item in items:
                    self.impose(item, on)
            case Le():
                self.writer.imposed(formula, on.body, on.scope.origin)
            case InMonths(months=int(months)) if (ticks := self._one_length(formula, months)) is not None:
                low = None if formula.low is None else plus(formula.low, ticks)
                high = None if formula.high is None else plus(formula.high, ticks)
                self.impose(distance(formula.later, formula.earlier, low, high, formula.tag), on)
            case Disj(()):
                self.writer.rule("", on.body, on.scope.origin)
            case _:
                scope = replace(on.scope, base=on.body if on.bound else ())
                for literal in self.conditions.tested(formula, scope):
                    self.writer.rule("", (*on.body, _not(literal)), on.scope.origin)

    def _one_length(self, formula: InMonths, months: int) -> int | None:
        point = formula.at
        point = point.removeprefix("0+")
        length = self.needs.single(months, "back" if formula.back else "on", point)
        return None if length is None else abs(length)

    def _numbers(self, one: Compare | Differs, on: Basis) -> None:
        scope = replace(on.scope, base=on.body if on.bound else ())
        for literal in self.conditions.body((one,), scope).all:
            self.writer.rule("", (*on.body, _not(literal)), on.scope.origin)

    # ------------------------------------------------------------ denials

    def _clash(self, meets: tuple[str, ...], extra: tuple[str, ...], on: Basis) -> None:
        """An instance without a guard of its own: broken where the denial holds and what it denies is so."""
        names = (*on.bound, *extra)
        key = f"not {on.scope.owner}"
        known = self.writer.instances.get(key)
        if known is not None and known.variables != tuple(name.lstrip("_") for name in names):
            key = f"{key} {self.writer.number(key)}"
        shown = tuple(name.lstrip("_") for name in names)
        self.writer.instances.setdefault(key, InstanceRule(key, on.scope.owner, shown))
        instance = f"inst({quote(key)},{values(names)})"
        self.writer.rule(f"broken({instance})", (*on.body, *meets), on.scope.origin)
        timeless = tuple(literal for literal in meets if not literal.removeprefix("not ").startswith("le("))
        self.writer.rule(f"stands({instance})", (*on.body, *timeless), on.scope.origin)

    def _deny(self, atom: Atom, name: Name | Var | None, phrase: Phrase | None, on: Basis) -> None:
        symmetric = self.conditions.signatures[atom.predicate].has(Mark.SYMMETRIC)
        for args in (atom.args, _swapped(atom.args)) if symmetric else (atom.args,):
            nth = self.writer.number(f"denial {on.scope.owner}")
            denial = f"denial({quote(on.scope.owner)},{nth},{values(on.bound)})"
            self._head(f"denies({denial},{quote(atom.predicate)})", on)
            for arg in args:
                if not isinstance(arg.value, Rough | Anything):
                    self._head(f"denies({denial},{quote(arg.role)},{self.conditions.value(arg.value)})", on)
        thing = name if name is not None else Var("_E")
        told = phrase.relation if phrase is not None else None
        scene = self.conditions.calendar.scene(self.conditions.numbers.scale)
        self._meet((Occurs(atom, thing),), period_denied(told, self.conditions.calendar.ends(thing), scene), on)

    def _meet(self, parts: tuple[Condition, ...], period: Formula, on: Basis) -> None:
        inner = replace(on.scope, base=on.body)
        body = self.conditions.body(parts, inner)
        timed = self.conditions.tested(period, inner.with_base(*body.binds))
        shown = tuple(name for name in variables(*body.binds) if name == "_E")
        self._clash((*body.all, *timed), shown, on)

    def _deny_said(self, of: Name | Var, on: Basis) -> None:
        """Deny what a statement or an occurrence is said to be: anything of the same kind, roles and stated time."""
        self._head(f"denied({term(of)})", on)
        for said in self.says.get(of.id, ()):
            self._deny_condition(said, on)

    def _deny_condition(self, said: Condition, on: Basis) -> None:
        parts = said.items if isinstance(said, AllOf) else (said,)
        named = [part.name for part in parts if isinstance(part, Occurs) and part.name is not None]
        own = {name: Var("_E" if nth == 0 else f"_E{nth}") for nth, name in enumerate(dict.fromkeys(named))}
        if not own and all(isinstance(part, Holds) for part in parts):
            formulas = [self.conditions.formula(part, part, on.scope.owner) for part in parts if isinstance(part, Holds)]
            self.impose(negate(Conj(tuple(formulas))), on)
            return
        made = tuple(rewrite(part, lambda node: own.get(node, node) if isinstance(node, Name) else node) for part in parts)
        self._meet(tuple(_met(part) for part in made), Conj(()), on)

    # ------------------------------------------------------------ inertia

    def _initiate(self, event: Name | Var, atom: Atom, on: Basis) -> None:
        """The state starts as the event ends; `background` says when it ends."""
        state = self.new(on)
        self._is(state, atom, on)
        self._head(f"initiated({term(state)})", on)
        self._head(f"initiates({term(event)},{term(state)})", on)
        start, end = Instant(f"s({term(state)})"), Instant(f"e({term(event)})")
        self.impose(distance(start, end, 0, 0), on)

    def _terminate(self, event: Name | Var, state: Name | Var | Atom, on: Basis) -> None:
        if not isinstance(state, Atom):
            self._head(f"terminates({term(event)},{term(state)})", on)
            return
        body = self.conditions.body((Occurs(state, Var("_T")),), replace(on.scope, base=on.body))
        self.writer.rule(f"terminates({term(event)},_T)", (*on.body, *body.all), on.scope.origin)


def _met(part: Condition) -> Condition:
    """A part of what is denied as a test: a stated date is the period denied, so that sharing a tick with it is enough."""
    match part:
        case Holds(subject, Phrase(Inside(moment) | Order(Place.DURING, moment), False) as phrase):
            return Holds(subject, replace(phrase, relation=Intersects(moment)))
        case Occurs(atom, name, Phrase(Inside(moment) | Order(Place.DURING, moment), False) as phrase):
            return Occurs(atom, name, replace(phrase, relation=Intersects(moment)))
        case _:
            return part


def _swapped(args: tuple[Arg, ...]) -> tuple[Arg, ...]:
    return tuple(replace(one, value=other.value) for one, other in zip(args, args[::-1], strict=True))


def _not(literal: str) -> str:
    return literal.removeprefix("not ") if literal.startswith("not ") else f"not {literal}"


def uses(*parts: object, word: str) -> bool:
    """Whether a sentence uses this predicate."""
    return any(isinstance(node, Atom) and node.predicate == word for node in walk(parts))
