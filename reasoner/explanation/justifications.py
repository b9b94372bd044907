"""On which guards it rests that an atom is true in a world: with these set as there, it can be true however the others are.

A justification keeps, of a world, the truth of one atom and of all that this needs: behind a true atom one rule that
makes it true, behind a false one a false condition of each rule that could (off-line justifications: Pontelli, Son,
Elkhatib, TPLP 2009). What must not come to be true (the body of a rule that forbids, a bound that the times of the world
do not obey) is kept false in the same way. Times and choices stay as they are, and the rest follows from them and from the
guards: so the guards that are met on the way are enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reasoner.explanation.components import circles_through_negation
from reasoner.ground.ir import ZERO, Part
from reasoner.solver.ir import World

_Body = tuple[int, ...]


class Justifications:
    """Looks for justifications in the worlds of one part.

    Where its rules have circles through negation, or heads with alternatives, guards, times and choices do not settle all the
    rest, and all guards are answered.
    """

    __slots__ = ("_bounds", "_choosing", "_free", "_guards", "_making", "_never", "_rules", "_settles", "_weighing")

    def __init__(self, part: Part) -> None:
        self._guards = frozenset(guard.atom for guard in part.guards)
        self._free = frozenset(part.free)
        self._making: defaultdict[int, list[_Body]] = defaultdict(list)
        self._choosing: defaultdict[int, list[_Body]] = defaultdict(list)
        self._weighing: defaultdict[int, list[_Body]] = defaultdict(list)
        for rule in part.rules:
            for atom in rule.head:
                (self._choosing if rule.choice else self._making)[atom].append(rule.body)
        for weighted in part.weights:
            for atom in weighted.head or (0,):
                self._weighing[atom].append(tuple(literal for literal, _ in weighted.body))
        self._never = tuple(rule.body for rule in part.rules if not rule.head)
        self._rules = [(rule.head, tuple((literal, 1) for literal in rule.body), len(rule.body)) for rule in part.rules]
        self._rules += [(rule.head, rule.body, rule.lower) for rule in part.weights]
        pure = self._free - self._making.keys() - self._guards
        told = (bound for bound in part.bounds if bound.atom and not (bound.reified and bound.atom in pure))
        self._bounds = tuple(told)
        alternatives = any(len(rule.head) > 1 and not rule.choice for rule in part.rules)
        self._settles = not alternatives and not circles_through_negation(part)

    def of(self, world: World, atom: int) -> frozenset[int]:
        """Literals of guards, true in `world`; in every setting that has them some world has `atom`, which is true in this one.

        Of the settings in which there is a world at all.
        """
        if not self._settles:
            return frozenset(guard if guard in world.true else -guard for guard in self._guards)
        return _Keeping(self, world).guards_for(atom)

    def is_guard(self, literal: int) -> bool:
        return abs(literal) in self._guards

    def is_free(self, atom: int) -> bool:
        """Whether the atom may be true or false as it likes, so that it needs no reason."""
        return atom in self._free

    def making(self, atom: int) -> Iterable[_Body]:
        """The bodies of the rules that make an atom true."""
        return self._making.get(atom, ())

    def supporting(self, atom: int) -> Iterable[_Body]:
        """The bodies of the rules that make an atom true, or let it be chosen."""
        return (*self._making.get(atom, ()), *self._choosing.get(atom, ()))

    def weighing(self, atom: int) -> Iterable[_Body]:
        """The literals that the weight rules with this head go by; of those without one for 0."""
        return self._weighing.get(atom, ())

    def forbidden(self) -> Iterable[_Body]:
        """The bodies that are true in no world."""
        return self._never

    def binding(self, world: World) -> Iterator[int]:
        """The literals, true in this world, without which a bound would come into force that its times do not obey."""
        at = {ZERO: 0, **dict(world.times)}
        for bound in self._bounds:
            if bound.atom in world.true:
                if bound.reified:
                    yield bound.atom
            elif at[bound.left] - at[bound.right] > bound.limit:
                yield -bound.atom

    def ranks(self, true: frozenset[int]) -> dict[int, int]:
        """In which round the rules give each true atom; 0 for guards and what is free."""
        rank = dict.fromkeys(true & (self._guards | self._free), 0)
        left = [(head, body, lower) for head, body, lower in self._rules if not true.isdisjoint(head)]
        for nth in range(1, len(true) + 1):
            given = [rule for rule in left if _reached(rule[1], rank, true) >= rule[2]]
            new = dict.fromkeys((atom for head, _, _ in given for atom in head if atom in true and atom not in rank), nth)
            if not new:
                break
            rank |= new
            left = [rule for rule in left if any(atom in true and atom not in rank for atom in rule[0])]
        return rank


def _reached(body: Iterable[tuple[int, int]], known: dict[int, int], true: frozenset[int]) -> int:
    """The weight of the literals that are known to be true; what is false counts for a negation at once."""
    return sum(weight for literal, weight in body if (literal in known if literal > 0 else -literal not in true))


class _Keeping:
    """What is kept of one world."""

    __slots__ = ("_kept", "_known", "_needed", "_rank", "_waiting", "_world")

    def __init__(self, known: Justifications, world: World) -> None:
        self._known = known
        self._world = world
        self._rank = known.ranks(world.true)
        self._needed: set[int] = set()  # literals of guards
        self._kept: set[int] = set()  # all other literals
        self._waiting: list[int] = []

    def guards_for(self, atom: int) -> frozenset[int]:
        self._keep(atom)
        for literal in self._known.binding(self._world):
            self._keep(literal)
        for body in self._known.weighing(0):
            self._keep_all(body)
        for body in self._known.forbidden():
            self._keep_false(body)
        while self._waiting:
            literal = self._waiting.pop()
            if literal > 0:
                self._support(literal)
            else:
                self._prevent(-literal)
        return frozenset(self._needed)

    def _keep(self, literal: int) -> None:
        """`literal` is true in the world, and stays so."""
        if self._known.is_guard(literal):
            self._needed.add(literal)
        elif literal not in self._kept:
            self._kept.add(literal)
            self._waiting.append(literal)

    def _keep_all(self, body: _Body) -> None:
        """All stay as they are."""
        for literal in body:
            self._keep(literal if self._holds(literal) else -literal)

    def _keep_false(self, body: _Body) -> None:
        """One false literal stays false: one that does so already, else one that is no guard, if there is one."""
        false = [-literal for literal in body if not self._holds(literal)]
        if self._needed.isdisjoint(false) and self._kept.isdisjoint(false):
            self._keep(min(false, key=self._known.is_guard))

    def _support(self, atom: int) -> None:
        """A true atom stays true by the rule with the fewest guards that are not needed already."""
        if self._known.is_free(atom):
            return
        bodies = [body for body in self._known.supporting(atom) if self._supports(body, self._rank[atom])]
        if bodies:
            for literal in min(bodies, key=self._new_guards):
                self._keep(literal)
        else:
            for body in self._known.weighing(atom):
                self._keep_all(body)

    def _supports(self, body: _Body, rank: int) -> bool:
        return all(self._rank.get(literal, rank) < rank if literal > 0 else self._holds(literal) for literal in body)

    def _new_guards(self, body: _Body) -> int:
        return sum(self._known.is_guard(literal) and literal not in self._needed for literal in body)

    def _prevent(self, atom: int) -> None:
        """A false atom stays false: no rule comes to make it true."""
        for body in self._known.making(atom):
            self._keep_false(body)
        for body in self._known.weighing(atom):
            self._keep_all(body)

    def _holds(self, literal: int) -> bool:
        return literal in self._world.true if literal > 0 else -literal not in self._world.true
