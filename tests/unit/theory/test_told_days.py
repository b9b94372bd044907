"""Days told by a name become dates when the dossier is resolved."""

import pytest

from reasoner.language.to_text import to_text
from reasoner.times.to_text import date_to_text

FACTS = """\
dossier: case
actors: {mujao: {kind: armed-group}}
documents: {cable: {dated: 2013-01-19}, letter: {dated: 2012-03}, undated: {}}
statements:
  - {id: raid, says: attack(by mujao) as raid}
  - {id: s, says: raid during %s}
"""


def moment(theory, which="s"):
    said = next(one for one in theory.said if one.id == which)
    return said.readings[0].phrase.relation.moment


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("yesterday, at: cable", "2013-01-18"),
        ("yesterday, at: 'cable, page 2', said-on: 2015-01-01", "2013-01-18"),
        ("yesterday, said-on: 2015-01-01", "2014-12-31"),
        ("yesterday, at: undated, said-on: 2015-01-01", "2014-12-31"),
        ("tomorrow, at: letter", "[2012-03-02..2012-04-01]"),
        ("last wednesday, at: cable", "2013-01-16"),
        ("thursday 2016-03-17", "2016-03-17"),
        ("thursday 2016-03-16", "[]"),
        ("dawn of 2013-01-19", "dawn of 2013-01-19"),
    ],
)
def test_a_day_becomes_a_date(resolved, told, found):
    assert date_to_text(moment(resolved(FACTS % told)).date) == found


def test_it_is_printed_so_that_it_can_be_read_again(resolved):
    said = resolved(FACTS % "thursday 2016-03").said[1]
    assert to_text(said.readings[0]) == "raid during thursday 2016-03"
    said = resolved(FACTS % "yesterday, at: cable").said[1]
    assert to_text(said.readings[0]) == "raid during 2013-01-18"


def test_a_document_may_be_dated_to_a_part_of_a_day(resolved):
    facts = FACTS.replace("cable: {dated: 2013-01-19}", "cable: {dated: dawn of 2013-01-19}")
    assert date_to_text(moment(resolved(facts % "yesterday, at: cable")).date) == "2013-01-18"


def test_every_reading_counts_from_the_day_of_its_statement(resolved):
    facts = (
        FACTS % "2013" + "  - id: r\n    at: cable\n    readings: [{says: raid during yesterday}, {says: raid during today}]\n"
    )
    said = next(one for one in resolved(facts).said if one.id == "r")
    assert [date_to_text(reading.phrase.relation.moment.date) for reading in said.readings] == ["2013-01-18", "2013-01-19"]
