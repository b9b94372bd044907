"""The texts of words and rules name roles and variables that are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reasoner.diagnostics import Span, Text
from reasoner.language.ir import Var
from reasoner.language.rewrite import find
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, did_you_mean

_HOLE = re.compile(r"\$([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")


def check_templates(draft: Draft, faults: Faults) -> None:
    dossier = draft.theory.dossier
    for predicate in (*dossier.vocabulary, *(word for pack in dossier.packs for word in pack.vocabulary)):
        if predicate.id in draft.words:
            roles = [role.name for role in draft.words[predicate.id].roles]
            bare = (predicate.text, predicate.past, predicate.denied)
            for text in predicate.templates or [Text(one) for one in bare]:
                for hole, span in _unknown(text, predicate.span, roles):
                    _tell(hole, span, f"`{predicate.id}` has no role `{hole}`", roles, faults)
    for written in draft.written:
        law, rule = written.law, written.rule
        parts = (law.given, law.unless, law.then, law.never, law.must)
        variables = dict.fromkeys(node.id for node in find(parts, Var))
        known = [*variables, *written.parameters]
        for hole, span in () if law.asp else _unknown(rule.text_at or Text(rule.text), rule.span, known):
            doubts, beginnings = faults.doubts, _beginnings(hole)
            if not any(doubts.variable(rule.span, one) or doubts.parameter(one, rule.span.file) for one in beginnings):
                what, fitting = ("variable", [*variables]) if hole[0].isupper() else ("parameter", [*written.parameters])
                _tell(hole, span, f"no {what} of this rule is called `{hole}`", fitting, faults)


def _unknown(text: Text, otherwise: Span, known: list[str]) -> Iterator[tuple[str, Span]]:
    """The holes of a text that are none of those known, each with its place."""
    for hole in _HOLE.finditer(text.value):
        if not any(one in known for one in _beginnings(hole[1])):
            yield hole[1], text.span(*hole.span()) if text.file else otherwise


def _tell(hole: str, span: Span, message: str, known: list[str], faults: Faults) -> None:
    near = did_you_mean(hole, known, otherwise=_choices(known)).replace("mean `", "mean `$")
    faults.error("T028", span, message, near)


def _beginnings(hole: str) -> list[str]:
    """What `$by-led` may name: `by`, followed by "-led", where there is no role `by-led`."""
    parts = hole.split("-")
    return ["-".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _choices(known: Iterable[str]) -> str:
    names = [f"${name}" for name in known]
    return f"known here: {', '.join(names)}" if names else ""
