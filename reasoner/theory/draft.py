"""A theory before it is checked, with what the checks look things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from reasoner.dossier.ir import Form
from reasoner.language.ir import Condition
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
    """One condition, whose it is, and where it stands."""

    owner: str
    where: Where
    condition: Condition


@dataclass(frozen=True, slots=True)
class Draft:
    """`forms` says of each occurrence what is said of it: an event, a state, or (by mistake) both."""

    theory: Theory
    names: Names
    words: Mapping[str, Signature]
    written: tuple[Written, ...]
    forms: Mapping[str, frozenset[Form]]
    frame: Frame

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the theory, statements first."""
        for one in self.theory.said:
            yield from (Sentence(one.id, Where.STATEMENT, reading) for reading in one.readings)
        for id_, asked in self.theory.queries:
            yield Sentence(id_, Where.QUERY, asked)
        for written in self.written:
            yield from of_law(written)


def of_law(written: Written) -> Iterator[Sentence]:
    """The sentences of one rule, in the order of their keys."""
    law = written.law
    parts = (law.given, law.unless, law.then, law.never, law.must)
    for where, conditions in zip(IN_RULES, parts, strict=True):
        yield from (Sentence(law.id, where, condition) for condition in conditions)


def forms_of(theory: Theory, words: Words) -> dict[str, frozenset[Form]]:
    """The forms of all kinds that statements give to an occurrence."""
    found: dict[str, frozenset[Form]] = {}
    for one in theory.said:
        for reading in one.readings:
            for name, kind in kinds_told(reading, words):
                if kind in words:
                    found[name.id] = found.get(name.id, frozenset()) | {words[kind].form}
    return found
