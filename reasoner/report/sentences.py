"""Sentences put together: capitals, full stops, lists and counts."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.report.ir import Line

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def capital(text: str) -> str:
    """With a capital at its start."""
    start = 1 if text.startswith("“") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


_ENDS = tuple(".!?…؟۔。．｡！？।።։")
_CLOSING = "”’\"'»›」』"


def stopped(text: str) -> str:
    """With a full stop at its end, unless a sign of any script ends it, which may stand inside quotation marks."""
    return text if text.rstrip(_CLOSING).endswith(_ENDS) else f"{text}."


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Such as "a, b and c"."""
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def joined(lines: Sequence[Line], joint: str = "and", comma: str = ",") -> Line:
    """The same for lines."""
    found: Line = ()
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        between = "" if not place else (f" {joint} " if last else f"{comma} ")
        found = (*found, *((between,) if between else ()), *line)
    return found


def number(count: int) -> str:
    """A count in a sentence: "four", "108"."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """Such as "one conflict", "four conflicts", "no conflict"."""
    return f"{number(count)} {noun if count <= 1 else plural or f'{noun}s'}"
