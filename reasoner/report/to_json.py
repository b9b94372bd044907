"""Findings as JSON, straight and complete; its schema is `schema.json` beside this file.

Lengths of time stand in ticks and as text. A premise has the sentence that `--adopt` takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reasoner.diagnostics import Diagnostic
from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Claimed, Conflict, Explanation, Findings, Judgement, Repair, Standing
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.clean import clean
from reasoner.report.json_text import json_text
from reasoner.report.premises import premise_sentence
from reasoner.report.shortfalls import in_unit, missed, told_shortfalls
from reasoner.report.telling import Telling, telling_of

SCHEMA_VERSION = 1

Json = dict[str, Any]


def to_json(findings: Findings, diagnostics: Iterable[Diagnostic] = (), *, every: bool = False) -> str:
    """The document; with `every`, instances that are conditional or never broken are listed too."""
    telling = telling_of(findings)
    verdicts = frozenset(Verdict) if every else frozenset({Verdict.CERTAIN, Verdict.TENSION})
    document = {
        "schema_version": SCHEMA_VERSION,
        "dossier": findings.theory.dossier.id,
        "complete": findings.complete,
        "consistent": findings.consistent if findings.consistent or findings.inconsistent else None,
        "parts": [_part(part, telling, verdicts) for part in findings.explanations],
        "contradictions": [_claimed(claimed) for claimed in findings.claimed],
        "diagnostics": [_diagnostic(found) for found in diagnostics],
    }
    return json_text(document)


def _part(part: Explanation, telling: Telling, verdicts: frozenset[Verdict]) -> Json:
    return {
        "id": part.part,
        "complete": part.complete,
        "conflicts": [_conflict(conflict, telling) for conflict in part.conflicts],
        "repairs": [_repair(repair) for repair in part.repairs],
        "repair_count": part.count,
        "instances": [_instance(one, telling) for one in part.judgements if one.verdict in verdicts],
        "readings": [
            {"statement": one.statement, "nth": one.nth, "text": telling.reading(one.statement, one.nth)}
            for one in part.readings
        ],
    }


def _conflict(conflict: Conflict, telling: Telling) -> Json:
    return {
        "id": conflict.id,
        "members": _names(conflict.members),
        "instances": [instance.id for instance in conflict.instances],
        "shortfall": _shortfalls(conflict, telling),
    }


def _shortfalls(conflict: Conflict, telling: Telling) -> list[Json]:
    found: list[Json] = []
    clock = telling.lexicon.clock
    for shortfall in told_shortfalls(conflict, telling.tags, telling.findings.program.patterns):
        told = missed(shortfall, telling.tags, clock)
        enough = {"ticks": told.would_do, "text": in_unit(told.would_do, told.unit, clock)} if told.enough else None
        found.append(
            {
                "of": told.of,
                "phrase": told.phrase,
                "kind": "tolerance" if told.tolerance else "bound",
                "now": _length(told.now, telling),
                "short_by": _length(told.short_by, telling),
                "would_do": enough,
                "supposing": [guard.of for guard in shortfall.supposing],
                "others_remain": shortfall.others_remain,
            }
        )
    return found


def _length(ticks: int, telling: Telling) -> Json:
    return {"ticks": ticks, "text": telling.clock.length(ticks)}


def _repair(repair: Repair) -> Json:
    return {
        "cost": repair.cost,
        "gives_up": _names(repair.gives_up),
        "supposes": [guard.of for guard in repair.gives_up if guard.kind is GuardKind.ABSENT],
    }


def _instance(judgement: Judgement, telling: Telling) -> Json:
    instance = judgement.instance
    return {
        "id": instance.id,
        "rule": instance.rule,
        "bindings": dict(instance.bindings),
        "verdict": judgement.verdict.value,
        "premise": [_premise(judgement, place, telling) for place in range(len(judgement.premises))],
        "repair": None if judgement.repair is None else _repair(judgement.repair),
        "only_with": [other.id for other in judgement.only_with],
    }


def _premise(judgement: Judgement, place: int, telling: Telling) -> Json:
    limit = judgement.premises[place]
    rests_on = judgement.rests_on[place] if place < len(judgement.rests_on) else ()
    return {
        "says": premise_sentence(limit, telling.findings.program) or None,
        "text": clean(telling.clock.limit(limit)),
        "rests_on": _names(rests_on),
    }


def _claimed(claimed: Claimed) -> Json:
    found: Json = {"id": claimed.id, "status": claimed.standing.value}
    if claimed.conflict is not None:
        found["conflict"] = {
            "id": claimed.conflict.id,
            "members": _names(claimed.conflict.members),
            "besides": _names(claimed.more),
        }
    if claimed.repair is not None or claimed.standing is Standing.REFUTED:
        found["repair"] = None if claimed.repair is None else _repair(claimed.repair)
    if claimed.tension is not None:
        found["instance"] = claimed.tension.instance.id
    return found


def _diagnostic(found: Diagnostic) -> Json:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "file": found.span.file,
        "line": found.span.line,
        "column": found.span.column,
        "message": clean(found.message),
        "help": clean(found.help),
    }


def _names(guards: Sequence[Guard]) -> list[str]:
    return [guard.name for guard in guards]
