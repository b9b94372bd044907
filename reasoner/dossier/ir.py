"""A dossier and its rule packs as read: every entry with its parsed sentences, its texts and its places.

Nothing is looked up yet: names may be unknown, variables unbound, ids double. That is for `theory/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from reasoner.diagnostics import NOWHERE, Diagnostic, Places, Span, Text, Unread
from reasoner.language.ir import AnyLength, Condition, Name, Number, OnDate, When
from reasoner.times.ir import Clock, Date


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor, a place or a document. `kind` is the section it stands in unless told otherwise."""

    id: str
    section: str  # "actor", "place" or "document"
    name: str = ""
    kind: str = ""
    also: tuple[str, ...] = ()
    dated: When = ()  # documents only: a date, certain
    places: Places = field(default=(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    name: str = ""
    trust: Fraction | None = None
    of: Name | None = None  # the party behind it
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a statement; of `says` and `when` the one not told is the statement's own."""

    says: Condition | None = None
    when: When = ()
    name: str = ""
    trust: Fraction | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said to be so.

    `says` is None only if every reading has its own. `prefer` is False for `prefer: none` (all readings open).
    `trust` and `certain` as written; `sources` innermost first. `at` is the place in a document: its name, then text.
    """

    id: str
    says: Condition | None = None
    when: When = ()
    readings: tuple[Reading, ...] = ()
    prefer: bool = True
    sources: tuple[Name, ...] = ()
    document: Name | None = None  # of `at: memo-1, paragraph 2` the first part, if it is a name
    at: str = ""  # the whole of `at`
    said_on: Date | None = None
    trust: Fraction | None = None
    certain: bool = False
    retracts: tuple[Name, ...] = ()
    text: str = ""
    note: str = ""
    places: Places = field(default=(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Something nobody said that may be supposed; `likely` is how likely it is, between 0 and 1."""

    id: str
    says: Condition
    when: When = ()
    implied_by: tuple[Name, ...] = ()
    likely: Fraction | None = None
    text: str = ""
    note: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A contradiction that somebody claims: `between` one or two statements, or a `dilemma` of two or more."""

    id: str
    by: tuple[Name, ...] = ()
    between: tuple[Name, ...] = ()
    because: tuple[Name, ...] = ()
    needs: tuple[Name, ...] = ()
    dilemma: tuple[Name, ...] = ()
    at: str = ""
    text: str = ""
    note: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    id: str
    ask: Condition
    expect: str = ""
    text: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    id: str
    accept: tuple[Name, ...] = ()
    adopt: tuple[Name, ...] = ()
    reject: tuple[Name, ...] = ()
    read: tuple[tuple[Name, Name], ...] = ()  # of a statement the name of a reading, which is any text
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value used as `$id`: a length, a number or a name."""

    id: str
    value: AnyLength | Number | Name
    text: str = ""
    span: Span = field(default=NOWHERE, compare=False)


class Form(Enum):
    """What a word of the vocabulary stands for; a THING is a kind of actors, places or documents."""

    EVENT = "event"
    STATE = "state"
    FACT = "fact"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a predicate: `name` is empty for one told by its place; `type` is a kind or a word such as `actor`."""

    name: str
    type: str
    span: Span = field(default=NOWHERE, compare=False)
    type_at: Span = field(default=NOWHERE, compare=False)


class Mark(Enum):
    SYMMETRIC = "symmetric"
    TRANSITIVE = "transitive"
    REFLEXIVE = "reflexive"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Predicate:
    """An entry of the vocabulary. `form` is None where `is:` names the kind above, which then gives it.

    `functional` holds the roles (by name, or "$1") of which there is one value for each choice of the others.
    `text`, `past` and `denied` are templates such as `$by attacks $on[ at $at]`; `templates` are those told, with places.
    """

    id: str
    form: Form | None = None
    above: Name | None = None
    roles: tuple[Role, ...] = ()
    marks: tuple[Mark, ...] = ()
    functional: tuple[str, ...] = ()
    text: str = ""
    past: str = ""
    denied: str = ""
    templates: tuple[Text, ...] = field(default=(), compare=False)
    places: Places = field(default=(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


class Verdict(Enum):
    """What is found of an instance."""

    CERTAIN = "certain"
    TENSION = "tension"
    CONDITIONAL = "conditional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RuleTest:
    """`facts` are conditions as in a dossier; `members` counts their lines from 1; `clock` is None for the dossier's own."""

    facts: tuple[Condition, ...]
    expect: Verdict
    members: tuple[int, ...] | None = None
    reported: Date | None = None
    name: str = ""
    clock: Clock | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """`given`, and exactly one of `then`, `never`, `must`, `asp`; every list means all of it.

    `text_at` and `asp_at` are `text` and `asp` with their places.
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
    trust: Fraction | None = None
    certain: bool = False
    text: str = ""
    note: str = ""
    tests: tuple[RuleTest, ...] = ()
    text_at: Text | None = field(default=None, compare=False)
    asp_at: Text | None = field(default=None, compare=False)
    places: Places = field(default=(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """A file of rules and vocabulary."""

    id: str
    parameters: tuple[Parameter, ...] = ()
    vocabulary: tuple[Predicate, ...] = ()
    rules: tuple[Rule, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What a dossier changes in a rule of a pack that it uses; None leaves it as it is."""

    rule: Name
    trust: Fraction | None = None
    certain: bool | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Use:
    """`use:`: a pack, values of its parameters, rules left out and rules changed."""

    pack: Name
    values: tuple[Parameter, ...] = ()
    without: tuple[Name, ...] = ()
    change: tuple[RuleChange, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything read in one call: one dossier and the packs beside it. `id` is "" where only rules were read.

    `diagnostics` is what the reading found, errors and warnings; `unread` is what it could not read for them. With an error
    it is no dossier to work with, only all that can be told of one: `resolve` refuses it, with whatever else is wrong.
    """

    id: str
    reported: Date | None = None
    zone: str = "UTC"
    clock: Clock = Clock.MINUTE
    weekend: tuple[str, ...] | None = None
    holidays: tuple[OnDate, ...] = ()
    use: tuple[Use, ...] | None = None
    parameters: tuple[Parameter, ...] = ()
    things: tuple[Thing, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    queries: tuple[Query, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    vocabulary: tuple[Predicate, ...] = ()
    packs: tuple[Pack, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[Unread, ...] = ()
    places: Places = field(default=(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)
