"""One kind of question, asked again and again: can these be met, if some others are, whatever the rest?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from reasoner.explanation.ir import Stopped
from reasoner.solver.ir import Limit, Sat, Solver, Unknown, Unsat, World


@dataclass(frozen=True, slots=True)
class Problem:
    """What every question of one kind assumes: literals and limits that are always met."""

    solver: Solver
    hard: tuple[int, ...] = ()
    limits: tuple[Limit, ...] = ()

    def ask(self, literals: Sequence[int] = (), limits: Sequence[Limit] = ()) -> World | Unsat:
        """A world that meets `literals` and `limits` too, or why there is none. Raises `Stopped` if that stays unknown."""
        match self.solver.solve((*self.hard, *literals), (*self.limits, *limits)):
            case Sat(world):
                return world
            case Unsat() as unsat:
                return unsat
            case Unknown(reason):
                raise Stopped(reason)
            case other:
                assert_never(other)

    def refute(self, literals: Sequence[int] = (), limits: Sequence[Limit] = ()) -> Unsat | None:
        """Why there is no world that meets `literals` and `limits` too; None if there is one. Raises `Stopped`, as `ask` does."""
        match self.solver.refute((*self.hard, *literals), (*self.limits, *limits)):
            case Unsat() | None as answer:
                return answer
            case Unknown(reason):
                raise Stopped(reason)
            case other:
                assert_never(other)

    def showing(self, literals: Sequence[int], atoms: Sequence[int]) -> frozenset[int] | Unsat:
        """Which of the atoms are true in a world that meets `literals` too, or why there is none. Raises `Stopped`."""
        assert not self.limits
        match self.solver.showing((*self.hard, *literals), atoms):
            case frozenset() | Unsat() as answer:
                return answer
            case Unknown(reason):
                raise Stopped(reason)
            case other:
                assert_never(other)


def shrink(problem: Problem, core: Sequence[int]) -> tuple[int, ...]:
    """A minimal set of the literals in `core` that cannot be met together (MUS), in the order given.

    `core` cannot be met. First trimmed, then one literal after the other is left out: deletion-based extraction with
    the clause-set refinement of Belov, Lynce and Marques-Silva (AI Communications 2012). Whatever is left out is free.
    """
    untested = _trim(problem, core)
    needed: tuple[int, ...] = ()
    while untested:
        *rest, tested = untested
        unmet = problem.refute((*needed, *rest))
        if unmet is None:
            needed, untested = (tested, *needed), tuple(rest)
        else:
            untested = among(rest, unmet.core)
    return tuple(literal for literal in core if literal in needed)


def _trim(problem: Problem, core: Sequence[int]) -> tuple[int, ...]:
    """A smaller core. The solver may answer with a whole prefix of what it was asked, but needs the last of it."""
    needed: tuple[int, ...] = ()
    rest = tuple(core)
    while rest:
        unmet = problem.refute((*needed, *rest))
        assert unmet is not None
        rest = among(rest, unmet.core)
        if rest:
            needed, rest = (rest[-1], *needed), rest[:-1]
    return needed


def among(literals: Iterable[int], core: Iterable[int]) -> tuple[int, ...]:
    """Those literals that are in the core, in their order; a core can be nearly all that was asked."""
    wanted = frozenset(core)
    return tuple(literal for literal in literals if literal in wanted)
