"""All ways to make a condition true: its variables bound to names, and the ground literals that it then takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from property import denying, naming
from property.cases import (
    AnyOf,
    Atom,
    Case,
    Condition,
    Conditions,
    Count,
    Different,
    Holds,
    Not,
    Occurs,
    OfKind,
    Same,
    is_variable,
)
from property.formulas import meaning
from property.program import AtLeast, Body, GroundAtom, Neg, On, Pos, Program, Time
from property.substitution import in_condition, in_phrase, in_subject

Env = dict[str, str]


class Matching:
    """Over the atoms that could be true at all (`known`); what is never true needs no literal."""

    def __init__(self, case: Case, known: frozenset[GroundAtom], program: Program) -> None:
        self.case = case
        self.known = known
        self.program = program
        self.predicates = {predicate.id: predicate for predicate in case.predicates}
        self.by_head: dict[tuple[str, str], list[GroundAtom]] = {}
        self.of_kind: dict[str, list[str]] = {}
        for atom in sorted(known):
            self.by_head.setdefault((atom[0], atom[1]), []).append(atom)
            if atom[0] == "kind":
                self.of_kind.setdefault(atom[2], []).append(atom[1])

    def all_of(self, conditions: Conditions, env: Env) -> Iterator[tuple[Env, Body]]:
        """Every choice of the variables not yet bound that could make all the conditions true."""
        if not conditions:
            yield env, ()
            return
        for bound, body in self._one(conditions[0], env):
            for more, rest in self.all_of(conditions[1:], bound):
                yield more, body + rest

    def _one(self, condition: Condition, env: Env) -> Iterator[tuple[Env, Body]]:
        match condition:
            case Occurs(atom) if self.predicates[atom.pred].form == "fact":
                yield from self._fact(atom, env)
            case Occurs():
                yield from self._occurrence(condition, env)
            case Holds(subject, phrase):
                formula = meaning(in_subject(subject, env), in_phrase(phrase, env), self.case.reported)
                yield env, (Time(formula),)
            case Same() | Different():
                yield from self._identity(condition, env)
            case OfKind(ref, kind):
                told = ("kind", env.get(ref, ref), kind)
                if told in self.known:
                    yield env, (Pos(told),)
            case Count():
                yield from self._count(condition, env)
            case Not():
                yield from self._denied(condition, env)
            case AnyOf(items):
                for item in items:
                    yield from self.all_of(item, env)
            case _:
                raise TypeError(condition)

    def _fact(self, atom: Atom, env: Env) -> Iterator[tuple[Env, Body]]:
        for known in self.by_head.get(("fact", atom.pred), []):
            bound = _unify_all([term for _, term in atom.args], known[2:], env)
            if bound is not None:
                yield bound, (Pos(known),)

    def _occurrence(self, condition: Occurs, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Some occurrence E of kind p or of a kind below it has these roles; roles left out are not asked"."""
        atom = condition.atom
        for occurrence in self.of_kind.get(atom.pred, []):
            named = _unify(condition.name, occurrence, env) if condition.name else env
            if named is None:
                continue
            for args in self._orders(atom):
                for bound, roles in self._roles(occurrence, args, named):
                    body: Body = (Pos(("kind", occurrence, atom.pred)), *roles)
                    if condition.phrase:
                        body += (Time(meaning(occurrence, in_phrase(condition.phrase, bound), self.case.reported)),)
                    yield bound, body

    def _denied(self, condition: Not, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Somebody denied it or a rule did": of this kind or of a kind above it, of these roles or fewer, and, where a period is
        asked, in all of it."""
        asked = self.predicates[condition.atom.pred]
        symmetric = any(self.predicates[kind].symmetric for kind in self._above(asked.id))
        for kind in self._above(asked.id):
            for known in self.by_head.get(("denies", kind), []):
                told = denying.read(known)
                for roles in denying.orders(condition.atom, symmetric=symmetric):
                    bound = denying.serves(told, roles, env)
                    if bound is None:
                        continue
                    body: Body = (Pos(known),)
                    if condition.phrase is not None:
                        period = denying.period(in_phrase(condition.phrase, bound))
                        body += (Time(denying.contains(told.period, period)),)
                    yield dict(bound), body

    def _above(self, pred: str) -> list[str]:
        """The predicate and the kinds above it."""
        above = self.predicates[pred].above
        return [pred, *(self._above(above) if above else [])]

    def _orders(self, atom: Atom) -> list[tuple[tuple[str, str], ...]]:
        """ "symmetric .. make other tuples true; they add no role"."""
        symmetric = self.predicates[atom.pred].symmetric
        return [tuple(roles.items()) for roles in denying.orders(atom, symmetric=symmetric)]

    def _roles(self, occurrence: str, args: tuple[tuple[str, str], ...], env: Env) -> Iterator[tuple[Env, Body]]:
        if not args:
            yield env, ()
            return
        (role, term), rest = args[0], args[1:]
        for known in self.by_head.get(("role", occurrence), []):
            bound = _unify(term, known[3], env) if known[2] == role else None
            if bound is not None:
                for more, body in self._roles(occurrence, rest, bound):
                    yield more, (Pos(known), *body)

    def _identity(self, condition: Same | Different, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Different ids are different things unless a statement that holds says `is`"."""
        left, right = env.get(condition.left, condition.left), env.get(condition.right, condition.right)
        atom = ("same", left, right)
        possible, sure = atom in self.known, left == right
        if isinstance(condition, Same) and (sure or possible):
            yield env, () if sure else (Pos(atom),)
        if isinstance(condition, Different) and not sure:
            yield env, (Neg(atom),) if possible else ()

    def _count(self, condition: Count, env: Env) -> Iterator[tuple[Env, Body]]:
        """ "Number of different S that make C true in this world"; what leans on silence has its guard."""
        enough = {"at least": 0, "more than": 1, "at most": 1, "less than": 0, "exactly": 0, "no": 1}[condition.bound]
        number = condition.number + enough
        atoms = [self.at_least(condition, env, number), self.at_least(condition, env, number + 1)]
        body: Body = {
            "at least": (Pos(atoms[0]),),
            "more than": (Pos(atoms[0]),),
            "exactly": (Pos(atoms[0]), Neg(atoms[1])),
        }.get(condition.bound, (Neg(atoms[0]),))
        yield env, body

    def at_least(self, condition: Count, env: Env, number: int) -> GroundAtom:
        """An atom that is true exactly where so many values are counted."""
        found = [(bound[condition.var], body) for bound, body in self.all_of(condition.counted, env)]
        found.sort(key=lambda pair: pair[0])
        values = tuple((value, tuple(body for _, body in group)) for value, group in groupby(found, key=lambda pair: pair[0]))
        told = naming.absent((in_condition(condition, env),), {})
        atom = ("count", str(number), told)
        self.program.rule(atom, AtLeast(number, values))
        return atom

    def leaning(self, condition: Count, env: Env) -> Body:
        """A count in `given` that leans on silence: "off, the condition is false there"."""
        if condition.bound in {"at least", "more than"}:
            return ()
        return (On(self.program.guard(naming.absent((condition,), env), 0.9)),)


def _unify_all(terms: list[str], values: GroundAtom, env: Env) -> Env | None:
    bound: Env | None = env
    for term, value in zip(terms, values, strict=True):
        if bound is not None:
            bound = _unify(term, value, bound)
    return bound


def _unify(term: str, value: str, env: Env) -> Env | None:
    """The environment in which the term is the value; None if it cannot be."""
    if term == "_":
        return env
    if not is_variable(term):
        return env if term == value else None
    if term in env:
        return env if env[term] == value else None
    return {**env, term: value}
