"""Which atoms, times and guards of a part can have to do with each other once it is settled which guards are on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reasoner.ground.ir import ZERO, Part

_Node = int | str  # an atom or a point


@dataclass(frozen=True, slots=True)
class Component:
    """Atoms and times joined by rules and bounds, guards and tick 0 left aside, and the atoms of the guards they name.

    With all guards settled, the worlds of a part are the combinations of one world of each component. So, if there is a
    world at all, what can be in one component depends on the setting of its own guards only.
    """

    guards: frozenset[int]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Components:
    """The component of each atom that is no guard. (A part itself is joined by its guards, too.)"""

    of: dict[int, Component]

    @staticmethod
    def from_part(part: Part) -> Components:
        """The components of `part`, in the order of its points."""
        guards = frozenset(guard.atom for guard in part.guards)
        joined = _Joined()
        named: list[tuple[_Node, int]] = []
        for nodes in _joining(part):
            inner = [node for node in nodes if node not in guards and node != ZERO]
            joined.join(inner)
            named.extend((inner[0], node) for node in nodes if inner and isinstance(node, int) and node in guards)
        return _gathered(part, joined, named)


def _gathered(part: Part, joined: _Joined, named: list[tuple[_Node, int]]) -> Components:
    guards: defaultdict[_Node, set[int]] = defaultdict(set)
    for node, guard in named:
        guards[joined.root(node)].add(guard)
    points: defaultdict[_Node, list[str]] = defaultdict(list)
    for point in part.points:
        if point != ZERO:
            points[joined.root(point)].append(point)
    made: dict[_Node, Component] = {}
    of: dict[int, Component] = {}
    for node in joined.nodes():
        root = joined.root(node)
        component = made.setdefault(root, Component(frozenset(guards[root]), tuple(points[root])))
        if isinstance(node, int):
            of[node] = component
    return Components(of)


def _joining(part: Part) -> Iterator[list[_Node]]:
    """The atoms and points that stand together in a rule or a bound; guards and zero included."""
    for rule in part.rules:
        yield [*rule.head, *map(abs, rule.body)]
    for weighted in part.weights:
        yield [*weighted.head, *(abs(literal) for literal, _ in weighted.body)]
    for bound in part.bounds:
        yield [bound.left, bound.right, *([bound.atom] if bound.atom else [])]
    for instance in part.instances:
        for atom in (instance.broken, instance.stands):
            yield [atom] if atom else []


class _Joined:
    """Disjoint sets of nodes (Tarjan, JACM 1975), with path halving."""

    __slots__ = ("_above",)

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}

    def root(self, node: _Node) -> _Node:
        above = self._above
        above.setdefault(node, node)
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def join(self, nodes: Iterable[_Node]) -> None:
        roots = [self.root(node) for node in nodes]
        for root in roots[1:]:
            self._above[self.root(root)] = self.root(roots[0])

    def nodes(self) -> tuple[_Node, ...]:
        return tuple(self._above)
