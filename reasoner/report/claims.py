"""Contradictions that somebody claims, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.dossier.ir import Contradiction
from reasoner.explanation.ir import Claimed, Standing
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.clean import clean
from reasoner.report.ir import Block, Heading, Item, Items, Line, Ref
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital, joined, listed, stopped
from reasoner.report.telling import Telling

_MEANING = {
    Standing.CERTAIN: "Certain: what it names is a conflict",
    Standing.CERTAIN_WITH_MORE: "Certain, but only with more than it names",
    Standing.POSSIBLE_ONLY: "Possible only: what it names is under a tension, not in a conflict",
    Standing.UNSUPPORTED: "Unsupported: no conflict or tension holds what it names",
    Standing.HOLDS: "It holds: every repair gives up one of its horns",
    Standing.REFUTED: "Refuted: neither horn need be given up",
}


def claim_blocks(telling: Telling) -> Iterator[Block]:
    """A list of all claims, each with its status and what decides it."""
    told = {one.id: one for one in telling.findings.theory.dossier.contradictions}
    items = [_item(claimed, told[claimed.id], telling) for claimed in telling.findings.claimed if claimed.id in told]
    if items:
        yield Heading(2, "Contradictions that are claimed")
        yield Items(tuple(items))


def _item(claimed: Claimed, told: Contradiction, telling: Telling) -> Item:
    by = f" ({listed([telling.lexicon.name(name.id) for name in told.by])})" if told.by else ""
    says = stopped(capital(clean(told.text))) if told.text else ""
    line: Line = (f"{says}{by} ".lstrip() if says else f"Claimed{by}: ", Ref(claimed.id))
    needs: Line = ()
    if told.needs:
        needs = ("Checked with ", *joined([(Ref(name.id),) for name in told.needs]), " adopted. ")
    return Item(line, ((*needs, _MEANING[claimed.standing], *_decided(claimed), "."),))


def _decided(claimed: Claimed) -> Line:
    """The conflict, the tension or the repair that decides it."""
    line: Line = ()
    if claimed.conflict is not None:
        line = (" ", Ref(claimed.conflict.id))
    if claimed.more:
        line = (*line, "; it takes ", *joined([(Ref(guard.of),) for guard in claimed.more]), " besides")
    if claimed.tension is not None:
        line = (" ", Ref(claimed.tension.instance.id))
    if claimed.repair is not None and claimed.repair.gives_up:
        line = ("; for the cheapest repair that leaves both is to ", *_repair(claimed.repair.gives_up))
    return line


def _repair(guards: tuple[Guard, ...]) -> Line:
    return brief(tuple(sorted(guards, key=lambda guard: (guard.kind is GuardKind.ABSENT, guard.name))))
