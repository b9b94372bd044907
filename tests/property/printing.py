"""A case as files in the project's own format."""

from __future__ import annotations

from property import sentences
from property.cases import DOSSIER, Case, Conditions, Hypothesis, Predicate, Reading, Rule, Statement, Ticks


def files(case: Case) -> dict[str, str]:
    """Path to text: the facts, and the rules with their vocabulary."""
    return {"facts/case.yaml": _facts(case), "rules/rules.yaml": _rules(case)}


def _facts(case: Case) -> str:
    lines = [f"dossier: {DOSSIER}", "clock: minute", "zone: UTC"]
    if case.reported is not None:
        lines.append(f"reported: {sentences.date(Ticks(case.reported, case.reported + sentences.DAY - 1))}")
    lines += _section("actors", [f"  {name}: {{name: {name.title()}}}" for name in case.things])
    sources = [
        f"  {name}: {{name: {name.title()}{'' if trust is None else f', trust: {trust}'}}}" for name, trust in case.sources
    ]
    lines += _section("sources", sources)
    lines += _section("statements", [line for statement in case.statements for line in _statement(statement)])
    lines += _section("hypotheses", [line for hypothesis in case.hypotheses for line in _hypothesis(hypothesis)])
    return "\n".join(lines) + "\n"


def _section(head: str, lines: list[str]) -> list[str]:
    return [f"{head}:", *lines] if lines else []


def _entry(pairs: list[tuple[str, str]]) -> list[str]:
    """`- key: value` lines; a value that is empty is left out."""
    told = [(key, value) for key, value in pairs if value]
    return [f"{'  - ' if i == 0 else '    '}{key}: {value}" for i, (key, value) in enumerate(told)]


def _quoted(text: str) -> str:
    mark = "'" if '"' in text else '"'
    return f"{mark}{text}{mark}" if text else ""


def _says(conditions: Conditions) -> str:
    return _quoted(sentences.conditions(conditions, {})) if conditions else ""


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _list(names: tuple[str, ...]) -> str:
    return f"[{', '.join(names)}]" if names else ""


def _flag(value: bool) -> str:
    return "true" if value else ""


def _statement(statement: Statement) -> list[str]:
    lines = _entry(
        [
            ("id", statement.id),
            ("says", _says(statement.says)),
            ("when", _quoted(sentences.when(statement.when))),
            ("sources", _list(statement.sources)),
            ("trust", _number(statement.trust)),
            ("certain", _flag(statement.certain)),
            ("retracts", _list(statement.retracts)),
            ("prefer", "" if statement.prefer else "none"),
        ]
    )
    if statement.readings:
        lines.append("    readings:")
        lines += [f"    {line}" for reading in statement.readings for line in _reading(reading)]
    return lines


def _reading(reading: Reading) -> list[str]:
    return _entry(
        [("says", _says(reading.says)), ("when", _quoted(sentences.when(reading.when))), ("trust", _number(reading.trust))]
    )


def _hypothesis(hypothesis: Hypothesis) -> list[str]:
    return _entry(
        [
            ("id", hypothesis.id),
            ("says", _says(hypothesis.says)),
            ("when", _quoted(sentences.when(hypothesis.when))),
            ("likely", _number(hypothesis.likely)),
        ]
    )


def _rules(case: Case) -> str:
    lines = ["pack: rules"]
    lines += _section("vocabulary", [_predicate(predicate) for predicate in case.predicates])
    lines += _section("rules", [line for rule in case.rules for line in _rule(rule)])
    return "\n".join(lines) + "\n"


def _predicate(predicate: Predicate) -> str:
    roles = ", ".join(type_ if role.isdigit() else f"{role} {type_}" for role, type_ in predicate.roles)
    parts = [f"is: {predicate.above}" if predicate.above else f'{predicate.form}: "{roles}"']
    parts += [f"{mark}: true" for mark in ("closed", "symmetric", "transitive") if getattr(predicate, mark)]
    parts += [f"functional: {predicate.functional}"] if predicate.functional else []
    return f"  {predicate.id}: {{{', '.join(parts)}}}"


def _rule(rule: Rule) -> list[str]:
    lines = _entry(
        [("id", rule.id), ("norm", _flag(rule.norm)), ("trust", _number(rule.trust)), ("certain", _flag(rule.certain))]
    )
    for key in ("given", "unless", "then", "never", "must"):
        conditions: Conditions = getattr(rule, key)
        if conditions:
            lines.append(f"    {key}:")
            lines += [f"      - {_quoted(sentences.condition(condition, {}))}" for condition in conditions]
    return lines
