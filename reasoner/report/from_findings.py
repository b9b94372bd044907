"""From findings to a report that an analyst reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Explanation, Findings, Judgement, Repair
from reasoner.report.claims import claim_blocks
from reasoner.report.conflicts import conflict_blocks, is_breach
from reasoner.report.ir import Block, Heading, Paragraph, Report
from reasoner.report.notes import note_blocks
from reasoner.report.repairs import repair_blocks
from reasoner.report.summary import summary
from reasoner.report.telling import Telling, telling_of
from reasoner.report.tensions import is_norm, on_one_day, tension_blocks


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much is told: at most `limit` repairs of each part; conditionals too; nothing but the summary if `brief`."""

    limit: int = 10
    conditionals: bool = False
    brief: bool = False


def report(findings: Findings, wanted: Wanted = Wanted()) -> Report:  # noqa: B008 - a frozen value
    """The whole note: a summary, conflicts with their repairs, tensions, claimed contradictions, what was assumed."""
    telling = telling_of(findings)
    blocks: list[Block] = [Heading(1, f"Dossier {findings.theory.dossier.id}"), Paragraph(summary(telling))]
    if not wanted.brief:
        blocks += [*_conflicts(telling, wanted), *_tensions(telling, Verdict.TENSION)]
        blocks += _tensions(telling, Verdict.CONDITIONAL) if wanted.conditionals else ()
        blocks += [*claim_blocks(telling), *note_blocks(telling)]
    return Report(tuple(blocks))


def _conflicts(telling: Telling, wanted: Wanted) -> Iterator[Block]:
    """Part by part: its conflicts, then its repairs."""
    parts = [part for part in telling.findings.explanations if part.conflicts]
    nth = {"Conflict": 0, "Breach": 0}
    for place, part in enumerate(parts, 1):
        yield Heading(2, f"Part {place} of {len(parts)}" if len(parts) > 1 else "What cannot all be true")
        for conflict in part.conflicts:
            word = "Breach" if is_breach(conflict) else "Conflict"
            nth[word] += 1
            yield from conflict_blocks(conflict, f"{word} {nth[word]}", telling)
        yield from repair_blocks(part, wanted.limit, telling, _ways_out(part))


def _ways_out(part: Explanation) -> str:
    return "Ways out" if len(part.conflicts) == 1 else f"Ways out of all {len(part.conflicts)}"


def _tensions(telling: Telling, verdict: Verdict) -> Iterator[Block]:
    """Those that hang on the order within one day or minute last, as that."""
    found = [(one, part) for part in telling.findings.explanations for one in part.judgements if one.verdict is verdict]
    close = [on_one_day(one, telling) for one, _ in found]
    wide = [pair for pair, unit in zip(found, close, strict=True) if not unit]
    title = "What may be broken, and may not" if verdict is Verdict.TENSION else "What may be broken after some repairs only"
    yield from _list(title, wide, telling, 0)
    for unit in ("day", "minute"):
        same = [pair for pair, shared in zip(found, close, strict=True) if shared == unit]
        heading = f"What hangs only on the order of things within one {unit}"
        yield from _list(heading, same, telling, len(wide))


def _list(title: str, found: Sequence[tuple[Judgement, Explanation]], telling: Telling, before: int) -> Iterator[Block]:
    if found:
        yield Heading(2, title)
    for nth, (judgement, part) in enumerate(found, before + 1):
        word = "Possible breach" if is_norm(judgement, telling) else "Tension"
        word = "After repairs" if judgement.verdict is Verdict.CONDITIONAL else word
        usual: Repair | None = part.repairs[0] if part.repairs else None
        yield from tension_blocks(judgement, f"{word} {nth}", telling, usual)
