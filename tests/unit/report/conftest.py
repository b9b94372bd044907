"""Dossiers in YAML, checked."""

from collections.abc import Callable

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.pipeline import Question, check
from reasoner.theory.ir import Selection

HEAD = """\
dossier: case
vocabulary:
  fire: {event: "at place", past: "there was a fire[ at $at]"}
  term: {state: "actor", past: $1 was in office}
actors: {ann: {name: Ann}}
places: {mill: {name: the Mill}}
documents: {memo: {dated: 2013-01-19, name: the memo}}
"""


@pytest.fixture
def found() -> Callable[..., Findings]:
    """`found(facts, rules)`: the findings of what follows the standard things."""

    def make(facts: str, rules: str = "", adopt: tuple[str, ...] = ()) -> Findings:
        files = [SourceFile("facts.yaml", HEAD + facts)]
        files += [SourceFile("rules.yaml", f"pack: rules\n{rules}")] if rules else []
        return check(read(files), Question(Selection(adopt=adopt)))

    return make
