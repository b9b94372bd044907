"""A case with its variables replaced by names: rules over ground atoms, and what worlds are tested for."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log

from property.cases import Content
from property.formulas import TRUE, Formula

GroundAtom = tuple[str, ...]
"""("kind", e, p), ("role", e, r, v), ("fact", p, v..), ("same", x, y), ("holds", s), ("retracted", s), and auxiliaries."""


@dataclass(frozen=True, slots=True)
class Pos:
    atom: GroundAtom


@dataclass(frozen=True, slots=True)
class Neg:
    atom: GroundAtom


@dataclass(frozen=True, slots=True)
class Time:
    formula: Formula


@dataclass(frozen=True, slots=True)
class Number:
    """A comparison of numbers: it is no matter of times."""

    formula: Formula


@dataclass(frozen=True, slots=True)
class On:
    guard: str


@dataclass(frozen=True, slots=True)
class Off:
    guard: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Option number `option` is among those chosen in `choice`."""

    choice: str
    option: int


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `number` of the values have one of their bodies true; values of one class count once.

    `equal`: the formulas under which two of the values are one number."""

    number: int
    values: tuple[tuple[str, tuple[Body, ...]], ...]
    equal: tuple[tuple[str, str, Formula], ...] = ()


Literal = Pos | Neg | Time | Number | On | Off | Pick | AtLeast
Body = tuple[Literal, ...]
Bodies = tuple[Body, ...]
"""True where one of the bodies is."""
Key = tuple[str, tuple[str, ...]]
"""Of an instance: the rule's id and the values of the variables of its `given`, in order of first appearance.

A denial meeting its content has "not <denial>" and what meets it."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """What makes an atom true: that of all values with a true body one that none outdoes is as told, or that there is none.

    `values` are numbers with the ways in which each is there; `outdoes` says by which formula one is greater (or less) than
    another; `as_told` is the comparison of each.
    """

    values: tuple[tuple[str, tuple[Body, ...]], ...]
    outdoes: dict[tuple[str, str], Formula]
    as_told: dict[str, Formula]
    empty: bool


@dataclass(frozen=True, slots=True)
class Total:
    """What makes an atom true: that the numbers of all that is there, each with the things it is told of, add up as told.

    `values`: the things and the number, with the ways in which it is there. Things of one class, told the same number, count once.
    """

    values: tuple[tuple[tuple[str, ...], int, tuple[Body, ...]], ...]
    op: str
    right: int


@dataclass(frozen=True, slots=True)
class GroundRule:
    head: GroundAtom
    body: Body


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance of `never` (broken where `given` and `wrong`, unless `lifted`) or of `must` (`wrong` is the deadline
    past, `lifted` also where it is met). `guard` is "" for a certain rule."""

    key: Key
    guard: str
    given: Bodies
    lifted: Bodies
    wrong: Bodies


@dataclass(slots=True)
class Program:
    """`stated`: while the atom is true, times obey the formula. `choices`: the sets of options that may be chosen.
    `preferred`: the guard that fixes a choice to its first option set. `guards`: name to cost.

    `contents`: the contents that somebody could hold, by their texts. `extremes`, `totals`: atoms that no rule makes true."""

    rules: dict[GroundRule, None] = field(default_factory=dict)
    stated: dict[tuple[GroundAtom, Formula], None] = field(default_factory=dict)
    instances: dict[Key, Instance] = field(default_factory=dict)
    guards: dict[str, int] = field(default_factory=dict)
    choices: dict[str, tuple[frozenset[int], ...]] = field(default_factory=dict)
    preferred: dict[str, str] = field(default_factory=dict)
    latest: int | None = None
    contents: dict[str, Content] = field(default_factory=dict)
    extremes: dict[GroundAtom, Extreme] = field(default_factory=dict)
    totals: dict[GroundAtom, Total] = field(default_factory=dict)

    def rule(self, head: GroundAtom, *body: Literal) -> None:
        self.rules.setdefault(GroundRule(head, body))

    def state(self, atom: GroundAtom, formula: Formula) -> None:
        if formula != TRUE:
            self.stated.setdefault((atom, formula))

    def guard(self, name: str, trust: float) -> str:
        self.guards[name] = cost(trust)
        return name


def cost(trust: float) -> int:
    """ "cost = max(0, round(1000 ln(t / (1 - t))))"."""
    return max(0, round(1000 * log(trust / (1 - trust))))
