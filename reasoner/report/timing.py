"""Whether a thing meets a condition on its times by the bounds that hold for them, and if it does not, how it misses.

Never more than the bounds say: what they leave open stays open, and a condition that can be missed either way has no way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from reasoner.explanation.networks import Network
from reasoner.ground.ir import ZERO
from reasoner.program.formula import Amount, Conj, Disj, Formula, InMonths, Le, Neg, OnDayLike, SameDayAs, at_most, minus, plus
from reasoner.program.moments import Calendar
from reasoner.program.terms import renamed
from reasoner.times.civil import day_of
from reasoner.times.daylike import is_like
from reasoner.times.ir import Window
from reasoner.times.months import least_most, pieces

_DAY = 86_400
_FAR = 4_000 * _DAY


class Miss(Enum):
    """How a thing misses what is asked of its times."""

    BEGAN_EARLY = "began too early"
    BEGAN_LATE = "began too late"
    ENDED_EARLY = "ended too early"
    ENDED_LATE = "ended too late"
    SHORT = "did not last long enough"
    LONG = "lasted too long"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether it is met, None if that is open; where it is not, how it is missed, as far as it is always missed so."""

    met: bool | None
    misses: frozenset[Miss] = frozenset()


_OPEN = Answer(None)


@dataclass(frozen=True, slots=True)
class Timing:
    """Asks of `thing`, a term of the program, by the bounds of a network; `terms` are what variables stand for."""

    thing: str
    network: Network
    calendar: Calendar
    terms: Mapping[str, str]

    def answer(self, formula: Formula) -> Answer:
        """Whether the formula is true wherever the bounds hold, or false wherever they do."""
        match formula:
            case Le(left, right, limit):
                return self._le(left, right, limit)
            case Neg(Le(left, right, limit)):
                return self._le(right, left, -limit - 1) if isinstance(limit, int) else _OPEN
            case Neg(inner):
                met = self.answer(inner).met
                return Answer(None if met is None else not met)
            case Conj(items):
                return _all([self.answer(item) for item in items])
            case Disj(items):
                return _any([self.answer(item) for item in items])
            case InMonths():
                return self._months(formula)
            case SameDayAs(left, right):
                return self._same_day(self._point(left), self._point(right))
            case OnDayLike(point, kind):
                return self._on_day_like(self._point(point), kind)
            case _:
                assert_never(formula)

    # ------------------------------------------------------------ bounds

    def _le(self, left: str, right: str, limit: Amount) -> Answer:
        """`left - right <= limit`."""
        if not isinstance(limit, int):
            return _OPEN
        one, other = self._point(left), self._point(right)
        most, back = self.network.most(one, other), self.network.most(other, one)
        if most is not None and most <= limit:
            return Answer(met=True)
        if back is not None and back < -limit:
            return Answer(met=False, misses=frozenset(self._missed(one, other)))
        return _OPEN

    def _missed(self, left: str, right: str) -> Iterable[Miss]:
        """What is so where `left` lies too far after `right`."""
        start, end = f"s({self.thing})", f"e({self.thing})"
        if (left, right) == (end, start):
            return (Miss.LONG,)
        if (left, right) == (start, end):
            return (Miss.SHORT,)
        late = {start: Miss.BEGAN_LATE, end: Miss.ENDED_LATE}
        early = {start: Miss.BEGAN_EARLY, end: Miss.ENDED_EARLY}
        return [miss for miss in (late.get(left), early.get(right)) if miss is not None]

    def _point(self, text: str) -> str:
        return ZERO if text == "0" else renamed(text, self.terms)

    # ------------------------------------------------------------ months and days

    def _months(self, told: InMonths) -> Answer:
        """As the bounds are for every length that the count of months can have there."""
        found = [_all([self.answer(bound) for bound in _between(told, ticks)]) for ticks in self._lengths(told)]
        if found and all(one.met for one in found):
            return Answer(met=True)
        return _any(found) if found and all(one.met is False for one in found) else _OPEN

    def _lengths(self, told: InMonths) -> Sequence[int]:
        """What the count can last, from where it is counted; where that is not known, a little less and more than it ever can."""
        if not isinstance(told.months, int):
            return ()
        theory, origin = self.calendar.theory, self.calendar.origin
        counted = told.later if told.back else told.earlier
        first, last = self._range(self._point(counted.point), counted.offset + origin)
        if first is None or last is None or last - first > _FAR // theory.clock.value:
            least, most = least_most(told.months, theory.clock)
            day = _DAY // theory.clock.value
            return least - day, most + day
        months = -told.months if told.back else told.months
        return [abs(piece.ticks) for piece in pieces(Window(first, last), months, zone=theory.zone, clock=theory.clock)]

    def _on_day_like(self, point: str, kind: str) -> Answer:
        """It lies on a day of that kind, as far as its day is known."""
        first, last = self._days(point)
        return Answer(met=is_like(first, kind)) if first is not None and first == last else _OPEN

    def _same_day(self, one: str, other: str) -> Answer:
        """Both lie on one calendar day."""
        if one == other:
            return Answer(met=True)
        first, last = self._days(one)
        other_first, other_last = self._days(other)
        if first is not None and other_last is not None and first > other_last:
            return Answer(met=False, misses=frozenset(self._missed(one, other)))
        if last is not None and other_first is not None and last < other_first:
            return Answer(met=False, misses=frozenset(self._missed(other, one)))
        days = {first, last, other_first, other_last}
        return Answer(met=True) if len(days) == 1 and None not in days else _OPEN

    def _days(self, point: str) -> tuple[int | None, int | None]:
        """The first and the last day on which a point can lie."""
        zone, clock = self.calendar.theory.zone, self.calendar.theory.clock
        first, last = self._range(point, self.calendar.origin)
        days = [None if tick is None else day_of(tick, zone=zone, clock=clock) for tick in (first, last)]
        return days[0], days[1]

    def _range(self, point: str, more: int) -> tuple[int | None, int | None]:
        """The first and the last tick of a point, and so many ticks on."""
        most, back = self.network.most(point, ZERO), self.network.most(ZERO, point)
        return None if back is None else more - back, None if most is None else more + most


def _between(told: InMonths, length: int) -> Iterator[Formula]:
    """The bounds of a distance in months where the count lasts so many ticks."""
    if told.low is not None:
        yield at_most(told.earlier, told.later, minus(plus(told.low, length)))
    if told.high is not None:
        yield at_most(told.later, told.earlier, plus(told.high, length))


def _all(answers: Sequence[Answer]) -> Answer:
    """Every one is met; what is missed is what any misses."""
    missed = [one.misses for one in answers if one.met is False]
    if missed:
        return Answer(met=False, misses=frozenset[Miss]().union(*missed))
    return Answer(met=True) if all(one.met for one in answers) else _OPEN


def _any(answers: Sequence[Answer]) -> Answer:
    """One is met; it is missed in one way if all are missed in the same."""
    if any(one.met for one in answers):
        return Answer(met=True)
    if not all(one.met is False for one in answers):
        return _OPEN
    ways = dict.fromkeys(one.misses for one in answers)
    return Answer(met=False, misses=next(iter(ways)) if len(ways) == 1 else frozenset())
