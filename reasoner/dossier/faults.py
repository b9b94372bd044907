"""Gathers the faults of one reading."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from reasoner.diagnostics import Diagnostic, Rejected, Severity, Span

_MOST_COMPARED = 2_000
_LONGEST_SHOWN = 40


class Faults:
    """The faults found so far; `settle` ends the reading."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def error(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(code, span, message, hint))

    def warn(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(code, span, message, hint, Severity.WARNING))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        self._found.extend(found)

    def settle(self) -> tuple[Diagnostic, ...]:
        """The warnings, in order of place.

        Raises:
            Rejected: with everything found, if there is an error among it.
        """
        everything = Rejected(tuple(dict.fromkeys(self._found)))
        if any(found.severity is Severity.ERROR for found in everything.diagnostics):
            raise everything
        return everything.diagnostics


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word most like `word`, or "" if none is near; `alike` is how near, up to 1."""
    candidates = sorted(known)[:_MOST_COMPARED]
    found = get_close_matches(word.lower(), candidates, n=1, cutoff=alike)
    return found[0] if found else ""


def shown(value: str) -> str:
    """A text from a file as it stands in a message: long ones are cut."""
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
