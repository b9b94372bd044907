"""Which statements something may retract; all others hold wherever their guards are on."""

from __future__ import annotations

from reasoner.language.ir import Name, Retracts
from reasoner.language.rewrite import find
from reasoner.theory.ir import Theory


def retractable(theory: Theory) -> frozenset[str]:
    """Their ids: those that a statement takes back or is said to take back, and all where a rule may retract any."""
    told = list(find((theory.said, theory.laws), Retracts))
    if any(not isinstance(node.older, Name) for node in told):
        return frozenset(said.id for said in theory.said)
    return frozenset(older for said in theory.said for older in said.retracts) | {node.older.id for node in told}
