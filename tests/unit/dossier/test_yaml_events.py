from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reasoner.diagnostics import Diagnostic
from reasoner.dossier.faults import Faults
from reasoner.dossier.from_yaml import read
from reasoner.dossier.nodes import Mapping, Node, Scalar, Sequence
from reasoner.dossier.yaml_events import DEEPEST, compose
from reasoner.files import SourceFile


def plain(node: Node | None) -> object:
    match node:
        case Scalar(text=text):
            return text.value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(pairs=pairs):
            return {key.text.value: plain(value) for key, value in pairs}
    return None


def composed(source: str) -> object:
    faults = Faults()
    node = compose(SourceFile("f.yaml", source), faults)
    assert faults.found() == ()
    return plain(node)


def refused(source: str) -> list[str]:
    faults = Faults()
    compose(SourceFile("f.yaml", source), faults)
    return [f"{one.span.line}:{one.span.column} {one.code}" for one in faults.found()]


def test_every_scalar_is_text() -> None:
    source = "a: -0044\nb: 13:14\nc: no\nd: 2012-07-01\ne: 012\nf: ~\ng: 1e3\nh: 2013-02-30\n"
    assert composed(source) == {
        "a": "-0044",
        "b": "13:14",
        "c": "no",
        "d": "2012-07-01",
        "e": "012",
        "f": "~",
        "g": "1e3",
        "h": "2013-02-30",
    }


def test_lists_and_mappings_of_both_styles_are_the_same() -> None:
    assert composed("a: [x, {b: c}]\n") == composed("a:\n  - x\n  - b: c\n") == {"a": ["x", {"b": "c"}]}


def test_a_byte_order_mark_is_no_fault_and_moves_no_column() -> None:
    assert composed("\ufeffa: b\n") == {"a": "b"}
    assert refused("\ufeffa: *b\n") == ["1:4 D004"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_as_many_levels_as_allowed_are_read_and_one_more_is_refused(opening: str, closing: str) -> None:
    composed(opening * DEEPEST + "x" + closing * DEEPEST)
    column = len(opening) * DEEPEST + 1
    assert refused(opening * (DEEPEST + 1) + "x" + closing * (DEEPEST + 1)) == [f"1:{column} D009"]


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? ", "[{a: "])
def test_two_hundred_thousand_levels_do_no_harm(opening: str) -> None:
    assert [found.split()[1] for found in refused(opening * 200_000)] == ["D009"]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))]
    assert refused("\n".join(rows)) == ["1:5 D003"]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufffe", "\ud800"])
def test_control_characters_and_odd_line_ends_are_refused_with_their_place(sign: str) -> None:
    assert refused(f"a: b\nc: d{sign}e\n") == ["2:5 D011"]


def test_tabs_inside_a_line_do_not_hide_the_other_faults() -> None:
    assert refused("a:\tb\na: c\n") == ["1:3 D008", "2:1 D002"]


def test_tabs_that_indent_end_the_reading_of_the_file() -> None:
    assert refused("a:\n\t- b\na: c\n") == ["2:1 D008"]


@pytest.mark.parametrize(
    "comment",
    ["a: b # c", "a: b    # c #3", "a: 'b' #3", "a: b\n#3", "a: b#3", "a: [b, c]  # (d", "a: # b\n  c: d", "a: b #"],
)
def test_a_comment_is_no_fault(comment: str) -> None:
    assert refused(comment + "\n") == []


@pytest.mark.parametrize(("cut", "column"), [("a: see #3", 8), ("a: see   #3 of it", 10), ("a: #3", 4)])
def test_a_hash_that_touches_a_word_draws_a_warning(cut: str, column: int) -> None:
    assert refused(cut + "\n") == [f"1:{column} D016"]


def test_brackets_that_balance_are_not_cut() -> None:
    assert composed("a: [p(b), 'q(c, d)']\n") == {"a": ["p(b)", "q(c, d)"]}


def test_only_one_fault_is_told_for_each_list_that_was_cut() -> None:
    assert refused("a: [p(b, c), q(d, e)]\nf: {g: p(h, i)}\n") == ["1:5 D013", "2:8 D013"]


@given(st.text(alphabet="ab:-[]{}()'\"#&*!|>%@`,? \n\t\x00\u202e", max_size=40))
def test_whatever_stands_in_a_file_it_is_read_or_refused(source: str) -> None:
    rows = len(source.split("\n")) + 2
    for found in faults_of(source) + faults_of("dossier: g\n" + source):
        assert 1 <= found.span.line <= rows
        assert found.span.column >= 1
        assert found.message


def faults_of(source: str) -> tuple[Diagnostic, ...]:
    return read([SourceFile("f.yaml", source)]).diagnostics


def test_a_hundred_thousand_lines_are_read_within_seconds() -> None:
    rows = "".join(f"  k{n}: [a, b]\n" for n in range(100_000))
    node = compose(SourceFile("f.yaml", "all:\n" + rows), Faults())
    assert isinstance(node, Mapping)
    assert len(node.pairs[0][1].pairs) == 100_000
