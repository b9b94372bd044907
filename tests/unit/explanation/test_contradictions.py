"""Contradictions that are claimed of what is certain, which is a member of no conflict."""

import pytest
from small_dossiers import found

from reasoner.explanation.ir import Claimed
from reasoner.report.from_findings import report
from reasoner.report.to_text import to_text

FACTS = """\
statements:
  - {{id: a, says: attack(by ann) as e{a}}}
  - {{id: b, says: e during 2013{b}}}
  - {{id: f, says: e during 2012{f}}}
  - {{id: c, says: "knows(bob, that attack(by ann)) as k and k during 2012", certain: true}}
  - {{id: d, says: 'size(e, 3)', certain: true}}
contradictions:
  - {{id: claim, between: {between}}}
"""
SIZES = "rules:\n  - {id: r, given: ['size(E, 3)', attack() as E, E during 2013], never: E during 2013}\n"
SURE = ", certain: true"


def claim(between: str, *, rules: str = "", **sure: str) -> tuple[Claimed, str]:
    findings = found(FACTS.format(between=between, **{"a": "", "b": "", "f": "", **sure}), rules)
    return findings.claimed[0], " ".join(to_text(report(findings)).split())


@pytest.mark.parametrize("between", ["[f, b]", "[b, f]", "[f]"])
def test_what_is_certain_is_held_against_what_is_not(between: str) -> None:
    claimed, words = claim(between, f=SURE)
    assert claimed.standing.value == ("certain" if "b" in between else "certain with more")
    assert claimed.conflict is not None
    assert claimed.conflict.names == ("accept(b)",)
    assert f"by the conflict [{claimed.conflict.id}]" in words


def test_two_that_are_certain_are_in_the_empty_conflict() -> None:
    claimed, _ = claim("[f, b]", f=SURE, b=SURE)
    assert (claimed.standing.value, claimed.conflict and claimed.conflict.names) == ("certain", ())


def test_what_is_certain_and_has_no_part_in_it_is_unsupported() -> None:
    assert claim("[b, c]", f=SURE)[0].standing.value == "unsupported"


def test_what_tells_no_time_can_be_a_part_of_it() -> None:
    """No step of the conflict speaks of a tuple that is certain."""
    claimed, _ = claim("[d, b]", rules=SIZES)
    assert claimed.standing.value == "certain with more"
    assert [guard.name for guard in claimed.more] == ["accept(a)"]
