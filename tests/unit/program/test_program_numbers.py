"""Numbers as integers of the program."""

from fractions import Fraction

import pytest
from small_dossiers import dossier, verdicts

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
    assert window(rough, Fraction(1)) == (None if low is None else Fraction(low), None if high is None else Fraction(high))


def test_the_scale_makes_every_exact_number_an_integer() -> None:
    facts = "statements:\n  - {id: s, says: 'toll(count 2.5)'}\n  - {id: u, says: 'toll(count 0.75)'}\n"
    found = numbers_of(resolve(dossier(facts)))
    assert (found.scale, found.rough) == (4, False)
    assert found.scaled(number("2.5")) == 10
    assert numbers_of(resolve(dossier(facts.replace("2.5", "about 2.5")))).rough


def test_bounds_of_an_unknown_are_rounded_inwards() -> None:
    assert Numbers(1, rough=True, clock=Clock.MINUTE, whole=frozenset({""})).bounds(Rough(Near.ABOUT, number(12))) == (11, 13)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("less than 5 t", "4.5 t", "tension"),
        ("less than 5 t", "4_999_500 g", "tension"),
        ("less than 5000 kg", "4.9 t", "tension"),
        ("less than 5 t", "5 t", "certain"),
        ("4", "less than 5", "none"),
        ("4 t", "less than 5 t", "tension"),
        ("less than 5 soldiers", "5 soldiers", "certain"),
        ("less than 5.5", "5", "tension"),
        ("5.5 t", "more than 5 t", "tension"),
        ("less than 5 t", "more than 4 t", "tension"),
    ],
)
def test_a_measure_below_five_may_be_just_below_it(first: str, second: str, verdict: str) -> None:
    """And a count is a whole number."""
    facts = f"statements:\n  - {{id: a, says: toll(count {first}) as d1}}\n  - {{id: b, says: toll(count {second}) as d2}}\n"
    rules = "rules:\n  - {id: r, given: [toll(count N) as d1, toll(count M) as d2], never: M > N}\n"
    assert next(iter(verdicts(facts, rules).values()), "none") == verdict


def test_a_quotient_is_rounded_down() -> None:
    assert [quotient(Sum(value), 2) for value in (7, -7, 6, -6)] == [3, -4, 3, -3]
