"""Where events, states and documents lie, by all that is accepted, and what keeps them there."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.asking import question
from reasoner.commands.ir import Answer, Code, Options
from reasoner.commands.reading import notes_to_text
from reasoner.files import SourceFile
from reasoner.pipeline import clashing, narrowed, read
from reasoner.report.json_text import json_text
from reasoner.report.placed import things_asked
from reasoner.report.to_text import to_text
from reasoner.report.windows import windows_report
from reasoner.report.windows_to_json import windows_to_json


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """The windows of all things that the ids name. The code is 0 unless an id is unknown or a limit stopped the search."""
    asking = question(options)
    findings = clashing(read(files), asking)
    things = things_asked(options.ids, findings)
    findings, found = narrowed(findings, things, asking, options.limit, reasons=True)
    code = Code.FINE if findings.complete else Code.STOPPED
    if options.format == "json":
        return Answer(json_text(windows_to_json(findings, found)), code)
    text = to_text(windows_report(findings, found, options.limit), color=options.color)
    return Answer(text, code, "" if options.quiet else notes_to_text(findings.theory.notes, files))
