"""Texts that YAML has cut at their own commas, in lists and mappings written in brackets: each is one again, and unread.

[truce(a, b) as t, q]               truce(a | b) as t | q              the first two are one
{says: p(a, b), when: 2012}         says: p(a | b) | when: 2012        so are these
{text: He came, and went, id: x}    text: He came | and went | id: x   and these, since no key looks like that
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Several

from reasoner.dossier.nodes import Broken, Node, Scalar

_KEY = re.compile(r"\S*")


def uncut(items: Several[Node]) -> tuple[list[Node], Node | None]:
    """The items of a list, and the first of them that was cut, as it was."""
    cells, first = _uncut([(item,) for item in items])
    return [cell[-1] for cell in cells], first


def uncut_pairs(items: Several[Node]) -> tuple[list[Node], Node | None]:
    """Keys and values in turn, and the first value that was cut, as it was."""
    cells, first = _uncut(list(zip(items[::2], items[1::2], strict=True)))
    return [node for cell in cells for node in cell], first


def _uncut(cells: Several[tuple[Node, ...]]) -> tuple[list[tuple[Node, ...]], Node | None]:
    found: list[tuple[Node, ...]] = []
    first: Node | None = None
    open_ = 0
    for cell in cells:
        before = found[-1][-1] if found else None
        if isinstance(before, Scalar | Broken) and (open_ > 0 or _goes_on(cell)):
            first = first or before
            pieces = [_source(before), *map(_source, cell)]
            found[-1] = (*found[-1][:-1], Broken(before.span, ", ".join(pieces)))
        else:
            found.append(cell)
            open_ = 0
        open_ += sum(_opened(node) for node in cell)
    return found, first


def _opened(node: Node) -> int:
    value = node.text.value if isinstance(node, Scalar) and node.plain else ""
    return value.count("(") - value.count(")")


def _goes_on(cell: tuple[Node, ...]) -> bool:
    """Whether this is no key, but the rest of the text before it: it has no value, and is several words."""
    key, *values = cell
    alone = bool(values) and all(isinstance(value, Scalar) and value.empty for value in values)
    return alone and isinstance(key, Scalar) and key.plain and not _KEY.fullmatch(key.text.value)


def _source(node: Node) -> str:
    match node:
        case Scalar(text=text):
            return text.value
        case Broken(source=source):
            return source
        case _:
            return node.source
