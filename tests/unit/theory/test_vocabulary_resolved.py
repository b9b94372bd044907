"""Words of the vocabulary, and what they take over from the kinds above them."""

import pytest

from reasoner.dossier.ir import Form, Mark
from reasoner.theory.ir import RoleType


def word(theory, which):
    return next(signature for signature in theory.signatures if signature.id == which)


def test_a_kind_takes_over_form_roles_and_marks(resolved):
    theory = resolved(
        rules="""\
  pact: {is: truce}
  armistice: {is: pact}
  chief: {is: person}
"""
    )
    armistice = word(theory, "armistice")
    assert armistice.form is Form.STATE
    assert armistice.roles == (RoleType("1", "actor"), RoleType("2", "actor"))
    assert armistice.above == ("armistice", "pact", "truce")
    assert armistice.has(Mark.SYMMETRIC)
    assert word(theory, "chief").form is Form.THING
    assert word(theory, "chief").above == ("chief", "person")


def test_a_kind_may_add_roles(resolved):
    theory = resolved(rules='  raid: {is: attack, event: "with thing"}\n')
    assert [role.name for role in word(theory, "raid").roles] == ["by", "on", "at", "killed", "with"]


def test_unnamed_roles_are_numbered_among_themselves(resolved):
    theory = resolved(rules='  gives: {event: "actor, to actor, thing"}\n')
    assert [role.name for role in word(theory, "gives").roles] == ["1", "to", "2"]


def test_words_of_every_vocabulary(resolved):
    assert {"said", "true", "actor", "place", "document"} <= {signature.id for signature in resolved().signatures}
    assert word(resolved(), "said").form is Form.EVENT


def test_a_word_may_be_said_twice_alike(faults):
    rows = 'vocabulary:\n  attack: {event: "by actor, on actor, at place, killed number"}\n'
    assert faults(rows) == []


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("raid: {is: atack}", "T021 no word of the vocabulary is called `atack` | did you mean `attack`?"),
        ("a1: {is: b1}\n  b1: {is: a1}", "T022 these kinds go in a circle: `a1` is `b1` is `a1` | one of them stands on top"),
        (
            'raid: {is: attack, state: "actor"}',
            "T023 `raid` is declared as state, but the kind above it is event | leave out `state`",
        ),
        ('raid: {event: "by actr"}', "T024 no kind is called `actr` | did you mean `actor`?"),
        (
            'raid: {event: "by part-of"}',
            "T024 no kind is called `part-of` | a type is a kind, or a word such as `actor`, `event`, `number`",
        ),
        ('pact: {state: "actor", symmetric: true}', "T025 `pact` is symmetric, but has 1 role | such a word has two roles"),
        (
            'pact: {state: "actor, actor", transitive: true}',
            "T025 `pact` is transitive, but no fact | only a `fact` can be; of occurrences write a rule",
        ),
        (
            "raid: {is: attack, functional: att}",
            "T026 `functional` names the role `att`, which `raid` does not have | did you mean `at`?",
        ),
        ('said: {fact: ""}', "T027 `said` is built in and cannot be declared | choose another word"),
        ('raid: {event: "by actor", text: $by raids $on}', "T028 `raid` has no role `on` | known here: $by"),
    ],
)
def test_a_word_with_a_fault(faults, rows, fault):
    assert fault in faults(rules=f"  {rows}\n")


def test_a_word_said_twice_unlike(faults):
    found = faults('vocabulary:\n  cause: {event: "of state"}\n')
    assert found == ["T020 `cause` is declared otherwise at facts.yaml:12:3: its roles | say a word once, or twice alike"]


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ("atack(by algeria)", "T030 no word of the vocabulary is called `atack` | did you mean `attack`?"),
        ("attack(bye algeria)", "T031 `attack` has no role `bye` | did you mean `by`?"),
        (
            "truce(algeria, mujao, gao)",
            "T032 `truce` takes 2 arguments without a role, and this is one more | its roles: `truce(actor, actor)`",
        ),
        (
            "attack(algeria)",
            "T032 every argument of `attack` has a role, and this one has none | name its role: `by`, `on`, `at` or `killed`",
        ),
        ("attack(by algeria, by mujao)", "T033 the role `by` is told twice | write the sentence twice, once with each"),
        (
            "person(algeria)",
            "T036 `person` is a kind of thing, not something that happens or holds | write `algeria is a person`",
        ),
    ],
)
def test_an_atom_with_a_fault(faults, says, fault):
    assert fault in faults(f"statements:\n  - id: s\n    says: {says}\n")
