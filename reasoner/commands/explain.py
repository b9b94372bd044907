"""What one statement, rule, source, conflict or instance takes part in."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.asking import code_of, question
from reasoner.commands.ir import Answer, Code, Options
from reasoner.commands.reading import notes_to_text
from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import check, read
from reasoner.report.about import about, asked_about, concerned, known_ids
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text
from reasoner.theory.faults import did_you_mean


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """The findings that the id takes part in. The code is 0 unless it is unknown or a limit stopped the search."""
    findings = check(read(files), question(options))
    _check_id(options.id, findings)
    stopped = code_of(findings, options.fail_on) is Code.STOPPED
    code = Code.STOPPED if stopped else Code.FINE
    if options.format == "json":
        mine = concerned(findings, asked_about(findings, options.id))
        return Answer(to_json(mine, findings.theory.notes, every=True), code)
    text = to_text(about(findings, options.id, in_full=options.verbose), color=options.color)
    return Answer(text, code, "" if options.quiet else notes_to_text(findings.theory.notes, files))


def _check_id(ident: str, findings: Findings) -> None:
    known = known_ids(findings)
    if ident not in known:
        hint = did_you_mean(ident, known, otherwise="ids stand in brackets in what `reasoner check` prints")
        message = f"no statement, rule, source, conflict or instance is called `{ident}`"
        raise Rejected((Diagnostic("T070", NOWHERE, message, hint),))
