"""What can be wrong with a time: the text of a date, or a time that does not fit what it is used for."""

from __future__ import annotations


class DateError(Exception):
    """A date or a length cannot be read. `offset` counts characters of its text from 0; `help` says what to write."""

    def __init__(self, message: str, offset: int = 0, help: str = "") -> None:  # noqa: A002 - as the field of Diagnostic
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.help = help


class UnfitTimeError(ValueError):
    """A time or length, read well, does not fit where it is used; `message` and `help` are as in `Diagnostic`."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - as the field of Diagnostic
        super().__init__(message)
        self.message = message
        self.help = help


class TooFine(UnfitTimeError):
    """A date or a length is finer than the clock."""


class NotWhole(UnfitTimeError):
    """A part of a month or of a tick is left over."""


class NoSuchTime(UnfitTimeError):
    """The local clock never showed this time: clocks were put forward over it."""


class Reversed(UnfitTimeError):
    """An interval can only end before it starts."""


class UnknownZone(UnfitTimeError):
    """No time zone has this name."""


class TooMany(UnfitTimeError):
    """A date stands for too many dates that lie apart."""
