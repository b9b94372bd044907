"""Repairs counted without a list, and some of them passed over, against all of them."""

from random import Random

import pytest

from reasoner.explanation.counting import count_minimal_hitting_sets
from reasoner.explanation.factors import MOST_LISTED, factors
from reasoner.explanation.ir import Conflict, Repair, Stopped
from reasoner.explanation.repairs import Choosing, cheapest_without, repairs_of
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
def test_the_cheapest_that_keeps_some_guards(seed: int) -> None:
    conflicts = random_conflicts(seed)
    spared = next((one for one in repairs_of(conflicts) if not atoms(one) & {2, 3}), None)
    assert cheapest_without(conflicts, [2, 3]) == spared


@pytest.mark.parametrize("seed", range(300))
def test_what_is_forbidden_is_passed_over_and_nothing_else(seed: int) -> None:
    """In every answer some of its guards are chosen, some others that it keeps, and all repairs that have both are forbidden."""
    random, conflicts = Random(seed), random_conflicts(seed)
    guards = sorted({one.atom for conflict in conflicts for one in conflict.members})
    given_up = random.sample(guards, random.choice((0, 0, 1)))
    left = [one for one in repairs_of(conflicts) if atoms(one) >= set(given_up)]
    choosing = Choosing(conflicts, given_up)
    while (found := choosing.cheapest()) is not None:
        assert found == left[0]
        lost = {one for one in atoms(found) if random.random() < 0.5}
        kept = {one for one in guards if one not in atoms(found) and random.random() < 0.3}
        choosing.forbid(lost, {*kept, 99})
        left = [one for one in left if not (atoms(one) >= lost and atoms(one).isdisjoint(kept))]
    assert not left


def star(points: int) -> list[Conflict]:
    """One guard in all of so many conflicts, which have nothing else in common."""
    hub = guard(1, 5)
    return [Conflict(str(n), (hub, guard(2 * n, 5), guard(2 * n + 1, 5)), ()) for n in range(1, points + 1)]


def test_a_rule_broken_in_forty_places_has_a_trillion_repairs() -> None:
    (found,) = factors(star(40))
    assert (found.count, len(found.repairs)) == (2**40 + 1, MOST_LISTED)
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
