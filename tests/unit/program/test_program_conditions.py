"""Conditions as bodies of rules: this becomes that."""

import pytest
from small_dossiers import conflicts, lines, verdicts

GIVEN = {
    "'truce(A, B) as t'": 'pair("t","truce",A,B), kind("t","truce")',
    "'attack(by A, on B)'": 'kind(_O1,"attack"), role(_O1,"by",A), role(_O1,"on",B)',
    "'attack(by A, on _)', 'like(A, B)'": 'kind(_O1,"attack"), role(_O1,"by",A), role(_O1,"on",_), fact("like",A,B)',
    "'part-of(A, _)', listed(B), B is A": 'fact("part-of",A,_A1), _A1 != none, fact("listed",B)',
    "listed(A), B is a place, A is not B": 'fact("listed",A), kind(B,"place")',
    "'toll(in A, count 12) as B'": 'kind(B,"toll"), role(B,"in",A), role(B,"count",12)',
    "'knows(A, that alarm()) as B'": 'kind(B,"knows"), role(B,"1",A), role(B,"2",_C1), says(_C1,content("alarm()",()))',
    "'knows(A, that attack(by B))'": 'kind(_O1,"knows"), role(_O1,"1",A), role(_O1,"2",_C1), says(_C1,content("attack(by $1)",(B,)))',
}


@pytest.mark.parametrize("given", GIVEN)
def test_given_becomes(given: str) -> None:
    told = lines(
        "statements:\n  - {id: t, says: 'truce(ann, bob)'}\n", f"rules:\n  - {{id: r, given: [{given}], never: A is B}}\n"
    )
    assert f":- {GIVEN[given]}." in told


def verdict(facts: str, given: str, never: str) -> str:
    told = verdicts("statements:\n" + facts, f"rules:\n  - {{id: r, given: [{given}], never: {never}}}\n")
    return " ".join(sorted(told.values()))


ATTACK = "  - {id: s, says: attack(by ann) as e, when: 2012-05}\n"


@pytest.mark.parametrize(
    ("never", "found"),
    [
        ("E during 2012 and A is ann", "certain"),
        ("E during 2012 and A is bob", "none"),
        ("E before 2010 or A is ann", "certain"),
        ("(E during 2012 and (A is bob or A is ann)) or E after 2020", "certain"),
        ("(E during 2013 and (A is bob or A is ann)) or E after 2020", "none"),
        ("E during 2012-05-03 and A is ann", "tension"),
        ("A is an actor and E is a notice", "none"),
        ("A is an actor and E is an attack", "certain"),
        ("E after 2020 or (listed(B) and B is not A)", "none"),
    ],
)
def test_and_and_or_may_be_nested(never: str, found: str) -> None:
    assert verdict(ATTACK, "attack(by A) as E", never) in (found, "" if found == "none" else found)


def test_alternatives_in_given_bind_what_all_of_them_bind() -> None:
    facts = ATTACK + "  - {id: u, says: licence(bob) as l}\n"
    assert verdict(facts, "attack(by A) or licence(A)", "A is ann or A is bob") == "certain certain"


COUNTED = """  - {id: s, says: 'leads(ann, cem) as l1'}
  - {id: u, says: 'leads(bob, cem) as l2'}
  - {id: q, says: alarm()}
"""
SILENCE = "absent({0} _1 with leads(_1, cem))"


@pytest.mark.parametrize(
    ("must", "members"),
    [
        ("at least 2 S with leads(S, cem)", None),
        ("at least 3 S with leads(S, cem)", "absent({0}) + accept(q) + keep(r)"),
        ("more than 1 S with leads(S, cem)", None),
        ("at most 1 S with leads(S, cem)", "absent({0}) + accept(q) + accept(s) + accept(u) + keep(r)"),
        ("less than 2 S with leads(S, cem)", "absent({0}) + accept(q) + accept(s) + accept(u) + keep(r)"),
        ("exactly 2 S with leads(S, cem)", None),
        ("no S with leads(S, bob)", None),
    ],
)
def test_counts(must: str, members: str | None) -> None:
    found = conflicts("statements:\n" + COUNTED, f"rules:\n  - {{id: r, given: [alarm()], must: '{must}'}}\n")
    name = must.replace(" S ", " _1 ").replace("(S,", "(_1,")
    assert found == ([members.format(name)] if members else [])


def test_names_of_one_thing_count_once() -> None:
    rules = "rules:\n  - {id: r, given: [alarm()], must: 'at least 2 S with leads(S, cem)'}\n"
    assert conflicts("statements:\n" + COUNTED + "  - {id: i, says: ann is bob}\n", rules) == [
        "absent(at least 2 _1 with leads(_1, cem)) + accept(i) + accept(q) + keep(r)"
    ]


def test_what_is_counted_may_have_times() -> None:
    rules = "rules:\n  - {id: r, given: [attack(by A) as E], must: 'at least 1 S with (licence(A) as S and S before E)'}\n"
    for when, found in (("2010/2011", "none"), ("2012/2012", "tension"), ("2013/2014", "certain")):
        facts = f"statements:\n{ATTACK}  - {{id: u, says: licence(ann) as l, when: {when}}}\n"
        assert verdicts(facts, rules) == {"r(ann, e)": found}


def test_anything_asks_that_the_role_was_said() -> None:
    assert verdict(ATTACK, "'attack(by A, on _)'", "A is ann") == ""
    assert (
        verdict(ATTACK.replace("attack(by ann) as e", "'attack(by ann, on bob) as e'"), "'attack(by A, on _)'", "A is ann")
        == "certain"
    )


def test_contents_are_one_if_they_read_alike() -> None:
    facts = "  - {id: s, says: 'knows(ann, that attack(by bob))'}\n  - {id: u, says: 'knows(cem, that attack(by bob))'}\n"
    assert verdict(facts, "'knows(A, P)', 'knows(B, P)', A is not B", "A is not B") == "certain"
    other = facts.replace("cem, that attack(by bob)", "cem, that attack(by ann)")
    assert verdict(other, "'knows(A, P)', 'knows(B, P)', A is not B", "A is not B") == ""
