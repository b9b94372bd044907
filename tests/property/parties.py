"""A role without a name has one value for each occurrence; of a symmetric word the two parties count as a set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from property.cases import Predicate
from property.program import Bodies, GroundAtom, Instance, Literal, Neg, Pos


def third_parties(predicates: Iterable[Predicate], known: frozenset[GroundAtom]) -> Iterator[Instance]:
    """An instance, without a guard, for each three things that could all be party to one occurrence of a symmetric word."""
    for predicate in predicates:
        if not predicate.symmetric or predicate.form == "fact":
            continue
        for occurrence in sorted(atom[1] for atom in known if atom[0] == "kind" and atom[2] == predicate.id):
            roles = [atom for atom in sorted(known) if atom[0] == "role" and atom[1] == occurrence]
            parties = sorted({atom[3] for atom in roles})
            for three in combinations(parties, 3):
                of_each = [[atom for atom in roles if atom[3] == party] for party in three]
                apart: tuple[Literal, ...] = tuple(
                    Neg(("same", *pair)) for pair in combinations(three, 2) if ("same", *pair) in known
                )
                kind = Pos(("kind", occurrence, predicate.id))
                given: Bodies = tuple((kind, *(Pos(atom) for atom in chosen), *apart) for chosen in product(*of_each))
                yield Instance((predicate.id, (occurrence, *three)), "", given, (), ((),))
