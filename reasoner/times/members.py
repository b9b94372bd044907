"""The plain dates that a date stands for: those of a set, and those that X digits leave open.

A plain date has one window, or an interval of two. `[2011,2013]` stands for 2011 and for 2013; `2012-XX-19` for twelve
days; `201X` is plain, since the ten years lie side by side.
"""

from __future__ import annotations

from reasoner.times.civil_windows import civil_window
from reasoner.times.ir import Civil, Clock, Date, Edge, Shape
from reasoner.times.x_digits import apart, at_right_end, check_count

_TWO_DAYS = 2 * 86_400


def members(date: Date) -> tuple[Date, ...]:
    """The plain dates of which any, or with `Shape.ALL` all, are meant; a plain date alone is itself.

    Those of a set stay apart as they were told; what X digits leave open is joined where it is adjacent.

    Raises `TooMany`.
    """
    if date.shape in {Shape.ANY, Shape.ALL}:
        found = tuple(plain for member in date.members for plain in members(member))
        check_count(len(found), "this")
        return found
    if is_plain(date):
        return (date,)
    firsts, lasts = _choices(date.first), _choices(date.last)
    if date.shape is Shape.DATE:
        assert isinstance(date.first, Civil)
        return apart(date.first)
    found = tuple(Date(date.shape, first.first, last.last) for first in firsts for last in lasts)
    found = tuple(one for one in found if not _is_reversed(one)) or found[:1]
    check_count(len(found), "this")
    return found


def is_plain(date: Date) -> bool:
    """Whether it has one window, or one for its start and one for its end."""
    return date.shape not in {Shape.ANY, Shape.ALL} and all(
        isinstance(side, Edge) or not side.unspecified or at_right_end(side.unspecified) for side in (date.first, date.last)
    )


def _is_reversed(date: Date) -> bool:
    """Whether it can only end before it starts, as far as that is sure without the zone of a clock time."""
    if isinstance(date.first, Edge) or isinstance(date.last, Edge):
        return False
    first, last = (civil_window(side, zone="", clock=Clock.SECOND) for side in (date.first, date.last))
    slack = _TWO_DAYS if {date.first.hour, date.last.hour} != {None} else 0
    assert first.earliest is not None
    assert last.latest is not None
    return last.latest + slack < first.earliest


def _choices(side: Civil | Edge) -> tuple[Date, ...]:
    if isinstance(side, Edge) or not side.unspecified or at_right_end(side.unspecified):
        return (Date(Shape.DATE, side, side),)
    return apart(side)
