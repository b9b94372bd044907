"""How guards are named in print; the only place to change where the project names them otherwise."""

from __future__ import annotations

from property import sentences
from property.cases import (
    AnyOf,
    Atom,
    Compare,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    End,
    Every,
    Extreme,
    Holds,
    Initiates,
    Lasting,
    Moment,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Retracts,
    Rough,
    Same,
    Subject,
    Term,
    Terminates,
    as_condition,
    is_variable,
)

EACH = "Each"
"""A variable that is not printed: what is to come in every period."""


def accept(statement: str) -> str:
    return f"accept({statement})"


def trust(source: str) -> str:
    return f"trust({source})"


def link(statement: str, step: int) -> str:
    """`step` counts from 1, the innermost source."""
    return f"link({statement}, {step})"


def keep(rule: str) -> str:
    return f"keep({rule})"


def honoured(rule: str, values: tuple[str, ...]) -> str:
    return f"honoured({', '.join((rule, *values))})"


def made(rule: str, values: tuple[str, ...], label: str = "") -> str:
    """What a rule makes; `label` is the name it gives there to one of several."""
    return f"{rule}{'.' if label else ''}{label}({', '.join(values)})"


def reading(statement: str) -> str:
    return f"reading({statement})"


def absent_hypothesis(hypothesis: str) -> str:
    return f"absent({hypothesis})"


def absent(conditions: Conditions, names: dict[str, str]) -> str:
    """`absent(..)` of a condition: bound variables by their names, the others `_1`, `_2` in order of appearance.

    Those of the counts in its contents are numbered with them.
    """
    terms = dict.fromkeys(all_terms(conditions))
    fresh = [name for name in terms if (is_variable(name) and name not in names) or is_own(name)]
    numbered = {name: f"_{i}" for i, name in enumerate(fresh, 1)}
    return f"absent({sentences.conditions(conditions, {**names, **numbered})})"


def is_own(term: str) -> bool:
    """Whether a term is a variable of a count in a content (see `owning`)."""
    return term.startswith("_") and term != "_"


def told_number(owner: str, role: str) -> str:
    """The number that a statement tells with a tolerance."""
    return f"{role} of {owner}"


def order(name: str, *, number: bool) -> str:
    """By what a name stands in order among names: what is supposed has none of its own."""
    if "absent(" not in name:
        return name
    return " of something" if number else "something"


def variables(conditions: Conditions) -> list[str]:
    """The variables of conditions in order of first appearance."""
    found: dict[str, None] = {}
    for text in all_terms(conditions):
        if is_variable(text):
            found.setdefault(text)
    return list(found)


def phrase_variables(phrase: Phrase) -> list[str]:
    return [text for text in _phrase(phrase) if is_variable(text)]


def all_terms(conditions: Conditions) -> list[str]:
    return [text for value in conditions for text in _terms_of(value)]


def _terms_of(value: object) -> list[str]:
    match value:
        case Occurs(of, name, told):
            return [*_atom(of), name, *_phrase(told)]
        case Holds(subject, told):
            return [*_moment(subject), *_phrase(told)]
        case Not(of, told):
            return [*_atom(of), *_phrase(told)]
        case Denied(name) | OfKind(name, _):
            return [name]
        case Initiates(event, atom):
            return [event, *_atom(atom)]
        case Same(left, right) | Different(left, right) | Retracts(left, right) | Terminates(left, right):
            return [left, right]
        case Count(_, _, var, counted):
            return [var, *all_terms(counted)]
        case Every(counted, _, moment):
            return [EACH, *_terms_of(counted), *_moment(moment)]
        case Compare(left, _, right):
            return [*_number(left), *_number(right)]
        case Extreme(_, var, counted, _, right):
            return [var, *all_terms(counted), right]
        case AnyOf(items):
            return [text for item in items for text in all_terms(item)]
        case _:
            raise TypeError(value)


def _atom(atom: Atom) -> list[str]:
    return [text for _, term in atom.args for text in _term(term)]


def _term(term: Term) -> list[str]:
    match term:
        case Content():
            return _terms_of(as_condition(term))
        case Rough():
            return []
        case _:
            return [term]


def _number(number: str | Lasting) -> list[str]:
    return [number.times, number.of] if isinstance(number, Lasting) else [number]


def _phrase(phrase: Phrase | None) -> list[str]:
    if phrase is None:
        return []
    lengths = (phrase.distance.length, phrase.distance.other) if phrase.distance else ()
    amounts = [str(length.amount) for length in lengths if length is not None]
    return [*amounts, *([] if phrase.moment is None else _moment(phrase.moment))]


def _moment(moment: Moment | Subject) -> list[str]:
    match moment:
        case End(_, of):
            return [of]
        case str():
            return [moment]
        case _:
            return []
