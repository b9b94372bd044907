"""Prints faults as text: place, code and message, the line with a caret under the place, and what to do.

facts/gao.yaml:12:9: D020 a statement has no key `sayz`
    sayz: p(a)
    ^^^^
help: did you mean `says`?
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reasoner.diagnostics import Diagnostic, Severity, Span
from reasoner.report.clean import clean, width

_LINE_END = re.compile(r"\r\n|\n|\r")
_INDENT = "    "
_ROOM = 100
_BEFORE = 40
"""A line longer than `_ROOM` characters is cut so that at most `_BEFORE` stand before the caret."""


def diagnostics_to_text(diagnostics: Sequence[Diagnostic], files: Mapping[str, str]) -> str:
    """All diagnostics, in the order given, with an empty line between; `files` holds the texts of files by path.

    A diagnostic at line 0 is told without a line of the file, one without a file without any place. No control or bidi
    character passes, whatever the files, paths and messages hold.
    """
    rows = {path: _LINE_END.split(text.removeprefix("\ufeff")) for path, text in files.items()}
    return "\n".join(_told(found, rows.get(found.span.file, [])) for found in diagnostics)


def _told(found: Diagnostic, rows: list[str]) -> str:
    severity = "" if found.severity is Severity.ERROR else f"{found.severity.value}: "
    lines = [f"{_place(found.span)}{found.code} {severity}{clean(found.message)}"]
    if 0 < found.span.line <= len(rows) and rows[found.span.line - 1].strip():
        lines += _excerpt(rows[found.span.line - 1], found.span)
    if found.help:
        lines.append(f"help: {clean(found.help)}")
    return "".join(f"{line}\n" for line in lines)


def _place(span: Span) -> str:
    if not span.file:
        return ""
    return f"{clean(span.file)}: " if not span.line else f"{clean(span.file)}:{span.line}:{span.column}: "


def _excerpt(row: str, span: Span) -> list[str]:
    """The line as it stands in the file, cut if it is long, and the caret below."""
    row = clean(row)
    at = min(span.column - 1, len(row))
    first = at - _BEFORE if len(row) > _ROOM and at > _ROOM - _BEFORE else len(row) - len(row.lstrip(" "))
    first = min(first, at)
    last = len(row.rstrip()) if len(row) - first <= _ROOM else first + _ROOM
    start, stop = "…" * (first > 0 and row[:first].strip() != ""), "…" * (last < len(row.rstrip()))
    marked = row[at : min(at + span.length, last)]
    before = " " * width(start + row[first:at])
    return [f"{_INDENT}{start}{row[first:last]}{stop}", f"{_INDENT}{before}{'^' * max(1, width(marked))}"]
