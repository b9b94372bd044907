"""A solver for one part, on clingo and clingo-dl."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clingo.solving import Model, SolveResult

from reasoner.ground.ir import Part
from reasoner.solver.grid import grid
from reasoner.solver.ir import Limit, Outcome, Sat, Solver, Unknown, Unsat, World
from reasoner.solver.loading import Loaded

_Read = Callable[[Model], None]

_MOST_LIMITS = 256  # every limit ever asked slows each later question down a little; loading anew costs some milliseconds

_LONGEST = 1e9  # some thirty years; clingo counts in nanoseconds, of which a longer wait has too many


def _no_limit() -> float | None:
    return None


def solver(part: Part, *, remaining: Callable[[], float | None] = _no_limit) -> Solver:
    """A solver that holds `part` and answers any number of questions about it.

    `remaining` gives the seconds left before each question, None without a limit; when they run out, answers are
    `Unknown`. Raises `OutOfRange`, here or when a question asks a limit, where the times do not fit 32 bits.
    """
    return _PartSolver(part, remaining)


class _PartSolver:
    """Asks clingo, within the time that is left."""

    __slots__ = ("_core", "_grid", "_loaded", "_part", "_remaining", "_world")

    def __init__(self, part: Part, remaining: Callable[[], float | None]) -> None:
        self._part = part
        self._remaining = remaining
        self._grid = grid(part)
        self._grid.check()
        self._loaded = Loaded(part, self._grid)
        self._world: World | None = None
        self._core: frozenset[int] = frozenset()

    def solve(self, assumptions: Sequence[int], limits: Sequence[Limit] = ()) -> Outcome:
        """One world that meets all assumptions and limits, or why there is none."""
        refuted = self._answer(assumptions, limits, self._read)
        if refuted is not None:
            return refuted
        assert self._world is not None
        return Sat(World(self._world.true, self._world.times, (*self._world.bounds, *limits)))

    def refute(self, assumptions: Sequence[int], limits: Sequence[Limit] = ()) -> Unsat | Unknown | None:
        """Why there is no such world; None if there is one."""
        return self._answer(assumptions, limits, None)

    def showing(self, assumptions: Sequence[int], atoms: Sequence[int]) -> frozenset[int] | Unsat | Unknown:
        """Which of the atoms are true in one such world, or why there is none."""
        literals = [(atom, self._loaded.literal(atom)) for atom in atoms]
        true: set[int] = set()

        def read(model: Model) -> None:
            true.update(atom for atom, literal in literals if model.is_true(literal))

        refuted = self._answer(assumptions, (), read)
        return frozenset(true) if refuted is None else refuted

    def _answer(self, assumptions: Sequence[int], limits: Sequence[Limit], read: _Read | None) -> Unsat | Unknown | None:
        """None if there is a world, which `read` has seen."""
        left = self._remaining()
        if left is not None and not left > 0:
            return Unknown("the time is up")
        if any(limit.left == limit.right and limit.ticks < 0 for limit in limits):
            return Unsat(())
        asked = tuple(dict.fromkeys(limit for limit in limits if limit.left != limit.right))
        self._grid.check(asked)
        if self._loaded.limits + len(asked) > _MOST_LIMITS:
            self._loaded = Loaded(self._part, self._grid)
        self._loaded.switch(asked, on=True)
        try:
            return self._ask(assumptions, read, left)
        finally:
            self._loaded.switch(asked, on=False)

    def _ask(self, assumptions: Sequence[int], read: _Read | None, left: float | None) -> Unsat | Unknown | None:
        self._world, self._core = None, frozenset()
        literals = [self._loaded.literal(assumption) for assumption in assumptions]
        result = self._run(literals, read, left)
        if result is None or (not result.satisfiable and not result.unsatisfiable):
            return Unknown("the time is up")
        if result.unsatisfiable:
            return Unsat(tuple(a for a, literal in zip(assumptions, literals, strict=True) if literal in self._core))
        return None

    def _run(self, literals: list[int], read: _Read | None, left: float | None) -> SolveResult | None:
        """What clingo says; None if it did not finish in `left` seconds."""
        control = self._loaded.control
        if left is None:
            return control.solve(assumptions=literals, on_model=read, on_core=self._blame)
        with control.solve(assumptions=literals, on_model=read, async_=True) as handle:
            if not handle.wait(min(left, _LONGEST)):
                handle.cancel()
                return None
            result: SolveResult = handle.get()
            if result.unsatisfiable:
                self._blame(handle.core())
            return result

    def _read(self, model: Model) -> None:
        self._world = self._loaded.read(model)

    def _blame(self, core: Sequence[int]) -> None:
        self._core = frozenset(core)
