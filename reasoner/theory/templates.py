"""The texts of words and rules name roles and variables that are there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reasoner.diagnostics import Span, Text
from reasoner.dossier.ir import Predicate
from reasoner.language.ir import Var
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, did_you_mean

_HOLE = re.compile(r"\$([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")


def check_templates(draft: Draft, faults: Faults) -> None:
    dossier = draft.theory.dossier
    for predicate in (*dossier.vocabulary, *(word for pack in dossier.packs for word in pack.vocabulary)):
        if predicate.id in draft.words:
            _check_word(predicate, [role.name for role in draft.words[predicate.id].roles], faults)
    for written in draft.written:
        law, rule = written.law, written.rule
        parts = (law.given, law.unless, law.then, law.never, law.must)
        variables = dict.fromkeys(node.id for node in walk(parts) if isinstance(node, Var))
        if not law.asp:
            _check(rule.text_at or Text(rule.text), rule.span, [*variables, *written.parameters], faults)


def _check_word(predicate: Predicate, roles: list[str], faults: Faults) -> None:
    _check(predicate.text_at or Text(predicate.text), predicate.span, roles, faults)
    for template in (predicate.past, predicate.denied):
        _check(Text(template), predicate.span, roles, faults)


def _check(text: Text, otherwise: Span, known: list[str], faults: Faults) -> None:
    for hole in _HOLE.finditer(text.value):
        if not _fits(hole[1], known):
            span = text.span(*hole.span()) if text.file else otherwise
            near = did_you_mean(hole[1], known, otherwise=_choices(known)).replace("`", "`$", 1)
            faults.error("T028", span, f"nothing here is called `${hole[1]}`", near)


def _fits(hole: str, known: list[str]) -> bool:
    """`$by-led` names the role `by`, followed by "-led", where there is no role `by-led`."""
    parts = hole.split("-")
    return any("-".join(parts[:count]) in known for count in range(1, len(parts) + 1))


def _choices(known: Iterable[str]) -> str:
    names = [f"${name}" for name in known]
    return f"known here: {', '.join(names)}" if names else ""
