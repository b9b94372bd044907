"""Points of time in words: what they are of, which end, and how a difference between two of them reads.

A point is the text of a term: `s("deal-1")`, `e("gao")`, a number `n("stmt","role")`, `forever`, or tick 0 of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from reasoner.dossier.ir import Form
from reasoner.ground.ir import ZERO
from reasoner.language.ir import Condition, Name, Occurs
from reasoner.language.rewrite import find, walk
from reasoner.program.ir import Program
from reasoner.report.clean import clean
from reasoner.report.lexicon import Lexicon
from reasoner.report.measures import Units, in_unit, units_of_statements
from reasoner.report.symbols import Call, Symbol, brought_about, shown, symbol
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Sort
from reasoner.times.days_beside import day_words
from reasoner.times.ir import Civil, Date, Shape, Window
from reasoner.times.members import members
from reasoner.times.to_words import length_text, tick_words, window_words
from reasoner.times.windows import extent

_REPEATED = re.compile(r" \d+$")
"""What tells several numbers apart that one statement tells in one role."""


class End(Enum):
    """What of a thing a point is."""

    START = "began"
    END = "ended"
    MOMENT = "was"
    """Either end of a thing that is told as one moment."""
    NUMBER = "is"
    LAST = "is last"


@dataclass(frozen=True, slots=True)
class Point:
    """A point read: `of` is the id of the occurrence (empty if it has none), `name` its words, `unit` that of a number."""

    end: End
    of: str
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Clockwork:
    """Tells points and the bounds between them."""

    program: Program
    lexicon: Lexicon
    occurrences: frozenset[str]
    moments: frozenset[str]
    """Ids of documents, told as one moment."""
    events: frozenset[str]
    units: Units = field(default_factory=dict)
    made: Mapping[Symbol, str] = field(default_factory=dict)
    """The words of things without a name."""

    def point(self, text: str) -> Point:
        match symbol(text):
            case Call("s" | "e" as end, (of,)):
                ident = of if isinstance(of, str) else ""
                which = End.START if end == "s" else End.END
                return Point(End.MOMENT if ident in self.moments else which, ident, self.thing(of))
            case Call("n", (owner, role)):
                name = f"the number told by {shown(owner)}" + (f" ({shown(role)})" if role else "")
                unit = self.units.get((shown(owner), _REPEATED.sub("", shown(role))), "")
                return Point(End.NUMBER, "", clean(name), unit)
            case _:
                return Point(End.LAST, "", "the last of the times that are told")

    def thing(self, of: Symbol) -> str:
        """An occurrence by its name; one that a rule brought about, or that is supposed, by what made it."""
        if of in self.made:
            return self.made[of]
        match of:
            case str():
                return self.lexicon.name(of)
            case Call("new", (owner, which, *_)):
                return clean(brought_about(shown(owner), "" if which == 1 else shown(which)))
            case Call("fresh", _):
                return "what is supposed"
            case Call("beside", (_, _, 0, Call(args=(anchor,)))):
                return f"the first day of {self.thing(anchor)}"
            case Call("beside", (side, day, int(nth), Call("s" | "e" as end, (anchor,)))):
                usual = {"after": "e", "before": "s"}[shown(side)] == end
                of = self.thing(anchor) if usual else f"the {'start' if end == 's' else 'end'} of {self.thing(anchor)}"
                return f"the {day_words(day if isinstance(day, int) else None, nth)} {shown(side)} {of}"
            case Call("said", (statement, source)):
                return f"the report of {clean(shown(statement))} by {self.lexicon.name(shown(source))}"
            case other:
                return clean(shown(other))

    def noun(self, text: str) -> str:
        """Such as "the start of deal 1", "the second memo"."""
        point = self.point(text)
        which = {End.START: "the start of ", End.END: "the end of "}.get(point.end, "")
        return f"{which}{point.name}"

    # ------------------------------------------------------------ one point and a date

    def tick(self, ticks: int) -> int:
        """A tick as the calendar counts."""
        return ticks + self.program.origin

    def dated(self, text: str, low: int | None, high: int | None) -> str:
        """Where a point lies: "the Gao kidnapping was not before 1 April 2012". Ticks count from that of the program."""
        point = self.point(text)
        if point.end is End.NUMBER:
            sides = [self._from(low, point.unit)] if low is not None else []
            sides += [self._up_to(high, point.unit)] if high is not None else []
            return f"{point.name} is {' and '.join(sides)}"
        return f"{point.name} {self._verb(point, low=low is not None, high=high is not None)} {self._window(low, high)}"

    def _window(self, low: int | None, high: int | None) -> str:
        """Such as "before 1 August 2012", "no later than 1 July 2012, 00:00", "no earlier than 1 April 2012"."""
        zone, clock = self.lexicon.zone, self.lexicon.clock
        window = Window(None if low is None else self.tick(low), None if high is None else self.tick(high))
        words = window_words(window, zone=zone, clock=clock)
        if low is None and window.latest is not None and not words.startswith("before "):
            return f"no later than {tick_words(window.latest, zone=zone, clock=clock)}"
        return words.replace("not before", "no earlier than", 1)

    def _verb(self, point: Point, *, low: bool, high: bool) -> str:
        """What does not begin before a day is not before it, and what ends before a day is before it."""
        if point.end in {End.MOMENT, End.LAST}:
            return "was"
        if point.of in self.events and ((point.end is End.START and not high) or (point.end is End.END and not low)):
            return "was"
        return str(point.end.value)

    def _number(self, count: int, unit: str) -> str:
        return in_unit(Fraction(count, self.program.scale), unit)

    def _from(self, low: int, unit: str) -> str:
        """Such as "at least 0.6 m"; what lies between the numbers that are told is more than the one below."""
        over = low % self.program.fine
        return f"more than {self._number(low - over, unit)}" if over else f"at least {self._number(low, unit)}"

    def _up_to(self, high: int, unit: str) -> str:
        """Such as "at most 0.6 m", "less than 0.7 m"."""
        under = -high % self.program.fine
        return f"less than {self._number(high + under, unit)}" if under else f"at most {self._number(high, unit)}"

    def widened(self, readings: tuple[Condition, ...], limit: Limit) -> str:
        """By how much `~` widened the date of a statement from which this bound of one point comes; empty if it did not."""
        tick = self.tick(limit.ticks if limit.right == ZERO else -limit.ticks)
        dates = (plain for date in find(readings, Date) for plain in members(date))
        sides = (side for date in dates for side in (date.first, date.last))
        for side in (side for side in sides if isinstance(side, Civil) and side.is_rough):
            told = extent(Date(Shape.DATE, side, side), zone=self.lexicon.zone, clock=self.lexicon.clock)
            first, last = told.start.earliest, told.start.latest
            if first is not None and last is not None and tick in {first - 1, first, last, last + 1}:
                return told.widened
        return ""

    # ------------------------------------------------------------ two points

    def limit(self, limit: Limit) -> str:
        """A bound `left - right <= ticks` as a clause: "the Gao kidnapping ended before deal 1 began"."""
        if limit.right == ZERO:
            return self.dated(limit.left, None, limit.ticks)
        if limit.left == ZERO:
            return self.dated(limit.right, -limit.ticks, None)
        left, right = self.point(limit.left), self.point(limit.right)
        if End.NUMBER in (left.end, right.end):
            return self._numbers(left, right, limit.ticks)
        if left.end is End.LAST:
            return f"nothing ended {right.name}"
        if limit.ticks == -1 and (left.end, right.end) == (End.END, End.START) and {left.of, right.of} <= self.events:
            return f"{left.name} came before {right.name}"
        if left.of and left.of == right.of:
            return self._lasting(left, limit.ticks, is_start=left.end is End.START)
        far = length_text(abs(limit.ticks), self.lexicon.clock)
        how = {0: "no later than", -1: "before"}.get(limit.ticks)
        how = how or (f"at least {far} before" if limit.ticks < 0 else f"at most {far} after")
        return f"{left.name} {left.end.value} {how} {self._clause(right)}"

    def refuted(self, limit: Limit) -> str:
        """What is so where a bound cannot be: its complement; of a number in the terms of the bound itself."""
        if limit.right == ZERO and (left := self.point(limit.left)).end is End.NUMBER:
            over = limit.ticks % self.program.fine
            more = f"more than {self._number(limit.ticks, left.unit)}" if not over else self._from(limit.ticks + 1, left.unit)
            return f"{left.name} is {more}"
        if limit.left == ZERO and (right := self.point(limit.right)).end is End.NUMBER:
            over = limit.ticks % self.program.fine
            less = (
                f"less than {self._number(-limit.ticks, right.unit)}" if not over else self._up_to(-limit.ticks - 1, right.unit)
            )
            return f"{right.name} is {less}"
        return self.limit(Limit(limit.right, limit.left, -limit.ticks - 1))

    def length(self, ticks: int) -> str:
        return length_text(ticks, self.lexicon.clock)

    def _clause(self, point: Point) -> str:
        return point.name if point.end in {End.MOMENT, End.LAST} else f"{point.name} {point.end.value}"

    def _numbers(self, left: Point, right: Point, ticks: int) -> str:
        unit = left.unit or right.unit
        if ticks < 0:
            return f"{left.name} is less than {right.name} by at least {self._number(-ticks, unit)}"
        more = f" by at most {self._number(ticks, unit)}" if ticks else ""
        return f"{left.name} is above {right.name}{more}" if more else f"{left.name} is at most {right.name}"

    def _lasting(self, point: Point, ticks: int, *, is_start: bool) -> str:
        """Both ends of one thing: `s - e <= -k` is at least so long, `e - s <= k` at most."""
        if is_start:
            return f"{point.name} lasted at least {self.length(-ticks)}"
        return f"{point.name} lasted at most {self.length(ticks)}"


def clockwork(program: Program, lexicon: Lexicon, made: Mapping[Symbol, str] = MappingProxyType({})) -> Clockwork:
    """What tells the times of a program; `made` are the words of things without a name."""
    theory = program.theory
    documents = frozenset(named.id for named in theory.names if named.sort is Sort.DOCUMENT)
    forms = dict(_forms(program, lexicon))
    occurrences = frozenset(named.id for named in theory.names if named.sort is Sort.OCCURRENCE)
    events = frozenset(of for of, form in forms.items() if form is Form.EVENT)
    return Clockwork(program, lexicon, occurrences, documents, events, units_of_statements(theory), made)


def _forms(program: Program, lexicon: Lexicon) -> Iterator[tuple[str, Form | None]]:
    """The occurrences that statements name, each with its form."""
    for said in program.theory.said:
        for node in walk(said.readings):
            if isinstance(node, Occurs) and isinstance(node.name, Name):
                yield node.name.id, lexicon.form(node.atom.predicate)
