"""The door into the dossier room: files of facts and rules become one `Dossier`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reasoner.diagnostics import NOWHERE, Span
from reasoner.dossier import facts, values
from reasoner.dossier.faults import Faults, nearest, shown
from reasoner.dossier.fields import Field, Fields
from reasoner.dossier.ir import Dossier, Pack, Rule
from reasoner.dossier.nodes import Mapping
from reasoner.dossier.parameters import parameters
from reasoner.dossier.rules import rule, use
from reasoner.dossier.statements import statement
from reasoner.dossier.vocabulary import vocabulary
from reasoner.dossier.yaml_events import compose
from reasoner.files import SourceFile
from reasoner.language.ir import Name
from reasoner.times.ir import Clock

T = TypeVar("T")

_SECTIONS = (("actors", "actor"), ("places", "place"), ("documents", "document"))
_ANYWHERE = ("format", "parameters", "vocabulary")
_OF_DOSSIER = (
    *("dossier", "reported", "zone", "clock", "use", "actors", "places", "documents", "sources", "statements"),
    *("hypotheses", "contradictions", "queries", "scenarios", "tables"),
)
_OF_PACK = ("pack", "rules")


@dataclass(frozen=True, slots=True)
class _Page:
    """One file: its name from the head key, and its keys."""

    name: Name
    fields: Fields


def read(files: Sequence[SourceFile]) -> Dossier:
    """Read one dossier and the packs beside it; warnings are kept in `notes`.

    Raises:
        Rejected: with all faults of all files.

    """
    faults = Faults()
    dossier_pages: list[_Page] = []
    packs: list[Pack] = []
    for file in files:
        page = _page(file, faults)
        if page and "dossier" in page.fields:
            dossier_pages.append(page)
        elif page:
            packs.append(_pack(page))
    _check_names(dossier_pages, packs, faults)
    return _dossier(dossier_pages, packs, faults)


# ---------------------------------------------------------------- one file


def _page(file: SourceFile, faults: Faults) -> _Page | None:
    """A file with its head key; None where it cannot be told what it is."""
    node = compose(file, faults)
    if node is None:
        return None
    start = Span(file.path, 1, 1)
    if not isinstance(node, Mapping):
        faults.error("D040", node.span, "a file of facts or rules has keys", "begin it with `dossier: name` or `pack: name`")
        return None
    heads = [key for key, _ in node.pairs if key.text.value in ("dossier", "pack")]
    if len(heads) == 2:
        message = f"a file is either a dossier or a pack; this one is a {heads[0].text.value} already"
        faults.error("D041", heads[1].span, message, "put facts and rules into files of their own")
    if not heads:
        faults.error(
            "D040", start, "this file does not say what it is", "begin it with `dossier: name` or `pack: name`" + _meant(node)
        )
        return None
    kind = heads[0].text.value
    own, others = (_OF_DOSSIER, _OF_PACK) if kind == "dossier" else (_OF_PACK, _OF_DOSSIER)
    fields = Fields(Field(kind, _without(node, kind, others, faults), faults), (*own, *_ANYWHERE), f"a {kind}")
    fields.read("format", _format, "")
    name = fields.need(kind, values.name)
    return _Page(name or Name("", heads[0].span), fields)


def _meant(node: Mapping) -> str:
    near = (word for key, _ in node.pairs if (word := key.text.value) and nearest(word, ("dossier", "pack")))
    found = next(near, "")
    return f", not `{shown(found)}:`" if found else ""


def _without(node: Mapping, kind: str, others: tuple[str, ...], faults: Faults) -> Mapping:
    """A file without the keys of the other kind, which are reported: facts stand in a dossier, rules in a pack."""
    other = others[0]
    for key, _ in node.pairs:
        word = key.text.value
        if word in others and word != other:
            message = f"`{word}` does not belong in a file that begins with `{kind}:`"
            faults.error("D046", key.span, message, f"put it into a file that begins with `{other}: name`")
    return Mapping(tuple(pair for pair in node.pairs if pair[0].text.value not in others), node.span)


def _format(field: Field) -> str | None:
    found = values.raw(field)
    if found is not None and found.value != "1":
        field.error("D044", f"format `{shown(found.value)}` is not known", "write `format: 1`, or leave it out")
    return found.value if found else None


# ---------------------------------------------------------------- packs


def _pack(page: _Page) -> Pack:
    name = page.name

    def of_this_pack(field: Field) -> Rule | None:
        return rule(field, name.id)

    return Pack(
        name.id,
        parameters=page.fields.read("parameters", parameters, ()),
        vocabulary=page.fields.read("vocabulary", vocabulary, ()),
        rules=page.fields.read("rules", _list_of(of_this_pack), ()),
        span=name.span,
    )


# ---------------------------------------------------------------- the dossier


def _check_names(pages: list[_Page], packs: list[Pack], faults: Faults) -> None:
    """One dossier in a call, and no pack twice."""
    for page in pages[1:]:
        if page.name.id and pages[0].name.id and page.name.id != pages[0].name.id:
            first = pages[0].name
            message = f"two dossiers in one call: `{first.id}` in {first.span.file} and `{page.name.id}`"
            faults.error("D042", page.name.span, message, "check them one by one; files of one dossier repeat its name")
    seen: dict[str, Pack] = {}
    for pack in packs:
        if pack.id and pack.id in seen:
            message = f"there is a pack `{pack.id}` already, in {seen[pack.id].span.file}"
            faults.error("D045", pack.span, message, "a pack is one file: give them different names")
        seen.setdefault(pack.id, pack)


def _dossier(pages: list[_Page], packs: list[Pack], faults: Faults) -> Dossier:
    for page in pages:
        tables = page.fields.get("tables")
        if tables:
            faults.error("D047", tables.span, "tables are not supported yet", "write the statements out, or leave `tables` out")
    found = Dossier(
        pages[0].name.id if pages else "",
        reported=_once(pages, "reported", values.date, None),
        zone=_once(pages, "zone", values.text, "UTC"),
        clock=_once(pages, "clock", values.one_of_enum(Clock), Clock.MINUTE),
        use=_joined(pages, "use", _list_of(use)) if any("use" in page.fields for page in pages) else None,
        parameters=_joined(pages, "parameters", parameters),
        things=tuple(thing for key, section in _SECTIONS for thing in _joined(pages, key, _keyed(facts.thing(section)))),
        sources=_joined(pages, "sources", _keyed(facts.source)),
        statements=_joined(pages, "statements", _list_of(statement)),
        hypotheses=_joined(pages, "hypotheses", _list_of(facts.hypothesis)),
        contradictions=_joined(pages, "contradictions", _list_of(facts.contradiction)),
        queries=_joined(pages, "queries", _list_of(facts.query)),
        scenarios=_joined(pages, "scenarios", _keyed(facts.scenario)),
        vocabulary=_joined(pages, "vocabulary", vocabulary),
        packs=tuple(packs),
        span=pages[0].name.span if pages else NOWHERE,
    )
    return replace(found, notes=faults.settle())


def _joined(pages: list[_Page], key: str, reader: Callable[[Field], tuple[T, ...]]) -> tuple[T, ...]:
    """A section of all files, one after the other."""
    return tuple(entry for page in pages for entry in page.fields.read(key, reader, ()))


def _once(pages: list[_Page], key: str, reader: Callable[[Field], T | None], default: T) -> T:
    """What one of the files says of the whole dossier."""
    said = [field for page in pages if (field := page.fields.get(key))]
    for field in said[1:]:
        if field.word != said[0].word:
            message = f"`{key}` is said differently in {said[0].span.file}, line {said[0].span.line}"
            field.error("D043", message, "say it in one file of the dossier")
    value = reader(said[0]) if said else None
    return default if value is None else value


def _list_of(reader: Callable[[Field], T | None]) -> Callable[[Field], tuple[T, ...]]:
    return lambda field: facts.listed(field, reader)


def _keyed(reader: Callable[[Name, Field], T | None]) -> Callable[[Field], tuple[T, ...]]:
    return lambda field: facts.keyed(field, reader)
