"""All events and states of a dossier, drawn in rows over an axis of time."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.asking import question
from reasoner.commands.ir import Answer, Code, Options
from reasoner.commands.reading import notes_to_text
from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import clashing, narrowed, read
from reasoner.report.json_text import json_text
from reasoner.report.placed import occurrences
from reasoner.report.timeline import timeline
from reasoner.report.to_text import to_text
from reasoner.report.windows_to_json import windows_to_json
from reasoner.times.errors import DateError, UnfitTimeError
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Window
from reasoner.times.windows import extent


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """The picture, or the windows that it shows. The code is 0 unless a date is none or a limit stopped the search."""
    asking = question(options)
    findings = clashing(read(files), asking)
    span = Window(_first(options.since, findings).earliest, _first(options.until, findings).latest)
    findings, found = narrowed(findings, occurrences(findings), asking, 1)
    code = Code.FINE if findings.complete else Code.STOPPED
    if options.format == "json":
        return Answer(json_text(windows_to_json(findings, found)), code)
    text = to_text(timeline(findings, found, options.width, span), color=options.color)
    return Answer(text, code, "" if options.quiet else notes_to_text(findings.theory.notes, files))


def _first(date: str, findings: Findings) -> Window:
    """The ticks of a date that a flag gives; all, where there is none. Raises `Rejected` where it is no date."""
    if not date:
        return Window(None, None)
    try:
        return extent(parse_date(date), zone=findings.theory.zone, clock=findings.theory.clock).whole
    except (DateError, UnfitTimeError) as wrong:
        message = f"`{date}` is no date that an axis can begin or end with: {wrong}"
        raise Rejected((Diagnostic("T070", NOWHERE, message, "write it as in a dossier, `2012` or `2012-07-14`"),)) from wrong
