"""Denials and what they clash with."""

import pytest
from small_dossiers import block, conflicts, lines, verdicts

ATTACK = "statements:\n  - {id: e, says: attack(by ann) as e1, when: 2012-05}\n"


def test_a_denial_becomes_an_instance_without_a_guard() -> None:
    _, *told = lines("statements:\n  - {id: s, says: not attack(by ann)}\n").splitlines()
    assert "\n".join(told) == block("""
        denies(denial("s",1,()),"attack") :- holds("s").
        denies(denial("s",1,()),"by","ann") :- holds("s").
        broken(inst("not s",(_E,))) :- holds("s"), kind(_E,"attack"), role(_E,"by","ann").
        stands(inst("not s",(_E,))) :- holds("s"), kind(_E,"attack"), role(_E,"by","ann").""")


def test_a_denied_period_is_tested_and_does_not_bear_on_what_stands() -> None:
    told = lines("statements:\n  - {id: s, says: not attack(by ann) during 2012}\n")
    assert 'broken(inst("not s",(_E,))) :- holds("s"), kind(_E,"attack"), role(_E,"by","ann"), le(s(_E),0,' in told
    assert 'stands(inst("not s",(_E,))) :- holds("s"), kind(_E,"attack"), role(_E,"by","ann").' in told


PERIODS = {
    "not attack(by ann)": "certain",
    "not attack(by _)": "certain",
    "not attack()": "certain",
    "not attack(by bob)": None,
    "'not attack(by ann, on _)'": None,
    "not bombing(by ann)": None,
    "not attack(by ann) during 2012": "certain",
    "not attack(by ann) during 2012-05-03": "tension",
    "not attack(by ann) during 2013": "none",
    "not attack(by ann) since 2012-04": "certain",
    "not attack(by ann) since 2012-06": "none",
    "not attack(by ann) before 2012-06": "certain",
    "not attack(by ann) before 2012-05": "none",
    "not attack(by ann) until 2012-06": "certain",
    "not attack(by ann) after 2012-04": "certain",
    "not attack(by ann) after 2012-05": "none",
}


@pytest.mark.parametrize("says", PERIODS)
def test_a_denial_clashes_with_what_shares_a_tick_with_its_period(says: str) -> None:
    told = verdicts(ATTACK + f"  - {{id: d, says: {says}}}\n")
    assert told == ({"not d(e1)": PERIODS[says]} if PERIODS[says] else {})


DENIED = {
    "attack(by bob) as e2": "attack(by bob) as e3",
    "attack(by bob) as e2 and e2 during 2012": "attack(by bob) as e3 and e3 during 2012-03",
    "alarm() or listed(ann)": "listed(ann)",
    "'near(mill, port)'": "'near(port, mill)'",
    "'truce(ann, bob) as t'": "'truce(bob, ann) as u'",
    "'toll(count about 50)'": "'toll(count 52)'",
    "'toll(count 50)'": "'toll(count 50) as other'",
    "ann is bob": "bob is ann",
    "memo before letter": "memo strictly before letter",
    "memo is an attack": "memo is a bombing",
}


@pytest.mark.parametrize("says", DENIED)
def test_to_deny_a_statement_denies_whoever_says_the_same(says: str) -> None:
    told = f"statements:\n  - {{id: s, says: {says}}}\n  - {{id: d, says: not s}}\n  - {{id: o, says: {DENIED[says]}}}\n"
    assert conflicts(told) == ["accept(d) + accept(o)", "accept(d) + accept(s)"]


@pytest.mark.parametrize(
    ("says", "other"),
    [
        ("attack(by bob) as e2 and e2 during 2012", "attack(by bob) as e3 and e3 during 2013"),
        ("attack(by bob) as e2", "attack(by ann) as e3"),
        ("'toll(count about 50)'", "'toll(count 56)'"),
        ("alarm() and listed(ann)", "alarm()"),
    ],
)
def test_to_deny_a_statement_leaves_others_alone(says: str, other: str) -> None:
    told = f"statements:\n  - {{id: s, says: {says}}}\n  - {{id: d, says: not s}}\n  - {{id: o, says: {other}}}\n"
    assert conflicts(told) == ["accept(d) + accept(s)"]


def test_to_deny_a_choice_denies_every_reading() -> None:
    told = """statements:
      - {id: s, readings: [{says: attack(by ann) as e2}, {says: attack(by bob) as e2}]}
      - {id: d, says: not s}
      - {id: o, says: attack(by bob) as e3}
    """
    assert conflicts(told) == ["accept(d) + accept(o)", "accept(d) + accept(s)"]


def test_a_denial_of_a_denial_clashes_with_it() -> None:
    told = ATTACK + "  - {id: s, says: not attack(by ann)}\n  - {id: d, says: not s}\n"
    assert conflicts(told) == ["accept(d) + accept(s)", "accept(e) + accept(s)"]
