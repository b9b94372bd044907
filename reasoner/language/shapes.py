"""A content, `that C`, as a sentence with places and what stands in them: two contents are alike if both are.

`attack(by mujao, killed 12)`   is `attack(by $1, killed $2)` of `mujao` and `12`
`attack(by A)`                  is `attack(by $1)` of `A`, which every content of that shape meets
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reasoner.language.ir import Anything, Arg, Condition, Content, Denial, Name, Number, Quoted, Value, Var
from reasoner.language.rewrite import rewrite
from reasoner.language.to_text import bracketed

_PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence with the names `$1`, `$2`, .. for all names, texts, exact numbers and contents in it, one for each place."""

    says: Condition
    places: int

    @property
    def key(self) -> str:
        """The sentence as it stands after `that`."""
        return bracketed(self.says)


def shape(says: Condition) -> tuple[Shape, tuple[Value, ...]]:
    """The shape of a content, and what stands in its places.

    A number with a tolerance, a number outside of roles and a date belong to the shape; so does `_` in a denial, where
    it says that the role is told.
    """
    told: list[Value] = []

    def place(value: Value) -> Name:
        told.append(value)
        return Name(f"${len(told)}")

    def named(node: object) -> object:
        if isinstance(node, Name | Var | Quoted | Content):
            return place(node)
        return replace(node, value=place(node.value)) if isinstance(node, Arg) and isinstance(node.value, Number) else node

    def change(node: object) -> object:
        if isinstance(node, Denial):
            return rewrite(node, named, (Content,))
        return place(node) if isinstance(node, Anything) else named(node)

    made = rewrite(says, change, (Content, Denial))
    return Shape(made, len(told)), tuple(told)


def filled(key: str, told: Sequence[str]) -> str:
    """The key of a shape with texts put in for its places."""
    return _PLACE.sub(lambda found: told[int(found[1]) - 1], key)
