"""The text of a raw block as clingo may see it: plain ASCII, without the one directive that would open a file.

    "غاو"        becomes  "#_x63a_#_x627_#_x648_"      and back, wherever a string holds it
    #include     becomes  #_x23_include                which is no directive, and so never parsed as one

Outside of strings and comments such a mark is no word of clingo's, and the place of it is refused. (clingo ends the whole
process over a sign that is not ASCII where none can stand, and reads a file as soon as it has parsed `#include`.)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

LONGEST = 16_000
"""The most signs of a block; clingo's parser does not survive all that could be nested in some more."""

_HIDDEN = re.compile(r"[^\x09\x0a\x20-\x7e]|#(?=_|include)")
_MARK = re.compile(r"#_x([0-9a-f]+)_")


@dataclass(frozen=True, slots=True)
class Encoded:
    """`text` is what clingo parses; `shifts` are pairs of an offset in it and the offset in the block from there on."""

    block: str
    text: str
    shifts: tuple[tuple[int, int], ...]

    def offset(self, line: int, column: int) -> int:
        """Where in the block the sign stands that clingo tells by line and column, counted from 1."""
        at = self._at(line, column)
        here, there = self.shifts[bisect_right(self.shifts, (at, len(self.block))) - 1]
        return min(there + at - here, max(0, len(self.block) - 1))

    def hidden(self, line: int, column: int) -> str:
        """The sign of the block that a mark at this place stands for; "" if none stands there."""
        found = _MARK.match(self.text, self._at(line, column))
        return chr(int(found[1], 16)) if found else ""

    def between(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The encoded text from one place up to another."""
        return self.text[self._at(*start) : self._at(*end)]

    def _at(self, line: int, column: int) -> int:
        starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(self.text))


def encode(block: str) -> Encoded:
    """The block with all that clingo must not see hidden in marks."""
    made: list[str] = []
    shifts = [(0, 0)]
    length = done = 0
    for found in _HIDDEN.finditer(block):
        mark = f"#_x{ord(found.group()):x}_"
        made += [block[done : found.start()], mark]
        length += found.start() - done + len(mark)
        done = found.end()
        shifts.append((length, done))
    return Encoded(block, "".join([*made, block[done:]]), tuple(shifts))


def decode(text: str) -> str:
    """What marks stand for, put back."""
    return _MARK.sub(lambda found: chr(int(found[1], 16)), text)
