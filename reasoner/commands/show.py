"""One entry of a dossier: its words, its sources, its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reasoner.commands.ir import Answer, Options
from reasoner.commands.reading import theory_and_notes
from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected
from reasoner.files import SourceFile
from reasoner.pipeline import check
from reasoner.report.asked import known_ids
from reasoner.report.found_entries import found_entries
from reasoner.report.from_dossier import inventory
from reasoner.report.inventory import Entry
from reasoner.report.inventory_to_json import inventory_to_json
from reasoner.report.inventory_to_text import entries_to_text
from reasoner.report.json_text import json_text
from reasoner.theory.faults import did_you_mean
from reasoner.theory.guard_names import entry_of
from reasoner.theory.ir import Theory

_IN_REPORTS = re.compile(r"\(|^[0-9a-f]{8}$")
"""Guards, duties, what nobody says and single cases have brackets; a conflict goes by its hash."""


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """One name may stand for a statement and for the occurrence that it tells of: then both are shown.

    What is no entry of the dossier may be a name that only a report gives: if it looks like one, the dossier is checked.

    Raises:
        Rejected: where nothing has this id.
    """
    theory, notes = theory_and_notes(files)
    entries = inventory(theory)
    asked = {options.id, entry_of(options.id)}
    found = [entry for entry in entries if asked.intersection(_names(entry))] or _reported(options.id, theory, entries)
    text = json_text(inventory_to_json(theory.dossier.id, found)) if options.format == "json" else entries_to_text(found)
    return Answer(text, aside="" if options.quiet else notes)


def _reported(ident: str, theory: Theory, entries: Sequence[Entry]) -> list[Entry]:
    """What a report calls so; raises `Rejected` where nothing is."""
    known = [entry.id for entry in entries]
    if theory.dossier.id and _IN_REPORTS.search(ident):
        findings = check(theory.dossier)
        if found := found_entries(findings, ident):
            return list(found)
        known += known_ids(findings)
    near = did_you_mean(ident, known, otherwise="`reasoner list` tells what there is")
    raise Rejected((Diagnostic("T070", NOWHERE, f"nothing here is called `{ident}`", near),))


def _names(entry: Entry) -> tuple[str, ...]:
    """Its id; a rule goes by `pack/rule` too."""
    return (entry.id, f"{entry.pack}/{entry.id.removeprefix(f'{entry.pack}/')}") if entry.pack else (entry.id,)
