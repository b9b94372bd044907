"""Why what a broken duty asks for, and did happen, does not meet it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import Question, check
from reasoner.program.guards import Blame
from reasoner.report.late import late_words
from reasoner.report.telling import telling_of

HEAD = """\
dossier: case
reported: 2023-09-01
vocabulary:
  breach: {event: ""}
  notice: {event: ""}
  letter: {is: notice}
  fax: {event: "by actor"}
  cover: {state: ""}
  signed: {fact: thing, text: $1 was signed}
  sealed: {fact: "thing, by actor", text: $1 was sealed by $by}
  on-duty: {state: actor, text: $1 was on duty}
  waiver: {event: ""}
actors: {ann: {name: Ann}, bob: {name: Bob}}
statements:
  - {id: b, says: breach() as breach-1, when: 2023-03-10T10:00}
"""


def judged(facts: str, must: str, more: str = "", given: str = "", blame: Blame = Blame.STATEMENTS) -> Findings:
    """The case with these facts, and the duty that after a breach something must be so."""
    given = given or ("breach() as B" if "B" in must else "breach()")
    rules = f"pack: p\nrules:\n  - id: duty\n    given: {given}\n    must: {must}\n    norm: true\n"
    return check(read([SourceFile("f.yaml", HEAD + facts), SourceFile("r.yaml", rules + more)]), Question(blame=blame))


def told(findings: Findings) -> list[str]:
    """What is told of candidates in breaches of the duty, ids in brackets."""
    telling = telling_of(findings)
    conflicts = (one for part in findings.explanations for one in part.conflicts)
    lines = (line for one in conflicts if "honoured(duty" in "".join(one.names) for line in late_words(one, telling))
    return ["".join(piece if isinstance(piece, str) else f"[{piece.id}]" for piece in line) for line in lines]


NOTICE = "  - {{id: n, says: notice() as note, when: {}}}\n"
COVER = "  - {{id: c, says: cover() as policy, when: {}}}\n"


@pytest.mark.parametrize(
    ("facts", "must", "line"),
    [
        (NOTICE.format("2023-03-14"), "notice() within 72 hours after B", "The note (on 14 March 2023) came too late. [n]"),
        (NOTICE.format("2023-03-09"), "notice() within 72 hours after B", "The note (on 9 March 2023) came too early. [n]"),
        (NOTICE.format("2023-03-12"), "notice() at least 7 days after B", "The note (on 12 March 2023) came too early. [n]"),
        (NOTICE.format("2023-03-14"), "notice() at most 2 days after B", "The note (on 14 March 2023) came too late. [n]"),
        (NOTICE.format("2023-07-01"), "notice() within 3 months after B", "The note (on 1 July 2023) came too late. [n]"),
        (NOTICE.format("2023-04-01"), "notice() at least 1 month after B", "The note (on 1 April 2023) came too early. [n]"),
        (NOTICE.format("2023-03-01"), "notice() within 3 days before B", "The note (on 1 March 2023) came too early. [n]"),
        (NOTICE.format("2023-03-09"), "notice() at least 1 week before B", "The note (on 9 March 2023) came too late. [n]"),
        (NOTICE.format("2023-04-09"), "notice() before 2023-04-01", "The note (on 9 April 2023) came too late. [n]"),
        (NOTICE.format("2023-04-09"), "notice() by 2023-03-31", "The note (on 9 April 2023) came too late. [n]"),
        (NOTICE.format("2023-02-09"), "notice() during 2023-03", "The note (on 9 February 2023) came too early. [n]"),
        (NOTICE.format("2023-04-09"), "notice() during 2023-03", "The note (on 9 April 2023) came too late. [n]"),
        (NOTICE.format("2023-03-11"), "notice() on the day of B", "The note (on 11 March 2023) came too late. [n]"),
        (NOTICE.format("2023-03-09"), "notice() on the day of B", "The note (on 9 March 2023) came too early. [n]"),
        (NOTICE.format("2023-03-05"), "notice() within 2 days of B", "The note (on 5 March 2023) came too early. [n]"),
        (
            NOTICE.format("2023-03-10T10:00"),
            "notice() as N and B before N",
            "The note (on 10 March 2023 at 10:00) came too early. [n]",
        ),
        (NOTICE.format("2023-03-11"), "notice() not before 2023-04-01", "The note (on 11 March 2023) came too early. [n]"),
        (
            NOTICE.format("2023-03-11"),
            "notice() as N not during 2023-03",
            "The note (on 11 March 2023) was at the wrong time. [n]",
        ),
        (
            COVER.format("2023-03-12/2023-05"),
            "cover() contains B",
            "The policy (between 12 March and 31 May 2023) began too late. [c]",
        ),
        (
            COVER.format("2023-01/2023-02"),
            "cover() contains B",
            "The policy (between 1 January and 28 February 2023) ended too early. [c]",
        ),
        (COVER.format("2023-01/2023-05"), "cover() as C and C during 2023-03", None),
        (COVER.format("2023-03/2023-04"), "cover() as C and C lasts at least 1 year", None),
    ],
)
def test_what_misses_its_time_is_told_by_the_bound_that_it_misses(facts: str, must: str, line: str | None) -> None:
    both = {
        "cover() as C and C during 2023-03": "began too early and ended too late. [c]",
        "cover() as C and C lasts at least 1 year": "did not last long enough. [c]",
    }
    (found,) = told(judged(facts, must))
    assert found == line if line else found.endswith(both[must])


def test_what_is_in_time_where_another_part_is_missing() -> None:
    facts = NOTICE.format("2023-03-11")
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and signed(N)"))
    assert line == "The note (on 11 March 2023) came in time, but nobody says that the note was signed. [n]"


def test_a_missing_part_with_somebody_in_it() -> None:
    facts = NOTICE.format("2023-03-11")
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and sealed(N, by _)"))
    assert "came in time, but nobody says that the note was sealed by somebody. [n]" in line


def test_dates_that_stand_apart_count_too() -> None:
    facts = "  - {id: n, says: notice() as note}\n  - {id: nd, says: note during 2023-03-11}\n"
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and signed(N)"))
    assert "came in time, but" in line
    assert "came too late" in told(judged(facts, "notice() within 3 hours after B"))[0]


def test_what_is_late_and_not_signed_is_both() -> None:
    facts = NOTICE.format("2023-03-15")
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and signed(N)"))
    assert "came too late, and nobody says that the note was signed. [n]" in line


def test_what_somebody_says_is_not_told_as_said_by_nobody() -> None:
    """That it was signed is said, and denied for certain: so it cannot be relied on."""
    facts = NOTICE.format("2023-03-11") + (
        "  - {id: s, says: signed(note)}\n  - {id: d, says: not signed(note), certain: true}\n"
    )
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and signed(N)"))
    assert line == "The note (on 11 March 2023) came in time, but what else the duty asks for is not met. [n]"


def test_what_no_date_tells_does_not_meet_the_duty_for_what_is_missing() -> None:
    (line,) = told(judged("  - {id: n, says: notice() as note}\n", "notice() as N within 72 hours after B and signed(N)"))
    assert line == "The note does not meet the duty: nobody says that the note was signed. [n]"


def test_a_state_in_time() -> None:
    facts = COVER.format("2023-01/2023-05")
    (line,) = told(judged(facts, "cover() as C and C contains B and signed(C)"))
    assert line.endswith(" fits in time, but nobody says that the policy was signed. [c]")


def test_what_was_in_time_but_breaks_another_rule_is_not_late() -> None:
    facts = "  - {id: n, says: fax(by ann) as fax-1, when: 2023-03-10T10:05}\n"
    more = '  - {id: duty-then, given: "fax(by P) as E", must: on-duty(P) contains E}\n'
    findings = judged(facts, "fax() within 10 minutes after B", more)
    (line,) = told(findings)
    other = next(one.id for part in findings.explanations for one in part.conflicts if "accept(n)" in one.names)
    assert (
        line
        == f"Fax 1 (on 10 March 2023 at 10:05) would meet the duty, but cannot be relied on together with the rest of this: [{other}]. [n]"
    )


def test_what_breaks_another_rule_and_is_late_is_late() -> None:
    facts = "  - {id: n, says: fax(by ann) as fax-1, when: 2023-03-10T10:15}\n"
    more = '  - {id: duty-then, given: "fax(by P) as E", must: on-duty(P) contains E}\n'
    (line,) = told(judged(facts, "fax() within 10 minutes after B", more))
    assert "came too late" in line


def test_what_is_taken_back_is_not_told() -> None:
    facts = NOTICE.format("2023-03-11") + "  - {id: r, says: fax(by ann) as fax-1, retracts: [n]}\n"
    findings = judged(facts, "notice() within 72 hours after B")
    assert [one.names for part in findings.explanations for one in part.conflicts]
    assert told(findings) == []


def test_a_denial_may_force_it_to_be_late() -> None:
    """Nothing dates it, but a denial leaves no time that would do."""
    facts = "  - {id: n, says: notice() as note}\n  - {id: d, says: not notice() before 2023-03-20}\n"
    assert told(judged(facts, "notice() within 72 hours after B")) == ["The note came too late. [n]"]


def test_a_denial_that_leaves_it_open_on_which_side_it_misses() -> None:
    facts = "  - {id: n, says: notice() as note}\n  - {id: d, says: not notice() during 2023-03}\n"
    assert told(judged(facts, "notice() during 2023-03")) == ["The note does not meet the duty. [n]"]


def test_a_denial_and_a_date_leave_one_side() -> None:
    facts = NOTICE.format("2023-03") + "  - {id: d, says: not notice() during 2023-03-01/2023-03-20}\n"
    (line,) = told(judged(facts, "notice() within 72 hours after B"))
    assert "came too late" in line


def test_a_kind_below_counts_and_others_do_not() -> None:
    facts = (
        "  - {id: n, says: letter() as letter-1, when: 2023-03-20}\n  - {id: f, says: fax(by ann) as fax-1, when: 2023-03-20}\n"
    )
    assert told(judged(facts, "notice() within 72 hours after B")) == ["Letter 1 (on 20 March 2023) came too late. [n]"]


def test_what_is_of_somebody_else_is_no_candidate() -> None:
    facts = "  - {id: f, says: fax(by ann) as fax-1, when: 2023-03-20}\n"
    assert told(judged(facts, "fax(by bob) within 72 hours after B")) == []
    assert len(told(judged(facts, "fax(by ann) within 72 hours after B"))) == 1
    assert len(told(judged(facts, "fax(by _) within 72 hours after B"))) == 1


def test_a_role_that_it_brings_along_is_named_in_what_is_missing() -> None:
    facts = "  - {id: f, says: fax(by ann) as fax-1, when: 2023-03-11}\n"
    (line,) = told(judged(facts, "fax(by P) as N within 72 hours after B and sealed(N, by P)"))
    assert "nobody says that fax 1 was sealed by Ann" in line


def test_what_is_said_in_one_reading_only_is_not_told() -> None:
    facts = "  - {id: n, readings: [{says: notice() as note during 2023-03-20}, {says: fax(by ann) as note}]}\n"
    assert told(judged(facts, "notice() within 72 hours after B")) == []


def test_a_hypothesis_is_not_told_as_having_come() -> None:
    facts = "hypotheses:\n  - {id: h, says: notice() as note and note during 2023-03-20}\n"
    assert told(judged(facts, "notice() within 72 hours after B")) == []


def test_two_ways_to_meet_a_duty() -> None:
    facts = NOTICE.format("2023-03-15")
    assert "came too late" in told(judged(facts, "notice() within 72 hours after B or waiver()"))[0]
    (line,) = told(judged(facts, "notice() within 72 hours after B or notice() at least 30 days after B"))
    assert line == "The note (on 15 March 2023) does not meet the duty. [n]"


def test_what_the_duty_is_about_is_no_candidate() -> None:
    assert told(judged("", "breach() as C within 1 day after B")) == []


def test_a_length_from_the_data() -> None:
    facts = NOTICE.format("2023-03-15") + '  - {id: t, says: "term(days 3)"}\n'
    head = "vocabulary: {term: {fact: days number}}\n"
    findings = judged(
        facts, "notice() within N days after B", head.replace("vocabulary", "vocabulary"), given="[breach() as B, term(days N)]"
    )
    assert "came too late" in told(findings)[0]


@pytest.mark.parametrize("blame", list(Blame))
def test_it_is_so_whatever_can_be_given_up(blame: Blame) -> None:
    facts = "  - {id: n, says: notice() as note, when: 2023-03-11, sources: [office]}\nsources: {office: {}}\n"
    (line,) = told(judged(facts, "notice() as N within 72 hours after B and signed(N)", blame=blame))
    assert "came in time, but nobody says that the note was signed. [n]" in line


def test_a_search_that_was_cut_short_tells_no_more_than_is_known() -> None:
    def cut(facts: str, must: str) -> Findings:
        found = judged(facts, must)
        return replace(found, explanations=tuple(replace(part, complete=False) for part in found.explanations))

    assert "came too late" in told(cut(NOTICE.format("2023-03-15"), "notice() within 72 hours after B"))[0]
    assert told(cut(NOTICE.format("2023-03-11"), "notice() as N within 72 hours after B and signed(N)")) == []


def test_two_duties_of_one_breach_are_told_apart() -> None:
    """The note can answer one of the two, and so nothing is told of it; the letter neither."""
    facts = NOTICE.format("2023-03") + "  - {id: b2, says: breach() as breach-2, when: 2023-03-20}\n"
    facts += "  - {id: f, says: letter() as letter-1, when: 2023-03-15}\n"
    assert told(judged(facts, "notice() within 72 hours after B")) == [
        "As to [honoured(duty, breach-1)]: letter 1 (on 15 March 2023) came too late. [f]",
        "As to [honoured(duty, breach-2)]: letter 1 (on 15 March 2023) came too early. [f]",
    ]


def test_nothing_is_late_before_the_deadline_is_past() -> None:
    head = NOTICE.format("2023-08-31")
    assert told(judged(head, "notice() within 12 months after B and waiver()")) == []


def test_what_a_rule_brings_about_may_be_what_a_duty_is_about() -> None:
    facts = "  - {id: f, says: fax(by ann) as fax-1, when: 2023-03-01}\n" + NOTICE.format("2023-03-20")
    more = "  - {id: makes, given: fax() as F, then: waiver() as W during F}\n"
    (line,) = told(judged(facts, "notice() within 72 hours after B", more, given="waiver() as B"))
    assert line == "The note (on 20 March 2023) came too late. [n]"
