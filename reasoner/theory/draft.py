"""A theory before it is checked, with what the checks look things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from reasoner.dossier.ir import Form
from reasoner.language.ir import Condition
from reasoner.language.rewrite import walk
from reasoner.theory.frame import Frame
from reasoner.theory.ir import Signature, Theory
from reasoner.theory.kinds import Words
from reasoner.theory.laws import Written
from reasoner.theory.names import Names
from reasoner.theory.occurrences import kinds_told


class Where(Enum):
    """Where a sentence stands."""

    STATEMENT = "a statement"
    QUERY = "a query"
    GIVEN = "`given`"
    UNLESS = "`unless`"
    THEN = "`then`"
    NEVER = "`never`"
    MUST = "`must`"


IN_RULES = (Where.GIVEN, Where.UNLESS, Where.THEN, Where.NEVER, Where.MUST)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One condition, whose it is, and where it stands; `nodes` are all its parts, as `walk` finds them."""

    owner: str
    where: Where
    condition: Condition
    nodes: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """`sentences` are all those of the theory; `forms` says what each occurrence is said to be: an event, a state, or both."""

    theory: Theory
    names: Names
    words: Mapping[str, Signature]
    written: tuple[Written, ...]
    sentences: tuple[Sentence, ...]
    forms: Mapping[str, frozenset[Form]]
    frame: Frame


def sentences_of(theory: Theory) -> Iterator[Sentence]:
    """Every sentence of the theory: statements, queries, then rules by the order of their keys."""
    told = [(one.id, Where.STATEMENT, reading) for one in theory.said for reading in one.readings]
    told += [(id_, Where.QUERY, asked) for id_, asked in theory.queries]
    for law in theory.laws:
        parts = (law.given, law.unless, law.then, law.never, law.must)
        for where, conditions in zip(IN_RULES, parts, strict=True):
            told += [(law.id, where, condition) for condition in conditions]
    for owner, where, condition in told:
        yield Sentence(owner, where, condition, tuple(walk(condition)))


def forms_of(theory: Theory, words: Words) -> dict[str, frozenset[Form]]:
    """The forms of all kinds that statements give to an occurrence."""
    found: dict[str, frozenset[Form]] = {}
    for one in theory.said:
        for reading in one.readings:
            for name, kind in kinds_told(reading, words):
                if kind in words:
                    found[name.id] = found.get(name.id, frozenset()) | {words[kind].form}
    return found
