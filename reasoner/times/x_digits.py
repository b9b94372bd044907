"""Dates with X digits: which years, months and days they can mean, and the runs of days that lie side by side.

`2012-XX-19` is the 19th of each month of 2012: twelve runs. `2012-1X` is October to December: one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from reasoner.times.civil import day_number, month_length
from reasoner.times.errors import TooMany
from reasoner.times.ir import Civil, Date, Shape

_RIGHT_END = re.compile(r"-?(?:[0-9]+X*|[0-9]+(?:-[0-9]{2})*)(?:-XX)*")
MOST_MEMBERS = 1_000
"""How many dates apart one date may stand for."""


def matching(pattern: str, low: int, high: int) -> tuple[int, ...]:
    """The numbers from `low` to `high` that can be meant by digits of which some are X."""
    choices = ("0123456789" if digit == "X" else digit for digit in pattern)
    return tuple(number for digits in product(*choices) if low <= (number := int("".join(digits))) <= high)


def months_like(pattern: str) -> tuple[int, ...]:
    return matching(pattern, 1, 12)


def years_like(pattern: str) -> tuple[int, ...]:
    """Such as 2010 to 2019, or -49 to -40 for `-004X`, in order of time."""
    if pattern.startswith("-"):
        return tuple(sorted(-year for year in matching(pattern[1:], 1, 9_999)))
    return matching(pattern, 0, 9_999)


def first_day(year: str, month: str, day: str) -> int | None:
    """The number of the first day that can be meant; None if there is none."""
    return next((first for first, _, _ in _spans((year, month, day))), None)


def at_right_end(unspecified: str) -> bool:
    """Whether all X stand at the right end, in whole months and days: then one window holds all that is meant."""
    return _RIGHT_END.fullmatch(unspecified) is not None


def apart(civil: Civil) -> tuple[Date, ...]:
    """A date with X digits as dates without any, adjacent ones as one: `2012-XX-1X` is ten days in each month of 2012.

    Raises `TooMany`.
    """
    runs: list[tuple[int, int, Civil, Civil]] = []
    for first, stop, told in _spans(tuple(civil.unspecified.rsplit("-", civil.unspecified[1:].count("-")))):
        year, month, day = told
        one = replace(civil, year=year, month=month, day=day, unspecified="")
        if runs and runs[-1][1] == first:
            runs[-1] = (runs[-1][0], stop, runs[-1][2], one)
        else:
            runs.append((first, stop, one, one))
        check_count(len(runs), f"`{civil.unspecified}`")
    return tuple(Date(Shape.DATE if first == last else Shape.ONE_OF, first, last) for _, _, first, last in runs)


def check_count(count: int, told: str) -> None:
    """Refuse what stands for too many dates to be looked at one by one."""
    if count > MOST_MEMBERS:
        message = f"{told} stands for more than {MOST_MEMBERS:,} dates that lie apart"
        raise TooMany(message, "say between which years, as in `201X-03-16`, or write `[a..b]` for some time between")


def _spans(parts: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[int, int | None, int | None]]]:
    """Every year, month or day that is meant: its first day, the day after it, and its numbers."""
    for year in years_like(parts[0]):
        if len(parts) == 1:
            yield day_number(year, 1), day_number(year + 1, 1), (year, None, None)
            continue
        for month in months_like(parts[1]):
            length = month_length(year, month)
            start = day_number(year, month)
            if len(parts) == 2:
                yield start, start + length, (year, month, None)
                continue
            for day in matching(parts[2], 1, length):
                yield start + day - 1, start + day, (year, month, day)
