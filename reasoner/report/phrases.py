"""Relations of time in words: as a verb ("comes before the Gao kidnapping") and as an adverb ("before the Gao kidnapping").

`is the first p(..)` speaks of an atom and is told in `words`.
"""

from __future__ import annotations

from reasoner.language.ir import (
    Allen,
    AllenRelation,
    By,
    Endpoint,
    Inside,
    Intersects,
    Lasts,
    Metric,
    Moment,
    Name,
    OldAt,
    OnDate,
    Order,
    Own,
    Place,
    Recurs,
    SameDay,
    Since,
    Until,
    Var,
    WithinOf,
)
from reasoner.report.dates import date_noun
from reasoner.report.lexicon import Lexicon
from reasoner.report.terms import (
    any_length,
    at_moment,
    distance_words,
    duration_words,
    moment_phrase,
    moment_words,
    unit_words,
)
from reasoner.times.ir import Civil, Shape
from reasoner.times.to_text import date_words

Timed = Order | Intersects | AllenRelation | Metric | WithinOf | SameDay | By | Since | Until | Lasts | Recurs | OldAt | Inside
"""All relations but `Ordinal`."""

_ALLEN = {
    Allen.MEETS: ("ends just as {} starts", "does not end just as {} starts"),
    Allen.MET_BY: ("starts just as {} ends", "does not start just as {} ends"),
    Allen.OVERLAPS: ("starts before {} and ends in it", "does not start before {} and end in it"),
    Allen.OVERLAPPED_BY: ("starts in {} and outlasts it", "does not start in {} and outlast it"),
    Allen.STARTS: ("starts with {} and ends earlier", "does not start with {} and end earlier"),
    Allen.STARTED_BY: ("starts with {} and outlasts it", "does not start with {} and outlast it"),
    Allen.FINISHES: ("starts later than {} and ends with it", "does not start later than {} and end with it"),
    Allen.FINISHED_BY: ("starts earlier than {} and ends with it", "does not start earlier than {} and end with it"),
    Allen.EQUALS: ("has exactly the times of {}", "does not have exactly the times of {}"),
}
_STRICT = {
    Place.BEFORE: ("comes before {}, with time between them", "does not come before {} with time between them"),
    Place.AFTER: ("comes after {}, with time between them", "does not come after {} with time between them"),
    Place.DURING: ("starts later and ends earlier than {}", "does not both start later and end earlier than {}"),
    Place.CONTAINS: ("starts earlier and ends later than {}", "does not both start earlier and end later than {}"),
}


def verb(relation: Timed, lexicon: Lexicon, *, negated: bool = False) -> str:
    """What follows the subject: "comes before the Gao kidnapping", "does not lie in April 2012"."""
    match relation:
        case AllenRelation():
            return _ALLEN[relation.relation][negated].format(moment_words(relation.moment, lexicon))
        case Order() if relation.strictly:
            return _STRICT[relation.place][negated].format(moment_words(relation.moment, lexicon))
        case Since(moment):
            return f"has{' not' if negated else ''} gone on since {moment_words(moment, lexicon)}"
        case Inside(OnDate(date)) if date.shape is Shape.INTERVAL:
            return _inflected("run", date_words(date), negated=negated)
        case _:
            stem, rest = _stem(relation, lexicon)
            return _inflected(stem, rest, negated=negated)


def _inflected(stem: str, rest: str, *, negated: bool) -> str:
    if stem == "be":
        return f"{'is not' if negated else 'is'} {rest}"
    if negated:
        return f"does not {stem} {rest}"
    return f"{stem}{'es' if stem.endswith(('h', 's', 'o')) else 's'} {rest}"


def _stem(relation: Timed, lexicon: Lexicon) -> tuple[str, str]:
    """The verb's stem and what follows it."""
    match relation:
        case Order(Place.CONTAINS, moment):
            return "cover", f"all of {moment_words(moment, lexicon)}"
        case Order(Place.DURING, moment) | Inside(moment):
            return "lie", _inside(moment, lexicon)
        case Order(place, moment):
            return "come", f"{place.value} {moment_words(moment, lexicon)}"
        case Intersects(moment):
            return "share", f"some time with {moment_words(moment, lexicon)}"
        case Lasts(distance):
            return "last", duration_words(distance)
        case OldAt(distance, moment):
            return "be", f"{distance_words(distance)} old {at_moment(moment, lexicon)}"
        case Metric():
            return "come", adverb(relation, lexicon)
        case WithinOf() | SameDay():
            return "start", adverb(relation, lexicon)
        case By():
            return "be", f"over {adverb(relation, lexicon)}"
        case Since() | Until():
            return "go", f"on {adverb(relation, lexicon)}"
        case Recurs():
            return "recur", adverb(relation, lexicon)
        case AllenRelation():
            return "be", f"{relation.relation.value} {moment_words(relation.moment, lexicon)}"


def adverb(relation: Timed, lexicon: Lexicon) -> str:
    """What can end a sentence: "before the Gao kidnapping", "in April 2012"; empty for those told by a verb only."""
    match relation:
        case Order(strictly=True) | AllenRelation() | OldAt():
            return ""
        case Order(Place.CONTAINS, moment):
            return f"throughout {moment_words(moment, lexicon)}"
        case Order(Place.DURING, moment) | Inside(moment):
            return moment_phrase(moment, lexicon)
        case Order(place, moment):
            return f"{place.value} {moment_words(moment, lexicon)}"
        case Intersects(moment):
            return f"at some time {moment_phrase(moment, lexicon)}"
        case Metric(distance, side, moment):
            comma = "," if distance.give is not None else ""
            return f"{distance_words(distance)}{comma} {side.value} {moment_words(moment, lexicon)}"
        case WithinOf(length, moment):
            return f"within {any_length(length)} of {_start_of(moment, lexicon)}"
        case SameDay(moment):
            return f"on the day of {moment_words(moment, lexicon)}"
        case By(moment):
            return f"by {moment_words(moment, lexicon) if _is_moment(moment) else _end_of(moment, lexicon)}"
        case Since(moment) | Until(moment):
            return f"{type(relation).__name__.lower()} {moment_words(moment, lexicon)}"
        case Lasts(distance):
            return f"for {duration_words(distance)}"
        case Recurs():
            return _recurs(relation, lexicon)


def _inside(moment: Moment, lexicon: Lexicon) -> str:
    """Such as "in April 2012", "within the truce"."""
    if isinstance(moment, Name | Var | Own):
        return f"within {moment_words(moment, lexicon)}"
    if isinstance(moment, OnDate) and moment.date.shape is Shape.INTERVAL:
        return f"within {date_noun(moment.date)}"
    return moment_phrase(moment, lexicon)


def _is_moment(moment: Moment) -> bool:
    """Whether it is the end of something, or told to the hour or closer: then nobody asks for its own end."""
    if isinstance(moment, OnDate):
        return isinstance(moment.date.last, Civil) and moment.date.last.hour is not None
    return isinstance(moment, Endpoint)


def _start_of(moment: Moment, lexicon: Lexicon) -> str:
    words = moment_words(moment, lexicon)
    return words if isinstance(moment, Endpoint) else f"the start of {words}"


def _end_of(moment: Moment, lexicon: Lexicon) -> str:
    return f"the end of {moment_words(moment, lexicon)}"


def _recurs(relation: Recurs, lexicon: Lexicon) -> str:
    unit = unit_words(relation.unit, relation.count)
    every = unit if relation.count == 1 else f"{relation.count} {unit}"
    return f"every {every} {moment_phrase(relation.moment, lexicon)}"
