"""A date as written, in words for people: `on 19 January 2013`, `in about July 2012`, `from 2010 to 2012`."""

from __future__ import annotations

from reasoner.times.civil import MONTH_NAMES, day_number
from reasoner.times.ir import Civil, Date, Edge, Shape
from reasoner.times.to_words import day_words, year_words

_SEASONS = (
    *("spring", "summer", "autumn", "winter") * 2,
    *("the southern spring of", "the southern summer of", "the southern autumn of", "the southern winter of"),
    *("the first quarter of", "the second quarter of", "the third quarter of", "the last quarter of"),
    *("the first four months of", "the middle four months of", "the last four months of"),
    *("the first half of", "the second half of"),
)


def date_words(date: Date) -> str:
    """A date with its preposition, its marks told as `about` and `perhaps`."""
    if date.shape is Shape.DATE:
        assert isinstance(date.first, Civil)
        return _with_preposition(date.first)
    if date.shape is Shape.ONE_OF:
        return "some time " + _between(date.first, date.last)
    first, last = (_called(side) if isinstance(side, Civil) else "" for side in (date.first, date.last))
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first} on" if date.last is Edge.OPEN else f"from {first} to an unknown time"
    return f"until {last}" if date.first is Edge.OPEN else f"from an unknown time to {last}"


def _between(first: Civil | Edge, last: Civil | Edge) -> str:
    if isinstance(first, Edge):
        assert isinstance(last, Civil)
        return f"not after {_called(last)}"
    if isinstance(last, Edge):
        return f"not before {_called(first)}"
    return f"between {_called(first)} and {_called(last)}"


def _with_preposition(civil: Civil) -> str:
    on = civil.day is not None or civil.unspecified.count("-") - civil.unspecified.startswith("-") == 2
    return f"{'perhaps ' if civil.uncertain else ''}{'on' if on else 'in'} {_called(civil, perhaps='')}"


def _called(civil: Civil, perhaps: str = "perhaps ") -> str:
    """A date without a preposition, as in `from .. to ..`."""
    marks = (perhaps if civil.uncertain else "") + ("about " if civil.approximate else "")
    return marks + (_unspecified(civil) if civil.unspecified else _plain(civil))


def _plain(civil: Civil) -> str:
    year = year_words(civil.year)
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


def _unspecified(civil: Civil) -> str:
    """A date with X digits: `the years 2010 to 2019`, `some month of 2004`, `some day of April 1985`."""
    negative = civil.unspecified.startswith("-")
    year, *rest = civil.unspecified.removeprefix("-").split("-")
    years = 10 ** year.count("X")
    first, last = (civil.year - years + 1, civil.year) if negative else (civil.year, civil.year + years - 1)
    told = year_words(first) if years == 1 else f"the years {year_words(first)} to {year_words(last)}"
    if not rest:
        return told
    if civil.month is not None:
        return f"some day of {MONTH_NAMES[civil.month - 1]} {told}"
    return f"some {'day' if len(rest) == 2 else 'month'} of {told}"
