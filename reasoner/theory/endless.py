"""No derivation goes on for ever: rules that bring about new occurrences do not feed each other in a circle.

The test is rich acyclicity (Hernich and Schweikardt, PODS 2007; weak acyclicity, after Fagin, Kolaitis, Miller and Popa,
ICDT 2003, for a chase that makes a new thing for each choice of *all* variables of a rule, as here). Positions are pairs
of a word and one of its roles, or `self` for the occurrence. A variable passes from each of its positions in `given` to
its positions in `then`; each variable of `given` also passes, as something new, to the `self` of each occurrence that the
rule brings about. A circle through something new is endless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reasoner.dossier.ir import Mark
from reasoner.language.ir import Arith, Atom, Compare, Initiates, Occurs, OfKind, Var
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Law, Signature
from reasoner.theory.kinds import happens
from reasoner.theory.variables import binders, new_occurrences

SELF = "self"
Position = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """From one position to another by a rule ("" for a mark of the vocabulary); `new` if what arrives is new."""

    source: Position
    target: Position
    law: str
    new: bool = False


def check_endless(draft: Draft, faults: Faults) -> None:
    edges = list(
        dict.fromkeys([*_marked(draft.words), *(edge for one in draft.theory.laws for edge in _of_law(one, draft.words))])
    )
    ways = _ways(edges)
    reported: set[frozenset[str]] = set()
    laws = {law.id: law for law in draft.theory.laws}
    for edge in edges:
        path = _path(edge.target, edge.source, ways) if edge.new else None
        if path is None:
            continue
        circle = list(dict.fromkeys(step.law for step in (edge, *path) if step.law))
        if frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            rules = " -> ".join(f"`{law}`" for law in [*circle, circle[0]])
            message = f"this goes on for ever: each time the rule brings about something new, it can begin again ({rules})"
            hint = "write `as E` in `then` for an occurrence that `given` names, or make the conclusion a `fact`"
            faults.error("T055", laws[edge.law].span, message, hint)


def _ways(edges: list[Edge]) -> dict[Position, list[Edge]]:
    ways: dict[Position, list[Edge]] = {}
    for edge in edges:
        ways.setdefault(edge.source, []).append(edge)
    return ways


def _path(start: Position, goal: Position, ways: Mapping[Position, list[Edge]]) -> tuple[Edge, ...] | None:
    """The shortest way from one position to another; () if they are one, None if there is none."""
    paths: dict[Position, tuple[Edge, ...]] = {start: ()}
    queue = [start]
    for here in queue:
        if here == goal:
            return paths[here]
        for edge in ways.get(here, ()):
            if edge.target not in paths:
                paths[edge.target] = (*paths[here], edge)
                queue.append(edge.target)
    return None


def _marked(words: Mapping[str, Signature]) -> Iterator[Edge]:
    """What a symmetric or reflexive word says of one role it says of the other."""
    for word in words.values():
        if len(word.roles) == 2 and (word.has(Mark.SYMMETRIC) or word.has(Mark.REFLEXIVE)):
            one, other = word.roles
            yield Edge((word.id, one.name), (word.id, other.name), "")
            yield Edge((word.id, other.name), (word.id, one.name), "")


def _of_law(law: Law, words: Mapping[str, Signature]) -> Iterator[Edge]:
    found = _given(law)
    made = new_occurrences(law)
    heads = [(node.atom, node.name) for node in walk(law.then) if isinstance(node, Occurs)]
    heads += [(node.atom, None) for node in walk(law.then) if isinstance(node, Initiates)]
    for var, positions in found.items():
        for source, worked_out in positions:
            for target in _targets(var, heads, words):
                yield Edge(source, target, law.id, worked_out)
            for born in _born(law, made, words):
                yield Edge(source, born, law.id, new=True)


def _given(law: Law) -> dict[str, list[tuple[Position, bool]]]:
    """Where each variable of `given` comes from, and whether it is a number worked out from what stands there."""
    found: dict[str, list[tuple[Position, bool]]] = {}
    for node in walk(law.given):
        match node:
            case Occurs(atom, name, _):
                for role, value in [(SELF, name), *((arg.role, arg.value) for arg in atom.args)]:
                    if isinstance(value, Var):
                        found.setdefault(value.id, []).append(((atom.predicate, role), False))
            case OfKind(ref=Var(id=id_), kind=kind):
                found.setdefault(id_, []).append(((kind, SELF), False))
            case _:
                pass
    _add_sums(law, found)
    bound = binders(law.given)
    return {var: positions for var, positions in found.items() if var in bound}


def _add_sums(law: Law, found: dict[str, list[tuple[Position, bool]]]) -> None:
    """`N = M + 1` gives N the positions of M; repeated, since one sum may build on another."""
    equations = [node for node in walk(law.given) if isinstance(node, Compare) and node.op == "="]
    for _ in equations:
        for equation in equations:
            for side, other in ((equation.left, equation.right), (equation.right, equation.left)):
                if isinstance(side, Var):
                    new = any(isinstance(node, Arith) for node in walk(other))
                    origins = [place for node in walk(other) if isinstance(node, Var) for place in found.get(node.id, [])]
                    known = found.setdefault(side.id, [])
                    known += [(place, new or old) for place, old in dict.fromkeys(origins) if (place, new or old) not in known]


def _targets(var: str, heads: list[tuple[Atom, Any]], words: Mapping[str, Signature]) -> Iterator[Position]:
    """Where `then` puts the variable: in roles of the word and of the kinds above it, and as the occurrence itself."""
    for atom, name in heads:
        for kind in _kinds(atom.predicate, words):
            if isinstance(name, Var) and name.id == var:
                yield (kind, SELF)
            yield from ((kind, arg.role) for arg in atom.args if isinstance(arg.value, Var) and arg.value.id == var)


def _born(law: Law, made: tuple[Occurs, ...], words: Mapping[str, Signature]) -> Iterator[Position]:
    atoms = [part.atom for part in made if happens(part.atom.predicate, words)]
    atoms += [node.atom for node in walk(law.then) if isinstance(node, Initiates)]
    for atom in atoms:
        yield from ((kind, SELF) for kind in _kinds(atom.predicate, words))


def _kinds(predicate: str, words: Mapping[str, Signature]) -> tuple[str, ...]:
    return words[predicate].above if predicate in words else (predicate,)
