"""Days told by a name: a day of the week, a part of a day, days counted from another."""

import pytest

from reasoner.times.errors import UnfitTimeError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Window
from reasoner.times.named_days import counted_from, part_of, weekdays_in
from reasoner.times.to_text import date_to_text, date_words
from reasoner.times.windows import extent

HOUR = {"zone": "UTC", "clock": Clock.HOUR}


def hours(text):
    return extent(parse_date(text), **HOUR).whole


@pytest.mark.parametrize(
    ("day", "text", "found", "words"),
    [
        (3, "2016-03-17", "2016-03-17", "on Thursday, 17 March 2016"),
        (3, "2016-03", "[2016-03-03,2016-03-10,2016-03-17,2016-03-24,2016-03-31]", "on a Thursday in March 2016"),
        (3, "[2016-03-14..2016-03-20]", "2016-03-17", "on a Thursday between 14 March 2016 and 20 March 2016"),
        (3, "2016-03-16~", "2016-03-17", "on a Thursday on about 16 March 2016"),
        (3, "2016-XX-17", "[2016-03-17,2016-11-17]", "on a Thursday on the 17th of some month of 2016"),
        (3, "2016-03-17T10:00Z", "2016-03-17T10:00Z", "on Thursday, 17 March 2016, 10:00 UTC"),
    ],
)
def test_a_day_of_the_week_is_every_such_day_of_its_date(day, text, found, words):
    date = weekdays_in(day, parse_date(text), f"thursday {text}")
    assert date == parse_date(found)
    assert date_words(date) == words
    assert date.text == f"thursday {text}"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("2016-03-16", "16 March 2016 was a Wednesday"),
        ("2016-03-16T10:00", "16 March 2016, 10:00 was a Wednesday"),
        ("[2016-03-14..2016-03-16]", "there is no Thursday between 14 March 2016 and 16 March 2016"),
    ],
)
def test_a_date_on_another_day_of_the_week_is_at_no_time(text, never):
    date = weekdays_in(3, parse_date(text), "")
    assert date.members == ()
    assert date.never == never


@pytest.mark.parametrize(
    ("part", "window"),
    [
        ("dawn", "T04..T06"),
        ("early-morning", "T05..T07"),
        ("morning", "T06..T11"),
        ("midday", "T11..T12"),
        ("afternoon", "T12..T17"),
        ("evening", "T18..T22"),
    ],
)
def test_a_part_of_a_day_has_its_hours(part, window):
    first, last = window.split("..")
    found = extent(part_of(part, parse_date("2013-01-19"), ""), **HOUR).whole
    assert found == hours(f"[2013-01-19{first}..2013-01-19{last}]")


def test_the_night_reaches_into_the_next_day():
    found = extent(part_of("night", parse_date("2012-12-31"), ""), **HOUR).whole
    assert found == hours("[2012-12-31T22..2013-01-01T05]")


def test_a_part_of_several_days_is_that_of_any_of_them():
    date = part_of("dawn", parse_date("[2013-01-19,2013-01-21]"), "dawn of [2013-01-19,2013-01-21]")
    assert [extent(one, **HOUR).whole for one in date.members] == [
        hours("[2013-01-19T04..2013-01-19T06]"),
        hours("[2013-01-21T04..2013-01-21T06]"),
    ]
    assert date_words(date) == "at dawn of 19 January 2013 or 21 January 2013"
    assert len(part_of("dawn", parse_date("2013-01"), "").members) == 31


def test_a_part_of_a_day_is_told_as_that():
    assert date_words(part_of("early-morning", parse_date("2013-01-19"), "")) == "in the early morning of 19 January 2013"
    assert date_words(part_of("dawn", parse_date("2013-01-19?"), "")) == "perhaps at dawn of 19 January 2013"


@pytest.mark.parametrize(
    ("word", "said", "found"),
    [
        ("yesterday", "2013-01-01", "2012-12-31"),
        ("today", "2013-01-19", "2013-01-19"),
        ("tomorrow", "2012-02-28", "2012-02-29"),
        ("yesterday", "2012-03", "[2012-02-29..2012-03-30]"),
        ("last wednesday", "2013-01-19", "2013-01-16"),
        ("last saturday", "2013-01-19", "2013-01-12"),
        ("next saturday", "2013-01-19", "2013-01-26"),
        ("next sunday", "2013-01-19", "2013-01-20"),
        ("last wednesday", "2013-01", "[2012-12-26,2013-01-02,2013-01-09,2013-01-16,2013-01-23,2013-01-30]"),
        ("last week", "2013-01-19", "[2013-01-07..2013-01-13]"),
        ("next week", "2013-01-20", "[2013-01-21..2013-01-27]"),
        ("last month", "2013-01-19", "2012-12"),
        ("next month", "2013", "[2013-02..2014-01]"),
        ("next quarter", "2012-11-05", "2013-33"),
        ("last year", "2013-01-19T10:00", "2012"),
        ("last hour", "2013-01-01T00:20", "2012-12-31T23"),
        ("next hour", "2012-02-28T23:59Z", "2012-02-29T00Z"),
        ("next minute", "2012-12-31T23:59", "2013-01-01T00:00"),
    ],
)
def test_days_are_counted_from_the_day_it_was_said(word, said, found):
    assert counted_from(word, parse_date(said)) == parse_date(found)


def test_what_is_counted_is_told_with_its_word_and_written_as_a_date():
    date = counted_from("last wednesday", parse_date("2013-01-19"))
    assert date_words(date) == "on 16 January 2013 (“last Wednesday”)"
    assert date_to_text(date) == "2013-01-16"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: weekdays_in(3, parse_date("2016/2017"), ""), "`thursday` needs a date with a first and a last day"),
        (lambda: weekdays_in(3, parse_date("[2016..]"), ""), "`thursday` needs a date with a first and a last day"),
        (lambda: weekdays_in(3, parse_date("1XXX"), ""), "this stands for more than 1,000 dates that lie apart"),
        (lambda: part_of("dawn", parse_date("2016-03-17T10:00"), ""), "a part of a day goes with a day, not with a clock time"),
        (
            lambda: counted_from("last hour", parse_date("2016")),
            "`last hour` counts from a time that tells the hour; 2016 does not",
        ),
        (
            lambda: counted_from("next minute", parse_date("2016-01-01T10")),
            "`next minute` counts from a time that tells the minute; 1 January 2016, 10:00 to 10:59 does not",
        ),
        (lambda: counted_from("last second", parse_date("2016-01-01T10:00:30")), "`last second` is not supported yet"),
        (lambda: counted_from("today", parse_date("2016/..")), "`today` needs a date with a first and a last day"),
        (lambda: counted_from("today", parse_date("[2016,2018]")), "`today` needs a date with a first and a last day"),
    ],
)
def test_what_has_no_such_days_is_refused(make, message):
    with pytest.raises(UnfitTimeError) as caught:
        make()
    assert caught.value.message == message


def test_windows_are_in_the_zone():
    date = part_of("dawn", parse_date("2013-01-19"), "")
    assert extent(date, zone="Africa/Algiers", clock=Clock.HOUR).whole == Window(
        hours("2013-01-19T03").earliest, hours("2013-01-19T05").latest
    )
