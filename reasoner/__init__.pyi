from reasoner.diagnostics import Rejected
from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Findings, Repair, Stopped
from reasoner.library import load, parse, stream, when
from reasoner.pipeline import Question, check
from reasoner.program.guards import Blame
from reasoner.theory.ir import Selection

__all__ = [
    "Blame",
    "Conflict",
    "Findings",
    "Question",
    "Rejected",
    "Repair",
    "Selection",
    "Stopped",
    "Verdict",
    "check",
    "load",
    "parse",
    "stream",
    "when",
]
