"""Dates with X digits in words: `in the years 2010 to 2019`, `on the 19th of some month of 2012`, `on 16 March of some year`."""

from __future__ import annotations

from reasoner.times.civil import MONTH_NAMES
from reasoner.times.ir import Civil
from reasoner.times.to_words import ordinal, year_words
from reasoner.times.x_digits import matching, months_like, years_like


def unspecified_words(civil: Civil, about: str = "") -> str:
    """A date that has X digits, with its preposition."""
    cut = civil.unspecified.rfind("-", 0, 1) + 1
    year, *rest = civil.unspecified[cut:].split("-")
    years = _years(civil.unspecified[:cut] + year, alone=not rest)
    if not rest:
        return f"in {about}{years}"
    of_year = years if "X" not in year else f"of {years}"
    if len(rest) == 1:
        return f"in {about}{_months(rest[0], of_year, years)}"
    month, day = rest
    if "X" in day:
        days = _days(day)
        of_month = "" if month == "XX" and day == "XX" else (f" of {_months(month, of_year, years)}")
        return f"on {about}{days}{of_month}" if of_month else f"on {about}some day of {years}"
    if "X" in month:
        return f"on {about}the {ordinal(int(day))} of {_months(month, of_year, years)}"
    return f"on {about}{int(day)} {_months(month, of_year, years)}"


def _years(pattern: str, *, alone: bool) -> str:
    if "X" not in pattern:
        return year_words(int(pattern))
    if not pattern.strip("-X"):
        return "some year"
    if pattern.rstrip("X").lstrip("-").isdigit():
        found = years_like(pattern)
        told = f"the years {year_words(found[0])} to {year_words(found[-1])}"
        return told if alone else f"one of {told}"
    return f"some year {pattern} (each X is a digit)"


def _months(pattern: str, of_year: str, years: str) -> str:
    """Such as "March 2012", "March of some year", "some month of 2012", "October, November or December 2012"."""
    if "X" not in pattern:
        return f"{MONTH_NAMES[int(pattern) - 1]} {of_year}"
    if pattern == "XX":
        return f"some month of {years}"
    return f"{_or([MONTH_NAMES[month - 1] for month in months_like(pattern)])} {of_year}"


def _days(pattern: str) -> str:
    if pattern == "XX":
        return "some day"
    found = matching(pattern, 1, 31)
    if found == tuple(range(found[0], found[-1] + 1)):
        return f"one of the days {found[0]} to {found[-1]}"
    return f"the {_or([ordinal(day) for day in found])}"


def _or(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} or {parts[-1]}" if len(parts) > 1 else parts[0]
