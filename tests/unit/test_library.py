"""What `import reasoner` offers, as a program that uses it would."""

import dataclasses
import importlib
import re
import subprocess
import sys
import tomllib
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import reasoner
from reasoner import rule_tests

ROOT = Path(__file__).parent.parent.parent
RULES = """\
pack: truces
vocabulary:
  attack: {event: "by actor, on actor"}
  truce: {state: "actor, actor"}
  calm: {state: "actor"}
rules:
  - id: none-while-it-holds
    given:
      - truce(A, B) as T
      - attack(by A, on B) as E
    never: E during T
  - id: calm-is-calm
    given:
      - calm(A) as T
      - attack(by A) as E
    never: E during T
"""
FACTS = """\
dossier: small
actors: {a: {}, b: {}, c: {}, d: {}}
statements:
  - id: pact
    says: truce(a, b) as t and t contains 2012
  - id: raid
    says: attack(by a, on b) as e and e during 2012-05
  - id: other-pact
    says: truce(c, d) as u and u contains 2012
  - id: other-raid
    says: attack(by c, on d) as f and f during 2012-06
"""


def small(more: str = "") -> dict[str, str]:
    return {"facts.yaml": FACTS + more, "rules.yaml": RULES}


def names(found: object) -> tuple[str, ...]:
    guards = found.members if isinstance(found, reasoner.Conflict) else found.gives_up
    return tuple(guard.name for guard in guards)


# ---------------------------------------------------------------- names


def test_it_offers_few_names_each_of_which_is_there() -> None:
    assert len(reasoner.__all__) <= 16
    assert sorted(reasoner.__all__) == reasoner.__all__
    assert [name for name in reasoner.__all__ if getattr(reasoner, name, None) is None] == []
    assert set(reasoner.__all__) <= set(dir(reasoner))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'solve'"):
        reasoner.solve  # noqa: B018


def test_types_are_told_of_just_these_names() -> None:
    package = ROOT / "reasoner"
    told = re.search(r"__all__ = (\[.*?\])", (package / "__init__.pyi").read_text(), re.DOTALL)
    assert told is not None
    assert sorted(re.findall(r'"(\w+)"', told[1])) == reasoner.__all__
    assert (package / "py.typed").exists()


def test_its_types_come_from_where_its_names_do() -> None:
    text = (ROOT / "reasoner" / "__init__.pyi").read_text()
    for module, words in re.findall(r"^from (\S+) import (.+)$", text, re.MULTILINE):
        home = importlib.import_module(module)
        for name in words.split(", "):
            assert getattr(home, name) is getattr(reasoner, name)


def test_to_import_it_imports_nothing_else_of_it() -> None:
    script = (
        "import sys; import reasoner; print(sorted(m for m in sys.modules if m.startswith(('reasoner', 'clingo', 'lark'))))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "['reasoner']\n"


def test_the_glossary_tells_every_word_of_the_names() -> None:
    for name in reasoner.__all__:
        assert name in reasoner.__doc__ or name.lower() in reasoner.__doc__


def test_the_commands_use_no_private_name_of_the_library() -> None:
    sources = [*sorted((ROOT / "reasoner" / "commands").glob("*.py")), ROOT / "reasoner" / "cli.py"]
    imported = [
        line for path in sources for line in path.read_text().splitlines() if re.match(r"from reasoner.* import ", line)
    ]
    assert imported
    assert [line for line in imported if re.search(r"(import|,) _|\._", line)] == []


# ---------------------------------------------------------------- reading


def test_a_dossier_is_read_from_files(tmp_path: Path) -> None:
    for name, text in small().items():
        (tmp_path / name).write_text(text)
    assert reasoner.load(str(tmp_path)) == reasoner.load([str(tmp_path / name) for name in small()]) == reasoner.parse(small())


def test_a_path_is_a_text_or_a_path(tmp_path: Path) -> None:
    for name, text in small().items():
        (tmp_path / name).write_text(text)
    assert reasoner.load(tmp_path) == reasoner.load([tmp_path / "facts.yaml", str(tmp_path / "rules.yaml")])
    assert reasoner.load(tmp_path / name for name in small()) == reasoner.load(tmp_path)


@pytest.mark.parametrize("paths", [[3], b"/tmp", [b"/tmp"], 3, None, [None]])
def test_what_is_no_path_is_told_as_that(paths: Any) -> None:
    with pytest.raises(TypeError, match="load takes paths, each a text or a `Path`, and not"):
        reasoner.load(paths)


def test_a_dossier_is_the_same_in_whatever_order_its_texts_come() -> None:
    assert reasoner.parse(dict(reversed(small().items()))) == reasoner.parse(small())


def test_faults_are_values_with_their_places() -> None:
    with pytest.raises(reasoner.Rejected) as caught:
        reasoner.parse({"facts.yaml": "dossier: d\nstatments: []\n"})
    assert [(str(found.span), found.code) for found in caught.value.diagnostics] == [("facts.yaml:2:1", "D020")]


def test_a_missing_path_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(reasoner.Rejected, match="F001"):
        reasoner.load([str(tmp_path / "none.yaml")])


def test_no_path_at_all_is_a_fault() -> None:
    with pytest.raises(reasoner.Rejected, match="F005 no file and no folder is given"):
        reasoner.load([])


def test_texts_come_by_their_names() -> None:
    for given in ("dossier: x", {"facts.yaml": 3}, ["dossier: x"]):
        with pytest.raises(TypeError, match="parse takes texts by their names"):
            reasoner.parse(given)  # type: ignore[arg-type] # what somebody without a type checker writes


def test_a_fault_without_a_place_is_told_without_one(tmp_path: Path) -> None:
    selection = reasoner.Question(reasoner.Selection(without=("nosuch",)))
    with pytest.raises(reasoner.Rejected) as nowhere:
        reasoner.check(reasoner.parse(small()), selection)
    assert str(nowhere.value).startswith("T070 nothing in the dossier")
    with pytest.raises(reasoner.Rejected) as missing:
        reasoner.load(str(tmp_path / "none.yaml"))
    assert str(missing.value) == f"{tmp_path}/none.yaml: F001 no such file or folder"


# ---------------------------------------------------------------- findings


def test_everything_that_is_found_is_frozen() -> None:
    found = reasoner.check(reasoner.parse(small()))
    seen: list[object] = [found]
    while seen:
        value = seen.pop()
        if isinstance(value, tuple):
            seen.extend(value)
        elif dataclasses.is_dataclass(value):
            assert type(value).__dataclass_params__.frozen
            assert not hasattr(value, "__dict__")
            if value is not found.program and value is not found.theory:
                seen.extend(getattr(value, field.name) for field in dataclasses.fields(value))


def test_the_stream_has_what_the_check_finds() -> None:
    dossier = reasoner.parse(small())
    streamed = list(reasoner.stream(dossier))
    checked = reasoner.check(dossier)
    conflicts = {names(one) for part in checked.explanations for one in part.conflicts}
    repairs = {(one.cost, names(one)) for part in checked.explanations for one in part.repairs}
    assert {names(one) for one in streamed if isinstance(one, reasoner.Conflict)} == conflicts
    assert {(one.cost, names(one)) for one in streamed if isinstance(one, reasoner.Repair)} == repairs
    assert len(streamed) == len(conflicts) + len(repairs)
    assert len(conflicts) == 2


@pytest.mark.parametrize("ask", [reasoner.check, reasoner.stream])
def test_rules_alone_are_refused(ask: Any) -> None:
    with pytest.raises(reasoner.Rejected) as caught:
        ask(reasoner.parse({"r.yaml": RULES}))
    assert [one.code for one in caught.value.diagnostics] == ["D048"]


def test_the_stream_begins_before_the_search_ends() -> None:
    questions = count()

    def remaining() -> float | None:
        return None if next(questions) < 24 else 0.0

    found = reasoner.stream(reasoner.parse(small()), reasoner.Question(remaining=remaining))
    assert isinstance(next(found), reasoner.Conflict)
    with pytest.raises(reasoner.Stopped):
        list(found)


def test_a_conflict_that_a_neighbouring_part_makes_smaller_does_not_come() -> None:
    """The rule is broken by what is certain, so that it alone is the conflict; with a statement it is none."""
    certain = """\
  - id: sure
    says: truce(b, c) as v and v contains 2012 and attack(by b, on c) as g and g during 2012-07
    certain: true
"""
    dossier = reasoner.parse(small(certain))
    conflicts = [names(one) for one in reasoner.stream(dossier) if isinstance(one, reasoner.Conflict)]
    assert conflicts == [("keep(none-while-it-holds)",)]
    assert [names(one) for part in reasoner.check(dossier).explanations for one in part.conflicts] == conflicts


def test_where_what_is_certain_clashes_that_alone_comes() -> None:
    impossible = """\
  - id: sure
    says: truce(b, c) as v and v during 2012 and v after 2013
    certain: true
"""
    found = list(reasoner.stream(reasoner.parse(small(impossible))))
    assert [(type(one).__name__, names(one)) for one in found] == [("Conflict", ())]


@pytest.mark.parametrize("words", [{"without": (1,)}, {"adopt": (None,)}, {"only": [b"s"]}, {"without": b"s"}])
def test_a_selection_takes_texts_alone(words: Any) -> None:
    with pytest.raises(TypeError, match=r"takes (ids, which are texts|several ids, not one text)"):
        reasoner.Selection(**words)


def test_what_is_asked_is_a_question_of_a_dossier() -> None:
    dossier: Any = reasoner.parse(small())
    selection: Any = reasoner.Selection(without=("raid",))
    for ask in (reasoner.check, lambda *given: list(reasoner.stream(*given))):
        with pytest.raises(TypeError, match=r"write Question\(selection\) for a Selection alone"):
            ask(dossier, selection)
    with pytest.raises(TypeError, match="a Question takes a Selection"):
        reasoner.Question(dossier)
    with pytest.raises(TypeError, match="what is checked is a dossier, as load and parse return it"):
        reasoner.check(selection)


def test_a_selection_takes_the_names_that_are_printed() -> None:
    """What a repair supposes is adopted, and guards of silence and of duties are switched off, by their names."""
    duty = "  - {id: told, given: attack(by A) as E, must: 'report(of E, by A) as R and R after E', norm: true}\n"
    words = "vocabulary:\n  report: {event: 'of event, by actor'}\n"
    dossier = reasoner.parse(small() | {"rules.yaml": RULES.replace("vocabulary:\n", words) + duty})
    pacts = ("pact", "other-pact")
    broken = [one for part in reasoner.check(dossier, only(pacts)).explanations for one in part.conflicts]
    assert [names(one)[-1] for one in broken] == ["honoured(told, a, e)", "honoured(told, c, f)"]
    one_less = only((*pacts, "honoured(told, c, f)"))
    assert reasoner.check(dossier, one_less).explanations[0].conflicts[0].names[-1] == "honoured(told, a, e)"
    supposed = reasoner.Selection(without=(*pacts, "honoured(told, a, e)"), adopt=("report(of f, by c) as _1 and _1 after f",))
    assert reasoner.check(dossier, reasoner.Question(supposed)).consistent


def only(without: tuple[str, ...]) -> reasoner.Question:
    return reasoner.Question(reasoner.Selection(without=without))


def test_a_selection_says_what_is_in_play() -> None:
    question = reasoner.Question(reasoner.Selection(without=("raid", "other-pact")))
    assert reasoner.check(reasoner.parse(small()), question).consistent
    assert list(reasoner.stream(reasoner.parse(small()), question)) == []


def test_blame_says_what_can_be_given_up() -> None:
    dossier = reasoner.parse(small() | {"facts.yaml": FACTS.replace("    says", "    sources: [s]\n    says")})
    found = reasoner.check(dossier, reasoner.Question(blame=reasoner.Blame.SOURCES))
    assert {name for part in found.explanations for one in part.conflicts for name in names(one)} >= {"trust(s)"}


def test_a_blame_may_be_given_as_its_word() -> None:
    for blame in reasoner.Blame:
        asked = reasoner.Question(blame=blame.value)
        assert asked.blame is blame
    with pytest.raises(ValueError, match="guilt"):
        reasoner.Question(blame="guilt")


@pytest.mark.parametrize("key", ["without", "only", "adopt"])
def test_one_id_is_not_taken_for_several(key: str) -> None:
    given: dict[str, Any] = {key: "two"}
    with pytest.raises(TypeError, match=rf"`{key}` takes several ids.* write {key}=\('two',\)"):
        reasoner.Selection(**given)


# ---------------------------------------------------------------- tests of rules

TESTS = """\
    tests:
      - name: it is calm
        facts:
          - calm(a) as t
          - t contains 2012
          - attack(by a, on b) as e
          - e during 2012-05
        expect: {expect}
        members: {members}
"""


def with_test(expect: str, members: str) -> str:
    return RULES + TESTS.format(expect=expect, members=members)


def tried(text: str) -> rule_tests.Tried:
    (one,) = rule_tests.run_tests(reasoner.parse({"rules.yaml": text}))
    return one


@pytest.mark.parametrize(
    ("expect", "members", "passed"),
    [
        ("certain", "[1, 2, 3, 4]", True),
        ("certain", "[4, 3, 2, 1]", True),
        ("certain", "[1, 2, 3]", False),
        ("tension", "[1, 2, 3, 4]", False),
        ("nothing", "[]", False),
    ],
)
def test_a_test_passes_with_its_verdict_and_its_lines(expect: str, members: str, passed: bool) -> None:
    assert tried(with_test(expect=expect, members=members)).passed is passed


@pytest.mark.parametrize(("members", "passed"), [("[1, 2, 3, 4]", True), ("[1, 3]", False)])
def test_a_tension_rests_on_lines_too(members: str, passed: bool) -> None:
    text = with_test(expect="tension", members=members).replace("t contains 2012", "t contains 2012-06")
    assert tried(text).passed is passed


def test_facts_that_clash_by_themselves_fail_the_test() -> None:
    text = with_test(expect="certain", members="[1, 2, 3, 4]").replace("e during 2012-05", "e during 2012 and e after 2012")
    one = tried(text)
    assert not one.passed
    assert one.came is not None
    assert one.came.clash == (4,)


def test_facts_with_faults_fail_the_test() -> None:
    one = tried(with_test(expect="certain", members="[1]").replace("attack(by a, on b) as e", "atack(by a, on b) as e"))
    assert (one.passed, one.came) == (False, None)
    assert "T030" in {found.code for found in one.faults}


def test_rules_without_tests_are_known() -> None:
    dossier = reasoner.parse({"rules.yaml": with_test(expect="certain", members="[1]")})
    assert [rule.id for rule in rule_tests.untested(dossier)] == ["none-while-it-holds"]


def test_the_package_says_that_it_is_typed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert settings["tool"]["mypy"]["strict"] is True
