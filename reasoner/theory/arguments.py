"""Arguments get the names of their roles, and stand in the order of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from reasoner.dossier.ir import Form
from reasoner.language.ir import Arg, Atom
from reasoner.language.rewrite import rewrite
from reasoner.theory.faults import Faults, did_you_mean, listed, quoted
from reasoner.theory.ir import Signature
from reasoner.theory.kinds import BUILT_IN, Words

N = TypeVar("N")


def with_roles(node: N, words: Words, faults: Faults) -> N:
    """The sentence with every argument of every atom in it named by its role.

    A role without a name is told by its place among those and becomes "1", "2"... What has a fault, such as a word or a
    role that nobody knows, stays as it is.
    """

    def change(part: Any) -> Any:  # noqa: ANN401 - as in rewrite
        return _named(part, words, faults) if isinstance(part, Atom) else part

    return rewrite(node, change)


def _named(atom: Atom, words: Words, faults: Faults) -> Atom:
    signature = words.get(atom.predicate)
    if signature is None:
        if faults.doubts.word(atom.predicate):
            return atom
        hint = did_you_mean(atom.predicate, _like(atom, words), otherwise="declare it under `vocabulary:`")
        faults.error("T030", atom.span, f"no word of the vocabulary is called `{atom.predicate}`", hint)
        return atom
    if signature.form is Form.THING:
        message = f"`{atom.predicate}` is a kind of thing, not something that happens or holds"
        faults.error("T036", atom.span, message, f"write `x is a {atom.predicate}`")
        return atom
    roles = [role.name for role in signature.roles]
    args: dict[str, Arg] = {}
    unfit: list[Arg] = []
    places = iter([role for role in roles if role.isdigit()])
    for arg in atom.args:
        role = arg.role or next(places, "")
        if role in roles and role not in args:
            args[role] = replace(arg, role=role)
            continue
        unfit.append(arg)
        if not role:
            _too_many(atom, arg, signature, faults)
        elif role in roles:
            faults.error("T033", arg.span, f"the role `{role}` is told twice", "write the sentence twice, once with each")
        else:
            hint = did_you_mean(role, [one for one in roles if not one.isdigit()], otherwise=_shape(signature))
            faults.error("T031", arg.span, f"`{atom.predicate}` has no role `{role}`", hint)
    return replace(atom, args=(*(args[role] for role in roles if role in args), *unfit))


def _like(atom: Atom, words: Words) -> Iterator[str]:
    """The words that may be meant; those that are built in only if they are used like this."""
    shapes = {word.id: len(word.roles) for word in BUILT_IN}
    bare = not any(arg.role for arg in atom.args)
    return (word for word in words if word not in shapes or (bare and shapes[word] == len(atom.args)))


def _too_many(atom: Atom, arg: Arg, signature: Signature, faults: Faults) -> None:
    count = sum(role.name.isdigit() for role in signature.roles)
    named = [role.name for role in signature.roles if not role.name.isdigit()]
    hint = f"name its role: {listed(quoted(named), 'or')}" if named else _shape(signature)
    roles = "1 role" if count == 1 else f"{count or 'no'} roles"
    faults.error("T032", arg.span, f"`{atom.predicate}` has {roles} without a name, and this is one argument more", hint)


def _shape(signature: Signature) -> str:
    roles = ", ".join(role.type if role.name.isdigit() else f"{role.name} {role.type}" for role in signature.roles)
    return f"its roles: `{signature.id}({roles})`"
