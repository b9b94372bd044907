from itertools import combinations
from random import Random

import pytest

from reasoner.explanation.hitting_sets import HittingSets


def minimal(costs, family):
    hitting = [
        frozenset(some)
        for size in range(len(costs) + 1)
        for some in combinations(costs, size)
        if all(set(some) & set(one) for one in family)
    ]
    found = [one for one in hitting if not any(other < one for other in hitting)]
    return sorted((sum(costs[e] for e in one), len(one), tuple(sorted(one))) for one in found)


def answers(sets, costs):
    found = []
    while (chosen := sets.cheapest()) is not None:
        found.append((sum(costs[e] for e in chosen), len(chosen), chosen))
        sets.block(chosen)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_all_minimal_hitting_sets_come_cheapest_first(seed):
    random = Random(seed)
    for _ in range(10):
        costs = {element: random.choice((0, 0, 1, 2, 7)) for element in range(1, random.randint(2, 8))}
        family = [random.sample(sorted(costs), random.randint(1, min(4, len(costs)))) for _ in range(random.randint(0, 6))]
        sets = HittingSets(costs)
        for one in family:
            sets.hit(one)
        found = answers(sets, costs)
        assert [one[:2] for one in found] == [one[:2] for one in minimal(costs, family)]
        assert sorted(found) == minimal(costs, family)


@pytest.mark.parametrize("seed", range(40))
def test_sets_may_come_while_answers_are_given(seed):
    random = Random(seed)
    costs = {element: random.choice((0, 1, 1, 3, 5)) for element in range(1, 9)}
    family = [random.sample(sorted(costs), random.randint(1, 4)) for _ in range(6)]
    sets = HittingSets(costs)
    found = []
    while (chosen := sets.cheapest()) is not None:
        missed = [one for one in family if not set(one) & set(chosen)]
        if missed:
            sets.hit(missed[0])
        else:
            found.append((sum(costs[e] for e in chosen), len(chosen), chosen))
            sets.block(chosen)
    assert [one[:2] for one in found] == [one[:2] for one in minimal(costs, family)]
    assert sorted(found) == minimal(costs, family)


def test_an_element_that_costs_nothing_is_never_in_vain():
    sets = HittingSets({1: 0, 2: 5, 3: 0})
    sets.hit([1, 2])
    assert answers(sets, {1: 0, 2: 5, 3: 0}) == [(0, 1, (1,)), (5, 1, (2,))]


def test_the_first_of_very_many_comes_at_once():
    costs = {element: 1000 + element for element in range(200)}
    sets = HittingSets(costs)
    for first in range(0, 200, 5):
        sets.hit(range(first, first + 5))
    assert sets.cheapest() == tuple(range(0, 200, 5))
