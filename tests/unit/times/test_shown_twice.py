"""A clock time that was shown twice is one of its two runs, and never what lay between them."""

import pytest
from small_dossiers import conflicts

from reasoner.times.civil import day_number, wall_of
from reasoner.times.errors import NoSuchTime
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock
from reasoner.times.members import members
from reasoner.times.shown_twice import either_run
from reasoner.times.to_text import date_to_text, date_words
from reasoner.times.to_words import tick_words
from reasoner.times.windows import extent

PARIS = "2016-10-30T02:30[Europe/Paris]"


def apart(text, zone="Europe/Paris"):
    return either_run(parse_date(text), zone)


def ticks(text, zone, clock=Clock.MINUTE):
    windows = (extent(one, zone=zone, clock=clock).whole for one in members(apart(text, zone)))
    return {tick for one in windows for tick in range(one.earliest, one.latest + 1)}


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Paris", (2016, 10, 30)),
        ("Australia/Lord_Howe", (2016, 4, 3)),  # by half an hour
        ("Antarctica/Troll", (2016, 10, 30)),  # by two hours
        ("America/New_York", (2016, 11, 6)),
        ("Asia/Kolkata", (2016, 10, 30)),
    ],
)
def test_a_clock_time_is_every_tick_at_which_clocks_show_it_and_no_other(zone, day):
    first = day_number(*day) * 1_440
    shown = {}
    for tick in range(first - 1_440, first + 2 * 1_440):
        shown.setdefault(wall_of(tick, zone=zone, clock=Clock.MINUTE) // 60 - first, set()).add(tick)
    date = "-".join(f"{part:02}" for part in day)
    for hour in range(6):
        of_hour = [(minute, shown.get(hour * 60 + minute, set())) for minute in range(60)]
        assert ticks(f"{date}T{hour:02}", zone) == set().union(*(found for _, found in of_hour))
        for minute, found in of_hour:
            assert ticks(f"{date}T{hour:02}:{minute:02}", zone) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (PARIS, "[2016-10-30T02:30+02:00,2016-10-30T02:30+01:00]"),
        ("2016-10-30T02:30~", "[2016-10-30T02:30+02:00~,2016-10-30T02:30+01:00~]"),
        ("2016-10-30T02:30Z", "2016-10-30T02:30Z"),
        ("2016-10-30T02", "2016-10-30T02"),
        ("2016-10-30T03:00", "2016-10-30T03:00"),
        ("2016-10-30", "2016-10-30"),
        ("[2016-10-30T02:30..2016-10-31]", "[2016-10-30T02:30..2016-10-31]"),
        ("2016-10-30T02:30/2016-10-30T02:10", "2016-10-30T02:30+02:00/2016-10-30T02:10+01:00"),
    ],
)
def test_both_runs_are_told_by_their_offsets(told, found):
    date = apart(told)
    assert date_to_text(date) == found
    assert date_words(date) == date_words(parse_date(told))


def test_of_an_interval_each_end_is_either_run_unless_it_would_end_before_it_starts():
    found = apart("2016-10-30T02:10/2016-10-30T02:30")
    assert [date_to_text(one) for one in found.members] == [
        "2016-10-30T02:10+02:00/2016-10-30T02:30+02:00",
        "2016-10-30T02:10+02:00/2016-10-30T02:30+01:00",
        "2016-10-30T02:10+01:00/2016-10-30T02:30+01:00",
    ]


def test_a_time_that_never_was_is_left_to_be_told_as_that():
    told = apart("2016-10-30T02:30/2017-03-26T02:30")
    with pytest.raises(NoSuchTime):
        extent(told, zone="Europe/Paris", clock=Clock.MINUTE)


def test_a_tick_of_such_an_hour_is_told_with_its_offset():
    first = extent(parse_date("2016-10-30T00:30Z"), zone="UTC", clock=Clock.MINUTE).start.earliest
    told = [tick_words(first + more, zone="Europe/Paris", clock=Clock.MINUTE) for more in (-31, 0, 60, 90)]
    assert told == [
        "30 October 2016, 01:59",
        "30 October 2016, 02:30 (+02:00)",
        "30 October 2016, 02:30 (+01:00)",
        "30 October 2016, 03:00",
    ]


SAID = f"""\
statements:
  - {{id: e, says: "attack() as e during {PARIS}"}}
  - {{id: late, says: e after 2016-10-30T00:45Z}}
  - {{id: early, says: e before 2016-10-30T01:15Z}}
  - {{id: f, says: "attack() as f during 2016-10-30T02[Europe/Paris]"}}
  - {{id: f-late, says: f after 2016-10-30T00:45Z}}
  - {{id: f-early, says: f before 2016-10-30T01:15Z}}
  - {{id: g-date, says: "attack() as g during sunday {PARIS}"}}
  - {{id: g-late, says: g after 2016-10-30T00:45Z}}
  - {{id: g-early, says: g before 2016-10-30T01:15Z}}
"""


def test_what_lies_between_the_runs_lies_in_neither():
    assert conflicts(SAID) == ["accept(e) + accept(early) + accept(late)", "accept(g-date) + accept(g-early) + accept(g-late)"]
