"""Clashes that are told by more than the rule and its statements: words of the vocabulary, readings, chains, lateness."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import Question, check
from reasoner.program.guards import Blame
from reasoner.report.from_findings import report
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text

FEES = """
pack: fees
vocabulary:
  fee: {fact: "actor, amount number", functional: amount}
  chief: {state: "actor, of actor", functional: $1, text: $1 leads $of}
rules: []
"""


def flat(findings: Findings) -> str:
    return " ".join(to_text(report(findings)).split())


def judged(*texts: str, blame: Blame = Blame.STATEMENTS) -> Findings:
    return check(read([SourceFile(f"{place}.yaml", text) for place, text in enumerate(texts)]), Question(blame=blame))


@pytest.fixture
def two_fees() -> Findings:
    return judged(
        """
dossier: t
actors: {vega: {name: Luis Vega}}
statements:
  - {id: fee-1, says: "fee(vega, amount 10)"}
  - {id: fee-2, says: "fee(vega, amount 12)"}
""",
        FEES,
    )


def test_a_functional_word_is_told_as_what_it_asks(two_fees: Findings) -> None:
    told = flat(two_fees)
    assert "one value of “fee”" in told
    assert "There is one amount of “fee” for each actor." in told


def test_a_functional_state_has_one_value_at_a_time() -> None:
    facts = """
dossier: t
actors: {a: {name: Ann}, b: {name: Bob}, g: {name: Gang}}
statements:
  - {id: x, says: "chief(a, of g) as x1 contains 2020"}
  - {id: y, says: "chief(b, of g) as y1 contains 2020"}
"""
    assert "There is one actor of “chief” at a time for each actor (“of”)." in flat(judged(facts, FEES))


def test_ties_of_the_cheapest_repair_are_told(two_fees: Findings) -> None:
    assert "A cheapest way out (cost 2,197; others cost as much) is to give up:" in flat(two_fees)


def test_undecided_where_the_search_stopped_before_any_conflict(two_fees: Findings) -> None:
    stopped = replace(two_fees, explanations=(replace(two_fees.explanations[0], conflicts=(), repairs=(), complete=False),))
    assert json.loads(to_json(stopped))["consistent"] is None
    assert "It is undecided whether all of it can be true" in flat(stopped)


READ_TWICE = """
dossier: t
vocabulary:
  job: {state: actor, text: $1 has a job, past: $1 had a job}
actors: {vega: {name: Vega}}
statements:
  - id: c
    readings:
      - {says: job(vega) as j1 and j1 during 2020, name: first}
      - {says: job(vega) as j2 and j2 during 2021, name: second}
  - {id: n1, says: not job(vega) during 2020}
  - {id: n2, says: not job(vega) during 2021}
"""


def test_a_clash_over_all_readings_lists_them() -> None:
    told = flat(judged(READ_TWICE))
    assert "In any of its readings: Vega had a job (j1), and j1 lies in 2020 (read as “first”); or Vega had a job (j2)" in told


def test_a_reading_is_told_apart_from_its_statement_in_repairs() -> None:
    told = flat(judged(READ_TWICE))
    assert "Give up [c] (cost" in told
    assert "Give up [n2] and the preferred reading of [c] (cost" in told


def test_steps_of_one_chain_are_told_apart_in_repairs() -> None:
    facts = """
dossier: t
vocabulary:
  job: {state: actor, text: $1 has a job}
actors: {vega: {name: Vega}}
sources: {agent: {trust: 0.7}, press: {trust: 0.8}}
statements:
  - {id: c, says: job(vega) as j1 during 2020, sources: [agent, press]}
  - {id: n, says: not job(vega) during 2020}
"""
    facts += "  - {id: m, says: not job(vega) during 2019/2021}\n"
    told = flat(judged(facts, blame=Blame.LINKS))
    assert "Give up step 1 of [c]" in told
    assert "Give up step 2 of [c]" in told


DUTY = """
rules:
  - id: answered
    text: A fire is answered within 3 months.
    given: fire(at _) as F
    must: answer(to F) as A and A within 3 months after F
    norm: true
"""


def test_what_came_too_late_is_named(found: Callable[..., Findings]) -> None:
    words = 'vocabulary: {answer: {event: "to fire", text: "$to is answered"}}\n'
    facts = """reported: 2014-01-01
statements:
  - {id: f, says: fire(at mill) as blaze during 2013-01-31}
  - {id: a, says: answer(to blaze) as reply during 2013-06-07}
"""
    told = flat(found(facts, words + DUTY))
    assert "The reply [a] does not meet [answered]: it came too late. The reply was no earlier than 7 June 2013 [a]." in told
    assert "The reply (on 7 June 2013) came too late. [a]" in told
    assert "If the blaze" not in told


def test_no_sentence_is_a_bare_if(found: Callable[..., Findings]) -> None:
    words = 'vocabulary: {answer: {event: "to fire", text: "$to is answered"}}\n'
    facts = "reported: 2014-01-01\nstatements:\n  - {id: f, says: fire(at mill) as blaze during 2012-02-29}\n"
    told = flat(found(facts, words + DUTY))
    assert "The blaze was before 1 March 2012 [f]. So the deadline was past" in told
    assert "The blaze was no earlier than 29 February 2012 [f]. So the deadline" not in told
    assert "If the blaze" not in told
    assert "came too late" not in told


def test_a_claim_without_text_names_its_sides() -> None:
    facts = """
dossier: t
actors: {vega: {name: Luis Vega}}
statements:
  - {id: fee-1, says: "fee(vega, amount 10)"}
  - {id: fee-2, says: "fee(vega, amount 12)"}
contradictions:
  - {id: two, between: [fee-1, fee-2]}
"""
    assert "A contradiction between (1) “Fee” holds of Luis Vega (amount 10) and (2) “Fee”" in flat(judged(facts, FEES))


def test_a_duty_without_a_deadline_has_none_that_was_past(found: Callable[..., Findings]) -> None:
    words = 'vocabulary: {answer: {event: "to fire", text: "$to is answered"}}\n'
    facts = """reported: 2012-01-01
statements:
  - {id: f, says: fire(at mill) as blaze during 2012-03-05}
  - {id: a, says: answer(to blaze) as reply during 2012-03-31}
"""
    rule = DUTY.replace("given: fire(at _) as F", "given: [fire(at _) as F, answer(to F) as A]")
    told = flat(found(facts, words + rule.replace("answer(to F) as A and A within 3 months", "A at least 1 month")))
    assert "cannot all be true" in told
    assert "deadline was past" not in told


def test_a_state_that_nothing_ended_is_told_so(found: Callable[..., Findings]) -> None:
    words = 'vocabulary: {alert: {state: "at place", text: there is an alert at $at}}\n'
    facts = "statements:\n  - {id: f, says: fire(at mill) as blaze during 2012-03}\n  - {id: g, says: fire(at mill) as again during 2013}\n"
    rules = """
rules:
  - {id: alarmed, text: A fire brings an alert., given: fire(at P) as E, then: E initiates alert(at P), trust: 0.8}
  - {id: none-then, text: No fire during an alert., given: [alert(at P) as T, fire(at P) as E], never: E during T}
"""
    told = flat(found(facts, words + rules))
    assert "Nothing ended the time when there is an alert at the Mill (from the blaze) [alarmed]." in told
    assert "forever" not in told


def test_a_denial_that_is_certain_is_told_once() -> None:
    facts = """
dossier: t
actors: {ann: {name: Ann}}
vocabulary:
  seen: {fact: actor, text: $1 was seen}
  here: {fact: actor, text: $1 is here, denied: $1 is not here}
statements:
  - {id: seen, says: seen(ann)}
  - {id: away, says: not here(ann), certain: true}
"""
    rules = "pack: p\nrules: [{id: seen-here, text: Who is seen is here., given: seen(P), then: here(P)}]\n"
    assert flat(judged(facts, rules)).count("Ann is not here. [away]") == 1


LENT = """
dossier: t
actors: {ann: {name: Ann}, bob: {name: Bob}}
vocabulary:
  lent: {fact: actor, text: $1 lent}
  paid: {fact: actor, text: $1 was paid}
statements:
  - {id: ann-lent, says: lent(ann), certain: true}
"""
PAID = "pack: p\nrules: [{id: paid, text: $A was paid back., given: lent(A), must: paid(A), trust: 0.6}]\n"


def test_a_rule_to_give_up_has_the_names_that_all_its_conflicts_have() -> None:
    assert "is to give up: - Rule: Ann was paid back. [paid]" in flat(judged(LENT, PAID))
    both = LENT + "  - {id: bob-lent, says: lent(bob), certain: true}\n"
    assert "is to give up: - Rule: A was paid back. [paid]" in flat(judged(both, PAID))
