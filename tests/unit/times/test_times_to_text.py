"""Dates and lengths are printed so that they are read back alike; windows and lengths in words as people say them."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reasoner.times.civil import month_length
from reasoner.times.errors import DateError
from reasoner.times.from_text import parse_date, parse_length
from reasoner.times.ir import Civil, Clock, Date, Edge, Length, PartMark, Shape, Unit, Window
from reasoner.times.to_text import (
    date_to_text,
    date_words,
    length_text,
    length_to_text,
    length_words,
    tick_text,
    tick_words,
    window_words,
)
from reasoner.times.windows import extent

ALGIERS = {"zone": "Africa/Algiers", "clock": Clock.MINUTE}
DAY = 1_440


def of(text, clock=Clock.MINUTE):
    return extent(parse_date(text), zone="Africa/Algiers", clock=clock).whole


UNSPECIFIED = [
    *("201X", "20XX", "1XXX", "2004-XX", "2004-XX-XX", "-201X", "-0004-XX", "201X-XX", "1XX2", "2012-XX-19", "156X-12-25"),
    *("2012-1X", "2012-1X-2X", "-004X-12", "XXXX-03-16", "2X1X-X1-X1"),
]


@st.composite
def part_marks(draw, kind):
    """Marks on parts, none on the last part's right, which is that of the whole."""
    parts = {"month": (Unit.YEAR, Unit.MONTH), "day": (Unit.YEAR, Unit.MONTH, Unit.DAY)}.get(kind, (Unit.YEAR, Unit.MONTH))
    found = []
    for part in parts:
        sign, alone = draw(st.sampled_from(["", "?", "~", "%"])), draw(st.booleans())
        if sign and (part is not parts[-1] or (kind == "unspecified" and not alone)):
            found.append(PartMark(sign, part, alone))
    return tuple(found)


@st.composite
def civils(draw):
    marks = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    year = draw(st.one_of(st.integers(-9_999, 9_999), st.integers(-(10**9) + 1, 10**9 - 1)))
    kind = draw(st.sampled_from(["year", "season", "month", "day", "time", "unspecified"]))
    if kind == "year":
        sure = draw(st.none() | st.integers(1, len(str(abs(year)))))
        return Civil(year, significant=sure, **marks)
    if kind not in ("season", "time"):
        marks["marks"] = draw(part_marks(kind))
    if kind == "season":
        return Civil(year, season=draw(st.integers(21, 41)), **marks)
    if kind == "unspecified":
        text = draw(st.sampled_from(UNSPECIFIED))
        told, *rest = text[1:].split("-")
        numbers = [None if "X" in part else int(part) for part in rest]
        if len(rest) < 2:
            marks["marks"] = ()
        return Civil(int((text[0] + told).replace("X", "0")), *numbers, unspecified=text, **marks)
    month = draw(st.integers(1, 12))
    if kind == "month":
        return Civil(year, month, **marks)
    day = draw(st.integers(1, month_length(year, month)))
    if kind == "day":
        return Civil(year, month, day, **marks)
    hour, minute, second = (draw(st.integers(0, limit)) for limit in (23, 59, 59))
    told = draw(st.integers(1, 3))
    clock = (hour, minute, second)[:told] + (None,) * (3 - told)
    zone = draw(st.sampled_from(["", "Z", "+01:00", "-04:30", "Asia/Kolkata", "America/New_York"]))
    return Civil(year, month, day, *clock, zone=zone, **marks)


@st.composite
def dates(draw, ranges=tuple(Shape)):
    shape = draw(st.sampled_from(ranges))
    if shape in {Shape.ANY, Shape.ALL}:
        members = draw(st.lists(dates(ranges=(Shape.DATE, Shape.ONE_OF)), min_size=2, max_size=4))
        closed = [one for one in members if Edge.OPEN not in (one.first, one.last) and "[" not in date_to_text(one)[1:]]
        assume(len(closed) > 1)
        return Date(shape, Edge.UNKNOWN, Edge.UNKNOWN, members=tuple(closed))
    first = draw(civils())
    if shape is Shape.DATE:
        return Date(shape, first, first)
    last = draw(civils())
    edge = draw(st.sampled_from([None, "first", "last"]))
    gap = Edge.OPEN if shape is Shape.ONE_OF else draw(st.sampled_from(Edge))
    return Date(shape, gap if edge == "first" else first, gap if edge == "last" else last)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(dates())
def test_a_date_is_read_back_as_it_was(date):
    try:
        again = parse_date(date_to_text(date))
    except DateError as wrong:
        assume("before it starts" not in wrong.message and "jumped over" not in wrong.message)
        raise
    assert again == date
    assert date_to_text(again) == again.text


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(Unit), min_size=1, unique=True), st.data())
def test_a_length_is_read_back_as_it_was(units, data):
    ordered = sorted(units, key=list(Unit).index, reverse=True)
    length = Length(tuple((Fraction(data.draw(st.integers(0, 10**6)), 4), unit) for unit in ordered))
    assert parse_length(length_to_text(length)) == length


def read(text):
    try:
        return parse_date(text)
    except DateError as wrong:
        return wrong


PARTS = [
    "2013",
    "201X",
    "-0044",
    "Y12000",
    "-01",
    "-13",
    "-25",
    "-XX",
    "-1X",
    "-31",
    "T22",
    "T25:00",
    "Z",
    "+01:00",
    "[Asia/Tokyo]",
]
PARTS += ["~", "?", "/", "..", "[", "]", "{", ",", "X", "E3", "S2", " ", "\u0663", "-", "x"]


@settings(deadline=None, derandomize=True, max_examples=2_000)
@given(st.lists(st.sampled_from(PARTS), max_size=7).map("".join))
def test_any_text_is_read_or_refused_at_a_place_inside_it(text):
    found = read(text)
    if isinstance(found, DateError):
        assert 0 <= found.offset <= len(text)
        assert found.message
    else:
        assert parse_date(date_to_text(found)) == found
        extent(found, zone="UTC", clock=Clock.SECOND)


@settings(deadline=None, derandomize=True)
@given(st.integers(-(10**8), 10**8), st.sampled_from(Clock))
def test_a_tick_is_read_back_as_it_was(tick, clock):
    assume(-300_000 < tick * clock.value // 86_400 < 2_900_000)
    text = tick_text(tick, zone="Asia/Kolkata", clock=clock)
    found = extent(parse_date(text), zone="Asia/Kolkata", clock=clock).start
    assert found.earliest <= tick <= found.latest


def test_a_tick_is_told_as_finely_as_the_clock_counts():
    assert tick_text(of("2013-01-19").latest, **ALGIERS) == "2013-01-19T23:59"
    assert tick_text(0, zone="UTC", clock=Clock.HOUR) == "1970-01-01T00"
    assert tick_text(-1, zone="UTC", clock=Clock.SECOND) == "1969-12-31T23:59:59"
    assert tick_text(of("-0044").earliest, **ALGIERS) == "-0044-01-01T00:00"


@pytest.mark.parametrize(
    ("ticks", "clock", "text"),
    [
        (293 * DAY + 23 * 60 + 58, Clock.MINUTE, "293 days, 23 hours and 58 minutes"),
        (255 * DAY + 2, Clock.MINUTE, "255 days and 2 minutes"),
        (731 * DAY, Clock.MINUTE, "731 days"),
        (1_095 * DAY, Clock.MINUTE, "1,095 days"),
        (1, Clock.MINUTE, "1 minute"),
        (25, Clock.HOUR, "1 day and 1 hour"),
        (3_661, Clock.SECOND, "1 hour, 1 minute and 1 second"),
        (0, Clock.MINUTE, "no time"),
        (-60, Clock.MINUTE, "minus 1 hour"),
    ],
)
def test_a_length_of_ticks_in_words(ticks, clock, text):
    assert length_text(ticks, clock) == text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("2 years", "two years"),
        ("1 year", "one year"),
        ("0 days", "no days"),
        ("72 hours", "72 hours"),
        ("1 year 6 months", "1 year and 6 months"),
        ("1 week 2 days 3 hours", "1 week, 2 days and 3 hours"),
        ("1.5 hours", "1.5 hours"),
        ("0.25 hours", "0.25 hours"),
        ("2 working-days", "two working days"),
    ],
)
def test_a_told_length_in_words(told, words):
    assert length_words(parse_length(told)) == words


def test_a_third_has_no_decimals():
    assert length_words(Length(((Fraction(1, 3), Unit.HOUR),))) == "1/3 hours"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2012", "in 2012"),
        ("2012-07", "in July 2012"),
        ("2012-02", "in February 2012"),
        ("2013-01-19", "on 19 January 2013"),
        ("[2012-04-01..2012-04-29]", "between 1 and 29 April 2012"),
        ("[2012-04-15..2012-07]", "between 15 April and 31 July 2012"),
        ("[2012-04..2013-01-17]", "between 1 April 2012 and 17 January 2013"),
        ("[2011..2012]", "between 1 January 2011 and 31 December 2012"),
        ("[2012-12..2013-12]", "between 1 December 2012 and 31 December 2013"),
        ("[..2012-04]", "before 1 May 2012"),
        ("[2012-04..]", "not before 1 April 2012"),
        ("[2012-04-01T12:05..]", "not before 1 April 2012, 12:05"),
        ("[..2013-01-19T23:58]", "not after 19 January 2013, 23:58"),
        ("2013-01-17T22:00", "on 17 January 2013 at 22:00"),
        ("2013-01-17T22", "on 17 January 2013, between 22:00 and 22:59"),
        ("[2013-01-17..2013-01-18T12:00]", "between 17 January 2013, 00:00 and 18 January 2013, 12:00"),
        ("-0043-03", "in March 44 BC"),
        ("0000", "in 1 BC"),
        ("0044", "in 44 AD"),
    ],
)
def test_a_window_in_words(text, words):
    assert window_words(of(text), **ALGIERS) == words


def test_windows_that_say_nothing_or_cannot_be():
    assert window_words(Window(None, None), **ALGIERS) == "at any time"
    assert window_words(Window(5, 4), **ALGIERS) == "at no time"


def test_days_are_those_of_the_zone():
    window = extent(parse_date("2013-01-19"), zone="UTC", clock=Clock.MINUTE).whole
    assert window_words(window, **ALGIERS) == "between 19 January 2013, 01:00 and 20 January 2013, 00:59"


def test_a_tick_in_words():
    assert tick_words(of("2013-01-19").latest, **ALGIERS) == "19 January 2013, 23:59"
    assert tick_words(-1, zone="UTC", clock=Clock.SECOND) == "31 December 1969, 23:59:59"
    assert tick_words(-1, zone="UTC", clock=Clock.HOUR) == "31 December 1969, 23:00"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2012", "in 2012"),
        ("2012-07~", "in about July 2012"),
        ("2013-01-19?", "perhaps on 19 January 2013"),
        ("2012%", "perhaps in about 2012"),
        ("2013-01-17T22:00Z", "on 17 January 2013, 22:00 UTC"),
        ("2013-01-17T22:00[America/New_York]", "on 17 January 2013, 22:00 (America/New_York)"),
        ("2013-01-17T22", "on 17 January 2013, 22:00 to 22:59"),
        ("2012-21", "in spring 2012"),
        ("2012-28", "in winter 2012"),
        ("2012-30", "in the southern summer of 2012"),
        ("2012-33", "in the first quarter of 2012"),
        ("2012-41", "in the second half of 2012"),
        ("201X", "in the years 2010 to 2019"),
        ("-001X", "in the years 20 BC to 11 BC"),
        ("2004-XX", "in some month of 2004"),
        ("2004-XX-XX", "on some day of 2004"),
        ("1985-04-XX", "on some day of April 1985"),
        ("2010/2012", "from 2010 to 2012"),
        ("2010~/2012?", "from about 2010 to perhaps 2012"),
        ("2010/..", "from 2010 on"),
        ("2010/", "from 2010 to an unknown time"),
        ("../2010", "until 2010"),
        ("/2010", "from an unknown time to 2010"),
        ("[2010..2012]", "some time between 2010 and 2012"),
        ("[2010..]", "some time not before 2010"),
        ("[..2012-07]", "some time not after July 2012"),
    ],
)
def test_a_date_in_words(text, words):
    assert date_words(parse_date(text)) == words
