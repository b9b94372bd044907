"""The one place that opens files: paths in, texts out, and of each path that cannot be read the fault.

Faults have the codes F###. A fault of a whole file stands at line 0, column 0 of it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected, Span

LARGEST = 50_000_000
"""The largest file that is read unless told otherwise, in bytes."""

_ENDINGS = (".yaml", ".yml")
_STDIN = "-"
_FOLDER = "name the folder that holds the dossier"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as read: its path as it was given, joined with `/`, and its text; or why there is none."""

    path: str
    text: str
    fault: Diagnostic | None = None


class _FaultError(Exception):
    """Why one path cannot be read."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.message)
        self.found = found


def load(paths: Sequence[str], *, stdin: str | bytes | None = None, largest: int = LARGEST) -> tuple[SourceFile, ...]:
    """Read files and folders, sorted by path; a file reached twice is read once.

    Folders are searched for `*.yaml` and `*.yml`, hidden ones left out. `-` is `stdin`, which the caller hands in.
    Files of more than `largest` bytes are refused unread. A path that is missing, no file or folder, too large, not UTF-8
    text, unreadable or in a loop of links, and a folder without any such file, comes with its fault and without a text.

    Raises:
        Rejected: where no path is given.
    """
    if not paths:
        raise Rejected((Diagnostic("F005", NOWHERE, "no file and no folder is given", _FOLDER),))
    faults: list[Diagnostic] = []
    found: dict[str, SourceFile] = {}
    for path in _found(paths, faults):
        place = path if path == _STDIN else os.path.realpath(path)
        if place in found:
            continue
        try:
            found[place] = _decoded(path, stdin, largest) if path == _STDIN else _read(path, largest)
        except _FaultError as fault:
            faults.append(fault.found)
    unread = [SourceFile(fault.span.file, "", fault) for fault in dict.fromkeys(faults)]
    return tuple(sorted([*found.values(), *unread], key=lambda file: file.path))


def _found(paths: Sequence[str], faults: list[Diagnostic]) -> list[str]:
    """The files behind the paths, sorted; faults of the search are added to `faults`."""
    found: list[str] = []
    for path in paths:
        try:
            if path == _STDIN or not stat.S_ISDIR(_status(path).st_mode):
                found.append(path.replace(os.sep, "/"))
                continue
            known = len(faults)
            inside = list(_inside(path, faults))
            if not inside and len(faults) == known:
                raise _fault("F005", path, "no *.yaml or *.yml file in this folder", _FOLDER)
            found += inside
        except _FaultError as fault:
            faults.append(fault.found)
    return sorted(found)


def _inside(folder: str, faults: list[Diagnostic]) -> Iterator[str]:
    """The YAML files of a folder and of those in it; links to folders are followed unless they lead back up."""
    waiting = [(folder, frozenset((_identity(folder),)))]
    while waiting:
        here, above = waiting.pop()
        try:
            for name in _names(here):
                path = f"{here.replace(os.sep, '/').rstrip('/') or '/'}/{name}".replace("//", "/")
                if not os.path.isdir(path):  # noqa: PTH112 - paths are kept as they were given
                    if name.endswith(_ENDINGS):
                        yield path
                    continue
                identity = _identity(path)
                if identity in above:
                    raise _fault("F007", path, "this link leads back to a folder that it lies in", "remove the link")
                waiting.append((path, above | {identity}))
        except _FaultError as fault:
            faults.append(fault.found)


def _names(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
    except OSError as error:
        raise _unreadable(folder, error) from error


def _identity(path: str) -> tuple[int, int]:
    status = _status(path)
    return status.st_dev, status.st_ino


def _status(path: str) -> os.stat_result:
    try:
        return os.stat(path)  # noqa: PTH116 - Path would drop `./`
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _read(path: str, largest: int) -> SourceFile:
    status = _status(path)
    if not stat.S_ISREG(status.st_mode):
        raise _fault("F002", path, "this is not a regular file", "give a file or a folder")
    if status.st_size > largest:
        raise _too_large(path, status.st_size, largest)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            return _decoded(path, stream.read(largest + 1), largest)
    except OSError as error:
        raise _unreadable(path, error) from error


def _decoded(path: str, content: str | bytes | None, largest: int) -> SourceFile:
    if content is None:
        raise _fault("F006", path, "nothing was handed in as standard input")
    if len(content) > largest:
        raise _too_large(path, len(content), largest)
    if isinstance(content, str):
        return SourceFile(path, content.removeprefix("\ufeff"))
    if b"\0" in content:
        raise _fault("F003", path, "this is not a text file", "facts and rules are YAML, saved as UTF-8")
    try:
        return SourceFile(path, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content, error.start) from error


def _not_utf8(path: str, content: bytes, at: int) -> _FaultError:
    lines = re.split(r"\r\n|\n|\r", content[:at].decode("utf-8"))
    span = Span(path, len(lines), len(lines[-1]) + 1)
    message = f"this file is not UTF-8 text: byte {content[at]:02x} cannot stand here"
    return _FaultError(Diagnostic("F003", span, message, "save it as UTF-8"))


def _too_large(path: str, size: int, largest: int) -> _FaultError:
    message = f"this file is too large: {size:,} bytes, and at most {largest:,} are read"
    return _fault("F004", path, message, "split it, or keep bulk data out of the dossier")


def _unreadable(path: str, error: OSError | ValueError) -> _FaultError:
    if isinstance(error, ValueError) or error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _fault("F001", path, "no such file or folder")
    if error.errno == errno.ELOOP:
        return _fault("F007", path, "this link leads back to itself", "remove the link")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _fault("F006", path, "no permission to read this")
    return _fault("F006", path, f"this cannot be read: {os.strerror(error.errno or 0).lower()}")


def _fault(code: str, path: str, message: str, hint: str = "") -> _FaultError:
    return _FaultError(Diagnostic(code, Span(path, 0, 0), message, hint))
