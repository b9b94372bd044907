"""What only follows from a fault is not told; what does not follow from it is."""

import pytest


def codes(found):
    return [fault.split()[0] for fault in found]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # a name that a sentence with a fault may have given to something
        ("  - {id: a, says: attack(by mujao) as raid durng 2012}\n  - {id: b, says: raid before 2013}\n", ["L010"]),
        ("  - {id: a, says: attack(by mujao) durng 2012}\n  - {id: b, says: a before 2013}\n", ["L010"]),
        ("  - {id: a, says: attack(by mujao) as raid durng 2012}\n  - {id: b, says: riad before 2013}\n", ["L010", "T004"]),
        ("  - {id: a, says: attack(by mujao) as Gao-Raid}\n  - {id: b, says: gao-raid before 2013}\n", ["L011"]),
        # an id with a fault, and one that is missing
        ("  - {id: First_Raid, says: attack(by mujao)}\n  - {id: b, says: not first-raid}\n", ["D026"]),
        ("  - {id: First_Raid, says: attack(by mujao)}\n  - {id: b, says: not second}\n", ["D026", "T002"]),
        ("  - {says: attack(by mujao)}\n  - {id: b, says: not c}\n", ["D021"]),
        ("  - {says: attack(by mujao)}\n  - {id: b, says: attack(by zorro)}\n", ["D021", "T002"]),
        # a section that cannot be read, one key that nobody knows
        ("  - {id: b, says: attack(by zorro)}\nsources: [zorro]\n", ["D023"]),
        ("  - {id: a, sayz: attack(by mujao) as raid}\n  - {id: b, says: raid before 2013}\n", ["D020"]),
        ("  - {id: a, sayz: attack(by mujao) as raid, when: 2012-13}\n", ["D020", "L020"]),
        # times of a clock that is not known, a period of a sentence that is not
        ("  - {id: a, says: attack(by mujao), when: 2012-01-01T10:00:10Z}\nclock: milisecond\n", ["D029"]),
        ("  - {id: a, says: attack(by mujoa) as raid durng 2012, when: after momo}\n", ["L010", "T004"]),
        # a word that is none is not counted among what happens
        ("  - {id: a, says: 'attack(by mujao) and prt-of(gao, ouargla)', when: 2012}\n", ["T030"]),
        ("  - {id: a, says: memo is a lettre}\n  - {id: b, says: memo before 2013}\n", ["T038"]),
        ("  - {id: a, says: gao is a bombng}\n", ["T038"]),
        ("  - {id: a, says: x is a bombng}\n  - {id: b, says: x before 2013}\n", ["T038"]),
        ("  - {id: a, says: 'part-of(gao, ouargla) as p'}\n  - {id: b, says: p before 2013}\n", ["T035"]),
        ("  - {id: a, says: attack(by mujao) as algeria}\n  - {id: b, says: algeria before 2013}\n", ["T001"]),
        # two occurrences without a name: neither is that of the statement
        ("  - {id: a, says: attack(by mujao) and attack(by algeria)}\n  - {id: b, says: a before 2013}\n", ["T040"]),
    ],
)
def test_of_statements(faults, facts, expected):
    assert codes(faults(f"statements:\n{facts}")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('  raid: {event: "by actor,"}\n', ["D061"]),
        ('  raid: {evnt: "by actor"}\n', ["D020"]),
        ("  raid: {is: atack}\n", ["T021"]),
        ("  raid: {is: foray}\n  foray: {is: raid}\n", ["T022"]),
        ('  raid: {event: "by actor"}\n  raid-2: {is: raid, state: "actor"}\n', ["T031", "T031", "T023"]),
        ('  raid: {is: sally}\n  sally: {event: "by actor and more"}\n', ["D061"]),
        ('  raid: {event: "by actor, from actor", symmetric: yes}\n', ["T031", "T031", "D028"]),
        ('  Raid: {event: "by actor"}\n', ["D026"]),
        ('  number: {event: "by actor"}\n  raid: {is: number}\n', ["T027"]),
        ('  raid: {event: "by actr"}\n', ["T031", "T031", "T024"]),
    ],
)
def test_of_a_word_that_is_used_in_ways_that_nobody_can_judge(faults, words, expected):
    """The statements use it with roles that it may not have."""
    facts = "statements:\n  - {id: a, says: 'raid(by mujao, near gao, killed 3)'}\n"
    assert codes(faults(facts, words)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("given: [truce(A, B) as T, attack(by A on B) as E]\n    never: E during T", ["D013", "L017"]),
        ("given:\n      - truce(A, B) as T\n      - attack(by A on B) as E\n    never: E during T", ["L017"]),
        (
            "given:\n      - truce(A, B) as T\n      - attack(by A on B) as E\n    never: E during T and F before E",
            ["L017", "T050"],
        ),
        ("given: truce(_, _) as T\n    nevr: T before 2012", ["D020"]),
        ("given: truce(A, B) as T", ["D070"]),
        ("given:\n    never: T before 2012", ["D025"]),
        ("given: attack(by A on _) as E\n    then: leads(A, A) as E", ["L017"]),
        ("given: attack(by A) as E\n    must: leads(A, A) since E durng F\n    norm: true", ["L010"]),
        ("text: $A and $B: so\n    given: truce(A, B) as T\n    never: T before 2012", ["D012"]),
        ("text: $A rests\n    given: truce(A, B) as T\n    never: T before 2012", ["T051"]),
        ("given: attack(by A) as E\n    then: at least 2 S with attack(by S, on A)", ["T052", "T051"]),
        ("given: atack(by A) as E\n    then: leads(A, A) as E", ["T030"]),
    ],
)
def test_of_a_rule_with_a_line_that_cannot_be_read(faults, rule, expected):
    assert sorted(codes(faults(rules=f"rules:\n  - id: r\n    {rule}\n"))) == sorted(expected)


def test_of_a_use_of_packs_that_is_not_known(faults):
    facts = "use: [words]\nstatements: [{id: a, says: raid(by mujao)}, {id: b, says: attack(by zorro)}]\n"
    assert codes(faults(facts)) == ["D023", "T002"]


def test_a_warning_hides_nothing(faults):
    """A text that is cut by ` #` is read, so that nothing may stand in it that is missed elsewhere."""
    assert codes(faults("statements:\n  - id: a\n    says: attack(by zorro) as e #zorro was here\n")) == ["T002"]
