"""Guards as printed."""

from small_dossiers import HEAD, conflicts, dossier, verdicts

from reasoner.ground.from_program import ground
from reasoner.ground.guards import distinct
from reasoner.ground.ir import GuardKind
from reasoner.program.from_theory import translate
from reasoner.program.guards import Blame, cost
from reasoner.theory.from_dossier import resolve
from reasoner.theory.trusts import NORM

FACTS = """statements:
  - {id: s, says: attack(by ann) as e, sources: [wire]}
  - {id: u, readings: [{says: alarm()}, {says: listed(ann)}]}
  - {id: n, says: 'toll(in e, count 2.5)'}
hypotheses:
  - {id: h, says: alarm(), likely: 0.25}
"""
RULES = """rules:
  - {id: r, given: [attack(by A) as E], unless: licence(A) contains E, never: A is ann}
  - {id: m, norm: true, given: ['toll(in E, count N)'], must: N > 3 and E before 2015}
"""


def names(blame: Blame) -> dict[str, GuardKind]:
    parts = ground(translate(resolve(dossier(FACTS, RULES, HEAD)), blame)).parts
    return {guard.name: guard.kind for part in parts for guard in part.guards}


def test_guards_are_named_as_the_user_knows_them() -> None:
    assert names(Blame.STATEMENTS) == {
        "absent(h)": GuardKind.ABSENT,
        "absent(licence(ann) contains e)": GuardKind.ABSENT,
        "accept(n)": GuardKind.ACCEPT,
        "accept(s)": GuardKind.ACCEPT,
        "accept(u)": GuardKind.ACCEPT,
        "honoured(m, e, 2.5)": GuardKind.HONOURED,
        "keep(r)": GuardKind.KEEP,
        "reading(u)": GuardKind.READING,
    }


def test_links_and_sources() -> None:
    assert "link(s, 1)" in names(Blame.LINKS)
    assert "trust(wire)" in names(Blame.SOURCES)


def test_a_duty_costs_its_trust_and_a_silence_what_nobody_said() -> None:
    parts = ground(translate(resolve(dossier(FACTS, RULES, HEAD)))).parts
    prices = {guard.name: guard.cost for part in parts for guard in part.guards}
    assert prices["honoured(m, e, 2.5)"] == cost(NORM)
    assert prices["absent(licence(ann) contains e)"] == 2197


def test_what_one_rule_makes_twice_is_told_apart() -> None:
    facts = "statements:\n  - {id: s, says: licence(ann) as e}\n"
    rules = """rules:
      - {id: r, given: licence(A), then: [seat(of A) as M during 2012, seat(of A) as N during 2014]}
      - {id: k, given: seat() as F, unless: notice(of F), never: F during 2012}
    """
    assert conflicts(facts, rules) == ["absent(notice(of r.M(ann))) + accept(s) + keep(k) + keep(r)"]
    assert verdicts(facts, rules) == {"k(r.M(ann))": "certain", "k(r.N(ann))": "none"}


def test_things_that_print_alike_are_numbered() -> None:
    assert distinct(["a", "b", "a", "a"]) == ("a", "b", "a 2", "a 3")
