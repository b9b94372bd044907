"""The tests that stand beside the rules."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.ir import Answer, Options
from reasoner.commands.reading import dossier_and_notes
from reasoner.files import SourceFile


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    _, notes = dossier_and_notes(files)
    return Answer("", aside="" if options.detail < 0 else notes)
