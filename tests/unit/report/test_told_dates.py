"""A conflict names its dates as they were told, and says why one is at no time."""

from __future__ import annotations

from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.pipeline import Question, check
from reasoner.program.guards import Blame
from reasoner.report.from_findings import report
from reasoner.report.to_text import to_text

HEAD = """
dossier: case
documents: {memo: {name: the memo, dated: "[2011,2013]"}}
vocabulary: {raid: {event: ""}}
statements:
  - {id: raid, says: raid() as the-raid, certain: true}
"""


def flat(facts: str, blame: Blame = Blame.STATEMENTS) -> str:
    return " ".join(to_text(report(check(read([SourceFile("facts.yaml", HEAD + facts)]), Question(blame=blame)))).split())


def test_one_of_two_dates_of_a_document_is_told_as_its_date() -> None:
    told = flat("  - {id: in-between, says: memo during 2012}\n")
    assert "The memo lies in 2012. [in-between]" in told
    assert told.count("(its date)") >= 1


def test_a_weekday_that_was_another_is_told_with_the_day_that_it_was() -> None:
    told = flat("  - {id: day, says: the-raid during thursday 2016-03-16, sources: [ann]}\n")
    assert "a date that never was" in told
    assert "The raid lies on Thursday, 16 March 2016. [day]" in told
    assert "Why: 16 March 2016 was a Wednesday." in told
    assert "circle" not in told


def test_also_where_sources_are_given_up() -> None:
    told = flat("  - {id: day, says: the-raid during thursday 2016-03-16, sources: [ann]}\n", Blame.SOURCES)
    assert "Why: 16 March 2016 was a Wednesday." in told


def test_a_time_without_such_a_day_is_told_as_that() -> None:
    told = flat('  - {id: day, says: "the-raid during thursday [2016-03-14..2016-03-16]"}\n')
    assert "Why: there is no Thursday between 14 March 2016 and 16 March 2016." in told


def test_a_gap_between_dates_is_told_by_the_two_that_border_on_it() -> None:
    facts = "  - {id: day, says: the-raid during 2012-XX-19}\n  - {id: late, says: the-raid during 2012-05-20/2012-06-18}\n"
    told = flat(facts)
    assert "The raid lies on the 19th of some month of 2012. [day]" in told
    assert "was before 20 May 2012 [day]" in told
    assert "was no earlier than 19 June 2012 [day]" in told
    assert told.count("case:") == 2
