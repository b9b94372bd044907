"""Dates and lengths are read as EDTF has them, and what cannot be read is told at its place."""

import pytest

from reasoner.times.errors import DateError, UnknownZone
from reasoner.times.from_text import parse_date, parse_length
from reasoner.times.ir import Civil, Date, Edge, Length, Shape, Unit
from reasoner.times.zones import check_zone

ONE_DATES = {
    # level 0
    "1985-04-12": Civil(1985, 4, 12),
    "1985-04": Civil(1985, 4),
    "1985": Civil(1985),
    "0000": Civil(0),
    "1985-04-12T23:20:30": Civil(1985, 4, 12, 23, 20, 30),
    "1985-04-12T23:20:30Z": Civil(1985, 4, 12, 23, 20, 30, zone="Z"),
    "1985-04-12T23:20:30-04": Civil(1985, 4, 12, 23, 20, 30, zone="-04:00"),
    "1985-04-12T23:20:30+04:30": Civil(1985, 4, 12, 23, 20, 30, zone="+04:30"),
    # level 1
    "Y170000002": Civil(170000002),
    "Y-170000002": Civil(-170000002),
    "2001-21": Civil(2001, season=21),
    "2001-24": Civil(2001, season=24),
    "1984?": Civil(1984, uncertain=True),
    "2004-06~": Civil(2004, 6, approximate=True),
    "2004-06-11%": Civil(2004, 6, 11, approximate=True, uncertain=True),
    "201X": Civil(2010, unspecified="201X"),
    "20XX": Civil(2000, unspecified="20XX"),
    "2004-XX": Civil(2004, unspecified="2004-XX"),
    "1985-04-XX": Civil(1985, 4, unspecified="1985-04-XX"),
    "1985-XX-XX": Civil(1985, unspecified="1985-XX-XX"),
    "-1985": Civil(-1985),
    "-0044-03-15": Civil(-44, 3, 15),
    # seasons of level 2, and X digits at the right end
    "2001-29": Civil(2001, season=29),
    "2001-41": Civil(2001, season=41),
    "1XXX": Civil(1000, unspecified="1XXX"),
    "-201X~": Civil(-2010, unspecified="-201X", approximate=True),
    # clock times beyond EDTF
    "2013-01-17T22:00Z": Civil(2013, 1, 17, 22, 0, zone="Z"),
    "2013-01-17T22:00R": Civil(2013, 1, 17, 22, 0, zone="-05:00"),
    "2013-01-17T22:00A": Civil(2013, 1, 17, 22, 0, zone="+01:00"),
    "2013-01-17T22M": Civil(2013, 1, 17, 22, zone="+12:00"),
    "2013-01-17T22:00:05Y": Civil(2013, 1, 17, 22, 0, 5, zone="-12:00"),
    "2013-01-17T22": Civil(2013, 1, 17, 22),
    "2013-01-17T22:00+01:00": Civil(2013, 1, 17, 22, 0, zone="+01:00"),
    "2013-01-17T22:00-00:00": Civil(2013, 1, 17, 22, 0, zone="Z"),
    "2013-01-17T22:00[America/New_York]": Civil(2013, 1, 17, 22, 0, zone="America/New_York"),
    "2013-01-17T22:00~[Europe/Paris]": Civil(2013, 1, 17, 22, 0, zone="Europe/Paris", approximate=True),
    "2013-01-17T22:00[Europe/Paris]~": Civil(2013, 1, 17, 22, 0, zone="Europe/Paris", approximate=True),
    "2012-02-29": Civil(2012, 2, 29),
    "2000-02-29": Civil(2000, 2, 29),
}

TWO_DATES = {
    "1964/2008": (Shape.INTERVAL, Civil(1964), Civil(2008)),
    "2004-06/2006-08": (Shape.INTERVAL, Civil(2004, 6), Civil(2006, 8)),
    "2004-02-01/2005-02-08": (Shape.INTERVAL, Civil(2004, 2, 1), Civil(2005, 2, 8)),
    "2004-02-01/2005-02": (Shape.INTERVAL, Civil(2004, 2, 1), Civil(2005, 2)),
    "2005/2006-02": (Shape.INTERVAL, Civil(2005), Civil(2006, 2)),
    "1985-04-12/..": (Shape.INTERVAL, Civil(1985, 4, 12), Edge.OPEN),
    "1985-04/": (Shape.INTERVAL, Civil(1985, 4), Edge.UNKNOWN),
    "../1985": (Shape.INTERVAL, Edge.OPEN, Civil(1985)),
    "/1985-04-12": (Shape.INTERVAL, Edge.UNKNOWN, Civil(1985, 4, 12)),
    "1984~/2004-06": (Shape.INTERVAL, Civil(1984, approximate=True), Civil(2004, 6)),
    "-0100?/-0044~": (Shape.INTERVAL, Civil(-100, uncertain=True), Civil(-44, approximate=True)),
    "2012-21/2012-23": (Shape.INTERVAL, Civil(2012, season=21), Civil(2012, season=23)),
    "2012/2012-01": (Shape.INTERVAL, Civil(2012), Civil(2012, 1)),
    "2013-01-16T05:00/2013-01-19T06": (Shape.INTERVAL, Civil(2013, 1, 16, 5, 0), Civil(2013, 1, 19, 6)),
    "2013-01-16T05[Africa/Algiers]/2013-01-19": (
        Shape.INTERVAL,
        Civil(2013, 1, 16, 5, zone="Africa/Algiers"),
        Civil(2013, 1, 19),
    ),
    "2013-01-16T05[UTC]~/2013-01-19T06:00+01:00": (
        Shape.INTERVAL,
        Civil(2013, 1, 16, 5, zone="Z", approximate=True),
        Civil(2013, 1, 19, 6, 0, zone="+01:00"),
    ),
    "2013-01-16T05:00/2013-01-19T06:00Z": (Shape.INTERVAL, Civil(2013, 1, 16, 5, 0), Civil(2013, 1, 19, 6, 0, zone="Z")),
    "[1667..1668-12]": (Shape.ONE_OF, Civil(1667), Civil(1668, 12)),
    "[..1760-12-03]": (Shape.ONE_OF, Edge.OPEN, Civil(1760, 12, 3)),
    "[1760-12..]": (Shape.ONE_OF, Civil(1760, 12), Edge.OPEN),
    "[2012-04~..2013-01-17]": (Shape.ONE_OF, Civil(2012, 4, approximate=True), Civil(2013, 1, 17)),
}

# A fold: 02:50 is shown first an hour before 02:10 is shown last. Dates and clock times of unnamed zones may be close.
NOT_REVERSED = [
    "2012-10-28T02:50[Europe/Paris]/2012-10-28T02:10[Europe/Paris]",
    "2013-01-17T22:00+05:00/2013-01-17T20:00Z",
    "2013-01-18/2013-01-17T22:00Z",
    "2013-02~/2013-01",
]

FAULTS = [
    ("2013-02-30", 8, "there is no day 30: February 2013 has 28 days"),
    ("1900-02-29", 8, "there is no day 29: February 1900 has 28 days"),
    ("2013-04-31", 8, "there is no day 31: April 2013 has 30 days"),
    ("2013-01-00", 8, "there is no day 00: January 2013 has 31 days"),
    ("2013-13", 5, "there is no month 13"),
    ("2013-00-01", 5, "there is no month 00"),
    ("2013-25-12", 5, "there is no month 25"),
    ("2013-01/2013-42", 13, "there is no month 42"),
    ("2001-21-15", 8, "a season has no days"),
    ("2013-01-17T25", 11, "there is no hour 25"),
    ("2013-01-17T24:00", 11, "there is no hour 24"),
    ("2013-01-17T22:61", 14, "there is no minute 61"),
    ("2013-01-17T22:00:60", 17, "there is no second 60"),
    ("2013-01-17T22:00+17", 16, "there is no offset +17"),
    ("2013-01-17T22:00[America/NewYork]", 17, "there is no time zone `America/NewYork`"),
    ("2013-01-17T22:00[../../secret]", 17, "there is no time zone `../../secret`"),
    ("2013-01-17T22:00[+01:00]", 16, "brackets hold the name of a time zone"),
    ("2013-01-17T22:00[]", 16, "brackets hold the name of a time zone"),
    ("2013-01-17T22:00+01:00[Europe/Paris]", 22, "give either an offset or a zone, not both"),
    ("2013-01-17T22:00[Europe/Paris", 16, "a closing bracket is missing"),
    ("2013-03-31T02:30[Europe/Paris]", 0, "the clocks of `Europe/Paris` never showed this time: they jumped over it"),
    ("2013-01-17[Europe/Paris]", 10, "a zone goes with a clock time"),
    ("2013-01-17T22:00/2013-01-18T10:00[Europe/Paris]", 0, "the other end of this interval names a zone, and this end none"),
    ("2013-01-17T22:00[Europe/Paris]/2013-01-18T10:00", 31, "the other end of this interval names a zone, and this end none"),
    ("2013-01T22", 7, "a clock time needs a whole date"),
    ("2013-01-17T22:00:05.5", 19, "parts of a second are not supported"),
    ("2013-01-17T2", 10, "`T2` is no clock time"),
    ("2013-01-17T22:00+0100", 16, "an offset has hours in two digits, and a colon before minutes"),
    ("2013-01-17T22+1", 13, "an offset has hours in two digits, and a colon before minutes"),
    ("2013-01-17T2200+0100", 10, "`T2200+0100` is no clock time"),
    ("13:14", 0, "a clock time needs a date before it"),
    ("2013-01-17 22:00", 10, "a clock time follows a capital T"),
    ("2012/2011", 5, "this can only end before it starts"),
    ("2012-04/2012-03-31", 8, "this can only end before it starts"),
    ("[2012..2011]", 7, "this can only end before it starts"),
    ("2013-01-17T22:00Z/2013-01-17T21:59Z", 18, "this can only end before it starts"),
    ("2013-01-19/2013-01-10T22:00Z", 11, "this can only end before it starts"),
    ("{2010,2011", 0, "the closing brace is missing, or something follows it"),
    ("[2010,2011", 0, "the closing bracket is missing, or something follows it"),
    ("[2010,[2011]]", 0, "a set of dates has no brackets inside"),
    ("[2010,2013-13]", 11, "there is no month 13"),
    ("[2010,]", 6, "a date is missing here"),
    ("{2010,..2012}", 6, "an open end stands first or last in a set"),
    ("[2010..,2012]", 5, "an open end stands first or last in a set"),
    ("1984-2X", 5, "there is no month 2X"),
    ("1984-12-4X", 8, "there is no day 4X"),
    ("1984-02-3X", 8, "there is no such day as 1984-02-3X"),
    ("201X-21", 0, "a season needs a year without X digits"),
    ("2004-~06~", 8, "a part of a date has one mark"),
    ("2004-~06-11T10:00", 5, "a date with a clock time is marked as a whole"),
    ("-17E7", 3, "a year with an exponent begins with `Y`"),
    ("Y17E2", 0, "`Y` is for years of five digits and more"),
    ("Y17E12", 0, "years of more than 9 digits are not supported"),
    ("1950S", 4, "after `S` stands how many digits of the year are sure"),
    ("1950S5", 5, "a year of 4 digits has no 5 that are sure"),
    ("1950S2-06", 4, "significant digits are told of a year alone"),
    ("195XS2", 4, "X digits and a count of sure digits do not go together"),
    ("2013~?", 4, "a date has one mark"),
    ("2013-1-7", 5, "a month has two digits"),
    ("2013-01-7", 8, "a day has two digits"),
    ("20130117", 0, "a date has dashes"),
    ("2013/01/17", 7, "an interval has one `/`"),
    ("17.01.2013", 0, "a date is written from year to day"),
    ("-44", 0, "a year has four digits"),
    ("-0000", 0, "there is no year -0000"),
    ("12345", 0, "a year of more than four digits begins with `Y`"),
    ("Y2004", 0, "`Y` is for years of five digits and more"),
    ("Y1234567890", 0, "years of more than 9 digits are not supported"),
    ("2010..2012", 4, "`..` stands in brackets or beside `/`"),
    ("[2010..2012", 0, "the closing bracket is missing, or something follows it"),
    ("[2010..2011..2012]", 11, "two dates have one `..` between them"),
    ("[..]", 1, "some time between needs a date"),
    ("../..", 0, "an interval needs a date"),
    ("/", 0, "an interval needs a date"),
    ("XXXX", 0, "a date of which nothing is told says nothing"),
    ("201x", 3, "unknown digits are written with a capital X"),
    ("2013-01-XXT10", 10, "a clock time needs a date without X digits"),
    ("2013–01", 4, "en dash cannot be read in a date"),
    ("٢٠١٣", 0, "arabic-indic digit two cannot be read in a date"),
    ("2013\u200f-01", 4, "right-to-left mark cannot be read in a date"),
    ("2013\x1b", 4, "the character u+001b cannot be read in a date"),
    ("January", 0, "`January` is no date"),
    ("", 0, "a date is missing here"),
    ("2013-01-17-04", 10, "a date has a year, a month and a day only"),
    ("2013-25-XX", 8, "a season has no days"),
    ("2013-13-XX", 5, "there is no month 13"),
    ("[" * 200_000, 200, "this is longer than 200 characters"),
    ("9" * 150, 0, "a year of more than four digits begins with `Y`"),
]


@pytest.mark.parametrize(("text", "civil"), ONE_DATES.items())
def test_one_date_is_read(text, civil):
    date = parse_date(text)
    assert date == Date(Shape.DATE, civil, civil)
    assert date.text == text


@pytest.mark.parametrize(("text", "expected"), TWO_DATES.items())
def test_two_dates_are_read(text, expected):
    assert parse_date(text) == Date(*expected)


@pytest.mark.parametrize("text", NOT_REVERSED)
def test_what_may_end_after_it_starts_is_taken(text):
    assert parse_date(text).shape is Shape.INTERVAL


@pytest.mark.parametrize(("text", "offset", "message"), FAULTS)
def test_a_fault_is_told_at_its_place(text, offset, message):
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.offset, caught.value.message) == (offset, message)
    assert not caught.value.help.endswith(".")


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("2013-02-30", "write a day from 01 to 28"),
        ("2013-25-12", "did you mean `2013-12-25`?"),
        ("2013-01-17T22:00[America/NewYork]", "did you mean `America/New_York`?"),
        ("2013-01-17T24:00", "hours go from 00 to 23; for midnight write 00:00 of the next day"),
        ("Y-2004", "write `-2004`"),
        ("Y012345", "write `Y12345`"),
        ("٢٠١٣", "write `2`"),
    ],
)
def test_help_says_what_to_write(text, help_):
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.help == help_


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 months", ((3, Unit.MONTH),)),
        ("1 month", ((1, Unit.MONTH),)),
        ("1 year 6 months", ((1, Unit.YEAR), (6, Unit.MONTH))),
        ("1.5 hours", ((1.5, Unit.HOUR),)),
        ("7 hours   30 minutes", ((7, Unit.HOUR), (30, Unit.MINUTE))),
        ("2 working-days", ((2, Unit.WORKING_DAY),)),
        ("0 days", ((0, Unit.DAY),)),
    ],
)
def test_a_length_is_read(text, parts):
    assert parse_length(text) == Length(parts)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("72", 0, "a length has a unit"),
        ("1 year 6", 7, "a length has a unit"),
        ("3 monhts", 2, "`monhts` is no unit of time"),
        ("3 h", 2, "`h` is no unit of time"),
        ("6 months 1 year", 9, "the larger unit comes first, and each once"),
        ("1 day 2 days", 6, "the larger unit comes first, and each once"),
        ("3months", 1, "a blank is missing before the unit"),
        ("two years", 0, "`two` is no number in digits"),
        ("1,5 hours", 0, "a decimal point is a full stop"),
        ("-3 days", 0, "a length is not negative"),
        ("", 0, "a length is missing"),
        ("٣ days", 0, "`٣` is no number in digits"),
        ("9999999999999 days", 0, "this number is too long"),
        ("1" * 10_000, 200, "this is longer than 200 characters"),
    ],
)
def test_a_fault_in_a_length_is_told_at_its_place(text, offset, message):
    with pytest.raises(DateError) as caught:
        parse_length(text)
    assert (caught.value.offset, caught.value.message) == (offset, message)


@pytest.mark.parametrize("offset", ["+15:30", "-16:00", "+16:00"])
def test_offsets_go_as_far_as_they_are_said_to(offset):
    """Farther than any of today: Manila was 15 hours and 56 minutes behind until 1844."""
    assert check_zone(offset) is None
    assert parse_date(f"2013-01-17T22:00{offset}") is not None
    for wrong in ("+16:01", "-17:00"):
        with pytest.raises(UnknownZone) as caught:
            check_zone(wrong)
        with pytest.raises(DateError) as told:
            parse_date(f"2013-01-17T22:00{wrong}")
        assert caught.value.help == "offsets go from -16:00 to +16:00"
        assert told.value.help.startswith("offsets go from -16:00 to +16:00;")
