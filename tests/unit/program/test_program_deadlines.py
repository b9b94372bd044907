"""When a duty is past, by its phrase."""

import pytest
from small_dossiers import HEAD, verdicts

FACTS = "statements:\n  - {{id: s, says: attack(by ann) as e, when: {0}}}\n"
RULE = "rules:\n  - {{id: r, given: [attack(by _) as E], must: notice(of E) {0}}}\n"

PHRASES = [
    # the phrase, the day before it is past, the day on which it is (reported is the first tick of its day)
    ("within 3 days after E", "2012-05-04", "2012-05-06"),
    ("at most 3 days after E", "2012-05-04", "2012-05-06"),
    ("between 1 day and 3 days after E", "2012-05-04", "2012-05-06"),
    ("exactly 3 days after E", "2012-05-04", "2012-05-06"),
    ("about 3 days after E", "2012-05-05", "2012-05-07"),
    ("2 days ±1 day after E", "2012-05-04", "2012-05-06"),
    ("at most 1 month after E", "2012-06-01", "2012-06-03"),
    ("about 1 month after E", "2012-07-01", "2012-07-05"),
    ("within 2 days of E", "2012-05-03", "2012-05-05"),
    ("by 2012-06", "2012-06-30", "2012-07-01"),
    ("during 2012-06", "2012-06-30", "2012-07-01"),
    ("strictly during 2012-06", "2012-06-30", "2012-07-01"),
    ("before 2012-06", "2012-05-31", "2012-06-01"),
    ("during E", "2012-05-01", "2012-05-03"),
    ("before E", "2012-05-01", "2012-05-03"),
]


@pytest.mark.parametrize(("phrase", "open_", "past"), PHRASES)
def test_a_deadline(phrase: str, open_: str, past: str) -> None:
    for reported, found in ((open_, "none"), (past, "certain")):
        head = HEAD.replace("2016-01-01", reported)
        told = verdicts(FACTS.format("2012-05-01T12:00/2012-05-02"), RULE.format(phrase), head)
        assert told.get("r(e)", "none") == found


@pytest.mark.parametrize(
    "phrase",
    [
        "after E",
        "at least 3 days before E",
        "at least 3 days after E",
        "more than 3 days after E",
        "not before E",
        "since 2012",
    ],
)
def test_a_phrase_without_a_deadline_is_due_at_once(phrase: str) -> None:
    assert verdicts(FACTS.format("2015-12-30"), RULE.format(phrase)) == {"r(e)": "certain"}


def test_without_reported_every_duty_is_due() -> None:
    head = HEAD.replace("reported: 2016-01-01\n", "")
    assert verdicts(FACTS.format("2015-12-30"), RULE.format("within 3 years after E"), head) == {"r(e)": "certain"}


def test_of_an_and_the_earliest_counts_and_of_an_or_the_latest() -> None:
    rule = "rules:\n  - {{id: r, given: [attack(by A) as E], must: notice(of E) by 2015 {0} licence(A) by 2017}}\n"
    assert verdicts(FACTS.format("2012"), rule.format("and")) == {"r(ann, e)": "certain"}
    assert verdicts(FACTS.format("2012"), rule.format("or")) == {}
    assert verdicts(FACTS.format("2012"), rule.format("or").replace(" by 2017", "")) == {"r(ann, e)": "certain"}
