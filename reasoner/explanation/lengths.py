"""Which tested bounds follow from each other, and how long a count of months is where its date is said.

A length in months is told by many bounds, one for each length that it can have, depending on where it is counted from. A
reader wants one: the tightest that is sure where the windows said for that date leave it.

    x - y <= 730 days, x - y <= 729 days   the first cannot be true and the second false
    f in May 1937, e 3 years after f       e is 1,096 days after f, for none of these three years begins elsewhere
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reasoner.explanation.ir import Step
from reasoner.explanation.problem import Problem
from reasoner.explanation.variants import steps, with_steps
from reasoner.ground.ir import ZERO, Bound, GroundRule, Part
from reasoner.solver.ir import Limit, Solver

_Pair = tuple[str, str]
_Literal = tuple[int, int]
"""The ticks of `x - y <= ticks`, and the literal that says it."""


@dataclass(frozen=True, slots=True)
class Family:
    """The literals of `x - y <= ticks` for one pair of points, x before y by name, the tightest first."""

    pair: _Pair
    literals: tuple[_Literal, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """Tested bounds that are many only because months and days are: the lengths of one phrase, the ends of pieces and of days.

    `borders` are the atoms that tell in which piece of time something lies, and so how long months are, and nothing else.
    """

    all: tuple[Family, ...]
    borders: frozenset[int]

    def orders(self) -> tuple[GroundRule, ...]:
        """What forbids that one is false where a tighter one is true."""
        pairs = dict.fromkeys(pair for family in self.all for pair in _neighbours(family.literals))
        return tuple(GroundRule((), (tight, -loose)) for tight, loose in pairs)

    def has(self, step: Step) -> bool:
        """Whether a bound is one of many."""
        return any(abs(step.atom) in {abs(one) for _, one in family.literals} for family in self.all)

    def looser(self, step: Step) -> tuple[_Literal, ...]:
        """The bounds that hold where this one does, the loosest first: by how many ticks each is looser, and its literal."""
        left, right, ticks = step.limit.left, step.limit.right, step.limit.ticks
        own = (ticks, step.atom) if left < right else (-ticks - 1, -step.atom)
        kin = [
            one for family in self.all if family.pair == _pair(step.limit) and own in family.literals for one in family.literals
        ]
        found = [(more - ticks, one) for more, one in kin if more > ticks]
        if left > right:
            found = [(own[0] - less, -one) for less, one in kin if less < own[0]]
        return tuple(sorted(dict.fromkeys(found), key=lambda one: (-one[0], one[1])))


def families_of(part: Part) -> Families:
    """The families of a part whose atoms have names."""
    ends = _only_in(part, ("piece(", "together(", "outside("))
    groups: defaultdict[int, set[str]] = defaultdict(set)
    names = dict(part.atoms)
    for rule in part.rules:
        for head in rule.head:
            if (name := names.get(head, "").removeprefix("perhaps(")).startswith("distance("):
                for literal in rule.body:
                    groups[abs(literal)].add(name.removesuffix(")"))
    found: defaultdict[tuple[_Pair, str], set[_Literal]] = defaultdict(set)
    for bound in (bound for bound in part.bounds if bound.reified and bound.atom):
        one = (bound.limit, bound.atom) if bound.left < bound.right else (-bound.limit - 1, -bound.atom)
        for group in (bound.tag,) if bound.tag else ("",) if bound.atom in ends else sorted(groups[bound.atom]):
            found[_pair(bound), group].add(one)
    families = tuple(Family(key[0], tuple(sorted(found[key]))) for key in sorted(found) if len(found[key]) > 1)
    return Families(families, _only_in(part, ("piece(",)))


def _pair(bound: Bound | Limit) -> _Pair:
    return min(bound.left, bound.right), max(bound.left, bound.right)


def _only_in(part: Part, words: tuple[str, ...]) -> frozenset[int]:
    """The conditions that nothing is derived from but atoms with these words."""
    heads = {atom for atom, name in part.atoms if name.startswith(words)}
    inside = {abs(literal) for rule in part.rules if not heads.isdisjoint(rule.head) for literal in rule.body}
    elsewhere = {abs(literal) for rule in part.rules if heads.isdisjoint(rule.head) for literal in rule.body}
    return frozenset(bound.atom for bound in part.bounds if bound.reified) & inside - elsewhere


def _neighbours(family: Sequence[_Literal]) -> Iterator[tuple[int, int]]:
    """Each literal with the next that it makes true; of two that say the same, each with the other."""
    for (ticks, one), (more, other) in pairwise(family):
        yield one, other
        if ticks == more:
            yield other, one


def sure_lengths(part: Part, true: frozenset[int], families: Families, make: Callable[[Part], Solver]) -> tuple[int, ...]:
    """The literals of lengths and of borders that are so by what is said of single things alone; of one phrase the tightest.

    `part` has the rules, `true` are the atoms that hold in it for certain.
    """
    chosen = [step for step in steps(part) if _is_of_one(step.limit) and _counts(part, step.atom, true)]
    problem = Problem(make(with_steps(part, chosen)))
    if problem.refute() is not None:  # what is said of one thing cannot be, and so says nothing
        return ()

    def is_sure(literal: int) -> bool:
        return problem.refute((-literal,)) is not None

    told = Problem(make(replace(part, bounds=())))  # what a rule tests does not hold by being told
    found = [literal for atom in sorted(families.borders) for literal in (atom, -atom) if is_sure(literal)]
    for family in families.all:
        told_ones = [one for _, one in family.literals]
        for lengths in (told_ones, [-one for one in reversed(told_ones)]):
            if families.borders.isdisjoint(map(abs, lengths)) and told.refute((-lengths[-1],)) is not None:
                found += [one for one in lengths if is_sure(one)][:1]
    return tuple(found)


def _counts(part: Part, literal: int, true: frozenset[int]) -> bool:
    """Whether a bound is in force for certain, or is a condition."""
    return literal <= 0 or literal in true or literal in part.free


def _is_of_one(limit: Limit) -> bool:
    """Whether both are ends of one thing, or one of them is a date."""
    ends = limit.left, limit.right
    return ZERO in ends or (ends[0][1:] == ends[1][1:] and all(end.startswith(("s(", "e(")) for end in ends))
