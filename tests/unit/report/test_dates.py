"""Dates as nouns."""

import pytest

from reasoner.report.dates import date_noun
from reasoner.times.from_text import parse_date


@pytest.mark.parametrize(
    ("told", "noun"),
    [
        ("2012", "2012"),
        ("2012-07", "July 2012"),
        ("2012-07-01", "1 July 2012"),
        ("2012-07?", "perhaps July 2012"),
        ("2012-07~", "about July 2012"),
        ("2011/2012", "the time from 2011 to 2012"),
        ("2011/..", "the time from 2011 on"),
        ("[2011..2012]", "some time between 2011 and 2012"),
        ("201X", "the years 2010 to 2019"),
        ("-0043", "44 BC"),
    ],
)
def test_a_date_can_stand_after_before(told: str, noun: str) -> None:
    assert date_noun(parse_date(told)) == noun
