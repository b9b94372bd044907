"""What nobody said, supposed."""

import pytest
from small_dossiers import block, conflicts, lines

ALARM = "rules:\n  - {id: r, given: [%s], %s: %s}\n"


def supposed(rules: str) -> str:
    told = lines("", rules).splitlines()
    return "\n".join(
        line for line in told if "supposed(" in line.partition(" :- ")[2] and not line.startswith(("lifted", "met"))
    )


FOLLOWS = {
    "licence(A)": """
        occurrence(fresh("licence($1)",1,(P1,))) :- supposed("licence($1)",(P1,)).
        kind(fresh("licence($1)",1,(P1,)),"licence") :- supposed("licence($1)",(P1,)).
        role(fresh("licence($1)",1,(P1,)),"1",P1) :- supposed("licence($1)",(P1,)).""",
    "'like(A, bob)'": 'fact("like",P1,P2) :- supposed("like($1, $2)",(P1,P2)).',
}


@pytest.mark.parametrize("unless", ["licence(A)", "'like(A, bob)'"])
def test_what_is_supposed_is_so_as_if_stated(unless: str) -> None:
    assert supposed(ALARM % ("listed(A)", f"unless: {unless}, never", "A is ann")) == block(FOLLOWS[unless])


@pytest.mark.parametrize("unless", ["listed(A)", "A is bob", "'said(A, _)'", "E after 2015"])
def test_closed_words_identities_times_and_what_is_said_are_no_silence(unless: str) -> None:
    told = "statements:\n  - {id: s, says: attack(by ann) as e, when: 2012}\n"
    assert conflicts(told, ALARM % ("attack(by A) as E", f"unless: {unless}, never", "A is ann and E before 2014")) == [
        "accept(s) + keep(r)"
    ]


def test_what_is_supposed_has_consequences() -> None:
    rules = """rules:
      - {id: r, given: [attack(by A)], unless: licence(A), never: A is ann}
      - {id: q, given: [licence(A)], never: A is ann, certain: true}
    """
    assert conflicts("statements:\n  - {id: s, says: attack(by ann)}\n", rules) == ["accept(s) + keep(r)"]


def test_a_fresh_thing_has_free_times_but_those_told() -> None:
    rules = """rules:
      - {id: r, given: [attack(by A) as E], unless: licence(A) contains E, never: A is ann}
      - {id: q, given: [licence(A) as L], never: %s and A is ann, certain: true}
    """
    told = "statements:\n  - {id: s, says: attack(by ann) as e, when: 2012}\n"
    assert conflicts(told, rules % "L during 2013") == ["absent(licence(ann) contains e) + accept(s) + keep(r)"]
    assert conflicts(told, rules % "L intersects 2012") == ["accept(s) + keep(r)"]


def test_a_denial_is_no_silence() -> None:
    rules = ALARM % ("listed(A)", "unless: not licence(A), never", "A is ann")
    told = "statements:\n  - {id: s, says: listed(ann)}\n"
    assert conflicts(told, rules) == ["accept(s) + keep(r)"]
    assert conflicts(told + "  - {id: d, says: not licence(ann)}\n", rules) == []


def test_equal_silence_is_one_guard_whatever_its_variables_are_called() -> None:
    rules = """rules:
      - {id: r, given: [attack(by A)], unless: 'leads(A, X) and X is not A', never: A is ann}
      - {id: q, given: [licence(B)], unless: 'leads(B, Y) and Y is not B', never: B is ann}
    """
    told = "statements:\n  - {id: s, says: attack(by ann)}\n  - {id: l, says: licence(ann)}\n"
    assert conflicts(told, rules) == [
        "absent(leads(ann, _1) and _1 is not ann) + accept(l) + keep(q)",
        "absent(leads(ann, _1) and _1 is not ann) + accept(s) + keep(r)",
    ]
