"""Numbers: exact ones, unknowns with a window, and how long something lasts, as formulas over differences."""

from __future__ import annotations

from itertools import pairwise

from property.cases import UNIT_TICKS, Lasting, Rough
from property.formulas import ZERO, And, Formula, Or, Term, between, end, eq, le, lt, negation, start

POINT = "number "


def number(value: str) -> Term:
    """A number as a point: "integer unknown", or fixed."""
    return (ZERO, int(value)) if is_exact(value) else (POINT + value, 0)


def is_exact(value: str) -> bool:
    return value.lstrip("-").isdigit()


def comparison(one: Term, op: str, two: Term, plus: int = 0) -> Formula:
    """`one op two + plus`."""
    other = (two[0], two[1] + plus)
    match op:
        case "<":
            return lt(one, other)
        case "<=":
            return le(one, other)
        case ">":
            return lt(other, one)
        case ">=":
            return le(other, one)
        case "=":
            return eq(one, other)
        case _:
            return negation(eq(one, other))


def window(value: Rough) -> tuple[int | None, int | None]:
    """ "`about 12` (10 % either way, at least 1), `12 \u00b11`, `more than 30`, `10..15`": the least and the greatest whole number."""
    match value.how:
        case "about":
            give = max(1, value.number // 10)
            return value.number - give, value.number + give
        case "\u00b1":
            return value.number - value.other, value.number + value.other
        case "..":
            return value.number, value.other
        case "at least":
            return value.number, None
        case "more than":
            return value.number + 1, None
        case "at most":
            return None, value.number
        case _:
            return None, value.number - 1


def within(value: str, told: Rough) -> Formula:
    """The unknown lies in its window."""
    return between(number(value), (ZERO, 0), *window(told))


def lasting(one: str | Lasting, op: str, two: str | Lasting, plus: int) -> Formula:
    """A comparison with how long something lasts: `end - start`, so many times, in a unit.

    `N * length op M` is tried for every whole number of ticks that matters: it changes its truth only near M / N.
    """
    if isinstance(two, Lasting):
        assert isinstance(one, str)
        mirror = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        return _lasts(two, mirror.get(op, op), int(one) - plus)
    assert isinstance(two, str)
    return _lasts(one, op, int(two) + plus)


def _lasts(told: str | Lasting, op: str, most: int) -> Formula:
    assert isinstance(told, Lasting)
    length = (end(told.of), 0), (start(told.of), 0)
    unit, times = UNIT_TICKS[told.unit], int(told.times)
    far = (abs(most) + 1) * unit + 1
    so = {ticks: _holds(times * ticks, op, most * unit) for ticks in range(far + 1)}
    changes = [ticks for ticks in range(1, far + 1) if so[ticks] != so[ticks - 1]]
    edges = [0, *changes, None]
    stretches = [
        between(*length, first, None if last is None else last - 1)
        for first, last in pairwise(edges)
        if first is not None and so[first]
    ]
    return And(()) if len(stretches) == 1 and not changes else Or(tuple(stretches))


def _holds(left: int, op: str, right: int) -> bool:
    return {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "=": left == right,
        "!=": left != right,
    }[op]
