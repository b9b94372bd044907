"""Who said a statement, where it stands, and how well it is vouched for."""

from __future__ import annotations

from math import exp

from reasoner.dossier.ir import Dossier, Hypothesis, Statement
from reasoner.report.clean import clean
from reasoner.report.lexicon import Lexicon
from reasoner.report.sentences import listed
from reasoner.theory.ir import Said
from reasoner.times.to_text import date_words


def chain_words(said: Said, lexicon: Lexicon) -> str:
    """The chain from the inside out: "said by A, passed on by B and C"; a statement without one is the dossier's own."""
    if not said.chain:
        return "said in the dossier itself"
    first, *rest = (lexicon.name(source) for source in said.chain)
    return f"said by {first}" + (f", passed on by {listed(rest)}" if rest else "")


def place_words(statement: Statement | Hypothesis | None, said: Said, lexicon: Lexicon, *, dated: bool) -> str:
    """Where it stands, and when it was said: "the first memo (17 January 2013), as quoted in P7"; empty if that is not told.

    The date of the document is left out unless `dated`.
    """
    if not isinstance(statement, Statement):
        return ""
    place = clean(statement.at)
    if said.document and place.startswith(said.document):
        date = lexicon.dates.get(said.document, "") if dated else ""
        place = lexicon.name(said.document) + (f" ({date})" if date else "") + place.removeprefix(said.document)
    on = date_words(statement.said_on) if statement.said_on else ""
    return "; ".join(part for part in (place, on and f"said {on}") if part)


def trust_words(cost: int) -> str:
    """The trust that a cost stands for, to two digits."""
    return "trust 0.5 or less" if cost == 0 else f"trust {1 / (1 + exp(-cost / 1000)):.2f}"


def by_id(dossier: Dossier) -> dict[str, Statement | Hypothesis]:
    """The statements and hypotheses as written."""
    entries: list[Statement | Hypothesis] = [*dossier.statements, *dossier.hypotheses]
    return {one.id: one for one in entries}
