"""Roles of which there is just one value."""

import pytest
from small_dossiers import conflicts, lines, program, verdicts

TWO = "statements:\n  - {{id: s, says: '{0} as t'}}\n  - {{id: u, says: '{1} as t'}}\n"


def clash(one: str, other: str) -> list[str]:
    return conflicts(TWO.format(one, other))


def test_a_role_told_by_its_place_has_one_value_for_each_occurrence() -> None:
    assert clash("leads(ann, bob)", "leads(ann, cem)") == ["accept(s) + accept(u)"]
    assert clash("leads(ann, bob)", "leads(ann, bob)") == []


def test_a_role_with_a_name_may_have_several() -> None:
    assert clash("attack(by ann)", "attack(by bob)") == []


def test_two_parties_count_as_a_set() -> None:
    assert clash("truce(ann, bob)", "truce(bob, ann)") == []
    assert clash("truce(ann, bob)", "truce(bob, cem)") == ["accept(s) + accept(u)"]


def test_two_names_of_one_occurrence_share_their_one_value() -> None:
    told = """statements:
      - {id: s, says: 'leads(ann, bob) as t'}
      - {id: u, says: 'leads(ann, cem) as v'}
      - {id: i, says: t is v}
    """
    assert conflicts(told) == ["accept(i) + accept(s) + accept(u)"]
    assert conflicts(told.rstrip(" ") + "      - {id: j, says: bob is cem}\n") == []


def test_a_rule_can_give_a_second_value() -> None:
    rules = "rules:\n  - {id: r, given: ['truce(_, _) as T'], then: 'truce(ann, cem) as T'}\n"
    assert conflicts("statements:\n  - {id: s, says: 'truce(ann, bob) as t'}\n", rules) == ["accept(s) + keep(r)"]


OTHER = "  - {id: u, says: 'leads(bob, ann) as o'}\n"


@pytest.mark.parametrize("more", ["", OTHER])
def test_a_raw_block_can_give_a_second_value(more: str) -> None:
    """Whether or not something else is said of such a kind."""
    raw = 'rules:\n  - id: raw\n    asp: |\n      %s :- kind(E,"leads"), role(E,"1","ann").\n'
    told = "statements:\n  - {id: s, says: 'leads(ann, bob) as t'}\n" + more
    assert conflicts(told, raw % 'role(E,"2","cem")') == ["accept(s) + keep(raw)"]
    assert verdicts(told, raw % '{ role(E,"2","cem") }') == {"one value of role 2 of leads(t, bob, cem)": "tension"}


@pytest.mark.parametrize("more", ["", OTHER])
@pytest.mark.parametrize("asks", ["must: 'leads(ann, cem) as T'", "unless: 'leads(ann, cem) as T', never: T is T"])
def test_supposing_a_second_value_is_no_way_out(asks: str, more: str) -> None:
    rules = f"rules:\n  - {{id: r, given: ['leads(ann, bob) as T'], {asks}}}\n"
    assert conflicts("statements:\n  - {id: s, says: 'leads(ann, bob) as t'}\n" + more, rules) == ["accept(s) + keep(r)"]


def test_what_is_told_once_needs_no_such_rule() -> None:
    told = program("statements:\n  - {id: s, says: 'leads(ann, bob) as t'}\n")
    assert [known.key for known in told.instances] == ["one 2 of born", "one at of seat"]


BORN = """statements:
  - {id: s, says: 'born(ann, mill)'}
  - {id: u, says: 'born(ann, port)'}
  - {id: v, says: 'born(bob, port)'}
"""


def test_a_functional_role_of_a_fact_has_one_value_for_the_rest() -> None:
    assert conflicts(BORN) == ["accept(s) + accept(u)"]
    assert conflicts(BORN + "  - {id: i, says: mill is port}\n") == []
    assert conflicts(BORN + "  - {id: i, says: ann is bob}\n") == ["accept(i) + accept(s) + accept(v)", "accept(s) + accept(u)"]


SEATS = """statements:
  - {{id: s, says: 'seat(of ann, at mill) as t1', when: {0}}}
  - {{id: u, says: 'seat(of ann, at port) as t2', when: {1}}}
"""


def test_a_functional_role_of_a_state_has_one_value_while_they_share_a_tick() -> None:
    seats = {("2011/2013", "2012/2014"): "certain", ("2011/2012", "2012/2014"): "tension", ("2011/2012", "2013/2014"): "none"}
    for dates, verdict in seats.items():
        assert verdicts(SEATS.format(*dates)) == {"one at of seat(t1, t2)": verdict}


def test_it_stands_also_where_times_keep_it_from_being_broken() -> None:
    told = """statements:
      - {id: s, says: 'seat(of ann, at mill) as t1', when: 2010/2011}
      - {id: u, says: 'seat(of ann, at port) as t2'}
      - {id: late, says: start of t2 during 2012}
      - {id: early, says: start of t2 during 2009}
    """
    assert verdicts(told) == {"one at of seat(t1, t2)": "conditional"}
    assert "stands(inst(" not in lines(told)
