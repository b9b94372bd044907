"""The key `when` becomes part of what is said."""

from __future__ import annotations

from dataclasses import replace

from reasoner.dossier.ir import Form
from reasoner.language.ir import (
    AllOf,
    Atom,
    Condition,
    Denial,
    Holds,
    Inside,
    Name,
    OfKind,
    Order,
    Phrase,
    Place,
    When,
)
from reasoner.language.rewrite import find
from reasoner.theory.faults import Faults, listed, quoted
from reasoner.theory.kinds import Words
from reasoner.theory.occurrences import happenings, occurrences


def dated(condition: Condition, when: When, owner: str, words: Words, faults: Faults) -> Condition:
    """`says` and `when` together: `attack(by a) as e` with `2012` is `attack(by a) as e` and `e` inside 2012.

    Of a denial, `when` is the period that is denied. Where `says` does not tell what `when` is about, that stands in as
    what `owner` tells of, so that the times are judged all the same.
    """
    if not when:
        return condition
    if isinstance(condition, Denial):
        return _denied_then(condition, when, faults)
    names = occurrences(condition, words)
    if len(names) != 1:
        faults.doubts.doubt_name(owner)
        if _is_sure(condition, words):
            what = f"it names {listed(quoted(names), 'and')}" if names else "it names none"
            message = f"`when` is about the one occurrence that `says` names, and {what}"
            faults.error("T041", when[0].span, message, _hint(names, condition, words))
    about = names[0] if len(names) == 1 else owner
    items = condition.items if isinstance(condition, AllOf) else (condition,)
    held = tuple(Holds(Name(about, phrase.span), phrase, phrase.span) for phrase in when)
    return AllOf((*items, *held), condition.span)


def _hint(names: tuple[str, ...], condition: Condition, words: Words) -> str:
    if names:
        return f"say each time in `says`, as in `{names[0]} before 2012`"
    if any(words[one.atom.predicate].form is Form.FACT for one in happenings(condition)):
        return "a fact has no times: declare the word as an `event` or a `state`, or leave `when` out"
    return "put this time into `says`, with the name of what it is about"


def _is_sure(condition: Condition, words: Words) -> bool:
    """Whether it can be told how many occurrences are named: something is said, in words that are known."""
    told = list(find(condition, Atom, OfKind))
    known = all((one.predicate if isinstance(one, Atom) else one.kind) in words for one in told)
    return known and condition != AllOf(())


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
