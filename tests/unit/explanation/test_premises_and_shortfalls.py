"""The examples of DESIGN 3 and 4 that are about how far times go, as parts."""

from reasoner.dossier.ir import Verdict
from reasoner.explanation.from_parts import explain
from reasoner.explanation.ir import Shortfall
from reasoner.ground.ir import ZERO, Bound, GroundRule, Guard, GuardKind, Instance, Part, Told
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Limit, Unknown

DAY = 1440


def guard(atom, name):
    return Guard(atom, GuardKind.ACCEPT, f"accept({name})", name, 2197)


def made(guards, bounds, rules, instances, free):
    points = tuple(sorted({end for bound in bounds for end in (bound.left, bound.right)} - {ZERO}))
    return Part("p", (), tuple(rules), (), tuple(bounds), tuple(free), tuple(guards), tuple(instances), points)


def judged(part):
    return {judgement.instance.id: judgement for one in explain((part,), solver) for judgement in one.judgements}


def one_by_day():
    """a: A and b: B, both dated one day; never A before B."""
    day = [bound for n, x in ((1, "A"), (2, "B")) for bound in (Bound(n, x, ZERO, DAY - 1), Bound(n, ZERO, x, 0))]
    never = Instance("never", "k", (), 5, 4, ("A", "B"))
    rules = (GroundRule((4,), (1, 2)), GroundRule((5,), (4, 3)))
    return made((guard(1, "a"), guard(2, "b")), [*day, Bound(3, "A", "B", -1, reified=True)], rules, (never,), (3,))


def test_two_things_of_one_day_are_a_tension_that_an_order_between_them_decides():
    found = judged(one_by_day())["never"]
    assert found.verdict is Verdict.TENSION
    assert found.premises == (Limit("A", "B", -1),)
    assert [[g.name for g in guards] for guards in found.rests_on] == [["accept(a)", "accept(b)"]]
    assert [[step.tag for step in chain] for chain in found.chains] == [["", "premise"]]
    assert [step.conclusion for step in found.derivation] == [1, 2, 4, 3, 5]


def test_a_bound_on_either_of_two_times_may_decide():
    """A within 0..10, B within 0..10, C at 5 between them in a row: A at most 5 and B at least 5 both do."""
    windows = [bound for x in ("A", "B") for bound in (Bound(0, x, ZERO, 10), Bound(0, ZERO, x, 0))]
    order = [Bound(1, "A", "B", 0)]
    low, high = Bound(3, "A", ZERO, 5, reified=True), Bound(4, ZERO, "B", -5, reified=True)
    never = Instance("never", "k", (), 6, 1, ("A", "B"))
    rules = (GroundRule((6,), (1, 3)), GroundRule((6,), (1, 4)))
    part = made((guard(1, "a"),), [*windows, *order, low, high], rules, (never,), (3, 4))
    found = judged(part)["never"]
    assert found.verdict is Verdict.CERTAIN  # A at most 5 or B at least 5: with A at most B one is so
    apart = made((guard(1, "a"),), [*windows, low, high], rules, (never,), (3, 4))
    assert judged(apart)["never"].premises == (Limit("A", ZERO, 5), Limit(ZERO, "B", -5))


def test_what_is_broken_in_some_repaired_dossiers_only_is_conditional():
    """C <= 2 (a), C >= 4 (b); never C <= 1."""
    bounds = [Bound(1, "C", ZERO, 2), Bound(2, ZERO, "C", -4), Bound(3, "C", ZERO, 1, reified=True)]
    never = Instance("never", "k", (), 4, 5, ("C",))
    rules = (GroundRule((4,), (3,)), GroundRule((5,), ()))
    found = judged(made((guard(1, "a"), guard(2, "b")), bounds, rules, (never,), (3,)))["never"]
    assert found.verdict is Verdict.CONDITIONAL
    assert found.repair.names == ("accept(b)",)
    assert found.premises == (Limit("C", ZERO, 1),)


def deal(rule_tests):
    """A deal after day 0 that is said to be 730 days old, give or take 182, on day 293."""
    bounds = [Bound(1, ZERO, "deal", 0), Bound(2, "memo", ZERO, 293 * DAY), Bound(2, ZERO, "memo", -293 * DAY)]
    old = [("deal", "memo", -548 * DAY), ("memo", "deal", 912 * DAY)]
    guards = (guard(1, "after"), guard(2, "dated"), guard(3, "two-years"))
    if not rule_tests:
        stated = [Bound(3, left, right, ticks, tag="two-years/1") for left, right, ticks in old]
        return made(guards, [*bounds, *stated], (), (), ())
    tested = [Bound(atom, left, right, ticks, True, "age/1") for atom, (left, right, ticks) in zip((4, 5), old, strict=True)]
    must = Instance("must", "age", (), 7, 3, ("deal", "memo"))
    rules = (GroundRule((6,), (3, 4, 5)), GroundRule((7,), (3, -6)))
    return made(guards, [*bounds, *tested], rules, (must,), (4, 5))


def test_a_stated_tolerance_is_told_with_what_it_lacks():
    (conflict,) = explain((deal(rule_tests=False),), solver)[0].conflicts
    assert [g.name for g in conflict.members] == ["accept(after)", "accept(dated)", "accept(two-years)"]
    assert conflict.shortfalls == (
        Shortfall("two-years/1", Limit("deal", "memo", -548 * DAY), (548 - 293) * DAY, Told("two-years/1")),
    )
    assert [sum(step.limit.ticks for step in chain) for chain in conflict.chains] == [-(548 - 293) * DAY]


def test_a_tested_tolerance_is_told_with_what_it_lacks():
    (conflict,) = explain((deal(rule_tests=True),), solver)[0].conflicts
    assert [i.id for i in conflict.instances] == ["must"]
    assert conflict.shortfalls == (Shortfall("age/1", Limit("deal", "memo", -548 * DAY), (548 - 293) * DAY, Told("age/1")),)


def test_a_wider_bound_can_also_be_too_wide():
    """Never within 3 of F, must be within 10 of it, and it is exactly 20 after: widening both by 10 breaks the other."""
    bounds = [Bound(0, "E", "F", 20), Bound(0, "F", "E", -20)]
    near, far = Bound(1, "E", "F", 3, reified=True, tag="t"), Bound(2, "E", "F", 10, reified=True, tag="t")
    instances = (Instance("never", "n", (), 4, 3, ()), Instance("must", "m", (), 5, 3, ()))
    rules = (GroundRule((4,), (3, 1)), GroundRule((5,), (3, -2)))
    (conflict,) = explain((made((guard(3, "g"),), [*bounds, near, far], rules, instances, (1, 2)),), solver)[0].conflicts
    assert conflict.shortfalls == (Shortfall("t", Limit("E", "F", 10), 10, Told("t")),)
    closer = Bound(1, "E", "F", 11, reified=True, tag="t")
    (conflict,) = explain((made((guard(3, "g"),), [*bounds, closer, far], rules, instances, (1, 2)),), solver)[0].conflicts
    assert conflict.shortfalls == ()


class Tired:
    """Answers so many questions, then no more."""

    def __init__(self, part, left):
        self.solver, self.left = solver(part), left

    def solve(self, assumptions, limits=()):
        self.left[0] -= 1
        return self.solver.solve(assumptions, limits) if self.left[0] >= 0 else Unknown("enough")

    def refute(self, assumptions, limits=()):
        self.left[0] -= 1
        return self.solver.refute(assumptions, limits) if self.left[0] >= 0 else Unknown("enough")

    def showing(self, assumptions, atoms):
        self.left[0] -= 1
        return self.solver.showing(assumptions, atoms) if self.left[0] >= 0 else Unknown("enough")


def test_a_stop_at_any_point_leaves_out_and_never_invents():
    for part in (deal(rule_tests=True), one_by_day()):
        full = explain((part,), solver)
        members = [c.members for one in full for c in one.conflicts]
        repairs = [one.repairs for one in full if one.repairs]
        verdicts = {(j.instance.id, j.verdict) for one in full for j in one.judgements}
        complete = []
        for questions in range(120):
            found = explain((part,), tired(questions))
            assert all(c.members in members for one in found for c in one.conflicts)
            assert {(j.instance.id, j.verdict) for one in found for j in one.judgements} <= verdicts
            assert all(one.repairs in repairs for one in found if one.repairs)
            complete.append(all(one.complete for one in found))
            if complete[-1]:
                assert found == full
        assert complete == sorted(complete)
        assert complete[-1]


def test_a_stop_among_the_steps_keeps_the_repairs():
    """They are looked for before the steps, so that whoever waited for the conflicts knows the ways out of them."""
    full = explain((deal(rule_tests=True),), solver)
    stopped = (explain((deal(rule_tests=True),), tired(questions)) for questions in range(120))
    found = next(one for one in stopped if one[0].repairs)
    assert found[0].repairs == full[0].repairs
    assert not found[0].conflicts[0].chains
    assert not found[0].complete


def tired(questions):
    left = [questions]
    return lambda part: Tired(part, left)
