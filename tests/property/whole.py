"""The explanations of one part, put together again as if it were not told in factors."""

from dataclasses import dataclass
from itertools import product

from reasoner.explanation.from_parts import explain
from reasoner.explanation.ir import Conflict, Explanation, Judgement
from reasoner.ground.ir import Part
from reasoner.solver.from_part import solver

Repair = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Whole:
    """Conflicts by size and names, cost and names of repairs in order, judgements in the order of the part."""

    complete: bool
    conflicts: tuple[Conflict, ...]
    repairs: list[Repair]
    judgements: tuple[Judgement, ...]
    explanations: tuple[Explanation, ...]

    def repair_of(self, judgement: Judgement) -> Repair | None:
        """The whole repair: what the judgement does not name is repaired in its cheapest way."""
        named = judgement.repair.names if judgement.repair else ()
        parts = []
        for one in self.explanations:
            members = {guard.name for conflict in one.conflicts for guard in conflict.members}
            own = tuple(name for name in named if name in members)
            parts.append(next((r for r in one.repairs if r.names == own), one.repairs[0]) if one.repairs else None)
        chosen = [repair for repair in parts if repair]
        return together(chosen) if chosen else None


def together(repairs) -> Repair:
    return sum(repair.cost for repair in repairs), tuple(sorted(name for repair in repairs for name in repair.names))


def whole(part: Part, *, grounds: bool) -> Whole:
    found = explain((part,), solver, grounds=grounds)
    conflicts = sorted((c for one in found for c in one.conflicts), key=lambda c: (len(c.members), [g.name for g in c.members]))
    factors = [one.repairs for one in found if one.conflicts]
    repairs = [together(choice) for choice in product(*factors)] if factors else []
    order = [instance.id for instance in part.instances]
    judgements = sorted((j for one in found for j in one.judgements), key=lambda j: order.index(j.instance.id))
    return Whole(
        all(one.complete for one in found),
        tuple(conflicts),
        sorted(repairs, key=lambda one: (one[0], len(one[1]), one[1])),
        tuple(judgements),
        found,
    )
