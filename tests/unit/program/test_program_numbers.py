"""Numbers as integers of the program."""

from fractions import Fraction

import pytest
from small_dossiers import dossier

from reasoner.language.ir import Bound, Near, Number, Rough
from reasoner.program.numbers import Numbers, Sum, numbers_of, quotient, window
from reasoner.theory.from_dossier import resolve
from reasoner.times.ir import Clock


def number(value: object, unit: str = "") -> Number:
    return Number(Fraction(str(value)), unit)


@pytest.mark.parametrize(
    ("rough", "low", "high"),
    [
        (Rough(Near.ABOUT, number(12)), "10.8", "13.2"),
        (Rough(Near.ABOUT, number(5)), "4", "6"),
        (Rough(Near.ABOUT, number(2, "km")), "1000", "3000"),
        (Rough(Near.PLAIN, number(12), give=number(2)), "10", "14"),
        (Rough(Near.PLAIN, number(2, "km"), give=number(100, "m")), "1900", "2100"),
        (Rough(Near.PLAIN, number(10), upper=number(15)), "10", "15"),
        (Rough(Near.EXACTLY, number(7)), "7", "7"),
        (Rough(Bound.MORE_THAN, number(30)), "31", None),
        (Rough(Bound.AT_LEAST, number(30)), "30", None),
        (Rough(Bound.LESS_THAN, number(30)), None, "29"),
        (Rough(Bound.AT_MOST, number(30)), None, "30"),
    ],
)
def test_the_window_of_a_tolerance(rough: Rough, low: str | None, high: str | None) -> None:
    assert window(rough) == (None if low is None else Fraction(low), None if high is None else Fraction(high))


def test_the_scale_makes_every_exact_number_an_integer() -> None:
    facts = "statements:\n  - {id: s, says: 'toll(count 2.5)'}\n  - {id: u, says: 'toll(count 0.75)'}\n"
    found = numbers_of(resolve(dossier(facts)))
    assert (found.scale, found.rough) == (4, False)
    assert found.scaled(number("2.5")) == 10
    assert numbers_of(resolve(dossier(facts.replace("2.5", "about 2.5")))).rough


def test_bounds_of_an_unknown_are_rounded_inwards() -> None:
    assert Numbers(1, rough=True, clock=Clock.MINUTE).bounds(Rough(Near.ABOUT, number(12))) == (11, 13)


def test_a_quotient_is_rounded_down() -> None:
    assert [quotient(Sum(value), 2) for value in (7, -7, 6, -6)] == [3, -4, 3, -3]
