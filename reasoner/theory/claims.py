"""What entries name outside of their sentences: statements retracted, claimed contradictions, scenarios."""

from __future__ import annotations

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Scenario
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, did_you_mean, listed, quoted
from reasoner.theory.ir import Sort
from reasoner.theory.names import look_up

_SPEAKS = (Sort.SOURCE, Sort.ACTOR, Sort.DOCUMENT)
_SAID = (Sort.STATEMENT, Sort.HYPOTHESIS)


def check_ids(draft: Draft, faults: Faults) -> None:
    """Claimed contradictions, queries and scenarios have ids of their own, each once among its like."""
    dossier = draft.theory.dossier
    sections = (("contradiction", dossier.contradictions), ("query", dossier.queries), ("scenario", dossier.scenarios))
    for what, entries in sections:
        first: dict[str, Span] = {}
        for entry in entries:
            if entry.id in first:
                message = f"the {what} `{entry.id}` is already there, at {first[entry.id]}"
                faults.error("T001", entry.span, message, "names are given once; choose another")
            first.setdefault(entry.id, entry.span)


def check_retractions(draft: Draft, faults: Faults) -> None:
    for statement in draft.theory.dossier.statements:
        for name in statement.retracts:
            look_up(name, (Sort.STATEMENT,), draft.names, faults)


def check_hypotheses(draft: Draft, faults: Faults) -> None:
    for hypothesis in draft.theory.dossier.hypotheses:
        for name in hypothesis.implied_by:
            look_up(name, _SPEAKS, draft.names, faults)


def check_contradictions(draft: Draft, faults: Faults) -> None:
    for claimed in draft.theory.dossier.contradictions:
        for name in claimed.by:
            look_up(name, _SPEAKS, draft.names, faults)
        for name in (*claimed.between, *claimed.because):
            look_up(name, _SAID, draft.names, faults)
        for name in claimed.needs:
            look_up(name, (Sort.HYPOTHESIS,), draft.names, faults)
        for name in claimed.dilemma:
            look_up(name, (Sort.STATEMENT,), draft.names, faults)


def check_scenarios(draft: Draft, faults: Faults) -> None:
    for scenario in draft.theory.dossier.scenarios:
        for name in scenario.accept:
            look_up(name, (Sort.STATEMENT,), draft.names, faults)
        for name in scenario.adopt:
            look_up(name, (Sort.HYPOTHESIS,), draft.names, faults)
        for name in scenario.reject:
            look_up(name, (*_SAID, Sort.SOURCE, Sort.ACTOR, Sort.DOCUMENT), draft.names, faults)
        _check_readings(scenario, draft, faults)


def _check_readings(scenario: Scenario, draft: Draft, faults: Faults) -> None:
    readings = {one.id: [reading.name for reading in one.readings] for one in draft.theory.dossier.statements}
    spans = {one.id: one.span for one in draft.theory.dossier.statements}
    for name, reading in scenario.read:
        if not look_up(name, (Sort.STATEMENT,), draft.names, faults):
            continue
        known = readings.get(name.id, [])
        if reading.id not in known and not faults.doubts.lacks(spans[name.id], "", "readings"):
            other = f"its readings: {listed(quoted(filter(None, known)), 'and')}" if any(known) else "name its readings"
            hint = did_you_mean(reading.id, filter(None, known), otherwise=other)
            faults.error("T081", reading.span, f"the statement `{name.id}` has no reading `{reading.id}`", hint)
