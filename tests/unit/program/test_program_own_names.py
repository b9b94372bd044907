"""By which name something was said, where two names may be of one thing; and that no text of a user is read as program."""

from __future__ import annotations

import pytest

from reasoner import Question, Selection, parse
from reasoner.pipeline import check, compiled
from reasoner.program.terms import quote
from reasoner.program.to_text import to_text

PLAIN = "they wrote something here"
HOSTILE = (
    "a :- b",
    "a) :- #true. :- #true. %",
    "a) :- #true. #include <incmode>. %",
    "a) :- #true. #script (python) import os #end. %",
    "x, kind(y), (z",
    "a; b : c",
    "} 1 { kind(a)",
    ".",
    "%* ",
    "\\",
    "own(V,role(Y,R)) forever months( fresh(",
)
FACTS = """\
dossier: d
reported: 2016-01-01
actors:
  ann: {{name: '{0}', also: ['{0} too']}}
  bob: {{kind: person}}
documents: {{memo: {{name: '{0}', dated: 2013-01-19}}}}
sources: {{paper: {{name: '{0}'}}}}
statements:
  - id: wrote
    says: 'writes(by ann, what "{0}") as w'
    when: 2012
    sources: [paper]
    at: 'memo, {0}'
    text: '{0}'
  - {{id: noted, says: 'note(ann, "{0}")'}}
  - {{id: heard, says: 'knows(bob, that writes(by ann, what "{0}"))'}}
  - {{id: not-so, says: 'not writes(by ann, what "{0}")', when: 2012}}
  - id: either
    readings:
      - {{says: 'writes(by bob, what "{0}") as w', name: '{0}'}}
      - {{says: 'writes(by bob, what "other") as w'}}
  - {{id: one, says: ann is bob}}
hypotheses:
  - {{id: perhaps, says: 'writes(by bob, what "{0}") as v', likely: 0.2}}
contradictions:
  - {{id: clash, by: [paper], between: [wrote, noted], text: '{0}'}}
"""
RULES = """\
pack: p
vocabulary:
  person: {{kind: thing}}
  writes: {{event: 'by actor, what text', text: '{0} $by'}}
  note: {{fact: 'actor, text'}}
  knows: {{state: 'actor, content'}}
rules:
  - id: r
    text: '{0} $A'
    given:
      - 'writes(by A, what "{0}") as E'
      - 'note(A, T)'
      - 'not writes(by ann, what T) during 2012'
    unless: 'knows(A, that writes(by bob, what "{0}"))'
    never: E during 2012
  - id: m
    given: note(A, _)
    must: 'writes(by A, what "{0}") as E and E after 2011'
  - id: t
    given: 'note(A, "{0}")'
    then: 'writes(by A, what "{0}") as N during 2011'
  - id: raw
    defines: [told]
    asp: |
      told(X,"{1}") :- fact("note",X,_).
      {{ kind(E,"writes") : told(E,"{1}") }} :- kind(E,"writes").
      :- told(_,"{1} not").
"""


def around(text: str) -> str:
    """Between words that stand nowhere else."""
    return f"they wrote {text} here"


def dossier(text: str) -> dict[str, str]:
    escaped = text.replace("\\", "\\\\")
    return {"f.yaml": FACTS.format(text), "r.yaml": RULES.format(text, escaped)}


@pytest.mark.parametrize("text", [around(text) for text in HOSTILE])
def test_a_text_changes_nothing_of_a_program_but_itself(text: str) -> None:
    """Whatever it looks like, and where an identity that can be given up makes lines out of lines."""
    asked = Question(Selection(adopt=(f'bob is ann and note(bob, "{text}")',)))
    plain = Question(Selection(adopt=(f'bob is ann and note(bob, "{PLAIN}")',)))
    for one, other in ((Question(), Question()), (asked, plain)):
        found, ground = compiled(parse(dossier(text)), one)
        wanted, other_ground = compiled(parse(dossier(PLAIN)), other)
        inner = quote(text)[1:-1]
        twice = quote(f'"{text}"')[1:-1]
        assert inner in to_text(found)
        rules = [line.text.replace(twice, f'\\"{PLAIN}\\"').replace(inner, PLAIN) for line in found.lines]
        assert rules == [line.text for line in wanted.lines]
        assert len(ground.told) == len(other_ground.told)
        assert len(ground.parts) == len(other_ground.parts)


@pytest.mark.parametrize("text", [around(text) for text in HOSTILE])
def test_a_text_changes_no_conflict(text: str) -> None:
    def conflicts(word: str) -> list[list[str]]:
        found = check(parse(dossier(word))).explanations
        return sorted([guard.name.replace(word, "") for guard in one.members] for part in found for one in part.conflicts)

    assert conflicts(text) == conflicts(PLAIN) != []


# ---------------------------------------------------------------- what raw blocks conclude

SAID = """\
dossier: d
actors: {ann: {}, bob: {}, cat: {}}
statements:
  - {id: a, says: visits(by ann) as v, when: 2012}
"""
BLOCK = """\
pack: p
vocabulary:
  visits: {event: by actor}
  raid: {is: visits}
  knows: {fact: "actor, actor", closed: true}
rules:
  - {id: t, given: raid(by _) as E, never: E during 2012}
  - {id: u, given: "knows(A, B)", never: A is B}
  - id: raw
    asp: |
"""
IDENTITY = "  - {id: one, says: bob is cat}\n"


def members(block: str, more: str = "") -> list[list[str]]:
    lines = "".join(f"      {line}\n" for line in block.splitlines())
    found = check(parse({"f.yaml": SAID + more, "r.yaml": BLOCK + lines})).explanations
    return [[guard.name for guard in one.members] for part in found for one in part.conflicts]


@pytest.mark.parametrize(
    "head",
    [
        'kind(E,"raid")',
        '{ kind(E,"raid") }',
        '1 { kind(E,"raid"); kind(E,"visits") }',
        '{ kind(E,"raid") : not kind(E,"actor") } 1',
        'kind(E,"visits"; E,"raid")',
        'kind(E,("visits";"raid"))',
    ],
)
def test_an_identity_of_others_hides_no_conflict_of_what_a_block_concludes(head: str) -> None:
    """Also where the block chooses, and where it concludes several things at once."""
    block = f'{head} :- kind(E,"visits").\n:- kind(E,"visits"), not kind(E,"raid").'
    assert members(block) == members(block, IDENTITY) == [["accept(a)", "keep(raw)", "keep(t)"]]


def test_what_a_block_chooses_between_names_is_own_for_each() -> None:
    block = """\
    1 { fact("knows",X,Y) : kind(Y,"actor"), Y != "cat", Y != X } 1 :- role(_,"by",X).
    :- fact("knows",X,"cat").
    """
    assert members(block, "  - {id: one, says: ann is bob}\n") == [["accept(a)", "accept(one)", "keep(raw)", "keep(u)"]]


@pytest.mark.parametrize("word", ["forever", "holidays", "this", "unequal", "initiated", "same", "months"])
def test_the_name_that_a_block_gives_changes_nothing_else(word: str) -> None:
    """Also one that has the name of something of the engine's in it."""

    def lines(name: str) -> list[str]:
        block = f'{name}(X) :- role(_,"by",X).\n      :- {name}("bob").\n'
        pack = BLOCK.replace("  - id: raw\n", f"  - id: raw\n    defines: [{name}]\n") + f"      {block}"
        program, _ = compiled(parse({"f.yaml": SAID, "r.yaml": pack}))
        return [line.text.replace(f"raw_{name}(", "raw_(") for line in program.lines]

    assert lines(word) == lines("plain")
