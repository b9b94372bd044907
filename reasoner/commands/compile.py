"""The logic program that a dossier becomes."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.ir import Answer, Options
from reasoner.commands.reading import notes_to_text, question_of
from reasoner.files import SourceFile
from reasoner.pipeline import compiled, read
from reasoner.program.to_text import to_text


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """Print it with the facts that it asks for, so that `python -m clingodl` needs nothing else to run it."""
    program, ground = compiled(read(files), question_of(options))
    notes = notes_to_text(program.theory.notes, files)
    return Answer(to_text(program, ground.told), aside="" if options.quiet else notes)
