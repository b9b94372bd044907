"""Terms of the program as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_VARIABLE = re.compile(r"(?<![A-Za-z0-9_])_*[A-Z][A-Za-z0-9_]*")
_WORD = re.compile(r"(?<![A-Za-z0-9_'])_*[a-z][A-Za-z0-9_']*")
_QUOTED_OR_VARIABLE = re.compile(f"{_QUOTED.pattern}|{_VARIABLE.pattern}")


def quote(text: str) -> str:
    """A name as an ASP string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def variables(*texts: str) -> tuple[str, ...]:
    """The variables in pieces of ASP text, in order of first appearance."""
    found = (name for text in texts for name in _VARIABLE.findall(_QUOTED.sub("", text)))
    return tuple(dict.fromkeys(found))


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with its variables called otherwise; what stands in quotes stays as it is."""
    return _QUOTED_OR_VARIABLE.sub(lambda found: names.get(found[0], found[0]), text)


def values(names: tuple[str, ...]) -> str:
    """A tuple term."""
    return f"({names[0]},)" if len(names) == 1 else f"({','.join(names)})"


def words(*texts: str) -> tuple[str, ...]:
    """The predicates, functions and constants in pieces of ASP text; what stands in quotes is none."""
    return tuple(dict.fromkeys(word for text in texts for word in _WORD.findall(_QUOTED.sub("", text))))
