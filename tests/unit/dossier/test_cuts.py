"""Texts that YAML has cut at a comma are one fault each, and the rest of their list or entry is read."""

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Dossier
from reasoner.files import SourceFile


def dossier(entry: str) -> Dossier:
    return read([SourceFile("f.yaml", f"dossier: d\nstatements:\n  - {entry}\n")])


def told(found: Dossier) -> list[str]:
    return [f"{one.span.column} {one.code}" for one in found.diagnostics]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{id: one, says: truce(a, b) as t, when: 2012}", "21 D013"),
        ("{id: one, says: truce(a, that raid(b, c)) as t, when: 2012}", "21 D013"),
        ("{id: one, when: 2012, says: truce(a, b)}", "33 D013"),
        ("{id: one, text: They came, and went, by night, says: raid(), when: 2012}", "21 D013"),
        ("{id: one, says: raid(), sources: [he said (so, they), x], when: 2012}", "39 D013"),
    ],
)
def test_what_was_cut_is_one_fault_and_the_other_keys_are_read(entry: str, fault: str) -> None:
    found = dossier(entry)
    assert told(found) == [fault]
    assert (found.statements[0].id, len(found.statements[0].when)) == ("one", 1)


def test_the_words_of_all_pieces_are_known_to_be_missing() -> None:
    (gap,) = dossier("{id: one, says: truce(a, b) as t}").unread
    assert (gap.section, gap.key) == ("statements", "says")
    assert gap.words is not None
    assert {"truce", "a", "b", "as", "t"} <= gap.words


@pytest.mark.parametrize(
    "entry",
    [
        "{id: one, says: raid(), text: They came}",
        "{id: one, says: 'raid(a, b)', text: 'They came, and went'}",
        "{id: one, says: raid(), sources: [a, b], at: memo}",
    ],
)
def test_what_was_not_cut_is_no_fault(entry: str) -> None:
    assert told(dossier(entry)) == []


def test_a_bracket_that_is_never_closed_is_the_fault_of_its_sentence() -> None:
    assert told(dossier("{id: one, says: raid(a}")) == ["25 L005"]


def test_the_other_lines_of_a_list_are_read() -> None:
    page = "pack: p\nrules:\n  - id: r\n    given: [truce(A, B) as T, raid(by A) as E]\n    never: E before T\n"
    found = read([SourceFile("f.yaml", page)])
    assert told(found) == ["13 D013"]
    assert len(found.packs[0].rules[0].given) == 1
