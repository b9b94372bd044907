"""What occurrences are called."""

import pytest

from reasoner.report.naming import occurrence_words

NAMES = {
    "gao": "Gao",
    "pike": "Mr Pike",
    "memo-1": "the first memo",
    "al-mulathamin": "al-Mulathamin",
    "amaral": "Nurse Amaral",
}
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
        ("attacks-of-gao", "the attacks of Gao"),
        ("deed", "the deed"),
        ("mr-pike-visit", "the Mr Pike visit"),
        ("answer-to-memo-1-letter", "the answer to the first memo letter"),
        # What reads in no other way stands in quotation marks.
        ("he-left", "“he left”"),
        ("after-the-war", "“after the war”"),
        ("treaty-signed", "“treaty signed”"),
        ("left-gao", "“left gao”"),
        ("second-memo-1-letter", "“second memo 1 letter”"),
        ("e1", "e1"),
    ],
)
def test_an_id_reads_as_words(ident: str, words: str) -> None:
    assert occurrence_words(ident, NAMES, SPELLING) == words


@pytest.mark.parametrize(
    ("ident", "kinds", "words"),
    [
        ("raid", (), "the raid"),
        ("they-say-raid", ("raid",), "“they say raid”"),
        ("first-raid", ("raid",), "the first raid"),
        ("gao-was-quiet", ("raid",), "“gao was quiet”"),
        ("night-of-gao", ("raid",), "“night of gao”"),
        ("second-raid-on-gao", ("raid",), "the second raid on Gao"),
        ("long-cease-fire", ("raid", "cease-fire"), "the long cease fire"),
    ],
)
def test_the_id_of_a_statement_reads_as_a_noun_only_where_that_is_sure(ident: str, kinds: tuple[str, ...], words: str) -> None:
    assert occurrence_words(ident, NAMES, SPELLING, kinds=kinds, chosen=False) == words
