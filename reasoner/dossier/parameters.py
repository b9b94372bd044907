"""Reads `parameters:` and the values that a dossier gives to those of a pack."""

from __future__ import annotations

import re
from fractions import Fraction

from reasoner.dossier import values
from reasoner.dossier.faults import nearest, shown, words_in
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Parameter
from reasoner.dossier.nodes import Mapping, Scalar
from reasoner.language.from_text import parse_length
from reasoner.language.ir import AnyLength, Name, Number
from reasoner.times.ir import Unit

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_NUMBER = re.compile(r"(-?[0-9][0-9_]{0,30}(?:\.[0-9]{1,18})?)(?: +([a-z]+(?:-[a-z]+)*))?")
_TIMELIKE = re.compile(r"[0-9].*[a-z].*", re.DOTALL)
_Value = AnyLength | Number | Name
_UNITS = frozenset(unit.value for unit in Unit)


def parameters(field: Field) -> tuple[Parameter, ...]:
    """`notice: 72 hours`, or with keys of its own `notice: {value: 72 hours, text: ..}`."""
    found: list[Parameter] = []
    for key, value in field.entries():
        since = field.faults.gaps
        parameter = _parameter(key, value)
        if parameter is None:
            field.faults.lose("id", words_in(key))
        field.faults.belong(since, entry=key.span)
        found += [parameter] if parameter else []
    return tuple(found)


def _parameter(key: Scalar, field: Field) -> Parameter | None:
    id_ = key.text.value
    if not _ID.fullmatch(id_):
        hint = "it is used as `$name`: small letters, digits, `-` and `_`"
        field.faults.error("D026", key.span, f"`{shown(id_)}` cannot be the name of a parameter", hint)
        return None
    if not isinstance(field.node, Mapping) or _is_text(field.node):
        value = _value(field)
        return Parameter(id_, value, span=key.span) if value else None
    fields = Fields(field, ("value", "text"), "a parameter")
    told: _Value | None = fields.need("value", _value)
    return Parameter(id_, told, fields.read("text", values.text, ""), key.span) if told else None


def _is_text(node: Mapping) -> bool:
    """`{2010,2011}`, a text that lacks its quotes."""
    return bool(node.source) and all(isinstance(value, Scalar) and value.empty for _, value in node.pairs)


def _value(field: Field) -> _Value | None:
    found = values.raw(field)
    if found is None:
        return None
    number = _NUMBER.fullmatch(found.value)
    if number and not nearest(number[2] or "", _UNITS, alike=0.8):
        amount = number[1].replace("_", "")
        return Number(Fraction(amount), number[2] or "", found.span(), len(amount.partition(".")[2]))
    if values.NAME.fullmatch(found.value):
        return values.name(field)
    if _TIMELIKE.fullmatch(found.value):
        return values.sentence(field, parse_length)
    field.error("D033", "a parameter is a length, a number or a name", "write `72 hours`, `800 km`, `0.5` or `algeria`")
    return None
