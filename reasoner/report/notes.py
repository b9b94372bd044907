"""What was assumed on the way: how costs are counted, and lengths of months that stand between their least and most."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.ir import Block, Heading, Item, Items, Line
from reasoner.report.sentences import listed
from reasoner.report.symbols import Call, Symbol, symbol
from reasoner.report.telling import Telling

_COSTS = (
    "A cost grows with the trust in what is given up: 0 for a trust of 0.5 or less, 2,197 for 0.9. "
    "Costs of what is given up together add up."
)


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
    """Counts of months from a date that nobody gives, as far as what was found turns on that date."""
    used = frozenset(_points(telling))
    loose: dict[str, None] = {}
    for fact in telling.findings.told:
        match symbol(fact.rstrip(".")):
            case Call("length", (_, _, Call("s" | "e" as end, (of,)), _, int(least), int(most))) if least != most:
                if (end, of) in used and not _is_dated(of, telling):
                    loose[f"the {'start' if end == 's' else 'end'} of {telling.clock.thing(of)}"] = None
            case _:
                pass
    if loose:
        points = listed(list(loose))
        yield (f"Nobody dates {points}: months and years counted from there stand between their shortest and longest.",)


def _is_dated(of: Symbol, telling: Telling) -> bool:
    """Whether a statement bounds it on both sides: then its months are counted piece by piece."""
    window = telling.windows.of.get(of) if isinstance(of, str) else None
    return window is not None and window.earliest is not None and window.latest is not None


def _points(telling: Telling) -> Iterator[tuple[str, Symbol]]:
    """The times in the chains and premises that were found."""
    for part in telling.findings.explanations:
        chains = [chain for conflict in part.conflicts for chain in conflict.chains]
        chains += [chain for judgement in part.judgements for chain in judgement.chains]
        limits = [step.limit for chain in chains for step in chain]
        limits += [limit for judgement in part.judgements for limit in judgement.premises]
        for point in (point for limit in limits for point in (limit.left, limit.right) if point):
            match symbol(point):
                case Call("s" | "e" as end, (of,)):
                    yield end, of
                case _:
                    pass
