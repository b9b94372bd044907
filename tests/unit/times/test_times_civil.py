"""Day numbers, days and wall times agree with the standard library and with a walk over the ticks."""

import calendar
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reasoner.times import civil
from reasoner.times.ir import Clock, Window


def test_every_day_of_a_cycle_has_the_number_that_the_library_gives_it():
    for ordinal in range(date(1900, 1, 1).toordinal(), date(2300, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        number = ordinal - date(1970, 1, 1).toordinal()
        assert civil.day_number(day.year, day.month, day.day) == number
        assert civil.date_of(number) == (day.year, day.month, day.day)
        assert civil.weekday(number) == day.weekday()


@settings(deadline=None, derandomize=True)
@given(st.integers(-(10**12), 10**12))
def test_far_days_come_back_and_follow_one_another(day):
    year, month, of_month = civil.date_of(day)
    assert civil.day_number(year, month, of_month) == day
    assert 1 <= of_month <= civil.month_length(year, month)
    following = civil.date_of(day + 1)
    assert following in ((year, month, of_month + 1), (year + month // 12, month % 12 + 1, 1))


def test_month_lengths_and_leap_years_are_those_of_the_library():
    for year in range(1800, 2200):
        assert civil.is_leap(year) == calendar.isleap(year)
        for month in range(1, 13):
            assert civil.month_length(year, month) == calendar.monthrange(year, month)[1]
    assert civil.is_leap(0)
    assert civil.is_leap(-4)
    assert not civil.is_leap(-100)


def test_months_counted_from_year_0_start_where_they_should():
    assert civil.month_start(2013 * 12) == civil.day_number(2013, 1)
    assert civil.month_start(-1) == civil.day_number(-1, 12)


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("UTC", Clock.HOUR),
        ("Asia/Kolkata", Clock.HOUR),
        ("Australia/Lord_Howe", Clock.HOUR),
        ("Europe/Paris", Clock.HOUR),
        ("America/Sao_Paulo", Clock.HOUR),
        ("America/Havana", Clock.HOUR),
        ("Africa/Algiers", Clock.MINUTE),
    ],
)
@pytest.mark.parametrize("year", [1850, 2012])
def test_days_share_no_tick_and_leave_none_out(zone, clock, year):
    days = range(civil.day_number(year, 3, 1), civil.day_number(year, 3 if clock is Clock.MINUTE else 12, 15))
    before = None
    for day in days:
        window = civil.days_window(day, day, zone=zone, clock=clock)
        assert before is None or window.earliest == before + 1
        before = window.latest
        assert {civil.day_of(tick, zone=zone, clock=clock) for tick in range(window.earliest, window.latest + 1)} == {day}


def test_a_day_has_24_hours_but_where_clocks_change():
    def hours(month, day):
        number = civil.day_number(2012, month, day)
        window = civil.days_window(number, number, zone="Europe/Paris", clock=Clock.HOUR)
        return window.latest - window.earliest + 1

    assert (hours(3, 24), hours(3, 25), hours(10, 28)) == (24, 23, 25)


def test_a_wall_window_spans_both_runs_of_an_hour_and_is_empty_where_skipped():
    twice = civil.day_number(2012, 10, 28) * civil.DAY + 2 * 3_600
    window = civil.wall_window(twice, twice + 60, zone="Europe/Paris", clock=Clock.MINUTE)
    assert window.latest - window.earliest == 60
    skipped = civil.day_number(2012, 3, 25) * civil.DAY + 2 * 3_600
    window = civil.wall_window(skipped, skipped + 3_600, zone="Europe/Paris", clock=Clock.MINUTE)
    assert window.earliest == window.latest + 1


@pytest.mark.parametrize("clock", Clock)
def test_tick_0_begins_the_epoch(clock):
    assert civil.days_window(0, 0, zone="UTC", clock=clock) == Window(0, 86_400 // clock.value - 1)
    assert civil.days_window(-1, -1, zone="UTC", clock=clock).latest == -1


@settings(deadline=None, derandomize=True)
@given(
    st.integers(-(10**7), 10**7),
    st.sampled_from(["UTC", "Asia/Kolkata", "Europe/Paris", "Africa/Algiers", "+05:45"]),
    st.sampled_from(Clock),
)
def test_a_tick_comes_back_from_its_wall_time_but_for_second_runs(tick, zone, clock):
    wall = civil.wall_of(tick, zone=zone, clock=clock)
    again = civil.tick_of(wall, zone=zone, clock=clock)
    assert again == tick or civil.wall_of(again, zone=zone, clock=clock) == wall
