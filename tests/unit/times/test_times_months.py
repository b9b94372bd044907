"""Calendar arithmetic agrees with counting on a calendar, and pieces with a walk over every tick."""

import calendar
import random
from datetime import date
from itertools import pairwise

import pytest

from reasoner.times.civil import CYCLE_DAYS, date_of, day_number
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Piece, Window
from reasoner.times.months import add_months, add_months_to_day, least_most, pieces
from reasoner.times.windows import extent

ALGIERS = {"zone": "Africa/Algiers", "clock": Clock.MINUTE}
MINUTES = 1_440


def of(text, zone="UTC", clock=Clock.MINUTE):
    return extent(parse_date(text), zone=zone, clock=clock).start


def by_calendar(day, months):
    """One month at a time on the library's calendar; the day of the month is kept in mind and clamped at the end."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def by_walking(window, months, zone, clock):
    found = []
    for tick in range(window.earliest, window.latest + 1):
        ticks = add_months(tick, months, zone=zone, clock=clock) - tick
        if found and found[-1].ticks == ticks:
            found[-1] = Piece(Window(found[-1].window.earliest, tick), ticks)
        else:
            found.append(Piece(Window(tick, tick), ticks))
    return tuple(found)


@pytest.mark.parametrize("months", [1, -1, 2, -3, 6, 12, -12, 13, -24, 120, -1200])
def test_days_over_a_cycle_follow_the_calendar(months):
    start = date(1850, 1, 1).toordinal()
    for ordinal in range(start, start + CYCLE_DAYS, 11):
        day = date.fromordinal(ordinal)
        expected = by_calendar(day, months)
        number = day_number(day.year, day.month, day.day)
        assert date_of(add_months_to_day(number, months)) == (expected.year, expected.month, expected.day)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2013, 1, 31), 1, (2013, 2, 28)),
        ((2012, 1, 31), 1, (2012, 2, 29)),
        ((2012, 2, 29), 12, (2013, 2, 28)),
        ((2012, 2, 29), 48, (2016, 2, 29)),
        ((2012, 3, 31), -1, (2012, 2, 29)),
        ((1, 1, 31), -11, (0, 2, 29)),
        ((-4, 2, 29), -1200, (-104, 2, 29)),
        ((9999, 12, 31), 2, (10000, 2, 29)),
    ],
)
def test_month_ends_clamp(day, months, expected):
    assert date_of(add_months_to_day(day_number(*day), months)) == expected


def test_the_local_time_of_day_is_kept_over_a_change_of_clocks():
    def tick(text):
        return of(text, "Europe/Paris").earliest

    there = {"zone": "Europe/Paris", "clock": Clock.MINUTE}
    assert add_months(tick("2012-03-10T12:00"), 1, **there) == tick("2012-04-10T12:00")
    assert tick("2012-04-10T12:00") - tick("2012-03-10T12:00") == 31 * MINUTES - 60


def test_a_skipped_time_moves_on_and_one_shown_twice_is_the_first():
    there = {"zone": "Europe/Paris", "clock": Clock.MINUTE}
    start = of("2012-02-25T02:30", "Europe/Paris").earliest
    assert add_months(start, 1, **there) == of("2012-03-25T03:30", "Europe/Paris").earliest
    start = of("2012-09-28T02:30", "Europe/Paris").earliest
    assert add_months(start, 1, **there) == of("2012-10-28T00:30Z").earliest


def test_no_months_lead_nowhere_also_in_a_second_run():
    second = of("2012-10-28T01:30Z").earliest
    assert add_months(second, 0, zone="Europe/Paris", clock=Clock.MINUTE) == second
    assert pieces(Window(second, second + 9), 0, zone="Europe/Paris", clock=Clock.MINUTE) == (
        Piece(Window(second, second + 9), 0),
    )


def test_two_years_back_from_any_tick_of_19_january_2013_are_731_days():
    window = of("2013-01-19", "Africa/Algiers")
    assert pieces(window, -24, **ALGIERS) == (Piece(window, -731 * MINUTES),)


def test_a_month_from_january_is_cut_where_days_clamp():
    start = of("2013-01").earliest
    assert pieces(of("2013-01"), 1, zone="UTC", clock=Clock.MINUTE) == (
        Piece(Window(start, start + 28 * MINUTES - 1), 31 * MINUTES),
        Piece(Window(start + 28 * MINUTES, start + 29 * MINUTES - 1), 30 * MINUTES),
        Piece(Window(start + 29 * MINUTES, start + 30 * MINUTES - 1), 29 * MINUTES),
        Piece(Window(start + 30 * MINUTES, start + 31 * MINUTES - 1), 28 * MINUTES),
    )


def test_neighbours_of_one_length_are_one_piece():
    """29 February leads to 28 February, so the longer year runs from 1 March to the 28 February after."""
    found = pieces(of("201X"), 12, zone="UTC", clock=Clock.MINUTE)
    assert [(piece.ticks // MINUTES, date_of(piece.window.earliest // MINUTES)) for piece in found] == [
        (365, (2010, 1, 1)),
        (366, (2011, 3, 1)),
        (365, (2012, 2, 29)),
        (366, (2015, 3, 1)),
        (365, (2016, 2, 29)),
        (366, (2019, 3, 1)),
    ]


def test_the_hour_of_a_change_of_clocks_is_cut_out():
    found = pieces(of("2012-02-25", "Europe/Paris"), 1, zone="Europe/Paris", clock=Clock.MINUTE)
    assert [(piece.ticks, piece.window.latest - piece.window.earliest + 1) for piece in found] == [
        (29 * MINUTES, 180),
        (29 * MINUTES - 60, 21 * 60),
    ]


@pytest.mark.parametrize(
    "zone",
    [
        *("UTC", "Africa/Algiers", "Africa/Casablanca", "America/Havana", "America/Juneau", "America/Sao_Paulo", "+05:30"),
        *("Asia/Gaza", "Asia/Kolkata", "Asia/Manila", "Australia/Lord_Howe", "Europe/Paris", "Pacific/Apia"),
    ],
)
def test_pieces_are_those_of_a_walk_over_every_tick(zone):
    chance = random.Random(zone)
    for _ in range(12):
        start = (chance.choice([1844, 1850, 1867, 1900, 1911, 1940, 1977, 2004, 2012, 2023, 2050]) - 1970) * 8_766
        start += chance.randrange(8_766)
        window = Window(start, start + chance.randrange(9_000))
        months = chance.choice([1, -1, 2, -2, 3, -3, 12, -12, 24, -24, chance.randrange(-3_000, 3_000)])
        there = {"zone": zone, "clock": Clock.HOUR}
        assert pieces(window, months, **there) == by_walking(window, months, **there), (window, months)


def test_pieces_by_the_minute_and_the_second_are_those_of_a_walk():
    for zone, text, clock in [
        ("Africa/Algiers", "1911-03-10", Clock.MINUTE),
        ("Africa/Algiers", "1850-02-28", Clock.MINUTE),
        ("Europe/Paris", "2012-09-28", Clock.MINUTE),
        ("Europe/London", "1847-11-01", Clock.MINUTE),  # London's clocks went 75 seconds forward on 1 December
        ("Africa/Algiers", "1911-02-11T00", Clock.SECOND),
    ]:
        window = of(text, zone, clock)
        for months in (1, -1, 12):
            assert pieces(window, months, zone=zone, clock=clock) == by_walking(window, months, zone, clock)


def test_a_long_window_is_cut_without_walking_it():
    window = Window(of("-4000").earliest, of("2000").latest)
    found = pieces(window, -12, zone="Africa/Algiers", clock=Clock.MINUTE)
    assert {piece.ticks for piece in found} >= {-365 * MINUTES, -366 * MINUTES}
    assert (found[0].window.earliest, found[-1].window.latest) == (window.earliest, window.latest)
    assert all(a.window.latest + 1 == b.window.earliest and a.ticks != b.ticks for a, b in pairwise(found))


@pytest.mark.parametrize("window", [Window(None, 0), Window(0, None), Window(None, None)])
def test_a_window_without_an_end_cannot_be_cut(window):
    with pytest.raises(ValueError, match="without an end"):
        pieces(window, 1, zone="UTC", clock=Clock.MINUTE)


@pytest.mark.parametrize("months", [1, 2, 3, 5, 12, 13, 24, -1, -2, -12, -24, 4_800, -4_801, 0])
def test_least_and_most_are_those_of_every_day_of_a_cycle(months):
    lengths = [add_months_to_day(day, months) - day for day in range(CYCLE_DAYS)]
    assert least_most(months, Clock.HOUR) == (min(lengths) * 24, max(lengths) * 24)


def test_known_least_and_most():
    assert least_most(1, Clock.MINUTE) == (28 * MINUTES, 31 * MINUTES)
    assert least_most(-24, Clock.MINUTE) == (-731 * MINUTES, -730 * MINUTES)
