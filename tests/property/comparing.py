"""Where an engine's outcome differs from the oracle's answer, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from property.cases import Case
from property.engine import REPORTED, Outcome
from property.grounding import ground, is_fresh
from property.oracle import Answer, evaluate
from property.premises import Premise
from property.program import Key


def differences(case: Case, outcome: Outcome) -> list[str]:
    """All differences; none where the engine is right."""
    answer = evaluate(case)
    return [
        *_lists(answer, outcome),
        *_verdicts(case, answer, outcome),
        *_supposed(answer, outcome),
        *_premises(answer, outcome),
        *_taking_part(case, answer, outcome),
    ]


def _lists(answer: Answer, outcome: Outcome) -> Iterator[str]:
    for what, expected, actual in (
        ("conflicts", answer.conflicts, outcome.conflicts),
        ("repairs", answer.repairs, outcome.repairs),
        ("readings that no world has", answer.without_world, outcome.without_world),
    ):
        if expected != actual:
            yield f"{what}: expected {expected}, found {actual}"


def _verdicts(case: Case, answer: Answer, outcome: Outcome) -> Iterator[str]:
    """An instance may be left out where another of its like is reported: "instances that differ only by names of one class,
    or by swapped like variables, are reported once"."""
    likeness = _likeness(case)
    reported = {(likeness(key), verdict) for key, verdict in outcome.verdicts.items()}
    for key, verdict in outcome.verdicts.items():
        expected = answer.verdicts[key].verdict if key in answer.verdicts else "none"
        if not _over_supposed(key) and expected != verdict:
            yield f"instance {key}: expected {expected}, found {verdict}"
    for key, found in answer.verdicts.items():
        missing = key not in outcome.verdicts and (likeness(key), found.verdict) not in reported
        if found.verdict in REPORTED and not _over_supposed(key) and missing:
            yield f"instance {key}: expected {found.verdict}, found nothing"


class _likeness:  # noqa: N801  # used as a function
    """What instances share that are reported once: the rule, and the values with one name for a class, in any order."""

    def __init__(self, case: Case) -> None:
        self.same: dict[str, set[str]] = {}
        for rule in ground(case).rules:
            if rule.head[0] == "same":
                self.same.setdefault(rule.head[1], {rule.head[1]}).add(rule.head[2])
        self.symmetric = any(predicate.symmetric for predicate in case.predicates)

    def __call__(self, key: Key) -> Key:
        values = tuple(map(self._one, key[1]))
        by_rule, bracket, told = key[0].partition("(")  # a denial goes by the instance of the rule that makes it
        name = by_rule + bracket + ", ".join(map(self._one, told.removesuffix(")").split(", ")))
        return name, tuple(sorted(values)) if self.symmetric else values

    def _one(self, value: str) -> str:
        return min(self.same.get(value, {value}))


def _supposed(answer: Answer, outcome: Outcome) -> Iterator[str]:
    """Of instances over supposed things, whose names are the engine's own: how many there are of each kind.

    The engine may leave out one that differs from another only by the name of what is supposed."""
    expected = Counter(_nameless(key, found.verdict) for key, found in answer.verdicts.items() if _over_supposed(key))
    others = [key for key in outcome.verdicts if _over_supposed(key) or key not in answer.verdicts]
    actual = Counter(_nameless(key, outcome.verdicts[key]) for key in others)
    for verdict in REPORTED:
        told = {kind for kind in expected if kind[1] == verdict}
        found = {kind for kind in actual if kind[1] == verdict}
        if told != found:
            yield f"{verdict} instances over supposed things: expected {sorted(told)}, found {sorted(found)}"


def _nameless(key: Key, verdict: str) -> tuple[str, str]:
    return key[0], verdict


def _over_supposed(key: Key) -> bool:
    return any(is_fresh(value) for value in key[1])


def _plain(premise: Premise) -> Premise:
    """The premise with one name for whatever is supposed."""
    left, right = ("something" if "absent(" in point else point for point in (premise.left, premise.right))
    return replace(premise, left=left, right=right)


def _premises(answer: Answer, outcome: Outcome) -> Iterator[str]:
    for key, premises in outcome.premises.items():
        found = answer.verdicts.get(key)
        expected = tuple(group[0] for group in found.premises) if found else ()
        if found and tuple(map(_plain, expected)) != tuple(map(_plain, premises)):
            yield f"premises of {key}: expected {expected}, found {premises}"
    for key, verdict in outcome.verdicts.items():
        if key in answer.verdicts and answer.verdicts[key].premises and not outcome.premises.get(key) and verdict != "certain":
            yield f"premises of {key}: expected {answer.verdicts[key].premises}, found none"


def _taking_part(case: Case, answer: Answer, outcome: Outcome) -> Iterator[str]:
    """Which instances take part in each conflict; of those that are reported once, by what they share."""
    likeness = _likeness(case)
    for conflict in sorted({*answer.taking_part, *outcome.taking_part}):
        right, told = answer.taking_part.get(conflict, ()), outcome.taking_part.get(conflict, ())
        expected, found = ({likeness(key) for key in keys if _is_plain(key, answer)} for keys in (right, told))
        if expected != found:
            yield f"in conflict {conflict}: expected {sorted(expected)}, found {sorted(found)}"
        expected, found = ({key[0] for key in keys if not _is_plain(key, answer)} for keys in (right, told))
        if expected != found:
            yield f"in conflict {conflict}, over supposed things: expected {sorted(expected)}, found {sorted(found)}"


def _is_plain(key: Key, answer: Answer) -> bool:
    """Whether an instance is over named things: it goes by the same names in both answers."""
    return key in answer.verdicts and not _over_supposed(key)
