"""The repairs of a part: what could be given up so that the rest is consistent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Explanation, Repair
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import given_up, ref_of
from reasoner.report.sentences import capital, counted, joined, number
from reasoner.report.telling import Telling


def repair_blocks(part: Explanation, limit: int, telling: Telling, title: str) -> Iterator[Block]:
    """The cheapest repairs, at most `limit`, and how many there are; nothing where one conflict says it all."""
    if not part.repairs:
        return
    if len(part.conflicts) == 1 and all(len(repair.gives_up) == 1 for repair in part.repairs):
        return
    yield Heading(3, title)
    yield Paragraph((_counted(part, limit),))
    shown = part.repairs[:limit]
    if shown:
        yield Items(tuple(_told(shown, telling)), first=1)


def cheapest_line(repair: Repair, telling: Telling) -> Line:
    """What a repair gives up and what it supposes, in full."""
    gives = [given_up(guard, telling) for guard in repair.gives_up if guard.kind is not GuardKind.ABSENT]
    supposes = [given_up(guard, telling) for guard in repair.gives_up if guard.kind is GuardKind.ABSENT]
    return joined([*gives, *supposes], comma=";")


def brief(guards: Sequence[Guard]) -> Line:
    """What a repair gives up and supposes, by ids."""
    gives = [(Ref(ref_of(guard)),) for guard in guards if guard.kind is not GuardKind.ABSENT]
    supposes = [(Ref(ref_of(guard)),) for guard in guards if guard.kind is GuardKind.ABSENT]
    line: Line = ("give up ", *joined(gives)) if gives else ()
    if supposes:
        line = (*line, ", and suppose " if line else "suppose ", *joined([(Ref(ref.id),) for (ref,) in supposes]))
    return line


def _counted(part: Explanation, limit: int) -> str:
    count = len(part.repairs)
    more = "" if part.complete else " at least"
    ways = f"There {'is' if count == 1 else 'are'}{more} {counted(count, 'way')} to make the rest consistent"
    if count <= limit:
        return f"{ways}, cheapest first:"
    return f"{ways}; {'none is' if not limit else f'the cheapest {number(limit)} are'} shown{':' if limit else '.'}"


def _told(repairs: Sequence[Repair], telling: Telling) -> Iterator[Item]:
    """The first in full, the others by ids."""
    for nth, repair in enumerate(repairs):
        cost = f" (cost {repair.cost:,})"
        if nth == 0:
            lines = tuple((capital_of(given_up(guard, telling))) for guard in repair.gives_up)
            yield Item((capital(_heading(repair)), cost, ":"), lines)
        else:
            start, *rest = brief(repair.gives_up)
            yield Item((capital(str(start)), *rest, cost))


def _heading(repair: Repair) -> str:
    return f"give up {number(len(repair.gives_up))} of the above" if len(repair.gives_up) > 1 else "give up one"


def capital_of(line: Line) -> Line:
    first = line[0]
    return (capital(first) if isinstance(first, str) else first, *line[1:])
