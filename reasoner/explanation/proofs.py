"""Why: the chains of bounds that cannot be, in the order in which each follows from what was told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reasoner.explanation.components import circles_through_negation
from reasoner.explanation.conflicts import enforced
from reasoner.explanation.footings import Chain, Following, in_order, literals
from reasoner.explanation.ir import PREMISE, Step
from reasoner.explanation.lengths import Families, families_of, sure_lengths
from reasoner.explanation.networks import shortest_negative_cycle
from reasoner.explanation.problem import Problem, among, shrink
from reasoner.explanation.settled import Settled, settled
from reasoner.explanation.variants import asked_about, sliced, with_switched_constraints, with_switched_steps
from reasoner.ground.ir import ZERO, GroundRule, Guard, GuardKind, Instance, Part
from reasoner.solver.ir import Limit, Solver, Unsat

_MOST_CHAINS = 12


@dataclass(frozen=True, slots=True)
class Proof:
    """Cycles of bounds that cannot be met together, in the order of their telling; `more`: there are more than are given."""

    chains: tuple[Chain, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Prover:
    """Shows why guards are in conflict: they are on, and however the others are set, something is broken or cannot be.

    `circles` are the atoms of the part that lie on a circle through negation.
    """

    part: Part
    make: Callable[[Part], Solver]
    circles: frozenset[int]

    @classmethod
    def of(cls, part: Part, make: Callable[[Part], Solver]) -> Prover:
        """That of a part."""
        return cls(part, make, frozenset(atom for circle in circles_through_negation(part) for atom in circle))

    def setting(self, members: Sequence[Guard]) -> tuple[int, ...]:
        """The literals of the plainest setting: these are on, the others off, and nothing is supposed."""
        on = frozenset(guard.atom for guard in members)
        return tuple(g.atom if g.atom in on or g.kind is GuardKind.ABSENT else -g.atom for g in self.part.guards)

    def proof(self, members: Sequence[Guard], instances: Sequence[Instance], premise: Limit | None = None) -> Proof:
        """Chains of bounds that cannot be met together: however guards, rules and open choices go, one is in force.

        None where the conflict has nothing to do with times. No chain is in vain; at most twelve are given. `members`
        (with `premise`, if there is one) are in conflict if only these `instances` are tested. Raises `Stopped`.
        """
        families = families_of(self.part)
        free = self._set([guard.atom for guard in members], families)
        plainest = self._set(self.setting(members), families)
        fixed = (Step(premise, 0, PREMISE),) if premise else ()
        search = _Search(self.make, families, enforced(instances), self.circles, fixed)
        search, needed = search.informed(plainest, free)
        _, found, _ = search.chains(plainest, needed)
        plain, found, more = search.chains(free, needed, found, most=len(found))
        if more and len(found) < _MOST_CHAINS:  # it takes more where other guards are on, or something is supposed
            search, needed = search.informed(free, free)
            plain, found, more = search.chains(free, needed, found)
        tested = frozenset(bound.atom for bound in self.part.bounds if bound.reified)
        following = Following(plain, self.make, search.hard, tested, families.borders)
        return Proof(in_order(following, found if more else search.without_idle(plain, found)), more)

    def _set(self, guards: Sequence[int], families: Families) -> Settled:
        """The part with these literals for guards, in which the lengths of months are told as what follows from each other."""
        made = settled(self.part, guards)
        return replace(made, part=replace(made.part, rules=(*made.part.rules, *families.orders())))


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the chains of one proof.

    `hard` says that no rule is broken, `circles` lie on circles through negation, `fixed` are bounds that hold in any case,
    `sure` the lengths that are so for certain.
    """

    make: Callable[[Part], Solver]
    families: Families
    hard: tuple[int, ...]
    circles: frozenset[int]
    fixed: tuple[Step, ...]
    sure: tuple[int, ...] = ()

    def needed(self, whole: Settled) -> list[Step]:
        """A minimal set of bounds with which there is no world; lengths that are sure rather than others like them."""
        near = asked_about(whole.part, (*map(abs, (*self.hard, *self.sure)), *self.circles))
        whole = replace(whole, part=near)
        told = [step for step in whole.steps() if step.atom not in self.sure or abs(step.atom) not in self.families.borders]
        choice = sorted(told, key=lambda step: step.atom not in self.sure)
        switched = with_switched_steps(self._known(whole.part), [[step] for step in choice], self.fixed)
        problem = Problem(self.make(switched.part), self.hard)
        unmet = problem.refute(switched.switches)
        assert unmet is not None
        on = frozenset(shrink(problem, among(switched.switches, unmet.core)))
        return [*self.fixed, *(step for step, switch in zip(choice, switched.switches, strict=True) if switch in on)]

    def informed(self, whole: Settled, free: Settled) -> tuple[_Search, list[Step]]:
        """What is needed, and the search that knows of the lengths that are sure in `free`, if it takes lengths."""
        needed = self.needed(whole)
        if self.sure or not any(self.families.has(step) for step in needed):
            return self, needed
        informed = replace(self, sure=sure_lengths(free.part, free.true, self.families, self.make))
        return informed, informed.needed(whole) if informed.sure else needed

    def chains(
        self, whole: Settled, needed: Sequence[Step], known: Sequence[Chain] = (), most: int = _MOST_CHAINS
    ) -> tuple[Part, list[Chain], bool]:
        """Chains, shortest first, of which one is in force whatever the rest; the rules among which that is so; whether there
        are more. They are made of bounds that are `needed`; those `known` are among them.
        """
        told = (*needed, *(step for chain in known for step in chain))
        rules = self._known(whole.part)
        plain = sliced(rules, (*(abs(step.atom) for step in told), *map(abs, self.hard)))
        found = list(known)
        while True:
            switched = with_switched_constraints(plain, [literals(chain) for chain in found])
            world = Problem(self.make(switched.part), self.hard).ask(switched.switches)
            if isinstance(world, Unsat):
                return plain, sorted(found, key=_rank), False
            if len(found) == most:
                return plain, sorted(found, key=_rank), True
            chain = _cycle([step for step in needed if step.atom == 0 or _holds(step.atom, world.true)])
            if chain is None:  # a circle through negation, elsewhere, has no model: it is needed, too
                unsliced = replace(rules, bounds=())
                assert replace(plain, atoms=rules.atoms) != unsliced
                plain = unsliced
            else:
                found.append(self._loosened(chain))

    def without_idle(self, plain: Part, chains: list[Chain]) -> list[Chain]:
        """A minimal number of these chains that is enough; the longest are tried first. One was found because it is needed."""
        if len(chains) <= 1:
            return chains
        switched = with_switched_constraints(plain, [literals(chain) for chain in chains])
        needed = frozenset(shrink(Problem(self.make(switched.part), self.hard), switched.switches))
        return [chain for chain, switch in zip(chains, switched.switches, strict=True) if switch in needed]

    def _known(self, part: Part) -> Part:
        """With what is sure as facts."""
        facts = tuple(GroundRule((one,), ()) if one > 0 else GroundRule((), (-one,)) for one in self.sure)
        return replace(part, rules=(*part.rules, *facts))

    def _loosened(self, chain: Chain) -> Chain:
        """The chain with conditions of the same kind that say less, where they will do and are not sure."""
        spare = -1 - sum(step.limit.ticks for step in chain)
        made: list[Step] = []
        for step in chain:
            looser = () if step.atom in self.sure else self.families.looser(step)
            ticks, other = next((one for one in looser if one[0] <= spare), (0, step.atom))
            spare -= ticks
            limit = Limit(step.limit.left, step.limit.right, step.limit.ticks + ticks)
            made.append(replace(step, limit=limit, atom=other))
        return tuple(made)


def _holds(literal: int, true: frozenset[int]) -> bool:
    return literal in true if literal > 0 else -literal not in true


def _rank(chain: Chain) -> tuple[int, tuple[tuple[str, str, int], ...]]:
    return len(chain), tuple((step.limit.left, step.limit.right, step.limit.ticks) for step in chain)


def _cycle(active: Sequence[Step]) -> Chain | None:
    """A shortest impossible cycle of these bounds, if any, from tick 0 on, or else from the first point by name."""
    places = shortest_negative_cycle([step.limit for step in active])
    if places is None:
        return None
    chain = [active[place] for place in places]
    first = min(range(len(chain)), key=lambda number: (chain[number].limit.right != ZERO, chain[number].limit.right))
    return (*chain[first:], *chain[:first])
