"""The repairs of a part: what could be given up so that the rest is consistent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Explanation, Repair
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import given_up, named
from reasoner.report.sentences import capital, counted, joined, number
from reasoner.report.steps import rule_texts
from reasoner.report.telling import Telling

_MOST_NAMED = 10


def repair_blocks(part: Explanation, limit: int, title: str) -> Iterator[Block]:
    """The cheapest repairs, at most `limit`, and how many there are; nothing where one conflict says it all."""
    if not part.repairs:
        return
    if len(part.conflicts) == 1 and all(len(repair.gives_up) == 1 for repair in part.repairs):
        return
    yield Heading(3, title)
    yield Paragraph((_counted(part, limit),))
    shown = part.repairs[:limit]
    if shown:
        yield Items(tuple(_told(shown)), first=1)


def repair_in_full(repair: Repair, telling: Telling, *, ties: bool) -> Iterator[Block]:
    """What a repair gives up and what it supposes, in sentences; `ties`: others cost as much."""
    texts = dict(_texts(repair, telling))
    supposes = tuple(Item(given_up(guard, telling, texts)) for guard in repair.gives_up if guard.kind is GuardKind.ABSENT)
    gives = tuple(Item(given_up(guard, telling, texts)) for guard in repair.gives_up if guard.kind is not GuardKind.ABSENT)
    which = f"{'A' if ties else 'The'} cheapest way out (cost {repair.cost:,}{'; others cost as much' if ties else ''}) is to"
    if gives:
        yield Paragraph((f"{which} give up:",))
        yield Items(gives)
    if supposes:
        start = "and to suppose" if gives else f"{which} suppose"
        yield Paragraph((f"{start}:",))
        yield Items(supposes)


def _texts(repair: Repair, telling: Telling) -> Iterator[tuple[str, str]]:
    """The rules that it gives up with the names of the conflicts that they are in, where all of these name the same."""
    conflicts = [conflict for part in telling.findings.explanations for conflict in part.conflicts]
    for guard in (one for one in repair.gives_up if one.kind is GuardKind.KEEP):
        those = [conflict for conflict in conflicts if guard in conflict.members]
        told = [rule_texts(conflict.derivations, conflict.instances, telling) for conflict in those]
        words = {text for texts in told for rule, text in texts if rule == guard.of}
        yield from ((guard.of, text) for text in words if len(words) == 1)


def brief(guards: Sequence[Guard]) -> Line:
    """What a repair gives up and supposes, by ids; of very many the first few."""
    gives = [named(guard) for guard in guards if guard.kind is not GuardKind.ABSENT]
    supposes: list[Line] = [(Ref(guard.of),) for guard in guards if guard.kind is GuardKind.ABSENT]
    line: Line = ("give up ", *joined(_few(gives))) if gives else ()
    if supposes:
        line = (*line, ", and suppose " if line else "suppose ", *joined(_few(supposes)))
    return line


def _few(refs: list[Line]) -> list[Line]:
    left = len(refs) - _MOST_NAMED
    return refs if left < 2 else [*refs[:_MOST_NAMED], (f"{number(left)} more",)]


def _counted(part: Explanation, limit: int) -> str:
    known = part.count is not None and part.complete
    count = part.count if part.count is not None else len(part.repairs)
    ways = f"There {'is' if count == 1 else 'are'}{'' if known else ' at least'} {counted(count, 'way')} to make the rest consistent"
    shown = min(limit, len(part.repairs))
    if count <= shown:
        return f"{ways}, cheapest first:"
    if shown < 2:
        return f"{ways}; {'the cheapest is shown:' if shown else 'none is shown.'}"
    return f"{ways}; the cheapest {number(shown)} are shown:"


def _told(repairs: Sequence[Repair]) -> Iterator[Item]:
    """By ids: what they say stands with the conflicts."""
    for repair in repairs:
        start, *rest = brief(repair.gives_up)
        yield Item((capital(str(start)), *rest, f" (cost {repair.cost:,})"))
