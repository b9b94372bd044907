"""Standard input, output and error: what is read and written, and what becomes of a stream that takes no more."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO

import click

from reasoner.commands.ir import Code
from reasoner.files import LARGEST


def standard_input() -> bytes:
    """All of it, or just so much that it is refused as too large."""
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as fault:
        msg = f"standard input cannot be read: {fault.strerror}"
        raise click.ClickException(msg) from fault


def say(text: str, stream: IO[str], *, color: bool | None = None) -> None:
    """Write all of it. If nobody reads the stream any more, point it nowhere, so that the exit stays silent.

    Raises:
        ClickException: where not all of a file could be written.
        OSError: where a stream takes no more.
    """
    try:
        click.echo(text, file=stream, nl=False, color=color)
        stream.flush()
    except BrokenPipeError:
        _point_nowhere(stream)
    except OSError as fault:
        if stream in (sys.stdout, sys.stderr):
            raise
        with suppress(OSError):  # what could not be written is in its buffer still
            stream.close()
        msg = f"{stream.name} could not be written whole: {fault.strerror}"
        raise click.ClickException(msg) from fault


def unwritten(fault: OSError) -> int:
    """One line for a stream that takes no more, such as one to a full disk; it may be the one for that line, too."""
    with suppress(OSError):
        click.echo(f"Error: the result could not be written whole: {fault.strerror}", err=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _point_nowhere(stream)
    return Code.BAD_INPUT


def _point_nowhere(stream: IO[str]) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def colored(wish: str, target: IO[str] | None) -> bool:
    """The flag beats the environment, which beats the guess: colour on a terminal that can show it."""
    if wish != "auto":
        return wish == "always"
    if target is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
