"""What a conflict, a tension or a conditional instance rests on, and why: shortfalls, premises, chains, derivations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reasoner.explanation.components import Components
from reasoner.explanation.conflicts import enforced, taking_part
from reasoner.explanation.derivations import derivation
from reasoner.explanation.dossiers import Repaired
from reasoner.explanation.duality import Mus, dualize
from reasoner.explanation.ir import Conflict, Inference, Judgement
from reasoner.explanation.premises import Samples, always, hidden_premises
from reasoner.explanation.problem import Problem
from reasoner.explanation.proofs import Proof, Prover
from reasoner.explanation.shortfalls import Shortfalls
from reasoner.ground.ir import Guard, GuardKind, Instance
from reasoner.solver.ir import Limit, Solver, World

_MOST_FINDINGS = 64  # of conflicts and repairs looked at with one premise


@dataclass(frozen=True, slots=True)
class Grounds:
    """Adds to findings what they rest on. Every method may raise `Stopped`."""

    prover: Prover
    solver: Solver
    components: Components
    shortfalls: Shortfalls

    def of_conflict(self, conflict: Conflict) -> Conflict:
        """The conflict with its shortfalls, chains and derivations."""
        proof = self.prover.proof(conflict.members, conflict.instances)
        return replace(
            conflict,
            shortfalls=self.shortfalls.of(conflict),
            chains=proof.chains,
            more_chains=proof.more,
            derivations=tuple(self._derivation(conflict.members, instance) for instance in conflict.instances),
            worked_out=True,
        )

    def of_judgement(self, judgement: Judgement, samples: Samples) -> Judgement:
        """A tension or conditional with its hidden premises, what these rest on, and how it comes to be broken.

        `samples` are of the cheapest repaired dossier where it can be broken.
        """
        instance = judgement.instance
        world = samples.ask((instance.broken,))
        assert world is not None
        held = always(self.prover.part, self.components.open_atoms, world)
        premises = hidden_premises(samples, instance, self.components.of[instance.broken], held)
        adopted = [self._adopted(samples.dossier, instance, premise) for premise in premises]
        shown = derivation(self.prover.part, world.true, instance.broken)
        proof = self.prover.proof(*adopted[0], premises[0]) if premises else Proof(())
        return replace(
            judgement,
            premises=premises,
            rests_on=tuple(guards for guards, _ in adopted) or (self._guards_of(shown, instance, samples.dossier),),
            chains=proof.chains,
            more_chains=proof.more,
            derivation=shown,
            worked_out=True,
        )

    def _derivation(self, members: Sequence[Guard], instance: Instance) -> tuple[Inference, ...]:
        """How an instance comes to be broken when these guards are on, if possible with no others."""
        alone = self.prover.setting(members)
        for literals in (alone, tuple(guard.atom for guard in members)):
            world = Problem(self.solver, literals).ask((instance.broken,))
            if isinstance(world, World):
                return derivation(self.prover.part, world.true, instance.broken)
        return ()

    def _adopted(self, dossier: Repaired, instance: Instance, premise: Limit) -> tuple[tuple[Guard, ...], tuple[Instance, ...]]:
        """The smallest conflict that adopting the premise gives, less the premise, and the instances that take part in it.

        One in which this instance takes part, if there is one; looked for first among the guards on which it depends.
        """
        on = [guard for guard in self.prover.part.guards if guard.atom not in dossier.off]
        near = [guard for guard in on if guard.atom in self.components.of[instance.broken].guards]
        problem = Problem(self.solver, enforced(self.prover.part.instances), (premise,))
        among = near if problem.refute([guard.atom for guard in near]) is not None else on
        found = islice(dualize(problem, {guard.atom: 0 for guard in among}), _MOST_FINDINGS)
        sets = [tuple(g for g in among if g.atom in one.literals) for one in found if isinstance(one, Mus)]
        sets.sort(key=lambda guards: (len(guards), [guard.name for guard in guards]))
        taking = ((guards, taking_part(self.prover.part, self.solver, guards, (premise,))) for guards in sets)
        first = next(taking)
        return first if instance in first[1] else next((one for one in taking if instance in one[1]), first)

    def _guards_of(self, shown: Sequence[Inference], instance: Instance, dossier: Repaired) -> tuple[Guard, ...]:
        """The guards that a derivation uses, and the silence without which this instance would not be broken in this dossier."""
        used = {inference.conclusion for inference in shown}
        near = self.components.of[instance.broken].guards
        silent = [g.atom for g in self.prover.part.guards if g.kind is GuardKind.ABSENT and g.atom in dossier.settled & near]
        for atom in silent:
            supposed = Problem(self.solver, (*sorted(dossier.settled - {atom}), -atom))
            if supposed.refute((instance.broken,)) is not None and supposed.refute() is None:
                used.add(atom)
        return tuple(guard for guard in self.prover.part.guards if guard.atom in used)
