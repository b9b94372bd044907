"""`list`, `show`, `compile` and `test`, of the program as people start it."""

import json
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from reasoner import cli, files, pipeline
from reasoner.commands import show
from reasoner.commands.ir import Code
from reasoner.explanation.ir import Findings
from reasoner.ground.ir import Part
from reasoner.solver.from_part import solver
from reasoner.solver.ir import Sat

FACTS = """\
dossier: raid
reported: 2013-01-01
actors:
  north: {name: the North, also: [Northland]}
  south: {name: the South}
places: {border: {}}
documents: {cable: {dated: 2012-06-01, name: the cable}}
sources:
  envoy: {name: the envoy, trust: 0.5, of: north}
statements:
  - id: pact
    says: truce(north, south) as t
    when: contains 2012
    sources: [envoy, cable]
    at: cable, page 2
    note: Told in passing.
  - id: raid
    says: attack(by north, on south) as e and e during 2012-05
  - id: sure
    says: attack(by south, on north) as f
    certain: true
  - id: when
    readings:
      - {says: f during 2011, name: the old calendar}
      - {says: f during 2013, name: the new calendar}
  - id: denial
    says: not pact
    retracts: [raid]
hypotheses:
  - {id: long-pact, says: t contains 2011, implied-by: [envoy], likely: 0.2}
contradictions:
  - {id: both, by: [cable], between: [pact, raid]}
queries: [{id: pact-in-may, ask: t intersects 2012-05, expect: certain}]
"""
RULES = """\
pack: truces
vocabulary:
  truce: {state: "actor, actor", text: $1 has a truce with $2}
  attack: {event: "by actor, on actor", text: $by attacks $on}
rules:
  - id: truce-forbids-attacks
    text: While $A has a truce with $B, $A does not attack $B.
    given:
      - truce(A, B) as T
      - attack(by A, on B) as E
    never: E during T
    trust: 0.95
    tests:
      - name: an attack inside
        facts:
          - truce(a, b) as t and t contains 2012
          - attack(by a, on b) as e and e during 2012-05
        expect: certain
        members: [1, 2]
  - id: silent
    given:
      - truce(A, B) as T
      - attack(by B, on A) as E
    never: T during E
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "rules.yaml").write_text(RULES)
    return tmp_path


def program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reasoner", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, check=False)


# ---------------------------------------------------------------- list


def test_list_tells_what_is_there_and_who_says_so(folder: Path) -> None:
    done = program(folder, "list", ".", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    out = done.stdout
    assert out.startswith("Dossier raid, reported on 2013-01-01.\n\n5 statements\n")
    assert re.search(
        r"^  pact +The North has a truce with the South \(t\) .*2012\.\n +said by the envoy, passed on by the cable$",
        out,
        re.MULTILINE,
    )
    assert re.search(r"^  raid .*\n +said by the dossier itself$", out, re.MULTILINE)
    assert re.search(r"^  truce-forbids-attacks +While A has a truce with B, A does not attack B\.$", out, re.MULTILINE)
    for section in (
        "1 hypothesis",
        "1 claimed contradiction",
        "1 query",
        "2 actors",
        "1 place",
        "1 document",
        "2 sources",
        "2 rules",
    ):
        assert f"\n{section}\n" in out


def test_list_as_json_has_every_entry_with_its_place(folder: Path) -> None:
    found = json.loads(program(folder, "list", ".", "--format", "json").stdout)
    assert (found["schema_version"], found["dossier"]) == (1, "raid")
    entries = {(one["sort"], one["id"]): one for one in found["entries"]}
    assert entries["statement", "pact"]["by"] == "the envoy, passed on by the cable"
    assert (entries["statement", "pact"]["file"], entries["statement", "pact"]["line"]) == ("./facts.yaml", 11)
    assert {sort for sort, _ in entries} >= {"statement", "hypothesis", "claimed contradiction", "rule", "word", "occurrence"}


def test_list_without_facts_lists_the_rules(folder: Path) -> None:
    out = program(folder, "list", "rules.yaml").stdout
    assert out.startswith("Rules only: there is no dossier among these files.\n\n2 rules\n")


def test_list_refuses_what_has_faults(folder: Path) -> None:
    (folder / "facts.yaml").write_text(FACTS.replace("not pact", "not pakt"))
    done = program(folder, "list", ".", "-q")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `pact`?" in done.stderr


# ---------------------------------------------------------------- show


def shown(folder: Path, name: str) -> str:
    done = program(folder, "show", name, ".", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def has(text: str, label: str, line: str) -> bool:
    return re.search(rf"^  {label} +{re.escape(line)}$", text, re.MULTILINE) is not None


def test_show_tells_a_statement_with_its_chain_and_its_place(folder: Path) -> None:
    out = shown(folder, "pact")
    assert out.startswith("pact is a statement. The North has a truce with the South (t) ")
    assert has(out, "written", "truce(north, south) as t")
    assert has(out, "when", "contains 2012")
    assert has(out, "who says so", "The envoy, passed on by the cable.")
    assert has(out, "where", "cable, page 2")
    assert has(out, "trust", "0.45 (0.5 for the envoy × 0.9 for the cable)")
    assert has(out, "denied by", "denial")
    assert has(out, "named by", "both")
    assert has(out, "note", "Told in passing.")
    assert has(out, "place", "./facts.yaml:11")


def test_show_tells_readings_retractions_and_certainty(folder: Path) -> None:
    assert has(shown(folder, "raid"), "taken back by", "denial")
    assert has(shown(folder, "denial"), "takes back", "raid")
    assert has(shown(folder, "sure"), "trust", "certain: it cannot be given up")
    assert "reading “the old calendar”" in shown(folder, "when")


def test_show_tells_a_rule_as_written_with_its_tests(folder: Path) -> None:
    out = shown(folder, "truce-forbids-attacks")
    assert out.startswith("truce-forbids-attacks is a rule. While A has a truce with B, A does not attack B.\n")
    assert has(out, "given", "truce(A, B) as T")
    assert has(out, "never", "E during T")
    assert has(out, "trust", "0.95")
    assert has(out, "test 1", "an attack inside: expects certain, lines 1, 2")
    assert "- attack(by a, on b) as e and e during 2012-05\n" in out
    assert has(out, "place", "./rules.yaml:6")
    assert shown(folder, "truces/truce-forbids-attacks") == out


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("north", "north is an actor. The North.\n"),
        ("t", "t is an occurrence. The North has a truce with the South.\n"),
        ("envoy", "envoy is a source. The envoy.\n"),
        ("cable", "cable is a document. The cable.\n"),
        ("long-pact", "long-pact is a hypothesis. t covers all of 2011.\n"),
        ("both", "both is a claimed contradiction. pact contradicts raid.\n"),
        ("pact-in-may", "pact-in-may is a query. t "),
        ("attack", "attack is a word of the vocabulary.\n"),
    ],
)
def test_show_tells_anything_with_an_id(folder: Path, name: str, first: str) -> None:
    assert shown(folder, name).startswith(first)


DUTY = """\
pack: duties
vocabulary: {report: {event: "of event, by actor", text: $by reports $of}}
rules:
  - {id: told, given: attack(by A) as E, must: "report(of E, by A)", norm: true}
"""


@pytest.mark.parametrize(
    ("name", "first", "rest"),
    [
        (
            "honoured(told, south, f)",
            "honoured(told, south, f) is a duty. The duty was kept: If the South attacks somebody (f), it must be that the South reports f.\n",
            [("trust", "0.5 or less"), ("place", "./duties.yaml:4")],
        ),
        (
            "absent(report(of f, by south))",
            "absent(report(of f, by south)) is a reliance on silence. Nobody says that the South reports f.\n",
            [("trust", "0.90")],
        ),
        ("report(of f, by south)", "absent(report(of f, by south)) is a reliance on silence. ", []),
        (
            "told(south, f)",
            "told(south, f) is a case of a rule. If the South attacks somebody (f), it must be that the South reports f.\n",
            [("of", "told"), ("with", "A: south"), ("verdict", "certain")],
        ),
        ("accept(pact)", "pact is a statement. ", []),
        ("link(pact, 2)", "pact is a statement. ", []),
        ("trust(envoy)", "envoy is a source. ", []),
        ("reading(when)", "when is a statement. ", []),
        ("keep(silent)", "silent is a rule. ", []),
        ("absent(long-pact)", "long-pact is a hypothesis. ", []),
    ],
)
def test_show_takes_the_names_that_reports_print(folder: Path, name: str, first: str, rest: list[tuple[str, str]]) -> None:
    (folder / "duties.yaml").write_text(DUTY)
    out = shown(folder, name)
    assert out.startswith(first)
    assert [line for line in rest if not has(out, *line)] == []


def test_show_tells_a_conflict_by_its_members(folder: Path) -> None:
    (folder / "duties.yaml").write_text(DUTY)
    checked = json.loads(program(folder, "check", ".", "--format", "json").stdout)
    conflict = next(
        one for part in checked["parts"] for one in part["conflicts"] if "honoured(told, south, f)" in one["members"]
    )
    out = shown(folder, conflict["id"])
    assert out.startswith(f"{conflict['id']} is a conflict. A duty was broken: told.\n  members  ")
    assert "[honoured(told, south, f)]" in out
    assert "declared by its first use" not in out


def test_show_of_a_name_that_no_report_prints_is_an_error_with_the_nearest(folder: Path) -> None:
    (folder / "duties.yaml").write_text(DUTY)
    done = program(folder, "show", "honoured(told, south, g)", ".", "-q")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `honoured(told, south, f)`?" in done.stderr


def test_show_of_a_mistyped_id_does_not_solve_the_dossier(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def solve(_dossier: object) -> Findings:
        raise AssertionError("asked of a name that no report gives")

    monkeypatch.setattr(show, "check", solve)
    assert cli.run(["show", "pakt", str(folder)]) == Code.BAD_INPUT


def test_show_of_an_unknown_id_is_an_error_with_the_nearest_name(folder: Path) -> None:
    done = program(folder, "show", "pakt", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "T070 nothing here is called `pakt`\nhelp: did you mean `pact`?\n"


def test_show_as_json_has_the_details(folder: Path) -> None:
    (entry,) = json.loads(program(folder, "show", "pact", ".", "--format", "json").stdout)["entries"]
    assert {"label": "written", "lines": ["truce(north, south) as t"]} in entry["details"]


# ---------------------------------------------------------------- compile


def test_compile_prints_where_each_line_comes_from(folder: Path) -> None:
    done = program(folder, "compile", ".", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert "% statement pact (./facts.yaml:11:9)\n" in done.stdout
    assert "% rule truce-forbids-attacks (./rules.yaml:6:9)\n" in done.stdout


def test_compile_obeys_the_selection(folder: Path) -> None:
    assert 'holds("raid")' not in program(folder, "compile", ".", "--without", "raid").stdout


SMALL = {
    "a truce and two attacks": """\
  - {id: pact, says: "truce(a, b) as t and t contains 2012"}
  - {id: raid, says: "attack(by a, on b) as e and e during 2012-05"}
  - {id: later, says: "attack(by a, on b) as f and f during 2012/2014"}
""",
    "an age": """\
  - {id: pact, says: "truce(a, b) as t and t is 2 years old at e"}
  - {id: begun, says: start of t during 2010}
  - {id: raid, says: "attack(by a, on b) as e and e during 2013"}
""",
    "a denial and an identity": """\
  - {id: pact, says: "truce(a, b) as t"}
  - {id: none, says: "not truce(a, c) since 2012"}
  - {id: one, says: b is c}
  - {id: times, says: t intersects 2013}
""",
    "a silence": """\
  - {id: pact, says: "truce(a, b) as t and t contains 2012"}
  - {id: raid, says: "attack(by b, on a) as e and e during 2012"}
""",
}
SMALL_RULES = """\
pack: small
vocabulary:
  truce: {state: "actor, actor"}
  attack: {event: "by actor, on actor"}
  ended: {event: "state"}
rules:
  - id: none-inside
    given:
      - truce(A, B) as T
      - attack(by A, on B) as E
    never: E during T
  - id: attack-ends
    given:
      - truce(A, B) as T
      - attack(by B, on A) as E
    must: ended(T) within 10 days after E
"""


def outputs(text: str) -> set[frozenset[str]]:
    """What `python -m clingodl` prints of every stable model, of the atoms that are shown."""
    command = [sys.executable, "-m", "clingodl", "-", "0", "--project=show", "--warn=none", "--outf=2"]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in {10, 20, 30}, done.stderr
    found = json.loads(done.stdout)["Call"][0].get("Witnesses", [])
    return {frozenset(atom for atom in one["Value"] if atom.startswith(("on(", "broken("))) for one in found}


def projections(part: Part) -> set[frozenset[str]]:
    """The same of one part, by asking its solver about every choice of guards and broken instances."""
    shown = [(atom, name) for atom, name in part.atoms if name.startswith(("on(", "broken("))]
    made = solver(part)
    found = set()
    for signs in product((1, -1), repeat=len(shown)):
        if isinstance(made.solve([sign * atom for sign, (atom, _) in zip(signs, shown, strict=True)]), Sat):
            found.add(frozenset(name for sign, (_, name) in zip(signs, shown, strict=True) if sign > 0))
    return found


@pytest.mark.parametrize("name", SMALL)
def test_what_clingo_dl_makes_of_the_printed_program_is_what_the_solver_finds(name: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("dossier: d\nactors: {a: {}, b: {}, c: {}}\nstatements:\n" + SMALL[name])
    (tmp_path / "r.yaml").write_text(SMALL_RULES)
    printed = program(tmp_path, "compile", ".")
    assert printed.returncode == 0
    _, ground = pipeline.compiled(pipeline.read(files.load([str(tmp_path)])))
    parts = [projections(part) for part in ground.parts]
    known = {atom for part in parts for one in part for atom in one}
    whole = {frozenset().union(*choice) for choice in product(*parts)}
    assert {one & known for one in outputs(printed.stdout)} == whole
    assert len(whole) > 4


# ---------------------------------------------------------------- test


def test_test_sums_up(folder: Path) -> None:
    done = program(folder, "test", ".")
    assert (done.returncode, done.stdout) == (0, "1 test of 1 rule: all passed; 1 rule without tests\n")


def test_test_names_rules_without_tests_on_demand(folder: Path) -> None:
    assert program(folder, "test", ".", "-v").stdout.startswith("./rules.yaml:20: silent has no tests\n")


def test_a_test_that_fails_is_told_with_its_place_and_code_1(folder: Path) -> None:
    (folder / "rules.yaml").write_text(
        RULES.replace("expect: certain", "expect: nothing").replace("        members: [1, 2]\n", "")
    )
    done = program(folder, "test", ".")
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first == (
        "./rules.yaml:14: truce-forbids-attacks “an attack inside”: expected nothing, but certain (lines 1, 2) came"
    )
    assert second == "1 test of 1 rule: 1 failed; 1 rule without tests"


def test_quiet_prints_failures_alone(folder: Path) -> None:
    assert program(folder, "test", ".", "-q").stdout == ""


def test_test_as_json(folder: Path) -> None:
    found = json.loads(program(folder, "test", ".", "--format", "json").stdout)
    assert (found["passed"], found["failed"]) == (1, 0)
    assert found["tests"][0]["expected"] == {"verdict": "certain", "members": [1, 2]}
    assert found["tests"][0]["came"] == {"verdict": "certain", "members": [[1, 2]], "clash": None}
    assert [one["rule"] for one in found["without_tests"]] == ["silent"]


def test_all_packs_of_the_project_pass_their_tests() -> None:
    root = Path(__file__).parent.parent.parent
    done = program(root, "test", "rules")
    assert (done.stdout.count("\n"), done.returncode) == (1, 0), done.stdout
    for folder in sorted(path.parent for path in (root / "facts").glob("*/rules.yaml")):
        done = program(root, "test", str(folder.relative_to(root)), "rules")
        assert done.returncode == 0, done.stdout
