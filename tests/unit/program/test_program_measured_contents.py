"""Contents that count, compare or tell how long something lasts."""

import pytest
from small_dossiers import conflicts, lines

SAYS = "statements:\n  - {{id: k, says: 'knows(ann, that {0})'}}\n{1}"
ASKS = "rules:\n  - {{id: r, given: ['knows(A, that {0})'{1}], never: A is ann, certain: true}}\n"


def found(says: str, asks: str, given: str = "", more: str = "") -> list[str]:
    return conflicts(SAYS.format(says, more), ASKS.format(asks, f", {given}" if given else ""))


@pytest.mark.parametrize(
    ("says", "asks", "given", "meets"),
    [
        ("at least 2 S with like(S, bob)", "at least 2 S with like(S, bob)", "", True),
        ("at least 2 S with like(S, bob)", "at least 2 U with like(U, bob)", "", True),
        ("at least 2 S with like(S, bob)", "at least 3 S with like(S, bob)", "", False),
        ("at least 2 S with like(S, bob)", "at least 2 S with like(bob, S)", "", False),
        ("at least 2 S with like(S, bob)", "at least 2 S with like(S, B)", "B is bob", True),
        ("at least 2 S with like(S, bob)", "at least 2 S with like(S, B)", "B is cem", False),
        ("no S with (attack(by S) as E and E during 2012)", "no X with (attack(by X) as F and F during 2012)", "", True),
        ("no S with (attack(by S) as E and E during 2012)", "no X with (attack(by X) as F and F during 2013)", "", False),
        ("no S with like(S, _)", "no S with like(S, _)", "", True),
        ("no S with like(S, bob)", "no S with like(S, _)", "", False),
        ("memo lasts 5 days", "memo lasts N days", "N = 5", True),
        ("memo lasts 5 days", "memo lasts N hours", "N >= 0", False),
        ("memo lasts about 5 days", "memo lasts N days", "N >= 0", False),
        ("memo lasts about 5 days", "memo lasts about N days", "N >= 0", True),
        ("memo lasts 1.5 hours", "memo lasts N hours", "N < 2", True),
        ("memo lasts 5 days ±2 hours", "memo lasts N days ±M hours", "M < N", True),
        ("length of memo in days > 30", "length of T in days > N", "'N > 29 and T is memo'", True),
        ("length of memo in days > 30", "length of T in days >= N", "'N > 29 and T is memo'", False),
        ("max of N with toll(in memo, count N) > 30", "max of N with toll(in T, count N) > M", "'M >= 30 and T is memo'", True),
    ],
)
def test_a_content_is_met_by_what_is_alike(says: str, asks: str, given: str, meets: bool) -> None:
    """What is counted has no name, so that its letter is nothing."""
    assert found(says, asks, given) == (["accept(k)"] if meets else [])


@pytest.mark.parametrize(
    ("says", "so"),
    [
        ("at least 2 S with listed(S)", True),
        ("at least 3 S with listed(S)", False),
        ("no S with (listed(S) and S is bob)", False),
        ("max of N with size(memo, N) = 7", True),
        ("max of N with size(memo, N) != 7", False),
        ("min of N with size(memo, N) < 5", True),
        ("length of t in days > 2", True),
        ("length of t in days > 3", False),
        ("t lasts exactly 3 days", True),
        ("t lasts at least 4 days", False),
    ],
)
def test_what_is_held_may_be_true(says: str, so: bool) -> None:
    facts = """  - {id: l, says: 'listed(ann) and listed(bob)', certain: true}
  - {id: n, says: 'size(memo, 3) and size(memo, 7)', certain: true}
  - {id: t, says: licence(ann) as t and t lasts exactly 3 days, certain: true}
"""
    must = "rules:\n  - {id: r, given: 'knows(A, P)', must: true(P), text: $A, certain: true}\n"
    then = "rules:\n  - {id: r, given: 'knows(A, P)', then: true(P), text: $A, certain: true}\n"
    assert conflicts(SAYS.format(says, facts), must) == ([] if so else ["accept(k)"])
    assert conflicts(SAYS.format(says, facts), then) == ([] if so else ["accept(k)"])


def test_a_statement_of_how_long_something_lasts_meets_the_content_that_says_so() -> None:
    facts = "  - {id: s, says: licence(bob) as t}\n  - {id: d, says: t lasts 5 days}\n"
    assert found("alarm()", "T lasts N days", "'N = 5 and T is t'", facts) == []
    held = "statements:\n  - {id: k, says: 'knows(ann, d)'}\n" + facts
    assert conflicts(held, ASKS.format("T lasts N days", ", 'N = 5 and T is t'")) == ["accept(k)"]


def test_a_rule_may_make_a_content_that_counts() -> None:
    rules = """rules:
      - {id: r, given: 'part-of(A, B)', then: 'knows(A, that at least 2 S with part-of(S, B))', certain: true}
      - {id: q, given: 'knows(A, that at least 2 S with part-of(S, B))', never: 'part-of(B, A)', certain: true}
    """
    assert conflicts(
        "statements:\n  - {id: s, says: 'part-of(ann, bob)'}\n  - {id: u, says: 'part-of(bob, ann)'}\n", rules
    ) == ["accept(s) + accept(u)"]


def test_what_belongs_to_a_count_is_no_variable_of_the_rule() -> None:
    written = lines("", ASKS.format("at least 2 S with like(S, B)", ", 'like(B, _)'"))
    assert 'says(_C1,content("at least 2 _1 with like(_1, $1)",(B,)))' in written
    assert 'given("r",(A,B))' in written
