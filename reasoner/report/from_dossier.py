"""From a dossier to its inventory."""

from __future__ import annotations

from reasoner.report.inventory import Entry
from reasoner.report.named_entries import NamedEntries
from reasoner.report.naming import speaking
from reasoner.report.rule_entries import RuleEntries
from reasoner.report.rules import rules_of
from reasoner.report.said_entries import SaidEntries
from reasoner.theory.ir import Theory


def inventory(theory: Theory) -> tuple[Entry, ...]:
    """Everything with an id: what is said, what is spoken of, rules and words, each in the order of the files."""
    words = speaking(theory)
    return (
        *SaidEntries.of(theory, words).all(),
        *NamedEntries.of(theory, words).all(),
        *RuleEntries(theory, words, rules_of(theory, words)).all(),
    )
