"""What every command begins with: the dossier, and what its author should know of the reading."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Dossier
from reasoner.files import SourceFile
from reasoner.report.diagnostics_to_text import diagnostics_to_text


def dossier_and_notes(files: Sequence[SourceFile]) -> tuple[Dossier, str]:
    """The dossier, and its warnings as text.

    Raises:
        Rejected: with all faults of all files.
    """
    dossier = read(files)
    return dossier, diagnostics_to_text(dossier.notes, {file.path: file.text for file in files})
