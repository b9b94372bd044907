"""What a shortfall is: the bound or tolerance as told, by how much it misses, and the least that would do.

Tolerances of years, quarters, months, weeks and days are told in days, those of hours in minutes; bounds in their own
unit, those of months and years in days, since a part of a month has no fixed length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reasoner.explanation.ir import Conflict, Shortfall
from reasoner.ground.ir import Told
from reasoner.language.ir import Bound, Distance, FixedLength, Near, VarLength, WithinOf
from reasoner.language.rewrite import find, rewrite
from reasoner.program.ir import Pattern, Tag
from reasoner.program.lengths import tolerance
from reasoner.report.ir import Line, Ref
from reasoner.report.sentences import capital, joined, stopped
from reasoner.report.terms import distance_words
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.to_words import length_text

_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3_600, Unit.DAY: 86_400, Unit.WEEK: 604_800}
_DAY = 86_400
_NAMES = ((604_800, "week"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


@dataclass(frozen=True, slots=True)
class Missed:
    """A bound or tolerance that misses. All numbers are ticks.

    `of` is the statement or rule that tells it, or a content; `phrase` its words. `tolerance`: `now` and `would_do` are how far either
    way the length may be off; else they are the bound itself, and `least` says that less of it is wider.
    """

    of: str
    phrase: str
    tolerance: bool
    least: bool
    now: int
    short_by: int
    would_do: int
    unit: int

    @property
    def enough(self) -> bool:
        """Whether a bound of that kind can do at all: "at least 0 days" is the widest."""
        return self.tolerance or not self.least or self.would_do >= 0


Tags = Mapping[str, Tag]
"""By id the bounds and tolerances as they are told."""


def told_shortfalls(conflict: Conflict, tags: Tags, patterns: Iterable[Pattern]) -> tuple[Shortfall, ...]:
    """Those of bounds and tolerances that a statement or a rule tells; nobody tells the bounds of what is supposed."""
    own = frozenset(f"silence {pattern.key}" for pattern in patterns)
    return tuple(one for one in conflict.shortfalls if tags[one.told.tag].owner not in own)


def missed(shortfall: Shortfall, tags: Tags, clock: Clock) -> Missed:
    """The shortfall in terms of the phrase that it comes from."""
    far = distance_of(shortfall.told, tags)
    slack = tolerance(far, clock)
    if slack is not None:
        unit = _unit_of_tolerance(far, clock)
        now, least, wide = slack, False, slack + shortfall.short_by
    else:
        unit = _unit_of_bound(far, clock)
        ticks = shortfall.limit.ticks - shortfall.told.shift
        least = _is_least(far, ticks)
        now = _strict(far, -ticks if least else ticks)
        wide = now - shortfall.short_by if least else now + shortfall.short_by
    would_do = wide // unit * unit if least else -(-wide // unit) * unit
    owner = tags[shortfall.told.tag].owner
    return Missed(owner, distance_words(far), slack is not None, least, now, shortfall.short_by, would_do, unit)


def _is_least(far: Distance, ticks: int) -> bool:
    """Whether it is the least distance that is missed; of a distance between two lengths that which its limit tells."""
    return ticks < 0 if far.upper is not None else far.how in {Bound.AT_LEAST, Bound.MORE_THAN}


def _strict(far: Distance, ticks: int) -> int:
    """`more than 1 year` asks for a tick more than a year, `less than` for one less."""
    if far.how is Bound.MORE_THAN:
        return ticks - 1
    return ticks + 1 if far.how is Bound.LESS_THAN else ticks


def distance_of(told: Told, tags: Tags) -> Distance:
    """The length with its bound or tolerance, with the numbers of the data where it takes any."""
    numbers = dict(told.values)
    node = next(find(tags[told.tag].phrase, Distance, WithinOf))
    far = node if isinstance(node, Distance) else Distance(Near.WITHIN, node.length)
    return rewrite(far, lambda part: _with_number(part, numbers) if isinstance(part, VarLength) else part)


def _with_number(length: VarLength, numbers: Mapping[str, str]) -> FixedLength:
    return FixedLength(Length(((Fraction(numbers[length.var.id]), length.unit),)))


def is_default(far: Distance) -> bool:
    """Whether the tolerance is one that nobody told: that of a bare count, or of `about`."""
    return far.upper is None and far.give is None and far.how in {Near.PLAIN, Near.ABOUT}


def _unit_of_tolerance(far: Distance, clock: Clock) -> int:
    seconds = _seconds(far if far.give is None else Distance(Near.PLAIN, far.give))
    if seconds == _SECONDS[Unit.HOUR] and far.give is None:
        seconds = _SECONDS[Unit.MINUTE]
    return max(1, min(seconds, _DAY) // clock.value)


def _unit_of_bound(far: Distance, clock: Clock) -> int:
    return max(1, _seconds(far) // clock.value)


def _seconds(far: Distance) -> int:
    """The smallest unit that the length is told in, in seconds; a day for months and what is longer."""
    assert isinstance(far.length, FixedLength), "parameters and numbers of the data are put in"
    return min(_SECONDS.get(unit, _DAY) for _, unit in far.length.length.parts)


def in_unit(ticks: int, unit: int, clock: Clock) -> str:
    """So many ticks counted in whole units: "438 days", "169 hours"."""
    name = next(name for size, name in _NAMES if unit * clock.value >= size)
    count = ticks // unit
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"


def shortfall_line(shortfall: Shortfall, told: Missed, clock: Clock, what: str, *, named: bool) -> Line:
    """The shortfall of a conflict, with what must be supposed for it, and whether that ends no more than this; `what` it is.

    `named`: who tells it is a statement or a rule; a content has no id to ask for.
    """
    words = shortfall_words(told, clock)
    line: Line = (stopped(capital(words)),)
    if shortfall.supposing:
        supposed = joined([(Ref(guard.of),) for guard in shortfall.supposing])
        line = ("If ", *supposed, f" {'is' if len(shortfall.supposing) == 1 else 'are'} supposed, {stopped(words)}")
    return (
        *line,
        *((f" That would end this {what} only.",) if shortfall.others_remain and told.enough else ()),
        *((" ", Ref(told.of)) if named else ()),
    )


def shortfall_words(told: Missed, clock: Clock) -> str:
    """Such as "“two years” is taken as good to 182 days either way; that is short by 255 days and 2 minutes. .."."""
    now, short = length_text(told.now, clock), length_text(told.short_by, clock)
    enough = in_unit(told.would_do, told.unit, clock)
    if told.tolerance:
        less = in_unit(told.would_do - told.unit, told.unit, clock)
        good = f"is taken as good to {now} either way" if told.now else "leaves no room either way"
        first = f"“{told.phrase}” {good}, which is short by {short}"
        return f"{first}; a tolerance of {enough} would do, {less} would not"
    if not told.enough:
        return f"“{told.phrase}” is missed by {short}; no such distance would do"
    other = in_unit(told.would_do + (told.unit if told.least else -told.unit), told.unit, clock)
    return f"“{told.phrase}” is missed by {short}; {enough} would do in its place, {other} would not"
