"""Finds for each character of a YAML scalar the place in the file where it was written.

Quotes, escapes and folding make the value differ from what stands in the file; the two are laid side by side, line by
line, by YAML's own rules of folding: one line break is one space, n of them are n - 1 breaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Mark = tuple[int, int, int]

LINE_END = re.compile(r"\r\n|\n|\r")
_SIGNS = {
    "'": re.compile(r"''"),
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"),
}
_NO_SIGN = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a scalar as written, without the signs round it, and where it begins."""

    written: str
    line: int
    column: int


def marks_of(value: str, source: str, style: str, line: int, column: int) -> tuple[Mark, ...]:
    """The marks (see `Text`) of a scalar that is written as `source` from that line and column on, counted from 1.

    `style` is "" for a plain scalar, else its first character.
    """
    if value == source:
        return ((0, line, column),)
    if style in _SIGNS and value == source[1:-1]:
        return ((0, line, column + 1),)
    if style in ("|", ">"):
        return _block(value, _rows(source, line, 1)[1:]) or ((0, line, column),)
    inner, first = (source[1:-1], column + 1) if style else (source, column)
    return _flow(_rows(inner, line, first), _SIGNS.get(style, _NO_SIGN))


def _rows(source: str, line: int, column: int) -> list[_Row]:
    """The lines, without the spaces that each but the first begins with."""
    rows = LINE_END.split(source)
    found = [_Row(rows[0], line, column)]
    for number, row in enumerate(rows[1:], 1):
        written = row.lstrip(" ")
        found.append(_Row(written, line + number, len(row) - len(written) + 1))
    return found


def _block(value: str, rows: list[_Row]) -> tuple[Mark, ...]:
    """Marks of a literal or folded scalar: each line goes on at the next letter of the value."""
    marks: list[Mark] = []
    at = 0
    for row in rows:
        written = row.written.rstrip(" ")
        if not written:
            continue
        at += len(value[at:]) - len(value[at:].lstrip(" \n"))
        if at and not marks:
            _mark(marks, 0, row.line, max(1, row.column - at))
        _mark(marks, at, row.line, row.column)
        at += len(written)
    return tuple(marks)


def _flow(rows: list[_Row], sign: re.Pattern[str]) -> tuple[Mark, ...]:
    """Marks of a plain or quoted scalar."""
    marks: list[Mark] = []
    at = breaks = 0
    joined = False
    for row in rows:
        if marks:
            breaks += 1
            if not row.written.strip(" ") and row is not rows[-1]:
                continue
            at += breaks - 1 if breaks > 1 else int(not joined)
            breaks = 0
        at, joined = _lay(row, at, marks, sign)
    return tuple(marks)


def _lay(row: _Row, at: int, marks: list[Mark], sign: re.Pattern[str]) -> tuple[int, bool]:
    """Lay one line on the value from `at` on; where it ends there, and whether a backslash joins the next line to it."""
    _mark(marks, at, row.line, row.column)
    done = 0
    for found in sign.finditer(row.written):
        at += found.start() - done
        done = found.end()
        _mark(marks, at, row.line, row.column + found.start())
        at += 1
        _mark(marks, at, row.line, row.column + done)
    rest = row.written[done:]
    joined = sign is _SIGNS['"'] and rest.endswith("\\")
    return at + len(rest[:-1] if joined else rest.rstrip(" ")), joined


def _mark(marks: list[Mark], at: int, line: int, column: int) -> None:
    if marks and marks[-1][0] == at:
        marks.pop()
    marks.append((at, line, column))


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a whole file."""
    starts = [found.end() for found in LINE_END.finditer(text) if found.end() <= index]
    return len(starts) + 1, index - (starts[-1] if starts else 0) + 1
