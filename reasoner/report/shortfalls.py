"""What a shortfall is: the bound or tolerance as told, by how much it misses, and the least that would do.

Tolerances of years, quarters, months, weeks and days are told in days, those of hours in minutes; bounds in their own
unit, those of months and years in days, since a part of a month has no fixed length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from reasoner.explanation.ir import Conflict, Shortfall
from reasoner.language.ir import (
    AnyLength,
    Bound,
    Distance,
    FixedLength,
    Near,
    Param,
    VarLength,
    WithinOf,
)
from reasoner.language.rewrite import walk
from reasoner.program.ir import Program, Tag
from reasoner.report.ir import Line, Ref
from reasoner.report.rules import singular
from reasoner.report.sentences import capital, joined, stopped
from reasoner.report.terms import distance_words
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.lengths import half_unit, one_unit
from reasoner.times.to_words import length_text

_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3_600, Unit.DAY: 86_400, Unit.WEEK: 604_800}
_DAY = 86_400
_VARIABLE = re.compile(r"\b[A-Z]\w*\b")
_IN_CONTENTS = re.compile(r"\bP\d+\b")
"""The numbers of all contents of one shape, which differ from content to content."""
_NAMES = ((604_800, "week"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


@dataclass(frozen=True, slots=True)
class Missed:
    """A bound or tolerance that misses. All numbers are ticks.

    `of` is the statement or rule that tells it, or a content, which is not `named`; `phrase` its words. `tolerance`: `now` and `would_do` are how far either
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
    named: bool = True

    @property
    def enough(self) -> bool:
        """Whether a bound of that kind can do at all."""
        return self.tolerance or not self.least or self.would_do > 0


def told_shortfalls(conflict: Conflict, program: Program) -> tuple[Shortfall, ...]:
    """Those of bounds and tolerances that a statement or a rule tells; nobody tells the bounds of what is supposed."""
    own = frozenset(f"silence {pattern.key}" for pattern in program.patterns)
    supposed = frozenset(tag.id for tag in program.tags if tag.owner in own)
    return tuple(one for one in conflict.shortfalls if one.tag not in supposed)


def missed(shortfall: Shortfall, program: Program, bindings: Mapping[str, str]) -> Missed:
    """The shortfall in terms of the phrase that it comes from; `bindings` are those of a rule's instance."""
    tag = next(one for one in program.tags if one.id == shortfall.tag)
    theory, clock = program.theory, program.theory.clock
    far = distance_of(tag)
    slack = tolerance(far, clock, bindings)
    if slack is not None:
        unit = _unit_of_tolerance(far, clock)
        now, least, wide = slack, False, slack + shortfall.short_by
    else:
        unit = _unit_of_bound(_first_length(far), clock)
        least = shortfall.limit.ticks < 0
        now = _strict(far, abs(shortfall.limit.ticks))
        wide = now - shortfall.short_by if least else now + shortfall.short_by
    would_do = max(0, wide // unit * unit) if least else -(-wide // unit) * unit
    named = tag.owner in {*(said.id for said in theory.said), *(law.id for law in theory.laws)}
    phrase = phrase_of(far, bindings)
    return Missed(tag.owner, phrase, slack is not None, least, now, shortfall.short_by, would_do, unit, named)


def _strict(far: Distance, ticks: int) -> int:
    """`more than 1 year` asks for a tick more than a year, `less than` for one less."""
    if far.how is Bound.MORE_THAN:
        return ticks - 1
    return ticks + 1 if far.how is Bound.LESS_THAN else ticks


def distance_of(tag: Tag) -> Distance:
    """The length with its bound or tolerance in the condition of a tag."""
    return next(_as_distance(node) for node in walk(tag.condition) if isinstance(node, Distance | WithinOf))


def _as_distance(node: Distance | WithinOf) -> Distance:
    return node if isinstance(node, Distance) else Distance(Near.WITHIN, node.length)


def _first_length(far: Distance) -> Length:
    """The length as told; of `N years` one of its unit."""
    return Length(_parts(far.length, {}))


def tolerance(far: Distance, clock: Clock, bindings: Mapping[str, str]) -> int | None:
    """How many ticks either way a length may be off; None for a bound. `bindings` has the N of `± N days`."""
    if far.upper is not None or isinstance(far.how, Bound) or far.how is Near.WITHIN:
        return None
    length = _first_length(far)
    if far.give is not None:
        parts = [one_unit(Length(((Fraction(1), unit),)), clock) * amount for amount, unit in _parts(far.give, bindings)]
        return int(sum(parts))
    if far.how is Near.ABOUT:
        return one_unit(length, clock)
    return 0 if far.how is Near.EXACTLY else half_unit(length, clock)


def _parts(length: AnyLength, bindings: Mapping[str, str]) -> tuple[tuple[Fraction, Unit], ...]:
    """The amounts of a length by unit; one for an N that is bound to nothing."""
    match length:
        case FixedLength(fixed):
            return fixed.parts
        case VarLength(var, unit):
            return ((Fraction(bindings.get(var.id, "1")), unit),)
        case Param(ident):
            msg = f"parameter ${ident} was not put in"
            raise AssertionError(msg)
        case _:
            assert_never(length)


def is_default(far: Distance) -> bool:
    """Whether the tolerance is one that nobody told: that of a bare count, or of `about`."""
    return far.upper is None and far.give is None and far.how in {Near.PLAIN, Near.ABOUT}


def _unit_of_tolerance(far: Distance, clock: Clock) -> int:
    told = _first_length(far) if far.give is None else Length(_parts(far.give, {}))
    seconds = _seconds(told)
    if seconds == _SECONDS[Unit.HOUR] and far.give is None:
        seconds = _SECONDS[Unit.MINUTE]
    return max(1, min(seconds, _DAY) // clock.value)


def _unit_of_bound(length: Length, clock: Clock) -> int:
    return max(1, _seconds(length) // clock.value)


def _seconds(length: Length) -> int:
    """The smallest unit that a length is told in, in seconds; a day for months and what is longer."""
    return min(_SECONDS.get(unit, _DAY) for _, unit in length.parts)


def phrase_of(far: Distance, bindings: Mapping[str, str]) -> str:
    """The length as told: "two years", "within 72 hours", "more than 1 years" with a number of the data put in."""
    words = _VARIABLE.sub(lambda found: bindings.get(found[0], found[0]), distance_words(far))
    return singular(_IN_CONTENTS.sub("so many", words))


def in_unit(ticks: int, unit: int, clock: Clock) -> str:
    """So many ticks counted in whole units: "438 days", "169 hours"."""
    name = next(name for size, name in _NAMES if unit * clock.value >= size)
    count = ticks // unit
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"


def shortfall_line(shortfall: Shortfall, told: Missed, clock: Clock, what: str) -> Line:
    """The shortfall of a conflict, with what must be supposed for it, and whether that ends no more than this; `what` it is."""
    words = shortfall_words(told, clock)
    line: Line = (stopped(capital(words)),)
    if shortfall.supposing:
        supposed = joined([(Ref(guard.of),) for guard in shortfall.supposing])
        line = ("If ", *supposed, f" {'is' if len(shortfall.supposing) == 1 else 'are'} supposed, {stopped(words)}")
    return (
        *line,
        *((f" That would end this {what} only.",) if shortfall.others_remain and told.enough else ()),
        *((" ", Ref(told.of)) if told.named else ()),  # a content has no id to ask for
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
