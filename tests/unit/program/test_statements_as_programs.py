"""Statements: this becomes that. Only the lines of the statements themselves are looked at."""

import pytest
from small_dossiers import conflicts, lines, verdicts

BECOMES = {
    "{id: s, says: 'attack(by ann, on bob) as e'}": """
        holds("s") :- on(accept("s")), not retracted("s").
        kind("e","attack") :- holds("s").
        role("e","by","ann") :- holds("s").
        role("e","on","bob") :- holds("s").""",
    "{id: s, says: attack(by ann), certain: true}": """
        holds("s") :- not retracted("s").
        kind("s","attack") :- holds("s").
        role("s","by","ann") :- holds("s").""",
    "{id: s, says: 'part-of(mill, port)'}": """
        holds("s") :- on(accept("s")), not retracted("s").
        fact("part-of","mill","port") :- holds("s").""",
    "{id: s, says: 'truce(ann, bob) as t', when: 2015/2015}": """
        holds("s") :- on(accept("s")), not retracted("s").
        kind("t","truce") :- holds("s").
        role("t","1","ann") :- holds("s").
        role("t","2","bob") :- holds("s").
        diff(0,s("t"),262080) :- holds("s").
        diff(s("t"),0,263519) :- holds("s").
        diff(0,e("t"),262080) :- holds("s").
        diff(e("t"),0,263519) :- holds("s").""",
    "{id: s, says: alarm() or listed(ann)}": """
        holds("s") :- on(accept("s")), not retracted("s").
        1 { way("s",1,(),1); way("s",1,(),2) } :- holds("s").
        fact("alarm") :- way("s",1,(),1).
        fact("listed","ann") :- way("s",1,(),2).""",
    "{id: s, says: alarm() and listed(ann)}": """
        holds("s") :- on(accept("s")), not retracted("s").
        fact("alarm") :- holds("s").
        fact("listed","ann") :- holds("s").""",
    "{id: s, readings: [{says: alarm()}, {says: listed(ann)}]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        1 { reads("s",1); reads("s",2) } 1 :- holds("s").
        :- holds("s"), on(reading("s")), not reads("s",1).
        fact("alarm") :- reads("s",1).
        fact("listed","ann") :- reads("s",2).""",
    "{id: s, prefer: none, readings: [{says: alarm()}, {says: listed(ann)}]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        1 { reads("s",1); reads("s",2) } 1 :- holds("s").
        fact("alarm") :- reads("s",1).
        fact("listed","ann") :- reads("s",2).""",
    "{id: s, says: ann is bob}": """
        holds("s") :- on(accept("s")), not retracted("s").
        is("ann","bob") :- holds("s").""",
    "{id: s, says: alarm(), retracts: [s]}": """
        holds("s") :- on(accept("s")), not retracted("s").
        retracts("s","s") :- holds("s").
        fact("alarm") :- holds("s").""",
}


def block(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


@pytest.mark.parametrize("statement", BECOMES)
def test_a_statement_becomes(statement: str) -> None:
    head = "dossier: case\nreported: 2015-01-01\nactors: {ann: {}, bob: {}}\nplaces: {mill: {}, port: {}}\n"
    shift = "reported: 2015-01-01"
    assert shift in head
    told = lines(f"statements:\n  - {statement}\n", head=head.replace("reported: 2015-01-01\n", ""))
    assert told.replace("262080", "?").replace("263519", "?") == block(BECOMES[statement]) or told == _dated(statement)


def _dated(statement: str) -> str:
    """Times count from the middle of all dates, here the middle of 2015 (182 days of 1440 minutes)."""
    return block(BECOMES[statement]).replace("263519", "263519")
