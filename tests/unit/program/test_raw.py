"""Raw ASP blocks: what they do, and that nothing else gets through, with the place of each fault."""

import re
from pathlib import Path

import pytest

import reasoner
from reasoner.explanation.ir import Findings
from reasoner.program.raw_text import LONGEST, decode, encode

RULES = """\
pack: p
vocabulary:
  attack: {{event: "by actor, killed number"}}
  raid: {{is: attack}}
  linked: {{fact: "actor, actor", closed: true}}
  ally: {{fact: "actor, actor", closed: true}}
  busy: {{fact: actor, closed: true}}
rules:
  - id: raw
    defines: [{defines}]
    asp: |
{asp}
"""
FACTS = """\
dossier: d
actors: {a: {}, b: {}, c: {}}
statements:
  - {id: ab, says: "linked(a, b)"}
  - {id: bc, says: "linked(b, c)"}
  - {id: e, says: "attack(by a)"}
  - {id: f, says: "attack(by a)"}
  - {id: g, says: "attack(by b)"}
"""
USED = """\
  - id: allies
    given:
      - ally(A, B)
      - A is not B
    never: attack(by A)
"""


def dossier(asp: str, more: str = "", defines: str = "reach") -> dict[str, str]:
    block = "\n".join(f"      {line}" for line in asp.splitlines())
    return {"f.yaml": FACTS, "r.yaml": RULES.format(asp=block, defines=defines) + more}


def checked(asp: str, more: str = "") -> Findings:
    return reasoner.check(reasoner.parse(dossier(asp, more)))


def conflicts(asp: str, more: str = "") -> list[list[str]]:
    found = checked(asp, more)
    return [[guard.name for guard in one.members] for part in found.explanations for one in part.conflicts]


def lines(asp: str) -> list[str]:
    return [line.text for line in checked(asp).program.lines if line.origin.id == "raw"][1:]


def faults(asp: str, defines: str = "reach") -> list[tuple[str, int, str]]:
    """Line and column in the block, counted from 1, and the message of each fault."""
    with pytest.raises(reasoner.Rejected) as caught:
        reasoner.check(reasoner.parse(dossier(asp, defines=defines)))
    found = [(one.span.line - 11, one.span.column - 6, one.message) for one in caught.value.diagnostics]
    return [(f"{line}:{column}", message.removeprefix("in the raw block of `raw`: ")) for line, column, message in found]


# ---------------------------------------------------------------- what a block does

REACH = """\
reach(X,Y) :- fact("linked",X,Y).
reach(X,Z) :- reach(X,Y), fact("linked",Y,Z).
fact("ally",X,Y) :- reach(X,Y).
"""


def test_a_rule_uses_the_fact_that_a_block_derives() -> None:
    assert conflicts(REACH, USED) == [
        ["accept(ab)", "accept(e)", "keep(allies)", "keep(raw)"],
        ["accept(ab)", "accept(f)", "keep(allies)", "keep(raw)"],
        ["accept(bc)", "accept(g)", "keep(allies)", "keep(raw)"],
    ]


def test_a_constraint_is_a_test_whose_instances_are_broken() -> None:
    asp = REACH + ':- fact("ally",X,Y), X = "a", Y = "c".\n:- kind(_,"raid").'
    assert conflicts(asp) == [["accept(ab)", "accept(bc)", "keep(raw)"]]
    (judged,) = [one for part in checked(asp).explanations for one in part.judgements]
    assert (judged.instance.id, judged.instance.bindings) == ("raw(a, c)", (("X", "a"), ("Y", "c")))


def test_two_constraints_are_two_tests() -> None:
    asp = ':- fact("linked",X,"b").\n:- fact("linked",X,"c").'
    judged = [one.instance for part in checked(asp).explanations for one in part.judgements]
    assert sorted((one.id, one.rule) for one in judged) == [("raw 2(b)", "raw"), ("raw(a)", "raw")]


def test_a_choice_is_a_reading_that_nobody_can_give_up() -> None:
    """That a is not busy is one way to read it, so there is a tension and no conflict."""
    asp = '{ fact("busy",X) } :- kind(E,"attack"), role(E,"by",X), X = "b".\n:- fact("busy",X).'
    found = checked(asp)
    assert found.consistent
    assert [(one.instance.id, one.verdict.value) for part in found.explanations for one in part.judgements] == [
        ("raw(b)", "tension")
    ]


def test_an_aggregate_counts() -> None:
    asp = 'fact("busy",X) :- kind(X,"actor"), #count { E : kind(E,"attack"), role(E,"by",X) } >= 2.\n:- fact("busy",X).'
    assert conflicts(asp) == [["accept(e)", "accept(f)", "keep(raw)"]]


def test_numbers_can_be_added() -> None:
    assert conflicts("reach(N+1) :- N = 1..2.\n:- reach(3).") == [["keep(raw)"]]


def test_every_rule_has_the_guard_of_its_block() -> None:
    guard = 'on(keep("raw"))'
    assert lines("reach(1).\n{ reach(2) }.\nreach(3) :- reach(1).\n:- reach(3).") == [
        f"raw_reach(1) :- {guard}.",
        f"{{ raw_reach(2) }} :- {guard}.",
        f"raw_reach(3) :- raw_reach(1); {guard}.",
        f'broken(inst("raw",())) :- raw_reach(3); {guard}.',
        f'stands(inst("raw",())) :- raw_reach(3); {guard}.',
    ]


def test_conditions_inside_a_body_keep_to_themselves() -> None:
    (line,) = lines('reach(1) :- kind(X,"attack") : kind(X,"raid"); reach(Y) : kind(Y,"raid"); kind(Z,"attack").')
    assert (
        line
        == 'raw_reach(1) :- kind(X,"attack"): kind(X,"raid"); raw_reach(Y): kind(Y,"raid"); kind(Z,"attack"); on(keep("raw")).'
    )


def test_what_is_local_to_an_aggregate_is_no_variable_of_a_test() -> None:
    asp = ':- kind(X,"actor"), #count { E : kind(E,"attack"), role(E,"by",X) } = N, N > 1, not reach(_).'
    (instance,) = [one.instance for part in checked(asp).explanations for one in part.judgements]
    assert [name for name, _ in instance.bindings] == ["X", "N"]


def test_a_name_of_the_engine_may_be_defined_and_means_nothing_to_it() -> None:
    files = dossier('broken(X) :- kind(X,"attack").\nholds(X) :- broken(X).', defines="broken, holds")
    assert reasoner.check(reasoner.parse(files)).consistent


def test_comments_and_strings_may_say_anything() -> None:
    assert lines('% #include "x". é\n%* #script *%\nreach("#include غاو #_x23_ \\"x\\"").') == [
        'raw_reach("#include غاو #_x23_ \\"x\\"") :- on(keep("raw")).'
    ]


@pytest.mark.parametrize("text", ["", "a", "#include", "#_x23_", "غاو", "é#_é", "\x1b[31m", "\U0001f600#include#include"])
def test_what_is_hidden_from_clingo_comes_back(text: str) -> None:
    hidden = encode(text)
    assert decode(hidden.text) == text
    assert hidden.text.isascii()
    assert "#include" not in hidden.text


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("asp", "place", "message"),
    [
        ('#include "/etc/passwd".', "1:1", "a raw block reads no files"),
        ("reach(1).\n  #include <x>.", "2:3", "a raw block reads no files"),
        ("#script (python)\nimport os\n#end.", "1:1", "`#script` cannot stand here"),
        ("#script (lua) x #end.", "1:1", "`#script` cannot stand here"),
        ("#show reach/1.", "1:1", "`#show` cannot stand here"),
        ("#const n = 1.", "1:1", "`#const` cannot stand here"),
        ("#external reach(1).", "1:1", "`#external` cannot stand here"),
        ("#program other.", "1:1", "`#program` cannot stand here"),
        ("#program base.\nreach(1).", "1:1", "`#program` cannot stand here"),
        ("#theory t {}.", "1:1", "`#theory` cannot stand here"),
        ("#defined x/1.", "1:1", "`#defined` cannot stand here"),
        ("#project reach/1.", "1:1", "`#project` cannot stand here"),
        ("#edge (1,2).", "1:1", "`#edge` cannot stand here"),
        ("#heuristic reach(1). [1,true]", "1:1", "`#heuristic` cannot stand here"),
        (":~ reach(X). [X]", "1:1", "a weak constraint cannot stand here"),
        ("&diff{x-y}<=3.", "1:2", "a raw block says nothing of times"),
        ("reach(1) :- &diff{x-y}<=3.", "1:14", "a raw block says nothing of times"),
        ("reach(@now()).", "1:7", "`@now` would run a program"),
        ("reach(X) :- reach(1), X = @now(1).", "1:27", "`@now` would run a program"),
        ("on(1).", "1:1", "`on` is not a predicate of this block"),
        ("reach(1) :- not broken(1).", "1:17", "`broken` is not a predicate of this block"),
        ("{ on(1); reach(1) }.", "1:3", "`on` is not a predicate of this block"),
        ("{ reach(1) : holds(X) }.", "1:14", "`holds` is not a predicate of this block"),
        (":- #count { X : le(X,0,0) } > 1.", "1:17", "`le` is not a predicate of this block"),
        ('kind("x").', "1:1", "`kind` has 2 arguments, not 1"),
        (':- role(X,"by").', "1:4", "`role` has 3 arguments, not 2"),
        ("fact :- reach(1).", "1:1", "`fact` has one argument or more, not 0"),
        (':- fact("linked",X).', "1:4", '"linked" has 2 roles, not 1'),
        (':- kind(X,"atack").', "1:4", 'the vocabulary has no kind "atack"'),
        (':- role(X,"bye",Y).', "1:4", 'the vocabulary has no role "bye"'),
        (':- fact("linkd",X,Y).', "1:4", 'the vocabulary has no fact "linkd"'),
        ("reach(accept(1)).", "1:7", "`accept(..)` is no term here"),
        (":- kind(X,attack).", "1:11", "`attack` is neither a name nor a variable"),
        ("-reach(1).", "1:1", "`-` before an atom has no meaning here"),
        ("reach(1); reach(2).", "1:1", "a rule of a raw block concludes one atom, a choice `{ .. }` between atoms, or nothing"),
        ("not reach(1).", "1:1", "a rule of a raw block concludes one atom, a choice `{ .. }` between atoms, or nothing"),
        ("#true :- reach(1).", "1:1", "a rule of a raw block concludes one atom, a choice `{ .. }` between atoms, or nothing"),
        ("reach(1..10001).", "1:7", "an interval has at most 10,000 numbers"),
        ("reach(X) :- reach(Y), X = 1..Y.", "1:27", "an interval goes from one number to another"),
        ("reach(99999999999).", "1:7", "numbers go up to 2,147,483,647"),
        ("reach(é).", "1:7", "the sign U+00E9 cannot stand here"),
        ("reach(1", "1:8", "unexpected end, expecting ) or ;"),
        ("reach(1) reach(2).", "1:10", "unexpected a word"),
        ("reach(X).", "1:7", "nothing binds `X`"),
        ("reach(1).\nreach(X) :- not reach(X).", "2:7", "nothing binds `X`"),
        ('reach(X+1) :- kind(X,"actor").', "1:1", "`(X+1)` has no value"),
        ("reach(1/0).", "1:1", "`(1/0)` has no value"),
        ("reach(X+1) :- reach(X).", "1:1", "this rule feeds itself with values that it makes, without end"),
        ("reach(1).\nreach((X,X)) :- reach(X).", "2:1", "this rule feeds itself with values that it makes, without end"),
        ("reach(N) :- N = #count { X : reach(X) }.", "1:1", "this rule feeds itself with values that it makes, without end"),
        ('fact("busy",X+1) :- fact(P,X).', "1:1", "this rule feeds itself with values that it makes, without end"),
        ("reach(" + "+".join("1" * 7000) + ").", "1:1", "terms or brackets stand too deep in one another"),
        ("reach(" + "-" * 15_000 + "1).", "1:1", "terms or brackets stand too deep in one another"),
        ("reach(" + "(" * LONGEST, "1:1", f"it is longer than {LONGEST:,} signs"),
    ],
)  # fmt: skip
def test_is_refused_with_its_place(asp: str, place: str, message: str) -> None:
    assert (place, message) in faults(asp)


def test_rules_that_feed_each_other_with_old_values_are_no_fault() -> None:
    assert conflicts(REACH + 'reach(X,Y) :- fact("ally",Y,X).') == []


def test_a_count_that_feeds_something_else_is_no_fault() -> None:
    asp = 'reach(X,N) :- kind(X,"actor"), N = #count { E : role(E,"by",X) }.\nfact("busy",X) :- reach(X,N), N > 1.'
    assert conflicts(asp) == []


def test_two_blocks_that_feed_each_other_are_found() -> None:
    other = "  - id: other\n    defines: [reach, more]\n    asp: more(X) :- reach(X).\n"
    files = dossier("reach(X+1) :- more(X).", other, defines="reach, more")
    with pytest.raises(reasoner.Rejected, match="feeds itself"):
        reasoner.check(reasoner.parse(files))


def test_all_faults_of_all_blocks_come_at_once() -> None:
    other = "  - id: other\n    asp: |\n      #show.\n"
    with pytest.raises(reasoner.Rejected) as caught:
        reasoner.check(reasoner.parse(dossier("on(1).\nreach(@f()).", other)))
    assert [str(one.span) for one in caught.value.diagnostics] == ["r.yaml:12:7", "r.yaml:13:13", "r.yaml:16:7"]


@pytest.mark.parametrize(("name", "message"), [("kind", "is there already"), ("two-words", "would be a subtraction")])
def test_what_cannot_be_defined(name: str, message: str) -> None:
    assert message in faults("reach(1).", f"reach, {name}")[0][1]


def test_no_file_is_opened_by_a_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.lp").write_text("reach(1).")
    monkeypatch.chdir(tmp_path)
    assert faults('#include "x.lp".')[0][1] == "a raw block reads no files"
    assert not re.search("could not be opened", str(faults('#include "none.lp".')))


def test_a_block_that_is_off_is_judged_all_the_same() -> None:
    with pytest.raises(reasoner.Rejected, match="`on` is not"):
        reasoner.check(reasoner.parse(dossier("on(1).")), reasoner.Question(reasoner.Selection(without=("raw",))))


def test_a_join_without_end_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reasoner.ground.observed.MOST_RULES", 500)
    asp = "reach(A,B,C) :- A = 1..20, B = 1..20, C = 1..20."
    with pytest.raises(reasoner.Rejected) as caught:
        reasoner.check(reasoner.parse(dossier(asp)))
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.file) == ("T092", "f.yaml")
    assert "too many" in found.message
    assert "`raw`" in found.help
