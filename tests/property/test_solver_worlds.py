"""The solver's answers to random questions about small parts, with and without a limit of time."""

from random import Random

import pytest
from property.small_parts import everything, random_part, true

from reasoner.ground.ir import ZERO
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Limit, Sat, Unsat

LIMITS = {"no limit of time": lambda: None, "a minute": lambda: 60.0}


def random_question(random, part):
    atoms = sorted({atom for atom, _ in part.atoms})
    assumed = [atom if random.random() < 0.6 else -atom for atom in random.sample(atoms, min(len(atoms), random.randint(0, 4)))]
    ends = [ZERO, *part.points]
    limits = [
        Limit(*random.sample(ends, 2), random.randint(-3, 3)) for _ in range(random.choice((0, 0, 1, 2)) if part.points else 0)
    ]
    return assumed, limits


def met(part, times, limits):
    at = dict(zip(part.points, times, strict=True)) | {ZERO: 0}
    return all(at[limit.left] - at[limit.right] <= limit.ticks for limit in limits)


def answers(part, of, assumed, limits):
    return any(
        all(true(model, literal) for literal in assumed) and any(met(part, row, limits) for row in times)
        for model, times in of.worlds
    )


@pytest.mark.parametrize("remaining", LIMITS.values(), ids=LIMITS.keys())
@pytest.mark.parametrize("seed", range(12))
def test_a_world_is_found_exactly_where_there_is_one(seed, remaining):
    random = Random(seed)
    for _ in range(12):
        part = random_part(random)
        of, asked = everything(part), solver(part, remaining=remaining)
        models = {model for model, _ in of.worlds}
        for _ in range(12):
            assumed, limits = random_question(random, part)
            outcome = asked.solve(assumed, limits)
            assert isinstance(outcome, Sat if answers(part, of, assumed, limits) else Unsat), (part, assumed, limits)
            refuted = asked.refute(assumed, limits)
            assert (refuted is None) == isinstance(outcome, Sat)
            assert refuted is None or not answers(part, of, refuted.core, limits)
            if isinstance(outcome, Sat):
                world = outcome.world
                assert world.true in models
                assert [point for point, _ in world.times] == list(part.points)
                assert met(part, [tick for _, tick in world.times], world.bounds)
                assert list(world.bounds[len(world.bounds) - len(limits) :]) == limits
            else:
                assert not answers(part, of, outcome.core, limits)
