"""Repaired dossiers: the guards that are on, exactly, looked for one by one as far as is asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reasoner.explanation.factors import Factor
from reasoner.explanation.ir import Repair
from reasoner.explanation.problem import Problem
from reasoner.explanation.repairs import Choosing
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard, Part
from reasoner.solver.ir import Solver


@dataclass(frozen=True, slots=True)
class Repaired:
    """All guards of a part on but those that `repair` gives up (None: all on). It has a clean world."""

    repair: Repair | None
    problem: Problem  # all guards settled, nothing enforced
    off: frozenset[int]
    settled: frozenset[int]  # the literals of all its guards


class Dossiers:
    """The repaired dossiers of one part."""

    __slots__ = ("_factors", "_part", "_solver", "_tick", "_touching")

    def __init__(self, part: Part, solver: Solver, found: Sequence[Factor], tick: Tick = endless) -> None:
        self._part = part
        self._solver = solver
        self._tick = tick
        own = frozenset(guard.atom for guard in part.guards)
        self._factors = tuple(factor for factor in found if not own.isdisjoint(factor.members))
        self._touching = {atom: place for place, factor in enumerate(self._factors) for atom in factor.members}

    def search(self, guards: Collection[int], given_up: Collection[int] = ()) -> Search:
        """As far as they differ in these guards, of those that give up the others.

        A factor that touches none of these guards is repaired in its cheapest way, and goes unnamed.
        """
        touched = sorted({self._touching[atom] for atom in (*guards, *given_up) if atom in self._touching})
        conflicts = [conflict for place in touched for conflict in self._factors[place].conflicts]
        others = (factor for place, factor in enumerate(self._factors) if place not in touched)
        rest = tuple(guard for factor in others for guard in factor.repairs[0].gives_up)
        choosing = Choosing(conflicts, given_up, tick=self._tick) if conflicts or given_up else None
        return Search(self._part, self._solver, choosing, rest)


class Search:
    """Repaired dossiers one by one, cheapest first.

    There can be more than anybody could go through. So whoever asks says of each by which guards what she knows of it is so
    (`skip`), and all others of which she knows the same are passed over.
    """

    __slots__ = ("_choosing", "_done", "_part", "_rest", "_solver")

    def __init__(self, part: Part, solver: Solver, choosing: Choosing | None, rest: tuple[Guard, ...]) -> None:
        self._part = part
        self._solver = solver
        self._choosing = choosing
        self._rest = rest  # what the other factors give up
        self._done = False

    def next(self) -> Repaired | None:
        """The cheapest that is left; None if none is. Ask again only after `skip`. Raises `Stopped`."""
        if self._choosing is None:
            return None if self._done else self._with(None)
        repair = self._choosing.cheapest()
        return None if repair is None else self._with(repair)

    @property
    def only(self) -> bool:
        """Whether there is no more than one, so that nothing need be known of it to go on."""
        return self._choosing is None

    def skip(self, literals: Collection[int]) -> None:
        """Pass over all that have these literals of guards, as the last one has."""
        if self._choosing is None:
            self._done = True
        else:
            self._choosing.forbid({-literal for literal in literals if literal < 0}, {one for one in literals if one > 0})

    def _with(self, repair: Repair | None) -> Repaired:
        gives_up: tuple[Guard, ...] = (*(repair.gives_up if repair else ()), *self._rest)
        off = frozenset(guard.atom for guard in gives_up)
        settled = tuple(-guard.atom if guard.atom in off else guard.atom for guard in self._part.guards)
        return Repaired(repair, Problem(self._solver, settled), off, frozenset(settled))
