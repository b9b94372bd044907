"""A value that YAML cannot read is taken out of its file, and the rest is read."""

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Dossier
from reasoner.dossier.lines import without_value
from reasoner.files import SourceFile


@pytest.mark.parametrize(
    ("text", "line", "rest", "taken"),
    [
        ("a: b: c\nd: e\n", 1, "a: ''\nd: e\n", "b: c"),
        ("- id: x\n  text: b: c\n  more\n- y\n", 2, "- id: x\n  text: ''\n  more\n- y\n", "b: c"),
        (
            "- id: x\n  text: b: c\n    more\n\n    and more\n- y\n",
            2,
            "- id: x\n  text: ''\n\n\n\n- y\n",
            "b: c\n    more\n\n    and more",
        ),
        ("- - @b\n- c\n", 1, "- - ''\n- c\n", "@b"),
        ("a: {A} b\r\nc: d\r\n", 1, "a: ''\r\nc: d\r\n", "{A} b"),
    ],
)
def test_a_value_is_taken_with_the_lines_below_that_belong_to_it(text: str, line: int, rest: str, taken: str) -> None:
    assert without_value(text, line) == (rest, taken)


@pytest.mark.parametrize(("text", "line"), [("a:\n  b: c\n", 5), ("a:\n\n", 2)])
def test_a_line_without_a_value_has_none(text: str, line: int) -> None:
    assert without_value(text, line) is None


def told(text: str) -> tuple[list[str], Dossier]:
    found = read([SourceFile("f.yaml", text)])
    return [f"{one.span.line}:{one.span.column} {one.code}" for one in found.diagnostics], found


BODY = "dossier: d\nstatements:\n  - id: a\n    says: {first}\n    note: {second}\n  - id: b\n    says: raid()\n    trust: 7\n"


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        ("raid() as e: f", "fine", ["4:22 D012", "8:12 D027"]),
        ("raid()", "@x said so", ["5:11 D001", "8:12 D027"]),
        ("raid(by: x)", "so: it: is", ["4:18 D012", "5:13 D012", "8:12 D027"]),
        ('"a\\q"', "fine", ["4:13 D001", "8:12 D027"]),
        ("{A} raids", "[so] it is", ["4:11 D014", "5:11 D015", "8:12 D027"]),
    ],
)
def test_faults_of_single_values_come_with_the_others_of_the_file(first: str, second: str, faults: list[str]) -> None:
    found, dossier = told(BODY.replace("{first}", first).replace("{second}", second))
    assert found == faults
    assert [one.id for one in dossier.statements] == ["a", "b"]


def test_what_then_is_still_no_yaml_ends_the_reading_of_the_file() -> None:
    """The second fault may only follow from the first, so that it is not told."""
    found, dossier = told("dossier: d\nstatements:\n  - id: a\n    text: so: it is\n   odd\n")
    assert found == ["4:13 D012"]
    assert dossier.statements == ()


def test_a_fault_of_the_frame_is_told_as_before() -> None:
    assert told("dossier: d\nstatements: [\n")[0] == ["2:13 D001"]


def test_a_large_file_is_not_read_again_for_each_of_its_faults() -> None:
    rows = "# nothing\n" * 150_000 + "".join(f"  - id: t{n}\n    text: so: it is\n" for n in range(30))
    found, _ = told(f"dossier: d\nstatements:\n{rows}")
    assert [one.split()[1] for one in found] == ["D012", "D012", "D012"]
