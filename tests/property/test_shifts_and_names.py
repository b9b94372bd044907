"""Other dates and other names: all dates so many days later move premises alone, other names change names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import TypeVar, cast

import pytest
from property import printing
from property.cases import Several
from property.strategies import make_case

from reasoner import pipeline
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.program.guards import Blame
from reasoner.times.civil import date_of, day_number

Node = TypeVar("Node")
DAY = 1440
DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)")
SHIFTS = (1, 31, 365, -400, 36_525)
IDS = re.compile(r"\b(?:ada|ben|cyr|omar|petra|s\d+|e\d+|k\d+|h\d*)\b")


def files(seed: int) -> tuple[dict[str, str], Blame]:
    case = without_x_digits(make_case(seed))
    return printing.files(case), Blame(case.blame)


def without_x_digits(node: Node) -> Node:
    """The same case with `[a,b]` for dates with X digits, which no shift leaves what they are."""
    made: object = node
    if isinstance(node, tuple):
        made = tuple(map(without_x_digits, node))
    elif isinstance(node, Several):
        made = replace(node, text="")
    elif is_dataclass(node) and not isinstance(node, type):
        made = replace(node, **{one.name: without_x_digits(getattr(node, one.name)) for one in fields(node) if one.init})
    return cast("Node", made)


def findings(texts: dict[str, str], blame: Blame) -> Findings:
    return pipeline.check(pipeline.read(tuple(SourceFile(*pair) for pair in texts.items())), pipeline.Question(blame=blame))


def kernel(found: Findings, days: int = 0) -> tuple[object, ...]:
    """Conflicts, repairs, verdicts and premises, with all dates taken back by so many days."""
    later = days * DAY

    def names(told: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(shifted(name, -days) for name in told))

    conflicts = {names(guard.name for guard in one.members) for part in found.explanations for one in part.conflicts}
    repairs = {(one.cost, names(one.names)) for part in found.explanations for one in part.repairs}
    judged = {one.instance.id: one for part in found.explanations for one in part.judgements}
    premises = {
        (
            one,
            limit.left,
            limit.right,
            limit.ticks + (found.program.origin - later) * ((limit.right == "") - (limit.left == "")),
        )
        for one, judgement in judged.items()
        for limit in judgement.premises
    }
    return conflicts, repairs, {one: judgement.verdict for one, judgement in judged.items()}, premises


def shifted(text: str, days: int) -> str:
    def later(match: re.Match[str]) -> str:
        year, month, day = date_of(day_number(*map(int, match.groups())) + days)
        return f"{year:04}-{month:02}-{day:02}"

    return DATE.sub(later, text)


@pytest.mark.parametrize("seed", range(60))
def test_all_dates_some_days_later_move_premises_alone(seed: int) -> None:
    texts, blame = files(seed)
    days = SHIFTS[seed % len(SHIFTS)]
    moved = {path: shifted(text, days) for path, text in texts.items()}
    assert kernel(findings(moved, blame), days) == kernel(findings(texts, blame))


@pytest.mark.parametrize("seed", range(60))
def test_other_names_change_names_alone(seed: int) -> None:
    texts, blame = files(seed)
    old = sorted({name for text in texts.values() for name in IDS.findall(text)})
    new = [
        f"{letter}-{name}"
        for letter, name in zip(Random(seed).sample([f"n{nth}x" for nth in range(len(old))], len(old)), old, strict=True)
    ]
    names = dict(zip(old, new, strict=True))
    renamed = {path: IDS.sub(lambda match: names[match.group()], text) for path, text in texts.items()}
    assert _plain(kernel(findings(renamed, blame))) == _plain(kernel(findings(texts, blame)))


def _old(name: str) -> str:
    return re.sub(r"n\d+x-", "", name)


def _plain(told: tuple[object, ...]) -> tuple[object, ...]:
    """What does not hang on the order of names, which is told by it, but for premises of equal weight: how many there are."""
    conflicts, repairs, verdicts, premises = told
    assert isinstance(conflicts, set)
    assert isinstance(repairs, set)
    assert isinstance(verdicts, dict)
    assert isinstance(premises, set)
    plain = sorted(tuple(sorted(map(_old, members))) for members in conflicts)
    paid = sorted((cost, tuple(sorted(map(_old, gone)))) for cost, gone in repairs)
    return plain, paid, sorted(verdict.value for verdict in verdicts.values()), len({one for one, *_ in premises})
