"""Exact numbers as they are printed."""

from __future__ import annotations

from fractions import Fraction


def decimal(value: Fraction, *, grouped: bool = False, places: int = 0) -> str:
    """Such as `-0.55`; `1/3` where it does not end. With `grouped`, thousands are told apart: `1,095`.

    There are at least `places` digits after the point, as in `3.0`.
    """
    most = places + value.denominator.bit_length()
    places = next((enough for enough in range(places, most + 1) if 10**enough % value.denominator == 0), -1)
    if places < 0:
        return str(value)
    whole, rest = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole:{',' if grouped else ''}}" + (f".{rest:0{places}}" if places else "")
