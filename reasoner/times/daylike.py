"""Kinds of days that come again and again: `thursday`, and `03-16` or `XX-1X`, the month and day of any year."""

from __future__ import annotations

from reasoner.times.civil import date_of, weekday
from reasoner.times.named_days import WEEKDAY_NAMES
from reasoner.times.x_digits import matching


def is_like(day: int, kind: str) -> bool:
    """Whether the day with this number is of the kind."""
    if kind.capitalize() in WEEKDAY_NAMES:
        return WEEKDAY_NAMES[weekday(day)].lower() == kind
    _, month, of_month = date_of(day)
    wanted_month, wanted_day = kind.split("-")
    return month in matching(wanted_month, 1, 12) and of_month in matching(wanted_day, 1, 31)


def implies(one: str, other: str) -> bool:
    """Whether each day of the one kind is of the other, `03-16` of `XX-16`."""
    if "-" not in one or "-" not in other:
        return one == other
    (month, day), (other_month, other_day) = one.split("-"), other.split("-")
    months = {*matching(month, 1, 12)} <= {*matching(other_month, 1, 12)}
    return months and {*matching(day, 1, 31)} <= {*matching(other_day, 1, 31)}


def exclude(one: str, other: str) -> bool:
    """Whether no day is of both kinds."""
    weekdays = [kind.capitalize() in WEEKDAY_NAMES for kind in (one, other)]
    if any(weekdays):
        return all(weekdays) and one != other
    (month, day), (other_month, other_day) = one.split("-"), other.split("-")
    months = {*matching(month, 1, 12)} & {*matching(other_month, 1, 12)}
    return not months or not {*matching(day, 1, 31)} & {*matching(other_day, 1, 31)}
