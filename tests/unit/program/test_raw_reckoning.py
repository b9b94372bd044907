"""Raw blocks, and numbers that are not in the program as they are told."""

from __future__ import annotations

import pytest

import reasoner

FACTS = """\
dossier: d
actors: {ann: {}, bob: {}}
vocabulary:
  blast: {event: "by actor, killed number"}
  shipment: {event: "by actor, load number"}
  weighs: {fact: "actor, number"}
  size: {fact: "actor, number"}
statements:
"""
TOLL = "  - {id: a, says: 'blast(by ann, killed 5) as v', when: 2012}\n"
PARTS = "  - {id: x, says: 'weighs(ann, 0.5)'}\n"
LOAD = "  - {id: a, says: 'shipment(by ann, load 2 %s) as v', when: 2012}\n"
LARGE = "  - {id: t, given: 'size(ann, N)', never: N >= 5}\n"
TESTED = ':- role(E,"killed",N), N >= 10.'


def members(facts: str, block: str, more: str = "") -> list[list[str]]:
    lines = "".join(f"      {line}\n" for line in block.splitlines())
    rules = f"pack: p\nrules:\n{more}  - id: raw\n    defines: [p, q]\n    asp: |\n{lines}"
    found = reasoner.check(reasoner.parse({"f.yaml": FACTS + facts, "r.yaml": rules})).explanations
    return [[guard.name for guard in one.members] for part in found for one in part.conflicts]


def fault(facts: str, block: str) -> str:
    with pytest.raises(reasoner.Rejected) as caught:
        members(facts, block)
    (found,) = caught.value.diagnostics
    assert found.code == "T090"
    return found.message.removeprefix("in the raw block of `raw`: ").partition(" reckons ")[0]


def test_whole_numbers_are_as_they_are_told() -> None:
    assert members(TOLL, TESTED) == []
    assert members(TOLL.replace("5", "10"), TESTED) == [["accept(a)", "keep(raw)"]]
    assert members(TOLL, 'fact("size",X,N+1) :- role(E,"killed",N), role(E,"by",X).', LARGE) == [
        ["accept(a)", "keep(raw)", "keep(t)"]
    ]
    assert members(LOAD % "kg", ':- role(E,"load",N), N > 100.') == []


@pytest.mark.parametrize(
    ("block", "part"),
    [
        (TESTED, "`N`"),
        (':- role(E,R,N), R = "killed", N >= 10.', "`N`"),
        (':- kind(E,"blast"), not role(E,"killed",10).', "`10`"),
        ('fact("size","ann",N+1) :- role(E,"killed",N).', "`(N+1)`"),
        ('fact("size","ann",6).', "`6`"),
        ('p(X,N) :- role(E,"killed",N), role(E,"by",X).\nq(M) :- p(_,N), M = N.\n:- q(N), N > 10.', "`N`"),
        (':- #sum { N,E : role(E,"killed",N) } >= 10.', "`N`"),
        ('p(S) :- S = #sum { N,E : role(E,"killed",N) }.\n:- p(S), S > 7.', "`S`"),
        ('{ fact("size",X,1..3) } :- kind(X,"actor").', "`(1..3)`"),
    ],
)
def test_a_number_in_another_form_is_not_reckoned_with(block: str, part: str) -> None:
    """As soon as anything in the dossier is told in parts; without that the block is as good as any."""
    assert members(TOLL, block) is not None
    assert fault(TOLL + PARTS, block) == part


@pytest.mark.parametrize(
    "block",
    [
        ':- #count { E : role(E,"killed",_) } > 1.',
        ':- role(E,"killed",N), role(F,"killed",M), N < M.',
        'p(1..3).\n:- role(E,"killed",N), p(X), X > 5.',
        ':- role(E,"by",X), X = 5.',
    ],
)
def test_what_does_not_ask_for_the_value_of_a_number_is_let_through(block: str) -> None:
    assert members(TOLL + PARTS, block) == []


def test_a_number_may_be_handed_on() -> None:
    block = 'fact("size",X,N) :- role(E,"killed",N), role(E,"by",X).'
    assert members(TOLL + PARTS, block, LARGE) == [["accept(a)", "keep(raw)", "keep(t)"]]


def test_a_unit_that_is_converted_is_another_form_too() -> None:
    assert fault(LOAD % "t", ':- role(E,"load",N), N > 100.') == "`N`"
    assert members(LOAD % "t", ':- role(E,"load",N), role(F,"load",M), N < M.') == []
