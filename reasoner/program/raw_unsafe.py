"""Variables of raw rules that nothing binds, as clingo tells them of a part of a program that is never ground."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clingo import Control

_UNSAFE = re.compile(r"<block>:(\d+):(\d+)(?:-\S+)? note: '([^']*)' is unsafe")


def unsafe(text: str) -> Iterator[tuple[int, int, str]]:
    """Line and column of each such variable in the text of a block, and its name."""
    heard: list[str] = []
    control = Control(["--warn=none"], logger=lambda _, message: heard.append(message))
    try:
        control.add("unused", [], text)
        control.ground([("base", [])])
    except RuntimeError:
        for line, column, name in _UNSAFE.findall("\n".join(heard)):
            yield int(line), int(column), name
