"""On which guards and times it can depend whether an atom is true in some world, once it is settled which guards are on.

Looking back from an atom gives what it follows from: rules, and behind a condition on times the times of its two ends,
with all that binds them. What follows from it can matter only where it can fail, so that there is no world: a rule that
forbids, a circle through negation, times that are bound. Such items join all that is open in what they follow from.
What is neither behind an atom nor joined to it is a world of its own (splitting sets: Lifschitz and Turner, ICLP 1994):
in a dossier that has a world, it can always be as it is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import rustworkx

from reasoner.ground.ir import ZERO, Bound, Part

_Node = int | str
"""An atom, or a group of times, by the name of one of them."""


@dataclass(frozen=True, slots=True)
class Component:
    """The atoms of the guards and the times (in the order of the part) on which an atom can depend."""

    guards: frozenset[int]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Components:
    """The component of each atom of an instance or reading, and the atoms that are not settled once it is known which guards are on."""

    of: dict[int, Component]
    open_atoms: frozenset[int]

    @staticmethod
    def from_part(part: Part) -> Components:
        """The components of all instances and readings of `part`."""
        graph = _Graph(part)
        atoms = dict.fromkeys(atom for i in part.instances for atom in (i.broken, i.stands) if atom)
        atoms |= dict.fromkeys(reading.atom for reading in part.readings)
        return Components({atom: graph.component(atom) for atom in atoms}, graph.open_atoms())


def behind_times(part: Part) -> Callable[[Iterable[str]], frozenset[int]]:
    """What tells on which guards it can depend how some times of a part lie, by their atoms."""
    return _Graph(part).behind_times


class _Graph:
    """What follows from what in a part, and what can fail together."""

    __slots__ = ("_behind", "_failing", "_groups", "_guards", "_joined", "_open", "_points")

    def __init__(self, part: Part) -> None:
        self._guards = frozenset(guard.atom for guard in part.guards)
        self._points = tuple(point for point in part.points if point != ZERO)
        pure = pure_conditions(part)
        self._groups = _Joined(self._points)
        binding = [bound for bound in part.bounds if bound.atom not in pure]
        for bound in binding:
            self._groups.join(point for point in (bound.left, bound.right) if point != ZERO)
        self._behind: defaultdict[_Node, list[_Node]] = defaultdict(list)
        self._add_rules(part)
        for bound in part.bounds:
            if bound.atom in pure:
                self._behind[bound.atom] += self._ends(bound)
        circles = circles_through_negation(part)
        self._open = self._open_nodes(part, circles)
        self._joined = _Joined(self._open)
        self._failing: defaultdict[_Node, set[_Node]] = defaultdict(set)
        self._join_failing(part, binding, circles)

    def behind_times(self, points: Iterable[str]) -> frozenset[int]:
        """The guards behind what binds these times, and behind what can fail together with that."""
        return self._reached(self._groups.root(point) for point in points).guards

    def component(self, atom: int) -> Component:
        """All that is behind an atom, and behind what can fail together with it."""
        return self._reached([atom])

    def _reached(self, nodes: Iterable[_Node]) -> Component:
        reached = self._cone(nodes)
        for root in {self._joined.root(node) for node in reached & self._open}:
            reached = reached | self._failing[root]
        groups = {node for node in reached if isinstance(node, str)}
        points = tuple(point for point in self._points if self._groups.root(point) in groups)
        return Component(frozenset(node for node in reached if node in self._guards and isinstance(node, int)), points)

    def open_atoms(self) -> frozenset[int]:
        return frozenset(node for node in self._open if isinstance(node, int))

    def _add_rules(self, part: Part) -> None:
        for head, body in _rules(part):
            for atom in head:
                self._behind[atom] += [*(abs(literal) for literal in body), *(other for other in head if other != atom)]

    def _ends(self, bound: Bound) -> list[_Node]:
        """The groups of the two times of a bound."""
        return [self._groups.root(point) for point in (bound.left, bound.right) if point != ZERO]

    def _open_nodes(self, part: Part, circles: list[list[int]]) -> frozenset[_Node]:
        """The groups of times, and the atoms that guards alone do not settle."""
        following: defaultdict[_Node, list[_Node]] = defaultdict(list)
        for node, behind in self._behind.items():
            for other in behind:
                following[other].append(node)
        chosen = [atom for rule in part.rules if rule.choice or len(rule.head) > 1 for atom in rule.head]
        chosen += [atom for weighted in part.weights if weighted.choice for atom in weighted.head]
        groups = [self._groups.root(point) for point in self._points]
        sources = [*part.free, *chosen, *(atom for circle in circles for atom in circle), *groups]
        return frozenset(_reachable(following, sources)) - self._guards

    def _join_failing(self, part: Part, binding: list[Bound], circles: list[list[int]]) -> None:
        """Joins what is open behind each thing that can fail, and keeps all that is behind it."""
        items: list[list[_Node]] = [[*circle] for circle in circles]
        items += [[abs(literal) for literal in body] for head, body in _rules(part) if not head]
        items += [[*self._ends(bound), *([bound.atom] if bound.atom else [])] for bound in binding]
        cones = [self._cone(item) for item in items]
        for cone in cones:
            self._joined.join(sorted(cone & self._open, key=str))
        for cone in cones:
            for root in {self._joined.root(node) for node in cone & self._open}:
                self._failing[root] |= cone

    def _cone(self, nodes: Iterable[_Node]) -> set[_Node]:
        return _reachable(self._behind, nodes)


def _rules(part: Part) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Heads and bodies of all rules."""
    for rule in part.rules:
        yield rule.head, rule.body
    for weighted in part.weights:
        yield weighted.head, tuple(literal for literal, _ in weighted.body)


def pure_conditions(part: Part) -> frozenset[int]:
    """The atoms that say of two times how they lie, and nothing else: free, with one bound, which is reified."""
    heads = frozenset(atom for head, _ in _rules(part) for atom in head)
    bounds: defaultdict[int, list[Bound]] = defaultdict(list)
    for bound in part.bounds:
        bounds[bound.atom].append(bound)
    guards = frozenset(guard.atom for guard in part.guards)
    free = frozenset(part.free) - heads - guards
    return frozenset(atom for atom, own in bounds.items() if atom in free and len(own) == 1 and own[0].reified)


def circles_through_negation(part: Part) -> list[list[int]]:
    """Atoms that rest on each other, somewhere on the absence of one: they may have no stable model."""
    graph: rustworkx.PyDiGraph[int, None] = rustworkx.PyDiGraph()
    atoms = dict.fromkeys(abs(atom) for head, body in _rules(part) for atom in (*head, *body))
    index = {atom: graph.add_node(atom) for atom in atoms}
    graph.add_edges_from_no_data([(index[abs(b)], index[h]) for head, body in _rules(part) for h in head for b in body])
    circle_of = {
        graph[node]: number for number, found in enumerate(rustworkx.strongly_connected_components(graph)) for node in found
    }
    bad = {circle_of[h] for head, body in _rules(part) for h in head for b in body if b < 0 and circle_of[h] == circle_of[-b]}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for atom in sorted(atoms):
        members[circle_of[atom]].append(atom)
    return [members[number] for number in sorted(bad)]


def _reachable(edges: dict[_Node, list[_Node]], sources: Iterable[_Node]) -> set[_Node]:
    found = set(sources)
    waiting = list(found)
    while waiting:
        for node in edges.get(waiting.pop(), ()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


class _Joined:
    """Disjoint sets of nodes (Tarjan, JACM 1975), with path halving."""

    __slots__ = ("_above",)

    def __init__(self, nodes: Iterable[_Node]) -> None:
        self._above = {node: node for node in nodes}

    def root(self, node: _Node) -> _Node:
        above = self._above
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def join(self, nodes: Iterable[_Node]) -> None:
        roots = [self.root(node) for node in nodes]
        for root in roots[1:]:
            self._above[self.root(root)] = self.root(roots[0])
