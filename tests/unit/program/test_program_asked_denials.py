"""Conditions that ask whether something was denied: `not p(..)` in rules."""

import pytest
from small_dossiers import block, conflicts, found, lines, verdicts

from reasoner.diagnostics import Rejected

GIVEN = "statements:\n  - {id: l, says: 'leads(ann, bob) as t', when: contains 2012}\n"
TESTED = """rules:
  - id: r
    given: ['leads(X, Y) as T']
    %s: '%s'
"""
ALIVE = "X is X and T is T and Y is Y"


def asks(denial: str, condition: str, more: str = "") -> bool:
    """Whether the condition is true in all worlds where the denial is the only one; `true` in none otherwise."""
    told = GIVEN + f"  - {{id: d, says: {denial}}}\n" + more
    never = verdicts(told, TESTED % ("never", condition)).get("r(ann, bob, t)", "none")
    must = verdicts(told, TESTED % ("must", condition)).get("r(ann, bob, t)", "none")
    assert {never, must} == {"certain", "none"}, (never, must)
    return must == "none"


def test_a_condition_becomes_a_rule_for_each_denial_that_may_serve() -> None:
    told = lines(
        "statements:\n  - {id: d, says: not attack(by ann) since 2011}\n  - {id: n, says: not notice()}\n",
        "rules:\n  - {id: r, given: [attack(by A) as E, not attack(by A) during E], never: A is ann}\n",
    ).splitlines()
    assert (
        "\n".join(line for line in told if "asked(" in line and not line.startswith(("broken", "stands")))
        == block("""
        given("r",(A,E)) :- kind(E,"attack"), role(E,"by",A), asked("r",1,timeless,(E,A)).
        asked("r",1,(E,A)) :- kind(E,"attack"), role(E,"by",A), denies(denial("d",1,()),"attack"), denies(denial("d",1,()),"by",A), le(0,s(E),789121).
        asked("r",1,timeless,(E,A)) :- kind(E,"attack"), role(E,"by",A), denies(denial("d",1,()),"attack"), denies(denial("d",1,()),"by",A).""")
    )


ROLES = {
    ("not attack(by ann)", "not attack(by X)"): True,
    ("not attack(by cem)", "not attack(by X)"): False,
    ("not attack()", "not attack(by X)"): True,  # the broader denial
    ("'not attack(by ann, on bob)'", "not attack(by X)"): False,  # the narrower one
    ("'not attack(by ann, on bob)'", "not attack(by X, on Y)"): True,
    ("'not attack(by ann, on bob)'", "not attack(by X, on _)"): True,
    ("'not attack(by ann, on _)'", "not attack(by X)"): False,
    ("'not attack(by ann, on _)'", "not attack(by X, on Y)"): True,
    ("'not attack(by ann, on _)'", "not attack(by X, on _)"): True,
    ("not attack(by ann)", "not attack(by X, on Y)"): True,
    ("not attack(by ann)", "not attack(by X, on _)"): False,  # it tells nothing of that role
    ("not attack(by _)", "not attack(by _)"): True,
    ("not attack(by _)", "not attack()"): False,
    ("not attack()", "not attack()"): True,
    ("not attack(by ann)", "not bombing(by X)"): True,  # a kind below
    ("not bombing(by ann)", "not attack(by X)"): False,
    ("'not truce(ann, bob)'", "not truce(X, Y)"): True,
    ("'not truce(bob, ann)'", "not truce(X, Y)"): True,
    ("'not truce(bob, cem)'", "not truce(X, Y)"): False,
    ("not truce(bob)", "not truce(X, Y)"): True,
    ("'not near(mill, port)'", "not near(port, mill)"): True,
    ("'not part-of(mill, port)'", "not part-of(port, mill)"): False,
    ("not listed(ann)", "not listed(X)"): True,
    ("'not knows(ann, that alarm())'", "not knows(X, that alarm())"): True,
    ("'not knows(ann, that alarm())'", "not knows(X, that listed(ann))"): False,
    ("'not toll(count 12)'", "not toll(count 12)"): True,
    ("'not toll(count 12)'", "not toll(count 13)"): False,
    ("not attack(by ann) as e", "not attack(by X)"): False,  # of one occurrence alone
    ("'not leads(bob, ann) as t'", "not leads(Y, X) as T"): True,
    ("'not leads(bob, ann) as t'", "not leads(Y, X)"): False,
    ("not leads(bob)", "not leads(Y) as T"): True,
}


@pytest.mark.parametrize(("denial", "condition"), ROLES)
def test_a_denial_serves_that_denies_at_least_what_is_asked(denial: str, condition: str) -> None:
    more = "  - {id: o, says: attack(by cem) as e, when: 1999}\n" if "as e" in denial else ""
    assert asks(denial, f"{condition} and {ALIVE}", more) == ROLES[denial, condition]


PERIODS = {
    ("", ""): True,
    ("during 2012", ""): True,  # a condition without a phrase asks for any period
    ("", "during 2012-03"): True,
    ("", "since 2012"): True,
    ("during 2012", "during 2012-03"): True,
    ("during 2012", "during 2012"): True,
    ("during 2012-03", "during 2012"): False,
    ("during 2012", "during 2011-12"): False,
    ("during 2012", "since 2012"): False,
    ("since 2011", "during 2012-03"): True,
    ("since 2012", "during 2012-03"): False,  # it denies from the end of 2012 on
    ("since 2011", "since 2012"): True,
    ("since 2011", "after 2011"): True,
    ("after 2011", "since 2011"): False,  # by one minute
    ("after 2011", "during 2012-01"): True,
    ("before 2012", "during 2011-12"): True,
    ("before 2012", "until 2012"): True,
    ("until 2011", "before 2012"): False,
    ("before 2012", "during 2012-01"): False,
    ("before 2012", "after 2012"): False,
    ("during T", "during 2012"): True,  # the truce, or whatever T is, contains 2012
    ("during t", "during T"): True,
    ("", "during T"): True,
    ("since t", "since T"): True,
}


@pytest.mark.parametrize(("denied", "asked"), PERIODS)
def test_the_period_denied_contains_all_of_the_period_asked(denied: str, asked: str) -> None:
    denial = f"not attack(by ann) {denied}".replace(" T", " t").strip()
    assert asks(denial, f"not attack(by X) {asked} and {ALIVE}") == PERIODS[denied, asked]


def test_whether_a_period_is_contained_is_seen_in_each_world() -> None:
    """The state contains 2012: the denial reaches no further than it if the state is short, and not so far if it is long."""
    told = GIVEN + "  - {id: d, says: not attack(by ann) during 2010/2013}\n"
    premises = {}
    for key in ("never", "must"):
        (part,) = found(told, TESTED % (key, f"not attack(by X) during T and {ALIVE}")).explanations
        (judgement,) = part.judgements
        assert judgement.verdict.value == "tension"
        premises[key] = [(limit.left[:1], limit.right[:1]) for limit in judgement.premises]
    assert premises == {"never": [("e", "s")], "must": [("s", ""), ("", "e")]}


def test_times_do_not_bear_on_what_stands() -> None:
    """The rule stands in both repaired dossiers, and may be broken in that of the longer denial alone."""
    told = (
        GIVEN
        + """  - {id: long, says: not attack(by ann) during 2009/2014 and listed(ann)}
  - {id: short, says: not attack(by ann) during 2012-03 and listed(bob)}
"""
    )
    rules = """rules:
  - {id: r, given: ['leads(X, _) as T', not attack(by X) during T], never: T is T}
  - {id: c, given: [listed(X), listed(Y)], never: X is not Y, certain: true}
"""
    assert verdicts(told, rules)["r(ann, t)"] == "conditional"


@pytest.mark.parametrize(
    ("says", "condition", "served"),
    [
        ("attack(by ann) as e", "not attack(by X)", True),
        ("attack(by ann) as e", "not attack(by X) during 2012", True),
        ("attack(by ann) as e", "not bombing(by X)", True),
        ("attack(by ann) as e during 2012", "not attack(by X) during 2012-03", True),
        ("attack(by ann) as e during 2012", "not attack(by X) during 2013", False),
        ("attack(by ann) as e and e during 2012", "not attack(by X) during 2012-03", True),
        ("'attack(by ann, on cem) as e'", "not attack(by X)", False),
        ("attack(by ann) as e before 2012", "not attack(by X) during 2011", False),
        ("attack(by ann) as e and listed(ann)", "not attack(by X)", False),
        ("attack(by ann) as e and letter before memo", "not attack(by X)", False),
        ("'toll(count about 50) as e'", "not toll(count 52)", True),
        ("'toll(count about 50) as e'", "not toll(count 56)", False),
        ("'toll(count about 50) as e'", "not toll(count _)", True),
        ("listed(ann)", "not listed(X)", True),
    ],
)
def test_the_denial_of_a_statement_serves_as_one(says: str, condition: str, *, served: bool) -> None:
    more = f"  - {{id: s, says: {says}}}\n"
    told = GIVEN + more + "  - {id: d, says: not s, certain: true}\n"
    unmet = "accept(l) + keep(r)" in conflicts(told, TESTED % ("must", f"{condition} and {ALIVE}"))
    assert unmet != served


def test_the_date_of_a_statement_is_the_period_that_its_denial_denies() -> None:
    more = "  - {id: s, says: attack(by ann) as e, when: 2012-05}\n"
    assert asks_of_s(more, "during 2012-05-03")
    assert not asks_of_s(more, "during 2012-06")


def asks_of_s(more: str, phrase: str) -> bool:
    told = GIVEN + more + "  - {id: d, says: not s, certain: true}\n"
    return "accept(l) + keep(r)" not in conflicts(told, TESTED % ("must", f"not attack(by X) {phrase} and {ALIVE}"))


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("given: ['leads(X, _) as T', not attack(by X) during 2012-03], never: T is T", True),
        ("given: ['leads(X, _) as T', not attack(by X) during 2013], never: T is T", False),
        ("given: ['leads(X, _) as T'], unless: not attack(by X) during 2012-03, never: T is T", False),
        ("given: ['leads(X, _) as T'], unless: not attack(by X) during 2013, never: T is T", True),
        ("given: ['leads(X, _) as T', not attack(by X) during 2012-03 or listed(X)], never: T is T", True),
        ("given: ['leads(X, _) as T', not attack(by X) during 2013 or listed(X)], never: T is T", False),
        ("given: ['leads(_, _) as T'], never: 'no Y with (leads(Y, _) and not attack(by Y) during 2013) and T is T'", True),
        ("given: ['leads(_, _) as T'], never: 'no Y with (leads(Y, _) and not attack(by Y) during 2012) and T is T'", False),
    ],
)
def test_a_denial_is_asked_for_wherever_a_condition_stands(rule: str, *, broken: bool) -> None:
    told = GIVEN + "  - {id: d, says: not attack(by ann) during 2012}\n"
    judged = verdicts(told, f"rules:\n  - {{id: r, {rule}}}\n")
    assert ("certain" in judged.values()) == broken


def test_a_rule_denies_for_others_and_for_itself() -> None:
    rules = """rules:
      - {id: a, given: ['leads(X, _) as T'], then: not attack(by X) during T, certain: true}
      - {id: b, given: ['leads(_, Y)', not attack(by X) during 2012, 'leads(X, Y)'], then: not attack(by Y) since 2011, certain: true}
      - {id: c, given: ['leads(_, Y)', not attack(by Y) during 2012-06], never: Y is Y}
    """
    assert conflicts(GIVEN, rules) == ["accept(l) + keep(c)"]


def test_what_a_denial_tells_holds_of_all_names_of_a_thing() -> None:
    more = "  - {id: i, says: ann is cem}\n"
    assert asks("not attack(by cem)", f"not attack(by X) and {ALIVE}", more.replace("}", ", certain: true}"))


def test_a_supposed_denial_denies_what_was_missing() -> None:
    told = GIVEN + "  - {id: e, says: attack(by ann) as e1, when: 2011}\n"
    rules = TESTED % ("must", "notice(of E) and not attack(by X) during T") + "    text: $Y\n"
    rules = rules.replace("'leads(X, Y) as T'", "'leads(X, Y) as T', attack(by X) as E")
    (conflict,) = conflicts(told, rules)
    assert "absent(" in conflict


def test_a_denial_binds_nothing() -> None:
    rules = "rules:\n  - {id: r, given: [not attack(by X)], never: listed(X)}\n"
    with pytest.raises(Rejected, match="T050"):
        verdicts(GIVEN, rules)


def test_a_number_that_is_worked_out_may_be_asked_for() -> None:
    rules = "rules:\n  - {id: r, given: ['toll(count N) as E', M = N + 1, not toll(count M)], never: E is E}\n"
    told = "statements:\n  - {id: s, says: 'toll(count 11) as e1'}\n  - {id: d, says: 'not toll(count 12)'}\n"
    assert list(verdicts(told, rules).values()) == ["certain"]
