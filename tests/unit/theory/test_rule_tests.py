"""The tests of a rule become little dossiers."""

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.rule_tests import run_tests
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Sort
from reasoner.theory.tests import dossier_of

PACK = """\
pack: truces
vocabulary:
  group: {kind: thing}
  attack: {event: "by actor, on actor, at place"}
  truce: {state: "actor, actor"}
  leads: {state: "actor, group"}
  seen-in: {fact: "thing, document"}
parameters: {long: 3 days}
rules:
  - id: none
    given:
      - truce(A, B) as T
      - attack(by A, on B) as E
    never: E during T
    tests:
      - facts:
          - truce(a, b) as t
          - attack(by a, on b, at p)
          - line-2 during t
          - leads(a, g)
          - seen-in(p, m)
          - t lasts at least $long
        expect: certain
  - id: kept-alone
    given:
      - truce(A, _) as T
      - leads(A, _) as S
    never: S intersects T
  - id: derives
    given:
      - leads(A, G)
      - attack(by G) as E
    then: attack(by A) as E
"""
OTHER = """\
pack: other
rules:
  - id: more
    given:
      - leads(A, G)
      - attack(by G) as E
    then: attack(by A) as E
"""


def little(facts=""):
    dossier = read([SourceFile("a.yaml", PACK), SourceFile("b.yaml", OTHER), *([SourceFile("f.yaml", facts)] if facts else [])])
    rule = dossier.packs[0].rules[0]
    return dossier_of(rule.tests[0], rule, dossier)


def test_it_resolves_with_its_lines_as_statements():
    theory = resolve(little())
    assert [said.id for said in theory.said] == [f"line-{nth}" for nth in range(1, 7)]
    assert theory.notes == ()


def test_the_rule_and_what_its_pack_derives_are_in_play():
    assert [law.id for law in resolve(little()).laws] == ["none", "derives"]


def test_names_are_declared_by_the_roles_that_they_stand_in():
    sorts = {name.id: name.sort for name in resolve(little()).names if name.id in "abgmp"}
    assert sorts == {"a": Sort.ACTOR, "b": Sort.ACTOR, "g": Sort.ACTOR, "m": Sort.DOCUMENT, "p": Sort.PLACE}
    kinds = {thing.id: thing.kind for thing in little().things}
    assert kinds["g"] == "group"


def test_clock_and_zone_are_those_of_the_dossier():
    made = little("dossier: d\nzone: Africa/Algiers\nclock: second\n")
    assert (made.zone, made.clock.name) == ("Africa/Algiers", "SECOND")


SECONDS = """\
pack: alerts
vocabulary:
  alert: {event: ""}
  ack: {event: ""}
parameters: {soon: SOON}
rules:
  - id: in-time
    given: alert() as A
    must: ack() within $soon after A
    tests:
      - facts: [alert() as a and a during AT, "ack() as k and k during 2023-03-16T10:02"]
        expect: certain
        reported: 2023-03-17
"""


@pytest.mark.parametrize(
    ("soon", "at", "clock"),
    [
        ("30 seconds", "2023-03-16T10:00", "SECOND"),
        ("1.5 minutes", "2023-03-16T10:00", "SECOND"),
        ("1 minute", "2023-03-16T10:00:05", "SECOND"),
        ("0.5 hours", "2023-03-16T10:00", "MINUTE"),
        ("1 month", "2023-03-16T10:00", "MINUTE"),
    ],
)
def test_rules_without_a_dossier_have_the_clock_that_they_need(soon, at, clock):
    assert read([SourceFile("a.yaml", SECONDS.replace("SOON", soon).replace("AT", at))]).clock.name == clock


def test_rules_in_seconds_can_be_tested():
    (tried,) = run_tests(read([SourceFile("a.yaml", SECONDS.replace("SOON", "30 seconds").replace("AT", "2023-03-16T10:00"))]))
    assert tried.passed


def test_a_test_may_have_a_clock_of_its_own():
    pack = SECONDS.replace("SOON", "1 minute").replace("AT", "2023-03-16T10:00") + "        clock: hour\n"
    dossier = read([SourceFile("a.yaml", pack), SourceFile("f.yaml", "dossier: d\nclock: second\n")])
    rule = dossier.packs[0].rules[0]
    assert dossier_of(rule.tests[0], rule, dossier).clock.name == "HOUR"
    (tried,) = run_tests(dossier)
    assert [fault.code for fault in tried.faults] == ["T060", "T060", "T060"]


# ---------------------------------------------------------------- what is the rule's doing, and what is not

LATE = """\
pack: lateness
vocabulary:
  begin: {event: "by actor"}
  end: {event: "by actor"}
  late: {fact: "actor"}
rules:
  - id: r
    certain: true
    RULE
    tests:
      - facts:
          - begin(by a) as e
          - end(by a)
FACTS
        expect: EXPECT
"""
CONCLUDES = "given: [begin(by A), end(by A)]\n    then: late(A)"
IN_ASP = """asp: 'fact("late",A) :- kind(E,"begin"), role(E,"by",A), kind(F,"end"), role(F,"by",A).'\n    defines: [late]"""
CLASH = ("e during 2018", "e during 2019")


def late(rule: str, expect: str, *facts: str):
    text = (
        LATE.replace("RULE", rule).replace("EXPECT", expect).replace("FACTS", "\n".join(f"          - {one}" for one in facts))
    )
    (tried,) = run_tests(read([SourceFile("a.yaml", text)]))
    assert tried.faults == ()
    return tried


@pytest.mark.parametrize("rule", [CONCLUDES, IN_ASP])
def test_what_facts_do_by_themselves_is_not_the_doing_of_a_certain_rule(rule):
    tried = late(rule, "certain", *CLASH)
    assert (tried.passed, tried.came.verdict.value, tried.came.clash) == (False, "none", (3, 4))


@pytest.mark.parametrize("rule", [CONCLUDES, IN_ASP])
def test_a_clash_that_a_certain_rule_brings_about_is_its_own(rule):
    tried = late(rule, "certain", "not late(a)")
    assert (tried.passed, tried.came.members, tried.came.clash) == (True, ((1, 2, 3),), None)


def test_what_may_clash_without_the_rule_is_no_tension_of_it():
    tried = late(CONCLUDES, "tension", "begin(by b) as f", "f during 2018-05", "not begin(by b) during 2018-05-05")
    assert (tried.passed, tried.came.verdict.value) == (False, "none")
