"""Contents that are one although they are not written alike: `partners(a, b)` and `partners(b, a)` of a symmetric word.

What stands in `that ..` and in a denial stays as it is written: contents are one only if they are alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from reasoner.dossier.ir import Mark
from reasoner.language.ir import Atom, Condition, Content, Denial, Different, Name, Own, Same, Var
from reasoner.language.rewrite import rewrite, walk
from reasoner.language.to_text import to_text
from reasoner.program.variables import abstract
from reasoner.theory.ir import Signature

_MOST_TURNED = 6
_CLOSED = (Content, Denial)


def symmetric_words(signatures: Iterable[Signature]) -> frozenset[str]:
    return frozenset(signature.id for signature in signatures if signature.has(Mark.SYMMETRIC))


def orders(whole: Condition, symmetric: frozenset[str]) -> tuple[Condition, ...]:
    """The condition with both sides of what is symmetric in either order, as written first; alone if it has too many.

    Where a symmetric word stands in it, also with both sides of `is` and `is not`.
    """
    nodes = [node for node in walk(whole, _CLOSED) if _turns(node, symmetric)]
    if len(nodes) > _MOST_TURNED or not any(isinstance(node, Atom) for node in nodes):
        return (whole,)
    return tuple(_turned(whole, symmetric, choice) for choice in product((False, True), repeat=len(nodes)))


def exchanges(pattern: Condition, symmetric: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    """The orders of `$1`, `$2`, .. that leave the pattern as it is, as places from 0; the plain one comes first."""
    found: dict[tuple[int, ...], None] = {}
    for one in orders(pattern, symmetric):
        again, terms = abstract(one, ())
        if to_text(again) == to_text(pattern):
            found[tuple(int(term.id.removeprefix("$")) - 1 for term in terms if isinstance(term, Name))] = None
    return tuple(found)


def first_of(whole: Condition, symmetric: frozenset[str]) -> str:
    """The one of its orders that reads first, with its own variables numbered anew; what has a name comes before these."""
    return min((to_text(_numbered(one)) for one in orders(whole, symmetric)), key=lambda text: text.replace("_", "~"))


def _turns(node: object, symmetric: frozenset[str]) -> bool:
    if isinstance(node, Atom):
        return node.predicate in symmetric and len(node.args) == 2
    return isinstance(node, Same | Different)


def _turned(whole: Condition, symmetric: frozenset[str], choice: tuple[bool, ...]) -> Condition:
    waiting = iter(choice)

    def change(node: object) -> object:
        if not _turns(node, symmetric) or not next(waiting):
            return node
        match node:
            case Atom(_, (one, other)):
                return replace(node, args=(replace(one, value=other.value), replace(other, value=one.value)))
            case Same(left, right) | Different(left, right):
                return replace(node, left=right, right=left)
            case _:
                return node

    return rewrite(whole, change, _CLOSED)


def _numbered(whole: Condition) -> Condition:
    """With `_1`, `_2`, .. for its own variables in the order in which they come."""
    own: dict[Var | Own, Var | Own] = {}

    def change(node: object) -> object:
        match node:
            case Var():
                return own.setdefault(node, Var(f"_{len(own) + 1}"))
            case Own(name) if name != "_":
                return own.setdefault(node, Own(f"_{len(own) + 1}"))
            case _:
                return node

    return rewrite(whole, change)


def names_put_in(pattern: Condition, names: tuple[str, ...]) -> Condition:
    """The pattern with names for `$1`, `$2`, .. ."""
    known = {Name(f"${nth}"): Name(name) for nth, name in enumerate(names, 1)}
    return rewrite(pattern, lambda node: known.get(node, node) if isinstance(node, Name) else node)
