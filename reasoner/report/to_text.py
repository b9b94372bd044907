"""A report as plain text: lines of a hundred columns, ids in brackets, bold headings where colour is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.clean import clean, width
from reasoner.report.ir import Block, Code, Heading, Item, Items, Line, Paragraph, Ref, Report, Rows

_COLUMNS = 100
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(report: Report, *, color: bool = False) -> str:
    """The whole report. Nothing in it steers a terminal but the signs for bold and dim, if `color`."""
    return "".join(f"{text}\n" for block in report.blocks for text in _block(block, color=color)).lstrip("\n")


def _block(block: Block, *, color: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block, color=color)
        case Paragraph(line):
            yield ""
            yield from _wrapped(line, "", "", color=color)
        case Rows(rows):
            yield ""
            yield from rows
        case Items(items, first):
            for place, item in enumerate(items):
                mark = "- " if first is None else f"{first + place}. "
                yield from _item(item, f"  {mark}", color=color)


def _heading(heading: Heading, *, color: bool) -> Iterator[str]:
    text = clean(heading.text)
    yield ""
    if heading.level < 3:
        yield ""
    mark = f"[{clean(heading.id)}]" if heading.id else ""
    beside = bool(mark) and width(text) + width(mark) + 1 <= _COLUMNS
    rows = [f"{text} {mark}"] if beside else list(_rows(text.split(" "), "", ""))
    for row in rows:
        yield f"{_BOLD}{row}{_PLAIN}" if color else row
    if mark and not beside:
        yield f"{_DIM}{mark}{_PLAIN}" if color else mark
    if heading.level < 3:
        yield {1: "=", 2: "-"}[heading.level] * max(map(width, rows))


def _item(item: Item, mark: str, *, color: bool) -> Iterator[str]:
    indent = " " * width(mark)
    yield from _wrapped(item.line, mark, indent, color=color)
    for line in item.more:
        yield from _wrapped(line, indent, indent, color=color)


def _wrapped(line: Line, first: str, rest: str, *, color: bool) -> Iterator[str]:
    dim, plain = (_DIM, _PLAIN) if color else ("", "")
    for row in _rows(_words(line), first, rest):
        yield row.replace(_OPEN, dim).replace(_CLOSE, plain)


def _words(line: Line) -> list[str]:
    """The words of a line; an id or a thing to type stays in one piece with its brackets."""
    pieces = [_piece(piece) for piece in line]
    glued = "".join(pieces).split(" ")
    return [word.replace(_GLUE, " ") for word in glued if word]


_GLUE, _OPEN, _CLOSE = "\x00", "\x01", "\x02"
"""In place of a space that parts no words, and where an id begins and ends: no clean text has these signs."""


def _piece(piece: str | Ref | Code) -> str:
    match piece:
        case Ref(ident):
            return f"{_OPEN}[{clean(ident)}]{_CLOSE}".replace(" ", _GLUE)
        case Code(text):
            return clean(text).replace(" ", _GLUE)
        case _:
            return clean(piece)


def _rows(words: list[str], first: str, rest: str) -> Iterator[str]:
    """Words filled into rows of at most so many columns."""
    row, empty = first, True
    for word in words:
        if not empty and _columns(row) + 1 + _columns(word) > _COLUMNS:
            yield row
            row, empty = rest, True
        row += word if empty else f" {word}"
        empty = False
    yield row


def _columns(row: str) -> int:
    return width(row.replace(_OPEN, "").replace(_CLOSE, ""))
