"""A parse that failed, with what the parser would have taken instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reasoner.diagnostics import Diagnostic, Text

_WORD: Final = re.compile(r'"[^"\n]*"|\$?_?[A-Za-z][-\w]*|-?\d[-\w.:/]*|==|=[<>]|<>|&&|\|\||[<>!]=|\S')

_LONG_QUOTE: Final = re.compile("`([^`]{60})[^`]+`")


@dataclass(frozen=True, slots=True)
class Failure:
    """A parse that failed at offset `at`, where the parser would have taken one of the terminals `accepts`.

    `words` are the words of the sentence with their offsets; the failure stands in `words[index]`, or after the last.
    """

    text: Text
    at: int
    accepts: frozenset[str]
    words: tuple[tuple[str, int], ...]
    index: int

    @staticmethod
    def of(text: Text, at: int, accepts: frozenset[str]) -> Failure:
        """Splits the sentence into words."""
        words = tuple((found[0], found.start()) for found in _WORD.finditer(text.value))
        index = sum(start + len(word) <= at for word, start in words)
        return Failure(text, at, accepts, words, index)

    def word(self, step: int = 0) -> str:
        """The word so many steps from the failure; empty outside of the sentence."""
        index = self.index + step
        return self.words[index][0] if 0 <= index < len(self.words) else ""

    def place(self, step: int = 0) -> tuple[int, int]:
        """Where that word starts and ends."""
        word, start = self.words[self.index + step]
        return start, start + len(word)

    def rest(self, step: int = 0) -> str:
        """The text from that word on, to the end of its clause; cut short where it is long."""
        if not self.word(step):
            return "..."
        start = self.place(step)[0]
        beginning = self.text.value[start : start + 100]
        found = re.match(r".*?(?=,|\)|;|\s+(?:and|or)\s|\.?\s*$)", beginning, re.DOTALL)
        clause = " ".join(found[0].split()) if found else ""
        return clause if len(clause) <= 40 else f"{self.word(step)} ..."

    def diagnostic(self, code: str, place: tuple[int, int], message: str, advice: str) -> Diagnostic:
        """A fault at `text.value[place[0]:place[1]]`; what it quotes is cut short where it is long."""
        return Diagnostic(
            code, self.text.span(*place), _LONG_QUOTE.sub(r"`\1...`", message), _LONG_QUOTE.sub(r"`\1...`", advice)
        )
