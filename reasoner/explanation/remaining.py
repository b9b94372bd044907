"""Whether conflicts remain where one was ended by widening a bound: in its own part, and in the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reasoner.explanation.conflicts import enforced
from reasoner.explanation.ir import Conflict, Shortfall
from reasoner.explanation.problem import Problem
from reasoner.explanation.variants import widened
from reasoner.ground.ir import Guard, Part
from reasoner.solver.ir import OutOfRange, Solver

Make = Callable[[Part], Solver]


def remains(part: Part, solver: Solver, supposing: Sequence[Guard]) -> bool:
    """Whether a part has no clean world where this is supposed and all else is relied on. Raises `Stopped`."""
    off = frozenset(guard.atom for guard in supposing)
    asked = [-guard.atom if guard.atom in off else guard.atom for guard in part.guards]
    return Problem(solver, enforced(part.instances)).refute(asked) is not None


def with_remaining(found: Sequence[tuple[Part, Sequence[Conflict]]], make: Make) -> Iterator[Conflict]:
    """The conflicts of all parts; a shortfall says that others remain where some do in another part. Raises `Stopped`."""
    for part, conflicts in found:
        others = [(one, own) for one, own in found if one is not part]
        for conflict in conflicts:
            told = (
                replace(one, others_remain=one.others_remain or _elsewhere(one, others, make)) for one in conflict.shortfalls
            )
            yield replace(conflict, shortfalls=tuple(told))


def _elsewhere(told: Shortfall, others: Sequence[tuple[Part, Sequence[Conflict]]], make: Make) -> bool:
    """Whether one of these parts has a conflict that is not ended by the same widening. Raises `Stopped`."""
    if any(_stays(told, conflict) for _, conflicts in others for conflict in conflicts):
        return True
    return any(_remains(part, told, make) for part, _ in others)


def _stays(told: Shortfall, conflict: Conflict) -> bool:
    """Whether a conflict is one still, for all that so much would do for it."""
    least = next((one.short_by for one in conflict.shortfalls if one.tag == told.tag), None)
    return least is None or least > told.short_by


def _remains(part: Part, told: Shortfall, make: Make) -> bool:
    """As `remains`, of the part so widened; what does not fit the integers of the solver is not ended."""
    try:
        return remains(part, make(widened(part, told.tag, told.short_by)), told.supposing)
    except OutOfRange:
        return True
