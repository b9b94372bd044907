"""The command line: flags, streams and exit codes. All work is done by `reasoner.commands`.

A command's module is imported when the command is called and not before, so that `--help` and mistyped flags answer at
once, without the solver, YAML or the grammar.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from math import isnan
from shutil import get_terminal_size
from typing import IO, Any

import click

from reasoner.commands.ir import Answer, Code, Options
from reasoner.diagnostics import Rejected
from reasoner.files import SourceFile, load
from reasoner.report.diagnostics_to_text import diagnostics_to_text
from reasoner.streams import colored, say, standard_input, unwritten

Call = Callable[..., int]
Flag = Callable[[Call], Call]


def main() -> None:
    """The program `reasoner`; ends the process.

    What it makes is kept until it ends, so that looking for garbage finds next to nothing: it is done seldom.
    """
    gc.set_threshold(100_000, 50, 100)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # the same bytes whatever the locale says, but for a terminal's own
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. A reader who closes the pipe early changes nothing of it."""
    try:
        code: int | None = reasoner.main(arguments, prog_name="reasoner", standalone_mode=False)
    except click.ClickException as fault:
        with suppress(OSError):
            fault.show()
        return Code.BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return 130
    except SystemExit:  # click's own answer to a closed pipe, which only --help and --version meet
        code = Code.FINE
    except OSError as fault:
        return unwritten(fault)
    return code or Code.FINE


# ---------------------------------------------------------------- flags


_MARKS = re.compile(r'"[^"]*"|[(),]')


def _together(*flags: Flag) -> Flag:
    def decorate(call: Call) -> Call:
        for flag in reversed(flags):
            call = flag(call)
        return call

    return decorate


def _ids(_context: click.Context, _flag: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """`--only a,b --only c` names three; a comma inside brackets or quotes, as in a guard or a premise, divides nothing."""
    found = tuple(part.strip() for text in given for part in _parts(text))
    if "" in found:
        raise click.BadParameter("an id is empty here: leave the flag or the comma out, or write the id")
    return found


def _parts(text: str) -> list[str]:
    """What stands between the commas that are in no brackets and in no quotes."""
    depth, start, found = 0, 0, []
    for mark in _MARKS.finditer(text):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if mark[0] == "," and depth <= 0:
            found.append(text[start : mark.start()])
            start = mark.end()
    return [*found, text[start:]]


def _seconds(_context: click.Context, _flag: click.Parameter, given: float | None) -> float | None:
    """`inf` is no limit, as is any time that nobody lives to see; `nan` is no time at all."""
    if given is not None and isnan(given):
        raise click.BadParameter("this is no number of seconds: write a number, such as 60")
    return given


def _choice(name: str, words: str, about: str) -> Flag:
    first, *_ = choices = words.split()
    return click.option(name, type=click.Choice(choices), default=first, help=about)


def _several(name: str, about: str) -> Flag:
    return click.option(
        name, multiple=True, callback=_ids, metavar="ID", help=f"{about} Several: with commas, or the flag again."
    )


_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
_ID = click.argument("id", metavar="ID")
_IDS = click.argument("ids", metavar="ID[,ID..]", callback=lambda context, flag, given: _ids(context, flag, (given,)))
_FORMAT = _choice("--format", "text json", "How to print the result.")
_BLAME = _choice(
    "--blame",
    "statements sources links",
    "What can be given up: single statements, a source with all it says, or steps of a chain of sources.",
)
_FAIL_ON = _choice("--fail-on", "certain tension", "What counts as a finding (exit code 1).")
_WHAT_IF = _together(
    _several("--without", "Read this as ever, but do not rely on it; by its id, or as a report prints it in brackets."),
    _several("--only", "Rely on these statements and rules alone, and on what is certain."),
    _several("--adopt", "Take this hypothesis as said, or a printed premise, or what a repair supposes."),
)
_AMOUNT = _together(
    click.option(
        "--limit", type=click.IntRange(min=0), default=10, metavar="N", help="Show at most N ways out of what clashes together."
    ),
    click.option("--all", is_flag=True, help="Also tell what can be wrong only after some repairs."),
)
_TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    callback=_seconds,
    metavar="SECONDS",
    help="Then stop solving and print what was found.",
)
_OUTPUT = _together(
    click.option(
        "-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), metavar="FILE", help="Write the result there."
    ),
    _choice("--color", "auto always never", "Use colour; auto: on a terminal."),
    click.option("-q", "--quiet", is_flag=True, help="Print only what decides the exit code."),
)


def _verbose(more: str) -> Flag:
    return click.option("-v", "--verbose", is_flag=True, help=more)


def _columns() -> int:
    """Those of the terminal; a hundred where there is none."""
    return get_terminal_size((100, 24)).columns


_IN_FULL = _verbose("Tell who said a statement each time, not only the first time.")

# ---------------------------------------------------------------- the commands


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
    epilog="Exit codes: 0 nothing wrong, 1 findings, 2 bad input, usage or output, 3 stopped by a limit.",
)
@click.version_option(package_name="reasoner", message="%(prog)s %(version)s")
def reasoner() -> None:
    """Find what cannot all be true in a dossier of dated claims, why, and what could be given up.

    A PATH is a file or a folder of facts or rules in YAML; - is standard input.
    """


def _command(name: str, about: str, *flags: Flag) -> None:
    """Add the command whose work `reasoner.commands.<name>.run` does."""

    def call(**given: Any) -> int:  # noqa: ANN401 (click hands over what the flags say)
        return _call(name, given)

    reasoner.command(name, help=about, short_help=about)(_together(*flags)(call))


_command(
    "check",
    "Tell every conflict and tension, and the repairs.",
    _PATHS,
    _WHAT_IF,
    _BLAME,
    _AMOUNT,
    _TIMEOUT,
    _FAIL_ON,
    _FORMAT,
    _OUTPUT,
    _IN_FULL,
)
_command(
    "explain",
    "Tell what a statement, rule or conflict takes part in.",
    _ID,
    _PATHS,
    _WHAT_IF,
    _BLAME,
    _TIMEOUT,
    _FORMAT,
    _OUTPUT,
    _IN_FULL,
)
_command(
    "when",
    "Tell how far dates narrow, and what narrows them.",
    _IDS,
    _PATHS,
    _WHAT_IF,
    _BLAME,
    click.option("--limit", type=click.IntRange(min=1), default=10, metavar="N", help="Look at no more than N ways out."),
    _TIMEOUT,
    _FORMAT,
    _OUTPUT,
)
_command(
    "timeline",
    "Draw all events and states over time.",
    _PATHS,
    click.option("--from", "since", default="", metavar="DATE", help="Begin the axis with this date."),
    click.option("--to", "until", default="", metavar="DATE", help="End the axis with this date."),
    click.option(
        "--width",
        type=click.IntRange(min=40),
        default=_columns,
        show_default="that of the terminal",
        metavar="N",
        help="Columns.",
    ),
    _WHAT_IF,
    _BLAME,
    _TIMEOUT,
    _FORMAT,
    _OUTPUT,
)
_command("list", "List what is in the dossier, and who says so.", _PATHS, _FORMAT, _OUTPUT)
_command("show", "Show one entry: its words, its sources, its place.", _ID, _PATHS, _FORMAT, _OUTPUT)
_command("compile", "Print the logic program that the dossier becomes.", _PATHS, _WHAT_IF, _BLAME, _OUTPUT)
_command(
    "test",
    "Run the tests that stand beside the rules.",
    _PATHS,
    _FORMAT,
    _OUTPUT,
    _verbose("Name the rules without tests, too."),
)


def _call(name: str, given: dict[str, Any]) -> int:
    """Import the command's module, run it, and write what it answers."""
    target: IO[str] | None = given.pop("output")
    color = colored(given.pop("color"), target)
    options = Options(**given, color=color)
    files: tuple[SourceFile, ...] = ()
    try:
        files = load(options.paths, stdin=standard_input() if "-" in options.paths else None)
        answer: Answer = import_module(f"reasoner.commands.{name}").run(options, files)
    except Rejected as rejected:
        say(diagnostics_to_text(rejected.diagnostics, {file.path: file.text for file in files}), sys.stderr)
        return Code.BAD_INPUT
    say(answer.aside, sys.stderr)
    say(answer.text, target or sys.stdout, color=color)
    return answer.code
