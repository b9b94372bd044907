"""Opens a file: what it is, by its head key, and its other keys; or what may have stood in it, where it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace

from reasoner.diagnostics import Span
from reasoner.dossier import values
from reasoner.dossier.faults import Faults, nearest, shown, words_in
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.nodes import Mapping, Node, Scalar, Sequence
from reasoner.dossier.yaml_events import compose
from reasoner.files import SourceFile
from reasoner.language.ir import Name

_ANYWHERE = ("format", "parameters", "vocabulary")
_OF_DOSSIER = (
    *(
        "dossier",
        "reported",
        "zone",
        "clock",
        "weekend",
        "holidays",
        "use",
        "actors",
        "places",
        "documents",
        "sources",
        "statements",
    ),
    *("hypotheses", "contradictions", "queries", "scenarios", "tables"),
)
_OF_PACK = ("pack", "rules")
_HEADS = ("dossier", "pack")
_HEAD = re.compile(r"^(dossier|pack):", re.MULTILINE)
_BEGIN = "begin it with `dossier: name` or `pack: name`"


@dataclass(frozen=True, slots=True)
class Page:
    """One file: what it is, its name from the head key (None where that could not be read), its keys, and its beginning."""

    kind: str
    name: Name | None
    fields: Fields
    start: Span


def page(file: SourceFile, faults: Faults) -> Page | None:
    """A file with its keys; None where it cannot be read at all, or nobody can tell what it is."""
    start = Span(file.path, 1, 1)
    node = _node(file, faults)
    kind, head = _head(node, start, faults) if node else ("", None)
    if node is None or not kind:
        _lose(file.path, _HEAD.findall(file.text) if node is None else (), faults)
        return None
    own, others = (_OF_DOSSIER, _OF_PACK) if kind == "dossier" else (_OF_PACK, _OF_DOSSIER)
    kept = _without(node, kind, others, head, faults)
    fields = Fields(Field(kind, kept, faults), (*own, *_ANYWHERE), f"a {kind}", mends=True)
    fields.read("format", _format, "")
    since = faults.gaps
    name: Name | None = fields.need(kind, values.name) if head else None
    if head is None:
        faults.lose("id", None)
    faults.belong(since, section=kind, key="id")
    return Page(kind, name, fields, head.span if head else start)


def _node(file: SourceFile, faults: Faults) -> Mapping | None:
    """The keys of a file; None where there are none."""
    if file.fault is not None:
        faults.extend([file.fault])
        return None
    node = compose(file, faults)
    if isinstance(node, Mapping):
        return _joined(node)
    if node is not None:
        faults.error("D040", node.span, "a file of facts or rules has keys", _BEGIN)
    return None


def _lose(path: str, heads: Several[str], faults: Faults) -> None:
    """A whole file cannot be read: anything may have stood in it that such a file can hold, as far as its head tells."""
    kinds = heads if len(set(heads)) == 1 else _HEADS
    for kind, sections in zip(_HEADS, (_OF_DOSSIER, _OF_PACK), strict=True):
        for section in (*sections, *_ANYWHERE) if kind in kinds else ():
            since = faults.gaps
            faults.lose("", None)
            faults.belong(since, section=section, entry=Span(path, 0, 0))


# ---------------------------------------------------------------- what it is


def _head(node: Mapping, start: Span, faults: Faults) -> tuple[str, Scalar | None]:
    """What the file is, and the key that says so; where none does, what its other keys make it."""
    heads = [key for key, _ in node.pairs if key.text.value in _HEADS]
    if len(heads) == 2:
        message = f"a file is either a dossier or a pack; this one is a {heads[0].text.value} already"
        faults.error("D041", heads[1].span, message, "put facts and rules into files of their own")
    if heads:
        return heads[0].text.value, heads[0]
    words = [key.text.value for key, _ in node.pairs]
    kinds = [kind for kind, keys in zip(_HEADS, (_OF_DOSSIER, _OF_PACK), strict=True) if any(word in keys for word in words)]
    meant = _meant(node)
    hint = f", not `{shown(meant.text.value)}:`" if meant else ""
    faults.error("D040", meant.span if meant else start, "this file does not say what it is", _BEGIN + hint)
    near = nearest(meant.text.value, _HEADS) if meant else ""
    return near or (kinds[0] if len(kinds) == 1 else ""), meant


def _meant(node: Mapping) -> Scalar | None:
    """The key that may be meant to say what a file is: one that is like it, or the first, where that is no other key."""
    known = (*_OF_DOSSIER, *_OF_PACK, *_ANYWHERE)
    keys = [key for key, _ in node.pairs]
    near = [key for key in keys if key.text.value not in known and nearest(key.text.value, _HEADS)]
    first = [key for key in keys[:1] if key.text.value not in known]
    return next(iter(near or first), None)


def _without(node: Mapping, kind: str, others: tuple[str, ...], head: Scalar | None, faults: Faults) -> Mapping:
    """A file under its head key as that should be, and without the keys of the other kind.

    Those are reported: facts stand in a dossier, rules in a pack.
    """
    kept: list[tuple[Scalar, Node]] = []
    for key, value in node.pairs:
        word = key.text.value
        if word not in others:
            kept.append((Scalar(replace(key.text, value=kind), key.span) if key is head else key, value))
            continue
        since = faults.gaps
        if word not in _HEADS:
            message = f"`{word}` does not belong in a file that begins with `{kind}:`"
            faults.error("D046", key.span, message, f"put it into a file that begins with `{others[0]}: name`")
        faults.lose("", words_in(value))
        faults.belong(since, section=word)
    return Mapping(tuple(kept), node.span, dropped=node.dropped)


def _format(field: Field) -> str | None:
    found = values.raw(field)
    if found is not None and found.value != "1":
        field.error("D044", f"format `{shown(found.value)}` is not known", "write `format: 1`, or leave it out")
    return found.value if found else None


# ---------------------------------------------------------------- keys that stand there twice


def _joined(node: Mapping) -> Mapping:
    """A section that stands there twice, which has been reported, as one section: nothing of it is left unread."""
    pairs = {key.text.value: (key, value) for key, value in node.pairs}
    left: list[tuple[Node, Node]] = []
    for key, value in node.dropped:
        word = key.text.value if isinstance(key, Scalar) else ""
        first = pairs[word][1] if word in pairs else None
        match first, value:
            case Sequence(), Sequence():
                pairs[word] = pairs[word][0], Sequence((*first.items, *value.items), first.span)
            case Mapping(), Mapping():
                pairs[word] = pairs[word][0], Mapping((*first.pairs, *value.pairs), first.span)
            case _:
                left.append((key, value))
    return Mapping(tuple(pairs.values()), node.span, dropped=tuple(left))
