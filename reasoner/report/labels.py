"""Where in a report each conflict and each tension stands: "conflict 3", "tension 2"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Judgement
from reasoner.report.conflicts import is_breach
from reasoner.report.telling import Telling
from reasoner.report.tensions import is_norm, on_one_day

_TITLES = {
    Verdict.TENSION: (
        "What may clash, and may not",
        "Here what is said leaves it open whether a rule is broken. Each entry says what would make it certain.",
    ),
    Verdict.CONDITIONAL: (
        "What may clash after some repairs only",
        "These can be broken after some repairs and not after others, although nothing else was given up for them.",
    ),
}
_CLOSE = "Two things are dated by one and the same {}; only their order within it decides."


@dataclass(frozen=True, slots=True)
class Section:
    """Tensions or conditionals that are told under one title."""

    title: str
    intro: str
    judgements: tuple[Judgement, ...]


def sections(telling: Telling, verdicts: Sequence[Verdict]) -> tuple[Section, ...]:
    """The instances with these verdicts; those that hang on the order of things within a day or a minute come last."""
    found: list[Section] = []
    close: list[tuple[Judgement, str]] = []
    for verdict in verdicts:
        all_of = [one for part in telling.findings.explanations for one in part.judgements if one.verdict is verdict]
        shared = [(one, on_one_day(one, telling)) for one in all_of]
        found.append(Section(*_TITLES[verdict], tuple(one for one, unit in shared if not unit)))
        close += [(one, unit) for one, unit in shared if unit]
    for unit in ("day", "minute"):
        title = f"What hangs only on which came first within one {unit}"
        found.append(Section(title, _CLOSE.format(unit), tuple(one for one, shared_unit in close if shared_unit == unit)))
    return tuple(section for section in found if section.judgements)


def labels(telling: Telling, listed: Sequence[Section]) -> dict[str, str]:
    """By id of conflict or instance; an instance of a conflict has the label of the first that it is in."""
    count: Counter[str] = Counter()
    found: dict[str, str] = {}
    for ident, word, others in (*_conflicts(telling), *_judgements(telling, listed)):
        count[word] += 1
        found[ident] = f"{word} {count[word]}"
        for other in others:
            found.setdefault(other, found[ident])
    return found


def _conflicts(telling: Telling) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for part in telling.findings.explanations:
        for conflict in part.conflicts:
            word = "Breach" if is_breach(conflict) else "Conflict"
            yield conflict.id, word, tuple(instance.id for instance in conflict.instances)


def _judgements(telling: Telling, listed: Sequence[Section]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for judgement in (one for section in listed for one in section.judgements):
        conditional = judgement.verdict is Verdict.CONDITIONAL
        breach = is_norm(judgement, telling)
        word = ("Breach after repairs" if breach else "Clash after repairs") if conditional else "Tension"
        word = "Possible breach" if breach and not conditional else word
        yield judgement.instance.id, word, ()
