"""Of the names that a thing has for certain, rules speak of one."""

import pytest
from small_dossiers import conflicts, dossier, verdicts

from reasoner.program.identities import identities
from reasoner.theory.from_dossier import resolve

FACTS = """statements:
  - {{id: s, says: licence(ann) as e and e during 2012}}
  - {{id: same, says: ann is bob and bob is cem, certain: {0}}}
"""
NORM = "rules:\n  - {id: r, given: licence(A) as E, never: E during 2012, norm: true, text: $A has none}\n"


@pytest.mark.parametrize(("certain", "others"), [("true", (("bob", "ann"), ("cem", "ann"))), ("false", ())])
def test_all_names_but_the_first_stand_aside(certain: str, others: tuple[tuple[str, str], ...]) -> None:
    assert identities(resolve(dossier(FACTS.format(certain)))).aliases == others


def test_what_may_be_taken_back_is_not_certain() -> None:
    facts = FACTS.format("true") + "  - {id: x, says: alarm(), retracts: [same]}\n"
    assert identities(resolve(dossier(facts))).aliases == ()


@pytest.mark.parametrize("certain", ["true", "false"])
def test_a_duty_of_one_thing_is_one(certain: str) -> None:
    assert conflicts(FACTS.format(certain), NORM) == ["accept(s) + honoured(r, ann, e)"]


def test_a_duty_goes_by_every_name_that_was_used() -> None:
    """Who is told under two names that may be one has two duties, for there may be two of him."""
    facts = FACTS.format("false") + "  - {id: t, says: licence(cem) as f and f during 2012}\n"
    assert conflicts(facts, NORM) == ["accept(s) + honoured(r, ann, e)", "accept(t) + honoured(r, cem, f)"]


def test_later_lines_are_met_by_any_name() -> None:
    facts = """statements:
      - {id: a, says: seat(of ann) as e during 2012}
      - {id: b, says: licence(bob) as f and f during 2013}
      - {id: same, says: bob is ann}
    """
    rules = "rules:\n  - {id: r, given: [licence(A) as F, seat(of A) as E], never: E before F, text: $A}\n"
    assert conflicts(facts, rules) == ["accept(a) + accept(b) + accept(same) + keep(r)"]
    assert verdicts(facts, rules) == {"r(bob, f, e)": "certain"}


def test_a_name_that_a_fact_has_by_its_mark_is_own_and_one_by_an_identity_is_not() -> None:
    facts = """statements:
      - {id: a, says: "part-of(ann, bob)"}
      - {id: b, says: "part-of(cem, mill)"}
      - {id: same, says: bob is cem}
    """
    rules = "rules:\n  - {id: r, given: 'part-of(A, mill)', never: 'part-of(A, mill)', text: $A}\n"
    assert verdicts(facts, rules) == {"r(ann)": "none", "r(cem)": "certain"}


def test_silence_about_one_thing_is_one() -> None:
    rules = "rules:\n  - {id: r, given: licence(A) as E, unless: knows(A, E), never: E during 2012}\n"
    assert conflicts(FACTS.format("true"), rules.replace("knows(A, E)", "notice(of A)")) == [
        "absent(notice(of ann)) + accept(s) + keep(r)"
    ]


def test_what_a_rule_brings_about_for_one_thing_is_one() -> None:
    rules = "rules:\n  - {id: r, given: licence(A) as E, then: seat(of A) as F after E}\n  - {id: k, given: seat() as F, never: F after 2010, text: $F}\n"
    assert list(verdicts(FACTS.format("true"), rules)) == ["k(r(ann, e))"]


def test_a_tension_of_one_thing_is_reported_once() -> None:
    facts = """statements:
      - {id: a, says: seat(of ann) as e during 2012}
      - {id: b, says: licence(ann) as f and f during 2012}
      - {id: same, says: ann is bob}
    """
    rules = "rules:\n  - {id: r, given: [seat(of A) as E, licence(A) as F], never: F before E, text: $A}\n"
    found = verdicts(facts, rules)
    assert [ident for ident, verdict in found.items() if verdict == "tension"] == ["r(ann, e, f)"]
