"""Every session in the documentation is played, and prints what the page says. `--update-golden` writes the pages anew."""

import re
from pathlib import Path

import pytest
from doc_pages import PAGES, ROOT, blocks, commands, play

LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")
PLAYED = [path for path in PAGES if any(block.is_session for block in blocks(path.read_text(encoding="utf-8")))]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PLAYED, ids=name)
def test_a_page_prints_what_it_says(path: Path, tmp_path: Path, update_golden: bool) -> None:
    page = path.read_text(encoding="utf-8")
    played = play(page, tmp_path)
    if update_golden:
        path.write_text(played, encoding="utf-8")
    else:
        assert played == page


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_first_page_leads_to_all_others() -> None:
    led_to = LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    pages = [name(path) for path in sorted((ROOT / "docs").glob("*.md")) if path.stem != "index"]
    assert [page for page in pages if page not in led_to] == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_session_is_played(path: Path) -> None:
    """A console block that does not begin with the program would be left out silently."""
    sessions = [block for block in blocks(path.read_text(encoding="utf-8")) if block.kind == "console"]
    assert [block.body for block in sessions if not block.is_session] == []


def test_a_session_is_told_from_its_output(tmp_path: Path) -> None:
    page = (
        "Text\n\n<!-- file: a/b.yaml -->\n```yaml\ndossier: d\nstatments: []\n```\n\n"
        "```console\n$ reasoner check a\nold\n$ echo $?\n7\n```\nmore\n"
    )
    played = play(page, tmp_path)
    assert commands("$ reasoner check a\nold\n$ echo $?\n7\n") == ["reasoner check a", "echo $?"]
    assert "$ reasoner check a\na/b.yaml:2:1: D020" in played
    assert played.endswith("$ echo $?\n2\n```\nmore\n")
