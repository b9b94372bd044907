"""The tests of a rule become little dossiers."""

from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
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
