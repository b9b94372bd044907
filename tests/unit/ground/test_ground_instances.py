"""The instances of a ground program, each once."""

from small_dossiers import found, verdicts


def test_instances_that_differ_by_swapped_variables_are_one() -> None:
    facts = "statements:\n  - {id: s, says: 'near(ann, bob)'}\n"
    rules = "rules:\n  - {id: r, given: ['near(A, B)'], never: A is not B}\n"
    assert list(verdicts(facts, rules)) == ["r(ann, bob)"]


def test_an_instance_tells_its_bindings_and_its_own_times() -> None:
    facts = "statements:\n  - {id: s, says: 'toll(count 2.5) as d'}\n"
    rules = "rules:\n  - {id: r, given: ['toll(count N) as E'], never: E after 1900 and N > 1}\n"
    ((part,),) = [tuple(one for one in found(facts, rules).parts if one.instances)]
    (instance,) = part.instances
    assert (instance.id, instance.rule, instance.bindings) == ("r(2.5, d)", "r", (("N", "2.5"), ("E", "d")))
    assert 's("d")' in instance.points
