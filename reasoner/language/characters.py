"""What is checked of a sentence before it is parsed: its characters, its length and its brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from reasoner.diagnostics import Diagnostic, Text
from reasoner.language.slips_of_number import TWO_MEASURES

LONGEST: Final = 10_000
DEEPEST: Final = 50

_BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DOUBLE_QUOTES: Final = "“”„‟«»″"
_SINGLE_QUOTES: Final = "‘’‚‛‹›′"
_SIGNS: Final = {"≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "∧": "and", "∨": "or", "¬": "not", "…": ".."}
_CLOSES: Final = {")": "(", "]": "[", "}": "{"}
_QUOTES: Final = "a date with brackets is closed by them, and stands in quotes in YAML"
_ONE_LINE: Final = "write one condition per line; in a YAML list `[a, b]` the commas cut sentences apart"


def misformed(text: Text) -> Diagnostic | None:
    """The first fault of the raw text, or None if it can be parsed."""
    value = text.value
    if not value.strip(" \t\n"):
        return Diagnostic("L001", text.span(), "the sentence is empty", "write a condition, such as `attack(by A, on B) as E`")
    if len(value) > LONGEST:
        length = f"{len(value):,} characters"
        return Diagnostic("L003", text.span(0, 1), f"the sentence has {length}, more than {LONGEST:,}", "split it")
    return _strange_character(text) or _bracket(text)


def _strange_character(text: Text) -> Diagnostic | None:
    quoted = False
    for offset, char in enumerate(text.value):
        if char == '"':
            quoted = not quoted
        elif char.isascii() and (char.isprintable() or char in "\t\n"):
            continue
        elif _unseen(char):
            name = _name(char)
            return Diagnostic("L002", text.span(offset, offset + 1), f"a hidden character stands here: {name}", "delete it")
        elif not quoted and char != "±":
            return _foreign(text, offset)
    return None


def _unseen(char: str) -> bool:
    return char in _BIDI or char == "\ufeff" or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn")


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    found = unicodedata.name(char, "").lower()
    return f"{found} ({code})" if found else code


def _foreign(text: Text, offset: int) -> Diagnostic:
    """A character of another script, or a sign that a word processor put in place of a plain one."""
    char = text.value[offset]
    end = offset + 1
    plain = _plain(char)
    if char.isspace() or unicodedata.category(char) == "Cf":
        shown, advice = _name(char), "write a plain space" if char.isspace() else "delete it"
    elif char in _DOUBLE_QUOTES or char in _SINGLE_QUOTES:
        shown, advice = f"`{char}`, {_name(char)}", 'write a straight double quote, `"`'
    elif char == "×" and re.search(r"\d\s*$", text.value[:offset]) and re.match(r"\s*\d", text.value[end:]):
        shown, advice = f"`{char}`, {_name(char)}", TWO_MEASURES
    elif plain:
        shown, advice = f"`{char}`, {_name(char)}", f"write `{plain}`"
    elif unicodedata.category(char)[0] in "LM":
        while (
            end < min(len(text.value), offset + 60)
            and unicodedata.category(text.value[end])[0] in "LM"
            and not text.value[end].isascii()
        ):
            end += 1
        shown = f"`{text.value[offset:end]}`" + (f", {_name(char)}" if end == offset + 1 else "")
        advice = "names are written with `a` to `z`, digits and `-`; other scripts stand in `name:`, `also:` or double quotes"
    else:
        shown, advice = f"`{char}`, {_name(char)}", "leave it out"
    return Diagnostic("L002", text.span(offset, end), f"this cannot stand in a sentence: {shown}", advice)


def _plain(char: str) -> str:
    """The plain sign that is meant, if there is one."""
    if unicodedata.category(char) == "Pd" or char == "−":
        return "-"
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.decimal(char))
    known = unicodedata.normalize("NFKC", char)
    return _SIGNS.get(char, known if known.isascii() and known.isprintable() and not char.isalpha() else "")


def _bracket(text: Text) -> Diagnostic | None:
    opened: list[tuple[str, int]] = []
    for char, offset in _brackets(text.value):
        place = text.span(offset, offset + 1)
        if char == '"':
            return Diagnostic("L006", place, "this text in quotes is not closed", 'write a second `"` on the same line')
        if char in "([{":
            opened.append((char, offset))
            if len(opened) > DEEPEST:
                return Diagnostic(
                    "L004", place, f"brackets stand more than {DEEPEST} deep in one another", "split the sentence"
                )
        elif not opened or opened[-1][0] != _CLOSES[char]:
            return Diagnostic("L005", place, f"this `{char}` closes no bracket", _ONE_LINE if char == ")" else _QUOTES)
        else:
            opened.pop()
    if opened:
        char, offset = opened[-1]
        return Diagnostic(
            "L005", text.span(offset, offset + 1), f"this `{char}` is never closed", _ONE_LINE if char == "(" else _QUOTES
        )
    return None


def _brackets(value: str) -> Iterator[tuple[str, int]]:
    """The brackets outside of quoted texts, and the quote that has no second."""
    for found in re.finditer(r'"[^"\n]*"|["()\[\]{}]', value):
        if len(found[0]) == 1:
            yield found[0], found.start()
