"""A conflict, or a certain breach of a duty, told in short steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import Guard, GuardKind, Instance
from reasoner.report.clean import clean
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import member
from reasoner.report.sentences import capital, counted, number, stopped
from reasoner.report.shortfalls import missed, shortfall_words
from reasoner.report.steps import asked, brought_about, times
from reasoner.report.telling import Telling


def is_breach(conflict: Conflict) -> bool:
    """Whether a conflict is told as a duty that was not kept."""
    return any(guard.kind is GuardKind.HONOURED for guard in conflict.members)


def conflict_blocks(conflict: Conflict, title: str, telling: Telling) -> Iterator[Block]:
    """What clashes, why, and by how much."""
    yield Heading(3, f"{title}: {topic(conflict.instances, telling)}", conflict.id)
    if not conflict.members:
        yield Paragraph(("Even what is certain cannot all be so: there is nothing here that could be given up.",))
    else:
        yield Paragraph((_opening(conflict),))
        yield Items(tuple(member(guard, telling, conflict.instances) for guard in conflict.members))
    steps = _steps(conflict, telling)
    if steps:
        yield Paragraph(("Why:",))
        yield Items(steps, first=1)
    yield from _short(conflict, telling)


def topic(instances: Sequence[Instance], telling: Telling) -> str:
    """What it is about, in a few words: the rules that are broken, a denial, or times alone."""
    words: dict[str, None] = {}
    for instance in instances:
        if instance.rule in telling.rules.laws:
            words[clean(instance.rule).replace("-", " ").rpartition("/")[2]] = None
        else:
            words["a denial"] = None
    return ", ".join(words) or "times that cannot be"


def _opening(conflict: Conflict) -> str:
    count = len(conflict.members)
    if is_breach(conflict):
        return "A duty was broken, unless something else here is given up:"
    if count == 1:
        return "This cannot be so:"
    ways = "either" if count == 2 else "any one"
    return f"These {number(count)} cannot all be so; giving up {ways} of them ends this conflict:"


def _steps(conflict: Conflict, telling: Telling) -> tuple[Item, ...]:
    """The rules used, the rules broken (one of several instances of the same), and the chains of times."""
    owners = [guard.of for guard in conflict.members]
    told = dict.fromkeys(_texts_of_members(conflict.members))
    first: dict[str, Instance] = {}
    for instance in conflict.instances:
        first.setdefault(instance.rule, instance)
    rules = [asked(instance, telling) for rule, instance in first.items() if rule not in told]
    items = [*brought_about(conflict.derivations, telling), *rules, *times(conflict.chains, telling, owners)]
    return tuple(dict.fromkeys(items))


def _texts_of_members(members: Sequence[Guard]) -> Iterator[str]:
    """The rules and denials that are members, and so told already."""
    return (guard.of for guard in members if guard.kind in {GuardKind.KEEP, GuardKind.HONOURED, GuardKind.ACCEPT})


def _short(conflict: Conflict, telling: Telling) -> Iterator[Block]:
    """By how much each bound or tolerance misses."""
    clock = telling.lexicon.clock
    for shortfall in conflict.shortfalls:
        owner = telling.tags[shortfall.tag].owner
        bindings = next((telling.bindings(one) for one in conflict.instances if one.rule == owner), {})
        told = missed(shortfall, telling.findings.program, bindings)
        line: Line = (stopped(capital(shortfall_words(told, clock))), " ", Ref(told.of))
        yield Paragraph(line)


def count_words(conflicts: Sequence[Conflict]) -> str:
    """Such as "seven conflicts", "one conflict and two breaches of duty"."""
    breaches = sum(map(is_breach, conflicts))
    parts = [counted(len(conflicts) - breaches, "conflict")] if len(conflicts) > breaches or not breaches else []
    parts += [counted(breaches, "breach of duty", "breaches of duty")] if breaches else []
    return " and ".join(parts)
