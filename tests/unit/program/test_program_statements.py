"""Statements and hypotheses: this becomes that, and what holds under which guards."""

import pytest
from small_dossiers import block, conflicts, lines, verdicts

BECOMES = {
    "{id: s, says: 'attack(by ann, on bob) as e'}": """
        holds("s") :- on(accept("s")), not retracted("s").
        kind("e","attack") :- holds("s").
        role("e","by","ann") :- holds("s").
        role("e","on","bob") :- holds("s").""",
    "{id: s, says: attack(by ann), certain: true}": """
        holds("s") :- not retracted("s").
        kind("s","attack") :- holds("s").
        role("s","by","ann") :- holds("s").""",
    "{id: s, readings: [{says: alarm()}, {says: listed(ann)}]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        1 { reads("s",1); reads("s",2) } 1 :- holds("s").
        :- holds("s"), on(reading("s")), not reads("s",1).
        fact("alarm") :- reads("s",1).
        fact("listed","ann") :- reads("s",2).""",
    "{id: s, prefer: none, readings: [{says: alarm()}, {says: listed(ann)}]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        1 { reads("s",1); reads("s",2) } 1 :- holds("s").
        fact("alarm") :- reads("s",1).
        fact("listed","ann") :- reads("s",2).""",
    "{id: s, says: alarm(), retracts: [s]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        retracts("s","s") :- holds("s").
        fact("alarm") :- holds("s").""",
}


@pytest.mark.parametrize("statement", BECOMES)
def test_a_statement_becomes(statement: str) -> None:
    assert lines(f"statements:\n  - {statement}\n") == block(BECOMES[statement])


def test_a_hypothesis_holds_while_its_absence_is_given_up() -> None:
    assert lines("hypotheses:\n  - {id: h, says: alarm()}\n") == block("""
        holds("h") :- not on(absent("h")), not retracted("h").
        fact("alarm") :- holds("h").""")


def test_what_is_said_is_an_event_for_each_link_at_the_time_of_the_document() -> None:
    rules = 'rules:\n  - {id: r, given: ["said(_, P) as E"], never: E before 2012 and true(P)}\n'
    told = lines('statements:\n  - {id: s, says: alarm(), sources: [wire, ann-says], at: "memo, p. 2"}\n', rules)
    assert 'kind(said("s","wire"),"said").' in told
    assert 'role(said("s","ann-says"),"1","ann-says").' in told
    assert 'diff(s(said("s","wire")),s("memo"),0).' in told
    assert 'true("s") :- fact("alarm").' in told


SAID = 'rules:\n  - {id: r, given: ["said(_, P) as E"], never: true(P) and E before 2012-05-04}\n'


def test_without_a_document_it_was_said_on_the_day_told() -> None:
    early = "statements:\n  - {id: s, says: alarm(), sources: [wire], said-on: 2012-05-03}\n"
    assert verdicts(early, SAID) == {"r(s, said(wire, s))": "certain"}
    assert verdicts(early.replace("05-03", "05-04"), SAID) == {"r(s, said(wire, s))": "none"}


TRUE = 'rules:\n  - {id: r, given: ["knows(_, P)"], never: true(P)}\n'
TRUE_WHEN_SAID = (
    "attack(by ann)",
    "attack(by ann) and licence(bob) as l",
    "alarm() or listed(ann)",
    "ann is bob",
    "memo is an attack",
    "not attack(by bob)",
    "not attack(by _) during 2012",
    "toll(count 12)",
    "toll(count about 12)",
    "memo initiates leads(ann, bob)",
    "memo after 2012",
    "memo before letter",
    "size(ann, about 3)",
)


@pytest.mark.parametrize("says", TRUE_WHEN_SAID)
def test_what_is_said_is_true_in_the_worlds_in_which_it_is_so(says: str) -> None:
    told = f"statements:\n  - {{id: s, says: '{says}'}}\n  - {{id: k, says: 'knows(ann, s)'}}\n"
    once = ["accept(k) + accept(s) + keep(r)"]
    always = ["accept(k) + keep(r)"]  # the memo is of 2013, for certain
    assert conflicts(told, TRUE) == (always if says == "memo after 2012" else once)


def test_what_an_event_ends_is_true_where_a_state_is_ended_by_it() -> None:
    told = """statements:
      - {id: s, says: 'memo terminates leads(ann, bob)'}
      - {id: l, says: 'leads(ann, bob) as l1'}
      - {id: k, says: 'knows(ann, s)'}
    """
    assert conflicts(told, TRUE) == ["accept(k) + accept(l) + accept(s) + keep(r)"]


def test_a_content_that_a_rule_makes_true_is_so() -> None:
    rules = 'rules:\n  - {id: r, given: ["knows(_, P)"], then: true(P)}\n'
    for says, against in {
        "that attack(by bob)": "not attack(by bob)",
        "that memo before letter": "letter before memo",
        "that ann is bob": "ann is not bob",
        "that not attack(by bob)": "attack(by bob)",
    }.items():
        told = f"statements:\n  - {{id: k, says: 'knows(ann, {says})'}}\n  - {{id: n, says: {against}}}\n"
        assert conflicts(told, rules) == ["accept(k) + accept(n) + keep(r)"]
