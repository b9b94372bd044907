"""Dossiers in YAML, resolved."""

from collections.abc import Callable

import pytest

from reasoner.diagnostics import Rejected, Severity
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Selection, Theory

DOSSIER = """\
dossier: case
reported: 2016-03-17
actors:
  algeria: {name: Algeria}
  mujao: {name: MUJAO, kind: armed-group}
places:
  gao: {name: Gao}
  ouargla: {name: Ouargla}
documents:
  memo: {dated: 2013-01-19}
"""

PACK = """\
pack: words
vocabulary:
  person: {kind: thing}
  armed-group: {kind: thing}
  attack: {event: "by actor, on actor, at place, killed number", text: $by attacks $on}
  bombing: {is: attack}
  truce: {state: "actor, actor", symmetric: true, text: $1 keeps a truce with $2}
  leads: {state: "actor, actor"}
  knows: {state: "actor, content"}
  called: {fact: "thing, text"}
  alarm: {fact: ""}
  part-of: {fact: "thing, thing", transitive: true}
  cause: {event: "event, of state"}
"""


ALL = Selection()


@pytest.fixture
def resolved() -> Callable[..., Theory]:
    """`resolved(facts, rules)`: what follows the standard things (or a whole dossier), and the standard vocabulary."""

    def make(facts: str = "", rules: str = "", selection: Selection = ALL) -> Theory:
        head = "" if facts.startswith("dossier:") else DOSSIER
        files = [SourceFile("facts.yaml", head + facts), SourceFile("rules.yaml", PACK + rules)]
        return resolve(read(files), selection)

    return make


@pytest.fixture
def faults(resolved: Callable[..., Theory]) -> Callable[..., list[str]]:
    """The errors of a dossier, or its warnings and notes if there are none, as `CODE message | help`."""

    def found(facts: str = "", rules: str = "", selection: Selection = ALL) -> list[str]:
        try:
            told = resolved(facts, rules, selection).notes
        except Rejected as rejected:
            told = tuple(one for one in rejected.diagnostics if one.severity is Severity.ERROR)
        return [f"{one.code} {one.message} | {one.help}" for one in told]

    return found
