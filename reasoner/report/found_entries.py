"""Entries for what has a name only in a report: reliance on silence, duties, conflicts, and single cases of rules."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.diagnostics import NOWHERE, Span
from reasoner.explanation.ir import Conflict, Findings
from reasoner.ground.ir import Guard, GuardKind, Instance
from reasoner.report.conflicts import is_breach, topic
from reasoner.report.inventory import CASE, CONFLICT, DUTY, SILENCE, Detail, Entry, detail, ids
from reasoner.report.members import ref_of, sentence_of
from reasoner.report.sources import trust_words
from reasoner.report.telling import Telling, findings_instances, telling_of

_KINDS = {GuardKind.ABSENT: SILENCE, GuardKind.HONOURED: DUTY}


def found_entries(findings: Findings, ident: str) -> tuple[Entry, ...]:
    """The entries of what reports call so; a reliance on silence goes by what nobody says, too."""
    telling = telling_of(findings)
    guards = {guard.name: guard for part in findings.parts for guard in part.guards if guard.kind in _KINDS}
    silent = (
        guard for guard in guards.values() if guard.name == ident or (guard.kind is GuardKind.ABSENT and guard.of == ident)
    )
    conflicts = (conflict for part in findings.explanations for conflict in part.conflicts if conflict.id == ident)
    cases = {one.id: one for one in findings_instances(findings) if one.id == ident}
    return (
        *(_guard(guard, telling) for guard in silent),
        *(_conflict(conflict, telling) for conflict in conflicts),
        *(_case(instance, telling) for instance in cases.values()),
    )


def _guard(guard: Guard, telling: Telling) -> Entry:
    details = (*detail("trust", trust_words(guard.cost).removeprefix("trust ")), *_member_of(guard.name, telling))
    return Entry(guard.name, _KINDS[guard.kind], sentence_of(guard, telling), "", details, _place(guard.of, telling))


def _conflict(conflict: Conflict, telling: Telling) -> Entry:
    told = (f"{sentence_of(guard, telling)} [{ref_of(guard)}]" for guard in conflict.members)
    about = topic(conflict.instances, telling)
    words = f"A duty was broken: {about}." if is_breach(conflict) else f"Not all of it can be so: {about}."
    return Entry(conflict.id, CONFLICT, words, "", detail("members", *told), NOWHERE)


def _case(instance: Instance, telling: Telling) -> Entry:
    judged = (one for part in telling.findings.explanations for one in part.judgements if one.instance.id == instance.id)
    verdict = next((one.verdict.value for one in judged), "")
    inside = [conflict.id for conflict in _conflicts(telling) if any(one.id == instance.id for one in conflict.instances)]
    bound = (f"{variable}: {value}" for variable, value in instance.bindings if variable)
    details = (
        *detail("of", instance.rule),
        *detail("with", *bound),
        *detail("verdict", verdict),
        *detail("in conflict", ids(inside)),
    )
    return Entry(instance.id, CASE, telling.instance(instance), "", details, _place(instance.rule, telling))


def _member_of(name: str, telling: Telling) -> tuple[Detail, ...]:
    return detail("in conflict", ids(one.id for one in _conflicts(telling) if name in one.names))


def _conflicts(telling: Telling) -> Iterator[Conflict]:
    return (conflict for part in telling.findings.explanations for conflict in part.conflicts)


def _place(owner: str, telling: Telling) -> Span:
    """Where the rule or statement stands."""
    if owner in telling.rules.laws:
        return telling.rules.laws[owner].span
    return telling.said[owner].span if owner in telling.said else NOWHERE
