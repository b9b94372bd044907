"""What stands in a role is of the role's type, as far as that can be told for sure."""

from __future__ import annotations

from reasoner.dossier.ir import Form
from reasoner.language.ir import (
    Anything,
    Arg,
    Arith,
    Atom,
    Content,
    Denial,
    LengthOf,
    Name,
    Number,
    Occurs,
    Own,
    Param,
    Quoted,
    Rough,
    Var,
)
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Sort
from reasoner.theory.kinds import SOURCE, TYPES, form_of, sorts_of
from reasoner.theory.names import article
from reasoner.theory.references import Seeker

_TOLD_AS = (
    ((Number, Rough), "number", "a number"),
    (Quoted, "text", "a text in quotes"),
    (Content, "content", "something that is said (`that ..`)"),
)


def check_role_types(draft: Draft, faults: Faults) -> None:
    for sentence in draft.sentences:
        seeker = Seeker(draft, sentence, faults)
        stated = _stated(sentence)
        for node in sentence.nodes:
            if not isinstance(node, Atom):
                continue
            signature = draft.words.get(node.predicate)
            types = {role.name: role.type for role in signature.roles} if signature else {}
            for arg in node.args:
                if arg.role in types:
                    _check(arg, types[arg.role], seeker)
                    _check_form(arg, stated=id(node) in stated, seeker=seeker)
                elif isinstance(arg.value, Name) and (
                    signature is None or arg.role
                ):  # in a word or role that nobody knows: it has to be something, at least
                    seeker.find(arg.value, tuple(Sort), "thing")


def _stated(sentence: Sentence) -> frozenset[int]:
    """The atoms that a statement or a conclusion says to be so, by identity; not those that it denies."""
    if sentence.where not in {Where.STATEMENT, Where.THEN}:
        return frozenset()
    denied = {id(node.atom) for node in sentence.nodes if isinstance(node, Denial)}
    return frozenset(id(node.atom) for node in sentence.nodes if isinstance(node, Occurs)) - denied


def _check(arg: Arg, type_: str, seeker: Seeker) -> None:
    value = arg.value
    if isinstance(value, Var | Own | Anything | Param | Arith | LengthOf):
        return
    if type_ not in (*TYPES, SOURCE) and type_ not in seeker.words:  # which has been reported
        return
    for kinds, wanted, told in _TOLD_AS:
        if isinstance(value, kinds):
            if type_ not in {wanted, "thing"} or (type_ == "thing" and wanted == "number"):
                seeker.error("T034", arg.span, f"this is {told}; {_wanted(type_)} is wanted in the role `{arg.role}`")
            return
    if not isinstance(value, Name):  # a length that a parameter stands for, which is a fault already
        return
    if type_ in {"number", "text"}:
        hint = f'write `"{value.id}"`' if type_ == "text" else ""
        seeker.error("T034", value.span, f"`{value.id}` is a name; {_wanted(type_)} is wanted in the role `{arg.role}`", hint)
        return
    if seeker.find(value, tuple(sorted(sorts_of(type_, seeker.words), key=lambda sort: sort.value)), _called(type_)):
        forms, form = seeker.forms(value), form_of(type_, seeker.words)
        if form is not None and forms and form not in forms:
            other = Form.STATE if form is Form.EVENT else Form.EVENT
            message = f"`{value.id}` is {article(other.value)}; {_wanted(type_)} is wanted in the role `{arg.role}`"
            seeker.error("T034", value.span, message)


def _check_form(arg: Arg, *, stated: bool, seeker: Seeker) -> None:
    """Numbers that have to be worked out, or are not exact, stand where they can be."""
    if isinstance(arg.value, Arith | LengthOf):
        message = f"the role `{arg.role}` takes a number or a variable, not a sum"
        seeker.error("T039", arg.span, message, "give it a name first, as in `N = M + 1`")
    elif isinstance(arg.value, Rough) and not (stated and seeker.in_statement):
        message = "a number with a tolerance can only be stated"
        seeker.error("T039", arg.span, message, "take the number as `N`, and write `N > 12` beside it")
    elif isinstance(arg.value, Anything) and stated:
        message = f"`_` says nothing of the role `{arg.role}`"
        seeker.error("T039", arg.span, message, "say what it is, or leave the role out")


def _wanted(type_: str) -> str:
    return article(_called(type_))


def _called(type_: str) -> str:
    return {"content": "statement"}.get(type_, type_)
