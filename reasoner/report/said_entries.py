"""Entries for what is said: statements, hypotheses, claimed contradictions, queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reasoner.dossier.ir import Contradiction, Dossier, Hypothesis, Query, Statement
from reasoner.language.ir import Condition, Denied, Name, When
from reasoner.language.rewrite import find
from reasoner.language.to_text import to_text, when_to_text
from reasoner.program.guards import Trusts
from reasoner.report.dates import date_noun
from reasoner.report.inventory import (
    CONTRADICTION,
    HYPOTHESIS,
    QUERY,
    STATEMENT,
    Detail,
    Entry,
    as_sentence,
    detail,
    ids,
    trust_text,
)
from reasoner.report.lexicon import Lexicon
from reasoner.report.terms import ref_words
from reasoner.report.words import sentence, told
from reasoner.theory.ir import Said, Theory
from reasoner.theory.trusts import NOT_GIVEN


@dataclass(frozen=True, slots=True)
class _Links:
    """By the id of a statement, those that take it back, deny it, or name it as part of a contradiction."""

    taken_back: Mapping[str, tuple[str, ...]]
    denied: Mapping[str, tuple[str, ...]]
    named: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(dossier: Dossier) -> _Links:
        statements, claims = dossier.statements, dossier.contradictions
        return _Links(
            _gathered((name.id, one.id) for one in statements for name in one.retracts),
            _gathered((name, one.id) for one in statements for name in _denies(one)),
            _gathered((name, claim.id) for claim in claims for name in _names_in(claim)),
        )


@dataclass(frozen=True, slots=True)
class SaidEntries:
    """Makes the entries of one theory; `bare` are the names that are shown as their ids."""

    theory: Theory
    lexicon: Lexicon
    bare: frozenset[str]
    links: _Links

    @staticmethod
    def of(theory: Theory, lexicon: Lexicon) -> SaidEntries:
        bare = frozenset(named.id for named in theory.names if lexicon.name(named.id) == named.id)
        return SaidEntries(theory, lexicon, bare, _Links.of(theory.dossier))

    def _sentence(self, words: str) -> str:
        return as_sentence(words, self.bare)

    @property
    def dossier(self) -> Dossier:
        return self.theory.dossier

    def all(self) -> Iterator[Entry]:
        """In the order of the files, statements first."""
        known = {said.id: said for said in self.theory.said}
        trusts = Trusts(self.theory)
        for statement in self.dossier.statements:
            yield self._statement(statement, known[statement.id], trusts)
        for hypothesis in self.dossier.hypotheses:
            yield self._hypothesis(hypothesis)
        for claim in self.dossier.contradictions:
            yield self._claim(claim)
        for query in self.dossier.queries:
            yield self._query(query)

    # ------------------------------------------------------------ statements

    def _statement(self, one: Statement, said: Said, trusts: Trusts) -> Entry:
        plain = self._told(one.says, one.when) if one.says else ""
        readings = [(reading.name, reading.says or one.says, reading.when or one.when) for reading in one.readings]
        words = one.text or plain or " or ".join(name for name, _, _ in readings)
        details = (
            *detail("in words", self._sentence(plain) if one.text and plain else ""),
            *_written(one.says, one.when),
            *(part for name, says, when in readings for part in self._reading(name, says, when)),
            *detail("who says so", self._sentence(self.chain(one.sources))),
            *detail("where", one.at),
            *detail("said on", date_noun(one.said_on) if one.said_on else ""),
            *detail("trust", self._trust(said, trusts)),
            *detail("takes back", ids(name.id for name in one.retracts)),
            *detail("taken back by", ids(self.links.taken_back.get(one.id, ()))),
            *detail("denied by", ids(self.links.denied.get(one.id, ()))),
            *detail("named by", ids(self.links.named.get(one.id, ()))),
            *detail("note", one.note),
        )
        return Entry(one.id, STATEMENT, self._sentence(_line(words)), self.chain(one.sources), details, one.span)

    def _reading(self, name: str, says: Condition | None, when: When) -> tuple[Detail, ...]:
        words = self._sentence(self._told(says, when)) if says else ""
        return detail(f"reading “{_line(name)}”", words, *(line for part in _written(says, when) for line in part.lines))

    def _told(self, says: Condition, when: When) -> str:
        return told(says, when, self.lexicon)

    def chain(self, sources: tuple[Name, ...]) -> str:
        """Who vouches for it, innermost first: "A, passed on by B, then by C"."""
        if not sources:
            return "the dossier itself"
        first, *others = (ref_words(name, self.lexicon) for name in sources)
        return first + "".join(f"{', passed on' if not nth else ', then'} by {name}" for nth, name in enumerate(others))

    def _trust(self, said: Said, trusts: Trusts) -> str:
        if said.certain:
            return "certain: it cannot be given up"
        links = [(self.lexicon.name(name), trusts.source(name)) for name in said.chain]
        own = said.trust if said.trust is not None else (None if links else NOT_GIVEN)
        factors = ([] if own is None else [trust_text(own)]) + [f"{trust_text(trust)} for {name}" for name, trust in links]
        whole = own if own is not None else Fraction(1)
        for _, trust in links:
            whole *= trust
        return trust_text(whole) + (f" ({' × '.join(factors)})" if len(factors) > 1 else "")

    # ------------------------------------------------------------ what is only supposed, claimed or asked

    def _hypothesis(self, one: Hypothesis) -> Entry:
        plain = self._sentence(self._told(one.says, one.when))
        by = ids(ref_words(name, self.lexicon) for name in one.implied_by)
        details = (
            *detail("in words", plain if one.text else ""),
            *_written(one.says, one.when),
            *detail("implied by", by),
            *detail("likely", trust_text(one.likely) if one.likely is not None else ""),
            *detail("note", one.note),
        )
        return Entry(one.id, HYPOTHESIS, self._sentence(_line(one.text or plain)), by and f"implied by {by}", details, one.span)

    def _claim(self, one: Contradiction) -> Entry:
        by = ids(ref_words(name, self.lexicon) for name in one.by)
        words = one.text or (
            f"One of these must go: {ids(name.id for name in one.dilemma)}"
            if one.dilemma
            else f"{' contradicts '.join(name.id for name in one.between)}{'' if len(one.between) > 1 else ' cannot be'}"
        )
        details = (
            *detail("between", ids(name.id for name in one.between)),
            *detail("one must go", ids(name.id for name in one.dilemma)),
            *detail("because", ids(name.id for name in one.because)),
            *detail("needs", ids(name.id for name in one.needs)),
            *detail("claimed by", by),
            *detail("where", one.at),
            *detail("note", one.note),
        )
        return Entry(one.id, CONTRADICTION, self._sentence(_line(words)), by and f"claimed by {by}", details, one.span)

    def _query(self, one: Query) -> Entry:
        plain = self._sentence(sentence(one.ask, self.lexicon))
        details = (*detail("written", to_text(one.ask)), *detail("expected", one.expect))
        return Entry(one.id, QUERY, self._sentence(_line(one.text or plain)), "", details, one.span)


def _line(text: str) -> str:
    return " ".join(part for found in detail("", text) for part in found.lines)


def _written(says: Condition | None, when: When) -> tuple[Detail, ...]:
    return (*detail("written", to_text(says) if says else ""), *detail("when", when_to_text(when)))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The second of each pair by the first, each once."""
    found: dict[str, dict[str, None]] = {}
    for first, second in pairs:
        found.setdefault(first, {})[second] = None
    return {first: tuple(seconds) for first, seconds in found.items()}


def _denies(one: Statement) -> Iterator[str]:
    """The names of what a statement denies."""
    for says in (one.says, *(reading.says for reading in one.readings)):
        yield from (node.of.id for node in find(says, Denied))


def _names_in(claim: Contradiction) -> Iterator[str]:
    yield from (name.id for name in (*claim.between, *claim.because, *claim.needs, *claim.dilemma))
