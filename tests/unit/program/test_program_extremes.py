"""The greatest and the least of many numbers."""

import pytest
from small_dossiers import conflicts, lines, verdicts

from reasoner.diagnostics import Rejected, Text
from reasoner.language.from_text import parse_condition
from reasoner.language.ir import Aggregate
from reasoner.language.to_text import to_text
from reasoner.program.extremes import beyond, halves, leans


@pytest.mark.parametrize(
    ("says", "some", "none"),
    [
        ("max of N with p(N) >= 5", "p(N) and N >= 5", ""),
        ("max of N with p(N) > 5", "p(N) and N > 5", ""),
        ("max of N with p(N) <= 5", "", "p(N) and N > 5"),
        ("max of N with p(N) < 5", "", "p(N) and N >= 5"),
        ("max of N with p(N) = 5", "p(N) and N >= 5", "p(N) and N > 5"),
        ("max of N with p(N) != 5", "p(N) and N > 5", "p(N) and N >= 5"),
        ("min of N with p(N) >= 5", "", "p(N) and N < 5"),
        ("min of N with p(N) > 5", "", "p(N) and N <= 5"),
        ("min of N with p(N) <= 5", "p(N) and N <= 5", ""),
        ("min of N with p(N) < 5", "p(N) and N < 5", ""),
        ("min of N with p(N) = 5", "p(N) and N <= 5", "p(N) and N < 5"),
        ("min of N with p(N) != 5", "p(N) and N < 5", "p(N) and N <= 5"),
    ],
)
def test_what_there_is_and_what_there_is_not(says: str, some: str, none: str) -> None:
    told = parse_condition(Text(says))
    assert isinstance(told, Aggregate)
    found = halves(told)
    assert ["".join(map(to_text, half)) for half in (found.some, found.none)] == [some, none]
    assert found.either is ("!=" in says)
    assert leans(told) is bool(none)
    assert (beyond(told) is None) is ("!=" not in says)


TOLLS = "statements:\n  - {{id: a, says: listed(ann)}}\n{0}"
RULE = "rules:\n  - {{id: r, given: listed(A), {0}: {1} of N with toll(count N) {2} 5, text: $A, certain: true}}\n"


def told(*numbers: str) -> str:
    return TOLLS.format(
        "".join(f"  - {{id: t{n}, says: toll(count {number}), certain: true}}\n" for n, number in enumerate(numbers))
    )


def broken(function: str, op: str, *numbers: str) -> str:
    """The verdict of a rule by which the extreme is never so."""
    return next(iter(verdicts(told(*numbers), RULE.format("never", function, op)).values()), "none")


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "=", "!="])
@pytest.mark.parametrize("numbers", [(), (3,), (5,), (7,), (3, 5), (3, 7), (5, 7), (3, 5, 7), (3, 4)])
@pytest.mark.parametrize("function", ["max", "min"])
def test_exact_numbers_compare_as_their_extreme_does(function: str, numbers: tuple[int, ...], op: str) -> None:
    """The greatest of none lies below every number, the least above."""
    nothing = float("-inf") if function == "max" else float("inf")
    extreme = max(numbers, default=nothing) if function == "max" else min(numbers, default=nothing)
    so = {"<": extreme < 5, "<=": extreme <= 5, ">": extreme > 5, ">=": extreme >= 5, "=": extreme == 5, "!=": extreme != 5}[op]
    assert broken(function, op, *map(str, numbers)) == ("certain" if so else "none")


@pytest.mark.parametrize(
    ("function", "op", "numbers", "verdict"),
    [
        ("max", ">=", ("4..6",), "tension"),
        ("max", ">=", ("4..6", "5"), "certain"),
        ("max", "<=", ("4..6", "3"), "tension"),
        ("max", "<=", ("2..4", "about 3"), "certain"),
        ("max", "=", ("4..6", "2..5"), "tension"),
        ("max", "=", ("4..6", "7"), "none"),
        ("max", "!=", ("4..6",), "tension"),
        ("max", "!=", ("4..6", "7"), "certain"),
        ("min", "<", ("4..6", "5..9"), "tension"),
        ("min", "<", ("5..6", "7"), "none"),
        ("min", "=", ("at least 5", "5"), "certain"),
    ],
)
def test_a_number_with_a_tolerance_decides_in_each_world(
    function: str, op: str, numbers: tuple[str, ...], verdict: str
) -> None:
    assert broken(function, op, *numbers) == verdict


def test_the_other_side_may_be_a_number_of_the_data_with_a_tolerance() -> None:
    rules = "rules:\n  - {id: r, given: 'age(of memo, years M) as E', never: max of N with toll(count N) < M, text: $E, certain: true}\n"
    facts = "statements:\n  - {{id: t, says: toll(count {0})}}\n  - {{id: m, says: 'age(of memo, years {1}) as y'}}\n"
    for number, other, verdict in (("4", "3..6", "tension"), ("about 10", "14", "certain"), ("about 10", "5..9", "none")):
        assert next(iter(verdicts(facts.format(number, other), rules).values())) == verdict


def test_times_and_other_conditions_choose_what_is_looked_at() -> None:
    facts = """statements:
      - {id: a, says: listed(ann), certain: true}
      - {id: t, says: toll(count 9) as d1, when: 2012}
      - {id: u, says: toll(count 3) as d2, when: 2013}
    """
    rule = "rules:\n  - {id: r, given: listed(A), never: max of N with (toll(count N) as D and D %s) > 5, text: $A, certain: true}\n"
    assert conflicts(facts, rule % "during 2012") == ["accept(t)"]
    assert conflicts(facts, rule % "during 2013") == []
    assert next(iter(verdicts(facts, rule % "before 2012-07").values())) == "tension"


# ---------------------------------------------------------------- silence


@pytest.mark.parametrize(
    ("says", "unsaid"),
    [
        ("max of N with toll(count N) <= 5", "max of _1 with toll(count _1) > 5"),
        ("max of N with toll(count N) = 3", "max of _1 with toll(count _1) != 3"),
        ("max of N with toll(count N) >= 3", ""),
        ("min of N with toll(count N) < 5", ""),
        ("min of N with toll(count N) >= 2", "min of _1 with toll(count _1) < 2"),
        ("min of N with toll(count N) != 2", "min of _1 with toll(count _1) = 2"),
        ("min of N with toll(count N) != 4", ""),
        ("max of N with toll(count N) != 2", ""),
        ("max of N with size(memo, N) <= 5", "max of _1 with size(memo, _1) > 5"),
        ("no N with toll(count N) as E before 2012", "at least 1 _1 with toll(count _1) as _2 before 2012"),
    ],
)
def test_a_given_leans_on_nobody_having_told_a_number_more(says: str, unsaid: str) -> None:
    """That the greatest is not 2 leans on nothing where there is a 3."""
    rules = f"rules:\n  - {{id: r, given: [alarm(), '{says}'], never: alarm(), certain: true}}\n"
    facts = "statements:\n  - {id: a, says: alarm()}\n  - {id: t, says: toll(count 3) as d, when: 2013, certain: true}\n"
    assert conflicts(facts, rules) == [(f"absent({unsaid}) + " if unsaid else "") + "accept(a)"]


@pytest.mark.parametrize(("key", "says"), [("must", "> 5"), ("must", "< 2"), ("unless", "> 5"), ("unless", "= 2")])
def test_what_must_be_or_lifts_is_simply_met_where_it_is_supposed(key: str, says: str) -> None:
    rest = "" if key == "must" else ", never: alarm()"
    rules = f"rules:\n  - {{id: r, given: alarm(), {key}: max of N with toll(count N) {says}{rest}, certain: true}}\n"
    facts = "statements:\n  - {id: a, says: alarm()}\n  - {id: t, says: toll(count 3), certain: true}\n"
    assert conflicts(facts, rules) == [f"absent(max of _1 with toll(count _1) {says}) + accept(a)"]


def test_of_closed_words_nothing_is_left_unsaid() -> None:
    rules = """  told: {fact: "count number", closed: true}
rules:
  - {id: r, given: [alarm(), max of N with told(count N) <= 5], never: alarm(), certain: true}
"""
    assert conflicts("statements:\n  - {id: a, says: alarm()}\n  - {id: t, says: told(count 3)}\n", rules) == ["accept(a)"]


# ---------------------------------------------------------------- programs


def test_a_number_may_come_of_what_it_makes_great() -> None:
    """That there is a number so great is a condition like any other: no circle through what is not so."""
    rules = """rules:
      - {id: r, given: ['max of N with size(memo, N) >= 3'], then: 'size(memo, 9)', certain: true}
      - {id: q, given: ['max of N with size(memo, N) >= 9'], never: alarm(), certain: true}
    """
    facts = "statements:\n  - {id: a, says: alarm(), certain: true}\n  - {id: s, says: 'size(memo, %s)'}\n"
    assert conflicts(facts % "3", rules) == ["accept(s)"]
    assert conflicts(facts % "2", rules) == []


def test_lines_of_a_greatest_number() -> None:
    written = lines("", "rules:\n  - {id: r, given: listed(A), never: 'max of N with size(A, N) <= 5', certain: true}\n")
    assert 'counted("r",1,(A,),N) :- given("r",(A,)), fact("size",A,N), -1*N+(6) <= 0.' in written
    assert 'broken(inst("r",(A,))) :- given("r",(A,)), not counted("r",1,(A,),_).' in written


def test_units_must_convert() -> None:
    facts = "statements:\n  - {id: t, says: toll(count 3 km)}\n  - {id: a, says: alarm()}\n"
    rules = "rules:\n  - {id: r, given: alarm(), never: max of N with toll(count N) > %s}\n"
    assert conflicts(facts, rules % "2_900 m") == ["accept(a) + accept(t) + keep(r)"]
    with pytest.raises(Rejected, match="this compares"):
        conflicts(facts, rules % "2")
