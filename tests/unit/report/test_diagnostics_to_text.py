from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reasoner.diagnostics import NOWHERE, Diagnostic, Severity, Span
from reasoner.report.diagnostics_to_text import diagnostics_to_text


def told(row: str, column: int, length: int = 1, message: str = "wrong") -> list[str]:
    found = Diagnostic("D001", Span("f.yaml", 1, column, length), message)
    return diagnostics_to_text([found], {"f.yaml": row}).splitlines()[1:]


def test_place_line_caret_and_help_stand_below_each_other() -> None:
    found = Diagnostic("D020", Span("a/f.yaml", 2, 3, 4), "no key `sayz`", "did you mean `says`?")
    assert diagnostics_to_text([found], {"a/f.yaml": "- id: one\n  sayz: p(a)\n"}) == (
        "a/f.yaml:2:3: D020 no key `sayz`\n"
        "    sayz: p(a)\n"
        "    ^^^^\n"
        "help: did you mean `says`?\n"
    )  # fmt: skip


def test_a_warning_says_that_it_is_one() -> None:
    found = Diagnostic("D016", Span("f.yaml", 1, 1), "cut", severity=Severity.WARNING)
    assert diagnostics_to_text([found], {}) == "f.yaml:1:1: D016 warning: cut\n"


def test_a_fault_of_a_whole_file_or_of_none_has_no_line() -> None:
    found = [Diagnostic("F001", Span("f.yaml", 0, 0), "missing"), Diagnostic("T001", NOWHERE, "built wrongly")]
    assert diagnostics_to_text(found, {"f.yaml": "a: b"}) == "f.yaml: F001 missing\n\nT001 built wrongly\n"


def test_a_place_after_the_end_of_the_line_or_file_is_no_accident() -> None:
    assert told("a: b", 9) == ["    a: b", "        ^"]
    assert (
        diagnostics_to_text([Diagnostic("D001", Span("f.yaml", 9, 1), "wrong")], {"f.yaml": "a"}) == "f.yaml:9:1: D001 wrong\n"
    )


def test_a_caret_stands_right_under_wide_and_combining_letters() -> None:
    assert told("中文: xy", 5, 2) == ["    中文: xy", "          ^^"]
    assert told("e\u0301a\u0301: x", 7) == ["    e\u0301a\u0301: x", "        ^"]
    assert told("a中b", 2) == ["    a中b", "     ^^"]
    assert told("مُخ: x", 6) == ["    مُخ: x", "        ^"]


def test_lines_end_where_yaml_ends_them() -> None:
    found = Diagnostic("D001", Span("f.yaml", 3, 1), "wrong")
    assert diagnostics_to_text([found], {"f.yaml": "a\r\nb\rc\u2028d\ne"}).splitlines()[1] == "    c\ufffdd"


def test_a_byte_order_mark_moves_nothing() -> None:
    assert told("\ufeffab", 2) == ["    ab", "     ^"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    row = "".join(f"{n:05}" for n in range(0, 5000, 5))
    line, caret = told(row, 2001, 5)
    assert line.startswith("    …")
    assert line.endswith("…")
    assert len(line) < 110
    start = caret.index("^")
    assert line[start : start + 5] == row[2000:2005]


def test_a_long_line_with_the_fault_near_its_start_is_cut_at_its_end_only() -> None:
    line, caret = told("says: " + "x" * 5000, 7, 5000)
    assert line == "    says: " + "x" * 94 + "…"
    assert caret == "          " + "^" * 94


def test_nothing_that_a_terminal_obeys_gets_through() -> None:
    evil = "\x1b[31m\u202e\u2066\x9b\x07\r\n"
    found = Diagnostic("D001", Span(f"f{evil}.yaml", 1, 2), f"wrong {evil}", f"help {evil}")
    said = diagnostics_to_text([found], {f"f{evil}.yaml": f"a{evil}b"})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    assert said.count("\n") == 4


@given(st.text(max_size=200), st.integers(1, 250), st.integers(1, 300))
def test_any_line_and_place_can_be_shown(row: str, column: int, length: int) -> None:
    said = "\n".join(told(row, column, length, row))
    said.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", said)
