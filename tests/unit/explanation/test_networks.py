from itertools import product
from random import Random

import pytest

from reasoner.explanation.networks import negative_cycle, network, shortest_negative_cycle
from reasoner.solver.ir import Limit

POINTS = ("", "a", "b", "c")


def times(limits, horizon=9):
    for row in product(range(-horizon, horizon + 1), repeat=3):
        at = dict(zip(POINTS[1:], row, strict=True)) | {"": 0}
        if all(at[limit.left] - at[limit.right] <= limit.ticks for limit in limits):
            yield at


def random_limits(random):
    pairs = [random.sample(POINTS, 2) for _ in range(random.randint(1, 6))]
    return [Limit(left, right, random.randint(-2, 2)) for left, right in pairs]


def is_cycle(limits, places):
    chain = [limits[place] for place in places]
    return all(one.left == after.right for one, after in zip(chain, [*chain[1:], chain[0]], strict=True))


@pytest.mark.parametrize("seed", range(60))
def test_a_negative_cycle_is_found_exactly_where_no_times_are(seed):
    limits = random_limits(Random(seed))
    possible = any(True for _ in times(limits))
    for find in (negative_cycle, shortest_negative_cycle):
        places = find(limits)
        assert (places is None) == possible
        if places is not None:
            assert is_cycle(limits, places)
            assert sum(limits[place].ticks for place in places) < 0
    if not possible:
        assert len(shortest_negative_cycle(limits)) <= len(negative_cycle(limits))


def test_of_two_cycles_the_one_with_fewer_bounds_is_told():
    limits = [Limit("a", "", 0), Limit("b", "a", -1), Limit("", "b", 0), Limit("c", "", -1), Limit("", "c", 0)]
    assert sorted(shortest_negative_cycle(limits)) == [3, 4]


def test_most_is_the_tightest_bound_that_follows():
    net = network([Limit("a", "", 5), Limit("b", "a", 2), Limit("b", "", 9), Limit("", "c", 1), Limit("a", "", 7)])
    assert net.most("b", "") == 7
    assert net.most("a", "") == 5
    assert net.most("", "") == 0
    assert net.most("c", "") is None
    assert net.most("b", "c") == 8
