"""The marks of an axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock
from reasoner.times.scale import marks
from reasoner.times.windows import extent


def ticks(date: str, zone: str = "UTC", clock: Clock = Clock.MINUTE) -> tuple[int, int]:
    whole = extent(parse_date(date), zone=zone, clock=clock).whole
    assert whole.earliest is not None
    assert whole.latest is not None
    return whole.earliest, whole.latest


def labels(first: str, last: str, most: int, zone: str = "UTC", clock: Clock = Clock.MINUTE) -> list[str]:
    start, stop = ticks(first, zone, clock)[0], ticks(last, zone, clock)[1]
    return [mark.label for mark in marks(start, stop, most, zone=zone, clock=clock)]


@pytest.mark.parametrize(
    ("first", "last", "most", "expected"),
    [
        ("2010", "2014", 6, ["2010", "2011", "2012", "2013", "2014"]),
        ("2010", "2014", 3, ["2010", "2012", "2014"]),
        ("2010", "2014", 2, ["2010"]),
        ("2012-03", "2012-05", 4, ["2012-03", "2012-04", "2012-05"]),
        ("2012-02-27", "2012-03-01", 5, ["2012-02-27", "2012-02-28", "2012-02-29", "2012-03-01"]),
        ("2012-02-27", "2012-02-27", 5, ["02-27 00:00", "02-27 06:00", "02-27 12:00", "02-27 18:00"]),
        ("-0044", "0002", 6, ["41 BC", "31 BC", "21 BC", "11 BC", "1 BC"]),
    ],
)
def test_marks_are_as_close_as_there_is_room_for(first: str, last: str, most: int, expected: list[str]) -> None:
    assert labels(first, last, most) == expected


def test_days_begin_in_the_zone() -> None:
    first, last = ticks("2012-07-01", "Europe/Paris")
    (mark, *_) = marks(first, last + 2_880, 3, zone="Europe/Paris", clock=Clock.MINUTE)
    assert (mark.tick, mark.label) == (first, "2012-07-01")


@given(
    st.integers(min_value=-(10**8), max_value=10**8),
    st.integers(min_value=1, max_value=10**8),
    st.integers(min_value=1, max_value=20),
    st.sampled_from(["UTC", "America/New_York", "Asia/Kathmandu"]),
)
def test_there_are_never_more_than_asked_for_and_all_lie_inside(first: int, length: int, most: int, zone: str) -> None:
    found = marks(first, first + length, most, zone=zone, clock=Clock.MINUTE)
    assert len(found) <= most
    assert [mark.tick for mark in found] == sorted({mark.tick for mark in found})
    assert all(first - 120 <= mark.tick <= first + length + 120 for mark in found)
