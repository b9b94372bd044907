"""What a solver answers. Three answers, never a truth value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limit:
    """`x - y <= ticks`, asked for one question only."""

    left: str
    right: str
    ticks: int


@dataclass(frozen=True, slots=True)
class World:
    """One world: the atoms that are true, the bounds in force, and one integer for every point of the part.

    `times` is one choice among many that obey `bounds`; `bounds` ends with the limits asked for.
    """

    true: frozenset[int]
    times: tuple[tuple[str, int], ...]
    bounds: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Sat:
    world: World


@dataclass(frozen=True, slots=True)
class Unsat:
    """`core`: assumptions that cannot all be met, in the order given; not minimal."""

    core: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Stopped before an answer; `reason` in words."""

    reason: str


Outcome = Sat | Unsat | Unknown


class OutOfRange(Exception):
    """The times of a part, which need so many `ticks`, lie too far apart for the solver's integers: it needs a coarser clock."""

    def __init__(self, message: str, ticks: int) -> None:
        super().__init__(message)
        self.ticks = ticks


class Solver(Protocol):
    """Answers questions about one part.

    An assumption is an atom (true) or its negative (false). A guard that is not named is free; an instance is enforced
    by assuming its `broken` atom false, and tested for being broken by assuming it true.
    """

    def solve(self, assumptions: Sequence[int], limits: Sequence[Limit] = ()) -> Outcome:
        """One world that meets all assumptions and limits, or why there is none."""
        ...

    def refute(self, assumptions: Sequence[int], limits: Sequence[Limit] = ()) -> Unsat | Unknown | None:
        """As `solve`, where it does not matter which world there is: None if there is one. To read a world takes time."""
        ...

    def showing(self, assumptions: Sequence[int], atoms: Sequence[int]) -> frozenset[int] | Unsat | Unknown:
        """As `solve`, where no more of the world matters than which of these atoms are true."""
        ...
