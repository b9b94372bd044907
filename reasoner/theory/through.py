"""Through whom each statement comes: by which names of sources, parties and steps it is switched off, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reasoner.dossier.ir import Dossier
from reasoner.theory.ir import Law, Said


@dataclass(frozen=True, slots=True)
class Through:
    """`own` is the dossier itself, which vouches for what has no sources; `parties` are those behind sources, by id.

    `sources` are all names of sources and parties, those of their guards too; the dossier's own only as that of its guard
    where something else is called so.
    """

    own: str
    parties: Mapping[str, str]
    trusts: Mapping[str, Fraction | None]
    sources: frozenset[str]

    def of(self, one: Said) -> frozenset[str]:
        """The names of the sources, of the parties behind them, and of the steps of what can be given up."""
        if one.certain or one.supposed:
            return frozenset()
        chain = self._chain(one)
        steps = (f"link({one.id}, {nth})" for nth in range(1, len(chain) + 1))
        return frozenset((*(name for source in chain for name in self._names(source)), *steps))

    def kept(self, one: Said, only: frozenset[str]) -> bool:
        """Whether these are all its sources, or all steps of its chain, but for those that are trusted for certain."""
        if one.certain or one.supposed:
            return False
        chain = self._chain(one)
        doubtful = [(nth, source) for nth, source in enumerate(chain, 1) if self.trusts.get(source) != 1]
        by_source = all(self._names(source) & only for _, source in doubtful)
        by_step = all(f"link({one.id}, {nth})" in only for nth, _ in doubtful)
        return (by_source or by_step) and bool(self.of(one) & only)

    def _chain(self, one: Said) -> tuple[str, ...]:
        return one.chain or (self.own,)

    def _names(self, source: str) -> frozenset[str]:
        return _names(source, self.parties) & self.sources


def through(dossier: Dossier, said: Iterable[Said], laws: Iterable[Law]) -> Through:
    """How the statements of a dossier come."""
    statements = tuple(said)
    parties = {source.id: source.of.id for source in dossier.sources if source.of}
    ids = {*(source.id for source in dossier.sources), *(source for one in statements for source in one.chain)}
    names = {name for source in ids for name in _names(source, parties)}
    others = {*(one.id for one in statements), *(law.id for law in laws), *names}
    mine = {f"trust({dossier.id})", *([dossier.id] if dossier.id not in others else [])}
    trusts = {source.id: source.trust for source in dossier.sources}
    return Through(dossier.id, parties, trusts, frozenset(names | mine))


def _names(source: str, parties: Mapping[str, str]) -> frozenset[str]:
    party = parties.get(source, source)
    return frozenset((source, f"trust({source})", party, f"trust({party})"))
