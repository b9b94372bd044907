"""The next day, the 2nd Wednesday, the 10th working day: after a date, and before it."""

from datetime import date, timedelta
from random import Random

import pytest

from reasoner.times.civil import day_number
from reasoner.times.date_words import date_words
from reasoner.times.days_beside import WORKED, Workweek, day_beside, holidays, nth_day
from reasoner.times.errors import UnfitTimeError
from reasoner.times.from_text import parse_date


@pytest.mark.parametrize(
    ("which", "after", "date", "found", "words"),
    [
        ((None, 1), True, "2012-02-28", "2012-02-29", "on 29 February 2012 (the day after 28 February 2012)"),
        ((2, 1), False, "2012-07-01", "2012-06-27", "on 27 June 2012 (the Wednesday before 1 July 2012)"),
        ((2, 1), False, "2012-06-27", "2012-06-20", "on 20 June 2012 (the Wednesday before 27 June 2012)"),
        ((2, 1), True, "2012-06", "2012-07-04", "on 4 July 2012 (the Wednesday after June 2012)"),
        ((None, 14), True, "2012-02-20", "2012-03-05", "on 5 March 2012 (the 14th day after 20 February 2012)"),
        ((2, 2), True, "2012-06", "2012-07-11", "on 11 July 2012 (the 2nd Wednesday after June 2012)"),
        ((2, 3), False, "2012-06-27", "2012-06-06", "on 6 June 2012 (the 3rd Wednesday before 27 June 2012)"),
        ((WORKED, 1), True, "2012-06-01", "2012-06-04", "on 4 June 2012 (the working day after 1 June 2012)"),
        ((WORKED, 10), False, "2012-06-17", "2012-06-04", "on 4 June 2012 (the 10th working day before 17 June 2012)"),
    ],
)
def test_a_day_beside_a_date(which, after, date, found, words):
    made = day_beside(which, parse_date(date), "", after=after)
    assert made == parse_date(found)
    assert date_words(made) == words


@pytest.mark.parametrize("seed", range(60))
def test_working_days_are_those_that_one_counts_one_by_one(seed):
    random = Random(seed)
    weekend = frozenset(random.sample(range(7), random.randint(0, 6)))
    free = {date(2015, 5, 1) + timedelta(random.randint(0, 60)) for _ in range(random.randint(0, 6))}
    week = Workweek(weekend, frozenset(day_number(one.year, one.month, one.day) for one in free))
    nth, start = random.randint(1, 12), date(2015, 5, 1) + timedelta(random.randint(0, 60))
    for step in (1, -1):
        day, left = start, nth
        while left:
            day += timedelta(step)
            left -= day.weekday() not in weekend and day not in free
        told = day_number(start.year, start.month, start.day)
        assert nth_day(WORKED, step * nth, told, week) == day_number(day.year, day.month, day.day)
        assert abs((day - start).days) <= week.longest(nth)


def test_holidays_are_all_days_of_their_dates():
    first = day_number(2015, 12, 24)
    assert holidays([parse_date("[2015-12-24..2015-12-26]"), parse_date("2016-01-01")]) == {
        *(first, first + 1, first + 2),
        day_number(2016, 1, 1),
    }
    with pytest.raises(UnfitTimeError):
        holidays([parse_date("2015/..")])
