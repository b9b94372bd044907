"""Parts cut down to what a question is about."""

from random import Random

import pytest

from reasoner.explanation.variants import asked_about
from reasoner.ground.ir import Bound, GroundRule, Part
from reasoner.solver.from_part import solver

FREE = (1, 2, 3)
MADE = (4, 5, 6, 7)
POINTS = ("", "a", "b")


def part(rules, bounds):
    return Part("1", (), tuple(rules), (), tuple(bounds), FREE, (), (), POINTS)


def random_part(random):
    """Atoms are made of those with smaller numbers only, so that no circle goes through a negation."""
    rules = [GroundRule((head,), body(random, head - 1)) for head in MADE for _ in range(random.randint(0, 2))]
    rules += [GroundRule((), body(random, 7)) for _ in range(random.randint(0, 1))]
    tests = [Bound(atom, *random.sample(POINTS, 2), random.randint(-2, 2), reified=True) for atom in FREE]
    rules += [GroundRule((random.choice(FREE),), ()) for _ in range(random.randint(0, 1))]
    return part(rules, [*tests, Bound(random.choice((0, 4, 5)), *random.sample(POINTS, 2), random.randint(-2, 2))])


def body(random, highest):
    return tuple(random.choice((1, -1)) * atom for atom in random.sample(range(1, highest + 1), min(highest, 2)))


@pytest.mark.parametrize("seed", range(150))
def test_what_is_asked_is_possible_of_the_cut_part_exactly_if_it_is_of_the_whole(seed):
    random = Random(seed)
    whole = random_part(random)
    made = sorted({atom for rule in whole.rules for atom in rule.head} | {FREE[0]})
    asked = (random.choice((1, -1)) * random.choice(made),)
    cut = asked_about(whole, map(abs, asked))
    assert (solver(cut).refute(asked) is None) == (solver(whole).refute(asked) is None)


def test_a_test_of_times_that_nothing_asks_about_is_left_out():
    tests = [Bound(atom, "a", "", 5, reified=True) for atom in FREE]
    cut = asked_about(part([GroundRule((4,), (1,)), GroundRule((5,), (2,))], tests), (4,))
    assert [bound.atom for bound in cut.bounds] == [1]
    assert cut.rules == (GroundRule((4,), (1,)),)
    assert cut.free == (1,)
