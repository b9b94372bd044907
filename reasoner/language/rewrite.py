"""Going through a sentence, and making another of it with some nodes replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeVar, cast

from reasoner.language import ir as language
from reasoner.times import ir as times

N = TypeVar("N")


def walk(node: object, closed: tuple[type, ...] = ()) -> Iterator[Any]:
    """The node and all nodes below it, in the order in which they are written; not what is inside those of `closed` types.

    Words, numbers and truth values are no nodes.
    """
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, tuple):
            waiting.extend(reversed(node))
        elif not isinstance(node, closed) and (names := _inner(type(node))):
            waiting.extend([getattr(node, name) for name in reversed(names)])


def rewrite(node: N, change: Callable[[Any], Any], closed: tuple[type, ...] = ()) -> N:
    """A copy in which every node is what `change` makes of it, from the leaves up; untouched nodes are shared.

    Nodes of the `closed` types are not gone into: `change` gets them as they are.
    """
    if isinstance(node, tuple):
        items = tuple([rewrite(item, change, closed) for item in node])
        return cast("N", node if all(a is b for a, b in zip(items, node, strict=True)) else items)
    names = _inner(type(node))
    if names is None:
        return node
    changed: dict[str, Any] = {}
    for name in () if isinstance(node, closed) else names:
        old = getattr(node, name)
        new = rewrite(old, change, closed)
        if new is not old:
            changed[name] = new
    made: Any = node
    return cast("N", change(replace(made, **changed) if changed else node))


def _inner(kind: type) -> tuple[str, ...] | None:
    """The fields in which a node of this kind may have others; its place in a file is none of them. None for what has no fields."""
    return _KNOWN[kind] if kind in _KNOWN else _fields(kind)


def _fields(kind: type) -> tuple[str, ...] | None:
    known = getattr(kind, "__dataclass_fields__", None)
    if known is None:
        return None
    return tuple([name for name, field in known.items() if field.compare and field.type not in _LEAVES])


_LEAVES: Final = frozenset(one + none for one in ("str", "int", "bool", "Fraction") for none in ("", " | None"))
"""As the types of fields are written: these hold nothing further, and rules are gone through very often."""


_KNOWN: Final = MappingProxyType(
    {
        kind: _fields(kind)
        for kind in (str, int, bool, NoneType, Fraction, *vars(language).values(), *vars(times).values())
        if isinstance(kind, type)
    }
)
"""The fields of all that sentences are made of, looked up once."""
