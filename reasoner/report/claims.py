"""Contradictions that somebody claims, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.dossier.ir import Contradiction
from reasoner.explanation.ir import Claimed, Standing
from reasoner.report.clean import clean
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import named, uncapital
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital, joined, listed, stopped
from reasoner.report.telling import Telling
from reasoner.report.tensions import instance_words

_MEANING = {
    Standing.CERTAIN: "certain",
    Standing.CERTAIN_WITH_MORE: "certain, but only with more than it names",
    Standing.POSSIBLE_ONLY: "possible only",
    Standing.UNSUPPORTED: "unsupported: no conflict and no tension holds what it names",
    Standing.UNDECIDED: "undecided, for a limit stopped the search before it could be told",
    Standing.HOLDS: "it holds, for every repair gives up one of its alternatives",
    Standing.REFUTED: "refuted, for neither of its alternatives need be given up",
}


def claim_blocks(telling: Telling) -> Iterator[Block]:
    """A list of all claims, each with its status and what decides it; last those that name what is not relied on."""
    told = {one.id: one for one in telling.findings.theory.dossier.contradictions}
    pairs = [(claimed, told[claimed.id]) for claimed in telling.findings.claimed if claimed.id in told]
    aside = [claim for claimed, claim in pairs if claimed.standing is Standing.ASIDE]
    items = [_item(claimed, claim, telling) for claimed, claim in pairs if claim not in aside]
    if not pairs:
        return
    yield Heading(2, "Contradictions that are claimed")
    if items:
        yield Items(tuple(items))
    if aside:
        ids = joined([(Ref(claim.id),) for claim in aside])
        yield Paragraph(("Left aside, as what they name is not relied on here: ", *ids, "."))


def _item(claimed: Claimed, claim: Contradiction, telling: Telling) -> Item:
    by = f"Claimed by {listed([telling.lexicon.name(name.id) for name in claim.by])}" if claim.by else "Claimed"
    place = f" ({clean(claim.at)})" if claim.at else ""
    says = stopped(capital(clean(claim.text))) if claim.text else _unworded(claim, telling)
    needs: Line = ()
    if claim.needs:
        needs = ("with ", *joined([(Ref(name.id),) for name in claim.needs]), " adopted, ")
    line: Line = (f"{by}{place}; ", *needs, _MEANING[claimed.standing], *_decided(claimed, telling), ".")
    return Item((f"{says} ", Ref(claimed.id)), (line,))


def _unworded(claim: Contradiction, telling: Telling) -> str:
    """A claim without a text, by what it sets against each other."""
    names = [name.id for name in claim.dilemma or claim.between]
    sides = [
        telling.statement(name).removesuffix(".") if name in telling.said else telling.lexicon.name(name) for name in names
    ]
    told = [f"({place}) {uncapital(side)}" for place, side in enumerate(sides, 1)]
    if claim.dilemma:
        return f"A dilemma, of which one side has to go: {listed(told, 'or')}."
    return (
        f"A contradiction between {listed(told)}."
        if len(told) > 1
        else f"A contradiction in what is said: {uncapital(sides[0])}."
    )


def _decided(claimed: Claimed, telling: Telling) -> Line:
    """The conflict, the tension or the repair that decides it."""
    line: Line = ()
    if claimed.conflict is not None:
        known = any(claimed.conflict.id == one.id for part in telling.findings.explanations for one in part.conflicts)
        shown = joined([named(guard) for guard in claimed.conflict.members])
        line = (", by the conflict ", *((Ref(claimed.conflict.id),) if known else ("of ", *shown)))
    if claimed.more:
        line = (*line, "; it takes ", *joined([named(guard) for guard in claimed.more]), " besides")
    if claimed.tension is not None:
        instance = claimed.tension.instance
        label = telling.labels.get(instance.id)
        line = (f", by {label[:1].lower()}{label[1:]}" if label else f", by “{instance_words(instance, telling)}”",)
    if claimed.repair is not None and claimed.repair.gives_up:
        line = ("; the cheapest repair that keeps them all is to ", *brief(claimed.repair.gives_up))
    return line
