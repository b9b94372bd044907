"""Conditions as bodies of ASP rules.

`truce(A, B) as T`    becomes `kind(T,"truce"), role(T,"1",A), role(T,"2",B)`
`E during T`          becomes `le(s(T),s(E),0), le(e(E),e(T),0)`, each tested under the literals that bind E and T
`P or Q`, months      become an atom of their own, with one rule for each way to be true
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Atom,
    Compare,
    Condition,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Distance,
    Every,
    Holds,
    Initiates,
    LengthOf,
    NoneOf,
    Occurs,
    OfKind,
    PeriodOf,
    Ref,
    Retracts,
    Same,
    Term,
    Terminates,
    Var,
    VarLength,
)
from reasoner.language.rewrite import contains, find
from reasoner.program.alternatives import each_asked, relation
from reasoner.program.body import Body
from reasoner.program.comparisons import Comparisons
from reasoner.program.counts import Counts
from reasoner.program.denying import Asked, Denying, asked_ways, period
from reasoner.program.formula import Formula, negate
from reasoner.program.moments import Calendar, term
from reasoner.program.numbers import Numbers
from reasoner.program.occurring import Occurring
from reasoner.program.own_names import own_literals
from reasoner.program.recurring import Periods, in_period, spelled
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope, Timed, has_length
from reasoner.program.values import Values
from reasoner.program.variables import bound_variables, equations, opened
from reasoner.program.writer import Writer
from reasoner.theory.ir import Signature


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
    def occurring(self) -> Occurring:
        return Occurring(self.writer, self.signatures, self.values)

    @property
    def comparisons(self) -> Comparisons:
        return Comparisons(self.timed, self.numbers)

    @property
    def counts(self) -> Counts:
        return Counts(self.comparisons, self.occurring.happens, lambda counted, scope: self.body((counted,), scope))

    # ------------------------------------------------------------ conditions

    def body(
        self,
        conditions: tuple[Condition, ...],
        scope: Scope,
        given: str = "",
        besides: tuple[str, ...] = (),
        *,
        own: bool = False,
    ) -> Body:
        """All of the conditions; those that bind come first, so that the rest is tested under them.

        With `given`, an atom of that text is written for what binds and for `besides`, and the rest is tested under it; with
        `own`, of the names by which something was said (see `own_names`).
        """
        told, apart = opened(conditions), self.comparisons.apart(scope)
        lines = apart.lines(told)
        things = [(one, one.name or Var(f"_O{self.writer.number('occurrence')}")) for one in told if isinstance(one, Occurs)]
        found = self._bare(lines, [thing for _, thing in things], scope) + in_period(things, scope)
        besides = (*besides, *own_literals(found.binds, variables(given))) if own else besides
        found, named = self._bound(lines, found, scope)
        inner = scope.with_base(*found.binds)
        if given:
            self.writer.rule(given, (*found.binds, *besides), scope.origin)
            tested = apart.variables.union(*(variables(term(thing)) for one, thing in things if one.phrase))
            inner = scope.with_base(given, *(found.binds if tested - set(variables(given)) else ()))
            found = replace(found, binds=inner.base)
        found += Body(tests=self.comparisons.all_of(apart, inner))
        for one, thing in things:
            if one.phrase is not None:
                found += Body(timed=self._holds(Holds(thing, one.phrase), one, inner))
        tests = (line for line in lines if type(line) in _RANK and line not in named)
        for line in sorted(tests, key=lambda line: _RANK[type(line)]):
            found += self._one(line, inner)
        return found

    def _bare(self, lines: tuple[Condition, ...], things: list[Ref], scope: Scope) -> Body:
        """What occurs, of these things, times left aside."""
        atoms = [one.atom for one in lines if isinstance(one, Occurs)]
        binds = tuple(x for atom, thing in zip(atoms, things, strict=True) for x in self.occurring.literals(atom, term(thing)))
        self.comparisons.watch(binds, scope)
        return Body(binds)

    def _bound(self, lines: tuple[Condition, ...], found: Body, scope: Scope) -> tuple[Body, tuple[Compare, ...]]:
        """With all that binds besides what occurs, and the comparisons among that."""
        found, early = self._valued(lines, found, scope, aside=bound_variables(tuple(one for one in lines if _binds(one))))
        for one in lines:
            if _binds(one):
                found += self._one(one, scope.with_base(*found.binds))
        found, late = self._valued(lines, found, scope)
        for one in lines:
            if isinstance(one, Denial):
                found += self._one(one, scope.with_base(*found.binds))
        return found, (*early, *late)

    def _valued(
        self, lines: tuple[Condition, ...], found: Body, scope: Scope, aside: tuple[str, ...] = ()
    ) -> tuple[Body, tuple[Compare, ...]]:
        """With what lines like `N = M + 1` bind, and these lines: N, where nothing else does, if M is known; it must be exact.

        Left aside are the variables that something else is going to bind.
        """
        named: list[Compare] = []
        while True:
            known = frozenset(variables(*scope.base, *found.binds))
            ways = ((one, way) for one in lines if isinstance(one, Compare) for way in equations(one))
            ready = next(((one, way) for one, way in ways if _names(*way, known.union(aside), known)), None)
            if ready is None:
                return found, tuple(named)
            one, (var, told) = ready
            value = self.numbers.value(told)
            self.comparisons.exact((value,), scope.with_base(*found.binds))
            found += Body((f"{var.id} = {value}",))
            named.append(one)

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
            case Compare() | Differs() if contains(one, LengthOf):
                return Body(timed=self.comparisons.literals(one, scope))
            case Compare() | Differs():
                return Body(tests=self.comparisons.literals(one, scope))
            case Count() | NoneOf():
                return Body(tests=(self.counts.count(one, scope),))
            case Every():
                return Body(tests=(self.counts.count(spelled(one), scope),))
            case PeriodOf():
                return Periods(self.timed, self.calendar, self.numbers.scale).body(one, scope)
            case Aggregate():
                return Body(tests=self.counts.aggregate(one, scope))
            case AnyOf(items):
                return self._any(items, one, scope)
            case Denial():
                return sum((self._denied(each, scope) for each in each_asked(one)), Body())
            case Denied(of):
                return Body(binds=(f"denied({term(of)})",))
            case Terminates(event, state) if not isinstance(state, Atom):
                return Body(binds=(f"terminates({term(event)},{term(state)})",))
            case Terminates(event, Atom() as atom):
                return self._bears("terminates", term(event), atom)
            case Initiates(event, atom):
                return self._bears("initiates", term(event), atom)
            case Occurs() | AllOf() | Terminates():
                msg = f"{one} was let through"
                raise AssertionError(msg)
            case _:
                assert_never(one)

    def _bears(self, word: str, event: str, atom: Atom) -> Body:
        """Some state as told is initiated or terminated by the event."""
        state = f"_S{self.writer.number('state')}"
        return Body(binds=(f"{word}({event},{state})", *self.occurring.literals(atom, state)))

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
        used = [node.id for node in find(one, Var)]
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

    # ------------------------------------------------------------ times

    def _holds(self, told: Holds, whole: Condition, scope: Scope) -> tuple[str, ...]:
        self.comparisons.lengths(tuple(find(told, VarLength)), scope)
        return self.tested(self.formula(told, whole, scope), scope)

    def formula(self, told: Holds, whole: Condition, where: Scope) -> Formula:
        """The formula of a subject with a phrase; its tag names the condition in which it stands.

        In the contents of one shape the tolerances may differ: they have no tag together.
        """
        scene = self.calendar.scene(self.numbers.scale)
        shared = where.shared and any(node.give for node in find(told.phrase, Distance))
        tag = self.writer.tag(where.owner, whole, told.phrase) if has_length(told.phrase) and not shared else ""
        found = relation(told.phrase.relation, self.calendar.ends(told.subject), scene, tag)
        return negate(found) if told.phrase.negated else found

    def tested(self, formula: Formula, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the formula is."""
        return self.timed.tested(formula, scope)


_RANK: dict[type, int] = {Same: 1, Different: 1, Compare: 2, Differs: 2, Holds: 3, Count: 4, NoneOf: 4, Aggregate: 4, Every: 4}


def _binds(one: Condition) -> bool:
    """Whether this may bind variables, besides what occurs and what is equal to something."""
    return isinstance(one, OfKind | AnyOf | Denied | Retracts | Initiates | Terminates | PeriodOf)


def _names(var: Var, told: Term, bound: frozenset[str], known: frozenset[str]) -> bool:
    """Whether `N = M + 1` gives N its value: nothing else binds it, and all that stands on the other side is known."""
    return var.id not in bound and all(node.id in known for node in find(told, Var))


def _shared(whole: Condition, scope: Scope) -> tuple[str, ...]:
    """The variables of an alternative that its surroundings know."""
    known = scope.outer | set(variables(*scope.base))
    return tuple(dict.fromkeys(node.id for node in find(whole, Var) if node.id in known))
