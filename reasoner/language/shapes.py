"""A content, `that C`, as a sentence with places and what stands in them: two contents are alike if both are.

`attack(by mujao, killed 12)`       is `attack(by $1, killed $2)` of `mujao` and `12`
`attack(by A)`                      is `attack(by $1)` of `A`, which every content of that shape meets
`the-war lasts 5 days`              is `$1 lasts $2 days` of `the-war` and `5`
`at least 2 S with signs(S, on D)`  is `at least 2 _1 with signs(_1, on $1)` of `D`: S is the count's own
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reasoner.language.ir import (
    Aggregate,
    Anything,
    Arg,
    Condition,
    Content,
    Count,
    Denial,
    Differs,
    Every,
    FixedLength,
    Name,
    NoneOf,
    Number,
    Own,
    Quoted,
    Rough,
    Value,
    Var,
    VarLength,
)
from reasoner.language.rewrite import rewrite
from reasoner.language.to_text import bracketed
from reasoner.times.ir import Length, Unit

_WHOLE = (Content, Denial, Rough, Differs, Count, NoneOf, Aggregate, Every)
_WHOLE_IN_COUNTS = (Denial, Rough, Differs)
_PLACE = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence with the names `$1`, `$2`, .. for all names, texts, exact numbers and contents in it, one for each place.

    What belongs to a count in it is called `_1`, `_2`, .. in order.
    """

    says: Condition
    places: int

    @property
    def key(self) -> str:
        """The sentence as it stands after `that`."""
        return bracketed(self.says)


def shape(says: Condition) -> tuple[Shape, tuple[Value, ...]]:
    """The shape of a content, and what stands in its places.

    A number with a tolerance or with a unit, a length of several units and a date belong to the shape; so does `_` in a
    denial, where it says that the role is told, and, in a count, a content.
    """
    making = _Making([], {})
    made = rewrite(says, making.change, _WHOLE)
    return Shape(made, len(making.told)), tuple(making.told)


@dataclass(frozen=True, slots=True)
class _Making:
    """A shape while it is made: what stands in its places so far, and the variables of its counts."""

    told: list[Value]
    own: dict[str, Own]

    def place(self, value: Value) -> Name:
        self.told.append(value)
        return Name(f"${len(self.told)}")

    def change(self, node: object) -> object:
        match node:
            case Denial():
                return rewrite(node, self.denied, (Content,))
            case Count() | NoneOf() | Aggregate() | Every():
                return rewrite(node, self.counted, _WHOLE_IN_COUNTS)
            case Anything() | Content():
                return self.place(node)
            case _:
                return self.counted(node)

    def counted(self, node: object) -> object:
        """In a count no content is a place of its own: what the count ranges over may stand in it."""
        match node:
            case Denial():
                return rewrite(node, self.named)
            case Differs(left, right):
                return replace(node, left=rewrite(left, self.counted), right=rewrite(right, self.counted))
            case FixedLength(Length(((amount, unit),))) if unit is not Unit.WORKING_DAY:
                return VarLength(self.place(Number(amount)), unit, node.span)
            case Number(unit=""):
                return self.place(node)
            case _:
                return self.named(node)

    def denied(self, node: object) -> object:
        return self.place(node) if isinstance(node, Content) else self.named(node)

    def named(self, node: object) -> object:
        match node:
            case Name() | Var() | Quoted():
                return self.place(node)
            case Arg(value=Number() as number):
                return replace(node, value=self.place(number))
            case Own(id) if id != "_":
                return self.own.setdefault(id, Own(f"_{len(self.own) + 1}"))
            case _:
                return node


def filled(key: str, told: Sequence[str]) -> str:
    """The key of a shape with texts put in for its places."""
    return _PLACE.sub(lambda found: told[int(found[1]) - 1], key)
