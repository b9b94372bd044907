"""Gathers the faults of one run, and finds what a misspelt word may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from reasoner.diagnostics import Diagnostic, Places, Rejected, Severity, Span
from reasoner.theory.doubts import Doubts

_MOST_COMPARED = 2_000
_MOST_NEAR = 5
_PERHAPS, _SURE = 0.6, 0.75
_BEGINNING = 3


class Faults:
    """The faults found so far; the same one found twice (by two readings of one statement, say) counts once.

    `doubts` knows what is not to be told, since it may only follow from a fault that is.
    """

    __slots__ = ("_found", "doubts")

    def __init__(self, doubts: Doubts | None = None) -> None:
        self._found: dict[Diagnostic, None] = {}
        self.doubts = doubts or Doubts()

    def error(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found[Diagnostic(code, span, message, hint)] = None

    def warn(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found[Diagnostic(code, span, message, hint, Severity.WARNING)] = None

    def note(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found[Diagnostic(code, span, message, hint, Severity.NOTE)] = None

    def extend(self, found: Iterable[Diagnostic]) -> None:
        self._found.update(dict.fromkeys(found))

    def settle(self) -> tuple[Diagnostic, ...]:
        """The warnings and notes, in order of place.

        Raises:
            Rejected: with everything found, if there is an error among it.
        """
        everything = Rejected(tuple(self._found))
        if any(found.severity is Severity.ERROR for found in everything.diagnostics):
            raise everything
        return everything.diagnostics


def place_of(places: Places, key: str, otherwise: Span) -> Span:
    """Where the value of a key stands; of an entry that was built in Python, the entry."""
    return next((span for word, span in places if word == key), otherwise)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, whatever letters are large in it, or "" if none is near.

    What differs in more than a third of its letters is near only where both begin alike, as `duty` and `duties` do, or have most letters
    in one order, as `ride` and `raid`.
    """
    candidates = {one.lower(): one for one in sorted(set(known), reverse=True)[-_MOST_COMPARED:]}
    plain = word.lower().replace("_", "-")
    alike = get_close_matches(plain, candidates, n=_MOST_NEAR, cutoff=_PERHAPS)
    sure = get_close_matches(plain, alike, n=_MOST_NEAR, cutoff=_SURE)
    near = (
        one for one in alike if one in sure or one[:_BEGINNING] == plain[:_BEGINNING] or _slips(plain, one) * 3 <= len(plain)
    )
    return next((candidates[one] for one in near), "")


def _slips(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or exchanged with the next (optimal string alignment)."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for down, letter in enumerate(one, 1):
        last, before, row = before, row, [down]
        for across, its in enumerate(other, 1):
            row.append(min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != its)))
            if down > 1 and across > 1 and letter == other[across - 2] and its == one[down - 2]:
                row[-1] = min(row[-1], last[across - 2] + 1)
    return row[-1]


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """The hint that names the nearest known word; `otherwise` where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def listed(words: Iterable[str], joint: str) -> str:
    """`a, b or c`, with `joint` before the last."""
    *first, last = list(words) or ["nothing"]
    return f"{', '.join(first)} {joint} {last}" if first else last


def quoted(words: Iterable[str]) -> Iterable[str]:
    """The words in backquotes, as code is shown in messages."""
    return (f"`{word}`" for word in words)


def article(word: str) -> str:
    """The word with `a` or `an`."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
