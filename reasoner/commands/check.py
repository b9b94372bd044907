"""Every conflict and tension, and the repairs."""

from __future__ import annotations

from collections.abc import Sequence

from reasoner.commands.asking import code_of, question
from reasoner.commands.ir import Answer, Options
from reasoner.commands.reading import notes_to_text
from reasoner.files import SourceFile
from reasoner.pipeline import check, read
from reasoner.report.from_findings import Wanted, report
from reasoner.report.to_json import to_json
from reasoner.report.to_text import to_text


def run(options: Options, files: Sequence[SourceFile]) -> Answer:
    findings = check(read(files), question(options))
    code = code_of(findings, options.fail_on)
    if options.format == "json":
        return Answer(to_json(findings, findings.theory.notes, every=options.all), code)
    wanted = Wanted(options.limit, conditionals=options.all, brief=options.quiet, in_full=options.verbose)
    text = to_text(report(findings, wanted), color=options.color)
    return Answer(text, code, "" if options.quiet else notes_to_text(findings.theory.notes, files))
