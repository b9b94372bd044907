"""A part where it is settled which guards are on: what follows from them is put in for good, and what cannot be is left out.

What remains has the same worlds, and is much smaller: it is what a grounder would have made of the part with the guards as
facts (unit propagation and Clark's completion, as far as they go). Guards that are not settled stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reasoner.explanation.ir import Step
from reasoner.explanation.variants import steps
from reasoner.ground.ir import GroundRule, Part


@dataclass(frozen=True, slots=True)
class Settled:
    """The part, without the guards that are settled, and the atoms that are true in all its worlds, and in none.

    Of those that are true the part has as facts what its bounds, instances, readings and other rules speak of, and no more.
    """

    part: Part
    true: frozenset[int]
    false: frozenset[int]

    def steps(self) -> tuple[Step, ...]:
        """The bounds that are in force in some of its worlds, as far as that is settled."""
        idle = self.false | {-atom for atom in self.true}
        return tuple(step for step in steps(self.part) if step.atom not in idle)


def settled(part: Part, guards: Iterable[int]) -> Settled:
    """The part with these literals for guards of it."""
    literals = tuple(guards)
    values = _Values(part, literals)
    values.propagate()
    rules = tuple(values.rules())
    facts = tuple(GroundRule((atom,), ()) for atom in sorted(values.true & _spoken_of(part, rules)))
    known = frozenset(map(abs, literals))
    left = tuple(guard for guard in part.guards if guard.atom not in known)
    made = replace(part, atoms=(), rules=(*facts, *rules), guards=left)
    return Settled(made, frozenset(values.true), frozenset(values.false))


def _spoken_of(part: Part, rules: Iterable[GroundRule]) -> frozenset[int]:
    """The atoms of the bounds, instances, readings and weight rules of a part, and of these rules."""
    told = {abs(literal) for rule in rules for literal in (*rule.head, *rule.body)}
    told |= {atom for rule in part.weights for atom in (*rule.head, *(abs(literal) for literal, _ in rule.body))}
    told |= {atom for instance in part.instances for atom in (instance.broken, instance.stands)}
    told.update(reading.atom for reading in part.readings)
    return frozenset(told.union(bound.atom for bound in part.bounds))


class _Values:
    """What is known of the atoms, and what becomes known by it; a weight rule says nothing until worlds are looked for."""

    def __init__(self, part: Part, guards: Iterable[int]) -> None:
        literals = list(guards)
        self._part = part
        self._free = frozenset((*part.free, *(guard.atom for guard in part.guards)))
        self.true = {literal for literal in literals if literal > 0}
        self.false = {-literal for literal in literals if literal < 0}
        self._using: defaultdict[int, list[int]] = defaultdict(list)
        self._unmet = [len(rule.body) for rule in part.rules]
        self._dead = [False] * len(part.rules)
        self._makers: defaultdict[int, int] = defaultdict(int)  # for each atom how many rules may still make it true
        for number, rule in enumerate(part.rules):
            for literal in rule.body:
                self._using[literal].append(number)
        for head in (*(rule.head for rule in part.rules), *(rule.head for rule in part.weights)):
            for atom in head:
                self._makers[atom] += 1
        self._off = {atom for atom in self.false if atom in self._makers}
        self._waiting = literals

    def propagate(self) -> None:
        """Until nothing more follows."""
        for number in range(len(self._unmet)):
            self._fire(number)
        for atom in sorted({*map(abs, self._using), *(bound.atom for bound in self._part.bounds if bound.atom)}):
            self._drop(atom)
        while self._waiting:
            literal = self._waiting.pop()
            for number in self._using[literal]:
                self._unmet[number] -= 1
                self._fire(number)
            for number in self._using[-literal]:
                self._kill(number)

    def rules(self) -> Iterable[GroundRule]:
        """What is left of the rules, without the facts; what is off stays off."""
        yield from (GroundRule((), (atom,)) for atom in sorted(self._off))
        for number, rule in enumerate(self._part.rules):
            if not self._dead[number] and not (rule.head and self.true.issuperset(rule.head)):
                yield replace(rule, body=tuple(b for b in rule.body if not self._is_met(b)))

    def _is_met(self, literal: int) -> bool:
        return literal in self.true if literal > 0 else -literal in self.false

    def _fire(self, number: int) -> None:
        """A rule whose body is true makes its head true."""
        rule = self._part.rules[number]
        if self._unmet[number] == 0 and len(rule.head) == 1 and not rule.choice:
            atom = rule.head[0]
            if atom not in self.true and atom not in self.false:
                self.true.add(atom)
                self._waiting.append(atom)

    def _kill(self, number: int) -> None:
        """A rule whose body is false makes nothing."""
        if not self._dead[number]:
            self._dead[number] = True
            for atom in self._part.rules[number].head:
                self._makers[atom] -= 1
                self._drop(atom)

    def _drop(self, atom: int) -> None:
        """An atom that nothing makes true is false."""
        if not self._makers[atom] and atom not in self._free and atom not in self.true and atom not in self.false:
            self.false.add(atom)
            self._waiting.append(-atom)
