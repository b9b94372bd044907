"""Arguments get the names of their roles, and stand in the order of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from reasoner.dossier.ir import Form
from reasoner.language.ir import Arg, Atom, Name, Number, Rough, Var
from reasoner.language.rewrite import rewrite
from reasoner.theory.faults import Faults, article, did_you_mean, listed, quoted
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
        _unknown(atom, words, faults)
        return atom
    if signature.form is Form.THING:
        _of_things(atom, faults)
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
        if role:
            _wrong_role(atom, arg, signature, faults)
        else:
            _too_many(atom, arg, signature, faults)
    return replace(atom, args=(*(args[role] for role in roles if role in args), *unfit))


def _unknown(atom: Atom, words: Words, faults: Faults) -> None:
    if not faults.doubts.word(atom.predicate):
        known = (*_like(atom, words), *faults.doubts.doubtful_words())
        hint = did_you_mean(atom.predicate, known, otherwise="declare it under `vocabulary:`")
        message = f"no word of the vocabulary is called `{atom.predicate}`"
        faults.error("T030", atom.span.first(len(atom.predicate)), message, hint)


def _like(atom: Atom, words: Words) -> Iterator[str]:
    """The words that may be meant; those that are built in only if they are used like this."""
    shapes = {word.id: len(word.roles) for word in BUILT_IN}
    bare = not any(arg.role for arg in atom.args)
    return (word for word in words if word not in shapes or (bare and shapes[word] == len(atom.args)))


def _of_things(atom: Atom, faults: Faults) -> None:
    named = [arg.value.id for arg in atom.args if isinstance(arg.value, Name | Var)]
    message = f"`{atom.predicate}` is a kind of thing, not something that happens or holds"
    hint = f"write `{named[0] if len(named) == 1 else 'x'} is {article(atom.predicate)}`"
    faults.error("T036", atom.span.first(len(atom.predicate)), message, hint)


def _wrong_role(atom: Atom, arg: Arg, signature: Signature, faults: Faults) -> None:
    """A role that the word does not have, or one that is told already."""
    roles = [role.name for role in signature.roles]
    span = arg.span.first(len(arg.role))
    if arg.role in roles:
        faults.error("T033", span, f"the role `{arg.role}` is told twice", "write the sentence twice, once with each")
    else:
        hint = did_you_mean(arg.role, [one for one in roles if not one.isdigit()], otherwise=_shape(signature))
        faults.error("T031", span, f"`{atom.predicate}` has no role `{arg.role}`", hint)


def _too_many(atom: Atom, arg: Arg, signature: Signature, faults: Faults) -> None:
    pieces = _pieces(atom, arg)
    if len(pieces) > 1:
        if arg.value is pieces[1]:
            message = "a comma stands between arguments, and not inside a number"
            faults.error("T032", arg.span, message, _whole(pieces))
        return
    count = sum(role.name.isdigit() for role in signature.roles)
    named = [role.name for role in signature.roles if not role.name.isdigit()]
    hint = f"name its role: {listed(quoted(named), 'or')}" if named else _shape(signature)
    takes = "1 argument" if count == 1 else f"{count} arguments"
    message = f"`{atom.predicate}` takes {takes} without a role, and this is one more"
    if not signature.roles:
        message = f"`{atom.predicate}` takes no arguments"
    elif not count:
        message = f"every argument of `{atom.predicate}` has a role, and this one has none"
    faults.error("T032", arg.span, message, hint if signature.roles else f"write `{atom.predicate}()`")


def _pieces(atom: Atom, arg: Arg) -> tuple[Number, ...]:
    """The number that was cut at commas, `price 1,200 marks`, of which this argument is a piece; itself if it is none."""
    found: list[Number] = []
    for one in atom.args:
        value = one.value.number if isinstance(one.value, Rough) else one.value
        if not isinstance(value, Number):
            found = []
        elif found and _touch(found[-1], value):
            found.append(value)
        elif any(piece is arg.value for piece in found):
            break
        else:
            found = [value]
    return tuple(found) if any(value is arg.value for value in found) else ()


def _touch(one: Number, other: Number) -> bool:
    """Whether only a comma stands between the two."""
    left, right = one.span, other.span
    return not one.unit and left.line == right.line and left.column + left.length + 1 == right.column


def _whole(pieces: Sequence[Number]) -> str:
    """How to write the number: `1_200 marks`, `1.5`."""
    last = pieces[-1]
    unit = f" {last.unit}" if last.unit else ""
    if any(one.value.denominator != 1 for one in pieces):
        return "write `_` between thousands, and a point before what is no whole: `1_200.5`"
    digits = [f"{int(one.value):0>{one.span.length - len(unit) * (one is last)}}" for one in pieces]
    grouped = all(len(part) == 3 for part in digits[1:])
    return f"write `{('_' if grouped else '.').join(digits)}{unit}`"


def _shape(signature: Signature) -> str:
    roles = ", ".join(role.type if role.name.isdigit() else f"{role.name} {role.type}" for role in signature.roles)
    return f"its roles: `{signature.id}({roles})`"
