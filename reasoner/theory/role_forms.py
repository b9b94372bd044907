"""What a variable of a rule stands for can be of the form that its roles want: no event is a state.

A `truce(A, B) as T` in `given` makes T a state, and `report(of T)` can never hold if that role takes an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from reasoner.dossier.ir import Form
from reasoner.language.ir import AllOf, Arg, Atom, Condition, Occurs, OfKind, Var
from reasoner.theory.draft import IN_RULES, Draft, Sentence, Where
from reasoner.theory.faults import Faults, article
from reasoner.theory.kinds import form_of
from reasoner.theory.role_types import in_role


def check_role_forms(draft: Draft, faults: Faults) -> None:
    """What `given` says for certain that a variable is: an event or a state, and so not the other in any role of the rule.

    A document may be either; so what the roles alone say of a variable is not held against each other.
    """
    ruled = [one for one in draft.sentences if one.where in IN_RULES]
    for _, of_rule in groupby(ruled, key=lambda one: one.owner):
        sentences = tuple(of_rule)
        kinds = _kinds(sentences, draft)
        for node in (node for one in sentences for node in one.nodes if isinstance(node, Atom)):
            types = _types(node, draft)
            for arg in node.args:
                if isinstance(arg.value, Var) and arg.value.id in kinds and arg.role in types:
                    _check(arg, kinds[arg.value.id], types[arg.role], draft, faults)


def _check(arg: Arg, kind: str, type_: str, draft: Draft, faults: Faults) -> None:
    form, wanted = form_of(kind, draft.words), form_of(type_, draft.words)
    if form is None or wanted is None or form is wanted:
        return
    assert isinstance(arg.value, Var)
    message = (
        f"`{arg.value.id}` is {article(kind)}, which is {article(form.value)}; {article(type_)} is wanted {in_role(arg.role)}"
    )
    hint = f"{article(kind)} is never {article(wanted.value)}"
    faults.error(
        "T034", arg.value.span, message, hint if type_ in {Form.EVENT.value, Form.STATE.value} else f"{hint}, and so no {type_}"
    )


def _types(atom: Atom, draft: Draft) -> Mapping[str, str]:
    word = draft.words.get(atom.predicate)
    return {role.name: role.type for role in word.roles} if word else {}


def _kinds(sentences: tuple[Sentence, ...], draft: Draft) -> dict[str, str]:
    """The first kind with a form that `given` says each variable to be of, in a line that must be true."""
    found: dict[str, str] = {}
    for one in sentences:
        for condition in _flat(one.condition) if one.where is Where.GIVEN else ():
            match condition:
                case Occurs(Atom(kind), Var(name)) | OfKind(Var(name), kind) if form_of(kind, draft.words):
                    found.setdefault(name, kind)
                case _:
                    pass
    return found


def _flat(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf):
        for item in condition.items:
            yield from _flat(item)
    else:
        yield condition
