"""What each guard costs to give up, and under which guards a statement holds."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import log

from reasoner.program.terms import quote
from reasoner.theory.ir import Law, Said, Theory
from reasoner.theory.trusts import NORM, NOT_GIVEN


class Blame(Enum):
    """What can be given up: single statements, all that a source says, or one step of a chain."""

    STATEMENTS = "statements"
    SOURCES = "sources"
    LINKS = "links"


def cost(trust: Fraction) -> int:
    """`max(0, round(1000 ln(t / (1 - t))))`; a trust of 1 or more has no price and is not asked for."""
    if trust <= 0:
        return 0
    return max(0, round(1000 * log(trust / (1 - trust))))


class Trusts:
    """The trust of sources, statements and rules of one theory."""

    def __init__(self, theory: Theory) -> None:
        self._sources = dict(theory.trusts)
        self._parties = dict(theory.parties)
        self._dossier = theory.id

    def source(self, name: str) -> Fraction:
        told = self._sources.get(name)
        return NOT_GIVEN if told is None else told

    def party(self, name: str) -> str:
        return self._parties.get(name, name)

    def guards(self, said: Said, blame: Blame) -> tuple[tuple[str, Fraction], ...]:
        """The guards under which a statement holds, as ASP terms, each with its trust; those with trust 1 are none."""
        if said.certain:
            return ()
        chain = said.chain or (self._dossier,)
        if blame is Blame.STATEMENTS:
            told = [(f"accept({quote(said.id)})", self._own(said))]
        elif blame is Blame.SOURCES:
            told = [(f"trust({quote(self.party(name))})", self.source(name)) for name in chain]
        else:
            told = [(f"link({quote(said.id)},{step})", self.source(name)) for step, name in enumerate(chain, 1)]
        lowest: dict[str, Fraction] = {}
        for term, trust in told:
            lowest[term] = min(trust, lowest.get(term, trust))
        return tuple((term, trust) for term, trust in lowest.items() if trust < 1)

    def _own(self, said: Said) -> Fraction:
        trust = said.trust if said.trust is not None else (Fraction(1) if said.chain else NOT_GIVEN)
        for name in said.chain:
            trust *= self.source(name)
        return trust

    def rule(self, law: Law) -> Fraction:
        return law.trust if law.trust is not None else (NORM if law.norm else NOT_GIVEN)
