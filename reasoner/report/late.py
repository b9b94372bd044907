"""What a broken duty asks for that did happen, but not when it was due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import GuardKind, Instance
from reasoner.language.ir import Anything, Atom, Name, Occurs, Var
from reasoner.language.rewrite import walk
from reasoner.report.ir import Line, Ref
from reasoner.report.sentences import capital
from reasoner.report.telling import Telling
from reasoner.times.ir import Window
from reasoner.times.to_words import window_words


def late_words(conflict: Conflict, telling: Telling) -> Iterator[Line]:
    """One line for each occurrence of the kind that a duty of this breach asks for.

    A breach holds however all else is set, so that none of them can meet the duty.
    """
    duties = [telling.duties.get(guard.name) for guard in conflict.members if guard.kind is GuardKind.HONOURED]
    for duty in (one for one in duties if one is not None):
        for name, statement in dict(_occurrences(duty, telling)).items():
            yield _told(name, statement, duty, telling)


def _occurrences(duty: Instance, telling: Telling) -> Iterator[tuple[str, str]]:
    """The occurrences of the asked kind, between the same things, that a statement in play names; with that statement."""
    bindings = dict(duty.bindings)
    theory = telling.findings.theory
    above = {one.id: one.above for one in theory.signatures}
    asked = [node.atom for node in walk(telling.rules.laws[duty.rule].must) if isinstance(node, Occurs)]
    for said in (one for one in theory.said if not one.off and not one.supposed):
        for node in walk(said.readings):
            if not isinstance(node, Occurs) or not isinstance(node.name, Name):
                continue
            if any(atom.predicate in above.get(node.atom.predicate, ()) and _fits(atom, node.atom, bindings) for atom in asked):
                yield node.name.id, said.id


def _fits(asked: Atom, told: Atom, bindings: Mapping[str, str]) -> bool:
    """Whether every role that is asked for is told with the same thing."""
    roles = {arg.role: arg.value for arg in told.args}
    for arg in asked.args:
        wanted = arg.value
        if isinstance(wanted, Anything) or (isinstance(wanted, Var) and wanted.id not in bindings):
            continue
        ident = bindings[wanted.id] if isinstance(wanted, Var) else wanted.id if isinstance(wanted, Name) else ""
        if roles.get(arg.role) != Name(ident):
            return False
    return True


def _told(name: str, statement: str, duty: Instance, telling: Telling) -> Line:
    """When it was, if that is stated; it came too late if it came after all that the duty hangs on."""
    windows = telling.windows
    own = windows.of.get(name, Window(None, None))
    if own.earliest is not None and own.latest is not None and own.earliest > own.latest:
        own = Window(None, None)  # statements contradict each other on it
    on = f" ({window_words(own, zone=windows.zone, clock=windows.clock)})" if own != Window(None, None) else ""
    others = [window for _, value in duty.bindings if (window := windows.of.get(value)) is not None]
    late = bool(others) and own.earliest is not None
    late = late and all(one.latest is not None and own.earliest is not None and own.earliest > one.latest for one in others)
    does = "came too late" if late else "does not meet the duty"
    return (f"{capital(telling.lexicon.name(name))}{on} {does}. ", Ref(statement))
