"""A date means the window of all its ticks, widened where it is approximate."""

import pytest

from reasoner.times.civil import day_number
from reasoner.times.errors import NoSuchTime, Reversed, TooFine, UnfitTimeError, UnknownZone
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Civil, Clock, Date, Shape, Window
from reasoner.times.windows import extent

MINUTES = 1_440


def of(text, zone="UTC", clock=Clock.MINUTE):
    return extent(parse_date(text), zone=zone, clock=clock)


def days(first, last):
    """The window, in minutes of UTC, from one day to another, both included."""
    return Window(day_number(*first) * MINUTES, (day_number(*last) + 1) * MINUTES - 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013-01-19", (2013, 1, 19), (2013, 1, 19)),
        ("2012-02", (2012, 2, 1), (2012, 2, 29)),
        ("2012", (2012, 1, 1), (2012, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("-201X", (-2019, 1, 1), (-2010, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
        ("-0044", (-44, 1, 1), (-44, 12, 31)),
        ("Y12000", (12000, 1, 1), (12000, 12, 31)),
        ("2012-21", (2012, 3, 1), (2012, 5, 31)),
        ("2012-25", (2012, 3, 1), (2012, 5, 31)),
        ("2012-22", (2012, 6, 1), (2012, 8, 31)),
        ("2012-23", (2012, 9, 1), (2012, 11, 30)),
        ("2012-24", (2012, 12, 1), (2013, 2, 28)),
        ("2012-29", (2012, 9, 1), (2012, 11, 30)),
        ("2012-30", (2012, 12, 1), (2013, 2, 28)),
        ("2012-31", (2012, 3, 1), (2012, 5, 31)),
        ("2012-32", (2012, 6, 1), (2012, 8, 31)),
        ("2012-33", (2012, 1, 1), (2012, 3, 31)),
        ("2012-36", (2012, 10, 1), (2012, 12, 31)),
        ("2012-39", (2012, 9, 1), (2012, 12, 31)),
        ("2012-40", (2012, 1, 1), (2012, 6, 30)),
        ("2012?", (2012, 1, 1), (2012, 12, 31)),
        ("[2011..2012-03]", (2011, 1, 1), (2012, 3, 31)),
    ],
)
def test_a_date_is_all_its_days(text, first, last):
    found = of(text)
    assert found.start == found.end == found.whole == days(first, last)
    assert found.widened == ""
    assert found.uncertain == ("?" in text)


@pytest.mark.parametrize(
    ("text", "first", "last", "widened"),
    [
        ("2012~", (2011, 1, 1), (2013, 12, 31), "1 year"),
        ("2012-03~", (2012, 2, 1), (2012, 4, 30), "1 month"),
        ("2012-03-31~", (2012, 3, 30), (2012, 4, 1), "1 day"),
        ("2012-01%", (2011, 12, 1), (2012, 2, 29), "1 month"),
        ("201X~", (2000, 1, 1), (2029, 12, 31), "10 years"),
        ("2004-XX~", (2003, 1, 1), (2005, 12, 31), "1 year"),
        ("2012-22~", (2012, 3, 1), (2012, 11, 30), "3 months"),
        ("[2012-01~..2012-02~]", (2011, 12, 1), (2012, 3, 31), "1 month"),
        ("[2012~..2012-02]", (2011, 1, 1), (2012, 2, 29), "1 year at its start"),
        ("[2012~..2012-02~]", (2011, 1, 1), (2012, 3, 31), "1 year at its start and 1 month at its end"),
    ],
)
def test_an_approximate_date_is_widened_by_one_unit_on_both_sides(text, first, last, widened):
    found = of(text)
    assert (found.start, found.widened) == (days(first, last), widened)


def test_approximate_clock_times_are_widened_by_elapsed_time():
    start = day_number(2013, 1, 17) * MINUTES + 22 * 60
    assert of("2013-01-17T22:00Z~").start == Window(start - 1, start + 1)
    assert of("2013-01-17T22~").start == Window(start - 60, start + 119)
    assert of("2013-01-17T22~").widened == "1 hour"
    assert of("2013-01-17T22:00:00~", clock=Clock.SECOND).widened == "1 second"


def test_an_interval_starts_inside_the_one_and_ends_inside_the_other():
    found = of("2012-04/2013-01-17")
    assert found.shape is Shape.INTERVAL
    assert (found.start, found.end) == (days((2012, 4, 1), (2012, 4, 30)), days((2013, 1, 17), (2013, 1, 17)))
    assert found.whole == days((2012, 4, 1), (2013, 1, 17))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2012-04/..", days((2012, 4, 1), (2012, 4, 30)), Window(None, None)),
        ("2012-04/", days((2012, 4, 1), (2012, 4, 30)), Window(None, None)),
        ("../2012-04", Window(None, None), days((2012, 4, 1), (2012, 4, 30))),
        ("[2012..]", Window(day_number(2012, 1) * MINUTES, None), Window(day_number(2012, 1) * MINUTES, None)),
        ("[..2012]", Window(None, day_number(2013, 1) * MINUTES - 1), Window(None, day_number(2013, 1) * MINUTES - 1)),
    ],
)
def test_what_is_open_or_unknown_is_unbounded(text, start, end):
    found = of(text)
    assert (found.start, found.end) == (start, end)


def test_clock_times_are_compared_as_instants():
    noon = of("2013-01-17T12:00Z").start
    assert noon == Window(22640400 + 7 * 60 - 420, 22640400 + 7 * 60 - 420) == of("2013-01-17T13:00", "Africa/Algiers").start
    assert noon == of("2013-01-17T07:00[America/New_York]").start == of("2013-01-17T17:30+05:30").start
    assert of("2013-01-17T12:00Z", "Asia/Tokyo").start == noon


def test_a_day_is_that_of_the_zone_of_the_dossier():
    first = of("2013-01-19", "Africa/Algiers").start.earliest
    assert first == of("2013-01-18T23:00Z").start.earliest
    assert of("1850", "Africa/Algiers").end.latest + 1 == of("1851", "Africa/Algiers").start.earliest


def test_a_time_shown_twice_spans_both_runs():
    window = of("2012-10-28T02:30[Europe/Paris]").start
    assert window.latest - window.earliest == 60


def test_a_date_finer_than_the_clock_is_refused():
    with pytest.raises(TooFine) as caught:
        of("2013-01-17T22:00", clock=Clock.HOUR)
    assert caught.value.message == "a date told to the minute is finer than the clock, which counts hours"
    assert "clock: minute" in caught.value.help
    with pytest.raises(TooFine):
        of("2013-01-17T22:00:00")
    assert of("2013-01-17T22", clock=Clock.HOUR).start == Window(377_350, 377_350)


def test_hours_are_ticks_also_where_a_zone_is_half_an_hour_off():
    window = of("2013-01-17T22", "Asia/Kolkata", Clock.HOUR).start
    assert window == Window(377_344, 377_344)  # 16:30 to 17:29 UTC


def test_what_the_zone_of_the_dossier_decides_is_refused_there():
    with pytest.raises(NoSuchTime, match="`Europe/Paris` never showed"):
        of("2013-03-31T02:30", "Europe/Paris")
    assert of("2013-03-31T02:30", "UTC").start.earliest is not None
    with pytest.raises(Reversed):
        of("2013-01-18/2013-01-17T22:00Z", "UTC")
    assert of("2013-01-18/2013-01-17T22:00Z", "Asia/Tokyo").shape is Shape.INTERVAL
    with pytest.raises(UnknownZone):
        of("2013", "Mars/Olympus")


def test_all_refusals_are_of_one_kind():
    assert {kind.__bases__ for kind in (TooFine, Reversed, NoSuchTime, UnknownZone)} == {(UnfitTimeError,)}
    assert issubclass(UnfitTimeError, ValueError)


def test_a_date_built_by_hand_needs_no_text():
    civil = Civil(2013, 1, 19)
    assert extent(Date(Shape.DATE, civil, civil), zone="UTC", clock=Clock.MINUTE) == of("2013-01-19")
