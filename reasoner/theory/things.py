"""Kinds of things and occurrences, parties behind sources, and chains of sources."""

from __future__ import annotations

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Form
from reasoner.language.ir import Name
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, did_you_mean, listed, place_of, quoted
from reasoner.theory.ir import Sort
from reasoner.theory.names import look_up
from reasoner.theory.occurrences import kinds_told


def check_things(draft: Draft, faults: Faults) -> None:
    """`kind:` of an actor, place or document is a kind of things in the vocabulary."""
    kinds = [word.id for word in draft.words.values() if word.form is Form.THING]
    for thing in draft.theory.dossier.things:
        if thing.kind and thing.kind not in kinds and (thing.kind in draft.words or not faults.doubts.word(thing.kind)):
            word = draft.words.get(thing.kind)
            message = (
                f"`{word.id}` is {a_form(word.form)}, not a kind of thing" if word else f"no kind is called `{thing.kind}`"
            )
            told = [kind for kind in kinds if kind not in {"actor", "place", "document"}]
            known = f"kinds of things here: {listed(quoted(told), 'and')}" if told else "leave out `kind`"
            otherwise = known if word else f"declare it in a vocabulary: `{thing.kind}: {{kind: thing}}`"
            span = place_of(thing.places, "kind", thing.span)
            faults.error("T038", span, message, did_you_mean(thing.kind, kinds, otherwise=otherwise))


def check_forms(draft: Draft, faults: Faults) -> None:
    """One occurrence is not both an event and a state."""
    first: dict[str, tuple[Form, Span]] = {}
    for one in draft.theory.said:
        for reading in one.readings:
            for name, kind in kinds_told(reading, draft.words):
                if kind not in draft.words:
                    continue
                form = draft.words[kind].form
                known, place = first.setdefault(name.id, (form, name.span))
                if known is not form:
                    message = f"`{name.id}` is {a_form(form)} here, and {a_form(known)} at {place}"
                    faults.error("T008", name.span, message, "give one of them another name")


def check_sources(draft: Draft, faults: Faults) -> None:
    """`of:` names an actor or a source, not in a circle; nobody stands twice in one chain."""
    parties: dict[str, Name] = {}
    for source in draft.theory.dossier.sources:
        if source.of and look_up(source.of, (Sort.ACTOR, Sort.SOURCE), draft.names, faults):
            parties[source.id] = source.of
    for source_id, party in parties.items():
        path = [source_id]
        while path[-1] in parties and parties[path[-1]].id not in path:
            path.append(parties[path[-1]].id)
        if path[-1] in parties and parties[path[-1]].id == source_id == min(path):
            circle = " of ".join(f"`{step}`" for step in [*path, source_id])
            faults.error("T006", party.span, f"these sources stand for each other in a circle: {circle}", "leave out one `of`")
    for statement in draft.theory.dossier.statements:
        seen: set[str] = set()
        for name in statement.sources:
            if name.id in seen:
                message = f"`{name.id}` stands twice in one chain"
                faults.error("T007", name.span, message, "a chain leads from the innermost source outwards, each once")
            seen.add(name.id)


def a_form(form: Form) -> str:
    """A form in words."""
    return {Form.EVENT: "an event", Form.STATE: "a state", Form.FACT: "a fact", Form.THING: "a kind of thing"}[form]
