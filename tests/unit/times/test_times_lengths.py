"""What a length counts, and how exactly it is meant."""

import pytest

from reasoner.times.errors import NotWhole, TooFine, UnfitTimeError
from reasoner.times.from_text import parse_date, parse_length
from reasoner.times.ir import Clock
from reasoner.times.lengths import elapsed, half_unit, months_of, one_unit
from reasoner.times.months import add_months
from reasoner.times.windows import extent

DAY = 1_440


@pytest.mark.parametrize(
    ("text", "months", "ticks"),
    [
        ("2 years", 24, 0),
        ("1 year 6 months", 18, 0),
        ("1.5 years", 18, 0),
        ("2 quarters", 6, 0),
        ("72 hours", 0, 72 * 60),
        ("1.5 hours", 0, 90),
        ("2 weeks 1 day", 0, 15 * DAY),
        ("1 month 15 days", 1, 15 * DAY),
        ("120 seconds", 0, 2),
    ],
)
def test_a_length_has_a_calendar_part_and_an_elapsed_part(text, months, ticks):
    length = parse_length(text)
    assert (months_of(length), elapsed(length, Clock.MINUTE)) == (months, ticks)


def test_a_part_of_a_month_is_refused():
    with pytest.raises(NotWhole, match="a part of a month has no fixed length"):
        months_of(parse_length("1.5 months"))


def test_what_is_no_whole_tick_is_refused():
    with pytest.raises(TooFine) as caught:
        elapsed(parse_length("90 minutes"), Clock.HOUR)
    assert caught.value.message == "this length is no whole number of hours, and the clock counts hours"
    assert elapsed(parse_length("90 minutes"), Clock.SECOND) == 5_400


def test_working_days_are_not_supported_yet():
    with pytest.raises(UnfitTimeError, match="working days are not supported yet"):
        elapsed(parse_length("2 working-days"), Clock.MINUTE)


@pytest.mark.parametrize(
    ("text", "half", "whole"),
    [
        ("2 years", 182 * DAY, 366 * DAY),
        ("1 quarter", 45 * DAY, 92 * DAY),
        ("3 months", 15 * DAY, 31 * DAY),
        ("1 year 6 months", 15 * DAY, 31 * DAY),
        ("2 weeks", 3 * DAY, 7 * DAY),
        ("3 days", DAY - 1, DAY),
        ("72 hours", 30, 60),
        ("7 hours 30 minutes", 0, 1),
        ("1.5 hours", 30, 60),
        ("30 seconds", 0, 0),
    ],
)
def test_a_count_is_good_to_half_its_smallest_unit_and_about_to_one(text, half, whole):
    length = parse_length(text)
    assert (half_unit(length, Clock.MINUTE), one_unit(length, Clock.MINUTE)) == (half, whole)


def test_tolerances_follow_the_clock():
    assert half_unit(parse_length("3 days"), Clock.SECOND) == 86_399
    assert half_unit(parse_length("3 hours"), Clock.HOUR) == 0
    assert one_unit(parse_length("2 years"), Clock.HOUR) == 366 * 24


def test_about_three_months_after_any_of_april_reaches_all_of_july():
    there = {"zone": "Africa/Algiers", "clock": Clock.MINUTE}
    april, july = (extent(parse_date(text), **there).start for text in ("2012-04", "2012-07"))
    three = parse_length("3 months")
    earliest = add_months(april.earliest, months_of(three), **there)
    latest = add_months(april.latest, months_of(three), **there)
    assert july.latest - earliest <= one_unit(three, Clock.MINUTE)
    assert latest - july.earliest <= one_unit(three, Clock.MINUTE)
    assert july.latest - earliest > half_unit(three, Clock.MINUTE)


def test_the_age_of_the_deal():
    """Held against what the dossier's reading found with two other programs."""
    there = {"zone": "Africa/Algiers", "clock": Clock.MINUTE}
    memo, gao = (extent(parse_date(text), **there).start for text in ("2013-01-19", "2012-04"))
    oldest = memo.latest - (gao.earliest + 1)
    assert divmod(oldest, DAY) == (293, 23 * 60 + 58)
    back = memo.latest - add_months(memo.latest, -24, **there)
    assert back == 731 * DAY
    assert divmod(back - oldest, DAY) == (437, 2)
    assert divmod(back - oldest - half_unit(parse_length("2 years"), Clock.MINUTE), DAY) == (255, 2)
