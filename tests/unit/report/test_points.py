"""Points of time, and bounds between them, as clauses."""

from collections.abc import Callable

import pytest

from reasoner.explanation.ir import Findings
from reasoner.report.naming import speaking
from reasoner.report.points import Clockwork, clockwork
from reasoner.solver.ir import Limit

FACTS = """\
zone: Africa/Algiers
statements:
  - {id: one, says: fire(at mill) as mill-fire, when: 2013-01-18}
  - {id: two, says: term(ann) as term-of-ann}
  - {id: three, says: term(ann) as term-2}
"""
JULY_2012 = 22351620  # 2012-07-01T00:00 at Algiers, in minutes


@pytest.fixture
def clock(found: Callable[..., Findings]) -> Clockwork:
    program = found(FACTS).program
    return clockwork(program, speaking(program.theory))


def at(clock: Clockwork, minutes: int) -> int:
    return minutes - clock.program.origin


@pytest.mark.parametrize(
    ("left", "right", "minutes", "words"),
    [
        ('s("term-2")', "", JULY_2012, "term 2 began no later than 1 July 2012, 00:00"),
        ('s("term-2")', "", JULY_2012 - 1, "term 2 began before 1 July 2012"),
        ('e("mill-fire")', "", JULY_2012 - 1, "the Mill fire was before 1 July 2012"),
        ('s("memo")', "", JULY_2012 - 1, "the memo was before 1 July 2012"),
    ],
)
def test_an_upper_bound_reads(clock: Clockwork, left: str, right: str, minutes: int, words: str) -> None:
    assert clock.limit(Limit(left, right, at(clock, minutes))) == words


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ('s("mill-fire")', "the Mill fire was no earlier than 1 July 2012"),
        ('e("mill-fire")', "the Mill fire ended no earlier than 1 July 2012"),
        ('s("term-of-ann")', "the term of Ann began no earlier than 1 July 2012"),
    ],
)
def test_a_lower_bound_reads(clock: Clockwork, point: str, words: str) -> None:
    assert clock.limit(Limit("", point, -at(clock, JULY_2012))) == words


@pytest.mark.parametrize(
    ("left", "right", "ticks", "words"),
    [
        ('e("mill-fire")', 's("term-2")', -1, "the Mill fire ended before term 2 began"),
        ('s("term-2")', 's("term-of-ann")', 0, "term 2 began no later than the term of Ann began"),
        ('e("term-2")', 's("memo")', -2880, "term 2 ended at least 2 days before the memo"),
        ('s("term-2")', 'e("mill-fire")', 60, "term 2 began at most 1 hour after the Mill fire ended"),
        ('s("term-2")', 'e("term-2")', -1440, "term 2 lasted at least 1 day"),
        ('e("term-2")', 's("term-2")', 1440, "term 2 lasted at most 1 day"),
        ('n("six","count")', "", 7, "the number told by six (count) is at most 7"),
        ('s(new("r",1,("a",)))', 's("term-2")', -1, "what the rule r brings about began before term 2 began"),
    ],
)
def test_a_bound_between_two_reads(clock: Clockwork, left: str, right: str, ticks: int, words: str) -> None:
    assert clock.limit(Limit(left, right, ticks)) == words


def test_what_cannot_be_is_told_by_its_complement(clock: Clockwork) -> None:
    assert clock.refuted(Limit('e("mill-fire")', 's("term-2")', -1)) == "term 2 began no later than the Mill fire ended"
    assert clock.refuted(Limit('n("six","count")', "", 7)) == "the number told by six (count) is more than 7"
    assert clock.refuted(Limit("", 'n("six","count")', -7)) == "the number told by six (count) is less than 7"
