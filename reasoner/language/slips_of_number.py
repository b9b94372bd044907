"""What people type in place of a number or a measure; see `slips`."""

from __future__ import annotations

import re
from typing import Final

from reasoner.diagnostics import Diagnostic
from reasoner.language.failure import Failure

TWO_MEASURES: Final = "tell each number in a role of its own, as in `height 61 cm, width 80 cm`"

_NUMBER: Final = r"-?\d[\d_]*(\.\d+)?"
_UNITS: Final = {
    **dict.fromkeys(("s", "sec", "secs"), "seconds"),
    **dict.fromkeys(("min", "mins"), "minutes"),
    **dict.fromkeys(("h", "hr", "hrs"), "hours"),
    "d": "days",
    **dict.fromkeys(("w", "wk", "wks"), "weeks"),
    **dict.fromkeys(("y", "yr", "yrs"), "years"),
}
_ORDINALS: Final = ("st", "nd", "rd", "th")


def grouped_digits(failure: Failure) -> Diagnostic | None:
    """`1 200 marks`, `1'200`."""
    step = 0 if failure.word() != "'" else 1
    if not re.fullmatch(r"\d{3}", failure.word(step)) or not re.fullmatch(r"\d{1,3}", failure.word(-1)):
        return None
    start, end = failure.place(-1)[0], failure.place(step)[1]
    between = failure.text.value[failure.place(-1)[1] : failure.place(step)[0]]
    if between not in (" ", "'"):
        return None
    advice = f"write `{failure.word(-1)}_{failure.word(step)}`"
    return failure.diagnostic("L022", (start, end), "the digits of a number stand together, or have `_` between them", advice)


def two_measures(failure: Failure) -> Diagnostic | None:
    """`61 x 80 cm`, `61x80 cm`."""
    apart = failure.word(-1) == "x" and re.fullmatch(_NUMBER, failure.word(-2)) and re.match(_NUMBER, failure.word())
    if not apart and not re.fullmatch(rf"{_NUMBER}x{_NUMBER}[a-z]*", failure.word()):
        return None
    start = failure.place(-2 if apart else 0)[0]
    return failure.diagnostic("L022", (start, failure.place()[1]), "a role takes one number", TWO_MEASURES)


def unit_without_space(failure: Failure) -> Diagnostic | None:
    """`height 61cm`, `within 72h after F`."""
    found = re.fullmatch(rf"({_NUMBER})([a-z]+)", failure.word())
    length = "SPAN" in failure.accepts
    if not found or found[3] in _ORDINALS or not (length or failure.at == failure.place()[0] + len(found[1])):
        return None
    unit = _UNITS.get(found[3], found[3]) if length else found[3]
    advice = f"write `{found[1]} {unit}`"
    return failure.diagnostic("L022", failure.place(), "between a number and its unit stands a space", advice)


def unit_meant(unit: str) -> str:
    """The unit of time that is written short."""
    return _UNITS.get(unit, "")
