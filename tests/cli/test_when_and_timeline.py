"""`when` and `timeline`, of the program as people start it."""

import json
from pathlib import Path

import jsonschema
import pytest

from reasoner.cli import run

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "reasoner" / "report" / "windows.schema.json").read_text(encoding="utf-8"))
FACTS = """\
dossier: ship
reported: 1905-01-01
zone: Europe/Paris
vocabulary:
  sale: {event: "of thing", past: $of was sold}
  refit: {event: "of thing"}
  voyage: {state: "thing"}
  lapse: {event: "of thing", past: $of fell out of use}
actors: {dawn: {name: the Dawn}}
documents: {letter: {name: the letter, dated: 1902-05-10}}
statements:
  - {id: sold, says: sale(of dawn) as the-sale, when: 1902-03}
  - {id: refitted, says: refit(of dawn) as the-refit and the-refit after the-sale}
  - {id: told, says: the-refit before letter}
  - {id: at-sea, says: voyage(dawn) as long-voyage and long-voyage since the-refit}
  - {id: unknown, says: sale(of dawn) as another-sale}
"""
CLASH = "  - {id: june, says: the-refit during 1902-06, trust: 0.8}\n"
TIE = "  - {id: one, says: another-sale during 1903}\n  - {id: other, says: another-sale during 1904}\n"
CERTAIN = (
    "  - {id: never, says: the-refit before 1800, certain: true}\n  - {id: late, says: the-refit after 1900, certain: true}\n"
)
RULES = """\
pack: rules
rules:
  - {id: lapses, given: voyage(T) as V, then: lapse(of T) as L within 2 days after V}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    return tmp_path / "facts.yaml"


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run([*arguments]) == code
    out, err = capsys.readouterr()
    return err if code == 2 else out


def test_what_is_narrowed_is_told_with_what_narrows_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    assert told(capsys, "when", "the-refit", ".").splitlines()[7:] == [
        "It was between 1 March 1902, 00:01 and 10 May 1902, 23:58.",
        "  - No earlier: the sale ended no earlier than 1 March 1902 [sold] and the sale came before the",
        "    refit [refitted].",
        "  - No later: the letter was before 11 May 1902 (its date) and the refit ended before the letter",
        "    [told].",
    ]


def test_several_ids_statements_rules_and_documents(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    text = told(capsys, "when", "at-sea,letter,lapses,another-sale", ".")
    assert [line for line in text.splitlines() if line.endswith("]") and not line.startswith(" ")] == [
        "The long voyage [long-voyage]",
        "The refit [the-refit]",
        "The letter [letter]",
        "“Another sale” [another-sale]",
    ]
    assert "What the rule lapses brings about\n" in text
    assert "When it was is open." in text


def test_unknown_ids_are_told_all_at_once(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    message = told(capsys, "when", "the-refitt,dawn,sold", ".", code=2)
    assert message.count("T070") == 2
    assert "nothing that has times is called `the-refitt`\nhelp: did you mean `the-refit`?" in message


def test_cases_that_differ_are_told_apart(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS + TIE, encoding="utf-8")
    text = told(capsys, "when", "another-sale,the-sale", ".")
    assert "If you give up [one]: It was in 1904.\n" in text
    assert "If you give up [other]: It was in 1903.\n" in text
    assert "\n\nIt was in March 1902.\n" in text
    found = json.loads(told(capsys, "when", "another-sale", ".", "--format", "json"))
    jsonschema.validate(found, SCHEMA)
    assert [(one["gives_up"], one["start"]["earliest"]["at"][:4]) for one in found["things"][0]["cases"]] == [
        (["accept(one)"], "1904"),
        (["accept(other)"], "1903"),
    ]


def test_a_number_of_ways_out_that_is_not_enough_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS + TIE, encoding="utf-8")
    assert "No more than one way out was looked at" in told(capsys, "when", "another-sale", ".", "--limit", "1")
    assert "looked at" not in told(capsys, "when", "the-sale", ".", "--limit", "1")


def test_a_statement_that_is_given_up_is_named(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS + CLASH, encoding="utf-8")
    assert "Here you give up [june], which speaks of it.\n" in told(capsys, "when", "the-refit", ".")


@pytest.mark.parametrize("command", [["when", "the-refit"], ["timeline"]])
def test_where_nothing_can_be_said_that_is_told(command: list[str], case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS + CERTAIN, encoding="utf-8")
    assert "So nothing can be said of its times." in told(capsys, *command, ".")
    found = json.loads(told(capsys, *command, ".", "--format", "json"))
    jsonschema.validate(found, SCHEMA)
    assert all(one["cases"] == [] for one in found["things"])


@pytest.mark.parametrize("command", [["when", "the-refit"], ["timeline"]])
def test_a_limit_is_told(command: list[str], case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    assert "A limit stopped the search" in told(capsys, *command, ".", "--timeout", "0", code=3)
    found = json.loads(told(capsys, *command, ".", "--timeout", "0", "--format", "json", code=3))
    jsonschema.validate(found, SCHEMA)
    assert (found["complete"], found["things"]) == (False, [])


def test_the_picture(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS + CLASH, encoding="utf-8")
    text = told(capsys, "timeline", ".", "--width", "70")
    assert max(map(len, text.splitlines())) <= 100
    rows = [line for line in text.splitlines() if not {*"░█▸"}.isdisjoint(line)]
    assert [row.split("  ")[0] for row in rows if ":" not in row] == [
        "The sale",
        "! The refit",
        "The long voyage",
        "What the rule lapses brings abo…",
    ]
    assert text.endswith("Nothing says when these were:\n  - “Another sale”\n")


def test_the_picture_of_a_span(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    text = told(capsys, "timeline", ".", "--from", "1902-03-10", "--to", "1902-03-20", "--width", "90")
    row = next(line for line in text.splitlines() if line.startswith("The sale"))
    assert (row.count("◂"), row.count("▸"), row.count(" ░")) == (1, 1, 0)
    assert "1902-03-13" in text


@pytest.mark.parametrize("date", ["soon", "2013-02-30", "1902-13"])
def test_a_span_is_made_of_dates(date: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(FACTS, encoding="utf-8")
    assert f"`{date}` is no date" in told(capsys, "timeline", ".", "--from", date, code=2)


def test_dossiers_without_times_are_no_trouble(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text("dossier: none\n", encoding="utf-8")
    assert told(capsys, "timeline", "facts.yaml") == "Dossier none: timeline\n======================\n"
