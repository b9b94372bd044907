"""Variables replaced by names in a condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from property.cases import (
    AnyOf,
    Atom,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    Distance,
    End,
    Every,
    Extreme,
    Holds,
    Initiates,
    Lasting,
    Length,
    Moment,
    Not,
    Occurs,
    OfKind,
    Period,
    Phrase,
    Retracts,
    Rough,
    Same,
    Several,
    Subject,
    Term,
    Terminates,
    Ticks,
)

Names = Mapping[str, str]


def in_atom(atom: Atom, names: Names) -> Atom:
    return Atom(atom.pred, tuple((role, in_term(term, names)) for role, term in atom.args))


def in_term(term: Term, names: Names) -> Term:
    match term:
        case Content(Atom() as says):
            return Content(in_atom(says, names))
        case Content(says):
            return Content(in_condition(says, names))
        case Rough():
            return term
        case _:
            return names.get(term, term)


def in_length(length: Length, names: Names) -> Length:
    """A number of the data is put in as such."""
    if isinstance(length.amount, int):
        return length
    amount = names.get(length.amount, length.amount)
    return Length(int(amount) if amount.isdigit() else amount, length.unit)


def in_distance(distance: Distance, names: Names) -> Distance:
    other = None if distance.other is None else in_length(distance.other, names)
    return Distance(distance.how, in_length(distance.length, names), other)


def in_number(number: str | Lasting, names: Names) -> str | Lasting:
    if isinstance(number, Lasting):
        return Lasting(names.get(number.of, number.of), number.unit, names.get(number.times, number.times))
    return names.get(number, number)


def in_subject(subject: Subject, names: Names) -> Subject:
    return End(subject.which, names.get(subject.of, subject.of)) if isinstance(subject, End) else names.get(subject, subject)


def in_moment(moment: Moment, names: Names) -> Moment:
    return moment if isinstance(moment, Ticks | Several | Period) else in_subject(moment, names)


def in_phrase(phrase: Phrase, names: Names) -> Phrase:
    moment = None if phrase.moment is None else in_moment(phrase.moment, names)
    return replace(phrase, moment=moment, distance=phrase.distance and in_distance(phrase.distance, names))


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
        case Count(_, _, var, counted):
            return replace(condition, var=names.get(var, var), counted=in_conditions(counted, names))
        case Every(counted, _, moment):
            inside = in_condition(counted, names)
            assert isinstance(inside, Occurs)
            return replace(condition, counted=inside, moment=names.get(moment, moment) if isinstance(moment, str) else moment)
        case Compare(left, op, right, plus):
            return Compare(in_number(left, names), op, in_number(right, names), plus)
        case Extreme(function, var, counted, op, right_number):
            inner = in_conditions(counted, names)
            return Extreme(function, names.get(var, var), inner, op, names.get(right_number, right_number))
        case AnyOf(items):
            return AnyOf(tuple(in_conditions(item, names) for item in items))


def in_conditions(conditions: Conditions, names: Names) -> Conditions:
    return tuple(in_condition(condition, names) for condition in conditions)
