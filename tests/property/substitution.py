"""Variables replaced by names in a condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from property.cases import (
    AnyOf,
    Atom,
    Condition,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    End,
    Holds,
    Initiates,
    Moment,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Retracts,
    Same,
    Subject,
    Term,
    Terminates,
    Ticks,
)

Names = Mapping[str, str]


def in_atom(atom: Atom, names: Names) -> Atom:
    return Atom(atom.pred, tuple((role, in_term(term, names)) for role, term in atom.args))


def in_term(term: Term, names: Names) -> Term:
    return Content(in_atom(term.says, names)) if isinstance(term, Content) else names.get(term, term)


def in_subject(subject: Subject, names: Names) -> Subject:
    return End(subject.which, names.get(subject.of, subject.of)) if isinstance(subject, End) else names.get(subject, subject)


def in_moment(moment: Moment, names: Names) -> Moment:
    return moment if isinstance(moment, Ticks) else in_subject(moment, names)


def in_phrase(phrase: Phrase, names: Names) -> Phrase:
    return phrase if phrase.moment is None else replace(phrase, moment=in_moment(phrase.moment, names))


def in_condition(condition: Condition, names: Names) -> Condition:
    """The condition with each variable of `names` replaced."""
    match condition:
        case Occurs(atom, name, phrase):
            return Occurs(in_atom(atom, names), names.get(name, name), phrase and in_phrase(phrase, names))
        case Holds(subject, phrase):
            return Holds(in_subject(subject, names), in_phrase(phrase, names))
        case Not(atom, phrase):
            return Not(in_atom(atom, names), phrase and in_phrase(phrase, names))
        case Denied(of):
            return Denied(names.get(of, of))
        case Same(left, right):
            return Same(names.get(left, left), names.get(right, right))
        case Different(left, right):
            return Different(names.get(left, left), names.get(right, right))
        case Retracts(newer, older):
            return Retracts(names.get(newer, newer), names.get(older, older))
        case Initiates(event, atom):
            return Initiates(names.get(event, event), in_atom(atom, names))
        case Terminates(event, state):
            return Terminates(names.get(event, event), names.get(state, state))
        case OfKind(ref, kind):
            return OfKind(names.get(ref, ref), kind)
        case Count(_, _, _, counted):
            return replace(condition, counted=in_conditions(counted, names))
        case AnyOf(items):
            return AnyOf(tuple(in_conditions(item, names) for item in items))


def in_conditions(conditions: Conditions, names: Names) -> Conditions:
    return tuple(in_condition(condition, names) for condition in conditions)
