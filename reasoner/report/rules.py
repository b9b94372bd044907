"""Rules in words: the author's text with names put in, or else the conditions themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reasoner.dossier.ir import Parameter, Rule
from reasoner.language.ir import Condition, FixedLength, Name, Number, Param, Var
from reasoner.language.rewrite import rewrite
from reasoner.program.recurring import by_periods, period_of
from reasoner.program.variables import bound_variables
from reasoner.report.clean import clean
from reasoner.report.lexicon import Lexicon
from reasoner.report.sentences import capital, stopped
from reasoner.report.templates import put_in
from reasoner.report.terms import any_length, number_words
from reasoner.report.words import sentence
from reasoner.theory.ir import Law, Theory

Bindings = Mapping[str, str]
"""Variables and what they are bound to, in words."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in play by id, as laws and as written, and the parameters of their packs in words."""

    laws: Mapping[str, Law]
    written: Mapping[str, Rule]
    parameters: Mapping[str, Mapping[str, str]]
    lexicon: Lexicon

    def text(self, rule: str, bindings: Bindings) -> str:
        """The rule as one sentence or more, with names for its variables as far as they are bound; and the period for which it is due."""
        law, written = self.laws[rule], self.written.get(rule)
        period = period_of(by_periods(law))
        when = f" ({bindings[period.id]})" if period is not None and period.id in bindings else ""
        if written is not None and written.text:
            own = self.parameters.get(law.pack, {})
            told = put_in(written.text, {**own, **bindings}).removesuffix("." if when else "")
            return stopped(capital(_unit_once(singular(told))) + when)
        return stopped(_conditions(law, bindings, self.lexicon) + when)

    def variables(self, rule: str) -> tuple[str, ...]:
        """The variables that `given` binds, in the order in which the program lists their values."""
        return bound_variables(self.laws[rule].given)


def rules_of(theory: Theory, lexicon: Lexicon) -> Rules:
    """Everything that telling the rules of a theory takes."""
    laws = {law.id: law for law in theory.laws}
    written = {f"{pack.id}/{rule.id}": rule for pack in theory.dossier.packs for rule in pack.rules}
    by_law = {law.id: written.get(f"{law.pack}/{law.id.removeprefix(f'{law.pack}/')}") for law in theory.laws}
    told = {pack.id: {one.id: _value(one, lexicon) for one in pack.parameters} for pack in theory.dossier.packs}
    for use in theory.dossier.use or ():
        own = {one.id: _value(one, lexicon, theory.dossier.parameters) for one in use.values}
        told[use.pack.id] = {**told.get(use.pack.id, {}), **own}
    return Rules(laws, {id_: rule for id_, rule in by_law.items() if rule is not None}, told, lexicon)


def _value(parameter: Parameter, lexicon: Lexicon, outer: tuple[Parameter, ...] = ()) -> str:
    match parameter.value:
        case FixedLength() as length:
            return any_length(length)
        case Number() as number:
            return number_words(number)
        case Name(ident):
            return lexicon.name(ident)
        case Param(ident):
            known = next((one for one in outer if one.id == ident), None)
            return _value(known, lexicon) if known is not None else clean(ident)
        case other:
            return any_length(other)


def singular(text: str) -> str:
    """`1 years`, where a number of the data stands before a unit, as "1 year"."""
    return re.sub(r"(?<![\d.,])1 (second|minute|hour|day|week|month|quarter|year)s\b", r"1 \1", text)


def _unit_once(text: str) -> str:
    """`61 cm cm`, where a text has the unit of a number that is told with it, as "61 cm"."""
    return re.sub(r"(\d) ([a-z]+) \2\b", r"\1 \2", text)


def bound(condition: Condition, bindings: Bindings) -> Condition:
    """The condition with names for the variables that are bound; the words come in through `named`."""
    return rewrite(condition, lambda node: Name(bindings[node.id]) if _is_bound(node, bindings) else node)


def _is_bound(node: object, bindings: Bindings) -> bool:
    return isinstance(node, Var) and node.id in bindings


def _conditions(law: Law, bindings: Bindings, lexicon: Lexicon) -> str:
    """A rule without a text: its lines, one after the other."""

    def told(conditions: tuple[Condition, ...]) -> str:
        return " and ".join(sentence(bound(one, bindings), lexicon) for one in conditions)

    parts = [f"if {told(law.given)}"] if law.given else []
    parts += [f"unless {told(law.unless)}"] if law.unless else []
    for word, conditions in (("then", law.then), ("never", law.never), ("it must be that", law.must)):
        parts += [f"{word} {told(conditions)}"] if conditions else []
    return capital(", ".join(parts)) if parts else f"The rule {clean(law.id)} is a block of logic program"
