"""Sentences put together."""

import pytest

from reasoner.report.inventory import as_sentence
from reasoner.report.sentences import stopped


@pytest.mark.parametrize(
    "text",
    [
        "He left.",
        "He left!",
        "Did he?",
        "He said “No.”",
        "Did he say “No?”",
        'He said "no."',
        "هل غادر؟",
        "وہ گیا۔",
        "安は始めた。",
        "「行く。」",
        "何？",
        "He …",
    ],
)
def test_what_ends_in_a_sign_of_its_script_has_no_second_stop(text: str) -> None:
    assert stopped(text) == as_sentence(text) == text


@pytest.mark.parametrize("text", ["He left", "He left “home”", "He left [sic]", "He came (approx.)", "安"])
def test_what_has_no_sign_at_its_end_has_a_stop(text: str) -> None:
    assert stopped(text) == as_sentence(text) == f"{text}."


def test_nothing_is_no_sentence() -> None:
    assert as_sentence(" ") == ""
