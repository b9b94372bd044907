"""What every vocabulary has from the start, and what may stand in a role of each type."""

from __future__ import annotations

from collections.abc import Mapping

from reasoner.dossier.ir import Form
from reasoner.theory.ir import RoleType, Signature, Sort

Words = Mapping[str, Signature]

TYPES = ("actor", "place", "document", "event", "state", "occurrence", "number", "text", "content", "thing")
"""The words that may stand as the type of a role without being declared."""

SOURCE = "source"
"""The type of who says something, in `said`: an actor, a document or a source that is neither."""

SAID = Signature("said", Form.EVENT, (RoleType("1", SOURCE), RoleType("2", "content")), ("said",))
TRUE = Signature("true", Form.FACT, (RoleType("1", "content"),), ("true",))
SECTIONS = tuple(Signature(word, Form.THING, (), (word,)) for word in ("actor", "place", "document"))
BUILT_IN: tuple[Signature, ...] = (SAID, TRUE, *SECTIONS)

RESERVED = frozenset({*TYPES, SOURCE, "said", "true"})
"""Words that a vocabulary cannot declare."""

_THINGS = frozenset({Sort.ACTOR, Sort.PLACE, Sort.DOCUMENT, Sort.SOURCE})
HAPPENS = frozenset({Sort.OCCURRENCE, Sort.DOCUMENT})
"""What has a start and an end."""
_SORTS: Mapping[str, frozenset[Sort]] = {
    "actor": frozenset({Sort.ACTOR, Sort.SOURCE}),
    SOURCE: frozenset({Sort.ACTOR, Sort.DOCUMENT, Sort.SOURCE}),
    "place": frozenset({Sort.PLACE}),
    "document": frozenset({Sort.DOCUMENT}),
    "event": HAPPENS,
    "state": HAPPENS,
    "occurrence": HAPPENS,
    "content": frozenset({Sort.STATEMENT, Sort.HYPOTHESIS}),
    "thing": frozenset(Sort),
    "number": frozenset(),
    "text": frozenset(),
}


def sorts_of(type_: str, words: Words) -> frozenset[Sort]:
    """What a name may stand for in a role of this type. A kind that nobody knows takes anything: it is a fault already."""
    if type_ in _SORTS:
        return _SORTS[type_]
    if type_ not in words:
        return frozenset(Sort)
    return _THINGS if words[type_].form is Form.THING else HAPPENS


def form_of(type_: str, words: Words) -> Form | None:
    """The form that an occurrence must have in a role of this type; None if either will do."""
    if type_ in {"event", "state"}:
        return Form(type_)
    form = words[type_].form if type_ in words else None
    return form if form in {Form.EVENT, Form.STATE} else None


def happens(predicate: str, words: Words) -> bool:
    """Whether the word stands for an event or a state; so is taken what nobody knows, which is a fault already."""
    return predicate not in words or words[predicate].form in {Form.EVENT, Form.STATE}
