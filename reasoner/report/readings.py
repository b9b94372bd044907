"""The readings of statements that no world has."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.report.ir import Block, Heading, Item, Items, Paragraph, Ref
from reasoner.report.telling import Telling


def reading_blocks(telling: Telling) -> Iterator[Block]:
    """Each with its sentence and its name; nothing where there are none."""
    parts = telling.findings.explanations
    found = [reading for part in parts for reading in part.readings]
    if not found:
        return
    one = len(found) == 1
    yield Heading(2, "A reading that cannot be so" if one else "Readings that cannot be so")
    what = "This way to read a statement does" if one else "These ways to read statements do"
    repaired = ", whichever repair is made" if any(part.conflicts for part in parts) else ""
    yield Paragraph((f"{what} not fit the rest of the dossier{repaired}.",))
    yield Items(
        tuple(Item((f"{telling.reading(reading.statement, reading.nth)} ", Ref(reading.statement))) for reading in found)
    )
