"""Independent parts of a ground program, each a plain value: rules over numbered atoms, and bounds between times.

Atoms are positive integers, a negative integer is the negation. What is certain has been simplified away.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

ZERO = ""
"""The name of the fixed point of time, tick 0 of the part."""


@dataclass(frozen=True, slots=True)
class GroundRule:
    """`head :- body`; with `choice` any of the head may be true; an empty head forbids the body."""

    head: tuple[int, ...]
    body: tuple[int, ...]
    choice: bool = False


@dataclass(frozen=True, slots=True)
class WeightRule:
    """`head :- lower <= sum of the weights of the true literals`."""

    head: tuple[int, ...]
    lower: int
    body: tuple[tuple[int, int], ...]
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """From which length of the text a bound comes: `tag` is that of the program, `values` its variables with their numbers.

    `shift`: so many ticks of the bound are those of a fixed date, and not the length.
    """

    tag: str
    shift: int = 0
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """While `atom` is true, point `left` minus point `right` is at most `limit` ticks.

    `reified`: while it is false, the complement holds. `atom` 0 is always true. `tag` names the bound or tolerance that it
    comes from ("two-years/1", or "deadline/1(72)" where the data say how wide it is), shared by the two sides of one tolerance;
    empty if it has none. `told` says how it comes from that.
    """

    atom: int
    left: str
    right: str
    limit: int
    reified: bool = False
    tag: str = ""
    told: Told | None = None


class GuardKind(Enum):
    ACCEPT = "accept"
    TRUST = "trust"
    LINK = "link"
    KEEP = "keep"
    HONOURED = "honoured"
    READING = "reading"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Guard:
    """The assumption that switches one retractable part on; `name` as printed, `accept(two-years)`; `of` is what it guards.

    `cost` is what giving it up costs, at least 0.
    """

    atom: int
    kind: GuardKind
    name: str
    of: str
    cost: int


@dataclass(frozen=True, slots=True)
class Instance:
    """A rule with its variables bound, or a denial meeting its content.

    `broken` and `stands` are atoms, 0 where that can never be; `id` is stable and printable.
    """

    id: str
    rule: str
    bindings: tuple[tuple[str, str], ...]
    broken: int
    stands: int
    points: tuple[str, ...] = ()  # its own times, in order of its bindings


@dataclass(frozen=True, slots=True)
class Reading:
    """Reading number `nth`, from 1, of a statement that has several; `atom` is true in the worlds that have it."""

    statement: str
    nth: int
    atom: int


@dataclass(frozen=True, slots=True)
class Part:
    """A connected component. `points` are all its times, sorted by name; guards, instances and readings are in order of name."""

    id: str
    atoms: tuple[tuple[int, str], ...]  # the atoms that have a name, for reading
    rules: tuple[GroundRule, ...]
    weights: tuple[WeightRule, ...]
    bounds: tuple[Bound, ...]
    free: tuple[int, ...]  # atoms that may be true or false as they like (guards are, too)
    guards: tuple[Guard, ...]
    instances: tuple[Instance, ...]
    points: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """All parts, and the facts that the program asked for while it was grounded.

    `unheard` are adopted sentences that are nothing that a guard of silence is about: to be read as statements.
    """

    parts: tuple[Part, ...]
    told: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
