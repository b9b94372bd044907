"""Dates of the Hijri and the Julian calendar become dates of the civil one."""

import pytest

from reasoner.diagnostics import Text
from reasoner.language.from_text import parse_condition
from reasoner.language.to_text import to_text
from reasoner.times.calendars import parse_in_calendar
from reasoner.times.errors import DateError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Shape
from reasoner.times.windows import extent


def days(text):
    """The first and the last day of each date that may be meant."""
    date = parse_in_calendar(text)
    whole = [extent(one, zone="UTC", clock=Clock.HOUR).whole for one in date.members or (date,)]
    return [(one.earliest // 24, one.latest // 24) for one in whole]


def civil(text):
    whole = extent(parse_date(text), zone="UTC", clock=Clock.HOUR).whole
    return whole.earliest // 24, whole.latest // 24


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("hijri 1433-05-10", "2012-04-02"),
        ("hijri 1433-05", "[2012-03-24..2012-04-21]"),
        ("hijri 1433", "[2011-11-26..2012-11-14]"),
        ("julian 1582-10-04", "1582-10-14"),
        ("julian 1900-02-29", "1900-03-13"),
        ("julian 1917-10-25", "1917-11-07"),
        ("julian 1752", "[1752-01-12..1753-01-11]"),
        ("julian -0043-03-15", "-0043-03-13"),
        ("julian 0000-12-31", "0000-12-29"),
    ],
)
def test_a_date_is_one_of_the_civil_calendar(told, meant):
    assert days(told) == [civil(meant)]


@pytest.mark.parametrize(("told", "meant"), [("hijri 0001-01-01", "0622-07-19"), ("hijri 1200-05", "[1786-03-02..1786-03-31]")])
def test_a_date_that_is_only_reckoned_may_be_a_day_off(told, meant):
    first, last = civil(meant)
    assert days(told) == [(first + shift, last + shift) for shift in (-1, 0, 1)]
    assert parse_in_calendar(told).shape is Shape.ANY


def test_years_and_months_follow_each_other_without_a_gap():
    for calendar, years in (("hijri", range(1343, 1500)), ("julian", range(-5, 5)), ("julian", range(1580, 1920))):
        for year in years:
            (_, end), (start, _) = days(f"{calendar} {year:04}")[0], days(f"{calendar} {year + 1:04}")[0]
            assert start == end + 1
    for month in range(1, 12):
        assert days(f"hijri 1433-{month + 1:02}")[0][0] == days(f"hijri 1433-{month:02}")[0][1] + 1


def test_it_is_printed_as_it_was_told():
    assert to_text(parse_condition(Text("e during hijri 1433-05-10"))) == "e during hijri 1433-05-10"
    assert parse_in_calendar("hijri 1433-05-10").words == "on 2 April 2012 (10 Jumada al-Ula 1433 AH)"


@pytest.mark.parametrize(
    ("told", "offset", "message"),
    [
        ("hijri 1433-13", 11, "there is no month 13"),
        ("hijri 1433-05-30", 14, "Jumada al-Ula 1433 AH has no day 30"),
        ("julian 2001-02-29", 15, "February 2001 has no day 29"),
        ("hijri 0000", 6, "the Hijri calendar begins with year 1"),
        ("julian 20-1", 0, "`julian 20-1` is no date"),
    ],
)
def test_a_date_that_is_none_is_refused_with_its_place(told, offset, message):
    with pytest.raises(DateError) as refused:
        parse_in_calendar(told)
    assert (refused.value.offset, refused.value.message) == (offset, message)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2015-W08", "[2015-02-16..2015-02-22]"),
        ("2015-W53", "[2015-12-28..2016-01-03]"),
        ("2008-W01", "[2007-12-31..2008-01-06]"),
        ("0000-W01", "[0000-01-03..0000-01-09]"),
    ],
)
def test_a_week_goes_from_monday_to_sunday(told, meant):
    assert civil(told) == civil(meant)


def test_a_week_that_a_year_has_not_is_refused():
    with pytest.raises(DateError) as refused:
        parse_date("2014-W53")
    assert (refused.value.offset, refused.value.message) == (6, "2014 has no week 53")
    assert parse_date("2015-W08").words == "in week 8 of 2015 (16 February 2015 to 22 February 2015)"


def test_a_week_of_a_far_year_is_read_as_it_is_named():
    assert civil("Y12000-W01") == (civil("Y12000")[0] + 2, civil("Y12000")[0] + 8)
