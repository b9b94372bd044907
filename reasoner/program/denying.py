"""Conditions that ask whether something was denied: each is laid beside every denial of the program.

`not attack(by A) during M`, asked of `not attack(by ann) since T` in statement d, becomes

    asked("r",1,(A,M)) :- given("r",(A,M)), denies(denial("d",1,()),"attack"), denies(denial("d",1,()),"by",A), le(e("T"),s(M),0).

A denial serves that denies at least what is asked: the same kind or one above it, no role that is not asked, each with
the same value, and all of the period. Which roles a denial tells is known when the program is written, so that nothing
here is negated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from reasoner.dossier.ir import Mark
from reasoner.language.ir import (
    Anything,
    Arg,
    Inside,
    Moment,
    Order,
    Place,
    Ref,
    Relation,
    Rough,
    Since,
    Until,
    Value,
)
from reasoner.program.comparisons import Comparisons
from reasoner.program.formula import TRUE, Ends, Formula, Instant, at_most, both
from reasoner.program.moments import term
from reasoner.program.terms import quote, renamed, values
from reasoner.program.timed import Scope
from reasoner.theory.ir import Signature

_ALWAYS = Ends(Instant("0", infinite=-1), Instant("0", infinite=1))
_NAME = ""
"""Stands for the occurrence itself among the roles that are told: `not p(..) as E`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A denial: its ASP term over the variables `bound`, what it denies, which roles it tells, and the period denied."""

    owner: str
    nth: int
    bound: tuple[str, ...]
    predicate: str
    roles: tuple[tuple[str, Value], ...]
    period: Ends

    def term(self, names: tuple[str, ...]) -> str:
        """The denial with these names for its variables."""
        return f"denial({quote(self.owner)},{self.nth},{values(names)})"


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition: the atom that is true where something serves, the same with times left aside, and what is asked.

    `ways` are the roles as ASP terms, of a symmetric word in either order; no `period`: any.
    """

    head: str
    loose: str
    kinds: tuple[str, ...]
    ways: tuple[Mapping[str, str], ...]
    period: Ends | None
    scope: Scope
    base: tuple[str, ...]


@dataclass(slots=True)
class Denying:
    """Gathers what is asked and what is denied while a program is written."""

    asked: list[Asked] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def link(self, comparisons: Comparisons) -> None:
        """Write every way in which a denial serves a condition; to be called when all of both are known."""
        for one in self.asked:
            for told in self.told:
                if told.predicate in one.kinds:
                    for way in one.ways:
                        _serve(one, told, way, comparisons)


def period(told: Relation | None, ends: Callable[[Moment], Ends]) -> Ends:
    """The first and last tick of the period that a denial with this phrase denies (none: always)."""
    match told:
        case None:
            return _ALWAYS
        case Order(Place.DURING, moment) | Inside(moment):
            return ends(moment)
        case Since(moment):
            return Ends(ends(moment).end, _ALWAYS.end)
        case Order(Place.BEFORE, moment) | Until(moment):
            return Ends(_ALWAYS.start, _moved(ends(moment).start, -1))
        case Order(Place.AFTER, moment):
            return Ends(_moved(ends(moment).end, 1), _ALWAYS.end)
        case _:
            msg = f"{told} was let through"
            raise AssertionError(msg)


def told_roles(args: tuple[Arg, ...], name: Ref | None) -> tuple[tuple[str, Value], ...]:
    """What a denial tells, by role."""
    named = () if name is None else ((_NAME, name),)
    return (*((arg.role, arg.value) for arg in args), *named)


def asked_ways(roles: Mapping[str, str], name: Ref | None, signature: Signature) -> tuple[Mapping[str, str], ...]:
    """The roles that are asked, with the terms that stand there; of a symmetric word also the other way round."""
    named = {} if name is None else {_NAME: term(name)}
    if not signature.has(Mark.SYMMETRIC):
        return ({**roles, **named},)
    one, other = (role.name for role in signature.roles)
    turned = {one: other, other: one}
    return ({**roles, **named}, {turned[role]: value for role, value in roles.items()} | named)


def _moved(instant: Instant, ticks: int) -> Instant:
    return replace(instant, offset=instant.offset + ticks)


def _serve(asked: Asked, told: Told, way: Mapping[str, str], comparisons: Comparisons) -> None:
    own = {name: f"_D{nth}" for nth, name in enumerate(told.bound, 1)}
    denial = told.term(tuple(own.values()))
    known = dict(told.roles)
    if not known.keys() <= way.keys() or any(value == "_" and role not in known for role, value in way.items()):
        return
    exact = [role for role, value in told.roles if way[role] != "_" and not isinstance(value, Anything | Rough)]
    roles, names = comparisons.numbers.unknown, asked.scope.unknown
    unknown = {role: f"_N{nth}" for nth, role in enumerate(exact) if (told.predicate, role) in roles or way[role] in names}
    same = tuple(f"denies({denial},{quote(role)},{unknown.get(role, way[role])})" for role in exact)
    body = (*asked.base, f"denies({denial},{quote(told.predicate)})", *same)
    scope = replace(asked.scope, base=body)
    body += tuple(literal for role, value in told.roles for literal in _inside(way[role], value, scope, comparisons))
    body += tuple(literal for role, name in unknown.items() for literal in comparisons.alike(name, way[role], scope))
    timed: tuple[str, ...] = ()
    if asked.period is not None:
        wide = Ends(_renamed(told.period.start, own), _renamed(told.period.end, own))
        timed = comparisons.timed.tested(_contains(wide, asked.period), scope)
    comparisons.timed.writer.rule(asked.head, (*body, *timed), scope.origin)
    comparisons.timed.writer.rule(asked.loose, body, scope.origin)


def _inside(asked: str, told: Value, scope: Scope, comparisons: Comparisons) -> tuple[str, ...]:
    """Where a number is denied with a tolerance, the one asked for lies in its window."""
    return comparisons.inside(asked, told, scope) if isinstance(told, Rough) and asked != "_" else ()


def _renamed(instant: Instant, names: Mapping[str, str]) -> Instant:
    return replace(instant, point=renamed(instant.point, names))


def _contains(wide: Ends, narrow: Ends) -> Formula:
    """All of the narrow period lies in the wide one."""
    return both(_no_later(wide.start, narrow.start), _no_later(narrow.end, wide.end))


def _no_later(one: Instant, other: Instant) -> Formula:
    endless = one.infinite != 0 and one.infinite == other.infinite
    return TRUE if endless else at_most(one, other, 0)
