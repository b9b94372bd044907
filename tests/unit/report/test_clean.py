"""What a dossier holds cannot steer the terminal."""

import unicodedata

import pytest

from reasoner.report.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b31mred", "�31mred"),
        ("a\rb", "a b"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("abc\u202edef\u202c", "abc�def�"),
        ("\u2066isolated\u2069\u200f\u061c", "�isolated���"),
        ("zero\u200bwidth\ufeff", "zero�width�"),
        ("\U000e0041tag", "�tag"),
        ("half \ud800 a sign", "half � a sign"),
        ("line\u2028end", "line�end"),
        ("المختار بلمختار", "المختار بلمختار"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("é – ‘x’ 漢字 👍", "é – ‘x’ 漢字 👍"),
    ],
)
def test_signs_that_steer_are_shown_as_such(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_no_control_and_no_sign_of_direction_is_left() -> None:
    cleaned = clean("".join(map(chr, range(0x11000))))
    directions = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert [hex(ord(sign)) for sign in cleaned if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}] == []
    assert [hex(ord(sign)) for sign in cleaned if unicodedata.bidirectional(sign) in directions] == []
