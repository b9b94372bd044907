"""Going through a sentence, and making another of it with some nodes replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar, cast

N = TypeVar("N")


def walk(node: object, closed: tuple[type, ...] = ()) -> Iterator[Any]:
    """The node and all nodes below it, in the order in which they are written; not what is inside those of `closed` types."""
    yield node
    if isinstance(node, tuple):
        for item in node:
            yield from walk(item, closed)
    elif not isinstance(node, closed):
        for name in _inner(node):
            yield from walk(getattr(node, name), closed)


def rewrite(node: N, change: Callable[[Any], Any], closed: tuple[type, ...] = ()) -> N:
    """A copy in which every node is what `change` makes of it, from the leaves up; untouched nodes are shared.

    Nodes of the `closed` types are not gone into: `change` gets them as they are.
    """
    if isinstance(node, tuple):
        items = tuple(rewrite(item, change, closed) for item in node)
        return cast("N", node if all(a is b for a, b in zip(items, node, strict=True)) else items)
    if not is_dataclass(node):
        return node
    changed: dict[str, Any] = {}
    for name in () if isinstance(node, closed) else _inner(node):
        old = getattr(node, name)
        new = rewrite(old, change, closed)
        if new is not old:
            changed[name] = new
    made: Any = node
    return cast("N", change(replace(made, **changed) if changed else node))


def _inner(node: object) -> list[str]:
    """The fields that make a node what it is; its place in a file is none of them."""
    known = getattr(type(node), "__dataclass_fields__", {})
    return [name for name, field in known.items() if field.compare]
