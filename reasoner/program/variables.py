"""Variables and alternatives of conditions."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import TypeGuard

from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Anything,
    Arg,
    Atom,
    Bound,
    Compare,
    Condition,
    Content,
    Count,
    Every,
    LengthOf,
    Name,
    NoneOf,
    Number,
    Occurs,
    OfKind,
    Own,
    PeriodOf,
    Phrase,
    Term,
    Var,
)
from reasoner.language.rewrite import contains, find, rewrite
from reasoner.program.extremes import leans

COUNTS = (Count, NoneOf, Aggregate, Every)
"""What speaks of all things that make a condition true."""


def flat(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(part for one in conditions for part in (flat(one.items) if isinstance(one, AllOf) else (one,)))


def opened(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """As `flat`, with `true(that C)` as C: a content is true in the worlds in which it is so."""
    found: list[Condition] = []
    for one in flat(conditions):
        match one:
            case Occurs(Atom("true", (Arg(value=Content(says)),))):
                found += opened((says,))
            case _:
                found.append(one)
    return tuple(found)


def without_own(says: Condition) -> Condition:
    """What a content says as a condition: what belongs to its counts is a variable like any other."""

    def change(node: object) -> object:
        match node:
            case Own("_"):
                return Anything()
            case Own(name):
                return Var(f"_V{name.lstrip('_')}")
            case _:
                return node

    return rewrite(says, change)


def variables_of(phrase: Phrase) -> tuple[str, ...]:
    """The variables of a phrase: one that only the `must` binds has no time before something meets it."""
    return tuple(node.id for node in find(phrase, Var))


def upper(one: Condition) -> TypeGuard[Count | NoneOf | Aggregate | Every]:
    """Whether one thing more can make a count false: `no`, `at most`, `less than`, `exactly`, `max of .. <=`."""
    match one:
        case NoneOf():
            return True
        case Count(bound):
            return bound in {Bound.AT_MOST, Bound.LESS_THAN, None}
        case Aggregate():
            return leans(one)
        case Every():
            return one.negated
        case _:
            return False


_OPPOSITE = MappingProxyType({"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="})


def otherwise(one: Count | NoneOf | Aggregate | Every) -> Condition:
    """What makes a count of which `upper` holds false, and what nobody said where it stands in `given`.

    `no X with C` becomes `at least 1 X with C`, `at most 2` becomes `more than 2`, `less than 2` becomes `at least 2`,
    `exactly 2` becomes `less than 2 .. or more than 2 ..`, and `max of N with C <= 5` becomes `max of N with C > 5`.
    """
    match one:
        case NoneOf(var, counted):
            return Count(Bound.AT_LEAST, 1, var, counted)
        case Count(bound=None):
            return AnyOf((replace(one, bound=Bound.LESS_THAN), replace(one, bound=Bound.MORE_THAN)))
        case Count():
            return replace(one, bound=Bound.MORE_THAN if one.bound is Bound.AT_MOST else Bound.AT_LEAST)
        case Aggregate():
            return replace(one, op=_OPPOSITE[one.op])
        case Every():
            return replace(one, negated=False)


def bound_variables(conditions: tuple[Condition, ...]) -> tuple[str, ...]:
    """The variables that these conditions bind, in order of first appearance; of alternatives those that all bind."""
    found: dict[str, None] = {}
    for one in opened(conditions):
        if isinstance(one, Occurs):
            found |= {node.id: None for node in find(one, Var)}
        elif isinstance(one, OfKind) and isinstance(one.ref, Var):
            found[one.ref.id] = None
        elif isinstance(one, PeriodOf):
            found[one.var.id] = None
        elif isinstance(one, Compare) and one.op == "=" and isinstance(one.left, Var):
            found[one.left.id] = None
        elif isinstance(one, AnyOf):
            each = [bound_variables((item,)) for item in one.items]
            found |= {name: None for name in each[0] if all(name in other for other in each)}
    named = [var.id for one in opened(conditions) if isinstance(one, Compare) for var, _ in equations(one)]
    return tuple(dict.fromkeys([*found, *named]))


def equations(one: Compare) -> tuple[tuple[Var, Term], ...]:
    """What `N = M + 1` may give a value, with that value: either side, if it is a variable."""
    ways = ((one.left, one.right), (one.right, one.left)) if one.op == "=" else ()
    return tuple((side, other) for side, other in ways if isinstance(side, Var) and not _lasts(other))


def _lasts(told: Term) -> bool:
    """How long something lasts is no value: each world has its own."""
    return contains(told, LengthOf)


def alternatives(conditions: tuple[Condition, ...]) -> tuple[tuple[Condition, ...], ...]:
    """The conditions as alternatives of flat conjunctions (disjunctive normal form)."""
    ways: list[list[tuple[Condition, ...]]] = []
    for one in conditions:
        match one:
            case AnyOf(items):
                ways.append([way for item in items for way in alternatives((item,))])
            case AllOf(items):
                ways.append(list(alternatives(items)))
            case _:
                ways.append([(one,)])
    return tuple(tuple(part for way in choice for part in way) for choice in product(*ways))


def abstract(whole: Condition, bound: tuple[str, ...]) -> tuple[Condition, tuple[Name | Var | Number, ...]]:
    """The condition with `$1`, `$2`, .. for its names, bound variables, and bare numbers in roles, `_1`, .. for its own variables;
    and what the `$` stand for.
    """
    terms: dict[Name | Var | Number, Name] = {}
    own: dict[Var | Own, Var | Own] = {}

    def change(node: object) -> object:
        match node:
            case Name():
                return terms.setdefault(node, Name(f"${len(terms) + 1}"))
            case Arg(value=Number(unit="") as number):
                return replace(node, value=terms.setdefault(number, Name(f"${len(terms) + 1}")))
            case Var(name) if name in bound:
                return terms.setdefault(node, Name(f"${len(terms) + 1}"))
            case Var():
                return own.setdefault(node, Var(f"_{len(own) + 1}"))
            case Own(name) if name != "_":
                return own.setdefault(node, Own(f"_{len(own) + 1}"))
            case _:
                return node

    return rewrite(whole, change), tuple(terms)
