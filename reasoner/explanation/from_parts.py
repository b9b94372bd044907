"""Everything that is found of a dossier, part by part.

First the conflicts of each part; then, of all together, the factors with their repairs; then the verdicts, part by part,
each in the repaired dossiers as far as they differ for its own guards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reasoner.dossier.ir import Verdict
from reasoner.explanation.alike import once
from reasoner.explanation.components import Components
from reasoner.explanation.conflicts import search
from reasoner.explanation.dossiers import Dossiers, Repaired
from reasoner.explanation.factors import Factor, factors
from reasoner.explanation.grounds import Grounds
from reasoner.explanation.ir import Conflict, Explanation, Judgement, Stopped
from reasoner.explanation.justifications import Justifications
from reasoner.explanation.possibilities import Possibilities
from reasoner.explanation.premises import Samples
from reasoner.explanation.problem import Problem
from reasoner.explanation.proofs import Prover
from reasoner.explanation.readings import without_world
from reasoner.explanation.remaining import with_remaining
from reasoner.explanation.settled import settled
from reasoner.explanation.shortfalls import Shortfalls
from reasoner.explanation.ticks import Tick, endless
from reasoner.explanation.verdicts import Found, judge
from reasoner.ground.ir import Instance, Part, Reading
from reasoner.solver.ir import Solver

Make = Callable[[Part], Solver]


@dataclass(frozen=True, slots=True)
class Searched:
    """A part and all conflicts that were found in it; `complete` is False where a limit stopped the search."""

    part: Part
    conflicts: tuple[Conflict, ...]
    complete: bool


def explain(parts: Sequence[Part], make: Make, *, grounds: bool = True, tick: Tick = endless) -> tuple[Explanation, ...]:
    """The factors of the conflicts of all parts, each with the judgements of its instances, then one rest without conflict.

    `make` gives a solver for a part; it is asked for variants of parts, too. Without `grounds`, premises, shortfalls,
    chains and derivations are left out. If a limit ends the search, the answer says so by `complete`, and has no
    judgement for an instance whose verdict is still open.
    """
    searched, found = _found(parts, make, tick)
    complete = all(one.complete for one in searched) and all(one.complete for one in found)
    if grounds:
        shown, every = _shown(searched, found, make)
        found = tuple(one.told(shown) for one in found)
        complete = complete and every
    if any(not conflict.members for factor in found for conflict in factor.conflicts):
        clash = found[0].conflicts
        return (Explanation("1", complete, clash, (), tuple(Judgement(one, Verdict.CERTAIN) for one in clash[0].instances)),)
    judged: list[tuple[Judgement | Reading, frozenset[str]]] = []
    for one in searched:
        work = Judging(one.part, make, found, tick, grounds=grounds)
        own = once(one.part, work.judgements(complete=complete))
        judged += [(made, _names(one.part, work, made.instance.broken)) for made in own]
        judged += [(reading, _names(one.part, work, reading.atom)) for reading in work.readings(complete=complete)]
        complete = complete and work.complete
    return _explanations(found, judged, complete=complete)


def clashes(parts: Sequence[Part], make: Make, tick: Tick = endless) -> tuple[Explanation, ...]:
    """As `explain`, of conflicts and repairs alone: nothing is judged, and nothing is said of what they rest on."""
    return _alone(*_found(parts, make, tick))


def without(
    parts: Sequence[Part], known: Iterable[Conflict], off: Collection[str], make: Make, tick: Tick = endless
) -> tuple[Explanation, ...]:
    """The conflicts and repairs where the guards with the names in `off` are off for good, and no guards any more.

    `known` are the conflicts of all parts. Those without such a guard stay, though they may need fewer members now; what is
    new is looked for in the parts that such a guard touches. A guard that is taken out of a part has no rule, and so is false.
    """
    touched = (part for part in parts if any(guard.name in off for guard in part.guards))
    left = (replace(part, guards=tuple(guard for guard in part.guards if guard.name not in off)) for part in touched)
    searched = tuple(_search(part, make, tick) for part in left)
    stay = [one for one in known if not any(guard.name in off for guard in one.members)]
    found = factors((*stay, *(conflict for one in searched for conflict in one.conflicts)), tick)
    return _alone(searched, _without_unproven(found, searched))


def _alone(searched: Sequence[Searched], found: Sequence[Factor]) -> tuple[Explanation, ...]:
    """The factors as explanations, of which nothing is judged; a search that was stopped before anything was found is one, too."""
    complete = all(one.complete for one in searched) and all(one.complete for one in found)
    told = found if found or complete else (Factor((), (), 0),)
    return tuple(
        Explanation(str(nth), complete, one.conflicts, one.repairs, (), count=one.count) for nth, one in enumerate(told, 1)
    )


def _found(parts: Sequence[Part], make: Make, tick: Tick) -> tuple[tuple[Searched, ...], tuple[Factor, ...]]:
    """All conflicts of the parts, and all together with their repairs."""
    searched = tuple(_search(part, make, tick) for part in parts)
    found = factors((conflict for one in searched for conflict in one.conflicts), tick)
    return searched, _without_unproven(found, searched)


def _search(part: Part, make: Make, tick: Tick) -> Searched:
    """All conflicts of one part."""
    found: list[Conflict] = []
    try:
        for one in search(part, make(part), tick):
            found.append(one)  # noqa: PERF402 - what came before a stop is kept
    except Stopped:
        return Searched(part, tuple(found), complete=False)
    return Searched(part, tuple(found), complete=True)


def _shown(searched: Sequence[Searched], found: Sequence[Factor], make: Make) -> tuple[tuple[Conflict, ...], bool]:
    """What the conflicts of the factors rest on in each part that has them, and whether no limit stopped that."""
    wanted = {conflict.names for factor in found for conflict in factor.conflicts}
    own = [(one.part, [conflict for conflict in one.conflicts if conflict.names in wanted]) for one in searched]
    left = [conflict.names for _, conflicts in own for conflict in conflicts]
    shown: list[tuple[Part, list[Conflict]]] = []
    try:
        for part, conflicts in ((part, conflicts) for part, conflicts in own if conflicts):
            shown.append((part, []))
            grounds = _grounds(part, make)
            for conflict in conflicts:
                shown[-1][1].append(grounds.of_conflict(conflict))
                left.remove(conflict.names)
        return tuple(with_remaining(shown, make)), True
    except Stopped:  # what came before that is kept, but whether others would remain was asked of none
        cut = (one for _, conflicts in shown for one in conflicts)
        return tuple(replace(one, worked_out=one.names not in left and not one.shortfalls) for one in cut), False


def _grounds(part: Part, make: Make) -> Grounds:
    return Grounds(Prover.of(part, make), make(part), Components.from_part(part), Shortfalls(part, make))


def _without_unproven(found: Sequence[Factor], searched: Sequence[Searched]) -> tuple[Factor, ...]:
    """Without repairs where a conflict that is not found yet could have a member in common: they might not be enough."""
    unproven = frozenset(guard.name for one in searched if not one.complete for guard in one.part.guards)
    return tuple(
        replace(factor, repairs=())
        if any(guard.name in unproven for one in factor.conflicts for guard in one.members)
        else factor
        for factor in found
    )


class Judging:
    """The instances of one part being judged."""

    def __init__(self, part: Part, make: Make, found: Sequence[Factor], tick: Tick, *, grounds: bool) -> None:
        self._part = part
        self._tick = tick
        self._make = make
        self._factors = tuple(found)
        self._grounds = grounds
        self.complete = True

    def judgements(self, *, complete: bool) -> Iterator[Judgement]:
        """A verdict for each instance; those in a conflict only, if not all repairs are known."""
        if not self._part.instances:
            return
        certain = {instance.id for factor in self._factors for conflict in factor.conflicts for instance in conflict.instances}
        solver = self._make(self._part)
        grounds = Grounds(Prover.of(self._part, self._make), solver, self._components, Shortfalls(self._part, self._make))
        dossiers = Dossiers(self._part, solver, self._factors, self._tick)
        possibilities = Possibilities(self._components, Justifications(self._part))
        samples: dict[frozenset[int], Samples] = {}
        for instance in self._part.instances:
            if instance.id in certain:
                yield Judgement(instance, Verdict.CERTAIN)
            elif complete:
                try:
                    found = judge(self._part, dossiers, possibilities, instance)
                    yield self._with_grounds(found, grounds, samples)
                except Stopped:
                    self.complete = False

    def readings(self, *, complete: bool) -> Iterator[Reading]:
        """Those that no world has; none if not all repairs are known."""
        if not complete or not self._part.readings:
            return
        dossiers = Dossiers(self._part, self._make(self._part), self._factors, self._tick)
        possibilities = Possibilities(self._components, Justifications(self._part))
        try:
            yield from without_world(self._part, possibilities, dossiers)
        except Stopped:
            self.complete = False

    def _with_grounds(self, found: Found, grounds: Grounds, samples: dict[frozenset[int], Samples]) -> Judgement:
        """The judgement and what it rests on; as it is if a limit ends the search."""
        if not self._grounds or found.dossier is None:
            return found.judgement
        try:
            if found.dossier.off not in samples:
                samples[found.dossier.off] = self._samples(found.dossier)
            return grounds.of_judgement(found.judgement, samples[found.dossier.off])
        except Stopped:
            self.complete = False
            return found.judgement

    def _samples(self, dossier: Repaired) -> Samples:
        """With a solver of its own, which holds this dossier alone: the many questions are answered faster by it."""
        alone = settled(self._part, dossier.problem.hard)
        return Samples(replace(dossier, problem=Problem(self._make(alone.part))), alone.true)

    @cached_property
    def _components(self) -> Components:
        return Components.from_part(self._part)

    def guards(self, atom: int) -> frozenset[int]:
        """The guards on which the truth of an atom can depend."""
        component = self._components.of.get(atom)
        return component.guards if component else frozenset()


def _names(part: Part, work: Judging, atom: int) -> frozenset[str]:
    """The names of the guards on which an instance or a reading depends."""
    atoms = work.guards(atom)
    return frozenset(guard.name for guard in part.guards if guard.atom in atoms)


def _explanations(
    found: Sequence[Factor], judged: Sequence[tuple[Judgement | Reading, frozenset[str]]], *, complete: bool
) -> tuple[Explanation, ...]:
    """Each factor with its own instances and those that depend on one of its guards; all others are the last part."""
    homes: list[list[Judgement]] = [[] for _ in range(len(found) + 1)]
    readings: list[list[Reading]] = [[] for _ in homes]
    for one, names in judged:
        if isinstance(one, Reading):
            readings[_home(found, names)].append(one)
        else:
            homes[_home(found, names, one.instance)].append(one)
    rest = Factor((), (), 0)
    made = [
        Explanation(str(nth), complete, one.conflicts, one.repairs, tuple(inner), tuple(left_out), one.count)
        for nth, (one, inner, left_out) in enumerate(zip((*found, rest), map(_by_id, homes), readings, strict=True), 1)
    ]
    return tuple(made) if homes[-1] or readings[-1] or not complete else tuple(made[:-1])


def _by_id(judgements: Sequence[Judgement]) -> Sequence[Judgement]:
    return sorted(judgements, key=lambda one: one.instance.id)


def _home(found: Sequence[Factor], names: frozenset[str], instance: Instance | None = None) -> int:
    for nth, factor in enumerate(found):
        if any(instance in conflict.instances for conflict in factor.conflicts):
            return nth
    for nth, factor in enumerate(found):
        if any(guard.name in names for conflict in factor.conflicts for guard in conflict.members):
            return nth
    return len(found)
