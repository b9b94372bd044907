"""The kinds that a name could have at all: no world may give it another, or a true statement would be called a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from clingo import SymbolType
from property import printing
from property.strategies import make_case
from property.test_faults_together import FOLDERS, PAGES, of_folder, of_page

from reasoner import pipeline
from reasoner.files import SourceFile
from reasoner.ground.observed import ground_all
from reasoner.program.from_theory import translate
from reasoner.theory.draft import Draft, forms_of, sentences_of
from reasoner.theory.faults import Faults
from reasoner.theory.frame import Frame
from reasoner.theory.ir import Theory
from reasoner.theory.names import Names
from reasoner.theory.reachable_kinds import ReachableKinds

Files = tuple[SourceFile, ...]


def reachable(theory: Theory) -> ReachableKinds:
    words = {word.id: word for word in theory.signatures}
    by_id = {name.id: tuple(one for one in theory.names if one.id == name.id) for name in theory.names}
    frame = Frame(words, {}, theory.zone, theory.clock, Faults())
    forms = forms_of(theory, words)
    return ReachableKinds(Draft(theory, Names(by_id), words, (), tuple(sentences_of(theory)), forms, frame))


def missed(files: Files) -> list[tuple[str, str]]:
    """Names with a kind that the ground program may give them, and that they were thought never to have."""
    theory = pipeline.understood(pipeline.read(files))
    kinds = reachable(theory)
    known = {name.id for name in theory.names}
    found: list[tuple[str, str]] = []
    for symbol, _ in ground_all(translate(theory)).named("kind"):
        thing, kind = symbol.arguments
        if thing.type is SymbolType.String and thing.string in known and kind.string not in kinds.of(thing.string):
            found.append((thing.string, kind.string))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_kind_is_missed_in_a_page(page: Path) -> None:
    assert missed(of_page(page)) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_no_kind_is_missed_in_a_dossier(name: str) -> None:
    assert missed(of_folder(name)) == []


def test_no_kind_is_missed_in_random_dossiers() -> None:
    for seed in range(300):
        files = tuple(SourceFile(path, text) for path, text in sorted(printing.files(make_case(seed)).items()))
        assert missed(files) == [], seed
