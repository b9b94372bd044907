"""The first paragraph: what was looked at, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Explanation, Judgement, Repair
from reasoner.ground.ir import Guard
from reasoner.report.clean import clean
from reasoner.report.conflicts import count_words, is_breach
from reasoner.report.ir import Block, Paragraph
from reasoner.report.repairs import repair_in_full
from reasoner.report.sentences import counted, listed
from reasoner.report.telling import Telling
from reasoner.report.tensions import is_norm

STOPPED = "A limit stopped the search: what is told here holds, and there may be more."
_UNDECIDED = "It is undecided whether all of it can be true: no conflict was found so far"


def summary(telling: Telling) -> Iterator[Block]:
    """The dossier, how much it says, whether it can all be true, and the cheapest way out."""
    findings = telling.findings
    line = f"{_size(telling)} {_outcome(telling)}"
    if not findings.complete:
        yield Paragraph((f"{line} {STOPPED}",))
        return
    yield Paragraph((line,))
    cheapest = _cheapest(findings.explanations)
    if cheapest is not None:
        yield from repair_in_full(cheapest, telling, ties=any(map(_has_ties, findings.explanations)))


def _size(telling: Telling) -> str:
    theory = telling.findings.theory
    said = [one for one in theory.said if not one.supposed]
    off = sum(one.off for one in said)
    supposed = len(theory.said) - len(said)
    laws = len(theory.laws)
    rules = sum(not law.off for law in theory.laws)
    parts = [counted(len(said) - off, "statement") + (f" (of {len(said)})" if off else "")]
    parts += [counted(supposed, "hypothesis", "hypotheses")] if supposed else []
    parts += [counted(rules, "rule") + (f" (of {laws})" if rules < laws else "")] if laws else []
    return f"The dossier {clean(theory.dossier.id)} is checked with {listed(parts)}."


def _outcome(telling: Telling) -> str:
    findings = telling.findings
    conflicts = [conflict for part in findings.explanations for conflict in part.conflicts]
    tensions = all_tensions(findings.explanations)
    if any(not conflict.members for conflict in conflicts):
        return "Even what is certain in it cannot all be so. Nothing else is judged until that is put right."
    if conflicts:
        first = f"It cannot all be true: there {_is(conflicts)} {count_words(conflicts)}{_parts(findings.explanations)}"
    else:
        first = "All of it can be true together" if findings.complete else _UNDECIDED
    return f"{first}{_tensions(tensions, telling)}."


def _is(conflicts: Sequence[Conflict]) -> str:
    breaches = sum(map(is_breach, conflicts))
    first = len(conflicts) - breaches or breaches  # the verb goes with what comes first
    return "is" if first == 1 else "are"


def _parts(parts: Sequence[Explanation]) -> str:
    count = sum(1 for part in parts if part.conflicts)
    return f" in {counted(count, 'part')} that have nothing to do with each other" if count > 1 else ""


def _tensions(tensions: Sequence[Judgement], telling: Telling) -> str:
    if not tensions:
        return ""
    norms = sum(is_norm(one, telling) for one in tensions)
    first = len(tensions) - norms or norms  # the verb goes with what comes first
    parts = [counted(len(tensions) - norms, "tension")] if len(tensions) > norms else []
    parts += [counted(norms, "possible breach of duty", "possible breaches of duty")] if norms else []
    return f"; besides, there {'is' if first == 1 else 'are'} {' and '.join(parts)}"


def all_tensions(parts: Sequence[Explanation]) -> tuple[Judgement, ...]:
    """The tensions of all parts, in their order."""
    return tuple(one for part in parts for one in part.judgements if one.verdict is Verdict.TENSION)


def _has_ties(part: Explanation) -> bool:
    return len(part.repairs) > 1 and part.repairs[0].cost == part.repairs[1].cost


def _cheapest(parts: Sequence[Explanation]) -> Repair | None:
    """The cheapest repair of each part, together."""
    firsts = [part.repairs[0] for part in parts if part.repairs]
    if not firsts:
        return None
    guards: list[Guard] = [guard for repair in firsts for guard in repair.gives_up]
    return Repair(sum(repair.cost for repair in firsts), tuple(guards))
