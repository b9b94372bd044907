"""With the guards of a justification set as in its world, every setting that has a world has one with the atom."""

from random import Random

import pytest
from property.small_parts import everything, random_part

from reasoner.explanation.components import Components
from reasoner.explanation.justifications import Justifications
from reasoner.ground.ir import Bound, GroundRule, Guard, GuardKind, Part
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Sat


@pytest.mark.parametrize("seed", range(20))
def test_the_guards_of_a_justification_are_enough(seed):
    random = Random(seed)
    for _ in range(40):
        part = random_part(random)
        guards = {guard.atom for guard in part.guards}
        models = [model for model, _ in everything(part).worlds]
        known, components = Justifications(part), Components.from_part(part)
        for atom, component in components.of.items():
            outcome = solver(part).solve((atom,))
            if not isinstance(outcome, Sat):
                continue
            needed = known.of(outcome.world, atom) & {*component.guards, *(-guard for guard in component.guards)}
            alike = [model for model in models if all((abs(one) in model) == (one > 0) for one in needed)]
            settings = {model & guards for model in alike}
            assert settings == {model & guards for model in alike if atom in model}, (part, atom, needed)


def guarded(count):
    return tuple(Guard(atom, GuardKind.ACCEPT, f"accept({atom})", str(atom), 1) for atom in range(1, count + 1))


def justified(rules, bounds=(), points=(), *, on, atom, count=3):
    part = Part("p", (), rules, (), bounds, (), guarded(count), (), points)
    outcome = solver(part).solve([guard if guard in on else -guard for guard in range(1, count + 1)])
    assert isinstance(outcome, Sat)
    return Justifications(part).of(outcome.world, atom)


def test_one_rule_behind_an_atom_is_enough():
    rules = (GroundRule((9,), (1, 2)), GroundRule((9,), (3,)))
    assert justified(rules, on={1, 2, 3}, atom=9) == {3}


def test_an_exception_is_kept_out():
    assert justified((GroundRule((8,), (2,)), GroundRule((9,), (1, -8))), on={1, 3}, atom=9) == {1, -2}


def test_a_bound_matters_only_where_the_times_do_not_obey_it():
    rules = (GroundRule((9,), (1,)),)
    bounds = (Bound(2, "a", "", 0), Bound(1, "a", "", 1), Bound(1, "", "a", -1), Bound(3, "a", "", 5))
    assert justified(rules, bounds, ("a",), on={1}, atom=9) == {1, -2}
