"""Takes the one value out of a file that keeps YAML from reading the rest, so that this can be judged all the same."""

from __future__ import annotations

import re

from reasoner.dossier.places import LINE_END

EMPTY = "''"
_VALUE = re.compile(r"([ ]*(?:- +)*(?:[^\s:#\"'\[{][^\s:]*: +)?)(\S.*)", re.DOTALL)


def without_value(text: str, line: int) -> tuple[str, str] | None:
    """The text with nothing but empty quotes in place of the value in this line (from 1), and what was there.

    Lines below that are indented more belong to the value. None where the line holds no value of its own.
    """
    rows = re.split(f"({LINE_END.pattern})", text)
    at = 2 * (line - 1)
    found = _VALUE.fullmatch(rows[at]) if at < len(rows) else None
    if not found:
        return None
    taken = [found[2]]
    rows[at] = found[1] + EMPTY
    depth = len(found[1]) - len(re.sub(r"^[ ]*(- +)*", "", found[1]))
    for below in range(at + 2, len(rows), 2):
        row = rows[below]
        if row.strip(" ") and len(row) - len(row.lstrip(" ")) <= depth:
            break
        taken.append(row)
        rows[below] = ""
    return "".join(rows), "\n".join(taken).rstrip()
