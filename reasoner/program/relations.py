"""The words of time as formulas: the tables of docs/language.md. Everything is in ticks; `s`, `e` are start and end.

Allen's relations are taken on the slots `[start, end + 1)` (Allen, CACM 1983), so that exactly one of thirteen holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from reasoner.language.ir import (
    Allen,
    AllenRelation,
    AnyLength,
    Bound,
    By,
    DayNear,
    Distance,
    EachYear,
    Inside,
    Intersects,
    Lasts,
    Metric,
    Moment,
    Near,
    OldAt,
    OnDate,
    Order,
    Ordinal,
    Place,
    Recurs,
    Relation,
    SameDay,
    Side,
    Since,
    Until,
    Weekday,
    WithinOf,
)
from reasoner.program.beside import Beside
from reasoner.program.formula import (
    FALSE,
    Amount,
    Ends,
    Formula,
    InMonths,
    Instant,
    OnDayLike,
    SameDayAs,
    at_most,
    both,
    distance,
    plus,
)
from reasoner.program.lengths import Grid, Measure, bounds, measure
from reasoner.times.ir import Date, Edge, Shape
from reasoner.times.named_days import WEEKDAY_NAMES


@dataclass(frozen=True, slots=True)
class Scene:
    """What a relation is read in: the grid of times and numbers, the end of what goes on, and where a moment lies.

    `ends` gives the first and last tick of a moment; `windows` the same for `a/b` as two windows, where it is one.
    `forever` is the end of a state of which nothing says that it ended. `day` gives the calendar day of a fixed moment.
    """

    grid: Grid
    forever: Instant
    ends: Callable[[Moment], Ends]
    windows: Callable[[Moment], tuple[Ends, Ends]]
    day: Callable[[Instant], Ends]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The way from `earlier` to `later`; a count of months starts at `later` if `back`, else at `earlier`."""

    later: Instant
    earlier: Instant
    back: bool


def measured(way: Stretch, told: Distance, scene: Scene, tag: str) -> Formula:
    """The stretch is as long as told."""
    if told.upper is not None:
        low = measure(told.length, scene.grid)
        return both(long(way, low, (0, None), tag), long(way, measure(told.upper, scene.grid), (None, 0), tag))
    size = measure(told.length, scene.grid)
    return long(way, size, bounds(told, size, scene.grid), tag)


def long(way: Stretch, size: Measure, slack: tuple[Amount | None, Amount | None], tag: str) -> Formula:
    """The stretch less the size lies between the two bounds of `slack`."""
    low, high = (None if bound is None else plus(size.ticks, bound) for bound in slack)
    if size.months == 0 or way.later.infinite or way.earlier.infinite:
        return distance(way.later, way.earlier, low, high, tag)
    counted = way.later if way.back else way.earlier
    return InMonths(way.later, way.earlier, low, high, size.months, _point(counted), way.back, tag)


def _point(instant: Instant) -> str:
    return instant.point if not instant.offset else f"{instant.point}+{instant.offset}"


def relation(told: Relation, subject: Ends, scene: Scene, tag: str = "") -> Formula:
    """The formula that is true iff the relation holds of the subject."""
    match told:
        case Inside(Weekday(date=None) | EachYear() as some) | Order(
            Place.DURING, Weekday(date=None) | EachYear() as some, False
        ):
            return _on_some(subject, some)
        case Order(place, moment, strictly):
            return _order(place, subject, scene.ends(moment), strictly=strictly)
        case Intersects(moment):
            other = scene.ends(moment)
            return both(at_most(subject.start, other.end, 0), at_most(other.start, subject.end, 0))
        case AllenRelation(name, moment):
            return _allen(name, subject, scene.ends(moment))
        case Metric(far, side, moment):
            return _metric(far, side, (subject, scene.ends(moment)), scene, tag)
        case WithinOf(length, moment):
            return _near(length, (subject, scene.ends(moment)), scene, tag)
        case SameDay(DayNear() as day):
            whole = scene.ends(day)
            return both(at_most(whole.start, subject.start, 0), at_most(subject.start, whole.end, 0))
        case SameDay(moment):
            return _same_day(subject.start, scene.ends(moment).start, scene)
        case By(moment):
            return at_most(subject.end, scene.ends(moment).end, 0)
        case Since(moment):
            other = scene.ends(moment)
            goes_on = at_most(scene.forever, subject.end, 0)
            return both(at_most(other.start, subject.start, 0), at_most(subject.start, other.end, 0), goes_on)
        case Until(moment):
            other = scene.ends(moment)
            return both(at_most(other.start, subject.end, 1), at_most(subject.end, other.end, 0))
        case Lasts(far):
            return measured(Stretch(subject.end, subject.start, back=False), far, scene, tag)
        case OldAt(far, moment):
            return measured(Stretch(scene.ends(moment).start, subject.start, back=True), far, scene, tag)
        case Inside(OnDate(Date(shape=Shape.INTERVAL, last=Edge.OPEN)) as moment):
            goes_on = at_most(scene.forever, subject.end, 0)
            return both(_inside(subject, scene.windows(moment)), goes_on)
        case Inside(moment):
            return _inside(subject, scene.windows(moment))
        case Ordinal() | Recurs():
            msg = f"{told} was let through"
            raise AssertionError(msg)
        case _:
            assert_never(told)


def is_on_some_day(told: Relation) -> bool:
    """Whether it says that something lies on a day of a kind, which is no time of its own: `during thursday`."""
    return isinstance(told, Inside | Order) and (
        isinstance(told.moment, EachYear) or (isinstance(told.moment, Weekday) and told.moment.date is None)
    )


def kind_told(told: Relation) -> str:
    """The kind of day on which it says that something lies (see `daylike`)."""
    assert isinstance(told, Inside | Order)
    assert isinstance(told.moment, Weekday | EachYear)
    return _kind(told.moment)


def _kind(some: Weekday | EachYear) -> str:
    return WEEKDAY_NAMES[some.day].lower() if isinstance(some, Weekday) else f"{some.month}-{some.day or 'XX'}"


def _on_some(subject: Ends, some: Weekday | EachYear) -> Formula:
    """It lies on one day of the kind, or in one month: both of its ends do, less than 31 days apart."""
    kind = _kind(some)
    starts = OnDayLike(subject.start.point, kind)
    if subject.start == subject.end:
        return starts
    if isinstance(some, EachYear) and not some.day:
        return both(
            starts, OnDayLike(subject.end.point, kind), at_most(subject.end, Beside.thirty_days_on(subject).ends.end, 0)
        )
    return both(starts, at_most(subject.end, Beside.day_of_start(subject).ends.end, 0))


def _inside(subject: Ends, windows: tuple[Ends, Ends]) -> Formula:
    first, last = windows
    return both(
        at_most(first.start, subject.start, 0),
        at_most(subject.start, first.end, 0),
        at_most(last.start, subject.end, 0),
        at_most(subject.end, last.end, 0),
    )


def _same_day(one: Instant, other: Instant, scene: Scene) -> Formula:
    if other.infinite:
        return FALSE
    if other.point != "0":
        return SameDayAs(one.point, other.point)
    day = scene.day(other)
    return both(at_most(day.start, one, 0), at_most(one, day.end, 0))


def _order(place: Place, one: Ends, other: Ends, *, strictly: bool) -> Formula:
    gap = 1 if strictly else 0
    match place:
        case Place.BEFORE:
            return at_most(one.end, other.start, -1 - gap)
        case Place.AFTER:
            return at_most(other.end, one.start, -1 - gap)
        case Place.DURING:
            return both(at_most(other.start, one.start, -gap), at_most(one.end, other.end, -gap))
        case Place.CONTAINS:
            return both(at_most(one.start, other.start, -gap), at_most(other.end, one.end, -gap))
        case _:
            assert_never(place)


def _equal(one: Instant, other: Instant, shift: int = 0) -> Formula:
    """`one + shift = other`."""
    return both(at_most(one, other, -shift), at_most(other, one, shift))


def _allen(name: Allen, one: Ends, other: Ends) -> Formula:
    match name:
        case Allen.MEETS:
            return _equal(one.end, other.start, 1)
        case Allen.OVERLAPS:
            return both(at_most(one.start, other.start, -1), at_most(other.start, one.end, 0), at_most(one.end, other.end, -1))
        case Allen.STARTS:
            return both(_equal(one.start, other.start), at_most(one.end, other.end, -1))
        case Allen.FINISHES:
            return both(_equal(one.end, other.end), at_most(other.start, one.start, -1))
        case Allen.EQUALS:
            return both(_equal(one.start, other.start), _equal(one.end, other.end))
        case Allen.MET_BY:
            return _allen(Allen.MEETS, other, one)
        case Allen.OVERLAPPED_BY:
            return _allen(Allen.OVERLAPS, other, one)
        case Allen.STARTED_BY:
            return _allen(Allen.STARTS, other, one)
        case Allen.FINISHED_BY:
            return _allen(Allen.FINISHES, other, one)
        case _:
            assert_never(name)


def _metric(far: Distance, side: Side, pair: tuple[Ends, Ends], scene: Scene, tag: str) -> Formula:
    one, other = pair
    way = Stretch(one.start, other.end, back=False) if side is Side.AFTER else Stretch(other.start, one.end, back=True)
    formula = measured(way, far, scene, tag)
    if far.how is Near.WITHIN:
        return both(at_most(way.earlier, way.later, 0), formula)
    if far.how in {Bound.AT_MOST, Bound.LESS_THAN}:
        return both(at_most(way.earlier, way.later, -1), formula)
    return formula


def _near(length: AnyLength, pair: tuple[Ends, Ends], scene: Scene, tag: str) -> Formula:
    one, other = pair
    told = Distance(Bound.AT_MOST, length)
    after = Stretch(one.start, other.start, back=False)
    before = measured(Stretch(other.start, one.start, back=True), told, scene, tag)
    return both(measured(after, told, scene, tag), before)
