"""Every page of `bad/` is one broken input with exactly what is said of it; `pytest --update-golden` rewrites that.

A page has a title, a sentence or two, one or more files in blocks whose first line is ```yaml and the path, and at the
end one block that begins with ```diagnostics. Invisible characters are written as `⟨U+202E⟩`. A page without faults or
warnings has an empty last block.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reasoner.diagnostics import Rejected
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.pipeline import compiled
from reasoner.report.diagnostics_to_text import diagnostics_to_text

HERE = Path(__file__).parent
PAGES = sorted((HERE / "bad").glob("*.md"))
ROOT = HERE.parent.parent

FILE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXPECTED = re.compile(r"(?<=^```diagnostics\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
INVISIBLE = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")


def files_of(page: str) -> list[SourceFile]:
    blocks = FILE.findall(page)
    return [SourceFile(path, INVISIBLE.sub(lambda found: chr(int(found[1], 16)), text)) for path, text in blocks]


def said_of(files: list[SourceFile]) -> str:
    """What the program prints of these files: faults, or the warnings if there are none."""
    try:
        found = compiled(read(files))[0].theory.notes
    except Rejected as rejected:
        found = rejected.diagnostics
    return diagnostics_to_text(found, {file.path: file.text for file in files})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_says_exactly_what_the_page_says(path: Path, update_golden: bool) -> None:
    page = path.read_text(encoding="utf-8")
    said = said_of(files_of(page))
    if update_golden:
        path.write_text(EXPECTED.sub(lambda _: said, page), encoding="utf-8")
        return
    expected = EXPECTED.search(page)
    assert expected is not None, "the page has no block ```diagnostics"
    assert said == expected.group()


def test_there_are_some_fifty_pages() -> None:
    assert len(PAGES) >= 50


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_page_has_a_title_a_sentence_a_file_and_no_foreign_sign(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    title, prose = page.split("\n\n")[:2]
    assert re.fullmatch(r"# \S[^\n]*", title)
    assert prose.endswith(".")
    assert files_of(page)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_every_code_of_the_dossier_room_has_a_page() -> None:
    sources = sorted((ROOT / "reasoner" / "dossier").glob("*.py"))
    codes = {code for source in sources for code in re.findall(r'"(D\d{3})"', source.read_text(encoding="utf-8"))}
    shown = {code for path in PAGES for code in re.findall(r"^\S+: (D\d{3}) ", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert sorted(codes - shown) == []


WITHOUT_PAGE = {
    "T015": "no parameter can name another in a file; only a dossier built in Python can",
    "T070": "it is about what stands on the command line",
    "T092": "it takes millions of cases; tests/cli/test_hostile.py has one",
}


def test_every_code_of_the_theory_has_a_page() -> None:
    sources = [path for room in ("theory", "program", "ground") for path in sorted((ROOT / "reasoner" / room).glob("*.py"))]
    codes = {code for source in sources for code in re.findall(r'"(T\d{3})"', source.read_text(encoding="utf-8"))}
    shown = {
        code for path in PAGES for code in re.findall(r"^(?:\S+: )?(T\d{3}) ", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert sorted(codes - shown - set(WITHOUT_PAGE)) == []
    assert sorted(set(WITHOUT_PAGE) & shown) == []
