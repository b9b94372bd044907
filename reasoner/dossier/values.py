"""Reads typed values out of the texts of a file: names, numbers, dates, sentences.

Each reader takes a `Field` and gives its value, or None with a fault reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from reasoner.diagnostics import Rejected, Text
from reasoner.dossier.faults import nearest, shown, words_of
from reasoner.dossier.fields import Field
from reasoner.dossier.nodes import Scalar, Sequence
from reasoner.dossier.yaml_faults import unquoted
from reasoner.language.from_text import parse_condition, parse_when
from reasoner.language.ir import Condition, Name, When
from reasoner.language.words import RESERVED
from reasoner.times.errors import DateError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Date

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,18})?|\.[0-9]{1,18}")
WHOLE = re.compile(r"[0-9]{1,9}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def raw(field: Field) -> Text | None:
    """A text with its places."""
    scalar = field.scalar()
    return scalar.text if scalar else None


def text(field: Field) -> str | None:
    """A text for people, in any script; what a terminal would obey draws a warning."""
    found = raw(field)
    if found is None:
        return None
    odd = _CONTROL.search(found.value)
    if odd:
        message = f"{field.label} holds the invisible character U+{ord(odd.group()):04X}"
        field.faults.warn("D031", found.span(odd.start(), odd.end()), message, "it is left out of what is printed")
    return found.value


def texts(field: Field) -> tuple[str, ...] | None:
    return _all_of(field, text)


def id_of(scalar: Scalar, field: Field) -> Name | None:
    """A name that an entry gives itself."""
    value = scalar.text.value
    if NAME.fullmatch(value) and value not in RESERVED:
        return Name(value, scalar.span)
    made = _made(value)
    field.faults.lose(field.key, words_of(value, made) if made else None)
    if not NAME.fullmatch(value):
        hint = "names are small letters and digits joined by `-`, beginning with a letter" + (
            f"; write `{shown(made)}`" if made else ""
        )
        field.faults.error("D026", scalar.span, f"`{shown(value)}` cannot be a name" if value else "the name is empty", hint)
        return None
    message = f"`{value}` cannot be a name: it is a word of the sentences"
    field.faults.error("D026", scalar.span, message, "add to it, as in `no-1`" if value == "no" else "choose another name")
    return None


def _made(value: str) -> str:
    """The name that may be meant, "" where none shows."""
    made = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    return made if NAME.fullmatch(made) and made not in RESERVED else ""


def name(field: Field) -> Name | None:
    """The name of something in the dossier."""
    scalar = field.scalar()
    return id_of(scalar, field) if scalar else None


def names(field: Field) -> tuple[Name, ...] | None:
    return _all_of(field, name)


def rule_name(field: Field) -> Name | None:
    """The name of a rule, a statement or a pack; a rule may be told as `pack/rule`."""
    scalar = field.scalar()
    if scalar is None:
        return None
    pack, slash, rest = scalar.text.value.partition("/")
    if slash and NAME.fullmatch(pack) and NAME.fullmatch(rest):
        return Name(scalar.text.value, scalar.span)
    return id_of(scalar, field)


def rule_names(field: Field) -> tuple[Name, ...] | None:
    return _all_of(field, rule_name)


def _all_of(field: Field, reader: Callable[[Field], T | None]) -> tuple[T, ...]:
    values = (reader(item) for item in field.items())
    return tuple(value for value in values if value is not None)


def share(field: Field) -> Fraction | None:
    """A number between 0 and 1: a trust or a likelihood."""
    found = raw(field)
    if found is None:
        return None
    if _NUMBER.fullmatch(found.value) and (value := Fraction(found.value)) <= 1:
        return value
    hint = "write it as `0.8`"
    for pattern, divisor in ((r"([0-9]{1,2}|100) ?%", 100), (r"0,([0-9]{1,6})", 0)):
        meant = re.fullmatch(pattern, found.value)
        if meant:
            hint = f"write `{float(Fraction(meant[1]) / divisor) if divisor else '0.' + meant[1]}`"
    field.error("D027", f"{field.label} takes a number between 0 and 1", hint)
    return None


def trust(field: Field) -> Fraction | None:
    """A trust; of 0 nothing is ever relied on, which is worth a warning."""
    value = share(field)
    if value == 0:
        field.faults.warn("D054", field.span, "with trust 0 this is never relied on", "leave it out, or give it a small trust")
    return value


def whole(field: Field) -> int | None:
    """A whole number from 0 on."""
    found = raw(field)
    if found is None:
        return None
    if WHOLE.fullmatch(found.value):
        return int(found.value)
    field.error("D032", f"{field.label} takes whole numbers")
    return None


def truth(field: Field) -> bool | None:
    """`true` or `false`."""
    found = raw(field)
    if found is None:
        return None
    if found.value in ("true", "false"):
        return found.value == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(found.value.lower(), found.value.lower())
    field.error("D028", f"{field.label} takes true or false", f"write `{meant}`" if meant in ("true", "false") else "")
    return None


def one_of(words: tuple[str, ...]) -> Callable[[Field], str | None]:
    """Makes a reader for one of a few words."""

    def reader(field: Field) -> str | None:
        found = raw(field)
        if found is None or found.value in words:
            return found.value if found else None
        near = nearest(found.value, words)
        field.error("D029", f"{field.label} takes one of: {', '.join(words)}", f"did you mean `{near}`?" if near else "")
        return None

    return reader


def one_of_enum(kind: type[E]) -> Callable[[Field], E | None]:
    """Makes a reader for the members of an enum, told by their names in small letters."""
    by_word = {member.name.lower().replace("_", "-"): member for member in kind}
    word = one_of(tuple(by_word))

    def reader(field: Field) -> E | None:
        found = word(field)
        return None if found is None else by_word[found]

    return reader


def date(field: Field) -> Date | None:
    """A date in EDTF."""
    found = raw(field)
    if found is None:
        return None
    try:
        return parse_date(found.value)
    except DateError as error:
        field.faults.error("D030", found.span(error.offset), error.message, error.help)
        field.lose()
        return None


def sentence(field: Field, parse: Callable[[Text], T]) -> T | None:
    """What a parser of the language makes of a text; its faults are gathered with ours."""
    found = raw(field)
    if found is None:
        return None
    if isinstance(field.node, Scalar) and field.node.rest:
        field.lose()
    try:
        return parse(found)
    except Rejected as rejected:
        field.faults.extend(rejected.diagnostics)
        field.lose()
        return None


def condition(field: Field) -> Condition | None:
    if isinstance(field.node, Sequence) and not unquoted(field.node.source):
        field.error(
            "D024", f"{field.label} takes one sentence, not a list", "join the sentences with `and`, or make several entries"
        )
        return None
    return sentence(field, parse_condition)


def conditions(field: Field) -> tuple[Condition, ...] | None:
    """One condition, or a list that means all of them."""
    if not isinstance(field.node, Sequence):
        found = sentence(field, parse_condition)
        return None if found is None else (found,)
    if not field.node.items:
        field.error("D025", f"{field.label} has no value")
    values = (sentence(item, parse_condition) for item in field.items())
    return tuple(value for value in values if value is not None)


def when(field: Field) -> When | None:
    return sentence(field, parse_when)
