"""Gathers the faults of one reading, and what could not be read for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from reasoner.diagnostics import NOWHERE, Diagnostic, Severity, Span, Unread, in_order
from reasoner.dossier.nodes import Broken, Mapping, Node, Scalar, Sequence

_MOST_COMPARED = 2_000
_LONGEST_SHOWN = 40
_WORD = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_CHUNK = re.compile(r"[^\s(),]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_VARIABLE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9_]*")


class Faults:
    """The faults found so far, and the gaps that they leave."""

    __slots__ = ("_found", "_unread")

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._unread: list[Unread] = []

    def error(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(code, span, message, hint))

    def warn(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(code, span, message, hint, Severity.WARNING))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        self._found.extend(found)

    def lose(self, key: str, words: frozenset[str] | None) -> None:
        """What stands under this key could not be read; None where it is not even known which words are in it."""
        self._unread.append(Unread("", NOWHERE, key, words))

    @property
    def gaps(self) -> int:
        """How many there are so far, to tell those that come later."""
        return len(self._unread)

    def belong(self, since: int, *, section: str = "", entry: Span | None = None, key: str = "") -> None:
        """All gaps but the first `since` lie in this section, in this entry, under this key of it; what is not told stays."""
        for nth, gap in enumerate(self._unread[since:], since):
            self._unread[nth] = replace(
                gap, section=section or gap.section, entry=gap.entry if entry is None else entry, key=key or gap.key
            )

    def found(self) -> tuple[Diagnostic, ...]:
        """Errors and warnings, in order of place."""
        return in_order(self._found)

    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, each gap once."""
        return tuple(dict.fromkeys(self._unread))


def words_of(*texts: str) -> frozenset[str]:
    """The words of texts: as they stand, and as names are written, in small letters joined by `-`."""
    words = {word for text in texts for pattern in (_WORD, _VARIABLE) for word in pattern.findall(text)}
    chunks = {chunk.lower() for text in texts for chunk in _CHUNK.findall(text)}
    return frozenset(words | {_NO_LETTER.sub("-", chunk).strip("-") for chunk in chunks} - {""})


def words_in(node: Node) -> frozenset[str]:
    """The words of all that stands in a node of YAML."""
    return words_of(*_texts(node))


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Scalar(text=text, rest=rest):
            yield text.value
            yield rest
        case Broken(source=source):
            yield source
        case Sequence(items=items):
            for item in items:
                yield from _texts(item)
        case Mapping(pairs=pairs, dropped=dropped):
            for key, value in (*pairs, *dropped):
                yield from _texts(key)
                yield from _texts(value)


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word most like `word`, or "" if none is near; `alike` is how near, up to 1."""
    candidates = sorted(known)[:_MOST_COMPARED]
    found = get_close_matches(word.lower(), candidates, n=1, cutoff=alike)
    return found[0] if found else ""


def shown(value: str) -> str:
    """A text from a file as it stands in a message: long ones are cut."""
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
