"""What a command is asked and what it answers, as plain values: the command line makes the first and prints the second."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Code(IntEnum):
    """Exit codes. What was found before a limit stopped the search is printed all the same, marked incomplete."""

    FINE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    STOPPED = 3


@dataclass(frozen=True, slots=True)
class Options:
    """The flags of a command; those that it does not have keep their defaults.

    `id` is what `explain` and `show` are asked about, `ids` what `when` is. `blame` is `statements`, `sources` or `links`. `limit` counts the
    repairs shown of each part, `timeout` is in seconds (None: no limit). `fail_on` is `certain` or `tension`.
    `since` and `until` are dates as written, "" for none, and `width` is in columns.
    `quiet` and `verbose` are `-q` and `-v`.
    """

    paths: tuple[str, ...]
    id: str = ""
    ids: tuple[str, ...] = ()
    format: str = "text"
    blame: str = "statements"
    limit: int = 10
    timeout: float | None = None
    all: bool = False
    fail_on: str = "certain"
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    adopt: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    width: int = 100
    color: bool = False
    quiet: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` is the result, for standard output or a file; `aside` is for the reader's eyes only (standard error)."""

    text: str
    code: Code = Code.FINE
    aside: str = ""
