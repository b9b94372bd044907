"""What people type in place of `the 3rd day after F`, `on the day of F`, `during thursday`; see `slips`."""

from __future__ import annotations

import re
from typing import Final

from reasoner.diagnostics import Diagnostic
from reasoner.language.failure import Failure
from reasoner.language.words import DAYS, WEEKDAYS
from reasoner.times.to_words import ordinal

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NEXT: Final = ("next", "following", "previous", "preceding")
_DAYS: Final = ("day", "working", *WEEKDAYS)
_COUNTABLE: Final = tuple(DAYS)
_BEFORE: Final = ("previous", "preceding")
_COUNTED: Final = re.compile(
    r"(\d+)\s+(?:calendar|full|whole|clear|(working|work|business|trading))[ -]days?\s+(after|before)\s+(.+)"
)


def counted_days(failure: Failure) -> Diagnostic | None:
    """`3 calendar days after F`, `within 3 business days after F`."""
    told = _COUNTED.fullmatch(failure.rest()) or _COUNTED.fullmatch(failure.rest(-1))
    if told is None:
        return None
    step = 1 if _COUNTED.fullmatch(failure.rest()) else 0
    number, worked, side, what = told.groups()
    the_day = f"the {_nth(int(number))}{'working day' if worked else 'day'} {side} {what}"
    advice = f"write `during {the_day}` or `by {the_day}`"
    return failure.diagnostic("L021", failure.place(step), "days of the calendar are called by their number", advice)


def ordinal_in_words(failure: Failure) -> Diagnostic | None:
    """`during the third day after F`."""
    for step in (0, -1):
        word = failure.word(step)
        if word in _ORDINALS and failure.word(step - 1) == "the" and failure.word(step + 1) in _DAYS:
            advice = f"write `the {_nth(_ORDINALS.index(word) + 1)}{failure.rest(step + 1)}`"
            return failure.diagnostic("L022", failure.place(step), "numbers are written in digits", advice)
    return None


def next_day(failure: Failure) -> Diagnostic | None:
    """`during the next day after F`, `during the following day`."""
    for step in (0, -1):
        word = failure.word(step)
        if word in _NEXT and failure.word(step - 1) == "the" and (day := failure.word(step + 1)) in _DAYS:
            side = "before" if word in _BEFORE else "after"
            counted = failure.rest(step + 1) if failure.word(step + 2) in ("after", "before") else f"{day} {side} E"
            advice = f"write `the {counted}`"
            return failure.diagnostic("L018", failure.place(step), "the day is counted from something", advice)
    return None


def day_of(failure: Failure) -> Diagnostic | None:
    """`during the day of F`, `after the day of F`."""
    for step in (0, -1):
        if failure.word(step) == "of" and failure.word(step - 1) == "day" and failure.word(step - 2) == "the":
            what = failure.rest(step + 1)
            advice = f"write `on the day of {what}`, or count from {what} itself"
            return failure.diagnostic("L018", failure.place(step - 1), "`the day of` goes with `on` alone", advice)
    return None


def on_a_day(failure: Failure) -> Diagnostic | None:
    """`E on the third day after F`, `E the day after F`, `E on thursday`."""
    if "_INTERSECTS" not in failure.accepts or failure.word() not in ("on", "the", "at"):
        return None
    start = 0 if failure.word() == "the" else 1
    words = failure.rest(start).split()
    if words[:1] == ["the"] and words[1:2] and words[1] in _ORDINALS:
        words[1:2] = [_nth(_ORDINALS.index(words[1]) + 1).strip()]
    told = " ".join(words)
    if not re.match(rf"the (\d+\w\w )?({'|'.join(_COUNTABLE)}) (after|before) \S", told):
        return None
    return failure.diagnostic("L018", failure.place(), f"`{failure.word()}` is no time word", f"write `during {told}`")


def _nth(number: int) -> str:
    """Before "day": nothing for the first."""
    return "" if number == 1 else f"{ordinal(number)} "
