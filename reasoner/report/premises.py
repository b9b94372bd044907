"""Premises as sentences of the rule language, such as `start of deal-1 by 2012-07-01T00:00`, which `--adopt` takes.

| bound           | sentence                   |
| x <= date       | x by date                  |
| x >= date       | x not before date          |
| x - y <= -k - 1 | y at least k + 1 after x   |
| x - y <= -1     | x before y                 |
| x - y <= 0      | x not after y              |
| x - y <= k      | x not more than k after y  |
"""

from __future__ import annotations

import re

from reasoner.ground.ir import ZERO
from reasoner.program.ir import Program
from reasoner.report.symbols import Call, symbol
from reasoner.solver.ir import Limit
from reasoner.times.errors import UnfitTimeError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Window
from reasoner.times.to_text import tick_text
from reasoner.times.windows import extent

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def premise_sentence(limit: Limit, program: Program) -> str:
    """The sentence that says this bound; empty where a point has no name to say it with."""
    left, right = _subject(limit.left), _subject(limit.right)
    if left is None or right is None:
        return ""
    if not right:
        return f"{left} by {tick_sentence(program.origin + limit.ticks, program)}"
    if not left:
        return f"{right} not before {tick_sentence(program.origin - limit.ticks, program)}"
    if limit.ticks == -1:
        return f"{left} before {right}"
    if limit.ticks == 0:
        return f"{left} not after {right}"
    far = _length(abs(limit.ticks), program.theory.clock)
    return f"{right} at least {far} after {left}" if limit.ticks < 0 else f"{left} not more than {far} after {right}"


def _subject(point: str) -> str | None:
    """An end of a thing with a name, as it is written; "" for tick 0, None for what has no name."""
    if point == ZERO:
        return ""
    match symbol(point):
        case Call("s" | "e" as end, (str() as name,)) if _NAME.fullmatch(name):
            return f"{'start' if end == 's' else 'end'} of {name}"
        case _:
            return None


def tick_sentence(tick: int, program: Program) -> str:
    """A tick of the calendar as the language writes it, in the zone of the dossier; in UTC where its clocks show that time twice."""
    zone, clock = program.theory.zone, program.theory.clock
    text = tick_text(tick, zone=zone, clock=clock)
    try:
        if extent(parse_date(text), zone=zone, clock=clock).whole == Window(tick, tick):
            return text
    except UnfitTimeError:
        pass
    return f"{tick_text(tick, zone='UTC', clock=clock)}Z"


def _length(ticks: int, clock: Clock) -> str:
    rest, parts = ticks * clock.value, []
    for size, unit in _UNITS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count} {unit}{'' if count == 1 else 's'}")
    return " ".join(parts)
