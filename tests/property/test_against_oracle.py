"""The engine against the oracle. `compare` is ready to use; what stands here holds that it sees every kind of difference."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from property import printing
from property.cases import Case
from property.comparing import differences
from property.engine import Outcome, of_answer, run_engine
from property.formulas import Le
from property.micro_cases import MICRO_CASES, MicroCase
from property.micro_silence import SILENCE_CASES
from property.oracle import Answer, evaluate
from property.strategies import make_case


def compare(case: Case) -> list[str]:
    """Where the engine's outcome for the printed case differs from the oracle's answer."""
    return differences(case, run_engine(printing.files(case), case.blame))


def telling_case() -> tuple[Case, Answer]:
    """A case with conflicts, a verdict that is not certain, and a premise."""
    for seed in range(2000):
        case = make_case(seed)
        answer = evaluate(case)
        if len(answer.conflicts) > 1 and any(found.premises for found in answer.verdicts.values()):
            return case, answer
    raise AssertionError("no telling case")


def test_an_outcome_as_the_oracle_answers_has_no_differences() -> None:
    for seed in range(60):
        case = make_case(seed)
        assert differences(case, of_answer(evaluate(case))) == []


@pytest.mark.parametrize(
    "what", ["conflicts", "repairs", "cost", "verdict", "missing", "premise", "reading", "instance lost", "instance more"]
)
def test_a_wrong_outcome_is_told(what: str) -> None:
    case, answer = telling_case()
    right = of_answer(answer)
    assert differences(case, _spoilt(right, what)) != []


def _spoilt(right: Outcome, what: str) -> Outcome:
    judged, open_one = next(iter(right.verdicts)), next(iter(right.premises))
    match what:
        case "conflicts":
            return replace(right, conflicts=right.conflicts[1:])
        case "repairs":
            return replace(right, repairs=right.repairs[1:])
        case "cost":
            return replace(right, repairs=((right.repairs[0][0] + 1, right.repairs[0][1]), *right.repairs[1:]))
        case "verdict":
            wrong = "tension" if right.verdicts[judged] == "certain" else "certain"
            return replace(right, verdicts={**right.verdicts, judged: wrong})
        case "missing":
            return replace(right, verdicts={}, premises={})
        case "instance lost":
            return replace(right, taking_part={conflict: keys[1:] for conflict, keys in right.taking_part.items()})
        case "instance more":
            every = tuple(sorted(right.verdicts))
            return replace(right, taking_part=dict.fromkeys(right.taking_part, every))
        case "reading":
            return replace(right, without_world=(*right.without_world, ("nobody-said-this", 0)))
        case _:
            return replace(right, premises={**right.premises, open_one: (Le("", "start of nothing", 0),)})


CASES = 1200
"""How many random dossiers every run looks at; `REASONER_ORACLE_CASES` asks for others, from 0 up."""


@pytest.mark.parametrize("block", range(12))
def test_the_engine_finds_what_the_oracle_finds(block: int) -> None:
    cases = int(os.environ.get("REASONER_ORACLE_CASES", CASES))
    wrong = {seed: found for seed in range(block, cases, 12) if (found := compare(make_case(seed)))}
    assert wrong == {}


@pytest.mark.parametrize("micro", [*MICRO_CASES, *SILENCE_CASES], ids=lambda micro: micro.name)
def test_the_engine_answers_the_micro_cases(micro: MicroCase) -> None:
    found = run_engine(micro.files, micro.case.blame)
    assert found.conflicts == tuple(sorted(micro.conflicts))
    assert sorted(names for _, names in found.repairs) == sorted(micro.repairs)
    assert compare(micro.case) == []
    for key, verdict in micro.verdicts.items():
        if "absent(" not in str(key):
            assert found.verdicts[key] == verdict


@pytest.mark.parametrize("seed", range(40))
def test_conflicts_and_repairs_are_each_others_minimal_hitting_sets(seed: int) -> None:
    found = run_engine(printing.files(make_case(seed)), make_case(seed).blame)
    conflicts = {frozenset(names) for names in found.conflicts}
    repairs = {frozenset(names) for _, names in found.repairs}
    if frozenset() in conflicts:
        assert conflicts == {frozenset()}
        assert repairs == set()
    else:
        assert minimal_hitting_sets(conflicts) == repairs
        assert minimal_hitting_sets(repairs) == conflicts - {frozenset()}


def minimal_hitting_sets(sets: set[frozenset[str]]) -> set[frozenset[str]]:
    if sets == {frozenset()}:
        return set()
    found = {frozenset[str]()}
    for one in sorted(sets, key=sorted):
        found = {old | ({name} if not old & one else set()) for old in found for name in (one if not old & one else [""])}
        found = {some for some in found if not any(other < some for other in found)}
    return found
