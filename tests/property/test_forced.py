"""What the report takes as forced, where some guards are on, held against the solver, on random dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

import pytest
from property import printing
from property.strategies import make_case

from reasoner import pipeline
from reasoner.explanation.conflicts import enforced
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.ground.ir import ZERO, Part
from reasoner.program.guards import Blame
from reasoner.report.forced import Forced, Setting
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Limit, Solver

CASES = 180
BLOCKS = 6


def checked(seed: int) -> Findings:
    case = make_case(seed)
    files = tuple(SourceFile(path, text) for path, text in printing.files(case).items())
    return pipeline.check(pipeline.read(files), pipeline.Question(blame=Blame(case.blame)))


def together(parts: tuple[Part, ...]) -> Part:
    """All parts as one, without what they share twice."""

    def every(name: str) -> tuple:
        return tuple(dict.fromkeys(item for part in parts for item in getattr(part, name)))

    names = ("atoms", "rules", "weights", "bounds", "free", "guards", "instances", "points", "readings")
    return Part("all", *map(every, names))


def settings(found: Findings) -> Iterator[Setting]:
    """Of each conflict all members on but one, in clean worlds and in any."""
    forced = Forced(found.parts, found.explanations)
    for conflict in (one for part in found.explanations for one in part.conflicts):
        for left_out in conflict.members:
            on = frozenset(guard.atom for guard in conflict.members if guard is not left_out)
            yield Setting(forced, on, clean=True)
            yield Setting(forced, on, clean=False)


def check(setting: Setting, whole: Part, asked: Solver, count: Counter[str]) -> None:
    base = [*setting.on, *(enforced(whole.instances) if setting.clean else ())]
    if asked.refute(base) is not None:
        count["no world"] += 1
        return
    atoms = {atom for rule in whole.rules for atom in (*rule.head, *map(abs, rule.body))}
    for atom in sorted(atoms | {bound.atom for bound in whole.bounds if bound.atom}):
        value = setting.value(atom)
        count[f"an atom is {value}"] += 1
        assert value is None or asked.refute([*base, -atom if value else atom]) is not None, dict(whole.atoms).get(atom)
    network = setting.network(whole.points)
    assert network is not None
    for left, right in permutations((ZERO, *whole.points), 2):
        most = network.most(left, right)
        if most is not None:
            count["a bound"] += 1
            assert asked.refute(base, (Limit(right, left, -most - 1),)) is not None, (left, right, most)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_is_forced_is_so_in_every_world(block: int) -> None:
    count: Counter[str] = Counter()
    for seed in range(block, CASES, BLOCKS):
        found = checked(seed)
        if any(part.conflicts for part in found.explanations):
            whole = together(found.parts)
            for setting in settings(found):
                check(setting, whole, solver(whole), count)
    assert all(count[what] > 100 for what in ("an atom is True", "an atom is False", "an atom is None", "a bound")), count
    assert count["no world"] < count["a bound"]
