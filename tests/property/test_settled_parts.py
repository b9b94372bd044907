"""A part with its guards settled has the worlds of the whole part in which they are set like that."""

from random import Random

import pytest
from property.small_parts import everything, random_part

from reasoner.explanation.settled import settled
from reasoner.ground.ir import Bound, GroundRule, Guard, GuardKind, Part
from reasoner.solver.from_part import solver


def settings(random, part):
    for _ in range(4):
        yield [guard.atom if random.random() < 0.6 else -guard.atom for guard in part.guards]


@pytest.mark.parametrize("seed", range(20))
def test_worlds_stay_the_same(seed):
    random = Random(seed)
    for _ in range(25):
        part = random_part(random)
        whole = everything(part).worlds
        for setting in settings(random, part):
            found = settled(part, setting)
            on = {literal for literal in setting if literal > 0}
            off = {-literal for literal in setting if literal < 0}
            expected = {(model, times) for model, times in whole if on <= model and model.isdisjoint(off)}
            worlds = {(model | found.true, times) for model, times in everything(found.part).worlds}
            assert worlds == expected, (part, setting)
            assert all(found.true <= model and model.isdisjoint(found.false) for model, _ in expected)
            assert (solver(found.part).refute(()) is None) == bool(expected)


@pytest.mark.parametrize("seed", range(20))
def test_a_bound_left_out_of_the_steps_is_in_force_in_no_world(seed):
    random = Random(seed)
    for _ in range(25):
        part = random_part(random)
        for setting in settings(random, part):
            found = settled(part, setting)
            told = {step.atom for step in found.steps()}
            for model, _ in everything(found.part).worlds:
                for bound in part.bounds:
                    holds = bound.atom == 0 or bound.atom in model | found.true
                    in_force = bound.atom if holds else -bound.atom
                    assert in_force in told or not (holds or bound.reified), (part, setting, bound)


def test_a_guard_that_is_off_and_would_follow_leaves_no_world():
    guards = tuple(Guard(atom, GuardKind.ACCEPT, f"accept({atom})", str(atom), 1) for atom in (1, 2))
    part = Part("p", (), (GroundRule((2,), (1,)),), (), (Bound(2, "a", "b", 0),), (), guards, (), ("a", "b"))
    assert solver(settled(part, (1, -2)).part).refute(()) is not None
    assert solver(settled(part, (1, 2)).part).refute(()) is None
    assert solver(settled(part, (-1, -2)).part).refute(()) is None
