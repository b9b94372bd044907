"""Finds what cannot all be true in a dossier of dated claims, why, and what could be given up.

    dossier = reasoner.load(["facts/gao-truce", "rules"])  # or parse({"facts.yaml": "dossier: ..."})
    findings = reasoner.check(dossier)
    for found in reasoner.stream(dossier):
        match found:
            case reasoner.Conflict(members=members): ...
            case reasoner.Repair(cost, gives_up): ...
    windows = reasoner.when(dossier, "deal-1")

The words, in the order in which they build on each other:

dossier         statements of sources, things they speak of, and the rules beside them; as read, nothing looked up yet
statement       one thing said to be so, by somebody; it may be wrong
rule            what must hold over time if the statements are true
guard           the assumption that switches one part on that could be given up: `accept(two-years)`, `keep(one-focus)`
instance        one rule with its variables bound to named things
world           one way in which everything could have been: one integer for every time
conflict        a minimal set of guards that cannot all be on, whatever else is (a MUS)
repair          a minimal set of guards to give up, so that all the rest can be on (an MCS)
verdict         of an instance: certain (in a conflict), tension, conditional, none
window          from the earliest to the latest tick that a start or an end can have
selection       what of a dossier is in play: ids left out, the only ones kept, hypotheses adopted
blame           what can be given up: statements, sources, or links of a chain
question        a selection, a blame, and how much time remains
findings        all that is found of a dossier, part by part
stopped         a limit ended a search; what came until then is right, and there may be more
rejected        the dossier has faults; all of them, each with its place

All values are frozen and typed. Every name is imported when it is first used, so that `import reasoner` costs nothing.
"""

from importlib import import_module

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

_HOMES = {
    "Blame": "reasoner.program.guards",
    "Conflict": "reasoner.explanation.ir",
    "Findings": "reasoner.explanation.ir",
    "Question": "reasoner.pipeline",
    "Rejected": "reasoner.diagnostics",
    "Repair": "reasoner.explanation.ir",
    "Selection": "reasoner.theory.ir",
    "Stopped": "reasoner.explanation.ir",
    "Verdict": "reasoner.dossier.ir",
    "check": "reasoner.pipeline",
    "load": "reasoner.library",
    "parse": "reasoner.library",
    "stream": "reasoner.library",
    "when": "reasoner.library",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        msg = f"module 'reasoner' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
