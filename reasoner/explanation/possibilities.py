"""What can be true in which repaired dossier, and on which guards that rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reasoner.explanation.components import Components
from reasoner.explanation.dossiers import Repaired
from reasoner.explanation.justifications import Justifications
from reasoner.explanation.problem import Problem, shrink
from reasoner.solver.ir import Unsat, World


@dataclass(frozen=True, slots=True)
class Possibilities:
    """Each answer is used for all dossiers for which it holds.

    A world shows its atoms possible in every dossier with the same setting of the guards of their component (see
    `Component`). A minimal core shows an atom impossible in every dossier that keeps the setting of the guards in that core.
    """

    components: Components
    justifications: Justifications
    _possible: dict[tuple[int, frozenset[int]], bool] = field(default_factory=dict)
    _cores: dict[int, list[frozenset[int]]] = field(default_factory=dict)

    def guards(self, atom: int) -> frozenset[int]:
        """The guards on which it can depend whether an atom (0: none) is possible."""
        component = self.components.of.get(atom)
        return component.guards if component else frozenset()

    def possible(self, dossier: Repaired, atom: int) -> bool:
        """Whether some world of this dossier has `atom` (0: never). Raises `Stopped`."""
        if atom == 0 or self._core(dossier, atom) is not None:
            return False
        known = self._key(dossier, atom)
        if known not in self._possible:
            self._learn(dossier, atom, dossier.problem.showing((atom,), tuple(self.components.of)))
        return self._possible[known]

    def reason(self, dossier: Repaired, atom: int) -> frozenset[int]:
        """Literals of guards, as in this dossier, by which `possible` is what it is: so it is in every dossier that has them.

        Raises `Stopped`.
        """
        if atom == 0:
            return frozenset()
        if self.possible(dossier, atom):
            world = dossier.problem.ask((atom,))
            assert isinstance(world, World)
            guards = self.guards(atom)
            return frozenset(one for one in self.justifications.of(world, atom) if abs(one) in guards)
        core = self._core(dossier, atom)
        return dossier.settled if core is None else core

    def _learn(self, dossier: Repaired, atom: int, outcome: frozenset[int] | Unsat) -> None:
        match outcome:
            case frozenset():
                self._possible.update((self._key(dossier, true), True) for true in outcome)
            case Unsat(core):
                self._possible[self._key(dossier, atom)] = False
                needed = shrink(Problem(dossier.problem.solver, (atom,)), tuple(one for one in core if one != atom))
                self._cores.setdefault(atom, []).append(frozenset(needed))

    def _core(self, dossier: Repaired, atom: int) -> frozenset[int] | None:
        """What is known to make the atom impossible here."""
        return next((core for core in self._cores.get(atom, ()) if core <= dossier.settled), None)

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
