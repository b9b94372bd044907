from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reasoner.dossier.faults import Faults
from reasoner.dossier.nodes import Mapping, Scalar
from reasoner.dossier.places import place_of
from reasoner.dossier.yaml_events import compose
from reasoner.files import SourceFile

WRITTEN = st.text(alphabet="ab'\"\\:é中😀م \n-", min_size=1, max_size=60)


def value_of(source: str) -> Scalar:
    faults = Faults()
    node = compose(SourceFile("f.yaml", source), faults)
    assert faults.found() == ()
    assert isinstance(node, Mapping)
    value = node.pairs[0][1]
    assert isinstance(value, Scalar)
    return value


def places(source: str) -> list[tuple[str, str]]:
    """Each letter of the value of the first key with the letter of the file that its place points at."""
    text = value_of(source).text
    rows = source.split("\n")
    found = []
    for offset, letter in enumerate(text.value):
        span = text.span(offset, offset + 1)
        found.append((letter, rows[span.line - 1][span.column - 1 : span.column]))
    return found


def all_meet(source: str) -> None:
    assert [pair for pair in places(source) if pair[0] not in " \n" and pair[0] != pair[1]] == []


def test_a_plain_text_begins_at_its_first_letter() -> None:
    span = value_of("a:   attack(by B)\n").text.span(7)
    assert (span.line, span.column) == (1, 13)


def test_a_plain_text_on_two_lines_has_both_places() -> None:
    text = value_of("a: one\n     two three\n").text
    assert text.value == "one two three"
    assert str(text.span(4, 7)) == "f.yaml:2:6"


def test_a_folded_text_knows_each_of_its_lines() -> None:
    source = "a: >-\n  one\n  two\n\n  three\n"
    all_meet(source)
    text = value_of(source).text
    assert text.value == "one two\nthree"
    assert str(text.span(8)) == "f.yaml:5:3"


def test_a_literal_text_keeps_the_columns_of_indented_lines() -> None:
    source = "a: |\n  one:\n      two\n  three\n"
    all_meet(source)
    assert str(value_of(source).text.span(value_of(source).text.value.index("two"))) == "f.yaml:3:7"


def test_a_doubled_quote_counts_once_in_the_text_and_twice_in_the_file() -> None:
    text = value_of("a: 'it''s so'\n").text
    assert text.value == "it's so"
    assert str(text.span(5)) == "f.yaml:1:11"


def test_an_escape_stands_where_its_backslash_stands() -> None:
    text = value_of('a: "x\\u0041y\\ez"\n').text
    assert [text.span(offset).column for offset in range(5)] == [5, 6, 12, 13, 15]


def test_a_line_joined_by_a_backslash_has_its_own_place() -> None:
    all_meet('a: "one \\\n   two"\n')


def test_places_count_letters_and_not_bytes() -> None:
    all_meet("a: اتفق مختار 中文 😀 end\n")


def test_carriage_returns_do_not_count() -> None:
    span = value_of("a: one\r\n   two\r\n").text.span(4)
    assert (span.line, span.column) == (2, 4)


@given(WRITTEN)
@example("a\n\nb")
@example("a" * 50 + " b" * 5)
def test_every_letter_of_a_single_quoted_or_literal_text_is_found_again(written: str) -> None:
    for style in ("'", "|", ">"):
        source = yaml.dump({"k": written}, default_style=style, width=20, allow_unicode=True)
        assert [pair for pair in places(source) if pair[0] not in " \n" and pair[1] not in (pair[0], "\\")] == []


@given(WRITTEN)
def test_every_letter_of_a_double_quoted_text_is_found_again_or_its_escape(written: str) -> None:
    found = places(yaml.dump({"k": written}, default_style='"', width=20, allow_unicode=True))
    assert [pair for pair in found if pair[0] not in " \n" and pair[1] not in (pair[0], "\\")] == []


@given(st.text(alphabet="ab'é中 \n", min_size=1, max_size=60))
def test_every_letter_of_a_quoted_text_without_escapes_is_found_again(written: str) -> None:
    body = written.replace("'", "''").replace("\n", "\n  ")
    all_meet(f"k: '{body}'\n")
    if "'" not in written:
        all_meet(f'k: "{body}"\n')


def test_a_place_of_a_whole_file_counts_lines_of_all_kinds() -> None:
    text = "ab\r\nc\nd\re"
    assert [place_of(text, text.index(letter)) for letter in "abcde"] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]
