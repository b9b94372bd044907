"""The greatest and the least of many numbers, told by single ones: that there is such a number, and that there is none.

`max of N with C >= M`   some C has N >= M
`max of N with C <= M`   no C has N > M
`max of N with C = M`    some C has N >= M, and no C has N > M
`max of N with C != M`   some C has N > M, or no C has N >= M

`min of` is the mirror image. Where there is no C, the greatest number lies below all numbers and the least above them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from reasoner.language.ir import Aggregate, AllOf, Condition

_OPS = MappingProxyType(
    {
        ">=": (">=", ""),
        ">": (">", ""),
        "<=": ("", ">"),
        "<": ("", ">="),
        "=": (">=", ">"),
        "!=": (">", ">="),
    }
)
"""For each comparison of the greatest number: how some number compares, and how none does."""
_MIRROR = MappingProxyType({">=": "<=", ">": "<", "<=": ">=", "<": ">", "=": "=", "!=": "!=", "": ""})


@dataclass(frozen=True, slots=True)
class Halves:
    """There is something for `some`, and nothing for `none`; with `either` the one or the other is enough. At most one each."""

    some: tuple[Condition, ...]
    none: tuple[Condition, ...]
    either: bool


def halves(one: Aggregate) -> Halves:
    """What the comparison of a greatest or least number says of single ones."""
    assert one.function in {"max", "min"}
    least = one.function == "min"
    some, none = _OPS[_MIRROR[one.op] if least else one.op]
    if least:
        some, none = _MIRROR[some], _MIRROR[none]
    return Halves(_with(one, some), _with(one, none), either=one.op == "!=")


def _with(one: Aggregate, op: str) -> tuple[Condition, ...]:
    return (AllOf((one.counted, replace(one.compared, op=op))),) if op else ()


def beyond(one: Aggregate) -> Aggregate | None:
    """Of `max of .. != M` that it is greater, which no number more can make false; None for all other comparisons."""
    if one.op != "!=" or one.function == "sum":
        return None
    return replace(one, op="<" if one.function == "min" else ">")


def leans(one: Aggregate) -> bool:
    """Whether it is false as soon as there is another number that is great (or small) enough; one more adds to a sum."""
    return one.op not in {">=", ">"} if one.function == "sum" else bool(halves(one).none)
