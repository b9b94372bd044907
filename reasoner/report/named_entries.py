"""Entries for what is spoken of: actors, places, documents, occurrences and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reasoner.dossier.ir import Form, Source, Thing
from reasoner.language.ir import Condition, Name, Occurs, OfKind
from reasoner.language.rewrite import find, walk
from reasoner.language.to_text import when_to_text
from reasoner.report.inventory import OCCURRENCE, SOURCE, Detail, Entry, as_sentence, detail, ids, trust_text
from reasoner.report.lexicon import Lexicon, spaced, with_article
from reasoner.report.words import atom_words
from reasoner.theory.ir import Named, Said, Sort, Theory
from reasoner.theory.trusts import NOT_GIVEN


@dataclass(frozen=True, slots=True)
class NamedEntries:
    """Makes the entries of one theory; `naming` has, by name, the statements that name it."""

    theory: Theory
    lexicon: Lexicon
    naming: Mapping[str, tuple[Said, ...]]

    @staticmethod
    def of(theory: Theory, lexicon: Lexicon) -> NamedEntries:
        naming: dict[str, list[Said]] = {}
        for said in theory.said:
            named = (node.id for reading in said.readings for node in find(reading, Name))
            for name in dict.fromkeys(named):
                naming.setdefault(name, []).append(said)
        return NamedEntries(theory, lexicon, {name: tuple(found) for name, found in naming.items()})

    def all(self) -> Iterator[Entry]:
        """Things in the order of the files, then occurrences, then sources."""
        for thing in self.theory.dossier.things:
            yield self._thing(thing)
        for named in self.theory.names:
            if named.sort is Sort.OCCURRENCE:
                yield self._occurrence(named)
        declared = {source.id: source for source in self.theory.dossier.sources}
        for name, trust in self.theory.trusts:
            yield self._source(declared.get(name, Source(name, trust=trust)))

    def _thing(self, thing: Thing) -> Entry:
        kind = with_article(spaced(thing.kind)) if thing.kind and thing.kind != thing.section else ""
        name = self.lexicon.name(thing.id)
        details = (
            *detail("kind", kind),
            *detail("also", *thing.also),
            *detail("dated", when_to_text(thing.dated)),
            *self._named_in(thing.id),
        )
        return Entry(thing.id, thing.section, f"{name}, {kind}" if kind else name, "", details, thing.span)

    def _occurrence(self, named: Named) -> Entry:
        atoms = [words for reading in self._readings(named.id) for words in self._told(named.id, reading)]
        form = self._form(named.id)
        told = tuple(dict.fromkeys(as_sentence(words) for words in atoms))
        details = (
            *detail("sort", with_article(form.value) if form else ""),
            *detail("told as", *told),
            *self._named_in(named.id),
        )
        return Entry(named.id, OCCURRENCE, told[0] if told else named.id, "", details, named.span)

    def _readings(self, name: str) -> Iterator[Condition]:
        for said in self.naming.get(name, ()):
            yield from said.readings

    def _told(self, name: str, reading: Condition) -> Iterator[str]:
        """What a reading says that the occurrence is."""
        for node in walk(reading):
            if isinstance(node, Occurs) and node.name == Name(name):
                yield atom_words(node.atom, self.lexicon)
            elif isinstance(node, OfKind) and node.ref == Name(name):
                yield with_article(spaced(node.kind))

    def _form(self, name: str) -> Form | None:
        kinds = (
            node.atom.predicate if isinstance(node, Occurs) else node.kind
            for reading in self._readings(name)
            for node in walk(reading)
            if (isinstance(node, Occurs) and node.name == Name(name)) or (isinstance(node, OfKind) and node.ref == Name(name))
        )
        return next((form for kind in kinds if (form := self.lexicon.form(kind))), None)

    def _source(self, source: Source) -> Entry:
        says = ids(said.id for said in self.theory.said if source.id in said.chain)
        trust = NOT_GIVEN if source.trust is None else source.trust
        told = trust_text(trust) + (" (not told)" if source.trust is None else "")
        details = (
            *detail("stands for", self.lexicon.name(source.of.id) if source.of else ""),
            *detail("trust", told),
            *detail("vouches for", says),
        )
        return Entry(source.id, SOURCE, self.lexicon.name(source.id), "", details, source.span)

    def _named_in(self, name: str) -> tuple[Detail, ...]:
        return detail("named in", ids(said.id for said in self.naming.get(name, ())))
