"""A tension, or what is possible only after some repairs: why it is no conflict, and what would make it one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Judgement, Repair
from reasoner.ground.ir import ZERO, Guard, GuardKind, Instance
from reasoner.report.chains import Story
from reasoner.report.ir import Block, Code, Heading, Item, Items, Line, Paragraph
from reasoner.report.lexicon import spaced
from reasoner.report.members import members, named
from reasoner.report.premises import premise_sentence
from reasoner.report.repairs import brief
from reasoner.report.sentences import joined, listed
from reasoner.report.steps import distinct, rule_steps, rule_texts, statement_steps, time_steps
from reasoner.report.telling import Telling


def tension_blocks(judgement: Judgement, telling: Telling, usual: Repair | None) -> Iterator[Block]:
    """One tension in short steps; `usual` is the cheapest repair of its part, which need not be named."""
    instance = judgement.instance
    yield Heading(3, f"{telling.labels[instance.id]}: {instance_words(instance, telling)}", instance.id)
    if not judgement.worked_out:
        yield Paragraph(("A limit stopped the search before it was known what would make it certain.",))
        return
    yield Paragraph(_premises(judgement, telling))
    texts = rule_texts([judgement.derivation], [instance], telling)
    yield from _resting(judgement, dict(reversed(texts)), telling)
    steps = _steps(judgement, texts, telling)
    if steps:
        yield Paragraph(("Why:",))
        yield Items(steps, first=1)
    notes = _notes(judgement, telling, usual)
    if notes:
        yield Paragraph(notes)


def instance_words(instance: Instance, telling: Telling) -> str:
    """The rule and the events and states that it meets: "kept truce (deal 1, the Ouargla bombing)"."""
    rule = (
        instance.rule.rpartition("/")[2].replace("-", " ")
        if instance.rule in telling.rules.laws
        else _unruled(instance, telling)
    )
    occurrences = [value for _, value in instance.bindings if value in telling.clock.occurrences]
    return f"{rule} ({listed([telling.lexicon.name(value) for value in occurrences])})" if occurrences else rule


def _unruled(instance: Instance, telling: Telling) -> str:
    return "a denial" if instance.rule in telling.said else f"one value of “{spaced(instance.rule)}”"


def is_norm(judgement: Judgement, telling: Telling) -> bool:
    """Whether it is about a duty, so that it is a possible breach."""
    law = telling.rules.laws.get(judgement.instance.rule)
    return law is not None and law.norm


def _premises(judgement: Judgement, telling: Telling) -> Line:
    """What would make it certain that the rule is broken."""
    if not judgement.premises:
        return ("No single bound on its times would decide it.",)
    ways = [_premise(judgement, place, telling) for place in range(len(judgement.premises))]
    broken = "The duty would have been broken for certain" if is_norm(judgement, telling) else "It would be a conflict"
    return (f"{broken} if ", *joined(ways, "or if"), ".")


def _premise(judgement: Judgement, place: int, telling: Telling) -> Line:
    limit = judgement.premises[place]
    sentence = premise_sentence(limit, telling.findings.program)
    return (telling.clock.limit(limit), *((" (", Code(f'--adopt "{sentence}"'), ")") if sentence else ()))


def _resting(judgement: Judgement, texts: Mapping[str, str], telling: Telling) -> Iterator[Block]:
    """What it rests on; what was told already by its id alone."""
    if not judgement.rests_on:
        return
    guards = judgement.rests_on[0]
    known = [guard for guard in guards if _known(guard, telling)]
    fresh = [guard for guard in guards if guard not in known]
    intro = "With that, these could not all be so" if judgement.premises else "It rests on these"
    line: Line = (f"{intro}: ", *joined([named(guard) for guard in known]), *((" (told above)") if known else ()))
    if not known:
        yield Paragraph((f"{intro}:",))
    else:
        yield Paragraph((*line, "; and:" if fresh else "."))
    if fresh:
        yield Items(tuple(members(fresh, telling, texts)))


def _known(guard: Guard, telling: Telling) -> bool:
    return guard.name in telling.told and guard.kind is not GuardKind.KEEP


def _steps(judgement: Judgement, texts: Sequence[tuple[str, str]], telling: Telling) -> tuple[Item, ...]:
    guards = judgement.rests_on[0] if judgement.rests_on else ()
    owners = tuple(guard.of for guard in guards)
    instance = judgement.instance
    story = Story(telling, owners, rules=frozenset({instance.rule}))
    said = tuple(guard.of for guard in guards if guard.kind is GuardKind.ACCEPT)
    shown = tuple(time_steps(judgement, story))
    used = statement_steps((), judgement.chains, said, telling, open_too=bool(shown))
    return distinct((*used, *rule_steps(texts, owners, telling, open_too=bool(shown)), *shown))


def _notes(judgement: Judgement, telling: Telling, usual: Repair | None) -> Line:
    """In which repaired dossier it shows, and together with what."""
    line: Line = ()
    repair = judgement.repair
    if repair is not None and (judgement.verdict is Verdict.CONDITIONAL or usual is None or repair.names != usual.names):
        line = ("The cheapest repair that leaves it so is to ", *brief(repair.gives_up), ".")
    if judgement.only_with:
        others = joined([_label(other, telling) for other in judgement.only_with])
        line = (*line, " " if line else "", "It is broken only together with ", *others, ".")
    return line


def _label(instance: Instance, telling: Telling) -> Line:
    """Where another instance is told, or what it is."""
    label = telling.labels.get(instance.id)
    return (label[:1].lower() + label[1:],) if label else (f"what “{instance_words(instance, telling)}” forbids",)


def on_one_day(judgement: Judgement, telling: Telling) -> str:
    """The unit, "day" or "minute", if it hangs only on the order of two things within one stated such unit; else empty."""
    found = {_shared_window(left, right, telling) for left, right in _compared(judgement, telling)}
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
