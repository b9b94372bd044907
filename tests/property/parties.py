"""A role without a name has one value for each occurrence; of a symmetric word the two parties count as a set. A functional
role, here of a number, has one value for each choice of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from property.cases import Predicate
from property.formulas import And, end, le, start
from property.numbering import comparison, is_exact, number
from property.program import Bodies, Body, GroundAtom, Instance, Key, Literal, Neg, Number, Pos, Time


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


def second_values(predicates: Iterable[Predicate], known: frozenset[GroundAtom]) -> Iterator[Instance]:
    """ "`functional: on place` = one value of that role for the rest"; of states while they share a tick. An instance, without a
    guard, for each two tuples, or each two states, of the same others with numbers that may differ."""
    for predicate in predicates:
        if predicate.functional:
            assert predicate.roles[-1] == (predicate.functional, "number")
            yield from _second_of_facts(predicate, known) if predicate.form == "fact" else _second_of_states(predicate, known)


def _second_of_facts(predicate: Predicate, known: frozenset[GroundAtom]) -> Iterator[Instance]:
    told = [atom for atom in sorted(known) if atom[:2] == ("fact", predicate.id)]
    for one, two in product(told, repeat=2):
        if one[:-1] == two[:-1] and _order(one[-1]) < _order(two[-1]):
            key = (predicate.id, (*one[2:], two[-1]))
            yield Instance(key, "", ((Pos(one), Pos(two)),), (), (_differ(one[-1], two[-1]),))


def _second_of_states(predicate: Predicate, known: frozenset[GroundAtom]) -> Iterator[Instance]:
    found: dict[Key, list[tuple[Body, Body]]] = {}
    for e, f in product(sorted(atom[1] for atom in known if atom[0] == "kind" and atom[2] == predicate.id), repeat=2):
        shared = Time(And((le((start(e), 0), (end(f), 0)), le((start(f), 0), (end(e), 0)))))
        for one, two in product(_tellings(predicate, e, known), _tellings(predicate, f, known)):
            if [atom[3] for atom in one[:-1]] == [atom[3] for atom in two[:-1]] and _order(one[-1][3]) < _order(two[-1][3]):
                kinds = Pos(("kind", e, predicate.id)), Pos(("kind", f, predicate.id))
                given = (*kinds, *map(Pos, one), *map(Pos, two))
                found.setdefault((predicate.id, (e, f)), []).append((given, (shared, *_differ(one[-1][3], two[-1][3]))))
    for key, ways in found.items():
        yield Instance(key, "", tuple(given for given, _ in ways), (), tuple((*given, *wrong) for given, wrong in ways))


def _tellings(predicate: Predicate, occurrence: str, known: frozenset[GroundAtom]) -> Iterator[tuple[GroundAtom, ...]]:
    """One value of each role of an occurrence."""
    roles = [atom for atom in sorted(known) if atom[0] == "role" and atom[1] == occurrence]
    return product(*([atom for atom in roles if atom[2] == role] for role, _ in predicate.roles))


def _differ(one: str, two: str) -> Body:
    return () if is_exact(one) and is_exact(two) else (Number(comparison(number(one), "!=", number(two))),)


def _order(value: str) -> tuple[int, int, str]:
    """Exact numbers first."""
    return (0, int(value), "") if is_exact(value) else (1, 0, value)
