"""What things are called, and how the words of the vocabulary read in a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reasoner.dossier.ir import Dossier, Form, Predicate
from reasoner.language.ir import Inside, OnDate, Order, Place, When
from reasoner.report.clean import clean
from reasoner.report.dates import date_noun
from reasoner.times.date_words import date_words
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Date

_COUNTED = re.compile(r"(.+)-(\d+(?:st|nd|rd|th))-(\d+)-((?:second|minute|hour|day|week|month|quarter|year)s)")
_DATE = re.compile(r"Y?-?\d[-\dTW:]*")
_SOMETHING = {"actor": "somebody", "person": "somebody", "place": "some place", "number": "some number"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a sentence names what it speaks of; every text in it is clean.

    `names`: id -> display name. An id without one is shown as written. `dates`: id of a document -> its date in words,
    told where the document marks a time. `predicates`: the vocabulary, id -> entry. `past` tells in the past tense what
    has a `past:` template. `units`: a word and its role -> the unit in which its numbers are told. `denying`: what is not told is "anybody", as after "nobody says that", not "somebody".
    """

    names: Mapping[str, str] = field(default_factory=dict)
    predicates: Mapping[str, Predicate] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    zone: str = "UTC"
    clock: Clock = Clock.MINUTE
    past: bool = False
    units: Mapping[tuple[str, str], str] = field(default_factory=dict)
    denying: bool = False

    def name(self, ident: str) -> str:
        return self.names.get(ident) or self._counted(ident) or clean(ident)

    def period(self, ident: str) -> str:
        """A period in which something is due: `2015-03`, `2015-W10`, or one that is counted from the start of something."""
        if ident.startswith("["):
            return date_words(parse_date(ident)).removeprefix("some time ")
        return date_noun(parse_date(ident)) if _DATE.fullmatch(ident) else self.name(ident)

    def _counted(self, ident: str) -> str:
        """`deal-3rd-30-days` as "the 3rd 30 days of the deal"; "" for what is no such period."""
        found = _COUNTED.fullmatch(ident)
        return f"the {found[2]} {found[3]} {found[4]} of {self.name(found[1])}" if found else ""

    def something(self, type_: str) -> str:
        """What is not told, in a role of this type: "somebody", "some place"; where `denying`, "anybody", "any place"."""
        words = _SOMETHING.get(type_, "something")
        return words.replace("some", "any", 1) if self.denying else words

    def kinds(self, predicate: str) -> tuple[Predicate, ...]:
        """The entry of a predicate and those of the kinds above it, nearest first; empty if it is not in the vocabulary."""
        found: list[Predicate] = []
        entry = self.predicates.get(predicate)
        while entry is not None and entry not in found:
            found.append(entry)
            entry = self.predicates.get(entry.above.id) if entry.above else None
        return tuple(found)

    def form(self, predicate: str) -> Form | None:
        return next((entry.form for entry in self.kinds(predicate) if entry.form), None)


def lexicon(dossier: Dossier) -> Lexicon:
    """The names and templates that the author of a dossier and its packs gave."""
    entries = [*dossier.vocabulary, *(entry for pack in dossier.packs for entry in pack.vocabulary)]
    named = [(thing.id, clean(thing.name)) for thing in dossier.things if thing.name]
    named += [(source.id, clean(source.name)) for source in dossier.sources if source.name]
    dated = [(thing.id, date_noun(date)) for thing in dossier.things for date in _dates(thing.dated)]
    return Lexicon(
        names=dict(named),
        predicates={entry.id: entry for entry in reversed(entries)},
        dates=dict(dated),
        zone=dossier.zone,
        clock=dossier.clock,
    )


def _dates(when: When) -> tuple[Date, ...]:
    """The date that a document carries."""
    found: list[Date] = []
    for phrase in when:
        match phrase.relation:
            case Inside(OnDate(date)) | Order(Place.DURING, OnDate(date)) if not phrase.negated:
                found.append(date)
            case _:
                pass
    return tuple(found)


def spaced(ident: str) -> str:
    """`embassy-cable` as words."""
    return clean(ident).replace("-", " ")


def with_article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
