"""What a report says of findings, beyond the golden pages."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from small_dossiers import explained

from reasoner.explanation.ir import Explanation, Findings
from reasoner.pipeline import Question, left_without
from reasoner.report.about import about
from reasoner.report.allowed import ways
from reasoner.report.asked import asked_about, known_ids
from reasoner.report.from_findings import Wanted, report
from reasoner.report.to_text import to_text

CLASH = """\
statements:
  - {id: a, says: fire(at mill) as mill-fire, when: 2011}
  - {id: b, says: mill-fire during 2012}
  - {id: c, says: mill-fire during 2013}
"""


ALL = Wanted()


def flat(findings: Findings, wanted: Wanted = ALL) -> str:
    return " ".join(to_text(report(findings, wanted)).split())


def test_a_search_that_was_cut_short_says_so(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    cut = replace(findings, explanations=tuple(replace(part, complete=False) for part in findings.explanations))
    assert "A limit stopped the search: what is told here holds, and there may be more." in flat(cut)
    assert "cheapest way out" not in flat(cut)
    assert "at least three ways" in flat(cut)
    assert "A limit" not in flat(findings)


def test_at_most_so_many_repairs_are_shown_and_all_are_counted(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    assert "There are three ways to make the rest consistent, cheapest first: 1. Give up [a] and [b]" in flat(findings)
    two = flat(findings, Wanted(limit=2))
    assert "There are three ways to make the rest consistent; the cheapest two are shown:" in two
    assert "[b] and [c] (cost" not in two
    none = flat(findings, Wanted(limit=0))
    assert "three ways to make the rest consistent; none is shown." in none


def test_brief_is_the_summary_alone(found: Callable[..., Findings]) -> None:
    told = flat(found(CLASH), Wanted(brief=True))
    assert "there are three conflicts" in told
    assert "Conflict 1" not in told


def test_who_said_a_statement_is_told_once(found: Callable[..., Findings]) -> None:
    told = to_text(report(found(CLASH)))
    assert told.count("Said in the dossier itself") == 3


def test_all_that_is_printed_in_brackets_can_be_asked_about(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    known = known_ids(findings)
    assert [one for one in ("a", "b", "c") if one not in known] == []
    for ident in known:
        assert explained(findings, ident)


@pytest.mark.parametrize("ident", ["a", "b", "c"])
def test_explain_says_what_giving_up_would_allow(found: Callable[..., Findings], ident: str) -> None:
    told = explained(found(CLASH), ident)
    assert "Two conflicts would be gone" in told
    assert "one would stay. Two of three repairs give it up" in told


def test_a_conflict_is_explained_with_each_way_out(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    first = findings.explanations[0].conflicts[0]
    told = explained(findings, first.id)
    assert "What giving up one of them would allow" in told
    assert told.count("would be gone") == 2


def test_a_search_that_was_cut_short_for_what_would_come_says_so(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    asked = asked_about(findings, "a")
    cut = (Explanation("1", complete=False, conflicts=(), repairs=(), judgements=()),)
    told = " ".join(to_text(about(findings, asked, {way.names: cut for way in ways(findings, asked)})).split())
    assert "The search was stopped before all was known that would come." in told


def test_a_search_that_is_stopped_before_anything_is_found_is_no_consistent_one(found: Callable[..., Findings]) -> None:
    findings = found(CLASH)
    no_time = Question(remaining=lambda: 0.0)
    assert [part.complete for part in left_without(findings, {"accept(a)"}, no_time)] == [False]
