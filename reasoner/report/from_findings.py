"""From findings to a report that an analyst reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Explanation, Findings
from reasoner.report.claims import claim_blocks
from reasoner.report.conflicts import conflict_blocks, count_words
from reasoner.report.ir import Block, Heading, Paragraph, Report
from reasoner.report.labels import Section, labels, sections
from reasoner.report.notes import note_blocks
from reasoner.report.readings import reading_blocks
from reasoner.report.repairs import repair_blocks
from reasoner.report.sentences import number
from reasoner.report.summary import summary
from reasoner.report.telling import Telling, telling_of
from reasoner.report.tensions import tension_blocks


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much is told: at most `limit` repairs of each part; conditionals too; nothing but the summary if `brief`.

    `in_full`: who said a statement is told each time, so that every conflict can be read by itself.
    """

    limit: int = 10
    conditionals: bool = False
    brief: bool = False
    in_full: bool = False


def report(findings: Findings, wanted: Wanted = Wanted()) -> Report:
    """The whole note: a summary, conflicts with their repairs, tensions, claimed contradictions, what was assumed."""
    telling = telling_of(findings, in_full=wanted.in_full)
    blocks: list[Block] = [Heading(1, f"Dossier {findings.theory.dossier.id}"), *summary(telling)]
    if not wanted.brief:
        listed = sections(telling, (Verdict.TENSION, *((Verdict.CONDITIONAL,) if wanted.conditionals else ())))
        telling.labels.update(labels(telling, listed))
        blocks += [*_conflicts(telling, wanted), *_tensions(telling, listed)]
        blocks += [*reading_blocks(telling), *claim_blocks(telling), *note_blocks(telling)]
    return Report(tuple(blocks))


def _conflicts(telling: Telling, wanted: Wanted) -> Iterator[Block]:
    """Part by part: its conflicts, then its repairs."""
    parts = [part for part in telling.findings.explanations if part.conflicts]
    for place, part in enumerate(parts, 1):
        one = "What cannot all be true"
        yield Heading(2, f"Part {place} of {len(parts)}: {count_words(part.conflicts)}" if len(parts) > 1 else one)
        for conflict in part.conflicts:
            yield from conflict_blocks(conflict, telling)
        yield from repair_blocks(part, wanted.limit, _ways_out(part))


def _ways_out(part: Explanation) -> str:
    count = len(part.conflicts)
    return "Ways out" if count == 1 else f"Ways out of {'both' if count == 2 else f'all {number(count)}'}"


def _tensions(telling: Telling, listed: Sequence[Section]) -> Iterator[Block]:
    usual = {
        one.instance.id: part.repairs[0] for part in telling.findings.explanations for one in part.judgements if part.repairs
    }
    for section in listed:
        yield Heading(2, section.title)
        yield Paragraph((section.intro,))
        for judgement in section.judgements:
            yield from tension_blocks(judgement, telling, usual.get(judgement.instance.id))
