"""The rules that every program has."""

from small_dossiers import conflicts, program, verdicts


def texts(facts: str, rules: str = "") -> list[str]:
    return [line.text for line in program(facts, rules).lines]


def test_declared_things_have_their_kinds() -> None:
    told = texts("")
    assert 'kind("ann","actor").' in told
    assert 'kind("mill","place").' in told
    assert 'occurrence("memo").' in told


def test_what_a_program_does_not_use_is_left_out() -> None:
    assert not [text for text in texts("") if "terminates(" in text or "months(" in text or "nearby(" in text]
    told = texts("statements:\n  - {id: s, says: 'memo initiates leads(ann, bob)'}\n")
    assert "stops(E,T) :- terminates(E,T), le(s(T),s(E),0)." in told


KINDS = "statements:\n  - {id: s, says: bombing(by ann) as e}\n"
NEVER = "rules:\n  - {id: r, given: [%s], never: %s}\n"


def test_a_kind_of_a_kind() -> None:
    assert verdicts(KINDS, NEVER % ("attack(by A) as E", "E is a bombing and A is ann")) == {"r(ann, e)": "certain"}
    assert verdicts(KINDS, NEVER % ("attack(by A) as E", "E is a notice and A is ann")) == {}
    assert verdicts(KINDS.replace("bombing", "attack"), NEVER % ("bombing(by A) as E", "E is E and A is A")) == {}


def test_marks_make_tuples_true() -> None:
    told = """statements:
      - {id: s, says: 'part-of(ann, mill)'}
      - {id: u, says: 'part-of(mill, port)'}
      - {id: n, says: 'near(ann, bob)'}
    """
    assert conflicts(told, NEVER % ("'part-of(ann, port)'", "ann is ann")) == ["accept(s) + accept(u) + keep(r)"]
    assert conflicts(told, NEVER % ("'near(bob, ann)'", "ann is ann")) == ["accept(n) + keep(r)"]
    assert conflicts(told, NEVER % ("'like(X, X)', 'near(X, bob)'", "X is ann")) == ["accept(n) + keep(r)"]
    assert conflicts(told, NEVER % ("'part-of(mill, ann)'", "ann is ann")) == []


def test_identical_things_share_kinds_roles_tuples_and_ends() -> None:
    told = """statements:
      - {id: s, says: attack(by ann) as e and e during 2012}
      - {id: u, says: notice(of e) as f and f during 2013}
      - {id: i, says: ann is bob}
      - {id: j, says: bob is cem}
      - {id: n, says: listed(ann)}
    """
    assert conflicts(told, NEVER % ("attack(by cem)", "ann is ann")) == ["accept(i) + accept(j) + accept(s) + keep(r)"]
    assert conflicts(told, NEVER % ("listed(cem)", "ann is ann")) == ["accept(i) + accept(j) + accept(n) + keep(r)"]
    assert conflicts(told.rstrip(" ") + "      - {id: x, says: e is f}\n") == ["accept(s) + accept(u) + accept(x)"]


INERTIA = """rules:
  - {id: i, given: ['attack(by A, on B) as E'], then: 'E initiates leads(A, B)'}
  - {id: x, given: ['notice(of E) as F', 'attack(by A, on B) as E'], then: '%s'}
  - {id: n, given: ['leads(_, _) as T', licence(_) as L], never: L intersects T}
"""
STARTED = """statements:
  - {id: s, says: 'attack(by ann, on bob) as e and e during 2012-01-05'}
  - {id: l, says: licence(cem) as l1, when: 2012-03/2012-04}
"""
ENDED = STARTED + "  - {id: d, says: notice(of e) as f and f during %s}\n"


def test_a_state_goes_on_until_an_event_ends_it() -> None:
    for ending in ("F terminates leads(A, B)",):
        rules = INERTIA % ending
        assert conflicts(STARTED, rules) == ["accept(l) + accept(s) + keep(i) + keep(n)"]
        assert conflicts(ENDED % "2012-02-01", rules) == []
        assert conflicts(ENDED % "2012-05-01", rules) == ["accept(l) + accept(s) + keep(i) + keep(n)"]
        assert conflicts(ENDED % "2011-05-01", rules) == ["accept(l) + accept(s) + keep(i) + keep(n)"]


def test_a_stated_state_ends_by_the_start_of_what_ends_it() -> None:
    told = ENDED % "2012-02-01" + "  - {id: t, says: 'leads(ann, bob) as t1', when: 2010/2013}\n"
    assert conflicts(told, INERTIA % "F terminates leads(A, B)") == [
        "accept(d) + accept(s) + accept(t) + keep(x)",
        "accept(l) + accept(t) + keep(n)",
    ]
