"""Counts and measures with a tolerance in one dossier: counts stay whole, measures lie anywhere, against trying out all of them."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations, product
from operator import eq, ge, gt, le, lt, ne

import pytest
from small_dossiers import found

HEAD = "dossier: case\n"
WORDS = "  crew: {fact: 'text, number'}\n  tank: {fact: 'text, number'}\nrules:\n"
OPS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "!=": ne}
STEPS = {"crew": Fraction(1), "tank": Fraction(1, 16)}

Window = tuple[Fraction, Fraction]
Rule = tuple[str, str, str, str]
"""The word, two of its numbers, and how the first must be to the second."""


def made(chosen: random.Random) -> tuple[dict[tuple[str, str], Window], dict[str, Rule]]:
    windows: dict[tuple[str, str], Window] = {}
    rules: dict[str, Rule] = {}
    for word, step in (("crew", Fraction(1)), ("tank", Fraction(1, 2))):
        for name in "abc":
            low = 9 + step * chosen.randrange(3)
            windows[word, name] = (low, low + step * chosen.randrange(3))
        for nth, (one, other) in enumerate(chosen.sample(list(combinations("abc", 2)), chosen.choice((2, 2, 3)))):
            rules[f"{word}{nth}"] = (word, one, other, chosen.choice(list(OPS)))
    return windows, rules


def text(number: Fraction, word: str) -> str:
    return f"{float(number):.1f} l" if word == "tank" else str(number)


def conflicts(windows: dict[tuple[str, str], Window], rules: dict[str, Rule]) -> set[frozenset[str]]:
    """Rules and statements that no numbers meet, and of which none can be left out."""
    clashes: list[frozenset[str]] = []
    for word, step in STEPS.items():
        own = [one for one, rule in rules.items() if rule[0] == word]
        values = {name: list(steps(*windows[word, name], step)) for name in "abc"}
        for size in range(1, len(own) + 1):
            for some in combinations(own, size):
                told = {name for one in some for name in rules[one][1:3]}
                members = frozenset([*some, *(f"{word}-{name}" for name in told)])
                if not any(one <= members for one in clashes) and not possible(values, [rules[one] for one in some]):
                    clashes.append(members)
    return set(clashes)


def steps(low: Fraction, high: Fraction, step: Fraction) -> list[Fraction]:
    return [low + step * nth for nth in range(int((high - low) / step) + 1)]


def possible(values: dict[str, list[Fraction]], rules: list[Rule]) -> bool:
    every = (dict(zip(values, some, strict=True)) for some in product(*values.values()))
    return any(all(OPS[op](some[one], some[other]) for _, one, other, op in rules) for some in every)


@pytest.mark.parametrize("block", range(4))
def test_counts_stay_whole_beside_measures(block: int) -> None:
    seen = 0
    for seed in range(block, 60, 4):
        windows, rules = made(random.Random(seed))
        parts = """  - {id: other, says: 'tank("d", 2.5 l)'}\n"""  # a unit told in whole numbers only is counted
        facts = (
            "statements:\n"
            + parts
            + "".join(
                f"""  - {{id: {word}-{name}, says: '{word}("{name}", {text(low, word)}..{text(high, word)})'}}\n"""
                for (word, name), (low, high) in windows.items()
            )
        )
        told = "".join(
            f"""  - {{id: {one}, given: ['{word}("{first}", N)', '{word}("{second}", M)'], must: N {op} M}}\n"""
            for one, (word, first, second, op) in rules.items()
        )
        findings = found(facts, WORDS + told, HEAD)
        got = {
            frozenset(name.partition("(")[2].rstrip(")") for name in conflict.names)
            for part in findings.explanations
            for conflict in part.conflicts
        }
        assert got == conflicts(windows, rules), (seed, facts, told)
        seen += len(got)
    assert seen > 2
