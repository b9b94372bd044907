"""A report: headings, paragraphs and lists of sentences, without any format. Nothing has to be looked up any more.

Every text in it is clean. An id is a piece of its own, so that each format can show it in brackets, as a link, or not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a statement, rule, source, conflict or instance, as `reasoner explain` takes it."""

    id: str


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type, as it stands."""

    text: str


Line = tuple[str | Ref | Code, ...]
"""A sentence or more."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is the title of the report; `id` is what can be asked for by `reasoner explain`, if anything."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list; `more` are lines of lesser weight below it, such as who said it."""

    line: Line
    more: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `first` is the number of its first entry, None for one without numbers."""

    items: tuple[Item, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of signs that stand below each other as they are, such as a picture."""

    rows: tuple[str, ...]


Block = Heading | Paragraph | Items | Rows


@dataclass(frozen=True, slots=True)
class Report:
    blocks: tuple[Block, ...]
