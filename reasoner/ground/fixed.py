"""Points of which the tick is known for certain: they are no unknowns, and join nothing.

`s("2015-03")` at 480, for certain    and `s("duty") - s("2015-03") <= 0`    become    `s("duty") - 0 <= 480`
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reasoner.ground.ir import ZERO, Bound


def with_fixed(bounds: Sequence[Bound]) -> list[Bound]:
    """The bounds with ticks in place of points that lie at one tick whatever is given up; what fixes these is left out."""
    ticks = _ticks(bounds)
    return [_put_in(bound, ticks) for bound in bounds if not _fixes(bound, ticks)] if ticks else list(bounds)


def _ticks(bounds: Sequence[Bound]) -> dict[str, int]:
    """The tick of each point that certain bounds alone hold between one tick and the same."""
    latest: dict[str, int] = {}
    earliest: dict[str, int] = {}
    for bound in (bound for bound in bounds if not bound.atom):
        if bound.right == ZERO != bound.left:
            latest[bound.left] = min(bound.limit, latest.get(bound.left, bound.limit))
        elif bound.left == ZERO != bound.right:
            earliest[bound.right] = max(-bound.limit, earliest.get(bound.right, -bound.limit))
    return {point: tick for point, tick in latest.items() if earliest.get(point) == tick}


def _fixes(bound: Bound, ticks: Mapping[str, int]) -> bool:
    ends = {bound.left, bound.right} - {ZERO}
    return not bound.atom and len(ends) == 1 and ends <= ticks.keys()


def _put_in(bound: Bound, ticks: Mapping[str, int]) -> Bound:
    shift = ticks.get(bound.right, 0) - ticks.get(bound.left, 0)
    left, right = (ZERO if point in ticks else point for point in (bound.left, bound.right))
    told = bound.told and replace(bound.told, shift=bound.told.shift + shift)
    return replace(bound, left=left, right=right, limit=bound.limit + shift, told=told)
