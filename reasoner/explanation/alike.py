"""Instances that come to one finding: they differ by the names of one thing alone, and are reported once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Judgement
from reasoner.ground.ir import Instance, Part

_OPEN = frozenset({Verdict.TENSION, Verdict.CONDITIONAL})


def once(part: Part, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements without those of instances that are broken just when an earlier one is, and for the same reasons.

    That is so of instances of one rule about the same occurrences, each broken in every world that breaks the other, with
    the same premises that rest on the same guards: an identity that can be given up makes one for each name.
    """
    times = frozenset(part.points)
    kept: dict[tuple[object, ...], list[Judgement]] = {}
    dropped: set[str] = set()
    every = tuple(judgements)
    for one in every:
        points = tuple(point for point in one.instance.points if point in times)
        alike = kept.setdefault((one.instance.rule, one.verdict, points, one.premises, one.rests_on, one.repair), [])
        if one.verdict in _OPEN and any(_together(one, other) for other in alike):
            dropped.add(one.instance.id)
        else:
            alike.append(one)
    left = (one for one in every if one.instance.id not in dropped)
    return tuple(replace(one, only_with=_without(one.only_with, dropped)) for one in left)


def _together(one: Judgement, other: Judgement) -> bool:
    return one.instance in other.only_with and other.instance in one.only_with


def _without(instances: tuple[Instance, ...], dropped: set[str]) -> tuple[Instance, ...]:
    return tuple(one for one in instances if one.id not in dropped)
