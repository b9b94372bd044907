"""The verdict of each instance: certain, a tension, conditional or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reasoner.dossier.ir import Verdict
from reasoner.explanation.dossiers import Possibilities, Repaired, only_with
from reasoner.explanation.ir import Judgement
from reasoner.ground.ir import Instance, Part


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict, and the cheapest repaired dossier where the instance can be broken (None: in none, or not looked at)."""

    judgement: Judgement
    dossier: Repaired | None


def judge(part: Part, dossiers: Sequence[Repaired], possibilities: Possibilities, instance: Instance) -> Found:
    """The verdict of an instance that takes part in no conflict. Raises `Stopped`."""
    verdict, dossier = _verdict(dossiers, possibilities, instance)
    if dossier is None:
        return Found(Judgement(instance, verdict), None)
    others = tuple(dict.fromkeys(i.broken for i in part.instances if i.broken and i.id != instance.id))
    always = frozenset(only_with(dossier, instance.broken, others))
    broken_too = tuple(i for i in part.instances if i.broken in always and i.id != instance.id)
    return Found(Judgement(instance, verdict, repair=dossier.repair, only_with=broken_too), dossier)


def _verdict(dossiers: Sequence[Repaired], possibilities: Possibilities, instance: Instance) -> tuple[Verdict, Repaired | None]:
    """The verdict, and the first dossier where the instance stands and can be broken."""
    breaking: Repaired | None = None
    resisting = False
    for dossier in dossiers:
        if breaking and resisting:
            break
        if possibilities.possible(dossier, instance.broken):
            breaking = breaking or dossier
        elif possibilities.possible(dossier, instance.stands):
            resisting = True
    if breaking is None:
        return Verdict.NONE, None
    return (Verdict.CONDITIONAL if resisting else Verdict.TENSION), breaking
