"""Dates (EDTF, ISO 8601-2) and lengths of time from their text.

EDTF levels 0, 1 and 2; beyond them clock times told to the hour, clock times in intervals, zone names in brackets, and
X digits anywhere in dates that are the ends of intervals or members of sets.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from fractions import Fraction

from reasoner.times.civil_windows import civil_window
from reasoner.times.errors import DateError, NoSuchTime, TooMany
from reasoner.times.ir import Civil, Clock, Date, Edge, Length, Shape, Unit
from reasoner.times.misspelt import misspelt, range_at_end, short_end
from reasoner.times.single_dates import read_single_date
from reasoner.times.weeks import WEEK, parse_week
from reasoner.times.windows import extent

__all__ = ["DateError", "parse_date", "parse_length"]

_TWO_DAYS = 2 * 86_400
_ZONE = re.compile(r"(?<=[0-9~?%])\[[A-Za-z][^\[\]]*\]")
_UNITS = {word: unit for unit in Unit for word in (unit.value, f"{unit.value}s")}
_ORDER = tuple(Unit)
_LONGEST_AMOUNT = 12  # characters
_LONGEST_TEXT = 200


def parse_date(text: str) -> Date:
    """Read an EDTF expression, or a week of ISO 8601, `2015-W08`. Raises `DateError`, with the offset of the fault in `text`."""
    _check_length(text)
    if text.startswith(("[", "{")):
        return _set(text)
    slashes = [found.start() for found in re.finditer(r"\[[^\]]*\]|/", text) if found[0] == "/"]
    if slashes:
        return _interval(text, slashes)
    if WEEK.fullmatch(text):
        return parse_week(text)
    civil = _date(text, 0)
    return Date(Shape.DATE, civil, civil, text)


def parse_length(text: str) -> Length:
    """Read a length of time such as `3 months`, `1 year 6 months`, `1.5 hours`. Raises `DateError`."""
    _check_length(text)
    words = list(re.finditer(r"\S+", text))
    if not words:
        raise DateError("a length is missing", 0, "write `3 months`")
    parts: list[tuple[Fraction, Unit]] = []
    for place in range(0, len(words), 2):
        amount = _amount(words[place])
        if place + 1 == len(words):
            raise DateError("a length has a unit", words[place].start(), f"write `{words[place][0]} days`, or another unit")
        unit = _unit(words[place + 1])
        if parts and _ORDER.index(unit) >= _ORDER.index(parts[-1][1]):
            raise DateError("the larger unit comes first, and each once", words[place].start(), "write `1 year 6 months`")
        parts.append((amount, unit))
    return Length(tuple(parts))


def _check_length(text: str) -> None:
    if len(text) > _LONGEST_TEXT:
        raise DateError(f"this is longer than {_LONGEST_TEXT} characters", _LONGEST_TEXT)


def _interval(text: str, slashes: list[int]) -> Date:
    if len(slashes) > 1:
        if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", text):
            raise misspelt(text, 0)
        raise DateError("an interval has one `/`", slashes[1], "write a date as `2013-01-17`, an interval as `2013-01/2013-03`")
    start, stop = text[: slashes[0]], text[slashes[0] + 1 :]
    if any(".." in end and end != ".." for end in (start, stop)):
        raise range_at_end(start, stop, 0)
    if wrong := short_end(start, stop):
        raise wrong
    first, last = _side(start, 0), _side(stop, slashes[0] + 1)
    if isinstance(first, Edge) and isinstance(last, Edge):
        raise DateError("an interval needs a date", 0, "write `2013/..`, or leave it out")
    _check_order(first, last, slashes[0] + 1)
    _check_zones(first, last, (0, slashes[0] + 1))
    return Date(Shape.INTERVAL, first, last, text)


def _set(text: str) -> Date:
    """`[a,b..c]`, one of these, or `{a,b..c}`, all of these. What has one date is that date. Blanks may follow commas."""
    close = "]" if text[0] == "[" else "}"
    if not text.endswith(close) or re.search(r"[\[\]{}]", _ZONE.sub("", text[1:-1])):
        raise misspelt(text, 0)
    parts = [found for found in re.finditer(r"[^,]*", text[1:-1]) if found[0] or text[found.start()] in "[{,"]
    places = [part.start() + 1 + (len(part[0]) - len(part[0].lstrip(" "))) * (part.start() > 0) for part in parts]
    members = tuple(_member(text[place : part.end() + 1], place) for part, place in zip(parts, places, strict=True))
    for nth, member in enumerate(members):
        early, late = member.first is Edge.OPEN and nth > 0, member.last is Edge.OPEN and nth < len(members) - 1
        if early or late:
            at = places[nth] if early else text.index("..", places[nth])
            raise DateError("an open end stands first or last in a set", at, "write `[..2010,2012]` or `[2010,2012..]`")
    if len(members) == 1 and (text[0] == "[" or members[0].shape is Shape.DATE):
        return replace(members[0], text=text)
    return Date(Shape.ANY if text[0] == "[" else Shape.ALL, Edge.UNKNOWN, Edge.UNKNOWN, text, members)


def _member(text: str, at: int) -> Date:
    """One date of a set, or a range of dates."""
    ends = [found.start() for found in re.finditer(r"\.\.", text)]
    if not ends:
        civil = _date(text, at)
        return Date(Shape.DATE, civil, civil, text)
    if len(ends) > 1:
        raise DateError("two dates have one `..` between them", at + ends[1], "write `[2011..2012]`, `[..2012]` or `[2011..]`")
    first, last = _side(text[: ends[0]], at), _side(text[ends[0] + 2 :], at + ends[0] + 2)
    first, last = (Edge.OPEN if isinstance(side, Edge) else side for side in (first, last))
    if isinstance(first, Edge) and isinstance(last, Edge):
        raise DateError("some time between needs a date", at, "write `[2013..]`, or leave it out")
    _check_order(first, last, at + ends[0] + 2)
    return Date(Shape.ONE_OF, first, last, f"[{text}]")


def _side(text: str, at: int) -> Civil | Edge:
    return Edge(text) if text in ("", "..") else _date(text, at)


def _date(text: str, at: int) -> Civil:
    civil = read_single_date(text, at)
    if civil.zone:
        try:
            civil_window(civil, zone="", clock=Clock.SECOND)
        except NoSuchTime as wrong:
            raise DateError(wrong.message, at, wrong.help) from None
    return civil


def _check_order(first: Civil | Edge, last: Civil | Edge, at: int) -> None:
    """Refuse what can only end before it starts, as far as that is sure without the dossier's zone.

    A day there can begin up to a day away from the same day in UTC, so a pair with a clock time that names no zone is
    refused only if it is two days apart; `extent` looks again.
    """
    if isinstance(first, Edge) or isinstance(last, Edge):
        return
    timed = first.hour is not None or last.hour is not None
    slack = _TWO_DAYS if timed and "" in (first.zone, last.zone) else 0
    try:
        start, stop = (extent(Date(Shape.DATE, side, side), zone="", clock=Clock.SECOND).whole for side in (first, last))
    except TooMany:
        return
    assert start.earliest is not None
    assert stop.latest is not None
    if stop.latest + slack < start.earliest:
        raise DateError("this can only end before it starts", at, "write the earlier date first")


def _check_zones(first: Civil | Edge, last: Civil | Edge, places: tuple[int, int]) -> None:
    """A zone in brackets is not taken for both ends, nor for one alone where the other is a clock time without any."""
    if isinstance(first, Edge) or isinstance(last, Edge):
        return
    for one, other, at in ((first, last, places[0]), (last, first, places[1])):
        if one.hour is not None and not one.zone and other.zone not in ("", "Z") and other.zone[0] not in "+-":
            hint = f"write `[{other.zone}]` there too, or the zone that it is told in"
            raise DateError("the other end of this interval names a zone, and this end none", at, hint)


def _amount(word: re.Match[str]) -> Fraction:
    if len(word[0]) > _LONGEST_AMOUNT:
        raise DateError("this number is too long", word.start())
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", word[0]):
        return Fraction(word[0])
    if re.fullmatch(r"[0-9]+,[0-9]+", word[0]):
        raise DateError("a decimal point is a full stop", word.start(), f"write `{word[0].replace(',', '.')}`")
    if run := re.fullmatch(r"([0-9.]+)([a-z]+)", word[0]):
        raise DateError("a blank is missing before the unit", word.start() + run.start(2), f"write `{run[1]} {run[2]}`")
    if word[0].startswith("-"):
        raise DateError("a length is not negative", word.start(), "say `before` or `after`")
    raise DateError(f"`{word[0]}` is no number in digits", word.start(), "write `2 years`, `1.5 hours`")


def _unit(word: re.Match[str]) -> Unit:
    if word[0] in _UNITS:
        return _UNITS[word[0]]
    near = get_close_matches(word[0].lower(), _UNITS, n=1)
    listed = "units are seconds, minutes, hours, days, weeks, months, quarters and years"
    raise DateError(f"`{word[0]}` is no unit of time", word.start(), f"did you mean `{near[0]}`?" if near else listed)
