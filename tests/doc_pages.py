"""Pages of documentation as sequences of files and commands.

A YAML block with `<!-- file: name.yaml -->` on the line before it is a file; a console block with lines that begin with
`$ ` is a session. Files and commands take effect in the order of the page, in one folder of its own; a page without
files speaks of the project itself and runs there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_BLOCK = re.compile(
    r"(?:^<!-- file: (?P<file>[\w./-]+) -->\n\n?)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PROMPT = re.compile(r"^\$ ", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, the file it stands for, and where its body lies in the page."""

    kind: str
    file: str
    body: str
    start: int
    end: int

    @property
    def is_session(self) -> bool:
        return self.kind == "console" and self.body.startswith("$ reasoner")


def blocks(page: str) -> list[Block]:
    found = _BLOCK.finditer(page)
    return [Block(each["kind"], each["file"] or "", each["body"], each.start("body"), each.end("body")) for each in found]


def commands(session: str) -> list[str]:
    """What is typed in a session."""
    return [part.split("\n", 1)[0] for part in _PROMPT.split(session)[1:]]


def play(page: str, folder: Path) -> str:
    """The page with the output of every command as it is now."""
    found = blocks(page)
    here = folder if any(block.file for block in found) else ROOT
    played, done = "", 0
    for block in found:
        if block.file:
            target = folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        elif block.is_session:
            played += page[done : block.start] + _session(block.body, here)
            done = block.end
    return played + page[done:]


def _session(body: str, here: Path) -> str:
    """Every command with what it prints; `$ echo $?` prints the exit code of the one before it."""
    lines, code = "", 0
    for command in commands(body):
        if command == "echo $?":
            lines += f"$ {command}\n{code}\n"
            continue
        code, output = _run(command, here)
        lines += f"$ {command}\n{output}"
    return lines


def _run(command: str, here: Path) -> tuple[int, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=here,
        env={"PATH": path, "LC_ALL": "C.UTF-8", "HOME": str(here)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout
