"""Repairs counted and projected without a list, against all of them."""

from random import Random

import pytest

from reasoner.explanation.counting import count_minimal_hitting_sets
from reasoner.explanation.factors import MOST_LISTED, factors
from reasoner.explanation.ir import Conflict, Repair, Stopped
from reasoner.explanation.repairs import cheapest_with, projected, repairs_of
from reasoner.explanation.ticks import endless, ticking
from reasoner.ground.ir import Guard, GuardKind


def guard(atom: int, cost: int) -> Guard:
    return Guard(atom, GuardKind.ACCEPT, f"accept(s{atom})", f"s{atom}", cost)


def random_conflicts(seed: int) -> list[Conflict]:
    random = Random(seed)
    guards = [guard(atom, random.choice((0, 1, 1, 3))) for atom in range(1, random.randint(2, 8))]
    sets = {
        tuple(random.sample(range(len(guards)), random.randint(1, min(3, len(guards))))) for _ in range(random.randint(1, 7))
    }
    return [Conflict(str(nth), tuple(guards[place] for place in sorted(some)), ()) for nth, some in enumerate(sorted(sets))]


def atoms(repair: Repair) -> set[int]:
    return {one.atom for one in repair.gives_up}


@pytest.mark.parametrize("seed", range(150))
def test_a_count_is_the_length_of_the_list(seed: int) -> None:
    conflicts = random_conflicts(seed)
    members = ((one.atom for one in conflict.members) for conflict in conflicts)
    assert count_minimal_hitting_sets(members, 10_000, endless) == len(list(repairs_of(conflicts)))


@pytest.mark.parametrize("seed", range(100))
def test_repairs_come_by_cost_size_and_names(seed: int) -> None:
    found = [(one.cost, len(one.gives_up), one.names) for one in repairs_of(random_conflicts(seed))]
    assert found == sorted(found)


@pytest.mark.parametrize("seed", range(100))
def test_the_first_repair_of_each_kind(seed: int) -> None:
    conflicts = random_conflicts(seed)
    every = list(repairs_of(conflicts))
    some = {1, 3, 4}
    first: dict[frozenset[int], Repair] = {}
    for repair in every:
        first.setdefault(frozenset(atoms(repair) & some), repair)
    assert sorted(projected(conflicts, some), key=str) == sorted(first.values(), key=str)
    spared = next((one for one in every if 1 in atoms(one) and not atoms(one) & {2, 3}), None)
    assert cheapest_with(conflicts, [1], [2, 3]) == spared


def star(points: int) -> list[Conflict]:
    """One guard in all of so many conflicts, which have nothing else in common."""
    hub = guard(1, 5)
    return [Conflict(str(n), (hub, guard(2 * n, 5), guard(2 * n + 1, 5)), ()) for n in range(1, points + 1)]


def test_a_rule_broken_in_forty_places_has_a_trillion_repairs() -> None:
    (found,) = factors(star(40))
    assert (found.count, found.has_all, len(found.repairs)) == (2**40 + 1, False, MOST_LISTED)
    assert [one.atom for one in found.repairs[0].gives_up] == [1]


def test_what_falls_apart_too_little_is_not_counted() -> None:
    random = Random(7)
    sets = [random.sample(range(60), 3) for _ in range(80)]
    assert count_minimal_hitting_sets(sets, 50, endless) is None


def test_a_limit_stops_the_list() -> None:
    (found,) = factors(star(12), ticking(lambda: 0.0))
    assert (found.repairs, found.count, found.complete) == ((), None, False)
    with pytest.raises(Stopped):
        next(repairs_of(star(3), ticking(lambda: 0.0)))
