"""Times as values: units, lengths, dates as written, and the windows of ticks that they stand for.

A tick is an integer on a grid without a horizon. Tick 0 begins at 1970-01-01T00:00Z of the proleptic Gregorian
calendar; a `Clock` says how many seconds a tick lasts. A day of civil date n (days since 1970-01-01) in zone Z is the
ticks of its 24 hours there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction


class Clock(Enum):
    """The grid of ticks; the value is the length of one tick in seconds."""

    SECOND = 1
    MINUTE = 60
    HOUR = 3600


class Unit(Enum):
    """Units of length, from small to large; the value is the word in the singular."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as told, `1 year 6 months`: pairs of amount and unit, largest unit first as written."""

    parts: tuple[tuple[Fraction, Unit], ...]


@dataclass(frozen=True, slots=True)
class PartMark:
    """`?`, `~` or `%` on a part of a date: to its left it marks that part `alone`, to its right all up to there.

    `part` is the year, the month (or the season) or the day.
    """

    sign: str
    part: Unit
    alone: bool


@dataclass(frozen=True, slots=True)
class Civil:
    """A date as written, as far as it is told: year (astronomical, 0 = 1 BC), month, day, hour, minute, second.

    `season` is an EDTF season number (21 to 41) in place of a month. `unspecified` is the text with X digits where it
    has any; a part with one is told as if X were 0 (the year), or not at all. `zone` is `""` (the dossier's), `"Z"`, an
    offset such as `"+01:00"`, or a zone name such as `"Europe/Paris"`. The mark at the end is `approximate` if it is `~` or
    `%`, and `uncertain` if it is `?` or `%`; `marks` are those on other parts. `significant` is how many digits of the year
    are sure: `1950S2` is some year from 1900 to 1999. `part` is a part of the day, such as `dawn`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    season: int | None = None
    unspecified: str = ""
    zone: str = ""
    approximate: bool = False
    uncertain: bool = False
    marks: tuple[PartMark, ...] = ()
    significant: int | None = None
    part: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether `?` or `%` stands anywhere in it."""
        return self.uncertain or any(mark.sign != "~" for mark in self.marks)

    @property
    def is_rough(self) -> bool:
        """Whether `~` or `%` stands anywhere in it."""
        return self.approximate or any(mark.sign != "?" for mark in self.marks)


class Edge(Enum):
    """An end of an interval without a date: open (`..`) or unknown (nothing written)."""

    OPEN = ".."
    UNKNOWN = ""


class Shape(Enum):
    """How a date was written: one date, `a/b`, `[a..b]` (some time between), `[a,b]` (one of them), `{a,b}` (all of them)."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"
    ANY = "any of"
    ALL = "all of"


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF expression. A `Shape.DATE` has `first == last`; equality ignores the text it was written as.

    What is any or all of several dates has these as `members`, and unknown ends of its own. Without a member it is at no
    time, and `never` says why: "16 March 2016 was a Wednesday". `words` is how a date is called that was told in another way
    than by its numbers, "on Thursday, 17 March 2016".
    """

    shape: Shape
    first: Civil | Edge
    last: Civil | Edge
    text: str = field(compare=False, default="")
    members: tuple[Date, ...] = ()
    words: str = field(compare=False, default="")
    never: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class Window:
    """The earliest and the latest tick at which a moment can lie, both included; None is unbounded."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Extent:
    """What a date means in ticks: where a start and where an end can lie.

    One date and `[a..b]` have the same window for both: what is dated so lies inside. `a/b` has two windows.
    `widened` says by how much `~` widened it ("1 month"), empty if it did not.
    """

    shape: Shape
    start: Window
    end: Window
    widened: str = ""
    uncertain: bool = False

    @property
    def whole(self) -> Window:
        """From the earliest start to the latest end."""
        return Window(self.start.earliest, self.end.latest)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of ticks on which a count of months has one length: from a tick in `window` it is `ticks` long."""

    window: Window
    ticks: int
