"""The things that have times, by the ids that a reader knows."""

from __future__ import annotations

from collections.abc import Iterable

from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected
from reasoner.explanation.ir import Findings
from reasoner.language.ir import Name
from reasoner.language.rewrite import find
from reasoner.program.terms import quote
from reasoner.report.symbols import Call, symbol
from reasoner.theory.faults import did_you_mean
from reasoner.theory.ir import Said, Sort
from reasoner.theory.selection import law_names

_PLACED = frozenset({Sort.OCCURRENCE, Sort.DOCUMENT})


def things_asked(ids: Iterable[str], findings: Findings) -> tuple[str, ...]:
    """The terms of all things that these ids name, each once; raises `Rejected` with a fault for each that names none."""
    faults: list[Diagnostic] = []
    found: dict[str, None] = {}
    for ident in ids:
        things = things_called(ident, findings)
        if not things:
            near = did_you_mean(ident, known_things(findings), otherwise="`reasoner list` tells what there is")
            faults.append(Diagnostic("T070", NOWHERE, f"nothing that has times is called `{ident}`", near))
        found |= dict.fromkeys(things)
    if faults:
        raise Rejected(tuple(faults))
    return tuple(found)


def known_things(findings: Findings) -> tuple[str, ...]:
    """What can be asked for: events, states and documents, and the statements and rules that speak of them."""
    theory = findings.theory
    named = [named.id for named in theory.names if named.sort in _PLACED]
    said = [one.id for one in theory.said if things_called(one.id, findings)]
    laws = [name for law in theory.laws for name in law_names(law) if things_called(name, findings)]
    return tuple(sorted({*named, *said, *laws}))


def things_called(ident: str, findings: Findings) -> tuple[str, ...]:
    """The terms of what an id names: the thing itself, else what the statement names, or what the rule brings about."""
    theory, placed = findings.theory, _placed(findings)
    if ident in placed:
        return (quote(ident),)
    for said in theory.said:
        if said.id == ident:
            return _spoken_of(said, placed)
    makers = {law.id for law in theory.laws if ident in law_names(law)}
    return tuple(thing for thing in made_by_rules(findings) if _maker(thing) in makers)


def _placed(findings: Findings) -> frozenset[str]:
    return frozenset(named.id for named in findings.theory.names if named.sort in _PLACED)


def _spoken_of(said: Said, placed: frozenset[str]) -> tuple[str, ...]:
    names = (node.id for node in find(said.readings, Name) if node.id in placed)
    return tuple(quote(name) for name in dict.fromkeys(names))


def made_by_rules(findings: Findings) -> tuple[str, ...]:
    """What rules bring about, in order of name."""
    points = {point for part in findings.parts for point in part.points if point.startswith(("s(new(", "e(new("))}
    return tuple(sorted({point[2:-1] for point in points}))


def _maker(thing: str) -> str:
    match symbol(thing):
        case Call("new", (str() as rule, *_)):
            return rule
        case _:
            return ""


def occurrences(findings: Findings) -> tuple[str, ...]:
    """All events and states by their terms: those that statements name, in order of name, then those that rules bring about."""
    named = sorted(named.id for named in findings.theory.names if named.sort is Sort.OCCURRENCE)
    return (*map(quote, named), *made_by_rules(findings))


def disputed_things(findings: Findings) -> frozenset[str]:
    """The events and states of which a statement speaks that is a member of some conflict."""
    members = {guard.of for one in findings.explanations for conflict in one.conflicts for guard in conflict.members}
    placed = _placed(findings)
    return frozenset(thing for one in findings.theory.said if one.id in members for thing in _spoken_of(one, placed))
