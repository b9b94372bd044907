"""What users write is told as they wrote it, and never taken for a part of the program."""

from __future__ import annotations

import pytest
from small_dossiers import dossier

from reasoner import Question, Selection, check
from reasoner.report.from_findings import report
from reasoner.report.to_text import to_text

WORDS = """\
vocabulary:
  note: {event: "by actor, what text"}
  answer: {event: "to event"}
"""


def told(facts: str, rules: str = "", adopt: str = "") -> str:
    """What is reported, with single spaces."""
    found = check(dossier(facts + WORDS, rules), Question(Selection(adopt=(adopt,) if adopt else ())))
    return " ".join(to_text(report(found)).split())


def test_what_is_adopted_falls_short_as_a_hypothesis_does() -> None:
    lease = "statements:\n  - {id: a, says: licence(ann) as v and start of v during 2010 and end of v during 2010-03}\n"
    sentence = "v lasts 2 years ±1 month"
    short = "is taken as good to 31 days either way, which is short by 609 days and 1 minute"
    assert short in told(f"{lease}hypotheses:\n  - {{id: h, says: {sentence}}}\n", adopt="h")
    assert f"{short}; a tolerance of 641 days would do, 640 days would not. [{sentence}]" in told(lease, adopt=sentence)


NOTED = """statements:
  - {id: a, says: 'note(by ann, what "%s") as n', when: 2012-01-01}
  - {id: b, says: 'answer(to n) as reply', when: 2012-03-01}
"""
LATE = "rules:\n  - {id: r, given: ['note(by A, what T) as E', answer(to E) as F], must: F within 7 days after E, text: \"$A wrote $T\"}\n"


@pytest.mark.parametrize("text", ["a\\qz", "\\1", "f(x) and more", "that is it", "count of n"])
def test_a_text_in_an_instance_stands_as_it_is(text: str) -> None:
    found = told(NOTED % text, LATE)
    assert f"wrote “{text}”" in found or f'wrote "{text}"' in found
    assert "short by" in found or "is missed by" in found
    assert "brings about" not in found


def test_a_text_in_a_content_stands_as_it_is() -> None:
    facts = """statements:
  - {id: a, says: 'knows(ann, that note(by bob, what "see _1"))', certain: true}
"""
    rules = "rules:\n  - {id: r, given: ['knows(A, P)'], never: A is ann, text: $A holds $P}\n"
    found = told(facts, rules)
    assert "see _1" in found
    assert "see X" not in found


@pytest.mark.parametrize("text", ["see _1", "holds(", "accept(n)", "a :- b"])
def test_a_sentence_that_is_adopted_may_have_any_text(text: str) -> None:
    """Also one in which something like a thing without a name stands."""
    facts = "statements:\n  - {id: a, says: 'note(by bob, what \"x\") as n', when: 2012}\n"
    sentence = f'note(by ann, what "{text}") as n and n before 2011'
    found = told(facts, adopt=sentence)
    assert "one conflict" in found
    assert f"[{sentence}]" in found
