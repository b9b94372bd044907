"""Denials: an instance of a rule without a guard, broken where the denial holds and what it denies is so.

`not p(a)` under holds(s)    becomes `broken(inst("not s",(_E,))) :- holds("s"), kind(_E,"p"), role(_E,"1","a").`
`not p(a) during M`          the same, with `_E` sharing a tick with M
`not s`                      the same for all that s says of one occurrence; of times alone their complement is imposed
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reasoner.language.ir import (
    AllOf,
    Anything,
    Atom,
    Condition,
    Holds,
    Inside,
    Intersects,
    Name,
    Occurs,
    Order,
    Phrase,
    Place,
    Ref,
    Relation,
    Rough,
    Var,
)
from reasoner.language.rewrite import rewrite
from reasoner.program.alternatives import each_denied
from reasoner.program.conditions import Conditions
from reasoner.program.deadlines import period_denied
from reasoner.program.denying import Told, period, told_roles
from reasoner.program.formula import Conj, Formula, either, negate
from reasoner.program.imposing import Basis, Imposing
from reasoner.program.ir import InstanceRule
from reasoner.program.moments import term
from reasoner.program.relations import is_on_some_day
from reasoner.program.terms import quote, values, variables
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Denials:
    """Writes what denials claim. `says` are the conditions of statements, and of occurrences by name."""

    imposing: Imposing
    says: dict[str, tuple[Condition, ...]]

    @property
    def conditions(self) -> Conditions:
        return self.imposing.conditions

    @property
    def writer(self) -> Writer:
        return self.imposing.writer

    def clash(self, meets: tuple[str, ...], timed: tuple[str, ...], extra: tuple[str, ...], on: Basis) -> None:
        """An instance without a guard of its own: broken where the denial holds and what it denies is so.

        `timed` is what times decide, `extra` are variables of what is denied.
        """
        names = (*on.bound, *extra)
        key = f"not {on.scope.owner}"
        known = self.writer.instances.get(key)
        if known is not None and known.variables != tuple(name.lstrip("_") for name in names):
            key = f"{key} {self.writer.number(key)}"
        shown = tuple(name.lstrip("_") for name in names)
        self.writer.instances.setdefault(key, InstanceRule(key, on.scope.owner, shown))
        instance = f"inst({quote(key)},{values(names)})"
        self.writer.rule(f"broken({instance})", (*on.body, *meets, *timed), on.scope.origin)
        self.writer.rule(f"stands({instance})", (*on.body, *meets), on.scope.origin)

    def deny(self, atom: Atom, name: Ref | None, phrase: Phrase | None, on: Basis) -> None:
        told = each_denied(phrase.relation if phrase is not None else None)
        for one in told:
            self._tell(atom, name, one, on)
        thing = name if name is not None else Var("_E")
        scene = self.conditions.calendar.scene(self.conditions.numbers.scale)
        periods = (period_denied(one, self.conditions.calendar.ends(thing), scene) for one in told)
        self._meet((Occurs(atom, thing),), either(*periods), on)

    def _tell(self, atom: Atom, name: Ref | None, told: Relation | None, on: Basis) -> None:
        """The denial as what a condition may ask for."""
        nth = self.writer.number(f"denial {on.scope.owner}")
        denial = Told(
            on.scope.owner,
            nth,
            on.bound,
            atom.predicate,
            told_roles(atom.args, name),
            period(told, self.conditions.calendar.ends),
        )
        self.conditions.denying.told.append(denial)
        denies = f"denies({denial.term(on.bound)}"
        self.writer.rule(f"{denies},{quote(atom.predicate)})", on.body, on.scope.origin)
        for role, value in denial.roles:
            if not isinstance(value, Rough | Anything):
                self.writer.rule(f"{denies},{quote(role)},{self.imposing.value(value, on)})", on.body, on.scope.origin)

    def _meet(self, parts: tuple[Condition, ...], period: Formula, on: Basis) -> None:
        inner = replace(on.scope, base=on.body)
        body = self.conditions.body(parts, inner)
        timed = self.conditions.tested(period, inner.with_base(*body.binds))
        shown = tuple(name for name in variables(*body.binds) if name == "_E")
        self.clash((*body.binds, *body.tests), (*body.timed, *timed), shown, on)

    def deny_said(self, of: Ref, on: Basis) -> None:
        """Deny what a statement or an occurrence is said to be: anything of the same kind, roles and stated time."""
        self.writer.rule(f"denied({term(of)})", on.body, on.scope.origin)
        for known, says in self.says.items():
            if known == of.id or isinstance(of, Var):
                chosen = replace(on, body=(*on.body, f"{of.id} = {quote(known)}")) if isinstance(of, Var) else on
                for said in says:
                    self._deny_condition(said, chosen)

    def _deny_condition(self, said: Condition, on: Basis) -> None:
        parts = said.items if isinstance(said, AllOf) else (said,)
        named = [part.name for part in parts if isinstance(part, Occurs) and part.name is not None]
        own = {name: Var("_E" if nth == 0 else f"_E{nth}") for nth, name in enumerate(dict.fromkeys(named))}
        if not own and all(isinstance(part, Holds) for part in parts):
            formulas = [self.conditions.formula(part, part, on.scope) for part in parts if isinstance(part, Holds)]
            self.imposing.impose(negate(Conj(tuple(formulas))), on)
            return
        whole = _one_occurrence(parts)
        if whole is not None:
            for one in each_denied(None if whole.phrase is None else whole.phrase.relation):
                self._tell(whole.atom, None, one, on)
        made = tuple(rewrite(part, lambda node: own.get(node, node) if isinstance(node, Name) else node) for part in parts)
        self._meet(tuple(_met(part) for part in made), Conj(()), on)


def _met(part: Condition) -> Condition:
    """A part of what is denied as a test: a stated date is the period denied, so that sharing a tick with it is enough."""
    match part:
        case Holds(_, Phrase(relation)) | Occurs(_, _, Phrase(relation)) if is_on_some_day(relation):
            return part
        case Holds(subject, Phrase(Inside(moment) | Order(Place.DURING, moment), False) as phrase):
            return Holds(subject, replace(phrase, relation=Intersects(moment)))
        case Occurs(atom, name, Phrase(Inside(moment) | Order(Place.DURING, moment), False) as phrase):
            return Occurs(atom, name, replace(phrase, relation=Intersects(moment)))
        case _:
            return part


def _one_occurrence(parts: tuple[Condition, ...]) -> Occurs | None:
    """What is said, if it is one occurrence with at most one date, which becomes its phrase; None if it is anything else."""
    told = [part for part in parts if isinstance(part, Occurs)]
    dates = [part.phrase for part in parts if isinstance(part, Occurs | Holds) and part.phrase is not None]
    if len(told) != 1 or len(dates) > 1 or not all(map(_is_date, dates)):
        return None
    of_it = all(part is told[0] or (isinstance(part, Holds) and part.subject == told[0].name) for part in parts)
    return replace(told[0], phrase=dates[0] if dates else None) if of_it else None


def _is_date(phrase: Phrase) -> bool:
    match phrase:
        case Phrase(Inside() | Order(Place.DURING, _, False) as relation, False):
            return not is_on_some_day(relation)
        case _:
            return False
