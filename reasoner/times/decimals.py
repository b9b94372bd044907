"""Exact numbers as they are printed."""

from __future__ import annotations

from fractions import Fraction


def decimal(value: Fraction, *, grouped: bool = False) -> str:
    """Such as `-0.55`; `1/3` where it does not end. With `grouped`, thousands are told apart: `1,095`."""
    most = value.denominator.bit_length()
    places = next((places for places in range(most + 1) if 10**places % value.denominator == 0), None)
    if places is None:
        return str(value)
    whole, rest = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole:{',' if grouped else ''}}" + (f".{rest:0{places}}" if places else "")
