"""What was assumed on the way: how costs are counted, and what times are not known closely enough for."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.ir import Block, Heading, Item, Items, Line
from reasoner.report.sentences import listed, number
from reasoner.report.symbols import Call, Symbol, symbol
from reasoner.report.telling import Telling

_COSTS = (
    "A cost grows with the trust in what is given up: 0 for a trust of 0.5 or less, 2,197 for 0.9. "
    "Costs of what is given up together add up."
)
_LOOSE = "Nobody says closely enough when these lie: {}. {} A clash that hangs on that may be told as open, or be missed."
_MONTHS = "Months and years counted from there stand between their shortest and their longest."
_DAYS = "Whether they lie on one calendar day is left open where they are less than 24 hours apart."
_MOST_NAMED = 5


def note_blocks(telling: Telling) -> Iterator[Block]:
    """The notes that this report needs."""
    lines: list[Line] = []
    if any(part.repairs for part in telling.findings.explanations):
        lines.append((_COSTS,))
    lines += _loose(telling, "unbounded", _MONTHS)
    lines += _loose(telling, "outside", _DAYS)
    if lines:
        yield Heading(2, "Notes")
        yield Items(tuple(Item(line) for line in lines))


def _loose(telling: Telling, word: str, what: str) -> Iterator[Line]:
    """The ends that the program was told to be so, and what that means; nothing where there are none."""
    loose: dict[str, None] = {}
    for fact in telling.findings.told:
        match symbol(fact.rstrip(".")):
            case Call(name, points) if name == word:
                loose |= {_end(point, telling): None for point in points}
            case _:
                pass
    if loose:
        ends = list(loose)[:_MOST_NAMED]
        more = [f"{number(len(loose) - len(ends))} more"] if len(loose) > len(ends) else []
        yield (_LOOSE.format(listed([*ends, *more]), what),)


def _end(point: Symbol, telling: Telling) -> str:
    match point:
        case Call("s" | "e" as end, (of,)):
            return f"the {'start' if end == 's' else 'end'} of {telling.clock.thing(of)}"
        case _:
            msg = f"{point} is no end"
            raise AssertionError(msg)
