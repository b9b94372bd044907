"""The report on the Gao dossier as it is printed, word for word; `pytest --update-golden` rewrites it. Read it as a stranger."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from reasoner.commands.check import run
from reasoner.commands.ir import Answer, Code, Options
from reasoner.files import SourceFile, load

ROOT = Path(__file__).parents[2]
REPORT = Path(__file__).parent / "gao-report.txt"
A_FEW_PAGES = 600
"""Lines; a page has some sixty."""


@pytest.fixture(scope="module")
def files() -> tuple[SourceFile, ...]:
    return load([str(ROOT / "facts" / "gao-truce"), str(ROOT / "rules")])


@pytest.fixture(scope="module")
def text(files: tuple[SourceFile, ...]) -> Answer:
    return run(Options(()), files)


def test_reads_exactly_as_the_golden_file(text: Answer, update_golden: bool) -> None:
    if update_golden:
        REPORT.write_text(text.text, encoding="utf-8")
        return
    assert text.text == REPORT.read_text(encoding="utf-8")
    assert text.code is Code.FINDINGS


def test_is_a_few_pages_of_narrow_lines(text: Answer) -> None:
    lines = text.text.splitlines()
    assert len(lines) < A_FEW_PAGES
    wide = [line for line in lines if len(line) > 100 and " " in re.sub(r"\[[^\]]*\]|--adopt \"[^\"]*\"", "", line).strip()]
    assert wide == []


@pytest.mark.parametrize(
    "sentence",
    [
        "there are at most 293 days, 23 hours and 58 minutes",
        "which is short by 255 days and 2 minutes; a tolerance of 438 days would do, 437 days would not",
        'deal 1 began no later than 1 July 2012, 00:00 (--adopt "start of deal-1 by 2012-07-01T00:00")',
        "There are 108 ways to make the rest consistent",
    ],
)
def test_tells(sentence: str, text: Answer) -> None:
    assert sentence in " ".join(text.text.split())


def test_its_json_keeps_the_published_schema(files: tuple[SourceFile, ...]) -> None:
    schema = json.loads((ROOT / "reasoner" / "report" / "schema.json").read_text(encoding="utf-8"))
    told = json.loads(run(Options((), format="json", all=True), files).text)
    jsonschema.validate(told, schema)
    (age,) = [
        c for part in told["parts"] for c in part["conflicts"] if "accept(gao-date)" in c["members"] and len(c["members"]) == 4
    ]
    assert age["shortfall"] == [
        {
            "of": "two-years",
            "phrase": "two years",
            "kind": "tolerance",
            "now": {"ticks": 182 * 1440, "text": "182 days"},
            "short_by": {"ticks": 255 * 1440 + 2, "text": "255 days and 2 minutes"},
            "would_do": {"ticks": 438 * 1440, "text": "438 days"},
            "supposing": [],
            "others_remain": True,
        }
    ]
