"""Everything that one statement, rule, source, conflict or instance takes part in, and what giving it up would allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Findings, Judgement
from reasoner.ground.ir import GuardKind
from reasoner.report.allowed import Left, allowed
from reasoner.report.asked import Asked, concerned
from reasoner.report.claims import claim_blocks
from reasoner.report.conflicts import conflict_blocks
from reasoner.report.ir import Block, Heading, Items, Line, Paragraph, Ref, Report
from reasoner.report.labels import labels, sections
from reasoner.report.members import member, members
from reasoner.report.readings import reading_blocks
from reasoner.report.sentences import capital, counted, joined
from reasoner.report.sources import chain_words
from reasoner.report.summary import STOPPED
from reasoner.report.telling import Telling, telling_of
from reasoner.report.tensions import tension_blocks
from reasoner.theory.ir import Said
from reasoner.theory.selection import law_names


def about(findings: Findings, asked: Asked, left: Left, *, in_full: bool = False) -> Report:
    """The report on what is asked about; `in_full` as in `Wanted`.

    `left`: what is left of the conflicts without each of its `ways`.
    """
    telling = telling_of(findings, in_full=in_full)
    mine = concerned(findings, asked)
    narrowed = replace(telling, findings=mine)
    listed = sections(narrowed, (Verdict.TENSION, Verdict.CONDITIONAL))
    telling.labels.update(labels(narrowed, listed))
    blocks: list[Block] = [Heading(1, _title(asked.id, telling)), *_what(asked, telling)]
    conflicts = [conflict for part in mine.explanations for conflict in part.conflicts]
    judged = [judgement for section in listed for judgement in section.judgements]
    if not mine.claimed:
        blocks.append(Paragraph((_count(conflicts, judged, complete=findings.complete),)))
    if not findings.complete:
        blocks.append(Paragraph((STOPPED,)))
    for conflict in conflicts:
        blocks += conflict_blocks(conflict, narrowed)
    for judgement in judged:
        blocks += tension_blocks(judgement, narrowed, None)
    blocks += [*_none(mine, asked.id), *reading_blocks(narrowed), *claim_blocks(narrowed), *allowed(findings, asked, left)]
    return Report(tuple(blocks))


def _title(ident: str, telling: Telling) -> str:
    return capital(telling.lexicon.name(ident)) if ident in telling.lexicon.names else ident


# ---------------------------------------------------------------- what it is


def _what(asked: Asked, telling: Telling) -> Iterator[Block]:
    """What the statement says and who said it, what the rule asks, what comes through the source."""
    findings, ident = telling.findings, asked.id
    guards = {guard.name: guard for part in findings.parts for guard in part.guards}
    if ident in telling.said:
        said = telling.said[ident]
        guard = next((one for one in guards.values() if one.of == ident and one.kind is GuardKind.ACCEPT), None)
        if guard is not None:
            yield Items(tuple(members((guard,), telling, {})))
        else:
            yield Paragraph((f"{telling.readings(ident)} {_state(said, telling)}",))
    elif (law := next((one for one in telling.rules.laws.values() if ident in law_names(one)), None)) is not None:
        kept = "It can be given up" if law.kept or law.norm else "It is certain"
        yield Paragraph((f"{telling.rules.text(law.id, {})} {'It is not relied on here' if law.off else kept}.",))
    elif asked.through or any(ident in pair for pair in (*findings.theory.trusts, *findings.theory.parties)):
        yield Paragraph(_source(asked, telling))
    elif (guard := next((one for one in guards.values() if ident in (one.name, one.of)), None)) is not None:
        yield Items((member(guard, telling, {}),))


def _source(asked: Asked, telling: Telling) -> Line:
    """What comes through a source or a party, and what of it cannot be given up."""
    parties = dict(telling.findings.theory.parties)
    own = [(Ref(source),) for source, party in parties.items() if party == asked.id]
    through = [(Ref(one.id),) for one in asked.through]
    line: Line = ("Behind ", *joined(own), "; ") if own else ("A source; ",)
    line = (*line, f"{counted(len(through), 'statement')} came through it", *((": ", *joined(through)) if through else ()), ".")
    if asked.id in parties:
        line = (*line, " Behind it is ", Ref(parties[asked.id]), ".")
    certain = [(Ref(one.id),) for one in asked.through if one.id in asked.certain and not one.off]
    if certain:
        line = (*line, " ", *joined(certain), " cannot be given up.")
    return line


def _state(said: Said, telling: Telling) -> str:
    """Of what is no guard here: who says it, and why it cannot be given up."""
    if said.supposed:
        return "A hypothesis: nobody says so."
    state = "It is not relied on here" if said.off else ("It is certain" if said.certain else "It is not given up alone here")
    return f"{capital(chain_words(said, telling.lexicon))}. {state}."


def _count(conflicts: list[Conflict], judged: list[Judgement], *, complete: bool) -> str:
    """How much it takes part in."""
    if not conflicts and not judged:
        return f"It takes part in no conflict and in no tension{'' if complete else ' that was found so far'}."
    parts = [counted(len(conflicts), "conflict")] if conflicts else []
    tensions = sum(1 for one in judged if one.verdict is Verdict.TENSION)
    parts += [counted(tensions, "tension")] if tensions else []
    rest = len(judged) - tensions
    parts += [f"{counted(rest, 'clash', 'clashes')} after some repairs"] if rest else []
    return f"Told here: {', '.join(parts)}."


def _none(mine: Findings, ident: str) -> Iterator[Block]:
    judgements = (one for part in mine.explanations for one in part.judgements)
    if any(one.verdict is Verdict.NONE and one.instance.id == ident for one in judgements):
        yield Paragraph(("Wherever this rule applies so, it is kept.",))
