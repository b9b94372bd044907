from reasoner.diagnostics import Rejected
from reasoner.explanation.ir import Conflict, Repair
from reasoner.library import load, parse, stream, when
from reasoner.pipeline import Question, check
from reasoner.program.guards import Blame
from reasoner.theory.ir import Selection

__all__ = ["Blame", "Conflict", "Question", "Rejected", "Repair", "Selection", "check", "load", "parse", "stream", "when"]
