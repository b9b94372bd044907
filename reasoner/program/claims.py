"""What holds when a statement holds or a rule concludes: the heads of the program.

`truce(a, b) as t` under holds(s)   becomes `kind("t","truce") :- holds("s").  role("t","1","a") :- holds("s").  ..`
`t after e`                         becomes `diff(e("e"),s("t"),-1) :- holds("s").`
`not p(a)`                          becomes an instance that is broken where some p of a meets the period denied
`P or Q`                            becomes an open choice
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from reasoner.dossier.ir import Form
from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Arg,
    Atom,
    Compare,
    Condition,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Every,
    Holds,
    Initiates,
    NoneOf,
    Occurs,
    OfKind,
    PeriodOf,
    Phrase,
    Ref,
    Retracts,
    Rough,
    Same,
    Terminates,
    Var,
)
from reasoner.language.rewrite import find
from reasoner.program.conditions import Conditions
from reasoner.program.denials import Denials
from reasoner.program.formula import Instant, distance
from reasoner.program.imposing import Basis, Imposing, opposite
from reasoner.program.moments import term
from reasoner.program.no_more import Stated
from reasoner.program.recurring import spelled
from reasoner.program.terms import quote, values
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Claims:
    """Writes what conditions claim.

    `unknowns` are the things of which a statement tells a number with a tolerance, by role; `no_more` are the counts stated.
    """

    imposing: Imposing
    denials: Denials
    unknowns: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    no_more: list[Stated] = field(default_factory=list)

    @property
    def conditions(self) -> Conditions:
        return self.imposing.conditions

    @property
    def writer(self) -> Writer:
        return self.imposing.writer

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
                self.imposing.impose(self.conditions.formula(one, one, on.scope), on)
            case Same(left, right):
                self._head(f"is({term(left)},{term(right)})", on)
            case OfKind(ref, kind):
                self._head(f"kind({term(ref)},{quote(kind)})", on)
            case Retracts(newer, older):
                self._head(f"retracts({term(newer)},{term(older)})", on)
            case Different(left, right):
                self.denials.clash((f"same({term(left)},{term(right)})",), (), (), on)
            case Denial(atom, name, phrase):
                self.denials.deny(atom, name, phrase, on)
            case Denied(of):
                self.denials.deny_said(of, on)
            case Initiates(event, atom):
                self._initiate(event, atom, on)
            case Terminates(event, state):
                self._terminate(event, state, on)
            case Compare() | Differs():
                self._numbers(one, on)
            case Every():
                literal = self.conditions.counts.count(spelled(one), replace(on.scope, base=on.body if on.bound else ()))
                self.denials.clash((opposite(literal),), (), (), on)
            case PeriodOf():
                msg = f"{one} was let through"
                raise AssertionError(msg)
            case Count() | NoneOf():
                literal = self.conditions.counts.count(one, replace(on.scope, base=on.body if on.bound else ()))
                self.denials.clash((opposite(literal),), (), (), on)
                if not on.bound:
                    self.no_more.append(Stated(one, on))
            case Aggregate():
                for literal in self.conditions.counts.aggregate(one, replace(on.scope, base=on.body if on.bound else ())):
                    self.denials.clash((opposite(literal),), (), (), on)
            case _:
                assert_never(one)

    def _head(self, head: str, on: Basis) -> None:
        self.writer.rule(head, on.body, on.scope.origin)

    def _choice(self, items: tuple[Condition, ...], on: Basis) -> None:
        for item, way in zip(items, self.imposing.ways(len(items), on), strict=True):
            self.claim(item, way)

    # ------------------------------------------------------------ occurrences

    def _occurs(self, atom: Atom, name: Ref | None, phrase: Phrase | None, on: Basis) -> None:
        signature = self.conditions.signatures[atom.predicate]
        if atom.predicate == "true":
            self._head(f"asserted({self.imposing.value(atom.args[0].value, on)})", on)
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
            self.imposing.impose(self.conditions.formula(told_phrase, Occurs(atom, name, phrase), on.scope), on)

    def new(self, on: Basis, label: str = "") -> Var:
        """A new occurrence for each choice of the bound variables.

        `label` is the name that a rule gives to one of several; what has none is counted, and the first reads as the only one.
        """
        which = quote(label) if label else str(self.writer.number(f"new {on.scope.owner}"))
        return Var(f"new({quote(on.scope.owner)},{which},{values(on.bound)})")

    def _is(self, thing: Ref, atom: Atom, on: Basis) -> None:
        if isinstance(thing, Var):
            self._head(f"occurrence({term(thing)})", on)
        self._head(f"kind({term(thing)},{quote(atom.predicate)})", on)
        for arg in atom.args:
            self._role(thing, arg, on)

    def _role(self, thing: Ref, arg: Arg, on: Basis) -> None:
        self._head(f"role({term(thing)},{quote(arg.role)},{self._told(arg, on, term(thing))})", on)

    def _told(self, arg: Arg, on: Basis, of: str) -> str:
        """What is told of a role; a number with a tolerance is an unknown of its own, which lies in its window.

        It is named by statement and role; of further things in the same statement also by their count, and in a content
        by what stands in its places.
        """
        if not isinstance(arg.value, Rough):
            return self.imposing.value(arg.value, on)
        things = self.unknowns.setdefault((on.scope.owner, arg.role), {})
        nth = things.setdefault(of, len(things) + 1)
        owner = self.new(on).id if on.bound else quote(on.scope.owner)
        unknown = f"n({owner},{quote(arg.role if nth == 1 else f'{arg.role} {nth}')})"
        numbers = self.conditions.numbers
        low, high = numbers.bounds(arg.value)
        self.imposing.impose(distance(Instant(unknown), Instant("0"), low, high), on)
        if numbers.scale > 1 and numbers.counted(arg.value):
            self.writer.rule(f"whole({unknown})", on.body if on.bound else (), on.scope.origin)
        return unknown

    # ------------------------------------------------------------ times and numbers

    def _numbers(self, one: Compare | Differs, on: Basis) -> None:
        scope = replace(on.scope, base=on.body if on.bound else ())
        for literal in self.conditions.body((one,), scope).all:
            self.writer.rule("", (*on.body, opposite(literal)), on.scope.origin)

    # ------------------------------------------------------------ inertia

    def _initiate(self, event: Ref, atom: Atom, on: Basis) -> None:
        """The state starts as the event ends; `background` says when it ends."""
        state = self.new(on)
        self._is(state, atom, on)
        self._head(f"initiated({term(state)})", on)
        self._head(f"initiates({term(event)},{term(state)})", on)
        start, end = Instant(f"s({term(state)})"), Instant(f"e({term(event)})")
        self.imposing.impose(distance(start, end, 0, 0), on)

    def _terminate(self, event: Ref, state: Ref | Atom, on: Basis) -> None:
        if not isinstance(state, Atom):
            self._head(f"terminates({term(event)},{term(state)})", on)
            return
        body = self.conditions.body((Occurs(state, Var("_T")),), replace(on.scope, base=on.body))
        self.writer.rule(f"terminates({term(event)},_T)", (*on.body, *body.all), on.scope.origin)


def uses(*parts: object, word: str) -> bool:
    """Whether a sentence uses this predicate."""
    return any(node.predicate == word for node in find(parts, Atom))
