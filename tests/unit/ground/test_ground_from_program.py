"""Parts as plain values."""

import pickle

from small_dossiers import found, program

from reasoner.ground.from_program import ground

FACTS = """statements:
  - {id: s, says: attack(by ann) as e, when: 2012}
  - {id: u, says: e after 2013}
"""


def test_parts_can_be_pickled() -> None:
    ground_ = ground(program(FACTS))
    assert pickle.loads(pickle.dumps(ground_)) == ground_


def test_a_part_names_its_atoms_guards_and_points_in_order() -> None:
    first, *_ = ground(program(FACTS)).parts
    assert [guard.name for guard in first.guards] == ["accept(s)", "accept(u)"]
    assert first.points == ('s("e")', 'e("e")')
    assert 'holds("s")' in [name for _, name in first.atoms]


def test_a_bound_between_a_point_and_itself_is_decided() -> None:
    rules = "rules:\n  - {id: r, given: [attack(by A) as E], never: E %s E and A is ann}\n"
    for word, so in (("before", False), ("during", True), ("strictly during", False), ("intersects", True)):
        told = found(FACTS, rules % word)
        (instance,) = [one for part in told.explanations for one in part.judgements if one.instance.rule == "r"] or [None]
        assert (instance is not None and instance.verdict.value == "certain") is so
