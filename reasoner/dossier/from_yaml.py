"""The door into the dossier room: files of facts and rules become one `Dossier`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from reasoner.diagnostics import NOWHERE
from reasoner.dossier import facts, values
from reasoner.dossier.clocks import clock_needed
from reasoner.dossier.faults import Faults, words_in
from reasoner.dossier.fields import Field
from reasoner.dossier.ir import Dossier, Pack, Rule
from reasoner.dossier.pages import Page, page
from reasoner.dossier.parameters import parameters
from reasoner.dossier.rules import rule, use
from reasoner.dossier.statements import statement
from reasoner.dossier.vocabulary import vocabulary
from reasoner.files import SourceFile
from reasoner.language.ir import Name
from reasoner.times.ir import Clock

T = TypeVar("T")

_SECTIONS = (("actors", "actor"), ("places", "place"), ("documents", "document"))


def read(files: Sequence[SourceFile]) -> Dossier:
    """Read one dossier and the packs beside it; what is wrong with them is kept in `diagnostics`, and nothing is raised."""
    faults = Faults()
    pages = [found for file in files if (found := page(file, faults))]
    mine, others = _one_dossier([one for one in pages if one.kind == "dossier"], faults)
    packs = [one for one in pages if one.kind == "pack"]
    _check_packs(packs, faults)
    dossier = _dossier(mine, tuple(_pack(one) for one in packs), faults)
    _dossier(others, (), faults)
    return replace(dossier, diagnostics=faults.found(), unread=faults.unread())


def _one_dossier(pages: list[Page], faults: Faults) -> tuple[list[Page], list[Page]]:
    """The files of the first dossier, and those of others, which are reported: they may hold its vocabulary."""
    first = next((one.name for one in pages if one.name), None)
    others = [one for one in pages if first and one.name and one.name.id != first.id]
    for name in [one.name for one in others if one.name]:
        message = (
            f"two dossiers in one call: `{first.id if first else ''}` in {first.span.file if first else ''} and `{name.id}`"
        )
        faults.error("D042", name.span, message, "check them one by one; files of one dossier repeat its name")
        since = faults.gaps
        faults.lose("", None)
        faults.belong(since, section="vocabulary")
    return [one for one in pages if one not in others], others


def _check_packs(pages: list[Page], faults: Faults) -> None:
    """No pack twice."""
    seen: dict[str, Name] = {}
    for name in [one.name for one in pages if one.name]:
        first = seen.setdefault(name.id, name)
        if first is not name:
            message = f"there is a pack `{name.id}` already, in {first.span.file}"
            faults.error("D045", name.span, message, "a pack is one file: give them different names")
            since = faults.gaps
            faults.lose("id", frozenset({name.id}))
            faults.belong(since, section="pack")


# ---------------------------------------------------------------- packs


def _pack(one: Page) -> Pack:
    id_ = one.name.id if one.name else facts.stand_in(one.start)

    def of_this_pack(field: Field) -> Rule | None:
        return rule(field, id_)

    return Pack(
        id_,
        parameters=_joined([one], "parameters", parameters),
        vocabulary=_joined([one], "vocabulary", vocabulary),
        rules=_joined([one], "rules", _list_of(of_this_pack)),
        span=one.name.span if one.name else one.start,
    )


# ---------------------------------------------------------------- the dossier


def _dossier(pages: list[Page], packs: tuple[Pack, ...], faults: Faults) -> Dossier:
    for one in pages:
        tables = one.fields.get("tables")
        if tables:
            faults.error("D047", tables.span, "tables are not supported yet", "write the statements out, or leave `tables` out")
    name = next((one.name for one in pages if one.name), None)
    span = name.span if name else pages[0].start if pages else NOWHERE
    return Dossier(
        name.id if name else facts.stand_in(span) if pages else "",
        reported=_once(pages, "reported", values.date, None),
        zone=_once(pages, "zone", values.text, "UTC"),
        clock=_once(pages, "clock", values.one_of_enum(Clock), Clock.MINUTE if pages else clock_needed(packs)),
        weekend=_once(pages, "weekend", facts.weekend, None),
        holidays=_joined(pages, "holidays", _list_of(facts.holiday)),
        use=_joined(pages, "use", _list_of(use)) if any("use" in one.fields for one in pages) else None,
        parameters=_joined(pages, "parameters", parameters),
        things=tuple(thing for key, section in _SECTIONS for thing in _joined(pages, key, _keyed(facts.thing(section)))),
        sources=_joined(pages, "sources", _keyed(facts.source)),
        statements=_joined(pages, "statements", _list_of(statement)),
        hypotheses=_joined(pages, "hypotheses", _list_of(facts.hypothesis)),
        contradictions=_joined(pages, "contradictions", _list_of(facts.contradiction)),
        queries=_joined(pages, "queries", _list_of(facts.query)),
        scenarios=_joined(pages, "scenarios", _keyed(facts.scenario)),
        vocabulary=_joined(pages, "vocabulary", vocabulary),
        packs=packs,
        places=tuple(place for one in pages for place in one.fields.places("zone", "reported")),
        span=span,
    )


def _joined(pages: list[Page], key: str, reader: Callable[[Field], tuple[T, ...]]) -> tuple[T, ...]:
    """A section of all files, one after the other."""
    found: list[T] = []
    for one in pages:
        since = one.fields.faults.gaps
        found += one.fields.read(key, reader, ())
        one.fields.faults.belong(since, section=key)
    return tuple(found)


def _once(pages: list[Page], key: str, reader: Callable[[Field], T | None], default: T) -> T:
    """What one of the files says of the whole dossier."""
    said = [field for one in pages if (field := one.fields.get(key))]
    for field in said[1:]:
        if field.word != said[0].word or words_in(field.node) != words_in(said[0].node):
            message = f"`{key}` is said differently in {said[0].span.file}, line {said[0].span.line}"
            field.remark("D043", message, "say it in one file of the dossier")
    if not said:
        return default
    since = said[0].faults.gaps
    value = reader(said[0])
    said[0].faults.belong(since, section=key)
    return default if value is None else value


def _list_of(reader: Callable[[Field], T | None]) -> Callable[[Field], tuple[T, ...]]:
    return lambda field: facts.listed(field, reader)


def _keyed(reader: Callable[[Name, Field], T]) -> Callable[[Field], tuple[T, ...]]:
    return lambda field: facts.keyed(field, reader)
