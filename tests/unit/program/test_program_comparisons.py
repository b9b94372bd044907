"""Comparisons of numbers: exact, with a tolerance, and of lengths of time."""

import pytest
from small_dossiers import conflicts, lines, verdicts

from reasoner.diagnostics import Rejected

TOLLS = """statements:
  - {{id: n, says: 'toll(in memo, count {0}) as d1'}}
  - {{id: m, says: 'toll(in memo, count {1}) as d2'}}
"""
RULE = "rules:\n  - {{id: r, given: ['toll(in E, count N) as F', 'toll(in E, count M) as G', F is not G, E is an attack], {0}: {1}}}\n"
RULE = "rules:\n  - {{id: r, given: ['toll(count N) as d1', 'toll(count M) as d2'], {0}: {1}}}\n"


def verdict(one: str, other: str, kind: str, condition: str) -> str:
    """An instance that arithmetic alone decides is not there."""
    told = verdicts(TOLLS.format(one, other), RULE.format(kind, condition))
    return next(iter(told.values()), "none")


@pytest.mark.parametrize(
    ("one", "other", "never", "found"),
    [
        ("10", "13", "N differs from M by more than 2", "certain"),
        ("10", "12", "N differs from M by more than 2", "none"),
        ("10", "12", "N differs from M by at least 2", "certain"),
        ("10", "12", "N differs from M by 2", "certain"),
        ("10", "12", "N differs from M by less than 2", "none"),
        ("about 10", "13", "N differs from M by more than 2", "tension"),
        ("about 10", "14", "N differs from M by more than 2", "certain"),
        ("about 10", "11", "N differs from M by more than 2", "none"),
        ("10..15", "more than 17", "N differs from M by more than 2", "certain"),
        ("10..15", "more than 16", "N differs from M by more than 2", "tension"),
        ("10 ±1", "at most 5", "N > M", "certain"),
        ("10", "5", "N = 2 * M", "certain"),
        ("about 10", "5", "N = 2 * M", "tension"),
        ("about 10", "4", "N = 2 * M", "none"),
        ("about 10", "5", "N = M + 5", "tension"),
        ("about 10", "5", "N != M + 5", "tension"),
        ("about 10", "20", "N != M + 5", "certain"),
        ("4", "about 10", "2 * M > 5 * N", "tension"),
        ("4", "about 10", "2 * M > 6 * N", "none"),
        ("4", "about 10", "3 * M >= 27 * N - 81", "certain"),
        ("about 10", "about 20", "N < M", "certain"),
        ("about 10", "about 11", "N < M", "tension"),
        ("about 10", "about 20", "3 * N < 3 * M", "certain"),
        ("2.5", "5", "M = 2 * N", "certain"),
        ("2.5", "6.25", "M = N * N", "certain"),
        ("2.5", "6", "M < N * N", "certain"),
        ("2.5", "6.5", "M < N * N", "none"),
        ("2.5", "1.25", "M = 0.5 * N", "certain"),
        ("2.5", "2.4", "N > M", "certain"),
        ("2 km", "2000 m", "N = M", "certain"),
        ("2 km", "1999 m", "N > M", "certain"),
        ("-3", "2", "N + M < 0", "certain"),
    ],
)
def test_numbers_compare(one: str, other: str, never: str, found: str) -> None:
    assert verdict(one, other, "never", never) == found


def test_exact_numbers_are_plain_arithmetic() -> None:
    told = lines("", RULE.format("never", "N < M + 2"))
    assert 'given("r",(N,M)), N+-1*M+(-1) <= 0, on(keep' in told
    assert " le(" not in told


def test_what_two_unknowns_cannot_be_asked_is_refused_with_the_rule() -> None:
    with pytest.raises(Rejected) as rejected:
        conflicts(TOLLS.format("about 10", "about 20"), RULE.format("never", "N + M > 40"))
    (found,) = rejected.value.diagnostics
    assert (found.code, found.span.length) == ("T093", len("N + M"))
    with pytest.raises(Rejected):
        conflicts(TOLLS.format("about 10", "about 20"), RULE.format("never", "N * M > 40"))


def test_a_number_named_by_arithmetic_is_exact() -> None:
    rules = "rules:\n  - {id: r, given: ['toll(count N) as d1', 'toll(count M) as d2', K = M - N, K > 14], never: K >= 15}\n"
    assert verdicts(TOLLS.format("10", "25"), rules) == {"r(10, 25, 15)": "certain"}
    with pytest.raises(Rejected):
        verdicts(TOLLS.format("about 10", "25"), rules)


LASTS = "statements:\n  - {{id: s, says: 'licence(ann) as t and t lasts exactly {0}'}}\n  - {{id: c, says: '{1}'}}\n"


@pytest.mark.parametrize(
    ("lasts", "says", "so"),
    [
        ("3 days", "length of t in days = 3", True),
        ("3 days", "length of t in days = 2", False),
        ("3 days", "length of t in days != 3", False),
        ("3 days", "length of t in hours = 72", True),
        ("3 days", "length of t in days < 3", False),
        ("3 days", "length of t in days <= 3", True),
        ("71 hours", "length of t in days < 3", True),
        ("71 hours", "length of t in days > 2", True),
        ("71 hours", "length of t in days > 3", False),
        ("71 hours", "length of t in days = 3", False),
        ("3 days", "10 - length of t in days > 6", True),
        ("3 days", "10 - length of t in days > 7", False),
        ("3 days", "length of t in days differs from 5 by more than 1", True),
        ("3 days", "length of t in days differs from 5 by more than 2", False),
        ("60 days", "length of t in months < 3", True),
        ("60 days", "length of t in months > 2", True),
        ("58 days", "length of t in months >= 2", False),
        ("400 days", "length of t in years >= 1", True),
        ("364 days", "length of t in years >= 1", False),
    ],
)
def test_lengths_of_time_compare(lasts: str, says: str, *, so: bool) -> None:
    assert conflicts(LASTS.format(lasts, says)) == ([] if so else ["accept(c) + accept(s)"])


def test_a_length_from_the_data_must_be_exact() -> None:
    facts = "statements:\n  - {{id: g, says: 'age(of t, years {0}) as g1'}}\n  - {{id: t, says: licence(ann) as t}}\n"
    for must in ("T lasts about N years", "length of T in days <= N"):
        rules = f"rules:\n  - {{id: r, given: ['age(of T, years N)'], must: {must}}}\n"
        assert conflicts(facts.format("2"), rules) == []
        with pytest.raises(Rejected):
            conflicts(facts.format("about 2"), rules)


AGES = "statements:\n  - {{id: s, says: licence(ann) as t}}\n  - {{id: a, says: 'age(of t, years {0}) as e'}}\n"


@pytest.mark.parametrize(("count", "unit", "fits"), [("2.5", "years", True), ("2.5", "months", False), ("2.5", "days", True)])
def test_a_count_of_months_is_whole(count: str, unit: str, fits: bool) -> None:
    rules = f"rules:\n  - {{id: r, given: ['age(of T, years N) as E'], never: T is exactly N {unit} old at E}}\n"
    if fits:
        assert verdicts(AGES.format(count), rules) == {"r(t, 2.5, e)": "tension"}
    else:
        with pytest.raises(Rejected, match="no whole months"):
            verdicts(AGES.format(count), rules)


@pytest.mark.parametrize(
    ("give", "unit", "verdict"),
    [("1", "days", "certain"), ("9", "days", "none"), ("1", "weeks", "none"), ("1", "months", "none")],
)
def test_a_tolerance_may_be_a_number_of_the_data(give: str, unit: str, verdict: str) -> None:
    facts = f"statements:\n  - {{id: s, says: 'licence(ann) as t and t lasts exactly 16 days'}}\n  - {{id: a, says: 'age(of t, years {give})'}}\n"
    rules = f"rules:\n  - {{id: r, given: 'age(of T, years N)', must: T lasts 10 days ± N {unit}}}\n"
    assert next(iter(verdicts(facts, rules).values()), "none") == verdict


@pytest.mark.parametrize(("says", "so"), [("length of t in days * 2 <= 6", True), ("2 * length of t in days < 6", False)])
def test_a_length_is_multiplied_by_a_plain_number(says: str, so: bool) -> None:
    assert (conflicts(LASTS.format("3 days", says)) == []) is so


@pytest.mark.parametrize(
    "says",
    [
        "length of T in days = length of U in days",
        "length of T in days * length of T in days > 3",
        "length of T in days > length of T in months",
    ],
)
def test_what_is_no_bound_on_one_difference_is_refused(says: str) -> None:
    rules = f"rules:\n  - {{id: r, given: ['age(of T, years N)', 'age(of U, years N)'], never: {says}, text: $T $U}}\n"
    with pytest.raises(Rejected) as rejected:
        verdicts("statements: [{id: s, says: licence(ann)}]\n", rules)
    assert [one.code for one in rejected.value.diagnostics] == ["T065"]


@pytest.mark.parametrize(
    ("years", "says", "so"),
    [
        ("2", "length of T in days * N <= 6", True),
        ("2", "N * length of T in days < 6", False),
        ("2", "6 > (0 - N) * length of T in days", True),
        ("2", "0 - N * length of T in days >= 0 - 6", True),
        ("2", "0 - N * length of T in days > 0 - 6", False),
        ("2", "(N - 3) * length of T in days = 0 - 3", True),
        ("2", "(N - 3) * length of T in days < 0 - 3", False),
        ("2", "(N - 2) * length of T in days <= 0", True),
        ("2", "(N - 2) * length of T in days < 0", False),
        ("1.5", "N * length of T in days = 4.5", True),
        ("1.5", "N * length of T in days > 4.5", False),
        ("2", "length of T in days * 2 = length of T in hours - 66", True),
        ("2", "length of T in days + length of T in hours < 75", False),
        ("2", "N * length of T in days - length of T in days = 3", True),
        ("2", "length of T in days = length of T in days", True),
        ("2", "length of T in days < length of T in days", False),
        ("2", "N * (length of T in days + 1) = 8", True),
        ("2", "N * (length of T in days - N) = 3", False),
        ("2", "2 * length of T in months < 0 + N", True),
        ("2", "N * length of T in months < 0", False),
    ],
)
def test_a_length_is_multiplied_by_a_number_of_the_data(years: str, says: str, *, so: bool) -> None:
    facts = f"statements:\n  - {{id: s, says: 'licence(ann) as t and t lasts exactly 3 days'}}\n  - {{id: a, says: 'age(of t, years {years})'}}\n"
    rules = f"rules:\n  - {{id: r, given: 'age(of T, years N)', must: {says}, text: $N}}\n"
    assert next(iter(verdicts(facts, rules).values()), "none") == ("none" if so else "certain")


def test_what_a_length_is_multiplied_by_must_be_exact() -> None:
    facts = "statements:\n  - {id: s, says: licence(ann) as t}\n  - {id: a, says: 'age(of t, years about 2)'}\n"
    rules = "rules:\n  - {id: r, given: 'age(of T, years N)', must: N * length of T in days > 3}\n"
    with pytest.raises(Rejected) as rejected:
        verdicts(facts, rules)
    assert [one.code for one in rejected.value.diagnostics] == ["T093"]


@pytest.mark.parametrize(
    "says", ["2 * length of T in months > 3", "length of T in months < 2.5", "N * length of T in months > 3"]
)
def test_a_part_of_a_month_has_no_length(says: str) -> None:
    facts = "statements:\n  - {id: s, says: licence(ann) as t}\n  - {id: a, says: 'age(of t, years 2)'}\n"
    rules = f"rules:\n  - {{id: r, given: 'age(of T, years N)', must: {says}, text: $N}}\n"
    with pytest.raises(Rejected, match="no whole months"):
        verdicts(facts, rules)


def test_a_length_in_units_finer_than_the_clock() -> None:
    facts = "clock: hour\nstatements:\n  - {id: s, says: 'licence(ann) as t and t lasts exactly 2 hours'}\n  - {id: c, says: 'length of t in minutes > 119'}\n"
    assert conflicts(facts) == []
    assert conflicts(facts.replace("119", "120")) == ["accept(c) + accept(s)"]


@pytest.mark.parametrize(("compared", "undone"), [("N <= 3", True), ("N < 3 and N > 2", False), ("N > 2 and N < 4", True)])
def test_a_number_that_nobody_told_is_supposed_as_the_rule_wants_it(compared: str, undone: bool) -> None:
    """Also where every number that is told is exact."""
    rules = f"rules:\n  - {{id: r, given: listed(A), must: 'size(A, N) and {compared}', certain: true}}\n"
    absent = f"absent(size(ann, _1) and {compared.replace('N', '_1')}) + " if undone else ""
    assert conflicts("statements:\n  - {id: l, says: listed(ann)}\n", rules) == [f"{absent}accept(l)"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("'size(A, N)', M = N + 1, 'M > 5 or N > 7'", True),
        ("'size(A, N)', M = N + 1, 'M > 6 or N > 7'", False),
        ("'size(A, N)', 5 = K, 'K = N or N > 7'", True),
        ("'size(A, N)', '(size(A, M) or toll(count M))', K = M + N, 'K > 9'", True),
    ],
)
def test_a_number_may_be_named_before_an_alternative_asks_for_it(given: str, found: bool) -> None:
    facts = "statements:\n  - {id: s, says: 'size(ann, 5)'}\n"
    rules = f"rules:\n  - {{id: r, given: [{given}], never: A is ann, certain: true, text: $M $K}}\n"
    if "M" not in given or "K" not in given:
        rules = rules.replace("$M $K", "$A")
    assert conflicts(facts, rules) == (["accept(s)"] if found else [])


@pytest.mark.parametrize(("count", "fits"), [(2**30 - 2, True), (2**30, False)])
@pytest.mark.parametrize("says", ["N * 2 < 3", "N + N < 3", "N < 3 - N"])
def test_what_would_not_fit_the_integers_of_the_solver_is_refused(count: int, fits: bool, says: str) -> None:
    """It would come out negative, and so less than 3."""
    facts = f"statements:\n  - {{id: s, says: 'size(ann, {count})'}}\n"
    rules = f"rules:\n  - {{id: r, given: 'size(X, N)', never: {says}, text: $X}}\n"
    if fits:
        assert verdicts(facts, rules) in ({}, {f"r(ann, {count})": "none"})
    else:
        with pytest.raises(Rejected, match="can come to"):
            verdicts(facts, rules)


def test_a_length_that_is_too_long_for_the_clock_is_refused() -> None:
    facts = "statements:\n  - {id: s, says: 'licence(ann) as t'}\n  - {id: a, says: 'age(of t, years 5000)'}\n"
    rules = "rules:\n  - {id: r, given: 'age(of T, years N)', must: T lasts exactly N weeks}\n"
    assert verdicts(facts, rules) != {}
    with pytest.raises(Rejected, match="ticks of the clock"):
        verdicts(facts.replace("5000", "500_000"), rules)
