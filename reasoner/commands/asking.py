"""How long a search may take, and from findings to an exit code."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from reasoner.commands.ir import Code, Options
from reasoner.commands.reading import question_of
from reasoner.explanation.ir import Findings
from reasoner.pipeline import Question
from reasoner.report.summary import all_tensions


def question(options: Options) -> Question:
    """What the flags ask for; the time that `--timeout` gives runs from here."""
    return question_of(options, None if options.timeout is None else countdown(options.timeout, monotonic))


def countdown(seconds: float, clock: Callable[[], float]) -> Callable[[], float]:
    """How many seconds remain, at least 0."""
    stop = clock() + seconds
    return lambda: max(0.0, stop - clock())


def code_of(findings: Findings, fail_on: str) -> Code:
    """What is found counts as `fail_on` says; a search that was cut short is told as that."""
    if not findings.complete:
        return Code.STOPPED
    tensions = fail_on == "tension" and all_tensions(findings.explanations)
    return Code.FINDINGS if tensions or findings.inconsistent else Code.FINE
