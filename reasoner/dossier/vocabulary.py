"""Reads `vocabulary:`: predicates with their roles, marks and templates, and kinds of things."""

from __future__ import annotations

import re

from reasoner.diagnostics import Text
from reasoner.dossier import values
from reasoner.dossier.facts import keyed
from reasoner.dossier.faults import shown
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Form, Mark, Predicate, Role
from reasoner.dossier.nodes import Scalar, Sequence
from reasoner.language.ir import Name
from reasoner.language.words import RESERVED, ROLE_WORDS

_FORMS = (Form.EVENT, Form.STATE, Form.FACT)
_KEYS = (
    "event",
    "state",
    "fact",
    "kind",
    "is",
    "symmetric",
    "transitive",
    "reflexive",
    "functional",
    "closed",
    "text",
    "past",
    "denied",
)
_FORM_KEYS = tuple(form.value for form in _FORMS)
_MARK_KEYS = tuple(mark.value for mark in Mark)
_WORD = re.compile(r"\S+")
_PLACE = re.compile(r"\$[1-9][0-9]?")
_BRACKET = re.compile(r"[\[\]]")


def vocabulary(field: Field) -> tuple[Predicate, ...]:
    return keyed(field, _predicate)


def _predicate(id_: Name, field: Field) -> Predicate:
    fields = Fields(field, _KEYS, "a word of the vocabulary")
    since = fields.faults.gaps
    form, roles = _form(fields)
    more = form is None or "is" in fields or fields.faults.gaps != since
    above = fields.maybe("is", values.name)
    if fields.misses("event", "state", "fact", "kind", "is"):
        message = "this word needs one of `event`, `state`, `fact`, `is`, or `kind: thing`"
        fields.faults.error("D060", id_.span, message, 'for example `{event: "by actor, on actor"}`')
        fields.faults.lose("event", None)
    return Predicate(
        id_.id,
        form,
        above,
        roles,
        marks=tuple(mark for mark in Mark if fields.read(mark.value, values.truth, default=False)),
        functional=_functional(fields, roles, more=more),
        text=fields.read("text", _template, ""),
        past=fields.read("past", _template, ""),
        denied=fields.read("denied", _template, ""),
        templates=tuple(text for key in ("text", "past", "denied") if (text := fields.maybe(key, values.raw))),
        places=(*fields.places("functional"), *fields.heads(*_FORM_KEYS, *_MARK_KEYS)),
        span=id_.span,
    )


def _form(fields: Fields) -> tuple[Form | None, tuple[Role, ...]]:
    """What kind of word this is, and its roles if it tells them."""
    said = [form for form in _FORMS if form.value in fields]
    if "kind" in fields:
        fields.read("kind", _kind_of_thing, "")
        if not said:
            return Form.THING, ()
    if len(said) + ("kind" in fields) > 1:
        words = [f"`{form.value}`" for form in said] + ["`kind`"] * ("kind" in fields)
        fields.faults.error("D060", fields.span, f"a word is one of these only: {', '.join(words)}")
        fields.faults.lose("event", frozenset())
    return (said[0], fields.read(said[0].value, _roles, ())) if said else (None, ())


def _kind_of_thing(field: Field) -> str | None:
    found = values.raw(field)
    if found is None or found.value == "thing":
        return found.value if found else None
    field.error("D060", "`kind` takes only `thing` here", f"for a kind of a kind write `is: {shown(found.value)}`")
    return None


def _roles(field: Field) -> tuple[Role, ...] | None:
    """`by actor, killed number`: name and type, or the type alone for a role told by its place."""
    if isinstance(field.node, Scalar) and field.node.empty:
        field.error("D025", f"`{field.key}` has no value", f'write `{field.key}: ""` if there are no roles')
        return None
    if isinstance(field.node, Sequence):
        field.error("D061", "roles stand in one text, parted by commas", f'write `{field.key}: "by actor, on actor"`')
        return None
    found = values.raw(field)
    if found is None or not found.value.strip():
        return ()
    roles: list[Role] = []
    start = 0
    for piece in found.value.split(","):
        role = _role(found.part(start, start + len(piece)), field)
        start += len(piece) + 1
        if role and role.name and any(other.name == role.name for other in roles):
            field.faults.error("D061", role.span, f"the role `{role.name}` is named twice", "give each its own name")
            field.lose()
        elif role:
            roles.append(role)
    return tuple(roles)


def _role(piece: Text, field: Field) -> Role | None:
    words = [piece.part(*found.span()) for found in _WORD.finditer(piece.value)]
    if not 1 <= len(words) <= 2:
        message = "a role is missing beside this comma" if not words else "a role is a name and a type, or a type alone"
        field.faults.error("D061", piece.span(), message, "write `by actor, on actor`, or `actor, actor`")
        field.lose()
        return None
    for word in words:
        if not values.NAME.fullmatch(word.value) or word.value in RESERVED - frozenset(ROLE_WORDS):
            hint = "small letters and digits joined by `-`, as in `by actor, killed number`"
            field.faults.error("D061", word.span(), f"`{shown(word.value)}` cannot be a role or a type", hint)
            field.lose()
            return None
    return Role(words[0].value if len(words) == 2 else "", words[-1].value, words[0].span(), words[-1].span())


def _functional(fields: Fields, roles: tuple[Role, ...], *, more: bool) -> tuple[str, ...]:
    """`on place`, `on` or `$2`: roles with one value for each choice of the others.

    There may be `more` roles: those of the kind above, and what could not be read.
    """
    field = fields.get("functional")
    if field is None:
        return ()
    items = list(field.items()) if isinstance(field.node, Sequence) else [field]
    found = (_one_value(item, roles, more=more) for item in items)
    return tuple(role for role in found if role)


def _one_value(field: Field, roles: tuple[Role, ...], *, more: bool) -> str | None:
    found = values.raw(field)
    if found is None:
        return None
    words = found.value.split()
    named = {role.name: role for role in roles if role.name}
    typed = [f"${place}" for place, role in enumerate(roles, 1) if not role.name and words == [role.type]]
    if len(words) == 1 and _PLACE.fullmatch(words[0]) and (more or int(words[0][1:]) <= len(roles)):
        return words[0]
    if len(words) in (1, 2) and words[0] in named and words[1:] in ([], [named[words[0]].type]):
        return words[0]
    if len(typed) == 1:
        return typed[0]
    if more and len(words) in (1, 2) and values.NAME.fullmatch(words[0]) and words[0] not in named:
        return words[0]
    hint = f"its roles: {', '.join(f'{role.name} {role.type}'.strip() for role in roles)}" if roles else ""
    field.error("D062", "`functional` names one role of this word, or `$2` for the second without a name", hint)
    return None


def _template(field: Field) -> str | None:
    """A sentence with `$role` in it; a part in brackets is left out where its role is not said."""
    found = values.raw(field)
    if found is None:
        return None
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(found.value):
        if (bracket.group() == "[") == bool(opened):
            opened = [bracket]
            break
        opened = [bracket] if bracket.group() == "[" else []
    if not opened:
        return values.text(field)
    field.faults.error("D063", found.span(*opened[0].span()), "this bracket has no partner", "write `$by attacks $on[ at $at]`")
    field.lose()
    return None
