"""Facts that a program asks for while it is grounded: lengths of months, days, and guards of instances and of silence.

`need(months(24,back,s("memo")))` becomes `length(24,back,s("memo"),0,1052640,1052640).`: the count has this length
wherever memo starts. Where its length changes inside the hull of the dates that memo was given, there is one numbered
piece for each length, and where nothing is known of the date the least and the most length stand in; `unbounded(P)` says
so of a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reasoner.diagnostics import NOWHERE, Diagnostic, Span
from reasoner.language.ir import Arith, Compare, Content, Every, Var, VarLength
from reasoner.language.rewrite import contains, find
from reasoner.program.beside import Beside, beside_of
from reasoner.program.days import DaysTold
from reasoner.program.hulls import Hull, Hulls
from reasoner.program.moments import Calendar
from reasoner.program.periods import PeriodsTold
from reasoner.program.ranges import first_of
from reasoner.times.ir import Piece, Window
from reasoner.times.months import least_most, pieces

_MOST_PIECES = 400
_FAULTS = MappingProxyType(
    {
        "inexact": (
            "T093",
            "multiplies, adds up, takes as a length or into a content a number told with a tolerance, which is not supported",
            "tell the number exactly, or compare it alone",
        ),
        "opaque": (
            "T093",
            "compares in its raw block a number that is told with a tolerance, which is not supported",
            "write `_` for it there, and compare it in a rule of the language",
        ),
        "uneven": (
            "T093",
            "counts time by a number that comes to no whole months, or to a length that the clock cannot count",
            "parts of a month have no fixed length: tell the rest in days; for a shorter time use a finer `clock`",
        ),
        "frequent": (
            "T046",
            "asks for something in more than 400 periods, one by one",
            "say when it begins and when it ends, or ask for it in longer periods",
        ),
        "oversized": (
            "T064",
            "reckons with a number that a rule has made, and comes to more than 2,147,483,647 of the smallest parts that are told",
            "tell the numbers in larger units",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Needs:
    """Answers what a program needs to be told."""

    calendar: Calendar
    hulls: Hulls

    @property
    def days(self) -> DaysTold:
        return DaysTold(self.calendar)

    @property
    def periods(self) -> PeriodsTold:
        return PeriodsTold(self.calendar, self.hulls)

    def faults(self, needs: Sequence[tuple[str, str]]) -> tuple[Diagnostic, ...]:
        """What is wrong where the program asks for what cannot be: for each kind of need with its statement or rule.

        What a number that is too large becomes is not told of the rules that go on with it.
        """
        owned = [(kind, owner.strip('"')) for kind, owner in needs if kind in _FAULTS]
        first = first_of([owner for kind, owner in owned if kind == "oversized"], self.calendar.theory.laws)
        return tuple(self._fault(kind, owner) for kind, owner in owned if kind != "oversized" or owner in first)

    def _fault(self, kind: str, of: str) -> Diagnostic:
        code, message, hint = _FAULTS[kind]
        return Diagnostic(code, self._place(of, kind), f"`{of}` {message}", hint)

    def _place(self, of: str, kind: str) -> Span:
        """The first length or sum with a variable in it, else the first such content or comparison, as far as the statement or rule has one."""
        theory = self.calendar.theory
        spans = {**{said.id: said.span for said in theory.said}, **{law.id: law.span for law in theory.laws}}
        lines = [(law.given, law.unless, law.then, law.never, law.must) for law in theory.laws if law.id == of]
        if kind == "frequent":
            every = (one.span for one in find(tuple(lines), Every))
            return next(every, spans.get(of, NOWHERE))
        kinds = (VarLength,) if kind == "uneven" else (VarLength, Arith)
        nodes = [node for sort in (kinds, (Content, Compare)) for node in find(tuple(lines), *sort)]
        varied = (node.span for node in nodes if contains(node, Var))
        return next(varied, spans.get(of, NOWHERE))

    def answer(self, kind: str, args: tuple[str, ...], *, fresh: bool = False) -> tuple[str, ...]:
        """Facts for one need; `args` are the ASP texts of its arguments.

        `fresh`: it speaks of a thing that is itself only supposed; such things get no guard of their own.
        """
        if kind == "months":
            return self._months(int(args[0]), args[1], args[2])
        if kind == "days":
            return self.days.together(",".join(args), self._better(args))
        if kind == "beside":
            told = Beside.read(f"beside({','.join(args)})")
            return self.days.beside(told, self._hull(told.anchor))
        if kind == "onday":
            return self.days.runs(args[0], args[1].strip('"'), self._hull(args[0]))
        if kind == "kinds":
            return self.days.kinds((args[0].strip('"'), args[1].strip('"')))
        if kind == "both":
            return self.days.both(Beside.read(args[0]), Beside.read(args[1]))
        if kind == "periods":
            return self.periods.told(args)
        return () if fresh else (f"guard({kind}({','.join(args)})).",)

    def _hull(self, point: str) -> Hull | None:
        if point.lstrip("-").isdigit():
            return Hull(int(point), int(point), certain=True)
        day = beside_of(point)
        return self.hulls.of(point) if day is None else self.days.hull(day, self._hull(day.anchor))

    def _better(self, pair: Sequence[str]) -> Hull | None:
        """The hull of the better known of two points."""
        known = [hull for point in pair if (hull := self._hull(point)) is not None and hull.earliest <= hull.latest]
        return min(known, key=lambda one: (not one.certain, one.latest - one.earliest), default=None)

    def single(self, months: int, way: str, point: str) -> int | None:
        """The one length of the count, if there is just one and no guard can change that."""
        found = self.lengths(months, way, point)
        return found[0].ticks if len(found) == 1 and self._certain(point) else None

    def _certain(self, point: str) -> bool:
        hull = self._hull(point)
        return hull is not None and hull.certain

    def lengths(self, months: int, way: str, point: str) -> tuple[Piece, ...]:
        """The pieces inside the hull of the point, each with the length of the count there; none if nothing is known."""
        hull = self._hull(point)
        if hull is None or hull.earliest > hull.latest:
            return ()
        origin, theory = self.calendar.origin, self.calendar.theory
        sign = -1 if way == "back" else 1
        window = Window(hull.earliest + origin, hull.latest + origin)
        found = pieces(window, sign * months, zone=theory.zone, clock=theory.clock)
        return found if len(found) <= _MOST_PIECES else ()

    def _months(self, months: int, way: str, point: str) -> tuple[str, ...]:
        found = self.lengths(months, way, point)
        key = f"{months},{way},{point}"
        if not found:
            return (f"length({key},0,{self._bounds(months)}).", f"unbounded({point}).")
        lines: list[str] = []
        certain = self._certain(point)
        for nth, piece in enumerate(found):
            length = abs(piece.ticks)
            lines.append(f"length({key},{nth},{length},{length}).")
            first, last = piece.window.earliest, piece.window.latest
            assert first is not None
            assert last is not None
            if nth > 0 or not certain:
                lines.append(f"from({key},{nth},{first - self.calendar.origin}).")
            if nth < len(found) - 1 or not certain:
                lines.append(f"upto({key},{nth},{last - self.calendar.origin}).")
        if not certain:
            hull = self._hull(point)
            assert hull is not None
            for nth, side in (
                (len(found), f"upto({key},{len(found)},{hull.earliest - 1})."),
                (len(found) + 1, f"from({key},{len(found) + 1},{hull.latest + 1})."),
            ):
                lines += [f"length({key},{nth},{self._bounds(months)}).", side]
            if hull.open:
                lines.append(f"unbounded({point}).")
        return tuple(lines)

    def _bounds(self, months: int) -> str:
        """The least and the most that the count can last, wherever it starts."""
        least, most = least_most(months, self.calendar.theory.clock)
        return f"{least},{most}"
