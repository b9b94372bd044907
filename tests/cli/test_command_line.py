"""Streams, flags and exit codes, of the program as people start it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from reasoner import cli
from reasoner.commands.ir import Answer, Code, Options

COMMANDS = ("check", "explain", "list", "show", "compile", "test")
HEAVY = ("clingo", "clingodl", "yaml", "lark", "pysat", "rich")
CLEAN = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}


def program(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reasoner", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=CLEAN | environment, check=False)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """Puts a command in place that answers in red and remembers what it was asked."""
    asked: list[Options] = []

    class Command:
        @staticmethod
        def run(options: Options, _files: object) -> Answer:
            asked.append(options)
            return Answer("\x1b[31mfound\x1b[0m\n", Code.FINDINGS, "a word aside\n")

    monkeypatch.setattr(cli, "import_module", lambda _name: Command)
    monkeypatch.setattr(cli, "load", lambda _paths, stdin: ())
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return asked


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "-h"] for name in COMMANDS)])
def test_help_answers_without_the_solver(arguments: list[str]) -> None:
    script = f"import sys; from reasoner.cli import run; run({arguments}); print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_all_commands_are_in_the_help() -> None:
    text = program("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in text] == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek", "."],
        ["check"],
        ["check", "--onyl", "a", "."],
        ["check", "--limit", "-1", "."],
        ["check", "--timeout", "soon", "."],
        ["check", "--blame", "nobody", "."],
        ["check", "--color", "red", "."],
        ["check", "--only", "", "."],
        ["check", "--without", "a,,b", "."],
        ["compile", "--adopt", " , ", "."],
        ["explain", "only-an-id"],
        ["test", "--blame", "links", "."],
    ],
)
def test_wrong_usage_is_told_on_stderr_with_code_2(arguments: list[str]) -> None:
    done = program(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "-h"], ["list", "-"], ["check", "-"]])
def test_a_full_disk_is_one_line_and_code_2(arguments: list[str]) -> None:
    """Code 1 would mean that something was found."""
    with Path("/dev/full").open("w") as full:
        done = run_into(full, subprocess.PIPE, arguments)
    assert (done.returncode, done.stderr) == (2, "Error: the result could not be written whole: No space left on device\n")


def test_where_no_fault_can_be_told_the_code_tells_it() -> None:
    with Path("/dev/full").open("w") as full:
        done = run_into(subprocess.PIPE, full, ["check", "no-such-file.yaml"])
    assert (done.returncode, done.stdout) == (2, "")


def run_into(out: IO[str] | int, err: IO[str] | int, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reasoner", *arguments]
    return subprocess.run(command, input="dossier: d\n", stdout=out, stderr=err, encoding="utf-8", env=CLEAN, check=False)


def test_a_file_that_is_not_written_whole_is_told() -> None:
    done = program("check", "-", "-o", "/dev/full", stdin="dossier: d\nvocabulary: {p: {fact: actor}}\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: /dev/full could not be written whole: No space left on device\n"


def test_a_mistyped_command_or_flag_meets_a_suggestion() -> None:
    assert "Did you mean 'check'?" in program("chek", ".").stderr
    assert "--only" in program("check", "--onyl", "a", ".").stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_faults_of_the_input_are_told_on_stderr_with_code_2(name: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("dossier: d\nstatments: []\n")
    done = program(name, *(["some-id"] if name in {"explain", "show"} else []), str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{file}:2:1: D")
    assert "help: did you mean `statements`?" in done.stderr


def test_a_missing_file_is_a_fault() -> None:
    done = program("check", "no-such-file.yaml")
    assert (done.returncode, done.stderr) == (2, "no-such-file.yaml: F001 no such file or folder\n")


def test_a_hyphen_is_standard_input() -> None:
    done = program("check", "-", stdin="dossier: d\nstatments: []\n")
    assert done.stderr.startswith("-:2:1: D")


def test_the_answer_goes_to_stdout_and_the_rest_to_stderr(answering: list[Options], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "."]) == Code.FINDINGS
    out, err = capsys.readouterr()
    assert (out, err) == ("found\n", "a word aside\n")


def test_flags_reach_the_command(answering: list[Options]) -> None:
    flags = "--blame links --limit 3 --timeout 1.5 --all --fail-on tension --format json -q"
    several = "--without a --without b,c --only d --adopt e"
    cli.run(["check", "one", "two", *flags.split(), *several.split()])
    assert answering == [
        Options(
            paths=("one", "two"),
            format="json",
            blame="links",
            limit=3,
            timeout=1.5,
            all=True,
            fail_on="tension",
            without=("a", "b", "c"),
            only=("d",),
            adopt=("e",),
            quiet=True,
        )
    ]


@pytest.mark.parametrize("flag", ["--without", "--only", "--adopt"])
def test_help_says_how_to_name_several(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["check", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "Several: with commas, or the flag again." in told.partition(f"{flag} ID")[2].partition(" ID ")[0]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("a,b", ("a", "b")),
        ("honoured(in-time, alert-1),a", ("honoured(in-time, alert-1)", "a")),
        ("honoured(r, that p(a), b), c", ("honoured(r, that p(a), b)", "c")),
        ('absent(said(paper, "no, never) ")), a', ('absent(said(paper, "no, never) "))', "a")),
        ("on-duty(lind, _) as _1 and ack during _1", ("on-duty(lind, _) as _1 and ack during _1",)),
    ],
)
def test_a_comma_divides_names_but_for_one_inside_of_them(answering: list[Options], given: str, names: tuple[str, ...]) -> None:
    cli.run(["check", ".", "--without", given, "--adopt", given])
    assert (answering[0].without, answering[0].adopt) == (names, names)


def test_an_id_comes_before_the_paths(answering: list[Options]) -> None:
    cli.run(["explain", "two-years", "facts", "rules", "-v"])
    assert answering == [Options(paths=("facts", "rules"), id="two-years", verbose=True)]


def test_the_answer_can_go_to_a_file(answering: list[Options], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.txt"
    assert cli.run(["check", ".", "-o", str(target)]) == Code.FINDINGS
    assert target.read_text() == "found\n"
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_told_with_code_2(answering: list[Options], tmp_path: Path) -> None:
    assert cli.run(["check", ".", "-o", str(tmp_path / "none" / "out.txt")]) == Code.BAD_INPUT


def test_a_rejected_input_writes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    program("check", "no-such-file.yaml", "-o", str(target))
    assert not target.exists()


@pytest.mark.parametrize(
    ("environment", "terminal", "colored"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({}, False, False),
    ],
)
def test_colour_follows_the_environment(
    environment: dict[str, str], terminal: bool, colored: bool, answering: list[Options], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    cli.run(["check", "."])
    assert answering[0].color is colored


@pytest.mark.parametrize(("flag", "out"), [("always", "\x1b[31mfound\x1b[0m\n"), ("never", "found\n")])
def test_the_flag_beats_the_environment(
    flag: str, out: str, answering: list[Options], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    cli.run(["check", ".", "--color", flag])
    assert capsys.readouterr().out == out


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_a_reader_who_goes_away_is_no_fault(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "reasoner", *arguments], stdout=nobody, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_who_goes_away_does_not_change_the_exit_code() -> None:
    script = (
        "import sys; from reasoner import cli; from reasoner.commands.ir import Answer, Code\n"
        "class Command:\n"
        "    run = staticmethod(lambda options, files: Answer('x' * 1_000_000, Code.FINDINGS))\n"
        "cli.import_module = lambda name: Command\n"
        "cli.load = lambda paths, stdin: ()\n"
        "sys.argv[1:] = ['check', '.']\n"
        "cli.main()"
    )
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as nobody:
        done = subprocess.run(
            [sys.executable, "-c", script], stdout=nobody, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert (done.returncode, done.stderr) == (1, "")


def test_output_is_the_same_under_a_locale_that_cannot_write_it(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("dossier: d\nثابت: []\n", encoding="utf-8")
    texts = {program("check", str(file), PYTHONIOENCODING=code).stderr for code in ("ascii", "latin-1", "utf-8")}
    assert len(texts) == 1
    assert "ثابت" in texts.pop()
