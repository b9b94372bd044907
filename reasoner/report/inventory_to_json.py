"""An inventory as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable

from reasoner.report.inventory import Entry

SCHEMA_VERSION = 1


def inventory_to_json(dossier: str, entries: Iterable[Entry]) -> dict[str, object]:
    """The entries with all their details, in order."""
    return {"schema_version": SCHEMA_VERSION, "dossier": dossier, "entries": [_entry(entry) for entry in entries]}


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "sort": entry.sort,
        "words": entry.words,
        "by": entry.by,
        "used": entry.used,
        "details": [{"label": one.label, "lines": list(one.lines)} for one in entry.details],
        "file": entry.span.file,
        "line": entry.span.line,
    }
