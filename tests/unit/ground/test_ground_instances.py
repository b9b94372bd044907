"""The instances of a ground program, each once."""

from small_dossiers import found, verdicts


def test_instances_that_differ_by_swapped_variables_are_one() -> None:
    facts = "statements:\n  - {id: s, says: 'near(ann, bob)'}\n"
    rules = "rules:\n  - {id: r, given: ['near(A, B)'], never: A is not B}\n"
    assert list(verdicts(facts, rules)) == ["r(ann, bob)"]


def test_instances_that_differ_by_names_of_certainly_one_thing_are_one() -> None:
    facts = "statements:\n  - {id: s, says: listed(ann)}\n  - {id: i, says: ann is bob%s}\n"
    rules = "rules:\n  - {id: r, given: [listed(A)], never: A is A}\n"
    assert list(verdicts(facts % ", certain: true", rules)) == ["r(ann)"]
    assert list(verdicts(facts % "", rules)) == ["r(ann)", "r(bob)"]


def test_an_instance_tells_its_bindings_and_its_own_times() -> None:
    facts = "statements:\n  - {id: s, says: 'toll(count 2.5) as d'}\n"
    rules = "rules:\n  - {id: r, given: ['toll(count N) as E'], never: E after 1900 and N > 1}\n"
    ((part,),) = [tuple(one for one in found(facts, rules).parts if one.instances)]
    (instance,) = part.instances
    assert (instance.id, instance.rule, instance.bindings) == ("r(2.5, d)", "r", (("N", "2.5"), ("E", "d")))
    assert 's("d")' in instance.points


def test_new_supposed_and_said_things_are_told_by_what_made_them() -> None:
    facts = "statements:\n  - {id: s, says: attack(by ann) as e, sources: [wire]}\n"
    rules = """rules:
      - {id: t, given: [attack(by A) as E], then: licence(A) as L since E}
      - {id: r, given: [licence(_) as L, 'said(_, P)'], never: L after 1900 and P is P}
      - {id: k, given: [attack(by A)], unless: notice() as N, never: A is ann}
      - {id: q, given: [notice() as N], never: N after 1900}
    """
    told = verdicts(facts, rules)
    assert "r(t(ann, e), s)" in told
    assert "q(something)" in told
