"""Conditions as bodies of ASP rules.

`truce(A, B) as T`    becomes `kind(T,"truce"), role(T,"1",A), role(T,"2",B)`
`E during T`          becomes `le(s(T),s(E),0), le(e(E),e(T),0)`, each tested under the literals that bind E and T
`P or Q`, months      become an atom of their own, with one rule for each way to be true
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
    Atom,
    Bound,
    Compare,
    Condition,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Holds,
    Initiates,
    LengthOf,
    NoneOf,
    Occurs,
    OfKind,
    Retracts,
    Same,
    Terminates,
    Var,
    VarLength,
)
from reasoner.language.rewrite import walk
from reasoner.program.comparisons import Comparisons
from reasoner.program.denying import Asked, Denying, asked_ways, period
from reasoner.program.formula import Formula, negate
from reasoner.program.moments import Calendar, term
from reasoner.program.numbers import Numbers
from reasoner.program.relations import relation
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope, Timed, has_length
from reasoner.program.values import Values
from reasoner.program.variables import loosened, opened
from reasoner.program.writer import Writer
from reasoner.theory.ir import Signature


@dataclass(frozen=True, slots=True)
class Body:
    """The literals of a condition: those that bind, those that only test, and those that times decide."""

    binds: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()

    def __add__(self, other: Body) -> Body:
        return Body(self.binds + other.binds, self.tests + other.tests, self.timed + other.timed)

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.binds, *self.tests, *self.timed)


@dataclass(slots=True)
class Conditions:
    """Turns conditions into literals; writes the rules for the atoms of its own that these need."""

    writer: Writer
    timed: Timed
    calendar: Calendar
    signatures: dict[str, Signature]
    values: Values
    denying: Denying = field(default_factory=Denying)

    @property
    def numbers(self) -> Numbers:
        return self.values.numbers

    @property
    def comparisons(self) -> Comparisons:
        return Comparisons(self.timed, self.numbers)

    # ------------------------------------------------------------ conditions

    def body(self, conditions: tuple[Condition, ...], scope: Scope, given: str = "", apart: tuple[str, ...] = ()) -> Body:
        """All of the conditions; those that bind come first, so that the rest is tested under them.

        With `given`, an atom of that text is written for what binds and for `apart`, and the rest is tested under it.
        """
        lines, windows = loosened(opened(conditions), lambda: self.writer.number("number"))
        things = [(one, one.name or Var(f"_O{self.writer.number('occurrence')}")) for one in lines if isinstance(one, Occurs)]
        found = Body(tuple(literal for one, thing in things for literal in self._occurs(one.atom, term(thing))))
        for one in lines:
            if isinstance(one, OfKind | AnyOf | Denied | Retracts | Initiates | Terminates):
                found += self._one(one, scope.with_base(*found.binds))
        known = frozenset(variables(*scope.base, *found.binds))
        named = [one for one in lines if isinstance(one, Compare) and _names(one, known)]
        found = self._valued(named, found, scope)
        for one in lines:
            if isinstance(one, Denial):
                found += self._one(one, scope.with_base(*found.binds))
        inner = scope.with_base(*found.binds)
        if given:
            self.writer.rule(given, (*found.binds, *apart), scope.origin)
            told = {name for one, thing in things if one.phrase for name in variables(term(thing))}
            hidden = told - set(variables(given))
            inner = scope.with_base(given, *(found.binds if hidden else ()))
            found = replace(found, binds=inner.base)
        for rough, name in windows:
            found += Body(timed=self.comparisons.inside(name, rough, inner))
        for one, thing in things:
            if one.phrase is not None:
                found += Body(timed=self._holds(Holds(thing, one.phrase), one, inner))
        for one in sorted((one for one in lines if type(one) in _RANK and one not in named), key=lambda one: _RANK[type(one)]):
            found += self._one(one, inner)
        return found

    def _valued(self, named: list[Compare], found: Body, scope: Scope) -> Body:
        """With what `N = M + 1` binds: N, where nothing else does; M must then be exact."""
        self.comparisons.exact(tuple(self.numbers.value(one.right) for one in named), scope.with_base(*found.binds))
        return found + Body(
            tuple(f"{term(one.left)} = {self.numbers.value(one.right)}" for one in named if isinstance(one.left, Var))
        )

    def _one(self, one: Condition, scope: Scope) -> Body:
        match one:
            case Holds():
                return Body(timed=self._holds(one, one, scope))
            case OfKind(ref, kind):
                return Body(binds=(f"kind({term(ref)},{quote(kind)})",))
            case Same(left, right):
                return Body(tests=(f"equal({term(left)},{term(right)})",))
            case Different(left, right):
                return Body(tests=(f"not equal({term(left)},{term(right)})",))
            case Retracts(newer, older):
                return Body(binds=(f"retracts({term(newer)},{term(older)})",))
            case Compare() | Differs() if any(isinstance(node, LengthOf) for node in walk(one)):
                return Body(timed=self.comparisons.literals(one, scope))
            case Compare() | Differs():
                return Body(tests=self.comparisons.literals(one, scope))
            case Count() | NoneOf():
                return Body(tests=(self.count(one, scope),))
            case AnyOf(items):
                return self._any(items, one, scope)
            case Denial():
                return self._denied(one, scope)
            case Denied(of):
                return Body(binds=(f"denied({term(of)})",))
            case Terminates(event, state) if not isinstance(state, Atom):
                return Body(binds=(f"terminates({term(event)},{term(state)})",))
            case Terminates(event, Atom() as atom):
                return self._bears("terminates", term(event), atom)
            case Initiates(event, atom):
                return self._bears("initiates", term(event), atom)
            case Occurs() | AllOf() | Terminates() | Aggregate():
                msg = f"{one} was let through"
                raise AssertionError(msg)
            case _:
                assert_never(one)

    def _bears(self, word: str, event: str, atom: Atom) -> Body:
        """Some state as told is initiated or terminated by the event."""
        state = f"_S{self.writer.number('state')}"
        return Body(binds=(f"{word}({event},{state})", *self._occurs(atom, state)))

    def _any(self, items: tuple[Condition, ...], whole: Condition, scope: Scope) -> Body:
        """`P or Q`: true in each way in which one of the two is; a second atom leaves out what times decide."""
        shared = _shared(whole, scope)
        name = f"either({quote(scope.owner)},{self.writer.number(f'or {scope.owner}')}"
        head, loose = f"{name},{values(shared)})", f"{name},timeless,{values(shared)})"
        timed = False
        for item in items:
            body = self.body((item,), scope)
            needed = scope.base if set(shared) - set(variables(*body.binds)) or body.tests or body.timed else ()
            self.writer.rule(head, (*needed, *body.all), scope.origin)
            self.writer.rule(loose, (*needed, *body.binds, *body.tests), scope.origin)
            timed = timed or bool(body.timed)
        return Body(binds=(loose,), timed=(head,)) if timed else Body(binds=(head,))

    def _denied(self, one: Denial, scope: Scope) -> Body:
        """True where some denial denies at least this (see `denying`); a second atom leaves out what times decide."""
        used = [node.id for node in walk(one) if isinstance(node, Var)]
        shared = tuple(name for name in variables(*scope.base) if name in used)
        name = f"asked({quote(scope.owner)},{self.writer.number(f'asked {scope.owner}')}"
        head, loose = f"{name},{values(shared)})", f"{name},timeless,{values(shared)})"
        signature = self.signatures[one.atom.predicate]
        roles, alike = self.values.asked({arg.role: arg.value for arg in one.atom.args})
        told = None if one.phrase is None else period(one.phrase.relation, self.calendar.ends)
        ways = asked_ways(roles, one.name, signature)
        base = scope.base if shared else ()
        self.denying.asked.append(Asked(head, loose, signature.above, ways, told, scope, (*base, *alike)))
        return Body(binds=(loose,), timed=(head,))

    # ------------------------------------------------------------ occurrences

    def _occurs(self, atom: Atom, thing: str) -> tuple[str, ...]:
        signature = self.signatures[atom.predicate]
        if atom.predicate == "true":
            return (f"true({self.values.term(atom.args[0].value)})",)
        if signature.form is Form.FACT:
            return self._fact(atom, signature)
        kind = f"kind({thing},{quote(atom.predicate)})"
        args, alike = self.values.asked({arg.role: arg.value for arg in atom.args})
        if signature.has(Mark.SYMMETRIC):
            pair = ",".join(args.get(role.name, "_") for role in signature.roles)
            return (f"pair({thing},{quote(_top(signature, self.signatures))},{pair})", kind, *alike)
        return (kind, *(f"role({thing},{quote(role)},{value})" for role, value in args.items()), *alike)

    def _fact(self, atom: Atom, signature: Signature) -> tuple[str, ...]:
        args = {arg.role: arg.value for arg in atom.args}
        asked, alike = self.values.asked(args)
        told = [asked.get(role.name, "_") for role in signature.roles]
        said: list[str] = []
        for place, role in enumerate(signature.roles):
            if isinstance(args.get(role.name), Anything):
                told[place] = f"_A{self.writer.number('anything')}"
                said.append(f"{told[place]} != none")
        return (f"fact({','.join([quote(atom.predicate), *told])})", *said, *alike)

    # ------------------------------------------------------------ times

    def _holds(self, told: Holds, whole: Condition, scope: Scope) -> tuple[str, ...]:
        self.comparisons.lengths(tuple(node for node in walk(told) if isinstance(node, VarLength)), scope)
        return self.tested(self.formula(told, whole, scope.owner), scope)

    def formula(self, told: Holds, whole: Condition, owner: str) -> Formula:
        """The formula of a subject with a phrase; its tag names the condition in which it stands."""
        scene = self.calendar.scene(self.numbers.scale)
        tag = self.writer.tag(owner, whole) if has_length(told.phrase) else ""
        found = relation(told.phrase.relation, self.calendar.ends(told.subject), scene, tag)
        return negate(found) if told.phrase.negated else found

    def tested(self, formula: Formula, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the formula is."""
        return self.timed.tested(formula, scope)

    # ------------------------------------------------------------ counts

    def count(self, one: Count | NoneOf, scope: Scope) -> str:
        """A literal that is true iff as many different things make the counted condition true; names of one thing count once."""
        inner = replace(scope, outer=scope.outer | {one.var.id} | set(variables(*scope.base)))
        body = self.body((one.counted,), inner)
        outer = tuple(name for name in variables(*body.all) if name in variables(*scope.base))
        nth = self.writer.number(f"count {scope.owner}")
        name = f"{quote(scope.owner)},{nth},{values(outer)}"
        self.writer.rule(f"counted({name},{one.var.id})", (*scope.base, *body.all), scope.origin)
        double = f"counted({name},_Y), same(_X,_Y), _Y < _X"
        self.writer.rule(f"twice({name},_X)", (f"counted({name},_X)", double), scope.origin)
        if isinstance(one, NoneOf):
            return f"not counted({name},_)"
        aggregate = f"#count {{ _X : counted({name},_X), not twice({name},_X) }}"
        op = {Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.MORE_THAN: ">", Bound.LESS_THAN: "<", None: "="}[one.bound]
        head = f"enough({name})"
        self.writer.rule(head, (*scope.base, f"{aggregate} {op} {one.number}"), scope.origin)
        return head


_RANK: dict[type, int] = {Same: 1, Different: 1, Compare: 2, Differs: 2, Holds: 3, Count: 4, NoneOf: 4}


def _names(one: Compare, known: frozenset[str]) -> bool:
    """Whether `N = M + 1` gives N its value: nothing else binds it."""
    return one.op == "=" and isinstance(one.left, Var) and one.left.id not in known


def _shared(whole: Condition, scope: Scope) -> tuple[str, ...]:
    """The variables of an alternative that its surroundings know."""
    known = scope.outer | set(variables(*scope.base))
    return tuple(dict.fromkeys(node.id for node in walk(whole) if isinstance(node, Var) and node.id in known))


def _top(signature: Signature, signatures: dict[str, Signature]) -> str:
    """The highest kind above a symmetric predicate that has the same mark: its pairs serve all below."""
    return [kind for kind in signature.above if kind in signatures and signatures[kind].has(Mark.SYMMETRIC)][-1]
