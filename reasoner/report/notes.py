"""What was assumed on the way: how costs are counted, and lengths of months that stand between their least and most."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.ir import Block, Heading, Item, Items, Line
from reasoner.report.sentences import listed, number
from reasoner.report.symbols import Call, symbol
from reasoner.report.telling import Telling

_COSTS = (
    "A cost grows with the trust in what is given up: 0 for a trust of 0.5 or less, 2,197 for 0.9. "
    "Costs of what is given up together add up."
)
_LOOSE = (
    "Nobody says closely enough when these lie: {}. Months and years counted from there stand between their shortest and "
    "their longest, so that a clash may be told as open that is none, or is certain."
)
_MOST_NAMED = 5


def note_blocks(telling: Telling) -> Iterator[Block]:
    """The notes that this report needs."""
    lines: list[Line] = []
    if any(part.repairs for part in telling.findings.explanations):
        lines.append((_COSTS,))
    lines += _months(telling)
    if lines:
        yield Heading(2, "Notes")
        yield Items(tuple(Item(line) for line in lines))


def _months(telling: Telling) -> Iterator[Line]:
    """Counts of months from a time that is not bounded on both sides, or too widely to count them day by day."""
    loose: dict[str, None] = {}
    for fact in telling.findings.told:
        match symbol(fact.rstrip(".")):
            case Call("unbounded", (Call("s" | "e" as end, (of,)),)):
                loose[f"the {'start' if end == 's' else 'end'} of {telling.clock.thing(of)}"] = None
            case _:
                pass
    if loose:
        points = list(loose)[:_MOST_NAMED]
        more = [f"{number(len(loose) - len(points))} more"] if len(loose) > len(points) else []
        yield (_LOOSE.format(listed([*points, *more])),)
