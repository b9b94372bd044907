"""No derivation goes on for ever: rules that bring about new occurrences do not feed each other in a circle.

The test is rich acyclicity (Hernich and Schweikardt, PODS 2007; weak acyclicity, after Fagin, Kolaitis, Miller and Popa,
ICDT 2003, for a chase that makes a new thing for each choice of *all* variables of a rule, as here). Positions are pairs
of a word and one of its roles, or `self` for the occurrence. A variable passes from each of its positions in `given` to
its positions in `then`; each variable of `given` also passes, as something new, to the `self` of each occurrence that the
rule brings about. A circle through something new is endless.

A content, `that C`, is new in the role in which it stands, and each place in it is a position of its own, of the content's
shape: what stood there may be taken out and put in again for ever. Only for contents it counts what is supposed under
`unless` and `must` too: what a rule supposes is made of the things of its `given`, in contents as often as that goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from reasoner.dossier.ir import Mark
from reasoner.language.ir import (
    Aggregate,
    Arith,
    Atom,
    Compare,
    Condition,
    Content,
    Count,
    Denial,
    Every,
    Initiates,
    Name,
    NoneOf,
    Occurs,
    OfKind,
    Var,
)
from reasoner.language.rewrite import contains, find, walk
from reasoner.language.shapes import shape
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Law
from reasoner.theory.kinds import Words, happens
from reasoner.theory.variables import binders, new_occurrences

SELF = "self"
_BORN = "write `as E` in `then` for an occurrence that `given` names, or make the conclusion a `fact`"
_WRAPPED = "put into `that ..` no variable that may stand for a content which this rule makes"
Position = tuple[str, str]
TRUTH: Position = ("true", "1")
"""Where all contents stand that there are."""


@dataclass(frozen=True, slots=True)
class Edge:
    """From one position to another by a rule ("" for a mark of the vocabulary, and for a content that is made true).

    `new` if what arrives is new, `wrapped` if it is a content around it; `silent` if it is only supposed.
    """

    source: Position
    target: Position
    law: str
    new: bool = False
    wrapped: bool = False
    silent: bool = False


def check_endless(draft: Draft, faults: Faults) -> None:
    whole = [one for one in draft.theory.laws if _is_sure(one, draft.words) and not faults.doubts.lines(one.span)]
    laws_of = (edge for one in whole for edge in (*_of_law(one, draft.words), *_contents_of(one, draft.words)))
    edges = list(dict.fromkeys([*_marked(draft.words), *_made_true(draft), *laws_of]))
    every, said = _ways(edges), _ways([edge for edge in edges if not edge.silent])
    reported: set[frozenset[str]] = set()
    laws = {law.id: law for law in draft.theory.laws}
    for edge in edges:
        path = _path(edge.target, edge.source, every if edge.wrapped else said) if edge.new else None
        if path is None:
            continue
        circle = list(dict.fromkeys(step.law for step in (edge, *path) if step.law))
        if frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            rules = " -> ".join(f"`{law}`" for law in [*circle, circle[0]])
            message = f"this goes on for ever: each time the rule brings about something new, it can begin again ({rules})"
            hint = _WRAPPED if edge.wrapped else _BORN
            faults.error("T055", laws[circle[0]].span, message, hint)


def _is_sure(law: Law, words: Words) -> bool:
    """Whether all that it asks and concludes is in words that are known."""
    lines = (law.given, law.unless, law.then, law.never, law.must)
    return all(node.predicate in words for node in find(lines, Atom))


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


def _marked(words: Words) -> Iterator[Edge]:
    """What a symmetric or reflexive word says of one role it says of the other."""
    for word in words.values():
        if len(word.roles) == 2 and (word.has(Mark.SYMMETRIC) or word.has(Mark.REFLEXIVE)):
            one, other = word.roles
            yield Edge((word.id, one.name), (word.id, other.name), "")
            yield Edge((word.id, other.name), (word.id, one.name), "")


def _of_law(law: Law, words: Words) -> Iterator[Edge]:
    found = _given(law)
    made = new_occurrences(law)
    heads = _heads(law.then)
    for var, positions in found.items():
        for source, worked_out in positions:
            for target in _targets(var, heads, words):
                yield Edge(source, target, law.id, worked_out)
            for born in _born(law, made, words):
                yield Edge(source, born, law.id, new=True)


def _heads(conditions: tuple[Condition, ...]) -> list[tuple[Atom, Any]]:
    """What is said to be so, each with its name; what is only counted, or said in `that ..`, is not."""
    nodes = list(walk(conditions, (Content, Count, NoneOf, Aggregate, Every)))
    heads: list[tuple[Atom, Any]] = [(node.atom, node.name) for node in nodes if isinstance(node, Occurs)]
    return heads + [(node.atom, None) for node in nodes if isinstance(node, Initiates)]


def _given(law: Law) -> dict[str, list[tuple[Position, bool]]]:
    """Where each variable of `given` comes from, and whether it is a number worked out from what stands there."""
    found: dict[str, list[tuple[Position, bool]]] = {}
    for node in _asked(law.given):
        match node:
            case Occurs(atom, name, _):
                for role, value in [(SELF, name), *((arg.role, arg.value) for arg in atom.args)]:
                    if isinstance(value, Var):
                        found.setdefault(value.id, []).append(((atom.predicate, role), False))
                    elif isinstance(value, Content):
                        for place, inner in _places(value):
                            found.setdefault(inner.id, []).append((place, False))
            case OfKind(ref=Var(id=id_), kind=kind):
                found.setdefault(id_, []).append(((kind, SELF), False))
            case _:
                pass
    _add_sums(law, found)
    bound = binders(law.given)
    return {var: _told(positions) for var, positions in found.items() if var in bound}


def _told(positions: list[tuple[Position, bool]]) -> list[tuple[Position, bool]]:
    """What is true ranges over all contents only where nothing else tells what they are."""
    return [one for one in positions if one[0] != TRUTH] or positions


def _asked(conditions: tuple[Condition, ...]) -> Iterator[Any]:
    """The nodes of conditions; of what stands in `that ..` only what must be true."""
    for node in walk(conditions, (Content,)):
        yield node
        if isinstance(node, Atom) and node.predicate == "true":
            yield from _asked(tuple(arg.value.says for arg in node.args if isinstance(arg.value, Content)))


def _add_sums(law: Law, found: dict[str, list[tuple[Position, bool]]]) -> None:
    """`N = M + 1` gives N the positions of M; repeated, since one sum may build on another."""
    equations = [node for node in find(law.given, Compare) if node.op == "="]
    for _ in equations:
        for equation in equations:
            for side, other in ((equation.left, equation.right), (equation.right, equation.left)):
                if isinstance(side, Var):
                    new = contains(other, Arith)
                    origins = [place for node in find(other, Var) for place in found.get(node.id, [])]
                    known = found.setdefault(side.id, [])
                    known += [(place, new or old) for place, old in dict.fromkeys(origins) if (place, new or old) not in known]


def _targets(var: str, heads: list[tuple[Atom, Any]], words: Words) -> Iterator[Position]:
    """Where `then` puts the variable: in roles of the word and of the kinds above it, and as the occurrence itself."""
    for atom, name in heads:
        for kind in _kinds(atom.predicate, words):
            if isinstance(name, Var) and name.id == var:
                yield (kind, SELF)
            yield from ((kind, arg.role) for arg in atom.args if isinstance(arg.value, Var) and arg.value.id == var)


def _born(law: Law, made: tuple[Occurs, ...], words: Words) -> Iterator[Position]:
    atoms = [part.atom for part in made if happens(part.atom.predicate, words)]
    atoms += [node.atom for node in find(law.then, Initiates, closed=(Content,))]
    for atom in atoms:
        yield from ((kind, SELF) for kind in _kinds(atom.predicate, words))


# ---------------------------------------------------------------- contents


def _places(content: Content) -> Iterator[tuple[Position, Var]]:
    """The variables in a content, and in those inside it, each with its place in the shape."""
    made, told = shape(content.says)
    for nth, value in enumerate(told, 1):
        if isinstance(value, Var):
            yield (f"that {made.key}", str(nth)), value
        elif isinstance(value, Content):
            yield from _places(value)


def _contents_of(law: Law, words: Words) -> Iterator[Edge]:
    """What goes into the contents that a rule makes: by its `then`, or by what may be supposed of its `unless` and `must`."""
    found = _given(law)
    for conditions, silent in ((law.then, False), (law.unless, True), (law.must, True)):
        heads = _heads(conditions)
        heads += [(node.atom, None) for node in find(conditions, Denial, closed=(Content, Count, NoneOf, Aggregate, Every))]
        for var, positions in found.items():
            targets = [(target, False) for target in _targets(var, heads, words)] if silent else []
            targets += [way for atom, _ in heads for way in _wrappings(var, atom, words)]
            for (source, worked_out), (target, wrapped) in product(positions, targets):
                yield Edge(source, target, law.id, worked_out or wrapped, wrapped, silent)


def _wrappings(var: str, atom: Atom, words: Words) -> Iterator[tuple[Position, bool]]:
    """Where a variable in the contents of an atom goes: its own place as it is, and in a content those around that."""
    for arg in atom.args:
        if isinstance(arg.value, Content):
            here = [(kind, arg.role) for kind in _kinds(atom.predicate, words)]
            yield from _inside(var, arg.value, (*here, TRUTH))


def _inside(var: str, content: Content, around: tuple[Position, ...]) -> Iterator[tuple[Position, bool]]:
    made, told = shape(content.says)
    for nth, value in enumerate(told, 1):
        place = (f"that {made.key}", str(nth))
        if isinstance(value, Var) and value.id == var:
            yield place, False
            yield from ((one, True) for one in around)
        elif isinstance(value, Content):
            inner = list(_inside(var, value, (place, TRUTH)))
            yield from inner
            yield from ((one, True) for one in around if inner)


def _made_true(draft: Draft) -> Iterator[Edge]:
    """Where something says that a content is true, what is in contents gets to where their sentences say it."""
    said = [one.readings for one in draft.theory.said] + [law.then for law in draft.theory.laws]
    if not any(isinstance(node, Atom) and node.predicate == "true" for part in said for node in walk(part)):
        return
    laws = [(law.given, law.unless, law.then, law.never, law.must) for law in draft.theory.laws]
    for content in [node for part in (*said, *laws) for node in find(part, Content)]:
        made, _ = shape(content.says)
        places = [Name(f"${nth}") for nth in range(1, made.places + 1)]
        for atom, name in _heads((made.says,)):
            for kind in _kinds(atom.predicate, draft.words):
                stand = [(SELF, name), *((arg.role, arg.value) for arg in atom.args)]
                yield from (
                    Edge((f"that {made.key}", value.id[1:]), (kind, role), "") for role, value in stand if value in places
                )
                if name is None and happens(atom.predicate, draft.words):
                    yield from (Edge((f"that {made.key}", place.id[1:]), (kind, SELF), "", new=True) for place in places)


def _kinds(predicate: str, words: Words) -> tuple[str, ...]:
    return words[predicate].above if predicate in words else (predicate,)
