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
class Civil:
    """A date as written, as far as it is told: year (astronomical, 0 = 1 BC), month, day, hour, minute, second.

    `season` is an EDTF season number (21 to 41) in place of a month. `unspecified` is the text with X digits where it
    has any. `zone` is `""` (the dossier's), `"Z"`, an offset such as `"+01:00"`, or a zone name such as `"Europe/Paris"`.
    `approximate` is `~` or `%`, `uncertain` is `?` or `%`.
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


class Edge(Enum):
    """An end of an interval without a date: open (`..`) or unknown (nothing written)."""

    OPEN = ".."
    UNKNOWN = ""


class Shape(Enum):
    """How a date was written: one date, `a/b`, or `[a..b]` (some time between)."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF expression. A `Shape.DATE` has `first == last`; equality ignores the text it was written as."""

    shape: Shape
    first: Civil | Edge
    last: Civil | Edge
    text: str = field(compare=False, default="")


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
