"""Going through a sentence, and making another of it with some nodes replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeVar, cast, get_args, get_type_hints, overload

from reasoner.language import ir as language
from reasoner.times import ir as times

N = TypeVar("N")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


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


@overload
def find(node: object, one: type[A], /, *, closed: tuple[type, ...] = ()) -> Iterator[A]: ...
@overload
def find(node: object, one: type[A], two: type[B], /, *, closed: tuple[type, ...] = ()) -> Iterator[A | B]: ...
@overload
def find(
    node: object, one: type[A], two: type[B], three: type[C], /, *, closed: tuple[type, ...] = ()
) -> Iterator[A | B | C]: ...
@overload
def find(node: object, /, *kinds: type, closed: tuple[type, ...] = ()) -> Iterator[Any]: ...
def find(node: object, /, *kinds: type, closed: tuple[type, ...] = ()) -> Iterator[Any]:
    """Those nodes of `walk` that are of these kinds. What can have none of them below is not gone into."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting.extend(reversed(node))
            continue
        if isinstance(node, kinds):
            yield node
        if not isinstance(node, closed):
            kind: type = type(node)
            waiting.extend([getattr(node, name) for name in _towards(kind, kinds)])


def contains(node: object, /, *kinds: type, closed: tuple[type, ...] = ()) -> bool:
    """Whether `find` finds any."""
    return next(find(node, *kinds, closed=closed), None) is not None


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


@cache
def _towards(kind: type, kinds: tuple[type, ...]) -> tuple[str, ...]:
    """The fields of a node, the last first, in or below which there can be such nodes, by the types of the fields."""
    names = reversed(_inner(kind) or ())
    return tuple([name for name in names if any(issubclass(one, kinds) for one in _below(_types(kind)[name]))])


def _below(types: frozenset[type]) -> frozenset[type]:
    """These types, and all that there can be in nodes of them."""
    found, waiting = set(types), list(types)
    while waiting:
        for inner in _types(waiting.pop()).values():
            waiting += inner - found
            found |= inner
    return frozenset(found)


@cache
def _types(kind: type) -> Mapping[str, frozenset[type]]:
    """For each field the types of nodes that it can have, or have in it."""
    if _inner(kind) is None:
        return MappingProxyType({})
    hints = get_type_hints(kind)
    return MappingProxyType({name: frozenset(_named(hints[name])) for name in _inner(kind) or ()})


def _named(hint: object) -> Iterator[type]:
    """The types that stand in an annotation."""
    inner = get_args(hint)
    if inner:
        for one in inner:
            yield from _named(one)
    elif isinstance(hint, type):
        yield hint


_KNOWN: Final = MappingProxyType(
    {
        kind: _fields(kind)
        for kind in (str, int, bool, NoneType, Fraction, *vars(language).values(), *vars(times).values())
        if isinstance(kind, type)
    }
)
"""The fields of all that sentences are made of, looked up once."""
