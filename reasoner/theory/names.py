"""The one namespace of statements, occurrences, actors, places, documents, sources and hypotheses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Dossier
from reasoner.language.ir import Condition, Content, Name, Occurs, OfKind
from reasoner.language.rewrite import find, walk
from reasoner.theory.faults import Faults, article, did_you_mean, listed, nearest
from reasoner.theory.ir import Named, Said, Sort
from reasoner.theory.kinds import Words, happens
from reasoner.theory.occurrences import happenings, kinds_told

_SPEAKS = frozenset({Sort.ACTOR, Sort.DOCUMENT, Sort.SOURCE})
_OWN = frozenset({Sort.STATEMENT, Sort.HYPOTHESIS})


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that is known. One id may stand for a statement and for the occurrence that it tells of."""

    by_id: Mapping[str, tuple[Named, ...]]

    def __contains__(self, name: object) -> bool:
        return name in self.by_id

    def __iter__(self) -> Iterator[str]:
        """Without what entries go by whose ids could not be read."""
        return (name for name in self.by_id if ":" not in name)

    def all(self) -> tuple[Named, ...]:
        return tuple(named for nameds in self.by_id.values() for named in nameds)

    def sorts(self, name: str) -> frozenset[Sort]:
        return frozenset(named.sort for named in self.by_id.get(name, ()))

    def of(self, sorts: Iterable[Sort]) -> tuple[str, ...]:
        """The names that can stand for one of these sorts, in order."""
        wanted = frozenset(sorts)
        return tuple(name for name in self if self.sorts(name) & wanted)


class _Table:
    """Names as they are gathered."""

    __slots__ = ("_faults", "by_id")

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self.by_id: dict[str, list[Named]] = {}

    def add(self, named: Named, along: frozenset[Sort] = frozenset()) -> None:
        """A new name, which may share its id with names of the sorts `along`; it is a fault to share it with others."""
        others = self.by_id.setdefault(named.id, [])
        clash = next((other for other in others if other.sort not in along), None)
        others.append(named)
        if clash is None:
            return
        message = f"the {named.sort.value} `{named.id}` has the name of the {clash.sort.value} at {clash.span}"
        if clash.sort is named.sort:
            message = f"the {named.sort.value} `{named.id}` is already there, at {clash.span}"
        self._faults.error("T001", named.span, message, "names are given once; choose another")

    def sorts(self, name: str) -> frozenset[Sort]:
        return frozenset(named.sort for named in self.by_id.get(name, ()))


def names_of(dossier: Dossier, said: Sequence[Said], words: Words, faults: Faults) -> Names:
    """All names: declared things, sources, statements and hypotheses, then occurrences and sources as they are first used."""
    table = _Table(faults)
    for thing in dossier.things:
        kinds = tuple(dict.fromkeys((thing.kind or thing.section, thing.section)))
        table.add(Named(thing.id, Sort(thing.section), kinds, thing.span))
    for source in dossier.sources:
        if not table.sorts(source.id) & _SPEAKS or Sort.SOURCE in table.sorts(source.id):
            table.add(Named(source.id, Sort.SOURCE, span=source.span))
    for statement in dossier.statements:
        table.add(Named(statement.id, Sort.STATEMENT, span=statement.span))
    for hypothesis in dossier.hypotheses:
        table.add(Named(hypothesis.id, Sort.HYPOTHESIS, span=hypothesis.span))
    _add_occurrences(said, table, words)
    for one in said:
        _doubt(one.readings, words, faults)
    _add_sources(dossier, table, faults)
    return Names({name: tuple(nameds) for name, nameds in table.by_id.items() if nameds})


def _add_occurrences(said: Sequence[Said], table: _Table, words: Words) -> None:
    """A statement's own occurrence may have its id; what other statements call so is that occurrence."""
    told = [(one.id, name) for one in said for reading in one.readings for name in _named(reading, words)]
    for owner, name in told:
        if name.id == owner and Sort.OCCURRENCE not in table.sorts(name.id):
            table.add(Named(name.id, Sort.OCCURRENCE, span=name.span), _OWN)
    for _, name in told:
        if not table.sorts(name.id) & {Sort.OCCURRENCE, Sort.DOCUMENT}:
            table.add(Named(name.id, Sort.OCCURRENCE, span=name.span))
    for name in (name for one in said for reading in one.readings for name, _ in kinds_told(reading, words)):
        if not table.sorts(name.id):
            table.add(Named(name.id, Sort.OCCURRENCE, span=name.span))


def _doubt(readings: tuple[Condition, ...], words: Words, faults: Faults) -> None:
    """What is named by a word that cannot name it, or is of a kind that nobody knows, is told there and not again."""
    for node in walk(readings):
        match node:
            case OfKind(ref=Name(id=id_), kind=kind) if kind not in words:
                faults.doubts.doubt_name(id_)
            case Occurs(atom=atom, name=Name(id=id_)) if not happens(atom.predicate, words):
                faults.doubts.doubt_name(id_)
            case _:
                pass


def _named(reading: Condition, words: Words) -> Iterator[Name]:
    """The names given with `as`, inside `that ..` too. What only `x is a k` speaks of may be known as something else."""
    contents = list(find(reading, Content))
    told = [*happenings(reading), *(inner for part in contents for inner in find(part, Occurs))]
    for one in told:
        if isinstance(one.name, Name) and happens(one.atom.predicate, words):
            yield one.name


def _add_sources(dossier: Dossier, table: _Table, faults: Faults) -> None:
    declared = [name for name in table.by_id if table.sorts(name) & _SPEAKS]
    for statement in dossier.statements:
        for name in statement.sources:
            sorts = table.sorts(name.id)
            if not sorts and faults.doubts.name(name.id):
                continue
            if not sorts:
                table.add(Named(name.id, Sort.SOURCE, span=name.span))
                near = nearest(name.id, declared)
                hint = f"if `{near}` is meant, write that" if near else "list it under `sources:` to give it a name and a trust"
                faults.note("T005", name.span, f"the source `{name.id}` is declared by this first use", hint)
            elif not sorts & _SPEAKS:
                _cannot_speak(name, table.by_id[name.id][0], faults)


def _cannot_speak(name: Name, known: Named, faults: Faults) -> None:
    message = f"`{name.id}` is the {known.sort.value} at {known.span}, and cannot be a source"
    faults.error("T003", name.span, message, "a source is an actor, a document, or a name of its own")


def look_up(name: Name, sorts: Iterable[Sort], names: Names, faults: Faults) -> bool:
    """Whether the name is known and of one of these sorts; if not, that is a fault."""
    wanted = tuple(sorts)
    if names.sorts(name.id) & frozenset(wanted):
        return True
    what = listed(dict.fromkeys(sort.value for sort in wanted), "or")
    if faults.doubts.name(name.id, wanted):
        return False
    if name.id in names:
        known = names.by_id[name.id][0]
        hint = did_you_mean(name.id, [other for other in names.of(wanted) if other != name.id])
        faults.error("T003", name.span, f"`{name.id}` is {article(known.sort.value)}; {article(what)} is wanted here", hint)
    else:
        unknown(name.id, name.span, (what, names.of(wanted), names), faults)
    return False


def unknown(word: str, span: Span, place: tuple[str, Iterable[str], Names], faults: Faults) -> None:
    """The fault that nothing is called so; `place` is what is wanted, the names that fit, and all names."""
    what, fitting, names = place
    hint = did_you_mean(word, fitting) or did_you_mean(word, names)
    faults.error("T002", span, f"no {what} is called `{word}`", hint)
