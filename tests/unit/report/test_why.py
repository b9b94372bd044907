"""The steps of a conflict or a tension: what they lead to, on what they stand, and what is cut is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.explanation.ir import Conflict, Findings, Footing, Judgement
from reasoner.files import SourceFile
from reasoner.pipeline import Question, check
from reasoner.report.from_findings import report
from reasoner.report.to_text import to_text

SALES = """
pack: sales
vocabulary:
  owns: {state: "actor, thing", text: $1 owns $2, past: $1 owned $2}
  sale: {event: "by actor, of thing", text: $by sells $of, past: $by sold $of}
  theft: {event: "of thing", text: $of is stolen, past: $of was stolen}
rules:
"""
HEAD = """
dossier: case
reported: 2000-01-01
actors: {lion: {name: Lion}, kern: {name: Kern}, dawn: {name: the Dawn}}
statements:
"""
SELLER_OWNS = "  - {id: seller-owns, given: 'sale(by A, of P) as E', must: 'owns(A, P) contains E'}\n"
NOT_AFTER = "  - {id: not-after, given: ['sale(of P) as E', theft(of P) as F], never: E after F}\n"


def judged(facts: str, rules: str, remaining: Callable[[], float | None] | None = None) -> Findings:
    dossier = read([SourceFile("facts.yaml", HEAD + facts), SourceFile("rules.yaml", SALES + rules)])
    return check(dossier, Question(remaining=remaining) if remaining else Question())


def flat(findings: Findings) -> str:
    return " ".join(to_text(report(findings)).split())


def footings(finding: Conflict | Judgement) -> list[list[Footing]]:
    return [[step.footing for step in chain] for chain in finding.chains]


def only_conflict(findings: Findings) -> Conflict:
    ((conflict,),) = (part.conflicts for part in findings.explanations if part.conflicts)
    return conflict


def test_a_duty_is_not_met_by_what_ends_too_early() -> None:
    facts = """
  - {id: sold, says: "sale(by lion, of dawn) as the-sale during 1937"}
  - {id: owned, says: "owns(lion, dawn) as his-time"}
  - {id: till, says: end of his-time during 1936}
"""
    told = flat(judged(facts, SELLER_OWNS))
    assert "His time [owned] does not meet [seller-owns]: it ended too early." in told
    assert "So his time ended before the sale ended." in told
    assert "Lion owned the Dawn (his time). [owned]" in told
    assert "it makes no difference here whether this is given up." in told


def test_what_counts_against_a_rule_is_no_candidate() -> None:
    facts = """
  - {id: sold, says: "sale(by lion, of dawn) as the-sale during 1937"}
  - {id: stolen, says: theft(of dawn) as first-theft during 1936}
  - {id: again, says: theft(of dawn) as second-theft during 1935}
"""
    told = flat(judged(facts, "  - {id: once, given: 'sale(of P) as E', must: at most 1 F with theft(of P) as F before E}\n"))
    assert "So the first theft came before the sale." in told
    assert "does not count for" not in told


def test_years_between_unknown_ends_are_told_by_what_is_sure() -> None:
    facts = """
  - {id: sold, says: sale(of dawn) as the-sale}
  - {id: stolen, says: theft(of dawn) as the-theft}
  - {id: later, says: the-sale at least 2 years after the-theft}
"""
    findings = judged(facts, NOT_AFTER)
    assert footings(only_conflict(findings)) == [[Footing.REFUTED, Footing.SAID]]
    told = flat(findings)
    assert "The theft ended at least 730 days before the sale began (“at least two years”) [later]." in told
    assert "So the theft came before the sale." in told


def test_years_from_a_date_are_told_by_that_date() -> None:
    """From May 1937 on, three years have 1,096 days."""
    facts = """
  - {id: stolen, says: theft(of dawn) as the-theft during 1937-05}
  - {id: sold, says: sale(of dawn) as the-sale during 1936}
  - {id: later, says: the-sale exactly 3 years after the-theft}
"""
    told = flat(judged(facts, NOT_AFTER))
    assert "but “exactly three years” means at least 1,096 days [later]." in told
    assert "1,095 days" not in told
    assert told.count("Why:") == 1


def test_where_something_lies_is_narrowed_down_first() -> None:
    facts = """
  - {id: stolen, says: theft(of dawn) as the-theft during 1936-05-31}
  - {id: sold, says: "sale(of dawn) as the-sale during [1936-01..1936-04]"}
  - {id: later, says: the-theft exactly 3 months after the-sale}
"""
    findings = judged(facts, NOT_AFTER)
    told = footings(only_conflict(findings))
    assert all(Footing.REFUTED in chain for chain in told[:-1])
    assert Footing.SHOWN in told[-1]
    assert Footing.REFUTED not in told[-1]
    assert "if the sale was before 1 March 1936, the theft began at most 91 days after the sale ended" in flat(findings)


def test_a_distance_from_a_date_is_told_as_that_date() -> None:
    facts = """
  - {id: sold, says: sale(of dawn) as the-sale after 2020-02}
  - {id: soon, says: the-sale between 3 days and 4 days after 2020-01-01}
"""
    told = flat(judged(facts, NOT_AFTER))
    assert "The sale was no earlier than 1 March 2020 [sold]. But the sale began before 6 January 2020 (“between" in told


def test_days_are_not_told_one_by_one() -> None:
    facts = """
  - {id: sold, says: sale(of dawn) as the-sale on the day of the-theft}
  - {id: stolen, says: theft(of dawn) as the-theft during 2020-03}
  - {id: early, says: the-sale before 2020}
"""
    findings = judged(facts, NOT_AFTER)
    assert len(only_conflict(findings).chains) == 2
    assert "The theft was no earlier than 1 March 2020 [stolen]." in flat(findings)
    assert "So the sale began before 1 March 2020; but the sale was no earlier than 1 March 2020 [sold]." in flat(findings)


ONE_OWNER = "  - {id: one-owner, given: ['owns(X, P) as S', 'owns(Y, P) as T', X is not Y], never: S intersects T}\n"
START_OWNED = "  - {id: seller-owns, given: 'sale(by A, of P) as E', must: 'owns(A, P) as T and start of E during T'}\n"
YEARS = """
  - {id: a, says: "owns(lion, dawn) as lion-years and start of lion-years during 1921"}
  - {id: b, says: "sale(by lion, of dawn) as the-sale during 1937-05"}
  - {id: c, says: "owns(kern, dawn) as kern-years and start of kern-years during 1937-01"}
"""


def test_what_one_rule_asks_for_breaks_another() -> None:
    findings = judged(YEARS, ONE_OWNER + START_OWNED)
    told = flat(findings)
    assert any(Footing.ASKED in chain for chain in footings(only_conflict(findings)))
    assert "the sale began no later than the Lion years ended, as [seller-owns] asks, so that" in told
    assert "However all else is, [one-owner] is broken or [seller-owns] is broken." in told


def test_what_may_or_may_not_be_so_is_told_as_cases() -> None:
    findings = judged(YEARS, ONE_OWNER + START_OWNED)
    tension = next(one for part in findings.explanations for one in part.judgements if one.premises)
    assert any(Footing.SUPPOSED in chain for chain in footings(tension))
    told = flat(findings)
    assert "In one case: Suppose that the sale began no later than the Lion years ended." in told
    assert "In another case: The sale was no earlier than 1 May 1937 [b]" in told
    assert "In the same case:" in told


def test_what_is_supposed_is_called_by_what_it_says() -> None:
    told = flat(judged(YEARS, ONE_OWNER + START_OWNED))
    assert "or if the supposed time when Lion owned the Dawn began no later than 1 January 1937" in told
    assert "what is supposed" not in told


def test_a_widened_date_is_marked_where_it_decides() -> None:
    facts = """
  - {id: sold, says: sale(of dawn) as the-sale during 1940}
  - {id: stolen, says: theft(of dawn) as the-theft during 1937~}
"""
    about = "(“about”: 1 year was added on either side)"
    assert about in flat(judged(facts, NOT_AFTER))
    assert about not in flat(judged(facts.replace("during 1937~", "after 1930~ and end of the-theft by 1936"), NOT_AFTER))


def test_a_tension_lists_the_silence_on_which_it_rests() -> None:
    facts = """
  - id: sold
    readings:
      - {says: "sale(by lion, of dawn) as the-sale during 1937", name: Lion}
      - {says: "sale(by kern, of dawn) as the-sale during 1937", name: Kern}
    prefer: none
  - {id: kept, says: "owns(kern, dawn) as kern-years contains 1937"}
"""
    findings = judged(facts, SELLER_OWNS)
    (tension,) = (one for part in findings.explanations for one in part.judgements if one.rests_on)
    assert tension.premises == ()
    names = [guard.name for guard in tension.rests_on[0]]
    assert names == ["absent(owns(lion, dawn) contains the-sale)", "accept(sold)", "keep(seller-owns)"]


# ---------------------------------------------------------------- limits

TWO_WALLS = """
  - {id: first, says: "owns(lion, dawn) as lion-years contains 1938"}
  - {id: second, says: "owns(kern, dawn) as kern-years contains 1938"}
  - {id: sold, says: "sale(by lion, of dawn) as the-sale during 1938"}
"""
CERTAIN = ONE_OWNER.replace("never:", "certain: true, never:")


def stopping_after(questions: int) -> Callable[[], float | None]:
    """The seconds left, of which there are none after so many questions."""
    left: Iterator[float] = iter([60.0] * questions)
    return lambda: next(left, 0.0)


def conflicts(findings: Findings) -> dict[str, Conflict]:
    return {conflict.id: conflict for part in findings.explanations for conflict in part.conflicts}


@pytest.mark.parametrize("questions", range(0, 90, 3))
def test_what_a_limit_cuts_is_told(questions: int) -> None:
    whole = judged(TWO_WALLS, CERTAIN)
    cut = judged(TWO_WALLS, CERTAIN, stopping_after(questions))
    told = flat(cut)
    for ident, conflict in conflicts(cut).items():
        if conflict.worked_out:
            assert conflict == conflicts(whole)[ident]
        else:
            assert not cut.complete
            assert "steps were worked out." in told


def test_a_tension_that_is_not_worked_out_says_nothing_of_bounds() -> None:
    said = set()
    for questions in range(0, 700, 12):
        told = flat(judged(YEARS, ONE_OWNER + START_OWNED, stopping_after(questions)))
        if "Tension 1" in told:
            cut = "A limit stopped the search before it was known what would make it certain." in told
            assert cut != ("It would be a conflict if" in told)
            said.add(cut)
    assert said == {True, False}
