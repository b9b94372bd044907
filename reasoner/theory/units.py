"""Units of numbers: what converts into what."""

from __future__ import annotations

from fractions import Fraction

UNITS = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), ("length", Fraction(1))),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("length", Fraction(1000))),
    **dict.fromkeys(("cm",), ("length", Fraction(1, 100))),
    **dict.fromkeys(("mi", "mile", "miles"), ("length", Fraction(1609344, 1000))),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", Fraction(3048, 10000))),
    **dict.fromkeys(("g", "gram", "grams"), ("mass", Fraction(1, 1000))),
    **dict.fromkeys(("kg", "kilogram", "kilograms"), ("mass", Fraction(1))),
    **dict.fromkeys(("t", "tonne", "tonnes"), ("mass", Fraction(1000))),
    **dict.fromkeys(("second", "seconds"), ("time", Fraction(1, 60))),
    **dict.fromkeys(("minute", "minutes"), ("time", Fraction(1))),
    **dict.fromkeys(("hour", "hours"), ("time", Fraction(60))),
    **dict.fromkeys(("day", "days"), ("time", Fraction(1440))),
    **dict.fromkeys(("week", "weeks"), ("time", Fraction(10080))),
}
"""Units that convert: their dimension, and how many of its first unit they are (NIST SP 811, appendix B)."""


def dimension(unit: str) -> str:
    """What a unit measures; one that converts into nothing measures itself, and a bare number measures nothing."""
    return UNITS[unit][0] if unit in UNITS else unit
