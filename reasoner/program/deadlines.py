"""When a duty is past, and which period a denial denies (docs/semantics.md)."""

from __future__ import annotations

from reasoner.language.ir import (
    AnyLength,
    Bound,
    By,
    Distance,
    Inside,
    Intersects,
    Metric,
    Near,
    Order,
    Place,
    Relation,
    Side,
    Since,
    Until,
    WithinOf,
)
from reasoner.program.alternatives import any_of, relation
from reasoner.program.formula import Amount, Ends, Formula, Instant, at_most, both, plus
from reasoner.program.lengths import bounds, measure
from reasoner.program.relations import Scene, Stretch, long


def deadline_past(told: Relation, scene: Scene, reported: Instant) -> Formula | None:
    """The last tick at which the phrase can still come true lies before `reported`; None: the phrase has no deadline.

    Where a date is one of several, it is past when it is for each of them.
    """
    found = [_past(one, scene, reported) for one in any_of(told)]
    past = [one for one in found if one is not None]
    return both(*past) if len(past) == len(found) else None


def _past(told: Relation, scene: Scene, reported: Instant) -> Formula | None:
    match told:
        case By(moment):
            return at_most(scene.ends(moment).end, reported, -1)
        case Order(Place.DURING, moment, strictly):
            return at_most(scene.ends(moment).end, reported, 0 if strictly else -1)
        case Order(Place.BEFORE, moment, strictly):
            return at_most(scene.ends(moment).start, reported, 1 if strictly else 0)
        case Metric(far, side, moment):
            return _metric_past(far, side, scene.ends(moment), scene, reported)
        case WithinOf(length, moment):
            start = scene.ends(moment).start
            return _length_past(Stretch(reported, start, back=False), (length, 0), scene)
        case _:
            return None


def _metric_past(far: Distance, side: Side, moment: Ends, scene: Scene, reported: Instant) -> Formula | None:
    """`D after F` can come true until e(F) and the most of D; `D before F` until s(F) less the least of D."""
    if far.how in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return None
    size = measure(far.length, scene.grid)
    low, high = (0, 0) if far.upper is not None else bounds(far, size, scene.grid)
    if side is Side.BEFORE:
        if far.how in {Near.WITHIN, Bound.AT_MOST, Bound.LESS_THAN}:
            return at_most(moment.start, reported, -1 if far.how is Near.WITHIN else 0)
        assert low is not None
        return long(Stretch(moment.start, reported, back=True), size, (None, plus(low, -1)), "")
    assert high is not None
    return _length_past(Stretch(reported, moment.end, back=False), (far.upper or far.length, high), scene)


def _length_past(way: Stretch, upto: tuple[AnyLength, Amount], scene: Scene) -> Formula:
    length, slack = upto
    return long(way, measure(length, scene.grid), (plus(slack, 1), None), "")


def period_denied(told: Relation | None, subject: Ends, scene: Scene) -> Formula:
    """The subject shares a tick with the period that a denial with this phrase denies (none: always)."""
    match told:
        case None:
            return both()
        case Order(Place.DURING, moment) | Inside(moment):
            return relation(Intersects(moment), subject, scene)
        case Since(moment):
            return at_most(scene.ends(moment).end, subject.end, 0)
        case Order(Place.BEFORE, moment) | Until(moment):
            return at_most(subject.start, scene.ends(moment).start, -1)
        case Order(Place.AFTER, moment):
            return at_most(scene.ends(moment).end, subject.end, -1)
        case _:
            return relation(told, subject, scene)
