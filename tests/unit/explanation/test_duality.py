"""MUSes and MCSes against a solver that only knows which sets are consistent."""

from itertools import combinations, product

import pytest

from reasoner.explanation.duality import Mcs, Mus, dualize
from reasoner.explanation.ir import Stopped
from reasoner.explanation.problem import Problem, shrink
from reasoner.solver.ir import Sat, Unknown, Unsat, World


class SetSolver:
    """Literals can be met together iff they lie in one of these sets; its cores are as wide as can be."""

    def __init__(self, families, questions=10**9):
        self.families, self.questions = families, questions

    def solve(self, assumptions, limits=()):
        self.questions -= 1
        if self.questions < 0:
            return Unknown("enough")
        if any(set(assumptions) <= family for family in self.families):
            return Sat(World(frozenset(assumptions), (), ()))
        return Unsat(tuple(assumptions))

    def refute(self, assumptions, limits=()):
        outcome = self.solve(assumptions, limits)
        return None if isinstance(outcome, Sat) else outcome


def subsets(elements):
    return [frozenset(some) for size in range(len(elements) + 1) for some in combinations(elements, size)]


def antichains(elements):
    """Every family of sets none of which includes another."""
    every = subsets(elements)

    def grown(chosen, rest):
        if not rest:
            yield chosen
            return
        yield from grown(chosen, rest[1:])
        if not any(one <= rest[0] or rest[0] <= one for one in chosen):
            yield from grown([*chosen, rest[0]], rest[1:])

    return list(grown([], every))


def expected(elements, families):
    """By definition: minimal sets in no family, and what the largest families leave out."""
    inside = [s for s in subsets(elements) if any(s <= family for family in families)]
    outside = [s for s in subsets(elements) if s not in inside]
    muses = [s for s in outside if not any(other < s for other in outside)]
    largest = [s for s in inside if not any(s < other for other in inside)]
    return sorted(map(sorted, muses)), sorted(sorted(frozenset(elements) - s) for s in largest)


FAMILIES = antichains((1, 2, 3, 4))


def test_there_are_as_many_families_as_dedekind_counted():
    assert len(FAMILIES) == 168


@pytest.mark.parametrize("costs", [(0, 0, 0, 0), (1, 2, 3, 4), (5, 0, 5, 0), (7, 1, 1, 1)])
def test_every_family_of_four_elements(costs):
    table = dict(zip((1, 2, 3, 4), costs, strict=True))
    for families in FAMILIES:
        found = list(dualize(Problem(SetSolver(families)), table))
        muses, mcses = expected((1, 2, 3, 4), families)
        assert sorted(sorted(one.literals) for one in found if isinstance(one, Mus)) == muses
        if muses != [[]]:
            told = [(sum(table[e] for e in one.literals), len(one.literals)) for one in found if isinstance(one, Mcs)]
            assert told == sorted(told)
            assert sorted(sorted(one.literals) for one in found if isinstance(one, Mcs)) == mcses
        else:
            assert found == [Mus(())]


def test_whatever_is_told_before_a_stop_is_right():
    table = dict.fromkeys((1, 2, 3, 4), 1)
    for families, questions in product(FAMILIES[::5], range(12)):
        muses, mcses = expected((1, 2, 3, 4), families)
        search = dualize(Problem(SetSolver(families, questions)), table)
        try:
            for one in search:
                assert sorted(one.literals) in (muses if isinstance(one, Mus) else mcses)
        except Stopped as stopped:
            assert str(stopped) == "enough"


def test_a_shrunk_core_keeps_the_order_given():
    solver = SetSolver([{1, 2, 3}, {2, 3, 4}])
    assert shrink(Problem(solver), (3, 4, 2, 1)) == (4, 1)
    assert shrink(Problem(solver, hard=(4,)), (3, 2, 1)) == (1,)
    assert shrink(Problem(solver, hard=(4, 1)), (3, 2)) == ()
