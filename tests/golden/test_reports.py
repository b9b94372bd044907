"""Every page of `good/` is a small dossier with exactly what the program prints of it; `pytest --update-golden` rewrites that.

A page has a title, a sentence or two, its files in blocks whose first line is ```yaml and the path, and one or more
```console blocks: a command, what it prints, and its exit code. Invisible characters are written as `⟨U+202E⟩`.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest

from reasoner.cli import run

HERE = Path(__file__).parent
PAGES = sorted((HERE / "good").glob("*.md"))
REPORT = HERE.parent.parent / "reasoner" / "report"
SCHEMAS = {"when": "windows.schema.json"}
"""Of a command; all others keep that of `check`."""

FILE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SESSION = re.compile(r"^```console\n\$ reasoner ([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INVISIBLE = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def page(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The text of a page, with its files in a folder of their own, which is the current one."""
    text = request.param.read_text(encoding="utf-8")
    for name, content in FILE.findall(text):
        (tmp_path / name).write_text(INVISIBLE.sub(lambda found: chr(int(found[1], 16)), content), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    return text


def printed(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints on both streams, and its exit code."""
    code = run(shlex.split(command))
    said = capsys.readouterr()
    return f"{said.err}{said.out}[exit code {int(code)}]\n"


pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem, indirect=True)


@pages
def test_prints_exactly_what_the_page_says(
    page: str, update_golden: bool, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    played = SESSION.sub(lambda found: f"```console\n$ reasoner {found[1]}\n{printed(found[1], capsys)}```", page)
    if update_golden:
        (HERE / "good" / f"{request.node.callspec.id}.md").write_text(played, encoding="utf-8")
        return
    assert played == page


@pages
def test_its_json_keeps_the_published_schema(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in dict.fromkeys(found[1] for found in SESSION.finditer(page)):
        code = run([*shlex.split(command), "--format", "json"])
        told = capsys.readouterr().out
        if code != 2:
            schema = REPORT / SCHEMAS.get(command.split()[0], "schema.json")
            jsonschema.validate(json.loads(told), json.loads(schema.read_text(encoding="utf-8")))
        assert not HIDDEN.search(told)


@pages
def test_nothing_printed_steers_a_terminal(page: str) -> None:
    assert not HIDDEN.search(page)
    assert re.fullmatch(r"# \S[^\n]*", page.split("\n\n", maxsplit=1)[0])
    assert SESSION.search(page)
