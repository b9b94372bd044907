"""What a rule brings about has times that something bounds."""

from __future__ import annotations

from reasoner.dossier.ir import Form
from reasoner.language.ir import Name, Var
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.variables import new_occurrences


def check_conclusions(draft: Draft, faults: Faults) -> None:
    for written in draft.written:
        for part in new_occurrences(written.law):
            word = draft.words.get(part.atom.predicate)
            unsure = isinstance(part.name, Var) and faults.doubts.variable(written.rule.span, part.name.id)
            if part.phrase is None and word is not None and word.form in {Form.EVENT, Form.STATE} and not unsure:
                what = f"`{part.name.id}`" if isinstance(part.name, Name | Var) else f"this `{word.id}`"
                hint = "add a time phrase, as in `since E`, or name an occurrence of `given` with `as`"
                faults.warn("T054", part.atom.span, f"nothing bounds the times of {what}", hint)
