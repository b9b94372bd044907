"""Why: the chains of bounds that cannot be, and the rules that lead to a broken instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reasoner.explanation.conflicts import enforced
from reasoner.explanation.ir import PREMISE, Step
from reasoner.explanation.networks import shortest_negative_cycle
from reasoner.explanation.problem import Problem, shrink
from reasoner.explanation.settled import Settled, settled
from reasoner.explanation.variants import sliced, with_switched_constraints, with_switched_steps
from reasoner.ground.ir import ZERO, Guard, GuardKind, Instance, Part
from reasoner.solver.ir import Limit, Solver, Unsat

_MOST_CHAINS = 12

Chain = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Cycles of bounds that cannot be met together, shortest first; `more`: there are more than are given."""

    chains: tuple[Chain, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Prover:
    """Shows why guards are in conflict, in the plainest setting: they are on, the others off, nothing is supposed."""

    part: Part
    make: Callable[[Part], Solver]

    def setting(self, members: Sequence[Guard]) -> tuple[int, ...]:
        """The literals of that setting."""
        on = frozenset(guard.atom for guard in members)
        return tuple(g.atom if g.atom in on or g.kind is GuardKind.ABSENT else -g.atom for g in self.part.guards)

    def proof(self, members: Sequence[Guard], instances: Sequence[Instance], premise: Limit | None = None) -> Proof:
        """Chains of bounds that cannot be met together: however the rules and open choices go, one is in force.

        None where the conflict has nothing to do with times. No chain is in vain; at most twelve are given. `members`
        (with `premise`, if there is one) are in conflict if only these `instances` are tested. Raises `Stopped`.
        """
        whole = settled(self.part, self.setting(members))
        hard = enforced(instances)
        needed = self._needed_steps(whole, hard, premise)
        plain = sliced(whole.part, (*(abs(step.atom) for step in needed), *(instance.broken for instance in instances)))
        found: list[Chain] = []
        while len(found) < _MOST_CHAINS:
            switched = with_switched_constraints(plain, [_literals(chain) for chain in found])
            world = Problem(self.make(switched.part), hard).ask(switched.switches)
            if isinstance(world, Unsat):
                return Proof(self._without_idle(plain, hard, sorted(found, key=_rank)))
            chain = _cycle([step for step in needed if step.atom == 0 or _holds(step.atom, world.true)])
            if chain is None:  # a circle through negation, elsewhere, has no model: it is needed, too
                assert plain is not whole.part
                plain = whole.part
            else:
                found.append(chain)
        return Proof(tuple(sorted(found, key=_rank)), more=True)

    def _needed_steps(self, whole: Settled, hard: tuple[int, ...], premise: Limit | None) -> list[Step]:
        """A minimal set of bounds with which there is no world."""
        fixed = [Step(premise, 0, PREMISE)] if premise else []
        choice = whole.steps()
        switched = with_switched_steps(whole.part, [[step] for step in choice], fixed)
        problem = Problem(self.make(switched.part), hard)
        unmet = problem.refute(switched.switches)
        assert unmet is not None
        on = frozenset(shrink(problem, tuple(switch for switch in switched.switches if switch in unmet.core)))
        return [*fixed, *(step for step, switch in zip(choice, switched.switches, strict=True) if switch in on)]

    def _without_idle(self, plain: Part, hard: tuple[int, ...], chains: Sequence[Chain]) -> tuple[Chain, ...]:
        """A minimal number of these chains that is enough; the longest are tried first. One was found because it is needed."""
        if len(chains) == 1:
            return tuple(chains)
        switched = with_switched_constraints(plain, [_literals(chain) for chain in chains])
        needed = frozenset(shrink(Problem(self.make(switched.part), hard), switched.switches))
        return tuple(chain for chain, switch in zip(chains, switched.switches, strict=True) if switch in needed)


def _holds(literal: int, true: frozenset[int]) -> bool:
    return literal in true if literal > 0 else -literal not in true


def _literals(chain: Chain) -> tuple[int, ...]:
    """What puts the bounds of a chain in force."""
    return tuple(dict.fromkeys(step.atom for step in chain if step.atom))


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
