"""Where a piece of text stands in a file, and what is wrong with it.

Every value that came from a file carries a `Span` to the last line of the report. A fault of the user's is a
`Diagnostic`, a plain value; a pass gathers all of its own and raises `Rejected` once, at its end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file; `line` and `column` count characters from 1, `length` is at least 1."""

    file: str
    line: int
    column: int
    length: int = 1

    def first(self, length: int) -> Span:
        """The first so many characters of it: the word that a sentence begins with, say."""
        return Span(self.file, self.line, self.column, length)

    def __str__(self) -> str:
        """`file:line:column`; of a whole file its name alone, of nothing that was read an empty text."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Span("", 0, 0)
"""The span of what was built in Python or by the program itself."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text from a file that knows where each of its characters stands.

    `marks` holds `(offset, line, column)` in rising order of offset, the first at offset 0: from that offset on, the
    columns of that line count up by one. A folded scalar has one mark a line.
    """

    value: str
    file: str = ""
    marks: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place of `value[start:end]`, at least one character long."""
        stop = len(self.value) if end is None else end
        offset, line, column = self.marks[max(0, bisect_right(self.marks, (start, float("inf"))) - 1)]
        return Span(self.file, line, column + start - offset, max(1, stop - start))

    def part(self, start: int, end: int) -> Text:
        """`value[start:end]` as a text of its own, at the same place."""
        first = self.span(start)
        later = tuple((o - start, row, col) for o, row, col in self.marks if start < o < end)
        return Text(self.value[start:end], self.file, ((0, first.line, first.column), *later))


Places = tuple[tuple[str, Span], ...]
"""Where some keys of an entry stand, for faults that are about these alone."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, which has been reported: nobody knows what would have stood there.

    `section` is the key of the file that it stands under, `entry` the place of the entry, as that tells its own, `key` the
    key of the entry, "" where it is none that is known. `words` are those written in it; None where even they are unknown.
    """

    section: str
    entry: Span
    key: str
    words: frozenset[str] | None


class Severity(Enum):
    """How much a diagnostic matters: an error stops the run, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: its code, its place, one short sentence for an analyst, and what to do about it.

    Codes are `F###` files, `D###` dossier, `L###` language, `T###` theory; each stands in `docs/errors.md`.
    `message` says what is wrong, `help` what to write instead (may be empty); neither ends in a full stop.
    """

    code: str
    span: Span
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each once, by file, line, column and code; of one place and code by what is said."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: (*_place(found.span), found.code, found.message)))


def _place(span: Span) -> tuple[str, int, int]:
    return span.file, span.line, span.column


class Rejected(Exception):
    """The input has faults; `diagnostics` holds all that was found, each once, in order of file, line, column and code."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__("; ".join(map(_in_a_line, self.diagnostics)))


def _in_a_line(found: Diagnostic) -> str:
    place = f"{found.span}: " if found.span.file else ""
    return f"{place}{found.code} {found.message}"
