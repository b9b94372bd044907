"""What can be given up, in words: a guard as a sentence, and what vouches for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from reasoner.ground.ir import Guard, GuardKind, Instance
from reasoner.report.bindings import content_words
from reasoner.report.clean import clean
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.sentences import capital, stopped
from reasoner.report.sources import chain_words, place_words, trust_words
from reasoner.report.telling import Telling

_LINK = re.compile(r"link\(.*, (\d+)\)")


def member(guard: Guard, telling: Telling, instances: Sequence[Instance] = ()) -> Item:
    """A guard with what it vouches for; who said a statement is told the first time only.

    `instances` are those of the finding: a rule is told with their names, if it is one of them alone.
    """
    line = (sentence_of(guard, telling, instances), " ", Ref(ref_of(guard)))
    first = guard.name not in telling.told
    telling.told.add(guard.name)
    vouched = _vouched(guard, telling)
    return Item(line, (vouched,) if first and vouched else ())


def ref_of(guard: Guard) -> str:
    """What to ask `explain` for: the statement, rule or source of a guard; of silence and duties the guard itself."""
    match guard.kind:
        case GuardKind.ACCEPT | GuardKind.READING | GuardKind.LINK | GuardKind.TRUST | GuardKind.KEEP:
            return guard.of
        case GuardKind.ABSENT | GuardKind.HONOURED:
            return guard.name
        case _:
            assert_never(guard.kind)


def sentence_of(guard: Guard, telling: Telling, instances: Sequence[Instance] = ()) -> str:
    """What is relied on while the guard is on, as one sentence."""
    match guard.kind:
        case GuardKind.ACCEPT:
            return telling.statement(guard.of)
        case GuardKind.TRUST:
            return f"What {telling.lexicon.name(guard.of)} says is so."
        case GuardKind.LINK:
            return _link(guard, telling)
        case GuardKind.KEEP:
            own = [instance for instance in instances if instance.rule == guard.of]
            return f"Rule: {telling.rules.text(guard.of, telling.bindings(own[0]) if len(own) == 1 else {})}"
        case GuardKind.HONOURED:
            own = [one for one in instances if f"honoured({one.id.replace('(', ', ', 1)[:-1]})" == guard.name]
            return f"The duty was kept: {telling.rules.text(guard.of, telling.bindings(own[0]) if own else {})}"
        case GuardKind.READING:
            return _reading(guard, telling)
        case GuardKind.ABSENT:
            return f"Nobody says that {supposed_words(guard, telling)}"
        case _:
            assert_never(guard.kind)


def supposed_words(guard: Guard, telling: Telling) -> str:
    """What giving up a guard of silence supposes, as a sentence without a capital."""
    if guard.of in telling.said:
        return uncapital(telling.statement(guard.of), telling)
    return stopped(content_words(guard.of, telling.lexicon))


def uncapital(text: str, telling: Telling) -> str:
    """A sentence as the later part of one: without its capital, unless a name begins it."""
    first = text.partition(" ")[0].strip(",.;:")
    plain = first in {"A", "An", "The", "In", "When", "Under", "Until", "At", "Before", "After", "During", "Out", "Who", "What"}
    del telling
    return text[:1].lower() + text[1:] if plain else text


def given_up(guard: Guard, telling: Telling) -> Line:
    """A guard among those that a repair gives up or supposes: "supposes that .." or the sentence, with its id."""
    if guard.kind is GuardKind.ABSENT:
        return (f"supposes that {supposed_words(guard, telling).rstrip('.')} ", Ref(ref_of(guard)))
    return (f"{sentence_of(guard, telling).rstrip('.')} ", Ref(ref_of(guard)))


# ---------------------------------------------------------------- what it rests on


def _vouched(guard: Guard, telling: Telling) -> Line:
    """Who said it, where, and how far it is trusted."""
    trust = trust_words(guard.cost)
    if guard.kind is not GuardKind.ACCEPT:
        return (stopped(capital(trust)),)
    said, entry = telling.said[guard.of], telling.entries.get(guard.of)
    place = place_words(entry, said, telling.lexicon)
    parts = [chain_words(said, telling.lexicon), place, trust]
    if entry is None:
        parts = ["adopted for this check"]
    return (stopped(capital("; ".join(part for part in parts if part))),)


def _link(guard: Guard, telling: Telling) -> str:
    found = _LINK.fullmatch(guard.name)
    chain = telling.said[guard.of].chain
    step = int(found[1]) if found else 1
    source = telling.lexicon.name(chain[step - 1]) if step <= len(chain) else "the dossier"
    return f"Step {step} of the chain, {source}, holds: {telling.statement(guard.of)}"


def _reading(guard: Guard, telling: Telling) -> str:
    readings = getattr(telling.entries.get(guard.of), "readings", ())
    name = f" (“{clean(readings[0].name)}”)" if readings and readings[0].name else ""
    return f"It is read in the preferred way{name}: {telling.statement(guard.of)}"
