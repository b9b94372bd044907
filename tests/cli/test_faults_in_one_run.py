"""Whatever is asked, all faults of a folder are told in one run: of files, of their frame, of sentences, of names."""

from pathlib import Path

import pytest

import reasoner
from reasoner.cli import run

FILES = {
    "facts.yaml": "dossier: case\n"
    "vocabulary: {fire: {event: at place}}\n"
    "places: {mill: {}}\n"
    "statements:\n"
    "  - {id: a, says: fire(at mill) as blaze, when: 2011, trust: 3}\n"
    "  - {id: b, says: blaze durng 2012}\n"
    "  - {id: c, says: fire(at mil) as other}\n"
    "  - {id: d, says: otter before 2012}\n",
    "rules.yaml": "pack: rules\n"
    "rules:\n"
    "  - {id: one, given: fire(at P) as E, never: F before E}\n"
    "  - id: two\n"
    "    asp: |\n"
    '      :- kind(E,"fyre").\n'
    "  - id: three\n"
    "    defines: [n]\n"
    "    asp: |\n"
    "      n(X).\n",
    "latin.yaml": b"pack: other\nparameters: {n: \xff}\n",
}
CODES = ["D027", "L010", "T002", "T004", "F003", "T051", "T050", "T090", "T091"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def codes(text: str) -> list[str]:
    return [line.split()[1] for line in text.splitlines() if line.split(":")[0].removeprefix("./") in FILES]


@pytest.mark.parametrize("command", [["check"], ["explain", "a"], ["list"], ["show", "a"], ["compile"], ["test"]], ids=" ".join)
def test_every_command_tells_them_all(folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "latin.yaml").unlink()
    assert run([*command, "."]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert codes(said.err) == [code for code in CODES if code != "F003"]


def test_a_file_that_cannot_be_opened_is_one_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names, words and raw words may stand in it: what is missing is told when it can be read."""
    assert run(["check", "."]) == 2
    assert codes(capsys.readouterr().err) == ["D027", "L010", "F003", "T051", "T050", "T091"]


def test_a_folder_that_is_not_there_is_one_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "latin.yaml").unlink()
    assert run(["check", "nowhere", "facts.yaml", "--without", "nothing"]) == 2
    said = capsys.readouterr().err
    assert codes(said) == ["D027", "L010"]
    assert said.splitlines()[-1] == "nowhere: F001 no such file or folder"


def test_rules_alone_are_told_to_lack_a_dossier_with_their_other_faults(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "rules.yaml"]) == 2
    assert codes(capsys.readouterr().err) == ["D048", "T051", "T050", "T091"]


def test_what_the_flags_name_is_looked_up_in_the_same_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "latin.yaml").unlink()
    assert run(["check", ".", "--without", "zebra"]) == 2
    assert capsys.readouterr().err.startswith("T070 nothing in the dossier or its rules is called `zebra`\n")


def test_loading_raises_all_of_them_where_a_text_cannot_be_read(folder: Path) -> None:
    (folder / "latin.yaml").unlink()
    with pytest.raises(reasoner.Rejected) as caught:
        reasoner.load(".")
    assert [found.code for found in caught.value.diagnostics] == [code for code in CODES if code != "F003"]


def test_a_dossier_whose_texts_can_be_read_is_refused_when_it_is_checked() -> None:
    text = "dossier: d\nvocabulary: {fire: {event: at place}}\nstatements: [{id: a, says: fire(at mil)}]\n"
    dossier = reasoner.parse({"facts.yaml": text})
    assert [statement.id for statement in dossier.statements] == ["a"]
    for ask in (reasoner.check, reasoner.stream):
        with pytest.raises(reasoner.Rejected, match="T002"):
            ask(dossier)
