"""Rules as ASP: an instance for each choice of their variables, and what lifts, meets or breaks it.

    given(r,V)   the lines of `given` that do not depend on times
    lifted(r,V)  something said or supposed is an exception      met(r,V)  something meets the `must`
    fires(r,V)   given and its times hold, nothing lifts it, and the rule is kept: then its `then` is so

What nobody said is relied on by guards: `need(absent(p,V))` asks for one for each ground p, and while it is off
`supposed(p,V)` makes p so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Condition,
    Count,
    Every,
    Holds,
    Initiates,
    NoneOf,
    Occurs,
    OnDate,
    PeriodOf,
    Var,
)
from reasoner.language.rewrite import contains, rewrite
from reasoner.program.body import Body
from reasoner.program.claims import Claims
from reasoner.program.conditions import Conditions
from reasoner.program.deadlines import deadline_past
from reasoner.program.extremes import beyond
from reasoner.program.formula import Formula, both, either
from reasoner.program.imposing import Basis
from reasoner.program.ir import InstanceRule, Origin
from reasoner.program.recurring import by_periods, period_of
from reasoner.program.silence import Silence
from reasoner.program.swaps import swaps
from reasoner.program.terms import quote, values
from reasoner.program.timed import Scope
from reasoner.program.unknowns import unknown_variables
from reasoner.program.variables import COUNTS, alternatives, bound_variables, flat, otherwise, upper, variables_of
from reasoner.program.writer import Writer
from reasoner.theory.ir import Law


@dataclass(frozen=True, slots=True)
class Compiling:
    """A rule while it is compiled: its variables, its atoms for one choice of them, and where its conditions stand."""

    law: Law
    bound: tuple[str, ...]
    given: str
    scope: Scope
    body: Body

    def atom(self, word: str) -> str:
        return f"{word}({quote(self.law.id)},{values(self.bound)})"


@dataclass(frozen=True, slots=True)
class Laws:
    """Compiles rules one by one.

    Of the names that a thing has for certain (`has_aliases`) each speaks of one only, and of those that it may have
    (`may_be_one`) of those by which something was said.
    """

    claims: Claims
    silence: Silence
    has_aliases: bool
    may_be_one: bool

    @property
    def conditions(self) -> Conditions:
        return self.claims.conditions

    @property
    def writer(self) -> Writer:
        return self.claims.writer

    def compile(self, law: Law) -> None:
        """Write one rule that is in play and is no raw block."""
        law = by_periods(law)
        made = self._given(law)
        origin = made.scope.origin
        guard = self._guard(made)
        lifted = self._lifted(made)
        applies = (*made.body.all, *lifted)
        if law.then:
            self.writer.rule(made.atom("fires"), (*applies, *guard), origin)
            self._conclude(made)
            return
        due = self._due(made)
        self._instance(made, due=bool(due))
        instance = f"inst({quote(law.id)},{values(made.bound)})"
        stands: tuple[str, ...] = (*made.body.binds, *made.body.tests, *lifted)
        if law.never:
            never = self.conditions.body(law.never, made.scope)
            self.writer.rule(f"broken({instance})", (*applies, *never.all, *guard), origin)
        else:
            unmet = self._unmet(made)
            self.writer.rule(f"broken({instance})", (*applies, *due, *unmet, *guard), origin)
            stands = (*stands, *unmet)
        self.writer.rule(f"stands({instance})", (*stands, *guard), origin)

    # ------------------------------------------------------------ given

    def _given(self, law: Law) -> Compiling:
        """The lines of `given` that bind variables become one atom, under which all else is tested."""
        bound = bound_variables(law.given)
        given = f"given({quote(law.id)},{values(bound)})"
        unknown = unknown_variables(law, self.conditions.numbers.unknown)
        scope = Scope(law.id, Origin("rule", law.id, law.span), (), frozenset(bound), unknown)
        apart = tuple(f"not alias({name})" for name in bound if self.has_aliases)
        body = self.conditions.body(law.given, scope, given, apart, own=self.may_be_one)
        period = period_of(law)
        inner = replace(scope, base=(given,), period="" if period is None else period.id)
        leaning = [one for one in flat(law.given) if upper(one) and self.silence.guardable(one)]
        silent = tuple(f"not {self._otherwise(one, bound, inner)}" for one in leaning)
        return Compiling(law, bound, given, inner, replace(body, tests=(*body.tests, *silent)))

    def _otherwise(self, one: Count | NoneOf | Aggregate | Every, bound: tuple[str, ...], scope: Scope) -> str:
        """True where it is supposed that there is one thing more, so that a count is not as told.

        One number more does not make `max of .. != M` false where there is a greater one.
        """
        supposed = self.silence.supposed(otherwise(one), scope)
        safe = beyond(one) if isinstance(one, Aggregate) else None
        if safe is None:
            return supposed
        (greater,) = self.conditions.counts.extreme(safe, scope)
        head = f"doubted({quote(scope.owner)},{self.writer.number(f'doubted {scope.owner}')},{values(bound)})"
        self.writer.rule(head, (*scope.base, supposed, f"not {greater}"), scope.origin)
        return head

    def _guard(self, made: Compiling) -> tuple[str, ...]:
        law = made.law
        if law.norm:
            duty = f"honoured({quote(law.id)},{values(made.bound)})"
            self.writer.rule(f"need({duty})", (made.given, *made.body.tests), made.scope.origin)
            return (f"on({duty})",)
        return (f"on(keep({quote(law.id)}))",) if law.kept else ()

    def _instance(self, made: Compiling, *, due: bool) -> None:
        law = made.law
        symmetric = frozenset(word for word, known in self.conditions.signatures.items() if known.has(Mark.SYMMETRIC))
        other_dates = contains(law, OnDate, PeriodOf)
        self.writer.instances[law.id] = InstanceRule(
            law.id, law.id, made.bound, law, swaps(law, made.bound, symmetric), due=due and not other_dates
        )

    # ------------------------------------------------------------ unless and must

    def _lifted(self, made: Compiling) -> tuple[str, ...]:
        if not made.law.unless:
            return ()
        self._ways(made, made.law.unless, "lifted")
        return (f"not {made.atom('lifted')}",)

    def _unmet(self, made: Compiling) -> tuple[str, ...]:
        self._ways(made, made.law.must, "met")
        return (f"not {made.atom('met')}",)

    def _ways(self, made: Compiling, conditions: tuple[Condition, ...], word: str) -> None:
        """One rule for each alternative of the condition; each that leans on silence can be supposed alone."""
        for way in alternatives(conditions):
            body = self.conditions.body(way, made.scope)
            self.writer.rule(made.atom(word), (made.given, *body.all), made.scope.origin)
            if any(self.silence.guardable(one) for one in way):
                self._suppose(way, made, word)

    def _suppose(self, way: tuple[Condition, ...], made: Compiling, word: str) -> None:
        whole = way[0] if len(way) == 1 else AllOf(way)
        supposed = self.silence.supposed(whole, made.scope, made.body.tests, period_of(made.law))
        if any(isinstance(one, COUNTS) for one in way):
            self.writer.rule(made.atom(word), (made.given, supposed), made.scope.origin)

    # ------------------------------------------------------------ deadline and conclusion

    def _due(self, made: Compiling) -> tuple[str, ...]:
        """The deadline is past; always where the phrase has none or nothing says when the dossier was reported."""
        reported = self.conditions.calendar.reported()
        if reported is None:
            return ()
        scene = self.conditions.calendar.scene(self.conditions.numbers.scale)

        def past(one: Condition) -> Formula | None:
            if isinstance(one, AllOf | AnyOf):
                found = [formula for item in one.items if (formula := past(item)) is not None]
                if isinstance(one, AnyOf) and len(found) < len(one.items):
                    return None
                return (either(*found) if isinstance(one, AllOf) else both(*found)) if found else None
            phrase = one.phrase if isinstance(one, Occurs | Holds) else None
            if phrase is None or phrase.negated or any(name not in made.bound for name in variables_of(phrase)):
                return None
            return deadline_past(phrase.relation, scene, reported)

        formula = past(AllOf(made.law.must))
        return () if formula is None else self.conditions.tested(formula, made.scope)

    def _conclude(self, made: Compiling) -> None:
        fires = made.atom("fires")
        scope = replace(made.scope, base=(fires,))
        on = Basis(scope, (fires,), made.bound)
        told = [one.name for one in made.law.then if isinstance(one, Occurs) and isinstance(one.name, Var)]
        names = [name for name in dict.fromkeys(told) if name.id not in made.bound]
        alone = len(names) == 1 and not any(self._makes_nameless(one) for one in flat(made.law.then))
        new = {name: self.claims.new(on, "" if alone else name.id) for name in names}
        for one in made.law.then:
            self.claims.claim(rewrite(one, lambda node: new.get(node, node) if isinstance(node, Var) else node), on)

    def _makes_nameless(self, one: Condition) -> bool:
        """Whether this makes a new occurrence to which the rule gives no name."""
        if isinstance(one, Occurs):
            return one.name is None and self.conditions.signatures[one.atom.predicate].form is not Form.FACT
        return isinstance(one, Initiates)
