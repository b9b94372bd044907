"""Whatever a file holds: an answer or faults with their places, in reasonable time, and nothing that a terminal obeys."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("check", "explain", "list", "show", "compile", "test")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PLACE = re.compile(r"^\S+(:\d+:\d+)?: [FDLT]\d{3} ", re.MULTILINE)
RULES = """\
pack: p
vocabulary:
  attack: {event: "by actor, on actor, killed number", text: $by attacks $on}
  truce: {state: "actor, actor", text: $1 keeps a truce with $2}
  linked: {fact: "actor, actor", closed: true}
rules:
  - id: none-inside
    text: While $A keeps a truce with $B, $A does not attack $B.
    given:
      - truce(A, B) as T
      - attack(by A, on B) as E
    never: E during T
"""
FACTS = """\
dossier: d
actors: {a: {}, b: {}}
statements:
  - id: s1
    says: truce(a, b) as t and t contains 2012
  - id: s2
    says: attack(by a, on b) as e and e during 2012-05
"""


def program(folder: Path, command: str, *more: str, limit: float = 120) -> subprocess.CompletedProcess[str]:
    """Run one command as a user types it; whatever happens, it ends without a traceback and prints nothing to obey."""
    ident = ["s1"] if command in {"explain", "show"} else []
    line = [sys.executable, "-m", "reasoner", command, *ident, ".", *more]
    done = subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", timeout=limit, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 1, 2, 3}
    assert not OBEYED.search(done.stdout + done.stderr)
    return done


def written(folder: Path, facts: str | bytes | None = FACTS, rules: str | None = RULES) -> Path:
    if facts is not None:
        (folder / "facts.yaml").write_bytes(facts if isinstance(facts, bytes) else facts.encode())
    if rules is not None:
        (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    return folder


def refused(folder: Path, code: str, *, commands: tuple[str, ...] = COMMANDS) -> str:
    """What the commands say, all the same: faults with places and this code among them, and nothing else."""
    told = {program(folder, command).stderr for command in commands}
    assert len(told) == 1
    (text,) = told
    assert code in {found[0] for found in re.findall(r"\b([FDLT]\d{3})( )", text)}
    assert PLACE.search(text)
    return text


def test_the_plain_dossier_is_fine(tmp_path: Path) -> None:
    codes = {command: program(written(tmp_path), command).returncode for command in COMMANDS}
    assert codes == {"check": 1, "explain": codes["explain"], "list": 0, "show": 0, "compile": 0, "test": 0}


# ---------------------------------------------------------------- files


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (written(tmp_path) / "large.yaml").open("wb") as stream:
        stream.truncate(200_000_000)
    assert "200,000,000 bytes" in refused(tmp_path, "F004", commands=("check",))


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00", "F003"),
        (b"dossier: d\n\xff\xfe", "F003"),
        (b"\x80\x04\x95\x10\x00\x00\x00", "F003"),
        (b"", "D010"),
        (b"\xef\xbb\xbf", "D010"),
        (b"dossier: d\nstatements: " + b"[" * 200_000, "D009"),
        (b"dossier: d\nstatements: " + b"{a: " * 200_000, "D009"),
        (b"- " * 200_000, "D009"),
        (b"dossier: d\nactors: &a {x: {}}\nplaces: *a\n", "D003"),
        (b"dossier: d\na: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a,*a]\n" % (n, n) for n in range(50)), "D003"),
        (b"dossier: d\nnote: \x1b[31m\n", "D011"),
        (b"dossier: d\nstatements:\n  - !!python/object/apply:os.system [id]\n", "D006"),
        (b"dossier: d\n---\ndossier: e\n", "D007"),
        (b"dossier: " + b"D" * 100_000 + b"\n", "D026"),
    ],
    ids=lambda value: value[:24].decode("latin-1").encode("unicode_escape").decode() if isinstance(value, bytes) else value,
)
def test_a_file_that_is_no_dossier_is_refused(facts: bytes, code: str, tmp_path: Path) -> None:
    refused(written(tmp_path, facts), code, commands=("check", "list"))


def test_two_dossiers_in_one_call_are_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "other.yaml").write_text("dossier: other\n")
    assert "two dossiers in one call: `d` in ./facts.yaml and `other`" in refused(tmp_path, "D042")


def test_a_folder_without_facts_has_nothing_to_check(tmp_path: Path) -> None:
    written(tmp_path, facts=None)
    assert program(tmp_path, "check").stderr.startswith("./rules.yaml:1:7: D048 there are rules here, but no dossier")
    assert program(tmp_path, "check").returncode == program(tmp_path, "explain").returncode == 2
    assert [program(tmp_path, command).returncode for command in ("list", "compile", "test")] == [0, 0, 0]


def test_a_folder_without_anything_is_refused(tmp_path: Path) -> None:
    assert (
        refused(tmp_path, "F005")
        == ".: F005 no *.yaml or *.yml file in this folder\nhelp: name the folder that holds the dossier\n"
    )


def test_facts_without_rules_are_checked(tmp_path: Path) -> None:
    assert program(written(tmp_path, "dossier: d\nactors: {a: {}}\n", None), "check").returncode == 0


# ---------------------------------------------------------------- what a terminal would obey

EVIL = "\\e(31mred\\x07 \\u202Ertl\\u2066 \\x9b0m \\u200F\\r\\b end"


EVIL_NAME = EVIL.replace("\\r", "").replace("\\b", "")


def evil_dossier() -> tuple[str, str]:
    """Signs that a terminal obeys in every text that YAML lets through."""
    facts = f"""\
dossier: d
actors: {{a: {{name: "{EVIL}", also: ["{EVIL}"]}}, b: {{}}}}
documents: {{m: {{name: "{EVIL}", dated: 2012}}}}
sources: {{x: {{name: "{EVIL}"}}}}
statements:
  - id: s1
    says: truce(a, b) as t and t contains 2012
    text: "{EVIL}"
    note: "{EVIL}"
    at: "m, {EVIL}"
    sources: [x, m]
  - id: s2
    says: attack(by a, on b) as e and e during 2012-05
  - id: s3
    readings:
      - {{says: e during 2012-05, name: "{EVIL}"}}
      - {{says: e during 2012-06, name: "two {EVIL}"}}
hypotheses:
  - {{id: h, says: e after t, text: "{EVIL}", note: "{EVIL}", implied-by: [x]}}
contradictions:
  - {{id: c, by: [x], between: [s1, s2], text: "{EVIL}", note: "{EVIL}", at: "{EVIL}"}}
  - {{id: c2, by: [x], dilemma: [s1, s2], text: "{EVIL}"}}
queries: [{{id: q, ask: e during t, text: "{EVIL}"}}]
"""
    rules = RULES.replace("text: $by attacks $on", f'text: "$by {EVIL} $on"').replace(
        "text: While $A keeps a truce with $B, $A does not attack $B.", f'text: "{EVIL} $A"\n    note: "{EVIL}"'
    )
    rules += f"""\
    tests:
      - name: "{EVIL}"
        facts: truce(a, b) as t
        expect: certain
  - id: raw
    text: "{EVIL}"
    asp: "fact(\\"linked\\",X,Y) :- fact(\\"linked\\",Y,X). % {EVIL_NAME}"
"""
    return facts, rules


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("more", [(), ("--format", "json"), ("-v",), ("--all",)], ids=" ".join)
def test_nothing_that_a_terminal_obeys_is_printed(command: str, more: tuple[str, ...], tmp_path: Path) -> None:
    without = {"--all": {"explain", "list", "show", "compile", "test"}, "json": {"compile"}, "-v": {"list", "show", "compile"}}
    if any(command in without.get(word, ()) for word in more):
        pytest.skip("no such flag")
    done = program(written(tmp_path, *evil_dossier()), command, *more)
    assert done.returncode in {0, 1}, done.stderr
    assert command in {"compile", "test"} or "json" in more or "end" in done.stdout
    if "json" in more:
        json.loads(done.stdout)


def test_a_name_in_a_raw_block_holds_no_such_sign(tmp_path: Path) -> None:
    rules = RULES + f'  - id: raw\n    asp: "fact(\\"linked\\",\\"{EVIL_NAME}\\",X) :- fact(\\"linked\\",_,X)."\n'
    assert "U+001B cannot stand in a name" in refused(written(tmp_path, rules=rules), "T090", commands=("check", "compile"))


@pytest.mark.parametrize("command", ["list", "show", "compile", "test"])
def test_the_name_of_a_file_is_cleaned(command: str, tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "rules.yaml").rename(tmp_path / "r\x1b[31m\u202e\n:- x.yaml")
    done = program(tmp_path, command, *(["-v"] if command == "test" else []))
    assert done.returncode == 0
    assert not re.search(r"^:- x", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("command", ["check", "explain"])
def test_the_name_of_a_file_is_escaped_in_json(command: str, tmp_path: Path) -> None:
    written(tmp_path, FACTS + "queries: [{id: q, ask: t during 2012, expect: possible}]\n")
    name = "f\x1b[31m\u202e\n:- x.yaml"
    (tmp_path / "facts.yaml").rename(tmp_path / name)
    (told,) = json.loads(program(tmp_path, command, "--format", "json").stdout)["diagnostics"]
    assert Path(told["file"]).name == name


def test_an_id_from_the_command_line_is_cleaned_too(tmp_path: Path) -> None:
    written(tmp_path)
    for command in ("show", "explain"):
        line = [sys.executable, "-m", "reasoner", command, "\x1b[31m\u202es9", "."]
        done = subprocess.run(line, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert not OBEYED.search(done.stderr)


def test_an_adopted_sentence_is_cleaned_too(tmp_path: Path) -> None:
    done = program(written(tmp_path), "check", "--adopt", "e \x1b[31m before \u202e2012", "--without", "\x1b]0;x\x07")
    assert done.returncode == 2


# ---------------------------------------------------------------- large times and numbers


@pytest.mark.parametrize(
    ("said", "place", "hint"),
    [
        ("e within 99999999999 years after t", "7:48", "leave out what lies so far away"),
        ("e within 99999999999 days after t", "7:48", "leave out what lies so far away"),
        ("e within 9999 years after t", "7:48", "write `clock: hour` in the dossier"),
        ("e during 9999", "7:48", "write `clock: hour` in the dossier"),
        ("e during -9999", "7:48", "write `clock: hour` in the dossier"),
        ("e during Y-999999999", "7:48", "leave out what lies so far away"),
        ("e during [1667..9999]", "7:48", "write `clock: hour` in the dossier"),
    ],
)
def test_times_that_do_not_fit_are_told_with_what_to_do(said: str, place: str, hint: str, tmp_path: Path) -> None:
    text = refused(written(tmp_path, FACTS.replace("e during 2012-05", said)), "T064", commands=("check", "compile", "list"))
    assert text.startswith(f"./facts.yaml:{place}: T064 ")
    assert f"help: {hint}\n" in text


def test_the_advice_about_the_clock_helps(tmp_path: Path) -> None:
    facts = FACTS.replace("e during 2012-05", "e during -9999").replace("dossier: d", "dossier: d\nclock: hour")
    assert program(written(tmp_path, facts), "check").returncode == 0


def test_times_that_fit_each_but_not_together_are_told(tmp_path: Path) -> None:
    chain = "".join(
        f"  - id: c{n}\n    says: attack(by a, on b) as e{n} and e{n} within 1500 years after {f'e{n - 1}' if n else 'e'}\n"
        for n in range(4)
    )
    text = refused(written(tmp_path, FACTS + chain), "T064", commands=("check",))
    assert "add up to too much for a clock that counts minutes" in text


@pytest.mark.parametrize("number", ["9999999999", "about 9999999999999", "1..99999999999", "99999999999 km"])
def test_numbers_that_do_not_fit_are_told(number: str, tmp_path: Path) -> None:
    facts = FACTS.replace("attack(by a, on b)", f"attack(by a, on b, killed {number})")
    refused(written(tmp_path, facts), "T064", commands=("check",))


def test_numbers_that_become_too_large_by_their_digits_are_told(tmp_path: Path) -> None:
    facts = FACTS.replace("attack(by a, on b)", "attack(by a, on b, killed 2000000000.0001)")
    refused(written(tmp_path, facts), "T064", commands=("check",))


# ---------------------------------------------------------------- much of everything


def test_thousands_of_statements_are_checked(tmp_path: Path) -> None:
    many = "".join(
        f"  - id: m{n}\n    says: attack(by b, on a) as e{n} and e{n} during 20{n % 90 + 10}\n" for n in range(2_000)
    )
    done = program(written(tmp_path, FACTS + many), "check", "--timeout", "60", limit=240)
    assert done.returncode == 1
    assert program(tmp_path, "list").stdout.count("\n  m") >= 2_000


def test_a_sentence_that_is_too_long_is_refused(tmp_path: Path) -> None:
    facts = FACTS.replace("e during 2012-05", " and ".join(["e during 2012-05"] * 3_000))
    refused(written(tmp_path, facts), "L003", commands=("check",))


@pytest.mark.parametrize("deep", ["(" * 3_000 + "e during 2012-05" + ")" * 3_000, "(" * 400 + "e during 2012-05"])
def test_a_sentence_that_is_too_deep_is_refused(deep: str, tmp_path: Path) -> None:
    text = program(written(tmp_path, FACTS.replace("e during 2012-05", deep)), "check").stderr
    assert re.match(r"\./facts\.yaml:7:\d+: L00[45] ", text)


@pytest.mark.parametrize("joint", [" and ", " or "])
def test_a_long_sentence_is_read(joint: str, tmp_path: Path) -> None:
    facts = FACTS.replace("e during 2012-05", "(" + joint.join(f"e not during {1000 + n}" for n in range(300)) + ")")
    assert program(written(tmp_path, facts), "check").returncode in {0, 1}


def test_a_rule_with_too_many_alternatives_is_told_or_read(tmp_path: Path) -> None:
    ways = "".join(f"      - (linked(A, B) or linked(B, A) or truce(A, B) as T{n} or truce(B, A) as T{n})\n" for n in range(4))
    rules = RULES.replace("    never: E during T\n", f"    unless:\n{ways}    never: E during T\n")
    assert program(written(tmp_path, rules=rules), "check", limit=240).returncode in {0, 1, 2}


def test_a_join_of_everything_with_everything_ends(tmp_path: Path) -> None:
    rules = RULES + "  - id: all\n    given:\n" + "".join(f"      - attack(by A{n})\n" for n in range(9))
    rules += "    never: " + " and ".join(f"A{n} is not A{n + 1}" for n in range(8)) + "\n"
    many = "".join(f"  - id: m{n}\n    says: attack(by x{n}, on a) as e{n}\n" for n in range(40))
    actors = ", ".join(f"x{n}: {{}}" for n in range(40))
    done = program(written(tmp_path, FACTS.replace("b: {}", f"b: {{}}, {actors}") + many, rules), "check", limit=300)
    assert done.returncode == 2
    assert "T092" in done.stderr


def test_rules_that_name_each_other_end(tmp_path: Path) -> None:
    rules = RULES + "".join(
        f"  - id: r{n}\n    given: linked(A, B)\n    then: linked(B, A)\n    trust: 0.{n % 9 + 1}\n" for n in range(200)
    )
    facts = FACTS + '  - {id: l, says: "linked(a, b)"}\n'
    assert program(written(tmp_path, facts, rules), "check").returncode in {0, 1}
