"""Names, numbers, lengths of time and moments in words."""

from __future__ import annotations

from reasoner.language.ir import (
    AnyLength,
    Arith,
    Bound,
    DayNear,
    Deictic,
    Distance,
    EachYear,
    Endpoint,
    FixedLength,
    LengthOf,
    Moment,
    Name,
    Near,
    Number,
    OnDate,
    Own,
    Param,
    PartOfDay,
    Ref,
    Rough,
    Subject,
    Term,
    Var,
    VarLength,
    Weekday,
)
from reasoner.report.clean import clean
from reasoner.report.dates import WEEKDAYS, date_noun
from reasoner.report.lexicon import Lexicon
from reasoner.times.days_beside import day_words
from reasoner.times.decimals import decimal
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Unit
from reasoner.times.to_text import date_words, length_words

# ---------------------------------------------------------------- names and numbers


def ref_words(ref: Ref | Endpoint, lexicon: Lexicon) -> str:
    """A name as it is displayed, a variable as its letter, "the start of deal-1"."""
    if isinstance(ref, Endpoint):
        return f"the {ref.which.value} of {ref_words(ref.of, lexicon)}"
    if isinstance(ref, Own) and ref.id == "_":
        return "something"
    return lexicon.name(ref.id) if isinstance(ref, Name) else ref.id


def number_words(number: Number | Param) -> str:
    """Such as "1,200 km"; a parameter shows its name."""
    if isinstance(number, Param):
        return f"${number.id}"
    return f"{decimal(number.value, grouped=True, places=number.decimals)} {number.unit}".strip()


def rough_words(rough: Rough) -> str:
    """Such as "about 12", "12, give or take 1", "10 to 15"."""
    number = number_words(rough.number)
    if rough.upper is not None:
        return f"{number} to {number_words(rough.upper)}"
    if rough.give is not None:
        return f"{number}, give or take {number_words(rough.give)}"
    return f"{rough.how.value} {number}".strip()


def term_words(term: Term, lexicon: Lexicon) -> str:
    match term:
        case Name() | Var() | Own():
            return ref_words(term, lexicon)
        case Number() | Param():
            return number_words(term)
        case LengthOf():
            return f"the length of {ref_words(term.of, lexicon)} in {unit_words(term.unit, 2)}"
        case Arith():
            return f"{_factor(term.left, lexicon)} {term.op} {_factor(term.right, lexicon)}"


def _factor(term: Term, lexicon: Lexicon) -> str:
    words = term_words(term, lexicon)
    return f"({words})" if isinstance(term, Arith) else words


# ---------------------------------------------------------------- lengths


def unit_words(unit: Unit, count: int) -> str:
    """Such as "day", "days"."""
    return unit.value.replace("-", " ") + ("" if count == 1 else "s")


def any_length(length: AnyLength) -> str:
    match length:
        case FixedLength():
            return length_words(length.length)
        case VarLength():
            return f"{length.var.id} {unit_words(length.unit, 1 if length.var.id == '1' else 2)}"
        case Param():
            return f"${length.id}"


def distance_words(distance: Distance) -> str:
    """Such as "at least 3 days", "about 2 years", "between 2 days and 3 days", "2 years, give or take 1 month"."""
    length = any_length(distance.length)
    if distance.upper is not None:
        return f"between {length} and {any_length(distance.upper)}"
    give = f", give or take {any_length(distance.give)}" if distance.give is not None else ""
    return f"{distance.how.value} {length}{give}".strip()


def duration_words(distance: Distance) -> str:
    """The same for how long something lasts: `within 3 days` is "at most 3 days"."""
    words = distance_words(distance)
    return words.replace("within", "at most", 1) if distance.how is Near.WITHIN else words


# ---------------------------------------------------------------- moments

_BARE_PARTS = ("dawn", "midday")  # told without an article: "at dawn of"


def moment_words(moment: Moment | Subject, lexicon: Lexicon) -> str:
    """As a noun: "April 2012", "the Gao kidnapping", "the start of deal-1", "the Wednesday before the Gao kidnapping"."""
    match moment:
        case OnDate():
            return date_noun(moment.date)
        case EachYear():
            return date_noun(parse_date(moment.text))
        case Name() | Var() | Own():
            return _dated(moment, lexicon)
        case Endpoint():
            return ref_words(moment, lexicon)
        case Weekday():
            return f"a {WEEKDAYS[moment.day]}" if moment.date is None else f"{WEEKDAYS[moment.day]}, {date_noun(moment.date)}"
        case DayNear():
            return f"the {day_words(moment.day, moment.nth)} {moment.side.value} {moment_words(moment.moment, lexicon)}"
        case PartOfDay():
            article = "" if moment.part in _BARE_PARTS else "the "
            return f"{article}{moment.part.replace('-', ' ')} of {date_noun(moment.date)}"
        case Deictic():
            return _deictic(moment)


def moment_phrase(moment: Moment, lexicon: Lexicon) -> str:
    """As what marks a time: "in April 2012", "during the truce", "on a Thursday", "in the morning of 19 January 2013"."""
    words = moment_words(moment, lexicon)
    match moment:
        case OnDate():
            return date_words(moment.date)
        case EachYear():
            return date_words(parse_date(moment.text))
        case Name() | Var() | Own():
            return f"during {words}"
        case Endpoint():
            return f"at {words}"
        case Weekday() | DayNear():
            return f"on {words}"
        case PartOfDay():
            return f"{'at' if moment.part in _BARE_PARTS else 'in'} {words}"
        case Deictic():
            return words


def at_moment(moment: Moment, lexicon: Lexicon) -> str:
    """For an age: "on 19 January 2013", "at the time of memo 2 (19 January 2013)"."""
    if isinstance(moment, Name | Var | Own):
        return f"at the time of {moment_words(moment, lexicon)}"
    return moment_phrase(moment, lexicon)


def _dated(ref: Ref, lexicon: Lexicon) -> str:
    date = lexicon.dates.get(ref.id) if isinstance(ref, Name) else None
    return ref_words(ref, lexicon) + (f" ({date})" if date else "")


def _deictic(moment: Deictic) -> str:
    """`last wednesday` is "last Wednesday"."""
    return " ".join(word.capitalize() if word.capitalize() in WEEKDAYS else word for word in clean(moment.word).split())


def bound_words(bound: Bound | None) -> str:
    """A count without a bound is exact."""
    return "exactly" if bound is None else bound.value
