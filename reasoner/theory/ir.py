"""A theory: a dossier and its rules with every name known, every word of the vocabulary kept, every parameter put in.

What is guaranteed here: names in conditions are ids of things that exist; predicates and roles are those of the
vocabulary, and every argument carries its role ("1", "2" for one told by its place); an occurrence in a statement has a
name; `when` has become part of the condition; every variable is bound; no derivation is endless; no construct is left
that the engine does not know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from reasoner.diagnostics import NOWHERE, Diagnostic, Span, Text
from reasoner.dossier.ir import Dossier, Form, Mark
from reasoner.language.ir import Condition, Phrase
from reasoner.times.days_beside import USUAL, Workweek
from reasoner.times.ir import Clock


class Sort(Enum):
    """What a name stands for."""

    ACTOR = "actor"
    PLACE = "place"
    DOCUMENT = "document"
    SOURCE = "source"
    STATEMENT = "statement"
    HYPOTHESIS = "hypothesis"
    OCCURRENCE = "occurrence"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name. `kinds` are those it was declared with; an occurrence gets its kinds by what is said."""

    id: str
    sort: Sort
    kinds: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with the phrases that tell its date, for certain."""

    id: str
    phrases: tuple[Phrase, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RoleType:
    """A role of a predicate by name ("by", or "1"), and the type of what may stand there."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A predicate with all that it takes over from the kinds above it; `above` begins with itself."""

    id: str
    form: Form
    roles: tuple[RoleType, ...]
    above: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    functional: tuple[str, ...] = ()

    def has(self, mark: Mark) -> bool:
        return mark in self.marks


@dataclass(frozen=True, slots=True)
class Said:
    """A statement or hypothesis. More than one reading makes it a choice; the first is preferred if `preferred`.

    `trust` is its own, None if not told; `certain` has no guard; `off` is out of play (`--without`, `--only`, trust 0).
    `supposed`: a hypothesis that is not adopted; it holds only while its `absent` guard is off.
    """

    id: str
    readings: tuple[Condition, ...]
    preferred: bool = True
    reading_trust: Fraction | None = None
    chain: tuple[str, ...] = ()
    document: str = ""
    said_on: SaidOn | None = None
    trust: Fraction | None = None
    certain: bool = False
    off: bool = False
    supposed: bool = False
    retracts: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The window of the day on which something was said: its first and last tick."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Law:
    """A rule that is ready to compile. `kept`: it has a guard `keep`; `norm`: one guard `honoured` per instance.

    `asp_at` is `asp` with its places, and `defines_at` where `defines` stands.
    """

    id: str
    pack: str
    given: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    then: tuple[Condition, ...] = ()
    never: tuple[Condition, ...] = ()
    must: tuple[Condition, ...] = ()
    asp: str = ""
    defines: tuple[str, ...] = ()
    norm: bool = False
    kept: bool = True
    off: bool = False
    trust: Fraction | None = None
    asp_at: Text | None = field(default=None, compare=False)
    defines_at: Span = field(default=NOWHERE, compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a dossier is in play: what is switched off, what alone is kept (None: all), and what is adopted.

    Each is an id, or the name of a guard as reports print it, `absent(ended(deal))`; what is adopted is a hypothesis, or a
    sentence: a printed premise, or what a repair supposes.

    Raises:
        TypeError: where one id stands in place of several, since each of its letters would be taken for an id, and where
            an id is no text.
    """

    without: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    adopt: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, given in (("without", self.without), ("only", self.only), ("adopt", self.adopt)):
            if isinstance(given, str | bytes):
                msg = f"`{name}` takes several ids, not one text: write {name}=({given!r},)"
                raise TypeError(msg)
            wrong = [one for one in given or () if not isinstance(one, str)]
            if wrong:
                msg = f"`{name}` takes ids, which are texts, and not {wrong[0]!r}"
                raise TypeError(msg)
            object.__setattr__(self, name, None if given is None else tuple(given))


@dataclass(frozen=True, slots=True)
class Theory:
    """Everything that the program is made of; `id` and `span` are those of the dossier.

    `dossier` is what the author wrote: checks of a theory and reports look things up in it, and what is asked of it anew begins
    with it; nothing of the program comes from there. `documents` are those with a date. `reported` is the first tick of its day. `trusts` are those of sources and `parties` who is behind them, by id. `notes`
    are warnings. `queries` are what is asked, by id: checked, and not answered yet. `printed` is what of the selection only
    the program knows, once it is ground: guards of duties and of silence, by their printed names, and what is adopted in the
    words in which a repair supposes it.
    """

    id: str
    span: Span = field(compare=False)
    dossier: Dossier
    zone: str
    clock: Clock
    reported: int | None
    names: tuple[Named, ...]
    signatures: tuple[Signature, ...]
    said: tuple[Said, ...]
    laws: tuple[Law, ...]
    documents: tuple[Dated, ...]
    trusts: tuple[tuple[str, Fraction | None], ...]
    parties: tuple[tuple[str, str], ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    queries: tuple[tuple[str, Condition], ...] = ()
    printed: Selection = Selection()
    workweek: Workweek = USUAL
