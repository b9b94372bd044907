"""The oracle gives what the table of micro-cases in DESIGN.md section 4 says, row by row."""

from __future__ import annotations

import pytest
from property.micro_cases import MICRO_CASES, MicroCase
from property.micro_silence import SILENCE_CASES
from property.oracle import evaluate


@pytest.mark.parametrize("micro", [*MICRO_CASES, *SILENCE_CASES], ids=lambda micro: micro.name)
def test_the_oracle_gives_the_row_of_the_table(micro: MicroCase) -> None:
    answer = evaluate(micro.case)
    assert answer.conflicts == micro.conflicts
    assert sorted(names for _, names in answer.repairs) == sorted(micro.repairs)
    assert {key: found.verdict for key, found in answer.verdicts.items() if found.verdict != "none"} == micro.verdicts
