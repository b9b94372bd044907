"""A repaired dossier: the guards that are on, exactly, and what is found of its worlds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from reasoner.explanation.components import Components
from reasoner.explanation.factors import Factor
from reasoner.explanation.ir import Repair
from reasoner.explanation.problem import Problem, shrink
from reasoner.explanation.repairs import projected
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard, Part
from reasoner.solver.ir import Solver, Unsat, World


@dataclass(frozen=True, slots=True)
class Repaired:
    """All guards of a part on but those that `repair` gives up (None: all on). It has a clean world."""

    repair: Repair | None
    problem: Problem  # all guards settled, nothing enforced
    off: frozenset[int]
    settled: frozenset[int]  # the literals of all its guards


def repaired_dossiers(
    part: Part, solver: Solver, found: Sequence[Factor], guards: frozenset[int], tick: Tick = endless
) -> tuple[Repaired, ...]:
    """The repaired dossiers as far as they differ in `guards`, cheapest first; the part itself where no repair touches them.

    Of repairs that give up the same of these guards the cheapest stands for all; a factor that touches none of them is
    repaired in its cheapest way, and goes unnamed.
    """
    rest: tuple[Guard, ...] = ()
    choices: list[list[Repair]] = []
    for factor in found:
        different: dict[frozenset[int], Repair] = {}
        for repair in factor.repairs if factor.has_all else projected(factor.conflicts, guards, tick):
            different.setdefault(guards & {guard.atom for guard in repair.gives_up}, repair)
        if set(different) == {frozenset()}:
            rest = (*rest, *factor.repairs[0].gives_up)
        else:
            choices.append(list(different.values()))
    joined = sorted(map(_joined, product(*choices)), key=lambda repair: (repair.cost, len(repair.gives_up), repair.names))
    return tuple(_repaired(part, solver, repair if choices else None, rest) for repair in joined)


def _joined(repairs: Sequence[Repair]) -> Repair:
    gives_up = sorted((guard for repair in repairs for guard in repair.gives_up), key=lambda guard: guard.name)
    return Repair(sum(repair.cost for repair in repairs), tuple(gives_up))


def _repaired(part: Part, solver: Solver, repair: Repair | None, rest: Sequence[Guard]) -> Repaired:
    off = frozenset(guard.atom for guard in (*(repair.gives_up if repair else ()), *rest))
    settled = tuple(-guard.atom if guard.atom in off else guard.atom for guard in part.guards)
    return Repaired(repair, Problem(solver, settled), off, frozenset(settled))


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What can be true in which repaired dossier; each answer is used for all dossiers for which it holds.

    A world shows its atoms possible in every dossier with the same setting of the guards of their component (see
    `Component`). A minimal core shows an atom impossible in every dossier that keeps the setting of the guards in that core.
    """

    components: Components
    _possible: dict[tuple[int, frozenset[int]], bool] = field(default_factory=dict)
    _cores: dict[int, list[frozenset[int]]] = field(default_factory=dict)

    def possible(self, dossier: Repaired, atom: int) -> bool:
        """Whether some world of this dossier has `atom` (0: never). Raises `Stopped`."""
        if atom == 0 or self._refuted(dossier, atom):
            return False
        known = self._key(dossier, atom)
        if known not in self._possible:
            self._learn(dossier, atom, dossier.problem.showing((atom,), tuple(self.components.of)))
        return self._possible[known]

    def _learn(self, dossier: Repaired, atom: int, outcome: frozenset[int] | Unsat) -> None:
        match outcome:
            case frozenset():
                self._possible.update((self._key(dossier, true), True) for true in outcome)
            case Unsat(core):
                self._possible[self._key(dossier, atom)] = False
                needed = shrink(Problem(dossier.problem.solver, (atom,)), tuple(one for one in core if one != atom))
                self._cores.setdefault(atom, []).append(frozenset(needed))

    def _refuted(self, dossier: Repaired, atom: int) -> bool:
        return any(core <= dossier.settled for core in self._cores.get(atom, ()))

    def _key(self, dossier: Repaired, atom: int) -> tuple[int, frozenset[int]]:
        return atom, dossier.off & self.components.of[atom].guards


def only_with(dossier: Repaired, broken: int, others: Sequence[int]) -> Iterator[int]:
    """Those of the atoms `others` that are true in every world of the dossier that has `broken`. Raises `Stopped`."""
    world = dossier.problem.ask((broken,))
    assert isinstance(world, World)
    left = [atom for atom in others if atom in world.true]
    while left:
        outcome = dossier.problem.ask((broken, -left[0]))
        if isinstance(outcome, Unsat):
            yield left.pop(0)
        else:
            left = [atom for atom in left if atom in outcome.true]
