"""`is the first` and its like, against what they stand for, written out."""

import pytest

from reasoner.dossier.from_yaml import read
from reasoner.files import SourceFile
from reasoner.language.ir import Condition
from reasoner.theory.from_dossier import resolve

HEAD = "dossier: case\nvocabulary:\n  attack: {event: by actor}\n  raid: {is: attack}\nactors: {gao: {}, ann: {}}\n"
BEFORE = "(attack(by G) as Other and start of Other before start of E)"


def given(*lines: str) -> tuple[Condition, ...]:
    text = "".join(f"      - {line}\n" for line in lines)
    pack = f"pack: p\nrules:\n  - id: r\n    given:\n{text}    never: E during 2012\n"
    files = [SourceFile("facts.yaml", HEAD), SourceFile("rules.yaml", pack)]
    return resolve(read(files)).laws[0].given


def flat(conditions: tuple[Condition, ...]) -> list[Condition]:
    return [
        part
        for one in conditions
        for part in (flat(one.items) if hasattr(one, "items") and "All" in type(one).__name__ else [one])
    ]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("E is the first attack(by G)", f"attack(by G) as E and no Other with {BEFORE}"),
        ("E is the last attack(by G)", f"attack(by G) as E and no Other with {BEFORE.replace('before', 'after')}"),
        ("E is the only attack(by G)", "attack(by G) as E and no Other with (attack(by G) as Other and Other is not E)"),
        ("E is the 1st attack(by G)", f"attack(by G) as E and no Other with {BEFORE}"),
        ("E is the 3rd attack(by G)", f"attack(by G) as E and exactly 2 Other with {BEFORE}"),
        ("E is not the first attack(by G)", f"attack(by G) as E and at least 1 Other with {BEFORE}"),
        (
            "E is not the 3rd attack(by G)",
            f"attack(by G) as E and (less than 2 Other with {BEFORE} or more than 2 Other with {BEFORE})",
        ),
        ("raid() as E is the first attack(by G)", f"raid() as E and attack(by G) as E and no Other with {BEFORE}"),
    ],
)
def test_what_rules_ask(short: str, long: str) -> None:
    assert flat(given(short)) == flat(given(long))


def test_a_variable_of_the_rule_is_none_of_the_others() -> None:
    asked = given("attack(by Other)", "E is the first attack(by Other)")
    meant = given(
        "attack(by Other)",
        "attack(by Other) as E and no Other2 with (attack(by Other) as Other2 and start of Other2 before start of E)",
    )
    assert flat(asked) == flat(meant)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("e is the first attack(by gao)", "no Other with (attack(by gao) as Other and start of Other before start of e)"),
        ("e is the 3rd attack(by gao)", "at most 2 Other with (attack(by gao) as Other and start of Other before start of e)"),
        ("e is the only attack(by gao)", "no Other with (attack(by gao) as Other and Other is not e)"),
    ],
)
def test_what_statements_say(short: str, long: str) -> None:
    def said(text: str) -> tuple[Condition, ...]:
        facts = f"statements:\n  - {{id: a, says: attack(by ann) as e}}\n  - {{id: s, says: {text}}}\n"
        return resolve(read([SourceFile("facts.yaml", HEAD + facts)])).said[1].readings

    assert flat(said(short)) == flat(said(long))
