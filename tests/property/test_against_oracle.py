"""The engine against the oracle. `compare` is ready to use; what stands here holds that it sees every kind of difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from property import printing
from property.cases import Case
from property.comparing import differences
from property.engine import Outcome, of_answer, run_engine
from property.formulas import Le
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


@pytest.mark.parametrize("what", ["conflicts", "repairs", "cost", "verdict", "missing", "premise"])
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
        case _:
            return replace(right, premises={**right.premises, open_one: (Le("", "start of nothing", 0),)})
