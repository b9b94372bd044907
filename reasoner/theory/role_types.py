"""What stands in a role is of the role's type, as far as that can be told for sure."""

from __future__ import annotations

from collections.abc import Mapping

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
from reasoner.language.rewrite import contains
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults, article, did_you_mean
from reasoner.theory.ir import Sort
from reasoner.theory.kinds import SOURCE, TYPES, form_of, sorts_of
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
                    _check(arg, types[arg.role], _other_role(arg, node, types, seeker), seeker)
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


def _other_role(arg: Arg, atom: Atom, types: Mapping[str, str], seeker: Seeker) -> str:
    """The hint what fits in a role, or in which role of the word that is not told a name fits."""
    if not isinstance(arg.value, Name):
        return ""
    if types[arg.role] == "content":
        return "name a statement, or write what is said, as in `that attack(..)`"
    free = [role for role in types if role not in {one.role for one in atom.args} and types[role] != "thing"]
    fits = [role for role in free if not role.isdigit() and seeker.sorts(arg.value) & sorts_of(types[role], seeker.words)]
    return f"did you mean `{fits[0]} {arg.value.id}`?" if fits else ""


def _check(arg: Arg, type_: str, hint_of_role: str, seeker: Seeker) -> None:
    value = arg.value
    if isinstance(value, Var | Own | Anything | Param | Arith | LengthOf):
        return
    if type_ not in (*TYPES, SOURCE) and type_ not in seeker.words:  # which has been reported
        return
    for kinds, wanted, told in _TOLD_AS:
        if isinstance(value, kinds):
            if type_ not in {wanted, "thing"} or (type_ == "thing" and wanted == "number"):
                near = did_you_mean(value.value, seeker.fitting(type_)) if isinstance(value, Quoted) else ""
                seeker.error("T034", value.span, f"this is {told}; {_wanted(type_)} is wanted {in_role(arg.role)}", near)
            return
    if not isinstance(value, Name):  # a length that a parameter stands for, which is a fault already
        return
    if type_ in {"number", "text"}:
        hint = f'write `"{value.id}"`' if type_ == "text" else ""
        seeker.error("T034", value.span, f"`{value.id}` is a name; {_wanted(type_)} is wanted {in_role(arg.role)}", hint)
        return
    sorts = tuple(sorted(sorts_of(type_, seeker.words), key=lambda sort: sort.value))
    if seeker.find(value, sorts, _called(type_), hint_of_role):
        forms, form = seeker.forms(value), form_of(type_, seeker.words)
        if form is not None and forms and form not in forms:
            other = Form.STATE if form is Form.EVENT else Form.EVENT
            message = f"`{value.id}` is {article(other.value)}; {_wanted(type_)} is wanted {in_role(arg.role)}"
            seeker.error("T034", value.span, message)


def _check_form(arg: Arg, *, stated: bool, seeker: Seeker) -> None:
    """Numbers that have to be worked out, or are not exact, stand where they can be."""
    if isinstance(arg.value, Arith | LengthOf):
        message = "a number that has to be worked out cannot stand here"
        varied = contains(arg.value, Var, LengthOf)
        hint = "give it a name first, as in `N = M + 1`, and write `N` here" if varied else "write the number itself"
        seeker.error("T039", arg.value.span, message, hint)
    elif isinstance(arg.value, Rough) and not (stated and seeker.in_statement):
        message = "a number with a tolerance can only be stated"
        seeker.error("T039", arg.value.span, message, "take the number as `N`, and write `N > 12` beside it")
    elif isinstance(arg.value, Anything) and stated:
        message = "`_` says nothing of who or what it is"
        seeker.error("T039", arg.value.span, message, "name it, or leave the role out")


def in_role(role: str) -> str:
    """Where something stands in a word, in words."""
    return f"as argument {role}" if role.isdigit() else f"in the role `{role}`"


def _wanted(type_: str) -> str:
    return article(_called(type_))


def _called(type_: str) -> str:
    return {"content": "statement"}.get(type_, type_)
