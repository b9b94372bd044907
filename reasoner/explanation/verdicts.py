"""The verdict of each instance: certain, a tension, conditional or none."""

from __future__ import annotations

from dataclasses import dataclass

from reasoner.dossier.ir import Verdict
from reasoner.explanation.dossiers import Dossiers, Repaired, Search
from reasoner.explanation.ir import Judgement
from reasoner.explanation.possibilities import Possibilities, only_with
from reasoner.ground.ir import Instance, Part


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict, and the cheapest repaired dossier where the instance can be broken (None: in none, or not looked at)."""

    judgement: Judgement
    dossier: Repaired | None


def judge(part: Part, dossiers: Dossiers, possibilities: Possibilities, instance: Instance) -> Found:
    """The verdict of an instance that takes part in no conflict. Raises `Stopped`."""
    verdict, dossier = _verdict(dossiers, possibilities, instance)
    if dossier is None:
        return Found(Judgement(instance, verdict), None)
    others = tuple(dict.fromkeys(i.broken for i in part.instances if i.broken and i.id != instance.id))
    always = frozenset(only_with(dossier, instance.broken, others))
    broken_too = tuple(i for i in part.instances if i.broken in always and i.id != instance.id)
    return Found(Judgement(instance, verdict, repair=dossier.repair, only_with=broken_too), dossier)


def _verdict(dossiers: Dossiers, possibilities: Possibilities, instance: Instance) -> tuple[Verdict, Repaired | None]:
    """The verdict, and the cheapest dossier where the instance can be broken."""
    guards = possibilities.guards(instance.broken) | possibilities.guards(instance.stands)
    search, resisting = dossiers.search(guards), False
    while (dossier := search.next()) is not None:
        if possibilities.possible(dossier, instance.broken):
            resisting = resisting or (not search.only and _resists(dossiers.search(guards), possibilities, instance))
            return (Verdict.CONDITIONAL if resisting else Verdict.TENSION), dossier
        resisting = resisting or possibilities.possible(dossier, instance.stands)
        search.skip(possibilities.reason(dossier, instance.broken))
    return Verdict.NONE, None


def _resists(search: Search, possibilities: Possibilities, instance: Instance) -> bool:
    """Whether there is a dossier where the instance stands and cannot be broken."""
    if not instance.stands:
        return False
    while (dossier := search.next()) is not None:
        if possibilities.possible(dossier, instance.broken):
            search.skip(possibilities.reason(dossier, instance.broken))
        elif possibilities.possible(dossier, instance.stands):
            return True
        else:
            search.skip(possibilities.reason(dossier, instance.stands))
    return False
