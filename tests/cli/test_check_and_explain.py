"""Exit codes and streams of `check` and `explain`."""

import json
from pathlib import Path

import pytest

from reasoner.cli import run
from reasoner.commands.asking import countdown

FINE = """\
dossier: case
vocabulary: {fire: {event: ""}}
statements:
  - {id: a, says: fire() as blaze, when: 2011}
"""
CLASH = FINE + "  - {id: b, says: blaze during 2012}\n"
OPEN = (
    FINE.replace("when: 2011", "when: 2011-05-01")
    + "  - {id: c, says: fire() as other, when: 2011-05}\n"
    + 'hypotheses: [{id: never-read, says: "blaze before 2011", likely: 0.1}]\n'
)
RULE = """\
pack: rules
rules:
  - {id: in-order, given: [fire() as E, "E during 2011-05-01", fire() as F], never: F before E, text: "$F is not before $E."}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "case.yaml"


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (FINE, [], 0),
        (CLASH, [], 1),
        (CLASH, ["--without", "b"], 0),
        (CLASH, ["--only", "a"], 0),
        (CLASH, ["--without", "nothing"], 2),
        (CLASH, ["--timeout", "0"], 3),
        (CLASH, ["--timeout", "1000"], 1),
        (CLASH, ["--timeout", "inf"], 1),
        (CLASH, ["--timeout", "1e10"], 1),
        (CLASH, ["--timeout", "1e300"], 1),
        (CLASH, ["--timeout", "nan"], 2),
        (CLASH, ["--timeout", "-1"], 2),
        (CLASH.replace("during", "durng"), [], 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_check_ends_with(case: Path, text: str, arguments: list[str], code: int, form: str) -> None:
    case.write_text(text, encoding="utf-8")
    assert run(["check", ".", "--format", form, *arguments]) == code


def test_what_a_limit_stopped_is_marked_incomplete(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH, encoding="utf-8")
    run(["check", ".", "--timeout", "0"])
    assert "A limit stopped the search" in " ".join(capsys.readouterr().out.split())
    run(["check", ".", "--timeout", "0", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["complete"] is False


def test_a_time_that_is_no_number_is_refused_in_words(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH, encoding="utf-8")
    run(["check", ".", "--timeout", "nan"])
    assert "'--timeout': this is no number of seconds: write a number, such as 60" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(("fail_on", "code"), [("certain", 0), ("tension", 1)])
def test_a_tension_is_a_finding_on_demand(case: Path, fail_on: str, code: int) -> None:
    case.write_text(OPEN, encoding="utf-8")
    (case.parent / "rules.yaml").write_text(RULE, encoding="utf-8")
    assert run(["check", ".", "--fail-on", fail_on]) == code


def test_quiet_prints_the_summary_alone_and_no_warnings(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH.replace("when: 2011}", 'when: 2011, text: "a\\eb"}'), encoding="utf-8")
    assert run(["check", ".", "-q"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert "Conflict 1" not in said.out
    assert run(["check", "."]) == 1
    assert "D031" in capsys.readouterr().err


@pytest.mark.parametrize(("ident", "code"), [("a", 0), ("b", 0), ("blaze", 2), ("fire", 2), ("aa", 2)])
@pytest.mark.parametrize("form", ["text", "json"])
def test_explain_ends_with(case: Path, ident: str, code: int, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH, encoding="utf-8")
    assert run(["explain", ident, ".", "--format", form]) == code
    said = capsys.readouterr()
    assert ("T070" in said.err) is (code == 2)
    assert bool(said.out) is (code == 0)
    assert ("`reasoner show blaze` tells who says what of it" in said.err) is (ident == "blaze")


def test_explain_in_json_has_the_findings_of_the_id_alone(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH + "  - {id: c, says: blaze during 2013}\n", encoding="utf-8")
    run(["explain", "c", ".", "--format", "json"])
    (part,) = json.loads(capsys.readouterr().out)["parts"]
    assert [conflict["members"] for conflict in part["conflicts"]] == [["accept(a)", "accept(c)"], ["accept(b)", "accept(c)"]]
    assert all("accept(c)" in repair["gives_up"] for repair in part["repairs"])


def test_colour_is_used_on_demand(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH, encoding="utf-8")
    run(["check", ".", "--color", "always"])
    assert "\x1b[1m" in capsys.readouterr().out
    run(["check", "."])
    assert "\x1b" not in capsys.readouterr().out


def test_the_countdown_ends_at_nothing() -> None:
    ticks = iter([10.0, 11.5, 14.0])
    remaining = countdown(3.0, lambda: next(ticks))
    assert [remaining(), remaining()] == [1.5, 0.0]


def test_in_full_every_conflict_says_who_said_what(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH + "  - {id: c, says: blaze during 2013}\n", encoding="utf-8")
    told = []
    for flags in ([], ["-v"]):
        run(["check", ".", *flags])
        told.append(capsys.readouterr().out.count("Said in the dossier itself"))
    assert told == [3, 6]


def test_explain_draws_no_conclusion_from_what_a_limit_cut(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CLASH, encoding="utf-8")
    assert run(["explain", "a", ".", "--timeout", "0"]) == 3
    told = " ".join(capsys.readouterr().out.split())
    assert "no conflict and in no tension that was found so far" in told
    assert "A limit stopped the search" in told
