"""Names of guards as reports print them: `accept(two-years)`, `link(two-years, 2)`, `absent(ended(deal-1))`.

An id has no brackets, so that it is never taken for one. What silence and duties are about is known only once the program is
ground; all other guards are those of statements, sources and rules.
"""

from __future__ import annotations

import re

_OF_ENTRY = re.compile(r"(accept|trust|keep|reading)\((.+)\)|(link)\((.+), \d+\)|(absent)\(([^() ]+)\)")
_GROUND = re.compile(r"(absent|honoured)\((.*)\)( \d+)?")


def entry_of(name: str) -> str:
    """The statement, hypothesis, source or rule whose guard this is; the name itself where it is no such guard."""
    found = _OF_ENTRY.fullmatch(name)
    return name if found is None else found[2] or found[4] or found[6]


def is_ground(name: str) -> bool:
    """Whether this can be a guard of silence or of a duty."""
    return _GROUND.fullmatch(name) is not None


def rule_of_duty(name: str) -> str:
    """The rule of `honoured(rule, ..)`; "" for what is no such name."""
    found = _GROUND.fullmatch(name)
    return found[2].split(", ")[0] if found is not None and found[1] == "honoured" else ""
