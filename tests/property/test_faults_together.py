"""Faults of any kind, planted anywhere: each is told once, at its place, all in one run, and nothing besides.

The dossiers are those of the golden pages, which have no faults. A file that cannot be read at all is one fault more, and
silences only what might have stood in it.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from property.planting import Files, Plants, planted, scarred

from reasoner import pipeline
from reasoner.diagnostics import Diagnostic, Rejected, Severity
from reasoner.files import SourceFile, load
from reasoner.theory import from_dossier
from reasoner.theory.doubts import Doubts

ROOT = Path(__file__).parents[2]
FILE = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLDERS = ("hospital-log", "licence-audit", "gao-truce")
PAGES = sorted((ROOT / "tests" / "golden" / "good").glob("*.md"))
KINDS = {
    *("unknown word", "capital", "unknown role", "month 13", "misspelt", "unknown name", "unbound", "unknown hole"),
    *("unknown kind", "roles", "unknown key", "unknown kind of thing", "capital in an id", "capital in a name", "wrong sort"),
    *("trust", "colon in a text", "unknown zone", "unknown parameter"),
}


def of_page(path: Path) -> Files:
    """The files of a page; where its first command names some, only those, since the others may be another dossier."""
    page = path.read_text(encoding="utf-8")
    first = next(line for line in page.splitlines() if line.startswith("$ reasoner "))
    files = sorted(FILE.findall(page))
    named = [(name, text) for name, text in files if name in first.split()]
    return tuple(SourceFile(name, text) for name, text in named or files)


def of_folder(name: str) -> Files:
    return tuple(
        SourceFile(str(Path(file.path).relative_to(ROOT)), file.text)
        for file in load([f"{ROOT}/facts/{name}", f"{ROOT}/rules"])
    )


def told(files: Files) -> list[Diagnostic]:
    try:
        return list(pipeline.understood(pipeline.read(files)).notes)
    except Rejected as rejected:
        return list(rejected.diagnostics)


def added(files: Files, before: list[Diagnostic]) -> list[Diagnostic]:
    """What is told now and was not before, wherever in its line that was."""
    known = {(one.code, one.span.file, one.span.line, one.message) for one in before}
    return [one for one in told(files) if (one.code, one.span.file, one.span.line, one.message) not in known]


def check(files: Files, chance: random.Random, count: int) -> set[str]:
    before = told(files)
    plants = Plants(files, pipeline.read(files)).some(chance, count)
    found = added(planted(files, plants), before)
    expected = sorted(plants, key=lambda plant: (plant.span.file, plant.span.line))
    in_lines = sorted(found, key=lambda one: (one.span.file, one.span.line))
    shown = "\n".join(f"{one.span} {one.code} {one.message}" for one in found)
    assert [(one.span.file, one.span.line) for one in in_lines] == [(p.span.file, p.span.line) for p in expected], shown
    assert [plant for plant, one in zip(expected, in_lines, strict=True) if not plant.is_told_by(one)] == [], shown
    assert found == sorted(found, key=lambda one: (one.span.file, one.span.line, one.span.column, one.code))
    return {plant.what for plant in plants}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_each_fault_alone_is_told_once(page: Path) -> None:
    files = of_page(page)
    before = told(files)
    assert [one for one in before if one.severity is Severity.ERROR] == []
    for plant in Plants(files, pipeline.read(files)).all:
        found = added(planted(files, [plant]), before)
        assert len(found) == 1, (plant, found)
        assert plant.is_told_by(found[0]), (plant, found)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_several_faults_are_told_in_one_run_and_nothing_besides(page: Path) -> None:
    chance = random.Random(page.stem)
    files = of_page(page)
    for _ in range(12):
        check(files, chance, chance.randint(2, 8))


@pytest.mark.parametrize("name", FOLDERS)
def test_also_in_the_large_dossiers(name: str) -> None:
    chance = random.Random(name)
    files = of_folder(name)
    for _ in range(3):
        check(files, chance, 12)


def test_all_kinds_of_faults_are_planted() -> None:
    dossiers = [*map(of_page, PAGES), *map(of_folder, FOLDERS)]
    assert {plant.what for files in dossiers for plant in Plants(files, pipeline.read(files)).all} == KINDS


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_file_that_is_no_yaml_hides_only_what_may_have_stood_in_it(page: Path) -> None:
    """What is there and wrong in the other files is told; what is only missing may have been in this one."""
    files = of_page(page)
    plants = Plants(files, pipeline.read(files)).some(random.Random(page.stem), 6)
    found = added(planted((*files, SourceFile("broken.yaml", "dossier: [\n")), plants), told(files))
    assert [one.code for one in found if one.span.file == "broken.yaml"] == ["D001"]
    others = [one for one in found if one.span.file != "broken.yaml"]
    heard = [plant for plant in plants if any(plant.is_told_by(one) for one in others)]
    assert heard == [plant for plant in plants if plant.code[0] in "DL" or plant.code in {"T031", "T050", "T028"}]
    assert len(others) == len(heard)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_pack_that_is_no_yaml_hides_no_names_of_things(page: Path) -> None:
    files = of_page(page)
    names = [plant for plant in Plants(files, pipeline.read(files)).all if plant.what == "unknown name"]
    broken = SourceFile("broken.yaml", "pack: other\nvocabulary: [\n")
    for plant in names[:6]:
        found = added(planted((*files, broken), [plant]), told(files))
        assert [one.code for one in found if one.span.file == "broken.yaml"] == ["D001"]
        assert [plant.is_told_by(one) for one in found if one.span.file != "broken.yaml"] == [True]


class NoDoubts(Doubts):
    """Nothing is in doubt, so that all that follows from a fault is told, too."""

    def doubt_name(self, name: str) -> None:
        pass

    def doubt_word(self, word: str) -> None:
        pass

    def doubt_packs(self) -> None:
        pass


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_whatever_is_changed_nothing_is_hidden_unless_a_fault_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(page.stem)
    for _ in range(40):
        files = scarred(of_page(page), chance)
        careful = told(files)
        assert [one for one in careful if not one.span.file and one.code != "D048"] == []
        with monkeypatch.context() as patched:
            patched.setattr(from_dossier, "Doubts", lambda _: NoDoubts())
            bold = told(files)
        hidden = [one for one in bold if one not in careful]
        assert not hidden or any(one.severity is Severity.ERROR for one in careful), (files, hidden)
        places = {(one.code, one.span) for one in bold}
        assert [one for one in careful if (one.code, one.span) not in places and one.code != "T069"] == []
