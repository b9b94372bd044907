"""Clock times that were shown twice, where clocks were put back: the one or the other run is meant, and not all from the first to the second.

`2016-10-30T02:30[Europe/Paris]` is `[2016-10-30T02:30+02:00,2016-10-30T02:30+01:00]`. The whole hour, `2016-10-30T02`, has its two
runs side by side and stays one time.
"""

from __future__ import annotations

from dataclasses import replace

from reasoner.times.civil import DAY, day_number
from reasoner.times.date_words import date_words
from reasoner.times.ir import Civil, Date, Edge, Shape
from reasoner.times.zones import offset_text, offsets_of_wall


def either_run(date: Date, zone: str) -> Date:
    """The date, with both runs of each clock time in it that was shown twice as alternatives; `zone` is for what names none of its own.

    Some time between two dates, `[a..b]`, is in any case all from the first run of the one to the last run of the other.
    """
    if date.shape is Shape.ONE_OF:
        return date
    if date.members:
        members = tuple([either_run(member, zone) for member in date.members])
        return date if members == date.members else replace(date, members=members)
    lasts = _runs(date.last, zone)
    if date.shape is Shape.DATE:
        pairs = [(last, last) for last in lasts]
    else:
        pairs = [(first, last) for first in _runs(date.first, zone) for last in lasts]
    pairs = [one for one in pairs if len(pairs) == 1 or not _is_reversed(*one, zone)] or pairs
    if len(pairs) > 1:
        found = tuple([Date(date.shape, *pair) for pair in pairs])
        return Date(Shape.ANY, Edge.UNKNOWN, Edge.UNKNOWN, date.text, found, date_words(date))
    ((first, last),) = pairs
    return (
        date if (first, last) == (date.first, date.last) else Date(date.shape, first, last, date.text, words=date_words(date))
    )


def _runs(side: Civil | Edge, zone: str) -> tuple[Civil | Edge, ...]:
    """The time itself, or with the offset of each of its runs, where these lie apart and the offsets are whole minutes."""
    if isinstance(side, Edge) or side.hour is None:
        return (side,)
    start, length = _wall(side)
    first, second = offsets_of_wall(start, side.zone or zone)
    whole = offsets_of_wall(start + length - 1, side.zone or zone) == (first, second)
    if not whole or first - second <= length or first % 60 or second % 60:
        return (side,)
    return tuple([replace(side, zone=offset_text(ahead)) for ahead in (first, second)])


def _wall(civil: Civil) -> tuple[int, int]:
    """When a clock time begins, by the clocks that showed it, and how many seconds it lasts."""
    assert civil.month is not None
    assert civil.day is not None
    start = day_number(civil.year, civil.month, civil.day) * DAY + (civil.hour or 0) * 3_600
    length = 3_600 if civil.minute is None else 60 if civil.second is None else 1
    return start + (civil.minute or 0) * 60 + (civil.second or 0), length


def _is_reversed(first: Civil | Edge, last: Civil | Edge, zone: str) -> bool:
    """Whether what is told by these clock times can only end before it starts."""
    if isinstance(first, Edge) or isinstance(last, Edge) or first.hour is None or last.hour is None:
        return False
    (start, unit), (end, length) = _wall(first), _wall(last)
    start -= offsets_of_wall(start, first.zone or zone)[0] + unit * first.approximate
    end -= offsets_of_wall(end, last.zone or zone)[1] - length * (1 + last.approximate)
    return end <= start
