"""What one statement, rule, source, conflict or instance takes part in."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.asking import question
from reasoner.commands.ir import Answer, Code, Options
from reasoner.commands.reading import notes_to_text
from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import check, left_without, read
from reasoner.report.about import about
from reasoner.report.allowed import is_known, ways
from reasoner.report.asked import asked_about, concerned, known_as, known_ids
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text
from reasoner.theory.faults import did_you_mean


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    """The findings that the id takes part in. The code is 0 unless it is unknown or a limit stopped the search."""
    asking = question(options)
    findings = check(read(files), asking)
    asked = asked_about(findings, _known(options.id, findings))
    if options.format == "json":
        return Answer(to_json(concerned(findings, asked), findings.theory.notes, every=True), _code(complete=findings.complete))
    left = {way.names: left_without(findings, way.names, asking) for way in ways(findings, asked)}
    text = to_text(about(findings, asked, left, in_full=options.verbose), color=options.color)
    code = _code(complete=findings.complete and all(map(is_known, left.values())))
    return Answer(text, code, "" if options.quiet else notes_to_text(findings.theory.notes, files))


def _code(*, complete: bool) -> Code:
    return Code.FINE if complete else Code.STOPPED


def _known(ident: str, findings: Findings) -> str:
    """The id as it is known; raises `Rejected` where nothing is called so."""
    known = known_as(findings, ident)
    if known is None:
        near = did_you_mean(ident, known_ids(findings), otherwise="ids stand in brackets in what `reasoner check` prints")
        if any(named.id == ident for named in findings.theory.names):
            near = f"it is the name of something: `reasoner show {ident}` tells who says what of it"
        message = f"no statement, rule, source, conflict or instance is called `{ident}`"
        raise Rejected((Diagnostic("T070", NOWHERE, message, near),))
    return known
