"""What every command begins with: the dossier, and what its author should know of the reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reasoner.commands.ir import Options
from reasoner.diagnostics import Diagnostic
from reasoner.files import SourceFile
from reasoner.pipeline import Question, read, understood
from reasoner.program.guards import Blame
from reasoner.report.diagnostics_to_text import diagnostics_to_text
from reasoner.theory.ir import Selection, Theory


def theory_and_notes(files: Sequence[SourceFile], selection: Selection = Selection()) -> tuple[Theory, str]:  # noqa: B008 - a frozen value
    """The theory of the dossier, and the warnings as text; raises `Rejected` with all faults."""
    theory = understood(read(files), selection)
    return theory, notes_to_text(theory.notes, files)


def notes_to_text(notes: Sequence[Diagnostic], files: Sequence[SourceFile]) -> str:
    """Warnings and notes, with their lines in the files."""
    return diagnostics_to_text(notes, {file.path: file.text for file in files})


def question_of(options: Options, remaining: Callable[[], float | None] | None = None) -> Question:
    """What the flags `--without`, `--only`, `--adopt` and `--blame` ask; `remaining` counts down `--timeout`."""
    selection = Selection(options.without, options.only or None, options.adopt)
    question = Question(selection, Blame(options.blame))
    return question if remaining is None else replace(question, remaining=remaining)
