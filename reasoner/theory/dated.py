"""The key `when` becomes part of what is said."""

from __future__ import annotations

from dataclasses import replace

from reasoner.language.ir import AllOf, Condition, Denial, Holds, Inside, Name, Order, Phrase, Place, When
from reasoner.theory.faults import Faults, listed, quoted
from reasoner.theory.kinds import Words
from reasoner.theory.occurrences import occurrences

_TWO = "say each time in `says`, as in `deal-1 before 2012`"
_NONE = "say it in `says`, as in `deal-1 before 2012`"


def dated(condition: Condition, when: When, words: Words, faults: Faults) -> Condition:
    """`says` and `when` together: `attack(by a) as e` with `2012` is `attack(by a) as e` and `e` inside 2012.

    Of a denial, `when` is the period that is denied.
    """
    if not when:
        return condition
    if isinstance(condition, Denial):
        return _denied_then(condition, when, faults)
    names = occurrences(condition, words)
    if len(names) != 1:
        what = f"it names {listed(quoted(names), 'and')}" if names else "it names none"
        message = f"`when` is about the one occurrence that `says` names, and {what}"
        faults.error("T041", when[0].span, message, _TWO if names else _NONE)
        return condition
    items = condition.items if isinstance(condition, AllOf) else (condition,)
    held = tuple(Holds(Name(names[0], phrase.span), phrase, phrase.span) for phrase in when)
    return AllOf((*items, *held), condition.span)


def _denied_then(denial: Denial, when: When, faults: Faults) -> Denial:
    if denial.phrase is not None or len(when) > 1:
        span = when[0 if denial.phrase is not None else 1].span
        faults.error("T043", span, "a denial has one period", "write a statement for each")
        return denial
    phrase = when[0]
    if isinstance(phrase.relation, Inside):
        phrase = replace(phrase, relation=Order(Place.DURING, phrase.relation.moment))
    return replace(denial, phrase=phrase)


def inside(phrase: Phrase | None) -> Inside | None:
    """The bare moment of a phrase that is one."""
    return phrase.relation if phrase is not None and isinstance(phrase.relation, Inside) else None
