"""A condition as a line of the project's language, its variables replaced by names where told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from property.cases import (
    THAT,
    AnyOf,
    Atom,
    Between,
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
    When,
    as_condition,
)

Names = Mapping[str, str]
BASE = datetime(2020, 1, 1, tzinfo=UTC)
DAY = 1440


def date(ticks: Ticks) -> str:
    """A day, an hour or a minute where the ticks are just that; else `[a..b]`."""
    first, last = ticks.first, ticks.last
    if first % DAY == 0 and last == first + DAY - 1:
        return f"{BASE + timedelta(minutes=first):%Y-%m-%d}"
    if first % 60 == 0 and last == first + 59:
        return f"{BASE + timedelta(minutes=first):%Y-%m-%dT%H}"
    if first == last:
        return f"{BASE + timedelta(minutes=first):%Y-%m-%dT%H:%M}"
    return f"[{date(Ticks(first, first))}..{date(Ticks(last, last))}]"


def several(value: Several) -> str:
    if value.text:
        return value.text
    told = ",".join(date(one).strip("[]") for one in value.dates)
    return f"{{{told}}}" if value.every else f"[{told}]"


def term(value: Term, names: Names) -> str:
    match value:
        case Content():
            return f"{THAT}{condition(as_condition(value), names)}"
        case Rough():
            return rough(value)
        case _:
            return names.get(value, value)


def rough(value: Rough) -> str:
    if value.how in {"±", ".."}:
        return f"{value.number}{' ' if value.how == '±' else ''}{value.how}{value.other}"
    return f"{value.how} {value.number}"


def number(value: str | Lasting, names: Names) -> str:
    if isinstance(value, str):
        return term(value, names)
    told = f"length of {term(value.of, names)} in {value.unit}s"
    return told if value.times == "1" else f"{term(value.times, names)} * {told}"


def moment(value: Moment | Subject, names: Names) -> str:
    match value:
        case Ticks():
            return date(value)
        case Several():
            return several(value)
        case Period(name):
            return name
        case End(which, of):
            return f"{which} of {term(of, names)}"
        case str():
            return term(value, names)


def length(value: Length, names: Names) -> str:
    amount = value.amount if isinstance(value.amount, int) else term(value.amount, names)
    return f"{amount} {value.unit}{'' if value.amount == 1 else 's'}"


def distance(value: Distance, names: Names) -> str:
    text = length(value.length, names)
    if value.how == "plain":
        return text
    if value.how in {"±", "between"}:
        assert value.other is not None
        other = length(value.other, names)
        return f"{text} ±{other}" if value.how == "±" else f"between {text} and {other}"
    return f"{value.how} {text}"


def phrase(value: Phrase, names: Names, subject: str = "") -> str:
    """`before F`; a phrase of age has its `is` after the subject, which is put first."""
    text = {
        "metric": "{distance} {side} {moment}",
        "near": "{distance} of {moment}",
        "old": "is {distance} old at {moment}",
        "lasts": "lasts {distance}",
        "inside": "{moment}",
    }.get(value.word, "{word} {moment}")
    told = text.format(
        word=value.word,
        side=value.side,
        distance="" if value.distance is None else distance(value.distance, names),
        moment="" if value.moment is None else moment(value.moment, names),
    )
    return f"{subject}{' ' if subject else ''}{'not ' if value.negated else ''}{told}"


def when(value: When) -> str:
    match value:
        case None:
            return ""
        case Between(first, last):
            return f"{date(first)}/{date(last)}"
        case Phrase(word="old"):
            return phrase(value, {}).removeprefix("is ")
        case Phrase():
            return phrase(value, {})


def atom(value: Atom, names: Names) -> str:
    args = (term(value_, names) if role.isdigit() else f"{role} {term(value_, names)}" for role, value_ in value.args)
    return f"{value.pred}({', '.join(args)})"


def condition(value: Condition, names: Names) -> str:
    match value:
        case Occurs(of, name, told):
            named = f"{atom(of, names)} as {term(name, names)}" if name else atom(of, names)
            return phrase(told, names, named) if told else named
        case Holds(subject, told):
            return phrase(told, names, moment(subject, names))
        case Not(of, told):
            return f"not {phrase(told, names, atom(of, names)) if told else atom(of, names)}"
        case Denied(of_name):
            return f"not {term(of_name, names)}"
        case Same(left, right):
            return f"{term(left, names)} is {term(right, names)}"
        case Different(left, right):
            return f"{term(left, names)} is not {term(right, names)}"
        case OfKind(ref, kind):
            return f"{term(ref, names)} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        case Retracts(newer, older):
            return f"{term(newer, names)} retracts {term(older, names)}"
        case Initiates(event, of):
            return f"{term(event, names)} initiates {atom(of, names)}"
        case Terminates(event, state):
            return f"{term(event, names)} terminates {term(state, names)}"
        case Count():
            return _count(value, names)
        case Every(counted, each, of, negated):
            every = each.unit if each.amount == 1 else length(each, names)
            return f"{condition(counted, names)} {'not ' if negated else ''}every {every} during {moment(of, names)}"
        case Compare(left, op, right, plus):
            return f"{number(left, names)} {op} {number(right, names)}{f' + {plus}' if plus else ''}"
        case Extreme(function, var, told, op, right):
            return f"{function} of {term(var, names)} with {_counted(told, names)} {op} {number(right, names)}"
        case AnyOf(items):
            return " or ".join(conditions(item, names) if len(item) == 1 else f"({conditions(item, names)})" for item in items)


def _count(value: Count, names: Names) -> str:
    how = "no" if value.bound == "no" else f"{value.bound} {value.number}"
    within = f" all within {length(value.within, names)}" if value.within else ""
    return f"{how} {term(value.var, names)} with {_counted(value.counted, names)}{within}"


def _counted(told: Conditions, names: Names) -> str:
    counted = conditions(told, names)
    return counted if len(told) == 1 else f"({counted})"


def conditions(values: Conditions, names: Names) -> str:
    """All of them in one line; an `or` among others stands in brackets."""
    texts = [condition(value, names) for value in values]
    if len(values) == 1:
        return texts[0]
    return " and ".join(f"({text})" if isinstance(value, AnyOf) else text for text, value in zip(texts, values, strict=True))
