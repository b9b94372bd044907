"""A date as written, in words for people: `on 19 January 2013`, `in about July 2012`, `from 2010 to 2012`."""

from __future__ import annotations

import re
from typing import assert_never

from reasoner.times.civil import MONTH_NAMES, day_number
from reasoner.times.civil_windows import years_told
from reasoner.times.ir import Civil, Date, Edge, Shape, Unit
from reasoner.times.to_words import day_words, year_words
from reasoner.times.x_words import unspecified_words

_SEASONS = (
    *("spring", "summer", "autumn", "winter") * 2,
    *("the southern spring of", "the southern summer of", "the southern autumn of", "the southern winter of"),
    *("the first quarter of", "the second quarter of", "the third quarter of", "the last quarter of"),
    *("the first four months of", "the middle four months of", "the last four months of"),
    *("the first half of", "the second half of"),
)
_AT = ("dawn", "midday")  # told without an article: "at dawn of"
_PARTS = {Unit.YEAR: ("year",), Unit.MONTH: ("year", "month"), Unit.DAY: ("year", "month", "day")}
_SIGNS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
_PREPOSITION = re.compile(r"^(perhaps )?(in|on|at) ")


def date_words(date: Date) -> str:
    """A date with its preposition, its marks told as `about` and `perhaps`."""
    if date.words:
        return date.words
    match date.shape:
        case Shape.DATE:
            assert isinstance(date.first, Civil)
            return _with_preposition(date.first)
        case Shape.ONE_OF:
            return "some time " + _between(date.first, date.last)
        case Shape.INTERVAL:
            return _interval(date)
        case Shape.ANY:
            return " or ".join(date_words(member) for member in date.members) or "at no time"
        case Shape.ALL:
            return _all(date)
        case _:
            assert_never(date.shape)


def date_noun(date: Date) -> str:
    """What can stand after "before": "19 January 2013", "the time from 2011 to 2012", "2011 or 2012"."""
    if date.shape is Shape.ANY and date.members and not date.words:
        return " or ".join(date_noun(member) for member in date.members)
    words = date_words(date)
    if date.shape is Shape.ALL:
        return f"the whole time {_between_members(date)}"
    return f"the time {words}" if date.shape is Shape.INTERVAL else _PREPOSITION.sub(r"\1", words)


def _interval(date: Date) -> str:
    first, last = (_called(side) if isinstance(side, Civil) else "" for side in (date.first, date.last))
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first} on" if date.last is Edge.OPEN else f"from {first} to an unknown time"
    return f"until {last}" if date.first is Edge.OPEN else f"from an unknown time to {last}"


def _all(date: Date) -> str:
    """Such as "both in 2011 and in 2012"; a range is told by its ends."""
    told = [
        _interval(Date(Shape.INTERVAL, member.first, member.last)) if member.shape is Shape.ONE_OF else date_words(member)
        for member in date.members
    ]
    if len(told) == 1:
        return f"{told[0]}, all of that time"
    return f"both {told[0]} and {told[1]}" if len(told) == 2 else f"{', '.join(told[:-1])} and {told[-1]}, in each of them"


def _between_members(date: Date) -> str:
    first, last = date.members[0].first, date.members[-1].last
    return _interval(Date(Shape.INTERVAL, first, last))


def _between(first: Civil | Edge, last: Civil | Edge) -> str:
    if isinstance(first, Edge):
        assert isinstance(last, Civil)
        return f"not after {_called(last)}"
    if isinstance(last, Edge):
        return f"not before {_called(first)}"
    return f"between {_called(first)} and {_called(last)}"


def _with_preposition(civil: Civil) -> str:
    perhaps = "perhaps " if civil.uncertain else ""
    if civil.unspecified and not civil.part:
        return perhaps + unspecified_words(civil, "about " if civil.approximate else "") + _marks(civil)
    preposition = _preposition(civil)
    return f"{perhaps}{preposition} {_called(civil, perhaps='')}"


def _preposition(civil: Civil) -> str:
    if civil.part:
        return "at" if civil.part in _AT else "in"
    return "in" if civil.day is None else "on"


def _called(civil: Civil, perhaps: str = "perhaps ") -> str:
    """A date without a preposition, as in `from .. to ..`."""
    marks = (perhaps if civil.uncertain else "") + ("about " if civil.approximate else "")
    words = _PREPOSITION.sub("", unspecified_words(civil)) if civil.unspecified else _plain(civil)
    if civil.part:
        article = "" if civil.part in _AT else "the "
        words = f"{article}{civil.part.replace('-', ' ')} of {words}"
    return marks + words + _marks(civil)


def _marks(civil: Civil) -> str:
    """Which parts are marked: " (the year is uncertain)"."""
    told = []
    for mark in civil.marks:
        parts = _PARTS[mark.part][-1:] if mark.alone else _PARTS[mark.part]
        which = f"the {parts[0]} is" if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]} are"
        told.append(f"{which} {_SIGNS[mark.sign]}")
    return f" ({'; '.join(told)})" if told else ""


def _plain(civil: Civil) -> str:
    year = year_words(civil.year)
    if civil.significant is not None:
        first, count = years_told(civil)
        return f"{year}, or some other year from {year_words(first)} to {year_words(first + count - 1)}"
    if civil.season is not None:
        return f"{_SEASONS[civil.season - 21]} {year}"
    if civil.month is None:
        return year
    if civil.day is None:
        return f"{MONTH_NAMES[civil.month - 1]} {year}"
    day = day_words(day_number(civil.year, civil.month, civil.day))
    if civil.hour is None:
        return day
    if civil.minute is None:
        clock = f"{civil.hour:02}:00 to {civil.hour:02}:59"
    else:
        clock = f"{civil.hour:02}:{civil.minute:02}" + ("" if civil.second is None else f":{civil.second:02}")
    zone = {"": "", "Z": " UTC"}.get(civil.zone, f" ({civil.zone})")
    return f"{day}, {clock}{zone}"
