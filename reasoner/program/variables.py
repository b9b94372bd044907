"""Variables and alternatives of conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

from reasoner.language.ir import (
    AllOf,
    AnyOf,
    Arg,
    Atom,
    Bound,
    Compare,
    Condition,
    Content,
    Count,
    Name,
    NoneOf,
    Occurs,
    OfKind,
    Phrase,
    Rough,
    Var,
)
from reasoner.language.rewrite import rewrite, walk


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


def loosened(lines: tuple[Condition, ...], number: Callable[[], int]) -> tuple[tuple[Condition, ...], list[tuple[Rough, str]]]:
    """With a new variable for every number with a tolerance, which must lie in its window; `number` counts them."""
    windows: list[tuple[Rough, str]] = []

    def change(node: object) -> object:
        if not isinstance(node, Arg) or not isinstance(node.value, Rough):
            return node
        windows.append((node.value, f"_N{number()}"))
        return replace(node, value=Var(windows[-1][1]))

    return tuple(rewrite(one, change) if isinstance(one, Occurs) else one for one in lines), windows


def variables_of(phrase: Phrase) -> tuple[str, ...]:
    """The variables of a phrase: one that only the `must` binds has no time before something meets it."""
    return tuple(node.id for node in walk(phrase) if isinstance(node, Var))


def upper(one: Condition) -> bool:
    """Whether a count is false for there being too many: `no`, `at most`, `less than`, `exactly`."""
    return isinstance(one, NoneOf) or (isinstance(one, Count) and one.bound in {Bound.AT_MOST, Bound.LESS_THAN, None})


def bound_variables(conditions: tuple[Condition, ...]) -> tuple[str, ...]:
    """The variables that these conditions bind, in order of first appearance; of alternatives those that all bind."""
    found: dict[str, None] = {}
    for one in opened(conditions):
        if isinstance(one, Occurs):
            found |= {node.id: None for node in walk(one) if isinstance(node, Var)}
        elif isinstance(one, OfKind) and isinstance(one.ref, Var):
            found[one.ref.id] = None
        elif isinstance(one, Compare) and one.op == "=" and isinstance(one.left, Var):
            found[one.left.id] = None
        elif isinstance(one, AnyOf):
            each = [bound_variables((item,)) for item in one.items]
            found |= {name: None for name in each[0] if all(name in other for other in each)}
    return tuple(found)


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


def abstract(whole: Condition, bound: tuple[str, ...]) -> tuple[Condition, tuple[Name | Var, ...]]:
    """The condition with `$1`, `$2`, .. for its names and bound variables, `_1`, .. for its own; and what the `$` stand for."""
    terms: dict[Name | Var, Name] = {}
    own: dict[Var, Var] = {}

    def change(node: object) -> object:
        if isinstance(node, Name) or (isinstance(node, Var) and node.id in bound):
            return terms.setdefault(node, Name(f"${len(terms) + 1}"))
        if isinstance(node, Var):
            return own.setdefault(node, Var(f"_{len(own) + 1}"))
        return node

    return rewrite(whole, change), tuple(terms)
