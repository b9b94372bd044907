"""A conflict, or a certain breach of a duty, told in short steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import GuardKind, Instance
from reasoner.report.chains import Story
from reasoner.report.circles import circle_topic, circle_words, is_circle
from reasoner.report.clean import clean
from reasoner.report.ir import Block, Heading, Item, Items, Paragraph
from reasoner.report.late import late_words
from reasoner.report.lexicon import spaced
from reasoner.report.members import members
from reasoner.report.sentences import counted, number
from reasoner.report.shortfalls import missed, shortfall_line, told_shortfalls
from reasoner.report.steps import closing, distinct, rule_steps, rule_texts, statement_steps, time_steps
from reasoner.report.telling import Telling


def is_breach(conflict: Conflict) -> bool:
    """Whether a conflict is told as a duty that was not kept."""
    return any(guard.kind is GuardKind.HONOURED for guard in conflict.members)


def conflict_blocks(conflict: Conflict, telling: Telling) -> Iterator[Block]:
    """What clashes, why, and by how much."""
    texts = rule_texts(conflict.derivations, conflict.instances, telling)
    circle = is_circle(conflict)
    about = circle_topic(conflict, telling) if circle else topic(conflict.instances, telling)
    yield Heading(3, f"{telling.labels[conflict.id]}: {about}", conflict.id)
    if not conflict.members:
        yield Paragraph(("Even what is certain cannot all be so: there is nothing here that could be given up.",))
    else:
        yield Paragraph((_opening(conflict),))
        first = dict(reversed(texts))
        yield Items(tuple(members(conflict.members, telling, first)))
    steps = _steps(conflict, texts, telling)
    if steps:
        yield Paragraph(("Why:",))
        yield Items(steps, first=1)
    elif circle:
        yield Paragraph(circle_words(conflict, telling))
    if not conflict.worked_out:
        stopped_at = "A limit stopped the search before all" if steps else "Why: a limit stopped the search before the"
        yield Paragraph((f"{stopped_at} steps were worked out.",))
    for line in late_words(conflict, telling):
        yield Paragraph(line)
    yield from _short(conflict, telling)


def topic(instances: Sequence[Instance], telling: Telling) -> str:
    """What it is about, in a few words: the rules that are broken, a denial, or times alone."""
    words: dict[str, None] = {}
    for instance in instances:
        if instance.rule in telling.rules.laws:
            words[clean(instance.rule).replace("-", " ").rpartition("/")[2]] = None
        else:
            words["a denial" if instance.rule in telling.said else f"one value of “{spaced(instance.rule)}”"] = None
    return ", ".join(words) or "times that do not fit"


def _opening(conflict: Conflict) -> str:
    count = len(conflict.members)
    if is_breach(conflict):
        return "A duty was broken, unless something else here is given up:"
    if count == 1:
        return "This cannot be so:"
    if count == 2:
        return "These two cannot both be so; giving up either of them ends this conflict:"
    return f"These {number(count)} cannot all be so; giving up any one of them ends this conflict:"


def _steps(conflict: Conflict, texts: Sequence[tuple[str, str]], telling: Telling) -> tuple[Item, ...]:
    """The rules used and the rules broken, but for members, the chains of times, and what they come to."""
    owners = tuple(guard.of for guard in conflict.members)
    missed_tags = frozenset(shortfall.tag for shortfall in conflict.shortfalls)
    story = Story(telling, owners, missed_tags, frozenset(instance.rule for instance in conflict.instances))
    said = tuple(guard.of for guard in conflict.members if guard.kind is GuardKind.ACCEPT)
    shown = (*time_steps(conflict, story), *closing(conflict.instances, telling))
    used = statement_steps(conflict.derivations, conflict.chains, said, telling, open_too=bool(shown))
    return distinct((*used, *rule_steps(texts, owners, telling, open_too=bool(shown)), *shown))


def _short(conflict: Conflict, telling: Telling) -> Iterator[Block]:
    """By how much each bound or tolerance misses."""
    clock = telling.lexicon.clock
    for shortfall in told_shortfalls(conflict, telling.tags, telling.findings.program.patterns):
        told = missed(shortfall, telling.tags, clock)
        named = told.of in telling.said or told.of in telling.rules.laws
        what = "breach" if is_breach(conflict) else "conflict"
        yield Paragraph(shortfall_line(shortfall, told, clock, what, named=named))


def count_words(conflicts: Sequence[Conflict]) -> str:
    """Such as "seven conflicts", "one conflict and two breaches of duty"."""
    breaches = sum(map(is_breach, conflicts))
    parts = [counted(len(conflicts) - breaches, "conflict")] if len(conflicts) > breaches or not breaches else []
    parts += [counted(breaches, "breach of duty", "breaches of duty")] if breaches else []
    return " and ".join(parts)
