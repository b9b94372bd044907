"""What is chosen by the printed name of a guard means what that guard means: the oracle with this guard off says the same.

`--without G` leaves the settings in which G is off, and G is no guard any more. `--adopt p`, of what a guard `absent(p)` is
about, is a new guard: while it is on, all is as where `absent(p)` is off. A guard that giving up is looked into by itself
(`explain`) comes to the same as `--without`.
"""

from __future__ import annotations

from functools import cache

import pytest
from property import printing
from property.cases import Case
from property.engine import run_engine
from property.grounding import ground
from property.oracle import is_consistent, maximal_sets, minimal_conflicts, minimal_repairs, settings
from property.strategies import make_case
from property.worlds import Setting, Worlds

from reasoner import pipeline
from reasoner.explanation.from_parts import without
from reasoner.files import SourceFile
from reasoner.program.guards import Blame
from reasoner.theory.ir import Selection

CASES = 96
NOT_GIVEN = 2197


@cache
def worlds(seed: int) -> Worlds:
    return Worlds(ground(make_case(seed)))


def guard_of(seed: int, kind: str = "") -> str:
    """One of the guards of a case, another one for another case; "" where there is none of this kind."""
    names = [name for name in worlds(seed).guards if name.startswith(kind)]
    return names[seed % len(names)] if names else ""


def conflicts_and_repairs(guards: dict[str, int], consistent: list[Setting]) -> tuple[object, object]:
    maximal = maximal_sets(consistent)
    return minimal_conflicts(tuple(sorted(guards)), maximal), minimal_repairs(guards, maximal)


def expected_without(seed: int, guard: str) -> tuple[object, object]:
    left = {name: cost for name, cost in worlds(seed).program.guards.items() if name != guard}
    kept = [setting for setting in settings(tuple(sorted(left))) if is_consistent(worlds(seed), setting)]
    return conflicts_and_repairs(left, kept)


def expected_adopting(seed: int, supposed: str) -> tuple[object, object]:
    new = f"accept({supposed})"
    guards = {**worlds(seed).program.guards, new: NOT_GIVEN}

    def means(setting: Setting) -> Setting:
        return setting - {new, f"absent({supposed})"} if new in setting else setting

    kept = [setting for setting in settings(tuple(sorted(guards))) if is_consistent(worlds(seed), means(setting))]
    return conflicts_and_repairs(guards, kept)


def found(case: Case, selection: Selection) -> tuple[object, object]:
    outcome = run_engine(printing.files(case), case.blame, selection)
    return outcome.conflicts, outcome.repairs


@pytest.mark.parametrize("block", range(8))
def test_a_guard_is_switched_off_by_its_printed_name(block: int) -> None:
    for seed in range(block, CASES, 8):
        if guard := guard_of(seed):
            answer = found(make_case(seed), Selection(without=(guard,)))
            assert (seed, guard, answer) == (seed, guard, expected_without(seed, guard))


@pytest.mark.parametrize("block", range(8))
def test_what_silence_leans_on_is_adopted_by_its_printed_words(block: int) -> None:
    tried = 0
    for seed in range(block, 2 * CASES, 8):
        if make_case(seed).blame != "statements" or not (guard := guard_of(seed, "absent(")):
            continue
        supposed = guard.removeprefix("absent(").removesuffix(")")
        answer = found(make_case(seed), Selection(adopt=(supposed,)))
        if supposed not in {one.id for one in make_case(seed).hypotheses}:
            assert (seed, supposed, answer) == (seed, supposed, expected_adopting(seed, supposed))
            tried += 1
    assert tried


@pytest.mark.parametrize("block", range(8))
def test_a_guard_taken_out_of_its_parts_is_off(block: int) -> None:
    for seed in range(block, CASES, 8):
        if guard := guard_of(seed):
            case = make_case(seed)
            dossier = pipeline.read(tuple(SourceFile(path, text) for path, text in printing.files(case).items()))
            whole = pipeline.check(dossier, pipeline.Question(blame=Blame(case.blame)))
            known = [conflict for part in whole.explanations for conflict in part.conflicts]
            left = without(whole.parts, known, {guard}, pipeline.solvers(pipeline.Question()))
            conflicts = tuple(sorted(conflict.names for part in left for conflict in part.conflicts))
            assert (seed, guard, conflicts) == (seed, guard, expected_without(seed, guard)[0])
