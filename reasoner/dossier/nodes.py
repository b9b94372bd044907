"""What a YAML file holds, before anything is known of dossiers: texts, lists and mappings with their places."""

from __future__ import annotations

from dataclasses import dataclass

from reasoner.diagnostics import Span, Text


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` if it stands without quotes and not as a block. `rest` is what YAML has cut off it as a comment."""

    text: Text
    span: Span
    plain: bool = True
    rest: str = ""

    @property
    def empty(self) -> bool:
        """Nothing was written, not even quotes."""
        return self.plain and not self.text.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `source` is how it was written where that was in brackets."""

    items: tuple[Node, ...]
    span: Span
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in order, no key twice; `source` is how it was written where that was in braces.

    `dropped` holds what a fault took out: a key that is none, and one that stands there a second time.
    """

    pairs: tuple[tuple[Scalar, Node], ...]
    span: Span
    source: str = ""
    dropped: tuple[tuple[Node, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read and has been reported; `source` is how it was written."""

    span: Span
    source: str = ""


Node = Scalar | Sequence | Mapping | Broken
