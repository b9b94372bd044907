"""EDTF by examples: those of the specification (ISO 8601-2, level 0 to 2), and the values that other readers are tested with.

Each is told with the days from the first to the last that is meant, and with how many dates that lie apart.
"""

import pytest

from reasoner.times.civil import DAY, date_of
from reasoner.times.errors import DateError, UnfitTimeError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Date, Shape
from reasoner.times.members import members
from reasoner.times.windows import extent

# What is between two dates is told as one; `*` is without an end.
WINDOWS = """
1985-04-12                      1985-04-12 1985-04-12 1
1985-04                         1985-04-01 1985-04-30 1
1985                            1985-01-01 1985-12-31 1
2001-02-03                      2001-02-03 2001-02-03 1
2008-12                         2008-12-01 2008-12-31 1
-0999                           -0999-01-01 -0999-12-31 1
0000                            0000-01-01 0000-12-31 1
1964/2008                       1964-01-01 2008-12-31 1
2004-06/2006-08                 2004-06-01 2006-08-31 1
2004-02-01/2005-02-08           2004-02-01 2005-02-08 1
2004-02-01/2005-02              2004-02-01 2005-02-28 1
2004-02-01/2005                 2004-02-01 2005-12-31 1
2005/2006-02                    2005-01-01 2006-02-28 1
-2005/-1999-02                  -2005-01-01 -1999-02-28 1
1000-01/2000-05-01              1000-01-01 2000-05-01 1
Y170000002                      170000002-01-01 170000002-12-31 1
Y-170000002                     -170000002-01-01 -170000002-12-31 1
2001-21                         2001-03-01 2001-05-31 1
2003-22                         2003-06-01 2003-08-31 1
2000-23                         2000-09-01 2000-11-30 1
2010-24                         2010-12-01 2011-02-28 1
1984?                           1984-01-01 1984-12-31 1
2004-06-11?                     2004-06-11 2004-06-11 1
1984~                           1983-01-01 1985-12-31 1
2004-06~                        2004-05-01 2004-07-31 1
2004-06-11%                     2004-06-10 2004-06-12 1
-0275~                          -0276-01-01 -0274-12-31 1
0000~                           -0001-01-01 0001-12-31 1
201X                            2010-01-01 2019-12-31 1
20XX                            2000-01-01 2099-12-31 1
199X                            1990-01-01 1999-12-31 1
2004-XX                         2004-01-01 2004-12-31 1
1999-01-XX                      1999-01-01 1999-01-31 1
1985-XX-XX                      1985-01-01 1985-12-31 1
1985-04-12/..                   1985-04-12 * 1
1985-04/                        1985-04-01 * 1
../1985-04-12                   * 1985-04-12 1
/2006                           * 2006-12-31 1
1984~/2004-06                   1983-01-01 2004-06-30 1
1984/2004-06~                   1984-01-01 2004-07-31 1
1984-06-02?/2004-08-08~         1984-06-02 2004-08-09 1
-1985                           -1985-01-01 -1985-12-31 1
Y-17E7                          -170000000-01-01 -170000000-12-31 1
Y17E7                           170000000-01-01 170000000-12-31 1
1950S2                          1900-01-01 1999-12-31 1
Y171010000S3                    171000000-01-01 171999999-12-31 1
Y17101E4S3                      171000000-01-01 171999999-12-31 1
Y3388E2S3                       338000-01-01 338999-12-31 1
-1950S2                         -1999-01-01 -1900-12-31 1
2001-29                         2001-09-01 2001-11-30 1
2001-34                         2001-04-01 2001-06-30 1
[1667,1668,1670..1672]          1667-01-01 1672-12-31 3
[1667, 1668, 1670..1672]        1667-01-01 1672-12-31 3
[..1760-12-03]                  * 1760-12-03 1
[1760-12..]                     1760-12-01 * 1
[1760-01,1760-02,1760-12..]     1760-01-01 * 3
[..1760-12-03,1762]             * 1762-12-31 2
[1667,1760-12]                  1667-01-01 1760-12-31 2
[1667-12..1760-12]              1667-12-01 1760-12-31 1
{1667,1668,1670..1672}          1667-01-01 1672-12-31 3
{1667,1668, 1670..1672}         1667-01-01 1672-12-31 3
{1960,1961-12}                  1960-01-01 1961-12-31 2
{..1984}                        * 1984-12-31 1
{..1983-12-31,1984-10-10..1984-11-01} * 1984-11-01 2
2004?-06-11                     2004-06-11 2004-06-11 1
2004-06~-11                     2004-05-11 2004-07-11 1
?2004-06-~11                    2004-06-10 2004-06-12 1
2004-%06-11                     2004-05-11 2004-07-11 1
2004-06-~11                     2004-06-10 2004-06-12 1
2004-%06                        2004-05-01 2004-07-31 1
2004-?06-?11                    2004-06-11 2004-06-11 1
2004?-06-~11                    2004-06-10 2004-06-12 1
?2004-%06                       2004-05-01 2004-07-31 1
2004?-~06-~04                   2004-05-03 2004-07-05 1
2011-~06-~04                    2011-05-03 2011-07-05 1
2012-?07                        2012-07-01 2012-07-31 1
2004?-06                        2004-06-01 2004-06-30 1
~2012                           2011-01-01 2013-12-31 1
~2012-02-29                     2011-02-28 2013-02-28 1
156X-12-25                      1560-12-25 1569-12-25 10
15XX-12-25                      1500-12-25 1599-12-25 100
1560-XX-25                      1560-01-25 1560-12-25 12
15XX-12-XX                      1500-12-01 1599-12-31 100
1XXX-XX                         1000-01-01 1999-12-31 1
1984-1X                         1984-10-01 1984-12-31 1
1XX2                            1002-01-01 1992-12-31 100
2012-XX-19                      2012-01-19 2012-12-19 12
2012-1X-2X                      2012-10-20 2012-12-29 3
2011-XX-31                      2011-01-31 2011-12-31 7
201X-02-29                      2012-02-29 2016-02-29 2
-004X-02                        -0049-02-01 -0040-02-29 10
2012-XX-X1                      2012-01-01 2012-12-31 37
2004-06-~01/2004-06-~20         2004-05-31 2004-06-21 1
2004-06-XX/2004-07-03           2004-06-01 2004-07-03 1
156X-12-25/1565-06              1560-12-25 1565-06-30 5
"""

TOO_MANY = ["XXXX-12-XX", "XXXX-03-16", "XXXX-XX-23", "XXXX-12", "1XXX-0X-1X", "[15XX-0X-25,16XX-0X-25]"]

# From the same tests: what is no date. (A long year may have a month and a day here: `Y12345-06`.)
BAD = """
not a edtf string
2016-13-08
2016-02-39
-0000-01-01
2004-(06)?-11
2004-06-(11)~
2004-(06)%
(2004-(06)~)?
(2011)-06-04~
2004-06-(01)~/2004-06-(20)~
1984-13
Y1702
2004-06-11T10:00:00?Z
2013-02-3X
2013-2X
1950S0
1950S5
195XS2
[2011,]
[,2011]
[]
{}
[2011 ,2012]
[2011,..2012]
[2011..,2012]
{2011..2012..2013}
[2013..2011]
2004?~-06
?2004?-06
~2013-01-17T22:00
Y1E99
-0000-XX
"""


def told(tick):
    if tick is None:
        return "*"
    year, month, day = date_of(tick * 3_600 // DAY)
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day:02}"


@pytest.mark.parametrize("line", WINDOWS.strip().splitlines())
def test_an_example_means_these_days(line):
    text, first, last, count = line.rsplit(maxsplit=3)
    date = parse_date(text)
    window = extent(date, zone="UTC", clock=Clock.HOUR).whole
    assert (told(window.earliest), told(window.latest)) == (first, last)
    assert len(members(date)) == int(count)
    assert text.replace(", ", ",") == date.text.replace(", ", ",")


@pytest.mark.parametrize("text", TOO_MANY)
def test_what_stands_for_too_many_dates_is_read_and_cannot_be_used(text):
    date = parse_date(text)
    with pytest.raises(UnfitTimeError, match="stands for more than 1,000 dates that lie apart"):
        extent(date, zone="UTC", clock=Clock.HOUR)


@pytest.mark.parametrize("text", BAD.strip("\n").splitlines())
def test_what_is_no_date_is_refused_with_a_place_and_a_hint(text):
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert 0 <= caught.value.offset <= len(text)
    assert caught.value.help


def test_a_set_of_one_date_is_that_date():
    assert parse_date("[2012]") == parse_date("{2012}") == parse_date("2012")


def test_the_days_of_a_date_with_x_digits_are_its_members():
    assert [member.first.day for member in members(parse_date("2012-02-X9"))] == [9, 19, 29]
    first, *_ = members(parse_date("2012-XX-1X"))
    assert first == parse_date("[2012-01-10..2012-01-19]")


def test_a_marked_date_keeps_its_mark_in_each_member():
    assert members(parse_date("156X-12-25~"))[0] == parse_date("1560-12-25~")
    assert members(parse_date("[2011~,2013]")) == (parse_date("2011~"), parse_date("2013"))


def test_a_set_has_unknown_ends_of_its_own():
    date = parse_date("[2011,2013..2015]")
    assert date == Date(Shape.ANY, date.first, date.last, members=(parse_date("2011"), parse_date("[2013..2015]")))
