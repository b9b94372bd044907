"""Everything that is found of one part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reasoner.explanation.components import Components
from reasoner.explanation.conflicts import search
from reasoner.explanation.dossiers import Possibilities, repaired_dossiers
from reasoner.explanation.grounds import Grounds
from reasoner.explanation.ir import Conflict, Explanation, Repair, Stopped
from reasoner.explanation.premises import Samples
from reasoner.explanation.proofs import Prover
from reasoner.explanation.verdicts import Found, certain, judge
from reasoner.ground.ir import Part
from reasoner.solver.ir import Solver


def explain(part: Part, make: Callable[[Part], Solver], *, grounds: bool = True) -> Explanation:
    """Conflicts by size and names, repairs by cost, size and names, judgements in the order of the part's instances.

    `make` gives a solver for a part; it is asked for variants of this part, too. Without `grounds`, premises, shortfalls,
    chains and derivations are left out. If a limit ends the search, the answer says so by `complete`, and has no
    judgement for an instance whose verdict is still open.
    """
    work = _Work(part, make)
    conflicts, repairs = work.conflicts_and_repairs()
    found = work.judgements(conflicts, repairs)
    if grounds:
        conflicts = tuple(map(work.with_grounds, conflicts))
        found = work.with_premises(found)
    return Explanation(part.id, work.complete, conflicts, repairs, tuple(one.judgement for one in found))


class _Work:
    """One part being explained: what the steps share, and whether each came to its end."""

    __slots__ = ("_components", "_grounds", "_part", "_solver", "complete")

    def __init__(self, part: Part, make: Callable[[Part], Solver]) -> None:
        self._part = part
        self._solver = make(part)
        self._components = Components.from_part(part)
        self._grounds = Grounds(Prover(part, make), self._solver, self._components)
        self.complete = True

    def conflicts_and_repairs(self) -> tuple[tuple[Conflict, ...], tuple[Repair, ...]]:
        """What the search finds, in order."""
        found = list(self._until_stopped(search(self._part, self._solver)))
        conflicts = [one for one in found if isinstance(one, Conflict)]
        conflicts.sort(key=lambda conflict: (len(conflict.members), [guard.name for guard in conflict.members]))
        return tuple(conflicts), tuple(one for one in found if isinstance(one, Repair))

    def judgements(self, conflicts: Sequence[Conflict], repairs: Sequence[Repair]) -> list[Found]:
        """A verdict for each instance; only for those in a conflict if not all repairs are known, or there is none."""
        known = {judgement.instance.id: Found(judgement, None) for judgement in certain(self._part, conflicts)}
        if self.complete and all(conflict.members for conflict in conflicts):
            dossiers = repaired_dossiers(self._part, self._solver, repairs)
            possibilities = Possibilities(self._components)
            for instance in self._part.instances:
                try:
                    if instance.id not in known:
                        known[instance.id] = judge(self._part, dossiers, possibilities, instance)
                except Stopped:
                    self.complete = False
        return [known[instance.id] for instance in self._part.instances if instance.id in known]

    def with_grounds(self, conflict: Conflict) -> Conflict:
        """The conflict and what it rests on; as it is if a limit ends the search."""
        try:
            return self._grounds.of_conflict(conflict)
        except Stopped:
            self.complete = False
            return conflict

    def with_premises(self, found: Sequence[Found]) -> list[Found]:
        """The same, tensions and conditionals with what they rest on as far as no limit ends the search."""
        samples: dict[frozenset[int], Samples] = {}
        grounded: list[Found] = []
        for one in found:
            grounded.append(one)
            if one.dossier is not None:
                met = samples.setdefault(one.dossier.off, Samples(one.dossier))
                try:
                    grounded[-1] = Found(self._grounds.of_judgement(one.judgement, met), one.dossier)
                except Stopped:
                    self.complete = False
        return grounded

    def _until_stopped(self, found: Iterator[Conflict | Repair]) -> Iterator[Conflict | Repair]:
        try:
            yield from found
        except Stopped:
            self.complete = False
