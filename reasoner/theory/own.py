"""Variables that belong to a count inside of `that ..`, told apart from those that stand for what is in the content.

In `knows(A, that at least 2 S with signs(by S, on D))` S belongs to the count: it is what is counted. D is like any variable
of a content, if something outside of the count speaks of it; if not, it belongs to the count, and means *some*.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Anything,
    Arg,
    Atom,
    Condition,
    Content,
    Count,
    Every,
    NoneOf,
    Occurs,
    Own,
    Var,
)
from reasoner.language.rewrite import find, rewrite, walk
from reasoner.theory.ir import Law

_COUNTS = (Count, NoneOf, Aggregate, Every)
_Counting = Count | NoneOf | Aggregate | Every
N = TypeVar("N")


def owned(law: Law) -> Law:
    """The rule with `Own` for what belongs to a count inside of a content."""
    outer = _outside((law.given, law.unless, law.then, law.never, law.must))
    return replace(
        law,
        given=tuple(_opened(one, outer) for one in law.given),
        unless=tuple(_opened(one, outer) for one in law.unless),
        then=tuple(_closed(one, outer) for one in law.then),
        never=tuple(_opened(one, outer) for one in law.never),
        must=tuple(_opened(one, outer) for one in law.must),
    )


def owned_in_said(condition: Condition) -> Condition:
    """The same for what is said; `true(that C)` is a content there like any other."""
    return _closed(condition, _outside(condition))


def owned_in_asked(condition: Condition) -> Condition:
    """The same for a query."""
    return _opened(condition, _outside(condition))


def as_variables(node: N) -> N:
    """The same with variables of the usual kind."""

    def change(part: object) -> object:
        match part:
            case Own("_", span):
                return Anything(span)
            case Own(id, span):
                return Var(id, span)
            case _:
                return part

    return rewrite(node, change)


def _outside(node: object) -> frozenset[str]:
    """The variables that are used outside of all counts."""
    found = frozenset(part.id for part in find(node, Var, closed=_COUNTS))
    parts = tuple(walk(node, _COUNTS))
    found = found.union(*(_outside(part.recurs) for part in parts if isinstance(part, Every)))
    return found.union(*(_outside(part.right) for part in parts if isinstance(part, Aggregate)))


def _opened(one: Condition, outer: frozenset[str]) -> Condition:
    """A condition that is tested: `true(that C)` tests C."""
    match one:
        case AllOf(items) | AnyOf(items):
            return replace(one, items=tuple(_opened(item, outer) for item in items))
        case Every():
            return one
        case Count() | NoneOf() | Aggregate():
            inner = outer.union([one.var.id], _outside(one.counted))
            return replace(one, counted=_opened(one.counted, inner))
        case Occurs(Atom("true", (Arg(value=Content(says) as content) as arg,)) as atom):
            opened = replace(content, says=_opened(says, outer))
            return replace(one, atom=replace(atom, args=(replace(arg, value=opened),)))
        case _:
            return _closed(one, outer)


def _closed(one: N, outer: frozenset[str]) -> N:
    """With the counts in all contents changed."""

    def change(node: object) -> object:
        if isinstance(node, Content):
            return replace(
                node, says=rewrite(node.says, lambda part: _count(part, outer) if isinstance(part, _COUNTS) else part)
            )
        return node

    return rewrite(one, change)


def _count(one: _Counting, outer: frozenset[str]) -> _Counting:
    def change(node: object) -> object:
        match node:
            case Var(id, span) if id == one.var.id or id not in outer:
                return Own(id, span)
            case Anything(span):
                return Own("_", span)
            case _:
                return node

    var, counted = rewrite(one.var, change), rewrite(one.counted, change)
    if isinstance(one, Every):
        assert isinstance(counted, Occurs)
        return replace(one, var=var, counted=counted)
    return replace(one, var=var, counted=counted)
