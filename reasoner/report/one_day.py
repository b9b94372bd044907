"""Things that are dated by one and the same day or minute: which of them came first, their dates do not say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reasoner.ground.ir import ZERO, Part
from reasoner.program.ir import Program
from reasoner.report.symbols import Call, symbol
from reasoner.times.civil import day_of, days_window
from reasoner.times.ir import Clock, Window

_Windows = Mapping[str, Window]


@dataclass(frozen=True, slots=True)
class Windows:
    """Where occurrences lie by the bounds that are stated for them; ticks of the calendar."""

    of: _Windows
    zone: str
    clock: Clock

    def shared(self, one: str, other: str) -> str:
        """The unit, "day" or "minute", by which one of the two is dated so that the other lies inside it; else empty."""
        left, right = self.of.get(one), self.of.get(other)
        if left is None or right is None:
            return ""
        for wide, narrow in ((left, right), (right, left)):
            if _inside(narrow, wide) and (unit := self._unit(wide)):
                return unit
        return ""

    def _unit(self, window: Window) -> str:
        """The unit of which a window is exactly one."""
        first, last = window.earliest, window.latest
        if first is None or last is None:
            return ""
        day = day_of(first, zone=self.zone, clock=self.clock)
        if days_window(day, day, zone=self.zone, clock=self.clock) == window:
            return "day"
        return "minute" if (last - first + 1) * self.clock.value == 60 and first * self.clock.value % 60 == 0 else ""


def _inside(inner: Window, outer: Window) -> bool:
    match inner, outer:
        case Window(int(first), int(last)), Window(int(low), int(high)):
            return low <= first and last <= high
        case _:
            return False


def windows_of(parts: Sequence[Part], program: Program) -> Windows:
    """The closest bounds imposed on the start and the end of each named occurrence, by whatever statement."""
    lows: defaultdict[str, list[int]] = defaultdict(list)
    highs: defaultdict[str, list[int]] = defaultdict(list)
    for bound in (bound for part in parts for bound in part.bounds if not bound.reified):
        if bound.left == ZERO and (of := _named(bound.right, "s")):
            lows[of].append(program.origin - bound.limit)
        if bound.right == ZERO and (of := _named(bound.left, "e")):
            highs[of].append(program.origin + bound.limit)
    found = {of: Window(max(lows[of]), min(highs[of])) for of in sorted(lows) if of in highs}
    return Windows(found, program.theory.zone, program.theory.clock)


def _named(point: str, end: str) -> str:
    match symbol(point):
        case Call(name, (str() as of,)) if name == end:
            return of
        case _:
            return ""
