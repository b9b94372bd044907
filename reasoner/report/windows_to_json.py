"""Windows as values for JSON; their schema is `windows.schema.json` beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reasoner.explanation.ir import Case, Edge, Findings, Narrowed, Reach
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.premises import tick_sentence
from reasoner.report.symbols import shown, symbol
from reasoner.report.telling import Telling, telling_of

SCHEMA_VERSION = 1

Json = dict[str, Any]


def windows_to_json(findings: Findings, found: Sequence[Narrowed]) -> Json:
    """Each thing with its cases; ticks as dates with clock times in the zone of the dossier, null for an open end."""
    telling = telling_of(findings)
    return {
        "schema_version": SCHEMA_VERSION,
        "dossier": findings.theory.dossier.id,
        "complete": findings.complete,
        "consistent": findings.consistent if findings.consistent or findings.inconsistent else None,
        "zone": findings.theory.zone,
        "things": [_thing(one, telling) for one in found],
    }


def _thing(one: Narrowed, telling: Telling) -> Json:
    of = symbol(one.thing)
    return {"id": shown(of), "text": telling.clock.thing(of), "cases": [_case(case, telling) for case in one.cases]}


def _case(case: Case, telling: Telling) -> Json:
    supposed = [guard for guard in case.gives_up if guard.kind is GuardKind.ABSENT]
    return {
        "gives_up": _names(case.gives_up),
        "supposes": [guard.of for guard in supposed],
        "start": _reach(case.start, telling),
        "end": _reach(case.end, telling),
    }


def _reach(reach: Reach, telling: Telling) -> Json:
    return {"earliest": _edge(reach.earliest, telling), "latest": _edge(reach.latest, telling)}


def _edge(edge: Edge, telling: Telling) -> Json | None:
    if edge.tick is None:
        return None
    at = tick_sentence(edge.tick, telling.findings.program)
    return {"at": at, "by": _names(edge.by), "without": _names(edge.off)}


def _names(guards: Sequence[Guard]) -> list[str]:
    return [guard.name for guard in guards]
