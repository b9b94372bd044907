"""Packs, parameters, and what is in play."""

from fractions import Fraction

import pytest

from reasoner.diagnostics import Rejected
from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.language.to_text import to_text
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Selection

WORDS = 'vocabulary: {breach: {event: "of thing"}, notice: {event: "of event"}}\n'
PACK = f"""\
pack: duties
parameters: {{notice: 72 hours}}
{WORDS}rules:
  - id: in-time
    given: [breach() as E]
    must: notice(of E) within $notice after E
  - id: no-second
    given: [breach() as E, breach() as F]
    never: E before F
    trust: 0.7
"""
OTHER = "pack: other\nrules:\n  - id: in-time\n    given: [breach() as E]\n    never: E before 2012\n"
STATED = """\
statements:
  - {id: s, says: breach(), sources: [reuters]}
  - {id: t, says: breach(), certain: true}
hypotheses:
  - {id: h, says: breach()}
"""


ALL = Selection()


def theory(head, *packs, selection=ALL):
    files = [SourceFile("facts.yaml", f"dossier: d\n{head}"), *(SourceFile(f"{n}.yaml", pack) for n, pack in enumerate(packs))]
    return resolve(read(files), selection)


def ids(head, *packs):
    return [(law.id, law.pack) for law in theory(head, *packs).laws]


def test_without_use_all_packs_count_and_ids_that_clash_name_their_pack():
    assert ids("", PACK, OTHER) == [("duties/in-time", "duties"), ("no-second", "duties"), ("other/in-time", "other")]


def test_with_use_only_the_packs_named_count():
    assert ids("use: [{pack: duties, without: [no-second]}]\n", PACK, OTHER) == [("in-time", "duties")]
    assert ids("use: []\n", PACK, OTHER) == []


def test_a_rule_may_be_changed():
    law = theory("use: [{pack: duties, change: {no-second: {certain: true}}}]\n", PACK).laws[1]
    assert (law.kept, law.trust) == (False, None)
    law = theory("use: [{pack: duties, change: {no-second: {trust: 0.2}}}]\n", PACK).laws[1]
    assert (law.kept, law.trust) == (True, Fraction(1, 5))


@pytest.mark.parametrize(
    ("head", "length"),
    [
        ("", "72 hours"),
        ("parameters: {notice: 48 hours}\n", "72 hours"),
        ("use: [{pack: duties, with: {notice: 48 hours}}]\n", "48 hours"),
    ],
)
def test_a_dossier_gives_a_parameter_another_value_only_by_with(head, length):
    assert to_text(theory(head, PACK).laws[0].must[0]).endswith(f"within {length} after E")


def faults(head, *packs, selection=ALL):
    with pytest.raises(Rejected) as caught:
        theory(head, *packs, selection=selection)
    return [f"{one.code} {one.message} | {one.help}" for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("use: [{pack: duty}]\n", "T010 no pack that was read is called `duty` | did you mean `duties`?"),
        ("use: [{pack: duties}, {pack: duties}]\n", "T011 the pack `duties` is used twice | write its changes in one entry"),
        (
            "use: [{pack: duties, without: [no-secnd]}]\n",
            "T012 the pack `duties` has no rule `no-secnd` | did you mean `no-second`?",
        ),
        ("use: [{pack: duties, change: {x-y: {trust: 0.4}}}]\n", "T012 the pack `duties` has no rule `x-y` | "),
        (
            "use: [{pack: duties, with: {notise: 2 days}}]\n",
            "T014 the pack `duties` has no parameter `notise` | did you mean `notice`?",
        ),
        (
            "use: [{pack: duties, with: {notice: 72}}]\n",
            "T016 `notice` of the pack `duties` is a length, and this is a number | a length has a unit, as in `72 hours`",
        ),
        (
            "parameters: {shortly: 3 days}\nstatements:\n  - {id: s, says: breach(), when: within $shortl after 2012}\n",
            "T014 no parameter is called `$shortl` | did you mean `$shortly`?",
        ),
        ("zone: Africa/Alger\n", "T061 there is no time zone `Africa/Alger` | did you mean `Africa/Algiers`?"),
    ],
)
def test_what_use_and_parameters_name_is_known(head, fault):
    assert fault in faults(head, PACK)


def off(selection):
    found = theory(STATED, PACK, selection=selection)
    return [one.id for one in (*found.said, *found.laws) if one.off]


@pytest.mark.parametrize(
    ("selection", "out"),
    [
        (Selection(), []),
        (Selection(without=("s", "in-time")), ["s", "in-time"]),
        (Selection(without=("t",)), ["t"]),
        (Selection(without=("duties/no-second",)), ["no-second"]),
        (Selection(without=("reuters",)), ["s"]),
        (Selection(without=("accept(s)", "keep(no-second)")), ["s", "no-second"]),
        (Selection(without=("trust(reuters)",)), ["s"]),
        (Selection(without=("link(s, 1)",)), ["s"]),
        (Selection(without=("absent(h)",)), []),
        (Selection(only=("accept(s)", "keep(in-time)")), ["h", "no-second"]),
        (Selection(only=("absent(h)", "reuters")), ["in-time", "no-second"]),
        (Selection(only=("link(s, 1)",)), ["h", "in-time", "no-second"]),
        (Selection(only=("s",)), ["h", "in-time", "no-second"]),
        (Selection(only=("no-second", "h")), ["s", "in-time"]),
        (Selection(only=(), adopt=("h",)), ["s", "in-time", "no-second"]),
    ],
)
def test_what_is_out_of_play(selection, out):
    assert off(selection) == out


CHAINS = """\
actors: {ann: {}}
sources: {interview: {of: ann}, letter: {of: ann}, log: {}, stamp: {trust: 1}}
statements:
  - {id: a, says: breach() as x, sources: [interview]}
  - {id: b, says: breach() as y, sources: [log, letter]}
  - {id: c, says: breach() as z, sources: [stamp, log]}
  - {id: sure, says: breach() as v, sources: [log], certain: true}
  - {id: own, says: breach() as w}
  - id: choice
    readings: [{says: x before y, name: one}, {says: y before x, name: other}]
"""


def out_of_chains(selection):
    return [one.id for one in theory(CHAINS, PACK, selection=selection).said if one.off]


@pytest.mark.parametrize(
    ("without", "out"),
    [
        ("ann", ["a", "b"]),
        ("trust(ann)", ["a", "b"]),
        ("interview", ["a"]),
        ("log", ["b", "c"]),
        ("stamp", ["c"]),
        ("link(b, 2)", ["b"]),
        ("d", ["own", "choice"]),
        ("trust(d)", ["own", "choice"]),
        ("sure", ["sure"]),
        ("reading(choice)", []),
    ],
)
def test_what_comes_through_a_source_goes_with_it_but_for_what_is_certain(without, out):
    assert out_of_chains(Selection(without=(without,))) == out


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        (("ann",), ["a", "sure"]),
        (("ann", "log"), ["a", "b", "c", "sure"]),
        (("letter", "trust(log)"), ["b", "c", "sure"]),
        (("link(b, 1)",), ["sure"]),
        (("link(b, 1)", "link(b, 2)"), ["b", "sure"]),
        (("link(c, 2)",), ["c", "sure"]),
        (("stamp",), ["sure"]),
        (("d",), ["sure", "own", "choice"]),
        (("reading(choice)",), ["sure", "choice"]),
    ],
)
def test_only_keeps_what_comes_through_named_sources_alone(only, kept):
    said = theory(CHAINS, PACK, selection=Selection(only=only)).said
    assert [one.id for one in said if not one.off] == kept


def test_a_preferred_reading_is_given_up_by_its_name():
    choice = theory(CHAINS, PACK, selection=Selection(without=("reading(choice)",))).said[-1]
    assert (choice.off, choice.preferred) == (False, False)


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("accept(owns)", "accept(own)"),
        ("link(b, 3)", "link(b, 2)"),
        ("reading(chioce)", "reading(choice)"),
        ("trust(lug)", "trust(log)"),
        ("keep(in-tine)", "keep(in-time)"),
    ],
)
def test_a_guard_that_is_not_there_is_told_with_the_nearest_name(given, near):
    assert f"`{given}` | did you mean `{near}`?" in "\n".join(faults(CHAINS, PACK, selection=Selection(without=(given,))))


@pytest.mark.parametrize("given", ["accept(sure)", "reading(a)", "link(sure, 1)", "accept(h)"])
def test_what_cannot_be_given_up_has_no_guard(given):
    assert (
        f"T070 nothing in the dossier or its rules is called `{given}`"
        in faults(CHAINS, PACK, selection=Selection((given,)))[0]
    )


def test_an_adopted_hypothesis_is_a_statement():
    said = theory(STATED, PACK, selection=Selection(adopt=("h",))).said[-1]
    assert (said.id, said.supposed, said.trust) == ("h", False, None)


def test_a_printed_premise_is_adopted_by_its_sentence():
    said = theory(STATED, PACK, selection=Selection(only=("s",), adopt=("start of s by 2012-07-01T00:00",))).said[-1]
    assert (said.id, said.supposed, said.off) == ("start of s by 2012-07-01T00:00", False, False)
    assert to_text(said.readings[0]) == "start of s by 2012-07-01T00:00"


@pytest.mark.parametrize(
    ("selection", "fault"),
    [
        (
            Selection(without=("in-tine",)),
            "T070 nothing in the dossier or its rules is called `in-tine` | did you mean `in-time`?",
        ),
        (
            Selection(only=("reutres",)),
            "T070 nothing in the dossier or its rules is called `reutres` | did you mean `reuters`?",
        ),
        (
            Selection(adopt=("unlike",)),
            "T070 no hypothesis is called `unlike` | adopt a hypothesis by its id, or a premise by its whole sentence",
        ),
        (
            Selection(adopt=("start of breech by 2012",)),
            "T004 no statement says what `breech` is: a name without any kind | say what it is in a statement, as in `attack(..) as breech`",
        ),
    ],
)
def test_an_unknown_id_in_a_selection(selection, fault):
    assert fault in faults(STATED, PACK, selection=selection)


def test_all_faults_come_in_one_run():
    head = "use: [{pack: duties, without: [nobody]}]\n"
    found = faults(head + "statements:\n  - {id: s, says: breech()}\n  - {id: s2, says: s before x}\n", PACK)
    assert [fault.split()[0] for fault in found] == ["T012", "T030", "T004"]


def test_where_a_pack_is_not_known_its_words_are_not_missed():
    found = faults("use: [{pack: duty}]\nstatements:\n  - {id: s, says: breech()}\n  - {id: s2, says: s before x}\n", PACK)
    assert [fault.split()[0] for fault in found] == ["T010", "T004"]
