"""One namespace for all that has a name, and the names in sentences."""

import pytest

from reasoner.theory.ir import Sort

SAID = "name a statement, or write what is said, as in `that attack(..)`"
TIMELESS = "only what happens or holds has times, such as the `e` of `attack(..) as e`"


def named(theory, which):
    return [name.sort for name in theory.names if name.id == which]


def test_an_occurrence_may_have_the_id_of_its_own_statement(resolved):
    theory = resolved("statements: [{id: raid, says: attack(by mujao)}]\n")
    assert named(theory, "raid") == [Sort.STATEMENT, Sort.OCCURRENCE]


def test_several_statements_may_describe_one_occurrence(faults):
    assert (
        faults("statements:\n  - {id: raid, says: attack(by mujao)}\n  - {id: more, says: bombing(on algeria) as raid}\n") == []
    )


def test_a_source_with_the_name_of_an_actor_is_that_actor(resolved):
    theory = resolved(
        "sources: {algeria: {trust: 0.5}}\nstatements: [{id: s, says: attack(by mujao), sources: [algeria, memo]}]\n"
    )
    assert named(theory, "algeria") == [Sort.ACTOR]
    assert [source for source, _ in theory.trusts] == ["algeria", "memo"]
    assert theory.notes == ()


def test_a_source_is_declared_by_its_first_use_with_a_note(faults, resolved):
    rows = "sources: {wikileaks: {}}\nstatements: [{id: s, says: attack(by mujao), sources: [wikileak]}]\n"
    assert faults(rows) == ["T005 the source `wikileak` is declared by this first use | if `wikileaks` is meant, write that"]
    assert named(resolved(rows), "wikileak") == [Sort.SOURCE]


def test_kinds_of_a_thing_are_its_own_and_its_section(resolved):
    mujao = next(name for name in resolved().names if name.id == "mujao")
    assert mujao.kinds == ("armed-group", "actor")


def test_both_places_of_a_double_name_are_told(faults):
    found = faults("sources: {gao: {}}\nstatements: [{id: mujao, says: attack(by algeria)}]\n")
    assert found[:2] == [
        "T001 the source `gao` has the name of the place at facts.yaml:7:3 | names are given once; choose another",
        "T001 the statement `mujao` has the name of the actor at facts.yaml:5:3 | names are given once; choose another",
    ]


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ("attack(by algerai)", "T002 no actor is called `algerai` | did you mean `algeria`?"),
        ("attack(by gao)", "T003 `gao` is a place; an actor is wanted here | did you mean `at gao`?"),
        ("attack(by raid)", "T003 `raid` is an occurrence; an actor is wanted here | "),
        ("attack(killed gao)", "T034 `gao` is a name; a number is wanted in the role `killed` | "),
        ("attack(by 12)", "T034 this is a number; an actor is wanted in the role `by` | "),
        ("called(gao, mujao)", 'T034 `mujao` is a name; a text is wanted as argument 2 | write `"mujao"`'),
        ("knows(algeria, gao)", f"T003 `gao` is a place; a statement is wanted here | {SAID}"),
        ("cause(raid, of raid)", "T034 `raid` is an event; a state is wanted in the role `of` | "),
        ("attack(by _)", "T039 `_` says nothing of who or what it is | name it, or leave the role out"),
        ("raid before ride", "T004 no statement says what `ride` is: a name without any kind | did you mean `raid`?"),
        ("s1 before 2012", "T003 `s1` is a statement; an occurrence is wanted here | it tells of `raid`; write that"),
        ("start of gao before 2012", f"T003 `gao` is a place; an occurrence is wanted here | {TIMELESS}"),
        ("raid is rad", "T002 no thing or occurrence is called `rad` | did you mean `raid`?"),
        ("raid is gao", "T009 `raid` is an occurrence and `gao` a place: they cannot be one | "),
        ("raid is peace", "T009 `raid` is an event and `peace` a state: they cannot be one | "),
        ("not riad", "T002 no statement or occurrence is called `riad` | did you mean `raid`?"),
        ("raid is a bomb", "T038 no kind is called `bomb` | did you mean `bombing`?"),
        ("gao is a bombing", f"T003 `gao` is a place; an occurrence is wanted here | {TIMELESS}"),
        ("raid is an armed-group", "T003 `raid` is an occurrence; a thing is wanted here | "),
        ("attack(by Algeria)", "T050 the variable `Algeria` is bound nowhere | did you mean the actor `algeria`?"),
        ("gao retracts s1", "T003 `gao` is a place; a statement is wanted here | "),
        ("memo terminates raid", "T003 `raid` is an event; only a state is terminated | "),
        (
            "truce(algeria, mujao) as raid",
            "T008 `raid` is a state here, and an event at facts.yaml:13:33 | give one of them another name",
        ),
        (
            "attack(by mujao) as s1",
            "T001 the occurrence `s1` has the name of the statement at facts.yaml:12:9 | names are given once; choose another",
        ),
    ],
)
def test_a_name_that_does_not_fit(faults, says, fault):
    rows = f"""\
statements:
  - id: s1
    says: attack(on algeria) as raid
  - id: s2
    says: truce(algeria, mujao) as peace
  - id: s3
    says: {says}
"""
    assert fault in faults(rows)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("sources: {a: {of: nobody}}", "T002 no actor or source is called `nobody` | "),
        (
            "sources: {a: {of: b}, b: {of: a}}",
            "T006 these sources stand for each other in a circle: `a` of `b` of `a` | leave out one `of`",
        ),
        (
            "statements: [{id: s, says: attack(by mujao), sources: [memo, algeria, memo]}]",
            "T007 `memo` stands twice in one chain | a chain leads from the innermost source outwards, each once",
        ),
        (
            "statements: [{id: s, says: attack(by mujao), sources: [gao]}]",
            "T003 `gao` is the place at facts.yaml:7:3, and cannot be a source | a source is an actor, a document, or a name of its own",
        ),
        ("statements: [{id: s, says: attack(by mujao), retracts: [t]}]", "T002 no statement is called `t` | "),
        (
            "hypotheses: [{id: h, says: attack(by mujao), implied-by: [mem]}]",
            "T002 no source, actor or document is called `mem` | did you mean `memo`?",
        ),
        ("contradictions: [{id: c, by: [memo], dilemma: [s1, s2]}]", "T002 no statement is called `s1` | "),
        (
            "dossier: d\ndocuments: {letter: {dated: after memo}}",
            "T063 `dated` of `letter` takes a date | say anything else in a statement, as in `letter after 2012`",
        ),
        ("dossier: d\nactors: {x: {kind: persn}}", "T038 no kind is called `persn` | did you mean `person`?"),
        (
            "dossier: d\nactors: {x: {kind: attack}}",
            "T038 `attack` is an event, not a kind of thing | kinds of things here: `person` and `armed-group`",
        ),
    ],
)
def test_what_entries_name_is_known(faults, rows, fault):
    assert fault in faults(f"{rows}\n")
