"""Where things lie in the cheapest repaired dossiers: the engine against the oracle, and the reasons against the engine.

The oracle goes through all clean worlds of every cheapest repair; the engine tells repairs apart only as far as these times
depend on them, so what is compared are the windows that there are.
"""

from __future__ import annotations

from functools import cache

import pytest
from property import printing
from property.cases import Case
from property.engine import START
from property.formulas import ZERO, end, start
from property.grounding import ground
from property.oracle import judge
from property.regions import Infinity
from property.strategies import make_case
from property.worlds import World, Worlds

from reasoner import pipeline
from reasoner.explanation.conflicts import enforced
from reasoner.explanation.ir import Edge, Findings, Narrowed, Reach
from reasoner.explanation.problem import Problem
from reasoner.files import SourceFile
from reasoner.ground.ir import ZERO as ORIGIN
from reasoner.ground.ir import Part
from reasoner.program.guards import Blame
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Limit

CASES = 240
MOST = 100_000
SUPPOSING = 319
"""A case in which what is supposed narrows something."""
Ends = tuple[int | None, int | None, int | None, int | None]
"""The earliest and the latest start, the earliest and the latest end; None for an open one."""


def windows_of_the_oracle(case: Case) -> dict[str, set[Ends]]:
    worlds = Worlds(ground(case))
    answer = judge(worlds)
    least = min((cost for cost, _ in answer.repairs), default=0)
    found: dict[str, set[Ends]] = {name: set() for name in names_of(case)}
    for cost, names in answer.repairs:
        if cost == least:
            clean = [world for world in worlds.of(frozenset(worlds.guards) - frozenset(names)) if world.clean]
            for name, windows in found.items():
                windows.add(ends_in(worlds, clean, name))
    return found


def ends_in(worlds: Worlds, clean: list[World], name: str) -> Ends:
    space = worlds.space

    def most(left: str, right: str) -> int | None:
        if ({left, right} - {ZERO}) - set(space.points):
            return None
        least = min(space.least(region, right, left) for world in clean for region in world.regions)
        return None if least == -Infinity else -int(least)

    def window(point: str) -> tuple[int | None, int | None]:
        low, high = most(ZERO, point), most(point, ZERO)
        return (None if low is None else -low), high

    return (*window(start(name)), *window(end(name)))


def names_of(case: Case) -> list[str]:
    """The occurrences that statements name."""
    text = "".join(printing.files(case).values())
    return [name for name in ("e1", "e2", "e3") if f"as {name}" in text]


@cache
def found_by_the_engine(seed: int) -> tuple[Findings, tuple[Narrowed, ...]]:
    case = make_case(seed)
    dossier = pipeline.read(tuple(SourceFile(path, text) for path, text in printing.files(case).items()))
    question = pipeline.Question(blame=Blame(case.blame))
    findings = pipeline.clashing(dossier, question)
    things = [f'"{name}"' for name in names_of(case)]
    return pipeline.narrowed(findings, things, question, MOST, reasons=True)


def ticks(start: Reach, end: Reach) -> Ends:
    edges = (start.earliest, start.latest, end.earliest, end.latest)
    low, high, low_end, high_end = (None if edge.tick is None else edge.tick - START for edge in edges)
    return low, high, low_end, high_end


@pytest.mark.parametrize("block", range(8))
def test_windows_are_those_of_the_oracle(block: int) -> None:
    narrowed_ones = 0
    for seed in range(block, CASES, 8):
        _, found = found_by_the_engine(seed)
        mine = {one.thing.strip('"'): {ticks(case.start, case.end) for case in one.cases} for one in found}
        assert (seed, mine) == (seed, windows_of_the_oracle(make_case(seed)))
        narrowed_ones += sum(ends != (None,) * 4 for windows in mine.values() for ends in windows)
    assert narrowed_ones


def test_there_are_cases_that_differ_and_reasons_of_every_kind() -> None:
    several = supposing = through_rules = 0
    for seed in (*range(CASES), SUPPOSING):
        _, found = found_by_the_engine(seed)
        edges = [edge for one in found for case in one.cases for edge in edges_of(case.start, case.end)]
        several += any(len({(case.start, case.end) for case in one.cases}) > 1 for one in found)
        supposing += any(edge.off for edge in edges)
        through_rules += any(edge.instances for edge in edges)
    assert min(several, through_rules) > 3
    assert supposing


def edges_of(start: Reach, end: Reach) -> tuple[Edge, ...]:
    return start.earliest, start.latest, end.earliest, end.latest


@pytest.mark.parametrize("block", range(8))
def test_reasons_are_enough_and_none_is_in_vain(block: int) -> None:
    for seed in (*range(block, CASES, 8), SUPPOSING):
        findings, found = found_by_the_engine(seed)
        for one in found:
            for case in one.cases:
                for point, reach in ((f"s({one.thing})", case.start), (f"e({one.thing})", case.end)):
                    check_reasons(findings, point, reach)


def check_reasons(findings: Findings, point: str, reach: Reach) -> None:
    part = next((part for part in findings.parts if point in part.points), None)
    for edge, beyond in ((reach.earliest, -1), (reach.latest, 1)):
        if part is None or edge.tick is None:
            continue
        tick = edge.tick - findings.program.origin
        limit = Limit(point, ORIGIN, tick - 1) if beyond < 0 else Limit(ORIGIN, point, -tick - 1)
        literals = [*(guard.atom for guard in edge.by), *(-guard.atom for guard in edge.off)]
        assert not possible(part, literals, limit)
        for left_out in literals:
            assert possible(part, [one for one in literals if one != left_out], limit)


def possible(part: Part, literals: list[int], limit: Limit) -> bool:
    return Problem(solver(part), enforced(part.instances)).refute(literals, (limit,)) is None
