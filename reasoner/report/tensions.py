"""A tension, or what is possible only after some repairs: why it is no conflict, and what would make it one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Judgement, Repair
from reasoner.ground.ir import ZERO
from reasoner.report.ir import Block, Code, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import member
from reasoner.report.premises import premise_sentence
from reasoner.report.repairs import brief
from reasoner.report.sentences import joined
from reasoner.report.steps import brought_about, times
from reasoner.report.telling import Telling


def tension_blocks(judgement: Judgement, title: str, telling: Telling, usual: Repair | None) -> Iterator[Block]:
    """One tension in short steps; `usual` is the cheapest repair of its part, which need not be named."""
    instance = judgement.instance
    name = instance.rule.replace("-", " ") if instance.rule in telling.rules.laws else "a denial"
    yield Heading(3, f"{title}: {name}", instance.id)
    yield Paragraph(_asks(judgement, telling))
    if judgement.rests_on:
        first = judgement.premises[:1]
        yield Paragraph(("With that, these could not all be so:" if first else "It rests on:",))
        yield Items(tuple(member(guard, telling, (instance,)) for guard in judgement.rests_on[0]))
    steps = _steps(judgement, telling)
    if steps:
        yield Paragraph(("Why:",))
        yield Items(steps, first=1)
    notes = _notes(judgement, telling, usual)
    if notes:
        yield Paragraph(notes)


def is_norm(judgement: Judgement, telling: Telling) -> bool:
    """Whether it is about a duty, so that it is a possible breach."""
    law = telling.rules.laws.get(judgement.instance.rule)
    return law is not None and law.norm


def _asks(judgement: Judgement, telling: Telling) -> Line:
    """The rule, and the premises with which it would be broken."""
    instance = judgement.instance
    line: Line = (telling.instance(instance), " ")
    if instance.rule in telling.said:
        line = (*line, Ref(instance.rule), " ")
    if not judgement.premises:
        return (*line, "What is said leaves open whether this is broken, and no date alone decides it.")
    ways = [_premise(judgement, place, telling) for place in range(len(judgement.premises))]
    broken = "would have been broken for certain" if is_norm(judgement, telling) else "would be a conflict"
    return (*line, f"What is said leaves it open. It {broken} if ", *joined(ways, "or if"), ".")


def _premise(judgement: Judgement, place: int, telling: Telling) -> Line:
    limit = judgement.premises[place]
    sentence = premise_sentence(limit, telling.findings.program)
    return (telling.clock.limit(limit), *((" (", Code(f'--adopt "{sentence}"'), ")") if sentence else ()))


def _steps(judgement: Judgement, telling: Telling) -> tuple[Item, ...]:
    owners = [guard.of for guards in judgement.rests_on[:1] for guard in guards]
    items = [*brought_about([judgement.derivation], telling), *times(judgement.chains, telling, owners)]
    return tuple(dict.fromkeys(items))


def _notes(judgement: Judgement, telling: Telling, usual: Repair | None) -> Line:
    """In which repaired dossier it shows, and together with what."""
    line: Line = ()
    repair = judgement.repair
    if repair is not None and (judgement.verdict is Verdict.CONDITIONAL or usual is None or repair.names != usual.names):
        line = ("It can be broken once the dossier is repaired, at the cheapest: ", *brief(repair.gives_up), ".")
    if judgement.only_with:
        others = joined([(Ref(other.id),) for other in judgement.only_with])
        line = (*line, " " if line else "", "It is broken only together with ", *others, ".")
    return line


def on_one_day(judgement: Judgement, telling: Telling) -> str:
    """"day" or "minute" if it hangs only on the order of two things within one stated day or minute, else empty."""
    compared = _compared(judgement, telling)
    found = {_shared_window(left, right, telling) for left, right in compared}
    return found.pop() if len(found) == 1 else ""


def _compared(judgement: Judgement, telling: Telling) -> Sequence[tuple[str, str]]:
    """The pairs of points whose order the broken rule tests."""
    chains = [step for chain in judgement.chains for step in chain]
    tested = [step for step in chains if step.atom < 0 or telling.owners.name(step.atom).startswith("le(")]
    return [(step.limit.left, step.limit.right) for step in tested]


def _shared_window(left: str, right: str, telling: Telling) -> str:
    if ZERO in (left, right):
        return ""
    one, other = telling.clock.point(left).of, telling.clock.point(right).of
    return telling.windows.shared(one, other) if one and other and one != other else ""
