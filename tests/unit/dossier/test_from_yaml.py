from __future__ import annotations

from fractions import Fraction

import pytest

from reasoner.diagnostics import Severity
from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Contradiction, Dossier, Form, Mark, Parameter, Role, Rule, Statement, Thing, Verdict
from reasoner.files import SourceFile
from reasoner.language.ir import AllOf, FixedLength, Inside, Name, Number, OldAt
from reasoner.language.to_text import to_text
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock, Length, Unit

HEAD = "dossier: gao-truce\n"


def facts(body: str) -> Dossier:
    return read([SourceFile("facts.yaml", HEAD + body)])


def statement(body: str) -> Statement:
    rows = "".join(f"    {row}\n" for row in body.splitlines())
    return facts(f"statements:\n  - id: one\n{rows}").statements[0]


def rule(body: str) -> Rule:
    rows = "".join(f"    {row}\n" for row in body.splitlines())
    return read([SourceFile("rules.yaml", f"pack: agreements\nrules:\n  - id: one\n{rows}")]).packs[0].rules[0]


def refused(*texts: str) -> list[str]:
    found = read([SourceFile(f"{number}.yaml", text) for number, text in enumerate(texts)]).diagnostics
    assert any(one.severity is Severity.ERROR for one in found)
    return [f"{one.span} {one.code}" for one in found]


# ---------------------------------------------------------------- heads and files


def test_a_dossier_says_when_and_where_it_counts_from() -> None:
    found = facts("format: 1\nreported: 2016-03-17\nzone: Africa/Algiers\nclock: second\n")
    assert (found.id, found.reported, found.zone, found.clock) == (
        "gao-truce",
        parse_date("2016-03-17"),
        "Africa/Algiers",
        Clock.SECOND,
    )


def test_what_a_dossier_leaves_out_has_its_default() -> None:
    found = facts("")
    assert found == Dossier("gao-truce")
    assert (found.zone, found.clock, found.use, found.reported) == ("UTC", Clock.MINUTE, None, None)


def test_rules_alone_make_a_dossier_without_a_name() -> None:
    found = read([SourceFile("r.yaml", "pack: agreements\n")])
    assert (found.id, [pack.id for pack in found.packs]) == ("", ["agreements"])


def test_nothing_at_all_makes_an_empty_dossier() -> None:
    assert read([]) == Dossier("")


def test_files_of_one_dossier_are_joined_in_their_order() -> None:
    files = [
        SourceFile("a.yaml", HEAD + "zone: UTC\nactors: {b: {}, a: {}}\n"),
        SourceFile("b.yaml", HEAD + "reported: 2016\nactors: {c: {}}\nplaces: {p: {}}\n"),
    ]
    found = read(files)
    assert [thing.id for thing in found.things] == ["b", "a", "c", "p"]
    assert found.reported == parse_date("2016")


def test_a_setting_may_be_repeated_alike() -> None:
    assert read([SourceFile(path, HEAD + "zone: Africa/Algiers\n") for path in "ab"]).zone == "Africa/Algiers"


def test_a_file_that_is_no_yaml_hides_nothing_of_the_others() -> None:
    assert refused("dossier: [", HEAD + "clock: days\n", "pack: p\nrules: [{id: one}]\n") == [
        "0.yaml:1:10 D001",
        "1.yaml:2:8 D029",
        "2.yaml:2:14 D070",
    ]


def test_warnings_are_kept_as_notes_and_stand_beside_errors() -> None:
    assert [note.code for note in facts("actors: {a: {name: b}} #c\nplaces: {a: {name: b #d\n}}\n").diagnostics] == ["D016"]
    assert refused(HEAD + "zone: UTC #3\nclock: days\n") == ["0.yaml:2:11 D016", "0.yaml:3:8 D029"]


# ---------------------------------------------------------------- things and sources


def test_things_stand_in_their_sections_with_kind_and_other_names() -> None:
    found = facts(
        "actors:\n  belmokhtar: {name: مختار بلمختار, kind: person, also: [خالد أبو العباس]}\nplaces: {gao: }\n"
    ).things
    assert found == (
        Thing("belmokhtar", "actor", "مختار بلمختار", "person", ("خالد أبو العباس",)),
        Thing("gao", "place"),
    )
    assert str(found[0].span) == "facts.yaml:3:3"


def test_a_document_is_dated_by_a_phrase_of_time() -> None:
    (memo,) = facts("documents: {memo-2: {dated: 2013-01-19}}\n").things
    (phrase,) = memo.dated
    assert isinstance(phrase.relation, Inside)


def test_only_documents_are_dated() -> None:
    assert refused(HEAD + "actors: {a: {dated: 2013}}\n") == ["0.yaml:2:14 D020"]


def test_sources_have_a_trust_and_a_party_behind_them() -> None:
    blumenthal, reply = facts("sources:\n  blumenthal: {name: B, trust: 0.6}\n  reply: {of: algeria}\n").sources
    assert (blumenthal.trust, blumenthal.of, reply.trust, reply.of) == (Fraction(3, 5), None, None, Name("algeria"))


# ---------------------------------------------------------------- statements


def test_a_statement_keeps_all_that_is_written() -> None:
    found = statement(
        "says: truce(belmokhtar, algeria) as deal-2\n"
        "when: 2 years old at memo-2\n"
        "sources: [contacts, blumenthal]\n"
        "at: memo-1, paragraph 2\n"
        "said-on: 2013-01-17\n"
        "trust: 0.75\n"
        "retracts: [two]\n"
        "text: The deal\n"
        "note: as told\n",
    )
    assert found.says is not None
    assert to_text(found.says) == "truce(belmokhtar, algeria) as deal-2"
    assert isinstance(found.when[0].relation, OldAt)
    assert found.sources == (Name("contacts"), Name("blumenthal"))
    assert (found.document, found.at) == (Name("memo-1"), "memo-1, paragraph 2")
    assert found.said_on == parse_date("2013-01-17")
    assert (found.trust, found.certain, found.retracts) == (Fraction(3, 4), False, (Name("two"),))
    assert (found.text, found.note) == ("The deal", "as told")


def test_a_place_in_no_document_has_no_document() -> None:
    found = statement("says: raid(a)\nat: Memo 1, page 3\n")
    assert (found.document, found.at) == (None, "Memo 1, page 3")


def test_faults_in_a_sentence_are_told_at_their_place_in_the_file() -> None:
    (found,) = facts(
        "statements:\n  - id: one\n    says: >-\n      truce(a, b) as deal\n      and deal durng 2012\n"
    ).diagnostics
    assert str(found.span) == "facts.yaml:6:16"


def test_several_sentences_in_one_statement_are_joined_by_and() -> None:
    assert isinstance(statement("says: truce(a, b) as t and start of t after e\n").says, AllOf)


def test_a_year_before_christ_is_no_number() -> None:
    (phrase,) = statement("says: raid(caesar)\nwhen: -0044\n").when
    assert isinstance(phrase.relation, Inside)


def test_readings_take_what_the_statement_says_unless_they_say_otherwise() -> None:
    found = statement(
        "says: truce(a, b) as t\n"
        "readings:\n"
        "  - {when: 2 years old at memo, name: an age}\n"
        "  - {when: lasts 2 years, name: a term, trust: 0.3}\n"
        "prefer: none\n",
    )
    assert [(reading.says, reading.name, reading.trust) for reading in found.readings] == [
        (None, "an age", None),
        (None, "a term", Fraction(3, 10)),
    ]
    assert found.prefer is False


def test_without_prefer_the_first_reading_is_preferred() -> None:
    found = statement("readings:\n  - says: raid(a)\n  - says: raid(b)\n")
    assert found.prefer is True
    assert found.says is None


@pytest.mark.parametrize(
    ("written", "value"), [("0", Fraction(0)), ("1", Fraction(1)), ("0.95", Fraction(19, 20)), (".5", Fraction(1, 2))]
)
def test_a_trust_is_exact(written: str, value: Fraction) -> None:
    assert statement(f"says: raid(a)\ntrust: {written}\n").trust == value


@pytest.mark.parametrize("written", ["-0.1", "1.01", "1e-3", "٠", "0x1", "½", "nan", "0.5.1", "1_0", "true"])
def test_what_is_no_trust_is_refused(written: str) -> None:
    assert refused(HEAD + f"statements:\n  - id: a\n    says: raid(b)\n    trust: {written}\n") == ["0.yaml:5:12 D027"]


@pytest.mark.parametrize(
    "id_", ["no", "not", "012", "Gao", "gao_1", "gao-", "-gao", "1-gao", "غاو", "gao 1", "gâo", "the", "by"]
)
def test_what_is_no_name_is_refused(id_: str) -> None:
    assert refused(HEAD + f'statements:\n  - id: "{id_}"\n    says: raid(b)\n') == ["0.yaml:3:9 D026"]


@pytest.mark.parametrize("id_", ["yes", "on-1", "no-1", "null", "true", "e1", "memo-1-b", "day"])
def test_what_yaml_would_read_otherwise_can_be_a_name(id_: str) -> None:
    assert facts(f"statements:\n  - id: {id_}\n    says: raid(b)\n").statements[0].id == id_


# ---------------------------------------------------------------- hypotheses, contradictions, queries, scenarios


def test_a_hypothesis_has_a_likelihood_and_those_who_imply_it() -> None:
    (found,) = facts(
        "hypotheses:\n  - {id: early, says: start of deal before 2012-07-01, implied-by: [article], likely: 0.2}\n"
    ).hypotheses
    assert (found.id, found.implied_by, found.likely) == ("early", (Name("article"),), Fraction(1, 5))


def test_a_contradiction_is_between_statements_or_a_dilemma() -> None:
    found = facts(
        "contradictions:\n"
        "  - {id: one, by: [article], between: [a, b], because: [c, agreements/kept-truce], needs: [d]}\n"
        "  - {id: two, dilemma: [a, b, c], at: p. 2, text: who lied}\n",
    ).contradictions
    assert found == (
        Contradiction(
            "one",
            (Name("article"),),
            (Name("a"), Name("b")),
            (Name("c"), Name("agreements/kept-truce")),
            (Name("d"),),
        ),
        Contradiction("two", dilemma=(Name("a"), Name("b"), Name("c")), at="p. 2", text="who lied"),
    )


def test_queries_and_scenarios_are_read() -> None:
    found = facts(
        "queries:\n"
        "  - id: in-july\n"
        "    ask: truce(belmokhtar, algeria) as T and T intersects 2012-07\n"
        "    expect: possible\n"
        "scenarios:\n"
        "  kept: {accept: [deal], adopt: [early], reject: [correction], read: {stamp: the stamp is in UTC}}\n",
    )
    (query,) = found.queries
    assert (query.id, query.expect) == ("in-july", "possible")
    (scenario,) = found.scenarios
    assert (scenario.id, scenario.accept, scenario.adopt, scenario.reject) == (
        "kept",
        (Name("deal"),),
        (Name("early"),),
        (Name("correction"),),
    )
    assert scenario.read == ((Name("stamp"), Name("the stamp is in UTC")),)


# ---------------------------------------------------------------- parameters and use


def test_a_parameter_is_a_length_a_number_or_a_name() -> None:
    found = facts(
        "parameters:\n"
        "  shortly: 3 days\n"
        "  notice: {value: 72 hours, text: time to notify}\n"
        "  range: 800 km\n"
        "  toll_margin: 1_000.5\n"
        "  party: algeria\n",
    ).parameters
    assert found == (
        Parameter("shortly", FixedLength(Length(((Fraction(3), Unit.DAY),)))),
        Parameter("notice", FixedLength(Length(((Fraction(72), Unit.HOUR),))), "time to notify"),
        Parameter("range", Number(Fraction(800), "km")),
        Parameter("toll_margin", Number(Fraction(2001, 2), decimals=1)),
        Parameter("party", Name("algeria")),
    )


def test_a_pack_is_used_with_values_without_rules_and_changed() -> None:
    (found,) = (
        facts(
            "use: [{pack: agreements, with: {notice: 48 hours}, without: [truce-ends],"
            " change: {one-toll: {trust: 0.8}, a/b: {certain: true}}}]\n",
        ).use
        or ()
    )
    assert (found.pack, found.without) == (Name("agreements"), (Name("truce-ends"),))
    assert found.values[0].value == FixedLength(Length(((Fraction(48), Unit.HOUR),)))
    assert [(change.rule, change.trust, change.certain) for change in found.change] == [
        (Name("one-toll"), Fraction(4, 5), None),
        (Name("a/b"), None, True),
    ]


def test_to_use_nothing_is_not_the_same_as_to_say_nothing_of_it() -> None:
    assert facts("use: []\n").use == ()
    assert facts("").use is None


# ---------------------------------------------------------------- vocabulary


def test_the_vocabulary_has_forms_roles_marks_and_templates() -> None:
    found = facts(
        "vocabulary:\n"
        '  attack: {event: "by actor, on actor,at place", text: "$by attacks $on[ at $at]", past: attacked, denied: not}\n'
        "  bombing: {is: attack}\n"
        '  truce: {state: "actor, actor", symmetric: true, transitive: false}\n'
        '  alarm: {fact: ""}\n'
        "  armed-group: {kind: thing}\n"
        '  part-of: {fact: "thing, thing", transitive: true, reflexive: true, closed: true}\n',
    ).vocabulary
    attack, bombing, truce, alarm, group, part_of = found
    assert attack.form is Form.EVENT
    assert attack.roles == (Role("by", "actor"), Role("on", "actor"), Role("at", "place"))
    assert [str(role.span) for role in attack.roles] == ["facts.yaml:3:20", "facts.yaml:3:30", "facts.yaml:3:39"]
    assert (attack.text, attack.past, attack.denied) == ("$by attacks $on[ at $at]", "attacked", "not")
    assert str(attack.templates[0].span()) == "facts.yaml:3:57"
    assert (bombing.form, bombing.above, bombing.roles) == (None, Name("attack"), ())
    assert (truce.roles, truce.marks) == ((Role("", "actor"), Role("", "actor")), (Mark.SYMMETRIC,))
    assert (alarm.form, alarm.roles) == (Form.FACT, ())
    assert group.form is Form.THING
    assert part_of.marks == (Mark.TRANSITIVE, Mark.REFLEXIVE, Mark.CLOSED)


@pytest.mark.parametrize(
    ("word", "functional"),
    [
        ('{state: "actor, on place", functional: on place}', ("on",)),
        ('{state: "actor, on place", functional: on}', ("on",)),
        ('{state: "actor, on place", functional: $2}', ("$2",)),
        ('{state: "actor, place", functional: place}', ("$2",)),
        ('{state: "actor, on place, in number", functional: [on, in number]}', ("on", "in")),
        ("{is: stay, functional: on place}", ("on",)),
    ],
)
def test_a_functional_role_is_told_by_name_or_place(word: str, functional: tuple[str, ...]) -> None:
    assert facts(f"vocabulary:\n  lives: {word}\n").vocabulary[0].functional == functional


# ---------------------------------------------------------------- rules


def test_a_rule_keeps_all_that_is_written() -> None:
    found = rule(
        "text: While $A keeps a truce with $B, $A rests.\n"
        "given:\n"
        "  - truce(A, B) as T\n"
        "  - attack(by A, on B) as E\n"
        "unless: ended(T)\n"
        "never: E during T\n"
        "norm: true\n"
        "trust: 0.95\n"
        "note: from a treaty\n"
        "tests:\n"
        "  - name: inside\n"
        "    facts:\n"
        "      - truce(a, b) as t\n"
        "      - t contains 2012\n"
        "    expect: certain\n"
        "    members: [1, 2]\n"
        "    reported: 2013\n"
        "  - {facts: truce(x) as t, expect: nothing}\n",
    )
    assert [to_text(line) for line in found.given] == ["truce(A, B) as T", "attack(by A, on B) as E"]
    assert [to_text(line) for line in found.unless + found.never] == ["ended(T)", "E during T"]
    assert (found.pack, found.norm, found.trust, found.certain) == ("agreements", True, Fraction(19, 20), False)
    first, second = found.tests
    assert (first.name, first.expect, first.members, first.reported) == ("inside", Verdict.CERTAIN, (1, 2), parse_date("2013"))
    assert [to_text(fact) for fact in first.facts] == ["truce(a, b) as t", "t contains 2012"]
    assert (second.expect, second.members, len(second.facts)) == (Verdict.NONE, None, 1)
    assert found.text_at is not None
    assert str(found.text_at.span(6, 8)) == "rules.yaml:4:17"


def test_a_conclusion_may_be_a_list() -> None:
    found = rule("given: raid(by A) as E\nthen:\n  - guilty(A)\n  - hunted(A) as T after E\n")
    assert len(found.then) == 2


def test_a_raw_block_keeps_its_lines_and_their_places() -> None:
    found = rule('asp: |\n  far(X) :- fact("at", X).\n\n  :- far(X).\ndefines: [far]\ncertain: true\n')
    assert found.asp == 'far(X) :- fact("at", X).\n\n:- far(X).\n'
    assert found.asp_at is not None
    assert str(found.asp_at.span(found.asp.index(":- far"))) == "rules.yaml:7:7"
    assert (found.defines, found.certain) == (("far",), True)


@pytest.mark.parametrize(
    "body",
    [
        "parameters: {a: %s}\n",
        "parameters: {a: %s days}\n",
        "statements: [{id: a, says: raid(b), trust: 0.%s}]\n",
        "statements: [{id: a, says: raid(count %s)}]\n",
        "statements: [{id: a, says: raid(b), when: 20%s}]\n",
        "actors: {a%s- : {}}\n",
        "format: %s\n",
    ],
)
def test_numbers_of_five_thousand_digits_are_refused_in_a_short_message(body: str) -> None:
    (found,) = facts(body % ("9" * 5000)).diagnostics
    assert len(found.message + found.help) < 250


def test_a_unit_misspelt_is_not_taken_for_a_unit_of_something_else() -> None:
    assert refused(HEAD + "parameters: {a: 3 dayz, b: 3 tons, c: 5 hourse}\n") == ["0.yaml:2:19 L021", "0.yaml:2:41 L021"]
