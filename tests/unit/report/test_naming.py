"""What occurrences are called."""

import pytest

from reasoner.report.naming import occurrence_words

NAMES = {"gao": "Gao", "memo-1": "the first memo", "al-mulathamin": "al-Mulathamin", "amaral": "Nurse Amaral"}
SPELLING = {"tiguentourine": "Tiguentourine", "may": "May"}


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("gao-kidnapping", "the Gao kidnapping"),
        ("deal-1", "deal 1"),
        ("halt-of-2007", "the halt of 2007"),
        ("tiguentourine", "Tiguentourine"),
        ("bombing-of-may", "the bombing of May"),
        ("lead-of-al-mulathamin", "the lead of al-Mulathamin"),
        ("arrival-of-memo-1", "the arrival of the first memo"),
        ("amaral-at-home", "the time of Nurse Amaral at home"),
        ("surprise", "the surprise"),
        ("his-time", "his time"),
        ("their-deal-2", "their deal 2"),
        ("e1", "e1"),
    ],
)
def test_an_id_reads_as_words(ident: str, words: str) -> None:
    assert occurrence_words(ident, NAMES, SPELLING) == words
