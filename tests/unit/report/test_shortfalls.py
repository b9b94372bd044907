"""By how much a bound or a tolerance misses, and what would do."""

from collections.abc import Callable

import pytest

from reasoner.explanation.ir import Findings
from reasoner.report.shortfalls import missed, shortfall_words
from reasoner.times.ir import Clock

TWO = """\
statements:
  - {{id: a, says: fire(at mill) as first, when: 2012-04-01T00:00}}
  - {{id: b, says: fire(at mill) as second, when: {second}}}
  - {{id: c, says: second {phrase} first}}
"""


@pytest.mark.parametrize(
    ("phrase", "second", "words"),
    [
        (
            "within 72 hours after",
            "2012-04-05T00:30",
            "“within 72 hours” is missed by 1 day and 30 minutes; 97 hours would do in its place, 96 hours would not",
        ),
        (
            "at least 10 days after",
            "2012-04-08T12:00",
            "“at least ten days” is missed by 2 days and 12 hours; 7 days would do in its place, 8 days would not",
        ),
        (
            "more than 1 year after",
            "2012-04-11T00:00",
            "“more than one year” is missed by 355 days and 1 minute; 9 days would do in its place, 10 days would not",
        ),
        (
            "about 3 months after",
            "2012-10-01T00:00",
            (
                "“about three months” is taken as good to 31 days either way, which is short by 61 days; "
                "a tolerance of 92 days would do, 91 days would not"
            ),
        ),
        (
            "2 hours after",
            "2012-04-01T03:15",
            (
                "“two hours” is taken as good to 30 minutes either way, which is short by 45 minutes; "
                "a tolerance of 75 minutes would do, 74 minutes would not"
            ),
        ),
        (
            "exactly 3 days after",
            "2012-04-05T06:00",
            (
                "“exactly three days” leaves no room either way, which is short by 1 day and 6 hours; "
                "a tolerance of 2 days would do, 1 day would not"
            ),
        ),
        (
            "5 days ±2 hours after",
            "2012-04-07T00:00",
            (
                "“five days, give or take two hours” is taken as good to 2 hours either way, which is short by 22 hours; "
                "a tolerance of 24 hours would do, 23 hours would not"
            ),
        ),
    ],
)
def test_a_shortfall_reads(found: Callable[..., Findings], phrase: str, second: str, words: str) -> None:
    findings = found(TWO.format(phrase=phrase, second=second))
    ((conflict,),) = (part.conflicts for part in findings.explanations if part.conflicts)
    (shortfall,) = conflict.shortfalls
    told = missed(shortfall, findings.program, {})
    assert told.of == "c"
    assert shortfall_words(told, Clock.MINUTE) == words
