"""What holds when a statement holds: this becomes that."""

import pytest
from small_dossiers import block, conflicts, lines

CLAIMS = {
    "'part-of(mill, port)'": 'fact("part-of","mill","port") :- holds("s").',
    "ann is bob": 'is("ann","bob") :- holds("s").',
    "memo is an attack": 'kind("memo","attack") :- holds("s").',
    "alarm() and listed(ann)": """
        fact("alarm") :- holds("s").
        fact("listed","ann") :- holds("s").""",
    "alarm() or listed(ann)": """
        1 { way("s",1,(),1); way("s",1,(),2) } :- holds("s").
        fact("alarm") :- way("s",1,(),1).
        fact("listed","ann") :- way("s",1,(),2).""",
    "'toll(count 1_200) as e'": """
        kind("e","toll") :- holds("s").
        role("e","count",1200) :- holds("s").""",
    "'toll(count about 12) as e'": """
        kind("e","toll") :- holds("s").
        diff(0,n("s","count"),-11) :- holds("s").
        diff(n("s","count"),0,13) :- holds("s").
        role("e","count",n("s","count")) :- holds("s").""",
    "'truce(ann, bob) as t'": """
        kind("t","truce") :- holds("s").
        role("t","1","ann") :- holds("s").
        role("t","2","bob") :- holds("s").""",
    "'memo initiates leads(ann, bob)'": """
        occurrence(new("s",1,())) :- holds("s").
        kind(new("s",1,()),"leads") :- holds("s").
        role(new("s",1,()),"1","ann") :- holds("s").
        role(new("s",1,()),"2","bob") :- holds("s").
        initiated(new("s",1,())) :- holds("s").
        initiates("memo",new("s",1,())) :- holds("s").
        diff(e("memo"),s(new("s",1,())),0) :- holds("s").
        diff(s(new("s",1,())),e("memo"),0) :- holds("s").""",
    "'memo terminates leads(ann, bob)'": 'terminates("memo",_T) :- holds("s"), kind(_T,"leads"), role(_T,"1","ann"), role(_T,"2","bob").',
}


@pytest.mark.parametrize("says", CLAIMS)
def test_a_claim_becomes(says: str) -> None:
    _, *told = lines(f"statements:\n  - {{id: s, says: {says}}}\n").splitlines()
    assert "\n".join(told) == block(CLAIMS[says])


def test_two_numbers_of_one_statement_are_two_unknowns() -> None:
    says = "'toll(in memo, count about 10) as d and toll(in memo, count about 100) as e'"
    rules = (
        'rules:\n  - {id: r, given: ["toll(in E, count N)", "toll(in E, count M)"], never: N differs from M by more than 2}\n'
    )
    assert conflicts(f"statements:\n  - {{id: s, says: {says}}}\n", rules) == ["accept(s) + keep(r)"]


def test_an_alternative_is_open_and_may_be_both() -> None:
    told = "statements:\n  - {id: s, says: alarm() or listed(ann)}\n  - {id: n, says: not alarm()}\n"
    assert conflicts(told) == []
    assert conflicts(told + "  - {id: m, says: not listed(ann)}\n") == ["accept(m) + accept(n) + accept(s)"]
    assert conflicts(told.replace("not alarm()", "alarm()") + "  - {id: m, says: listed(ann)}\n") == []


def test_alternatives_may_hold_alternatives_and_times() -> None:
    told = """statements:
      - {id: e, says: attack(by ann) as e1}
      - {id: s, says: (e1 before 2012 and alarm()) or e1 after 2013}
      - {id: n, says: not alarm()}
      - {id: d, says: e1 during 2010}
    """
    assert conflicts(told) == ["accept(d) + accept(n) + accept(s)"]


def test_a_false_comparison_cannot_be_stated() -> None:
    assert conflicts("statements:\n  - {id: s, says: 3 < 2}\n  - {id: t, says: 2 < 3}\n") == ["accept(s)"]
