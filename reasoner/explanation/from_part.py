"""Everything that is found of one part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reasoner.explanation.components import Components
from reasoner.explanation.conflicts import search
from reasoner.explanation.dossiers import Possibilities, repaired_dossiers
from reasoner.explanation.ir import Conflict, Explanation, Judgement, Repair, Stopped
from reasoner.explanation.verdicts import certain, judge
from reasoner.ground.ir import Part
from reasoner.solver.ir import Solver


def explain(part: Part, make: Callable[[Part], Solver]) -> Explanation:
    """Conflicts by size and names, repairs by cost, size and names, judgements in the order of the part's instances.

    `make` gives a solver for a part; it is asked for variants of this part, too. If a limit ends the search, the answer
    says so by `complete`, and has no judgement for an instance whose verdict is still open.
    """
    solver = make(part)
    conflicts, repairs, complete = _collected(search(part, solver))
    judgements = list(certain(part, conflicts))
    if complete and not any(conflict.members == () for conflict in conflicts):
        found, complete = _judged(part, solver, repairs, judgements)
        judgements.extend(found)
    rank = {instance.id: number for number, instance in enumerate(part.instances)}
    judgements.sort(key=lambda judgement: rank[judgement.instance.id])
    return Explanation(part.id, complete, conflicts, repairs, tuple(judgements))


def _collected(found: Iterator[Conflict | Repair]) -> tuple[tuple[Conflict, ...], tuple[Repair, ...], bool]:
    """What the search finds, in order, and whether it came to its end."""
    conflicts: list[Conflict] = []
    repairs: list[Repair] = []
    complete = True
    try:
        for one in found:
            if isinstance(one, Conflict):
                conflicts.append(one)
            else:
                repairs.append(one)
    except Stopped:
        complete = False
    conflicts.sort(key=lambda conflict: (len(conflict.members), [guard.name for guard in conflict.members]))
    return tuple(conflicts), tuple(repairs), complete


def _judged(part: Part, solver: Solver, repairs: Sequence[Repair], known: Sequence[Judgement]) -> tuple[list[Judgement], bool]:
    """Judgements of the instances not yet known, and whether all of these have one."""
    judged = frozenset(judgement.instance.id for judgement in known)
    dossiers = repaired_dossiers(part, solver, repairs)
    possibilities = Possibilities(Components.from_part(part))
    found: list[Judgement] = []
    try:
        for instance in (one for one in part.instances if one.id not in judged):
            found.append(judge(part, dossiers, possibilities, instance).judgement)  # noqa: PERF401 - kept if stopped
    except Stopped:
        return found, False
    return found, True
