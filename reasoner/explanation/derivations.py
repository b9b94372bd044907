"""How an atom of a world comes to be true: the rules used, as few as can be told quickly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from reasoner.explanation.ir import Inference
from reasoner.ground.ir import GroundRule, Part, WeightRule

_Rule = GroundRule | WeightRule


def derivation(part: Part, true: frozenset[int], target: int) -> tuple[Inference, ...]:
    """The inferences that lead to `target` in the world where the atoms `true` are: premises first, `target` last.

    Of the rules for an atom the one with the smallest tree above it is taken (Knuth, "A generalization of Dijkstra's
    algorithm", IPL 1977). Shared steps are told once. Guards and free atoms have no premises.
    """
    search = _Search(true)
    for rule in part.rules:
        search.add(rule)
    for weighted in part.weights:
        search.add(weighted)
    chosen = search.run((*(guard.atom for guard in part.guards), *part.free))
    return tuple(_ordered(chosen, target))


def _ordered(chosen: dict[int, tuple[int, ...]], target: int) -> Iterator[Inference]:
    """What `target` rests on, and it, each atom after its premises."""
    told: set[int] = set()
    pending = [(target, False)]
    while pending:
        atom, ready = pending.pop()
        if atom in told:
            continue
        if ready:
            told.add(atom)
            yield Inference(atom, chosen[atom])
        else:
            pending.append((atom, True))
            pending.extend((premise, False) for premise in reversed(chosen[atom]) if premise > 0)


@dataclass(slots=True)
class _Search:
    """Settles the true atoms in order of the size of their derivation."""

    true: frozenset[int]
    waiting: defaultdict[int, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[int, int] = field(default_factory=dict)
    chosen: dict[int, tuple[int, ...]] = field(default_factory=dict)
    queue: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)

    def add(self, rule: _Rule) -> None:
        """A rule to derive with; those that need no atom are used at once."""
        if any(atom in self.true for atom in rule.head):
            for literal in _body(rule):
                if literal > 0:
                    self.waiting[literal].append(rule)
            self._use(rule)

    def run(self, leaves: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
        """For each true atom the premises that give it the smallest derivation."""
        for atom in leaves:
            if atom in self.true:
                heappush(self.queue, (1, atom, ()))
        while self.queue:
            size, atom, premises = heappop(self.queue)
            if atom not in self.sizes:
                self.sizes[atom], self.chosen[atom] = size, premises
                for rule in self.waiting[atom]:
                    self._use(rule)
        return self.chosen

    def _use(self, rule: _Rule) -> None:
        premises = self._met(rule)
        if premises is not None:
            size = 1 + sum(self.sizes[literal] if literal > 0 else 1 for literal in premises)
            for atom in rule.head:
                if atom in self.true and atom not in self.sizes:
                    heappush(self.queue, (size, atom, premises))

    def _met(self, rule: _Rule) -> tuple[int, ...] | None:
        """The literals that make the body true, by what is settled so far; None if it is not yet."""
        settled = tuple(b for b in _body(rule) if (b in self.sizes if b > 0 else -b not in self.true))
        if isinstance(rule, GroundRule):
            return settled if len(settled) == len(rule.body) else None
        reached = sum(weight for literal, weight in rule.body if literal in settled)
        return settled if reached >= rule.lower else None


def _body(rule: _Rule) -> tuple[int, ...]:
    return rule.body if isinstance(rule, GroundRule) else tuple(literal for literal, _ in rule.body)
