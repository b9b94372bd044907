"""What a word of the vocabulary asks by itself, where an instance is of no rule and no denial: one value for a role."""

from __future__ import annotations

import re

from reasoner.dossier.ir import Form, Mark
from reasoner.ground.ir import Instance
from reasoner.report.clean import clean
from reasoner.report.lexicon import spaced
from reasoner.report.sentences import listed
from reasoner.theory.ir import RoleType, Signature, Theory

_FUNCTIONAL = re.compile(r"one (?P<role>\S+) of ")
_FIXED = re.compile(r"one value of role (?P<role>\S+) of ")


def word_rule(instance: Instance, theory: Theory) -> str:
    """Such as "There is one amount of “fee” for each actor."; true of any instance, whatever its owner."""
    signature = next((one for one in theory.signatures if one.id == instance.rule), None)
    if signature is None:
        return f"The dossier asks for {clean(instance.id)}."
    word = f"“{spaced(signature.id)}”"
    if found := _FIXED.match(instance.id):
        return f"One and the same {word} has one {_role(found['role'], signature)}."
    if found := _FUNCTIONAL.match(instance.id):
        return _one_for_each(found["role"], signature, word)
    if signature.has(Mark.SYMMETRIC):
        return f"One and the same {word} has two parties and no more."
    return f"What is said of {word} has one value."


def _one_for_each(role: str, signature: Signature, word: str) -> str:
    others = [_role(one.name, signature) for one in signature.roles if one.name != role]
    each = f" for each {listed(others)}" if others else ""
    at_a_time = "" if signature.form is Form.FACT else " at a time"
    return f"There is one {_role(role, signature)} of {word}{at_a_time}{each}."


def _role(name: str, signature: Signature) -> str:
    """A role by its name, with its type where that says more; one told by its place by its type alone."""
    role = next((one for one in signature.roles if one.name == name), RoleType(name, ""))
    kind = spaced(role.type) or "value"
    if name.isdigit():
        return kind
    return clean(name) if role.type in {"", "number", "text"} or clean(name) == kind else f"{kind} (“{clean(name)}”)"
