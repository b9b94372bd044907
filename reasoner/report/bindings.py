"""What the variables of an instance are bound to, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from reasoner.diagnostics import Rejected, Text
from reasoner.ground.ir import Instance
from reasoner.language.from_text import parse_condition
from reasoner.language.ir import Atom, Condition, Rough
from reasoner.language.rewrite import find
from reasoner.program.recurring import by_periods, period_of
from reasoner.report.clean import clean
from reasoner.report.lexicon import Lexicon
from reasoner.report.measures import in_unit, units_of_variables
from reasoner.report.symbols import brought_about
from reasoner.report.terms import rough_words
from reasoner.report.words import sentence
from reasoner.theory.ir import Theory

_EXACT = re.compile(r"-?\d+(\.\d+|/\d+)?")
_ROUGH = re.compile(r"(?P<role>[\w-]+) of (?P<owner>.+)")
_OWN = re.compile(r'"[^"]*"|(?<![\w-])_(\d+)(?![\w-])')
_LETTERS = "XYZUVW"


def bindings_of(instance: Instance, theory: Theory, lexicon: Lexicon) -> Mapping[str, str]:
    """Each variable with the name of what it is bound to; a number that is not exact as it was told."""
    return values_in_words(instance.rule, instance.bindings, theory, lexicon)


def values_in_words(rule: str, told: Iterable[tuple[str, str]], theory: Theory, lexicon: Lexicon) -> Mapping[str, str]:
    """Variables of a rule with their values, as instances print them, in words."""
    law = next((one for one in theory.laws if one.id == rule), None)
    units = {} if law is None else units_of_variables(law, lexicon.units)
    period = None if law is None else period_of(by_periods(law))
    return {
        variable: lexicon.period(value)
        if period is not None and variable == period.id
        else _in_words(value, units.get(variable, ""), theory, lexicon)
        for variable, value in told
    }


def _in_words(value: str, unit: str, theory: Theory, lexicon: Lexicon) -> str:
    """A value as instances print it: a name, a number in this unit, a content, or what a rule brought about."""
    if value in lexicon.names:
        return lexicon.name(value)
    if unit and _EXACT.fullmatch(value):
        return in_unit(Fraction(value), unit)
    if value.startswith("that "):
        return f"that {content_words(value.removeprefix('that '), lexicon)}"
    if (rough := _ROUGH.fullmatch(value)) and (told := _rough(rough["owner"], rough["role"], theory)):
        return told
    if value.startswith('"'):
        return clean(value)
    maker, bracket, _ = value.partition("(")
    owner, _, which = maker.partition(".")
    return clean(brought_about(owner, which) if bracket else value)


def content_words(says: str, lexicon: Lexicon) -> str:
    """A sentence of the rule language in words; its own variables `_1`, .. become letters."""
    read = _read(says)
    return clean(says) if read is None else sentence(read, lexicon)


def _read(says: str) -> Condition | None:
    """The sentence with letters for its own variables; None if a thing without a name stands in it."""
    try:
        return parse_condition(Text(_OWN.sub(lambda found: _letter(int(found[1])) if found[1] else found[0], says)))
    except Rejected:
        return None


def _letter(nth: int) -> str:
    return _LETTERS[nth - 1] if nth <= len(_LETTERS) else f"X{nth}"


def _rough(owner: str, role: str, theory: Theory) -> str:
    """The number that a statement tells in this role, with its tolerance."""
    told = (said.readings for said in theory.said if said.id == owner)
    args = (arg for readings in told for node in find(readings, Atom) for arg in node.args)
    return next((rough_words(arg.value) for arg in args if arg.role == role and isinstance(arg.value, Rough)), "")
