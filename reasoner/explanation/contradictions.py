"""Contradictions that somebody claims, held against the conflicts, tensions and repairs that were found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reasoner.dossier.ir import Contradiction, Verdict
from reasoner.explanation.ir import Claimed, Conflict, Explanation, Judgement, Repair, Standing
from reasoner.explanation.repairs import cheapest_without
from reasoner.ground.ir import Guard, GuardKind

_RULES = frozenset({GuardKind.KEEP, GuardKind.HONOURED})


def judge_claim(claim: Contradiction, explanations: Sequence[Explanation]) -> Claimed:
    """What the claim comes to, where its `needs` are adopted and guards are those of statements."""
    if claim.dilemma:
        return _dilemma(claim, explanations)
    between = {name.id for name in claim.between}
    named = between | {name.id for name in (*claim.because, *claim.needs)}
    found = [
        (_more(conflict.members, named), conflict)
        for one in explanations
        for conflict in one.conflicts
        if between <= _told(conflict.members)
    ]
    if found:
        more, conflict = min(found, key=lambda pair: (len(pair[0]), len(pair[1].members), pair[1].id))
        return Claimed(claim.id, Standing.CERTAIN_WITH_MORE if more else Standing.CERTAIN, conflict, more)
    for judgement in _tensions(explanations):
        if any(between <= _told(guards) for guards in judgement.rests_on):
            return Claimed(claim.id, Standing.POSSIBLE_ONLY, tension=judgement)
    complete = all(one.complete for one in explanations)
    return Claimed(claim.id, Standing.UNSUPPORTED if complete else Standing.UNDECIDED)


def as_found(claimed: Claimed, doubted: Collection[str], known: Sequence[Explanation]) -> Claimed:
    """With the conflict that was found of the dossier itself, if there is one that has no other members but what is certain."""
    if claimed.conflict is None:
        return claimed
    certain = frozenset(f"{GuardKind.ACCEPT.value}({ident})" for ident in doubted)
    names = tuple(name for name in claimed.conflict.names if name not in certain)
    found = (conflict for one in known for conflict in one.conflicts if conflict.names == names)
    return replace(claimed, conflict=next(found, claimed.conflict))


def _told(guards: Sequence[Guard]) -> set[str]:
    return {guard.of for guard in guards if guard.kind not in _RULES}


def _more(members: Sequence[Guard], named: set[str]) -> tuple[Guard, ...]:
    return tuple(guard for guard in members if guard.kind not in _RULES and guard.of not in named)


def _tensions(explanations: Sequence[Explanation]) -> Iterator[Judgement]:
    return (judgement for one in explanations for judgement in one.judgements if judgement.verdict is Verdict.TENSION)


def _dilemma(claim: Contradiction, explanations: Sequence[Explanation]) -> Claimed:
    """A dilemma holds if every repair gives up one of its horns: that is so iff it is so in one of the parts."""
    if not all(one.complete for one in explanations):
        return Claimed(claim.id, Standing.UNDECIDED)
    horns = {name.id for name in claim.dilemma}
    spared: list[Repair] = []
    for one in explanations:
        if not one.conflicts:
            continue
        if not one.repairs:  # what is certain clashes
            return Claimed(claim.id, Standing.UNSUPPORTED)
        members = (guard for conflict in one.conflicts for guard in conflict.members)
        free = cheapest_without(one.conflicts, {guard.atom for guard in members if horns & _told((guard,))})
        if free is None:
            forced: Conflict | None = next((c for c in one.conflicts if horns & _told(c.members)), None)
            return Claimed(claim.id, Standing.HOLDS, forced)
        spared.append(free)
    gives_up = tuple(sorted((guard for repair in spared for guard in repair.gives_up), key=lambda guard: guard.name))
    return Claimed(claim.id, Standing.REFUTED, repair=Repair(sum(repair.cost for repair in spared), gives_up))
