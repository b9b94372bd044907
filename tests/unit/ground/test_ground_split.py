"""What can be looked at alone."""

from small_dossiers import found

from reasoner.ground.ir import Part


def guards(facts: str, rules: str = "") -> list[str]:
    """The guards of each part that has any."""
    return [" ".join(guard.name for guard in part.guards) for part in found(facts, rules).parts if part.guards]


CLASHES = """statements:
  - {id: a, says: listed(ann)}
  - {id: b, says: not listed(ann)}
  - {id: c, says: attack(by ann) as e, when: 2012}
  - {id: d, says: e during 2013}
"""


def test_what_nothing_joins_is_apart() -> None:
    assert sorted(guards(CLASHES)) == ["accept(a) accept(b)", "accept(c) accept(d)"]


def test_times_join() -> None:
    assert sorted(guards(CLASHES + "  - {id: f, says: notice(of e) as g and g before e}\n")) == [
        "accept(a) accept(b)",
        "accept(c) accept(d) accept(f)",
    ]


def test_a_rule_that_both_need_joins_nothing_if_going_can_only_help() -> None:
    facts = CLASHES.replace("not listed(ann)", "listed(bob)")
    rules = "rules:\n  - {id: r, given: [listed(A)], never: A is A}\n"
    assert sorted(guards(facts, rules)) == ["accept(a) keep(r)", "accept(b) keep(r)", "accept(c) accept(d)"]


def test_an_exception_that_serves_both_joins_them() -> None:
    facts = """statements:
      - {id: a, says: listed(ann)}
      - {id: b, says: listed(bob)}
      - {id: x, says: alarm()}
    """
    rules = "rules:\n  - {id: r, given: [listed(A)], unless: alarm(), never: A is A}\n"
    assert guards(facts, rules) == ["absent(alarm()) accept(a) accept(b) accept(x) keep(r)"]


def test_what_no_guard_touches_is_the_last_part() -> None:
    parts: tuple[Part, ...] = found(CLASHES).parts
    assert [bool(part.guards) for part in parts] == [True, True, False]
