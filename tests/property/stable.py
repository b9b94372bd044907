"""Stable models by their definition (Gelfond and Lifschitz 1988): guess, take the reduct, compare with its least model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import eq, ge, gt, le, lt, ne

from property.program import GroundAtom

Counted = tuple[tuple[str, tuple[frozenset[GroundAtom], ...]], ...]
"""Values, each with the sets of atoms of which one must be true for it to be counted."""


@dataclass(frozen=True, slots=True)
class Active:
    """A rule whose guards, choices and times are settled. With `counted`, so many of these values are needed too."""

    head: GroundAtom
    positive: frozenset[GroundAtom]
    negative: frozenset[GroundAtom]
    at_least: int = 0
    counted: Counted = ()


@dataclass(frozen=True, slots=True)
class ActiveExtreme:
    """`atom` is true where a value that is there, and that none which is there outdoes, is as told; `empty` where none is."""

    atom: GroundAtom
    values: Counted
    outdoes: frozenset[tuple[str, str]]
    as_told: frozenset[str]
    empty: bool

    def holds(self, model: frozenset[GroundAtom]) -> bool:
        there = [value for value, bodies in self.values if any(body <= model for body in bodies)]
        most = [value for value in there if not any((other, value) in self.outdoes for other in there)]
        return any(value in self.as_told for value in most) if there else self.empty


@dataclass(frozen=True, slots=True)
class ActiveTotal:
    """`atom` is true where the numbers of what is there add up as told."""

    atom: GroundAtom
    values: tuple[tuple[tuple[str, ...], int, tuple[frozenset[GroundAtom], ...]], ...]
    op: str
    right: int

    def holds(self, model: frozenset[GroundAtom]) -> bool:
        there: list[tuple[tuple[str, ...], int]] = []
        for things, number, bodies in self.values:
            if any(body <= model for body in bodies) and not any(
                number == other and all(_one(a, b, model) for a, b in zip(things, before, strict=True))
                for before, other in there
            ):
                there.append((things, number))
        return OPS[self.op](sum(number for _, number in there), self.right)


def _one(thing: str, other: str, model: frozenset[GroundAtom]) -> bool:
    return thing == other or ("same", thing, other) in model


OPS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "!=": ne}


def stable_models(
    rules: Sequence[Active], extremes: Sequence[ActiveExtreme | ActiveTotal] = ()
) -> Iterator[frozenset[GroundAtom]]:
    """Each guess of the atoms that are true of those that occur negated, or are counted or identities that counts go by.

    What is no head of any rule is false in every stable model, so it is not guessed. Extremes are guessed, and must then be
    as the model has it; no rule makes a number be there because of an extreme of such numbers.
    """
    asked = {atom for rule in rules for atom in (*rule.positive, *rule.negative)}
    needed = [one for one in extremes if one.atom in asked]
    for size in range(len(needed) + 1):
        for some in combinations(needed, size):
            facts = [Active(one.atom, frozenset(), frozenset()) for one in some]
            for model in _models([*rules, *facts]):
                if all(one.holds(model) == (one.atom in model) for one in needed):
                    yield model | {one.atom for one in extremes if one not in needed and one.holds(model)}


def _models(rules: Sequence[Active]) -> Iterator[frozenset[GroundAtom]]:
    heads = {rule.head for rule in rules}
    negated = {atom for rule in rules for atom in rule.negative}
    if any(rule.at_least for rule in rules):
        negated |= {atom for atom in heads if atom[0] == "same"}
    guessed = sorted(negated & heads)
    for size in range(len(guessed) + 1):
        for some in combinations(guessed, size):
            true = frozenset(some)
            model = _least_model([rule for rule in rules if not rule.negative & true], true)
            if all((atom in model) == (atom in true) for atom in guessed):
                yield model


def _least_model(rules: list[Active], guess: frozenset[GroundAtom]) -> frozenset[GroundAtom]:
    """Of rules without negation. Counts go by the classes of the guessed identities, so they too only grow."""
    model: set[GroundAtom] = set()
    waiting = rules
    while True:
        fired = [rule for rule in waiting if rule.positive <= model and _enough(rule, model, guess)]
        if not fired:
            return frozenset(model)
        model.update(rule.head for rule in fired)
        waiting = [rule for rule in waiting if rule.head not in model]


def _enough(rule: Active, model: set[GroundAtom], guess: frozenset[GroundAtom]) -> bool:
    """ "Counts go by class": a value is left out where it is the same as a counted one before it."""
    if not rule.at_least:
        return True
    values = [value for value, bodies in rule.counted if any(body <= model for body in bodies)]
    classes = [value for i, value in enumerate(values) if not any(("same", value, other) in guess for other in values[:i])]
    return len(classes) >= rule.at_least
