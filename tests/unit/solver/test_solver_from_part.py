import pytest

from reasoner.ground.ir import ZERO, Bound, GroundRule, Guard, GuardKind, Instance, Part, WeightRule
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Limit, OutOfRange, Sat, Unknown, Unsat


def part(**fields):
    empty = {
        "id": "p",
        "atoms": (),
        "rules": (),
        "weights": (),
        "bounds": (),
        "free": (),
        "guards": (),
        "instances": (),
        "points": (),
    }
    return Part(**(empty | fields))


def guards(*atoms):
    return tuple(Guard(atom, GuardKind.ACCEPT, f"accept(s{atom})", f"s{atom}", 1) for atom in atoms)


def world(outcome):
    assert isinstance(outcome, Sat), outcome
    return outcome.world


def test_a_guard_that_is_not_named_is_free():
    asked = solver(part(guards=guards(1, 2), rules=(GroundRule((), (1, -2)),)))
    assert world(asked.solve([1])).true == {1, 2}
    assert isinstance(asked.solve([1, -2]), Unsat)


def test_an_atom_without_a_rule_is_false():
    asked = solver(part(guards=guards(1), rules=(GroundRule((2,), (1, -3)),)))
    assert world(asked.solve([1])).true == {1, 2}
    assert isinstance(asked.solve([3]), Unsat)


def test_a_rule_that_rests_on_its_own_absence_leaves_no_world():
    asked = solver(part(guards=guards(1), rules=(GroundRule((2,), (1, -2)),)))
    assert asked.solve([1]) == Unsat((1,))
    assert world(asked.solve([])).true == frozenset()


def test_a_choice_and_a_weight_rule_are_taken_as_such():
    count = WeightRule((4,), 2, ((1, 1), (2, 1), (-3, 1)))
    asked = solver(part(guards=guards(1, 2), rules=(GroundRule((3,), (1,), choice=True),), weights=(count,)))
    assert world(asked.solve([1, -2, 4])).true == {1, 4}
    assert isinstance(asked.solve([1, -2, 3, 4]), Unsat)
    assert isinstance(asked.solve([-1, 3]), Unsat)


def test_a_core_holds_assumptions_in_the_order_given():
    asked = solver(part(guards=guards(1, 2, 3), rules=(GroundRule((), (3, 1)),)))
    core = asked.solve([2, 3, 1]).core
    assert {1, 3} <= set(core)
    assert core == tuple(literal for literal in (2, 3, 1) if literal in core)


def test_a_bound_holds_while_its_atom_is_true():
    asked = solver(part(guards=guards(1), bounds=(Bound(1, "a", "b", -3),), points=("a", "b")))
    held = world(asked.solve([1]))
    at = dict(held.times)
    assert at["a"] - at["b"] <= -3
    assert held.bounds == (Limit("a", "b", -3),)
    assert world(asked.solve([-1])).bounds == ()


def test_a_reified_bound_has_its_complement_while_its_atom_is_false():
    asked = solver(part(free=(1,), bounds=(Bound(1, "a", ZERO, 5, reified=True),), points=("a",)))
    assert dict(world(asked.solve([1])).times)["a"] <= 5
    late = world(asked.solve([-1]))
    assert dict(late.times)["a"] >= 6
    assert late.bounds == (Limit(ZERO, "a", -6),)


def test_two_bounds_that_come_to_the_same_both_count():
    bounds = (Bound(1, "a", ZERO, 1, reified=True), Bound(2, ZERO, "a", -2), Bound(3, "a", ZERO, 1))
    asked = solver(part(free=(1,), guards=guards(2, 3), bounds=bounds, points=("a",)))
    assert isinstance(asked.solve([2, 3]), Unsat)
    assert isinstance(asked.solve([-1, 3]), Unsat)
    assert dict(world(asked.solve([-1, 2])).times)["a"] >= 2


def test_a_bound_of_atom_0_always_holds_and_a_point_without_bounds_has_some_time():
    asked = solver(part(bounds=(Bound(0, "a", ZERO, -7),), points=("", "a", "b")))
    at = dict(world(asked.solve([])).times)
    assert at["a"] <= -7
    assert at[""] == 0
    assert isinstance(at["b"], int)


def test_a_point_against_itself_is_decided_without_times():
    bounds = (Bound(1, "a", "a", -1), Bound(2, "a", "a", 0, reified=True))
    asked = solver(part(guards=guards(1), free=(2,), bounds=bounds, points=("a",)))
    assert isinstance(asked.solve([1]), Unsat)
    assert isinstance(asked.solve([-2]), Unsat)
    assert isinstance(asked.solve([-1, 2], [Limit("a", "a", -1)]), Unsat)
    assert isinstance(asked.solve([-1, 2], [Limit("a", "a", 0)]), Sat)


def test_limits_count_for_one_question_and_stand_last_among_the_bounds():
    asked = solver(part(guards=guards(1), bounds=(Bound(1, "a", "b", -3),), points=("a", "b")))
    limits = (Limit("b", "a", 4), Limit("b", "c", 0))
    for _ in range(3):
        assert world(asked.solve([1], limits)).bounds == (Limit("a", "b", -3), *limits)
        assert asked.solve([1], [Limit("b", "a", 2)]) == Unsat((1,))
        assert asked.solve([-1], [Limit("a", "b", -3), Limit("b", "a", 2)]) == Unsat(())
        assert isinstance(asked.solve([1]), Sat)


def test_any_number_of_limits_can_be_asked():
    asked = solver(part(guards=guards(1), bounds=(Bound(1, ZERO, "a", -300),), points=("a",)))
    for ticks in range(600):
        assert isinstance(asked.solve([1], [Limit("a", ZERO, ticks)]), Unsat if ticks < 300 else Sat)


@pytest.mark.parametrize("around", [0, 5_000_000_000, -70_000_000_000])
def test_ticks_may_lie_far_from_0_if_they_lie_together(around):
    bounds = (Bound(0, "a", ZERO, around + 10), Bound(0, ZERO, "a", 10 - around), Bound(1, "b", "a", -500_000_000))
    asked = solver(part(guards=guards(1), bounds=bounds, points=("a", "b")))
    at = dict(world(asked.solve([1])).times)
    assert around - 10 <= at["a"] <= around + 10
    assert at["b"] <= at["a"] - 500_000_000
    assert isinstance(asked.solve([], [Limit("a", ZERO, around - 11)]), Unsat)


def test_times_too_far_apart_are_refused():
    apart = part(bounds=(Bound(0, "a", ZERO, 0), Bound(0, ZERO, "b", -(2**30))), points=("a", "b"))
    with pytest.raises(OutOfRange, match="use a coarser clock"):
        solver(apart)
    asked = solver(part(bounds=(Bound(0, "a", ZERO, 0),), points=("a",)))
    with pytest.raises(OutOfRange, match="use a coarser clock"):
        asked.solve([], [Limit("a", ZERO, -(2**30))])
    assert isinstance(asked.solve([]), Sat)


def pigeons(number):
    """One pigeon too many: no world, and no short way to see it."""
    at = {(p, h): 2 + p * number + h for p in range(number + 1) for h in range(number)}
    homeless = [GroundRule((), (1, *(-at[p, h] for h in range(number)))) for p in range(number + 1)]
    crowded = [GroundRule((), (at[p, h], at[q, h])) for h in range(number) for p in range(number + 1) for q in range(p)]
    return part(guards=guards(1), free=tuple(at.values()), rules=(*homeless, *crowded))


def test_when_the_time_is_up_the_answer_is_unknown():
    left = [0.05]
    asked = solver(pigeons(14), remaining=lambda: left[0])
    assert isinstance(asked.solve([1]), Unknown)
    left[0] = 0.0
    assert isinstance(asked.solve([]), Unknown)
    left[0] = 60.0
    assert isinstance(asked.solve([-1]), Sat)


def test_a_time_limit_changes_no_answer():
    asked = solver(pigeons(3), remaining=lambda: 60.0)
    assert asked.solve([1]) == Unsat((1,))
    assert isinstance(asked.solve([]), Sat)


@pytest.mark.parametrize("seconds", [1e9, 1e10, 1e300, float("inf")])
def test_a_limit_that_nobody_lives_to_see_is_none(seconds):
    asked = solver(pigeons(3), remaining=lambda: seconds)
    assert asked.solve([1]) == Unsat((1,))


def test_what_is_no_number_is_no_time():
    assert isinstance(solver(pigeons(3), remaining=lambda: float("nan")).solve([1]), Unknown)


def test_instances_are_asked_by_their_atoms():
    tested = Instance("i", "r", (), 2, 3)
    asked = solver(part(guards=guards(1), rules=(GroundRule((2,), (1,)),), instances=(tested,)))
    assert isinstance(asked.solve([-2, 1]), Unsat)
    assert isinstance(asked.solve([2, 1]), Sat)
    assert isinstance(asked.solve([3]), Unsat)


def test_two_bounds_on_the_far_ends_of_what_fits_can_be_asked_together() -> None:
    far = 2**29
    bounds = (Bound(0, "x", ZERO, far - 10), Bound(0, ZERO, "x", far - 10), Bound(0, "y", ZERO, far - 10))
    spread = part(bounds=bounds, points=("x", "y"))
    asked = (Limit("x", ZERO, 10 - far), Limit(ZERO, "y", far - 10))
    assert isinstance(solver(spread).solve((), asked), Sat)
