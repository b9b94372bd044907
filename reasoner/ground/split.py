"""Which pieces of a ground program belong together: the parts that can be looked at alone.

Once it is settled which guards are on, many atoms have just one value: those that are derived from guards alone, with no
choice, no time and no circle through negation in between. Such atoms join nothing: every part that uses them gets their
rules. What joins is what is open even then: times, choices, and what depends on them.

A guard joins the parts that it touches only if giving it up can hurt in one of them (it lifts an exception, meets a
duty, silences another statement). A guard that can only help when it goes joins nothing: for a set of guards in conflict
the others may be taken as off, in every part at once, so that a set is in conflict iff it is in one of the parts
(splitting sets: Lifschitz and Turner, ICLP 1994).

What can hurt is found by signs. An instance that is broken hurts by being true, and so do the body of a rule that forbids
and the condition of a bound; what these follow from hurts with the same sign, or, where it is negated, with the other. Take
a clean world, give up a guard that does not hurt by being false, and keep all times and choices: what hurts by being true
can then only become false, and what hurts by being false only true, so that the world stays clean. For this the times and
choices must settle all the rest, which they do but for circles through negation: whatever these follow from hurts either way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rustworkx

from reasoner.ground.ir import ZERO, Bound, GroundRule, Instance, WeightRule

Node = int | str  # an atom or a point


@dataclass(frozen=True, slots=True)
class Pieces:
    """Everything that parts are made of, before it is divided. `guards` are the atoms of guards."""

    rules: tuple[GroundRule, ...]
    weights: tuple[WeightRule, ...]
    bounds: tuple[Bound, ...]
    free: frozenset[int]
    guards: frozenset[int]
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The pieces of one part, in the order of the whole, and the guards that it uses."""

    rules: tuple[GroundRule, ...]
    weights: tuple[WeightRule, ...]
    bounds: tuple[Bound, ...]
    instances: tuple[Instance, ...]
    guards: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of either kind: its heads, and the literals of its body."""

    heads: tuple[int, ...]
    body: tuple[int, ...]
    choice: bool
    at: tuple[int, int]  # 0 for a plain rule, 1 for a weight rule, and its place


def divide(pieces: Pieces) -> tuple[Group, ...]:
    """The parts in order of their first piece; what no guard touches is one part, the last, if there is any."""
    rules = tuple(_all_rules(pieces))
    defining: defaultdict[int, list[_Rule]] = defaultdict(list)
    for rule in rules:
        for head in rule.heads:
            defining[head].append(rule)
    circling = _circles(rules, defining)
    open_atoms = _open_atoms(pieces, rules, circling)
    cones = _Cones(pieces.guards, open_atoms, _hurting(pieces, rules, circling), defining)
    return _Division(pieces, rules, cones).groups()


def _all_rules(pieces: Pieces) -> Iterator[_Rule]:
    for nth, rule in enumerate(pieces.rules):
        yield _Rule(rule.head, rule.body, rule.choice, (0, nth))
    for nth, weight in enumerate(pieces.weights):
        yield _Rule(weight.head, tuple(literal for literal, _ in weight.body), weight.choice, (1, nth))


def _circles(rules: tuple[_Rule, ...], defining: dict[int, list[_Rule]]) -> frozenset[int]:
    """The atoms that rest on each other, somewhere on the absence of one: guards, times and choices do not settle them."""
    graph: rustworkx.PyDiGraph[int, None] = rustworkx.PyDiGraph()
    index: dict[int, int] = {}
    for rule in rules:
        for atom in (*rule.heads, *map(abs, rule.body)):
            if atom not in index:
                index[atom] = graph.add_node(atom)
    graph.add_edges_from_no_data([(index[abs(lit)], index[head]) for rule in rules for head in rule.heads for lit in rule.body])
    found: set[int] = set()
    for component in rustworkx.strongly_connected_components(graph):
        atoms = frozenset(graph[node] for node in component)
        inner = (rule for atom in atoms for rule in defining.get(atom, ()))
        if any(literal < 0 and -literal in atoms for rule in inner for literal in rule.body):
            found |= atoms
    return frozenset(found)


def _open_atoms(pieces: Pieces, rules: tuple[_Rule, ...], circling: frozenset[int]) -> frozenset[int]:
    """The atoms that guards alone do not settle: free or chosen, in a circle through negation, or derived from such."""
    following: defaultdict[int, list[int]] = defaultdict(list)
    for rule in rules:
        for literal in rule.body:
            following[abs(literal)].extend(rule.heads)
    waiting = sorted({*pieces.free, *circling, *(head for rule in rules if rule.choice for head in rule.heads)})
    found = set(waiting)
    while waiting:
        for head in following.get(waiting.pop(), ()):
            if head not in found:
                found.add(head)
                waiting.append(head)
    return frozenset(found - pieces.guards)


def _hurting(pieces: Pieces, rules: tuple[_Rule, ...], circling: frozenset[int]) -> frozenset[int]:
    """The atoms that can hurt by being false: something may then be broken, or impossible, that was not before."""
    using: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    signs: set[tuple[int, bool]] = {(instance.broken, True) for instance in pieces.instances}
    signs |= {(bound.atom, True) for bound in pieces.bounds if bound.atom and not bound.reified}
    for rule in rules:
        for literal in rule.body:
            if not rule.heads:
                signs.add((abs(literal), literal > 0))
            elif not circling.isdisjoint(rule.heads):
                signs |= {(abs(literal), True), (abs(literal), False)}
        for head in rule.heads:
            using[head].append(rule.body)
    waiting = sorted(signs)
    while waiting:
        atom, positive = waiting.pop()
        for body in using.get(atom, ()):
            for literal in body:
                sign = (abs(literal), (literal > 0) == positive)
                if sign not in signs:
                    signs.add(sign)
                    waiting.append(sign)
    return frozenset(atom for atom, positive in signs if not positive)


@dataclass(frozen=True, slots=True)
class _Cones:
    """What settled atoms rest on."""

    guards: frozenset[int]
    open_atoms: frozenset[int]
    hurting: frozenset[int]
    defining: dict[int, list[_Rule]]

    def below(self, atoms: Iterable[int]) -> tuple[set[int], set[int], list[_Rule]]:
        """All settled atoms below, the open ones that are met, and the rules of the settled ones."""
        settled: set[int] = set()
        met: set[int] = set()
        rules: list[_Rule] = []
        waiting = list(atoms)
        while waiting:
            atom = abs(waiting.pop())
            if atom in self.open_atoms:
                met.add(atom)
            elif atom not in settled:
                settled.add(atom)
                for rule in self.defining.get(atom, ()):
                    rules.append(rule)
                    waiting.extend(rule.body)
        return settled, met, rules

    def joining(self, atoms: Iterable[int]) -> set[int]:
        """What these atoms join: open atoms, and guards that can hurt by going."""
        settled, met, _ = self.below(atoms)
        return met | (settled & self.guards & self.hurting)


class _Division:
    """The pieces with the nodes that each joins."""

    def __init__(self, pieces: Pieces, rules: tuple[_Rule, ...], cones: _Cones) -> None:
        self._pieces = pieces
        self._cones = cones
        self._graph: rustworkx.PyGraph[Node, None] = rustworkx.PyGraph()
        self._index: dict[Node | tuple[str, int], int] = {}
        self._rules = [rule for rule in rules if not rule.heads or cones.open_atoms.intersection(rule.heads)]
        self._of_rule = [self._join(_first(rule), cones.joining((*rule.heads, *rule.body))) for rule in self._rules]
        self._of_bound = [self._join(_points(bound)[0], self._of(bound)) for bound in pieces.bounds]
        self._of_instance = [
            self._join(instance.broken, cones.joining((instance.broken, instance.stands))) for instance in pieces.instances
        ]

    def _of(self, bound: Bound) -> set[Node]:
        return {*_points(bound), *(self._cones.joining((bound.atom,)) if bound.atom else ())}

    def _node(self, node: Node) -> int:
        if node not in self._index:
            self._index[node] = self._graph.add_node(node)
        return self._index[node]

    def _join(self, own: Node, others: Iterable[Node]) -> int:
        """The number of the piece's own node, now joined with the others; a settled atom of its own stands alone."""
        nodes = sorted(self._node(node) for node in others)
        first = nodes[0] if nodes else self._node(own)
        self._graph.add_edges_from_no_data([(first, node) for node in nodes[1:]])
        return first

    def groups(self) -> tuple[Group, ...]:
        part_of = {node: nth for nth, part in enumerate(rustworkx.connected_components(self._graph)) for node in part}
        rules, bounds, instances = (defaultdict(list) for _ in range(3))
        for rule, node in zip(self._rules, self._of_rule, strict=True):
            rules[part_of[node]].append(rule)
        for bound, node in zip(self._pieces.bounds, self._of_bound, strict=True):
            bounds[part_of[node]].append(bound)
        for instance, node in zip(self._pieces.instances, self._of_instance, strict=True):
            instances[part_of[node]].append(instance)
        made = [self._group(rules[key], bounds[key], instances[key]) for key in sorted({*rules, *bounds, *instances})]
        free = [group for group in made if not group.guards]
        return (*(group for group in made if group.guards), *([_merged(free)] if free else []))

    def _group(self, rules: list[_Rule], bounds: list[Bound], instances: list[Instance]) -> Group:
        used = [literal for rule in rules for literal in (*rule.heads, *rule.body)]
        used += [bound.atom for bound in bounds if bound.atom]
        used += [atom for instance in instances for atom in (instance.broken, instance.stands) if atom]
        settled, _, below = self._cones.below(used)
        places = sorted({rule.at for rule in (*rules, *below)})
        return Group(
            tuple(self._pieces.rules[nth] for kind, nth in places if kind == 0),
            tuple(self._pieces.weights[nth] for kind, nth in places if kind == 1),
            tuple(bounds),
            tuple(instances),
            frozenset(settled & self._pieces.guards),
        )


def _first(rule: _Rule) -> int:
    return next(iter((*rule.heads, *map(abs, rule.body))), 0)


def _points(bound: Bound) -> tuple[str, ...]:
    return tuple(point for point in (bound.left, bound.right) if point != ZERO)


def _merged(groups: list[Group]) -> Group:
    return Group(
        tuple(rule for group in groups for rule in group.rules),
        tuple(weight for group in groups for weight in group.weights),
        tuple(bound for group in groups for bound in group.bounds),
        tuple(instance for group in groups for instance in group.instances),
        frozenset(),
    )
