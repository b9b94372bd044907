"""From a parse that failed to one diagnostic that says what to write."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from lark.exceptions import UnexpectedInput

from reasoner.diagnostics import Diagnostic, Text
from reasoner.language.failure import Failure
from reasoner.language.parser import PARSER
from reasoner.language.slips import SLIPS
from reasoner.language.words import RESERVED, WEEKDAYS, WORDS_OF

_EXPECTED: Final = (
    ("_INTERSECTS", "a time word"),
    ("DATE", "a date"),
    ("NAME", "a name"),
    ("VAR", "a variable"),
    ("SPAN", "a length of time"),
    ("INT", "a number"),
    ("_IS", "`is`"),
    ("COMPARE", "a comparison"),
    ("ORDINAL", "`first`, `last`, `only`"),
    ("_WITH", "`with`"),
    ("_OF", "`of`"),
    ("_OLD_AT", "`old at`"),
    ("SIDE", "`before`, `after`"),
    ("DURING", "`during`"),
    ("CONTAINS", "`contains`"),
    ("_BY", "`by`"),
    ("IN_UNIT", "`in days` or another unit"),
    ("UNIT", "a unit of time"),
    ("COMMA", "a comma"),
    ("LPAR", "`(`"),
    ("RPAR", "`)`"),
    ("_AND", "`and`"),
    ("$END", "the end of the sentence"),
)
"""How to name what the parser would take, what matters most first."""

_SHORT: Final = 3
"""A word of so few letters is like too many others to be what is meant by a longer one."""

_IMPLIED: Final = {
    "_INTERSECTS": ("SPAN", "SIDE", "DURING", "CONTAINS", "_BY"),
    "SPAN": ("VAR",),
    "NAME": ("LPAR", "SPAN"),
    "INT": ("LPAR",),
    "VAR": ("LPAR",),
}
"""What need not be said beside another."""


def explain(text: Text, start: str) -> Diagnostic:
    """The fault of a sentence that does not parse from that start of the grammar."""
    failure = _failure(text, start)
    for slip in SLIPS:
        if found := slip(failure):
            return found
    return _misspelt(failure) or _unexpected(failure, _did_you_mean(failure))


def _failure(text: Text, start: str) -> Failure:
    """Parses again, step by step, to learn what would have been taken at the place of the fault."""
    steps = PARSER.parse_interactive(text.value, start=start)
    try:
        for _ in steps.iter_parse():
            pass
        at = len(text.value.rstrip())
    except UnexpectedInput as error:
        at = error.pos_in_stream or 0
    return Failure.of(text, at, frozenset(steps.accepts()))  # type: ignore[no-untyped-call] # lark leaves it untyped


def _words(accepts: frozenset[str]) -> Iterator[str]:
    """Every word that may stand there, in the order of the table of words."""
    for terminal, words in WORDS_OF.items():
        if terminal in accepts:
            yield from words


def _did_you_mean(failure: Failure) -> str:
    word = failure.word()
    if not word[:1].islower():
        return ""
    firsts: dict[str, str] = {}
    for words in _words(failure.accepts):
        firsts.setdefault(words.split()[0], words)
    if failure.word(-1) in ("last", "next", "the"):
        firsts.update((day, day) for day in WEEKDAYS)
    near = get_close_matches(word, list(firsts), 1, 0.65)
    if not near or (len(near[0]) < _SHORT and near[0] != word and len(word) != len(near[0])):
        return ""
    return f"write `{firsts[word]}`" if near[0] == word else f"did you mean `{firsts[near[0]]}`?"


def _misspelt(failure: Failure) -> Diagnostic | None:
    """The word before the fault was taken for a name, but is nearly a word of the language: `strat of E before F`."""
    word = failure.word(-1)
    if failure.index == 0 or _did_you_mean(failure) or word in RESERVED or not word.islower():
        return None
    known = {words.split()[0]: words for group in WORDS_OF.values() for words in reversed(group)}
    near = get_close_matches(word, list(known), 1, 0.8)
    if not near or near[0] == word:
        return None
    advice = f"did you mean `{known[near[0]]}`?"
    return failure.diagnostic("L010", failure.place(-1), f"`{word}` is no word of the language", advice)


def _unexpected(failure: Failure, advice: str) -> Diagnostic:
    expected = _expected(failure.accepts)
    if failure.accepts == {"UNIT"}:  # two variables: the second was read as a number of units
        message = f"`{failure.word(-1)}` cannot stand here: expected a time word, or a length such as `N years`"
        return failure.diagnostic("L010", failure.place(-1), message, advice)
    if failure.index == len(failure.words):
        place = (failure.at - 1, failure.at)
        return failure.diagnostic("L019", place, f"the sentence ends too early: expected {expected}", advice)
    start = max(failure.at, failure.place()[0])
    place = (start, max(start + 1, failure.place()[1]))
    word = failure.text.value[slice(*place)]
    return failure.diagnostic("L010", place, f"`{word}` cannot stand here: expected {expected}", advice)


def _expected(accepts: frozenset[str]) -> str:
    hidden = {implied for terminal, _ in _EXPECTED if terminal in accepts for implied in _IMPLIED.get(terminal, ())}
    if "NAME" in accepts:
        hidden.discard("VAR")
    told = [words for terminal, words in _EXPECTED if terminal in accepts and terminal not in hidden]
    if not told:
        told = [f"`{word}`" for word in _words(accepts)][:4]
    each = ", ".join(told).split(", ")
    return " or ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each) or "nothing more"
