"""What becomes of statements and hypotheses."""

from fractions import Fraction

import pytest

from reasoner.language.to_text import to_text


def texts(theory, which):
    said = next(one for one in theory.said if one.id == which)
    return [to_text(reading) for reading in said.readings]


def one(theory, which):
    return next(said for said in theory.said if said.id == which)


def test_an_occurrence_without_a_name_has_that_of_its_statement(resolved):
    theory = resolved("statements: [{id: gao-kidnapping, says: attack(by mujao)}]\n")
    assert texts(theory, "gao-kidnapping") == ["attack(by mujao) as gao-kidnapping"]


def test_a_fact_and_a_denial_get_no_name(resolved):
    theory = resolved(
        """\
statements:
  - id: s
    says: part-of(gao, ouargla)
  - id: t
    says: not attack(by mujao)
  - id: u
    says: knows(algeria, that attack(by mujao))
"""
    )
    assert texts(theory, "s") == ["part-of(1 gao, 2 ouargla)"] or texts(theory, "s")[0].endswith(")")
    assert one(theory, "t").readings[0].name is None
    content = one(theory, "u").readings[0].atom.args[1].value
    assert content.says.name is None


def test_when_is_about_the_one_occurrence(resolved):
    theory = resolved(
        """\
statements:
  - id: s
    says: attack(by mujao) as raid and part-of(gao, ouargla)
    when: 2012-04
"""
    )
    held = one(theory, "s").readings[0].items[-1]
    assert held.subject.id == "raid"


def test_when_of_a_denial_is_the_period_denied(resolved):
    theory = resolved("statements: [{id: s, says: not attack(by mujao), when: 2012}]\n")
    assert texts(theory, "s") == ["not attack(by mujao) during 2012"]


def test_readings_take_what_they_do_not_tell_from_the_statement(resolved):
    theory = resolved(
        """\
statements:
  - id: s
    says: attack(by mujao) as raid
    readings:
      - {when: 2012, name: early, trust: 0.7}
      - {when: 2013, name: late}
"""
    )
    said = one(theory, "s")
    assert len(said.readings) == 2
    assert said.reading_trust == Fraction(7, 10)
    assert said.trust is None


@pytest.mark.parametrize(
    ("keys", "trust"),
    [
        ("", None),
        ("when: 2012?", Fraction(72, 100)),
        ("when: 2012?\n    trust: 0.5", Fraction(4, 10)),
        ("when: 2012?\n    sources: [algeria]", Fraction(8, 10)),
        ("trust: 0.5", Fraction(1, 2)),
    ],
)
def test_a_question_mark_lowers_trust(resolved, keys, trust):
    theory = resolved(f"statements:\n  - id: s\n    says: attack(by mujao)\n    {keys}\n")
    assert one(theory, "s").trust == trust


def test_trust_one_is_certain_and_trust_nothing_is_off(resolved):
    theory = resolved(
        """\
statements:
  - {id: s, says: attack(by mujao), trust: 1}
  - {id: t, says: attack(by mujao), trust: 0}
  - {id: u, says: attack(by mujao), certain: true}
"""
    )
    assert [(said.certain, said.off, said.trust) for said in theory.said] == [
        (True, False, None),
        (False, True, Fraction(0)),
        (True, False, None),
    ]


def test_a_hypothesis_is_as_dear_as_it_is_unlikely(resolved):
    theory = resolved("hypotheses:\n  - {id: h, says: attack(by mujao), likely: 0.2}\n  - {id: g, says: attack(by mujao)}\n")
    assert [(said.supposed, said.trust) for said in theory.said] == [(True, Fraction(4, 5)), (True, None)]


def test_at_names_a_document_only_where_there_is_one(resolved):
    theory = resolved(
        """\
statements:
  - {id: s, says: attack(by mujao), at: "memo, p. 2"}
  - {id: t, says: attack(by mujao), at: "letter, p. 2"}
"""
    )
    assert [said.document for said in theory.said] == ["memo", ""]


def test_the_day_on_which_something_was_said(resolved):
    theory = resolved("statements: [{id: s, says: attack(by mujao), said-on: 1970-01-02}]\n")
    assert (one(theory, "s").said_on.first, one(theory, "s").said_on.last) == (1440, 2879)


def test_reported_is_the_first_tick_of_its_day(resolved):
    assert resolved().reported == 16877 * 1440


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("says: attack(by algeria) and attack(by mujao)", "T040"),
        ("says: attack(by algeria) as a and attack(by mujao) as b\n    when: 2012", "T041"),
        ("says: part-of(gao, ouargla)\n    when: 2012", "T041"),
        ("says: truce(algeria, mujao)\n    when: 2012", "T042"),
        ("says: truce(algeria, mujao)\n    when: '[2011..2012]'", "T042"),
        ("says: not attack(by algeria)\n    when: 3 months after memo", "T043"),
        ("says: not attack(by algeria) not before memo", "T043"),
        ("says: not attack(by algeria) since 2012\n    when: until 2013", "T043"),
        ("says: at least 3 S with attack(by S)", "T044"),
        ("says: part-of(gao, ouargla) during 2012", "T035"),
        ("says: part-of(gao, ouargla) as x", "T035"),
        ("says: not part-of(gao, ouargla) during 2012", "T035"),
        ("says: part-of(gao)", "T037"),
        ("says: memo initiates attack(by mujao)", "T045"),
        ("says: attack(by mujao)\n    when: yesterday", "T048"),
        ("says: attack(by mujao)\n    when: dawn of 2013-01-19T10:00", "T060"),
        ("says: attack(by mujao)\n    when: after thursday", "T062"),
        ("says: attack(by mujao)\n    when: within 3 working-days after memo", "T062"),
        ("says: attack(by mujao)\n    when: 2012-01-01T10:30:10", "T060"),
        ("says: attack(by mujao)\n    when: 10 seconds after memo", "T060"),
        ("says: attack(by mujao)\n    when: 1.3 months after memo", "T060"),
    ],
)
def test_what_cannot_be_said_is_refused(faults, rows, code):
    found = faults(f"statements:\n  - id: s\n    {rows}\n")
    assert code in {fault.split()[0] for fault in found}, found


@pytest.mark.parametrize(
    "rows",
    [
        "says: truce(algeria, mujao)\n    when: 2011/2012",
        "says: truce(algeria, mujao)\n    when: during 2012 and after memo",
        "says: not attack(by algeria)\n    when: since 2012",
        "says: not attack(by algeria) after memo",
        "says: memo is a bombing\n    when: 2012",
        "says: attack(by algeria) as a or attack(by mujao) as b",
        "says: attack(by algeria, killed about 12) as a",
        "says: knows(algeria, s)",
        "says: memo initiates truce(algeria, mujao)",
    ],
)
def test_what_can_be_said_is_let_through(faults, rows):
    assert faults(f"statements:\n  - id: s\n    {rows}\n") == []
