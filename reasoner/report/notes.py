"""What was assumed on the way: how costs are counted, and lengths of months that stand between their least and most."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.ir import Block, Heading, Item, Items, Line
from reasoner.report.sentences import listed
from reasoner.report.symbols import Call, Symbol, symbol
from reasoner.report.telling import Telling


def note_blocks(telling: Telling) -> Iterator[Block]:
    """The notes that this report needs."""
    lines: list[Line] = []
    if any(part.repairs for part in telling.findings.explanations):
        lines.append(
            (
                "A cost grows with the trust in what is given up: 0 for a trust of 0.5 or less, 2,197 for 0.9. "
                "Costs of what is given up together add up.",
            )
        )
    lines += _months(telling)
    if lines:
        yield Heading(2, "Notes")
        yield Items(tuple(Item(line) for line in lines))


def _months(telling: Telling) -> Iterator[Line]:
    """Counts of months from a date that nobody gives."""
    loose: list[str] = []
    for fact in telling.findings.told:
        match symbol(fact.rstrip(".")):
            case Call("length", (_, _, point, _, int(least), int(most))) if least != most:
                loose.append(_noun(point, telling))
            case _:
                pass
    if loose:
        points = listed(list(dict.fromkeys(loose)))
        yield (
            f"Months and years counted from {points} stand between their shortest and longest length where that date is open.",
        )


def _noun(point: Symbol, telling: Telling) -> str:
    match point:
        case Call("s" | "e" as end, (of,)):
            return f"the {'start' if end == 's' else 'end'} of {telling.clock.thing(of)}"
        case _:
            return "a date"
