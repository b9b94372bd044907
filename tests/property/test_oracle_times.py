"""The oracle's regions of times are held against counting over all integers of a horizon that is wide enough.

Wide enough: a least or a possible time follows from a chain of bounds that names no point twice. So with n points and
bounds of at most k ticks, whatever can be at all can be with every time within n * k ticks of tick 0, and what has no
end is what still grows with the horizon.
"""

from __future__ import annotations

from itertools import product
from random import Random

from property.counting import CountedWorlds, is_so
from property.formulas import ZERO, And, Formula, Le, Or
from property.grounding import ground
from property.numbering import POINT
from property.oracle import Verdict, judge
from property.regions import Space, cuts, is_true
from property.strategies import make_case
from property.worlds import Worlds, bounds_in

POINTS = ("start of a", "end of a", "start of b", "end of b")
HORIZON = 9


def random_formula(rng: Random, depth: int = 2) -> Formula:
    if depth == 0 or rng.random() < 0.5:
        left, right = rng.sample((ZERO, *POINTS), 2)
        return Le(left, right, rng.randint(-2, 2))
    items = tuple(random_formula(rng, depth - 1) for _ in range(2))
    return And(items) if rng.random() < 0.5 else Or(items)


def all_moments() -> list[dict[str, int]]:
    ticks = range(-HORIZON, HORIZON + 1)
    spans = [(start, end) for start in ticks for end in ticks if start <= end]
    return [dict(zip((ZERO, *POINTS), (0, *a, *b), strict=True)) for a, b in product(spans, spans)]


def test_regions_hold_exactly_the_times_that_are_counted() -> None:
    """Of 25 random formulas: where they can be true, which conditions then are, and the least differences."""
    rng = Random(1)
    space, everywhere = Space(("a", "b")), all_moments()
    for _ in range(25):
        stated, tested = random_formula(rng), random_formula(rng)
        counted: dict[bool, list[dict[str, int]]] = {}
        for moments in everywhere:
            if is_so(stated, moments):
                counted.setdefault(is_so(tested, moments), []).append(moments)
        regions = [
            (is_true(tested, true), region)
            for part in space.where(space.free, stated)
            for true, region in space.split(part, cuts((tested,)))
        ]
        assert {truth for truth, _ in regions} == set(counted)
        for truth, found in counted.items():
            for left, right in product((ZERO, *POINTS), repeat=2):
                least = min(space.least(region, left, right) for told, region in regions if told is truth)
                wide = min(moments[left] - moments[right] for moments in found)
                near = [moments for moments in found if max(map(abs, moments.values())) < HORIZON]
                narrow = min(moments[left] - moments[right] for moments in near)
                assert least == (wide if wide == narrow else -float("inf"))


def test_the_oracle_answers_as_counting_does() -> None:
    """Of the first cases with one occurrence and bounds of a few ticks: the same answer, whole.

    The edge of the horizon makes premises of its own, all of them nearer to the edge than to any bound of the case.
    """
    compared = 0
    for seed in range(300):
        program = ground(make_case(seed))
        worlds = Worlds(program)
        widest = max((abs(bound.ticks) for bound in bounds_in(program)), default=0)
        if len(worlds.space.points) != 3 or widest > 9 or any(point.startswith(POINT) for point in worlds.space.points):
            continue
        compared += 1
        reach = 2 * widest
        found, counted = judge(worlds), judge(CountedWorlds(program, 2 * reach + 2))
        assert (counted.conflicts, counted.repairs, counted.taking_part) == (found.conflicts, found.repairs, found.taking_part)
        for key, verdict in counted.verdicts.items():
            assert (verdict.verdict, verdict.repair) == (found.verdicts[key].verdict, found.verdicts[key].repair)
            assert _on_one_time(verdict, reach) == _on_one_time(found.verdicts[key], reach)
    assert compared >= 10


def _on_one_time(verdict: Verdict, reach: int) -> list[Le]:
    premises = [group[0] for group in verdict.premises]
    return [bound for bound in premises if ZERO in {bound.left, bound.right} and abs(bound.ticks) <= reach]
