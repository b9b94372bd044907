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

    That is so of instances of one rule whose values differ only by names that an identity can make one, each broken in every
    world that breaks the other, with the same premises that rest on the same guards.
    """
    one_thing = frozenset(name for _, name in part.atoms if name.startswith("same("))
    kept: dict[tuple[object, ...], list[Judgement]] = {}
    dropped: set[str] = set()
    every = tuple(judgements)
    for one in every:
        alike = kept.setdefault((one.instance.rule, one.verdict, one.premises, one.rests_on, one.repair), [])
        if one.verdict in _OPEN and any(_together(one, other) and _renamed(one, other, one_thing) for other in alike):
            dropped.add(one.instance.id)
        else:
            alike.append(one)
    left = (one for one in every if one.instance.id not in dropped)
    return tuple(replace(one, only_with=_without(one.only_with, dropped)) for one in left)


def _together(one: Judgement, other: Judgement) -> bool:
    return one.instance in other.only_with and other.instance in one.only_with


def _renamed(one: Judgement, other: Judgement, one_thing: frozenset[str]) -> bool:
    pairs = zip(one.instance.bindings, other.instance.bindings, strict=True)
    different = [(left, right) for (_, left), (_, right) in pairs if left != right]
    return bool(different) and all(f'same("{left}","{right}")' in one_thing for left, right in different)


def _without(instances: tuple[Instance, ...], dropped: set[str]) -> tuple[Instance, ...]:
    return tuple(one for one in instances if one.id not in dropped)
