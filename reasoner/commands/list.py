"""What is in a dossier, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.ir import Answer, Options
from reasoner.commands.reading import theory_and_notes
from reasoner.files import SourceFile
from reasoner.report.from_dossier import inventory
from reasoner.report.inventory_to_json import inventory_to_json
from reasoner.report.inventory_to_text import list_to_text
from reasoner.report.json_text import json_text


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    theory, notes = theory_and_notes(files)
    entries = inventory(theory)
    text = (
        json_text(inventory_to_json(theory.dossier.id, entries)) if options.format == "json" else list_to_text(theory, entries)
    )
    return Answer(text, aside="" if options.quiet else notes)
