"""Takes out of a text what a terminal would obey instead of showing it."""

from __future__ import annotations

import re
import unicodedata

SHOWN_INSTEAD = "\ufffd"

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """One line of text without control characters and without those that turn the direction of writing.

    Each is replaced by one visible sign, so that places do not shift; a tab or a line break becomes a space. Letters of
    all scripts stay, with the joiners that some need.
    """
    return OBEYED.sub(lambda found: " " if found.group() in "\t\n\r" else SHOWN_INSTEAD, text)


def width(text: str) -> int:
    """How many columns of a terminal a clean text takes: two for wide characters, none for combining ones."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
