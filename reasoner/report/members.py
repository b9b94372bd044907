"""What can be given up, in words: a guard as a sentence, and what vouches for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

from reasoner.dossier.ir import Statement
from reasoner.ground.ir import Guard, GuardKind
from reasoner.language.rewrite import find
from reasoner.report.bindings import content_words
from reasoner.report.clean import clean
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.sentences import capital, stopped
from reasoner.report.sources import chain_words, place_words, trust_words
from reasoner.report.telling import Telling
from reasoner.theory.ir import Said
from reasoner.times.ir import Civil

_PLAIN = frozenset({"A", "An", "All", "At", "In", "It", "Nobody", "On", "Some", "The", "There", "Two", "What", "When", "Who"})
_LINK = re.compile(r"link\(.*, (\d+)\)")


def member(guard: Guard, telling: Telling, texts: Mapping[str, str]) -> Item:
    """A guard with what it vouches for; who said a statement is told the first time only.

    `texts` are rules by id, told with the names that the finding is about.
    """
    line = (sentence_of(guard, telling, texts), " ", Ref(ref_of(guard)))
    return Item(line, (_vouched(guard, telling),) if telling.first(guard.name) else ())


def ref_of(guard: Guard) -> str:
    """What to ask `explain` for: the statement, rule or source of a guard; of silence and duties the guard itself."""
    match guard.kind:
        case GuardKind.ACCEPT | GuardKind.READING | GuardKind.LINK | GuardKind.TRUST | GuardKind.KEEP:
            return guard.of
        case GuardKind.ABSENT | GuardKind.HONOURED:
            return guard.name
        case _:
            assert_never(guard.kind)


def named(guard: Guard) -> Line:
    """A guard in a list, by the id to ask for; a reading or a step is told apart from its statement."""
    match guard.kind:
        case GuardKind.READING:
            return ("the preferred reading of ", Ref(guard.of))
        case GuardKind.LINK:
            return (f"step {_step(guard)} of ", Ref(guard.of))
        case _:
            return (Ref(ref_of(guard)),)


def members(guards: Sequence[Guard], telling: Telling, texts: Mapping[str, str]) -> Iterator[Item]:
    """The members of a finding; a statement that clashes however it is read is told with all its readings."""
    read = {guard.of for guard in guards if guard.kind is GuardKind.READING}
    for guard in guards:
        item = member(guard, telling, texts)
        if guard.kind is GuardKind.ACCEPT and guard.of not in read:
            item = replace(item, line=(f"{telling.readings(guard.of)} ", Ref(guard.of)))
        yield item


def sentence_of(guard: Guard, telling: Telling, texts: Mapping[str, str] = MappingProxyType({})) -> str:
    """What is relied on while the guard is on, as one sentence."""
    match guard.kind:
        case GuardKind.ACCEPT:
            return telling.statement(guard.of)
        case GuardKind.TRUST:
            return f"What {telling.lexicon.name(guard.of)} says is so."
        case GuardKind.LINK:
            return _link(guard, telling)
        case GuardKind.KEEP:
            return f"Rule: {texts.get(guard.of) or telling.rules.text(guard.of, {})}"
        case GuardKind.HONOURED:
            duty = telling.duties.get(guard.name)
            return f"The duty was kept: {telling.rules.text(guard.of, telling.bindings(duty) if duty else {})}"
        case GuardKind.READING:
            return _reading(guard, telling)
        case GuardKind.ABSENT:
            if guard.of in telling.said:
                return f"A hypothesis that nobody adopts: {telling.statement(guard.of)}"
            return stopped(f"Nobody says that {content_words(guard.of, replace(telling.lexicon, denying=True))}")
        case _:
            assert_never(guard.kind)


def supposed_words(guard: Guard, telling: Telling) -> str:
    """What giving up a guard of silence supposes, as a sentence without a capital."""
    if guard.of in telling.said:
        return uncapital(telling.statement(guard.of))
    return stopped(content_words(guard.of, telling.lexicon))


def uncapital(text: str) -> str:
    """A sentence as the later part of one: without its capital, where that is not of a name."""
    return text[:1].lower() + text[1:] if text.partition(" ")[0] in _PLAIN else text


def given_up(guard: Guard, telling: Telling, texts: Mapping[str, str]) -> Line:
    """What a repair gives up or supposes, with its id; `texts` as in `member`."""
    match guard.kind:
        case GuardKind.ABSENT:
            return (f"{capital(supposed_words(guard, telling))} ", Ref(guard.of))
        case GuardKind.ACCEPT:
            return (f"{telling.readings(guard.of)} ", Ref(guard.of))
        case _:
            return (f"{sentence_of(guard, telling, texts)} ", Ref(ref_of(guard)))


# ---------------------------------------------------------------- what it rests on


def _vouched(guard: Guard, telling: Telling) -> Line:
    """Who said it, where, when, and how far it is trusted."""
    trust = trust_words(guard.cost)
    if guard.kind is not GuardKind.ACCEPT:
        return (stopped(capital(trust)),)
    said, entry = telling.said[guard.of], telling.entries.get(guard.of)
    if not isinstance(entry, Statement):
        return (f"A hypothesis, adopted here; {trust}." if entry else f"A premise, adopted here; {trust}.",)
    place = place_words(entry, said, telling.lexicon, dated=telling.first(f"document {said.document}"))
    doubt = "its date is marked as uncertain, which lowers the trust" if _is_uncertain(said) else ""
    return (stopped(capital("; ".join(part for part in (chain_words(said, telling.lexicon), place, trust, doubt) if part))),)


def _is_uncertain(said: Said) -> bool:
    return any(node.is_doubtful for node in find(said.readings, Civil))


def _link(guard: Guard, telling: Telling) -> str:
    chain = telling.said[guard.of].chain
    step = _step(guard)
    source = telling.lexicon.name(chain[step - 1]) if step <= len(chain) else "the dossier"
    return f"Step {step} of the chain, {source}, holds: {telling.statement(guard.of)}"


def _step(guard: Guard) -> int:
    found = _LINK.fullmatch(guard.name)
    return int(found[1]) if found else 1


def _reading(guard: Guard, telling: Telling) -> str:
    readings = getattr(telling.entries.get(guard.of), "readings", ())
    name = f" (“{clean(readings[0].name)}”)" if readings and readings[0].name else ""
    return f"It is read in the preferred way{name}: {telling.statement(guard.of)}"
