"""What people type in place of a phrase of time, a date or a length; see `slips`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from reasoner.diagnostics import Diagnostic
from reasoner.language.failure import Failure
from reasoner.language.words import ALLEN_WORDS, PHRASE_STARTS, TIME_WORDS, UNITS
from reasoner.times.from_text import DateError, parse_date

_MONTH: Final = re.compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)
_YEAR: Final = re.compile(r"-?\d{4}(-.*)?")
_VERBS: Final = ("is", "was", "are", "were", "happens", "happened", "occurs", "occurred")
_PLACES: Final = ("in", "on", "at", "inside", "while", "when", "throughout")
_INSTEAD: Final = {"from": "since", "till": "until", "prior": "before", "following": "after", "upon": "after"}
_ENDS: Final = {"starts": "start", "started-by": "start", "finishes": "end", "finished-by": "end"}


def needless_verb(failure: Failure) -> Diagnostic | None:
    """`E is before F`, `E is 2012`, `E was in T`."""
    for step in (-1, -2, -3, 0):
        if failure.word(step) not in _VERBS:
            continue
        denied = failure.word(step + 1) == "not"
        after = step + 1 + denied
        if failure.word(after) in _PLACES:
            said = f"during {failure.rest(after + 1)}"
        elif _YEAR.fullmatch(failure.word(after)):
            said = f"during {failure.rest(after)}"
        elif failure.word(after) in PHRASE_STARTS and "old" not in failure.rest(after).split():
            said = failure.rest(after)
        else:
            continue
        subject = failure.word(step - 1).replace(")", "")
        advice = f"leave it out: write `{subject} {'not ' * denied}{said}`".replace("` ", "`")
        message = f"`{failure.word(step)}` does not stand before `{failure.word(after)}`"
        return failure.diagnostic("L018", failure.place(step), message, advice)
    return None


def leading_not(failure: Failure) -> Diagnostic | None:
    """`not E during T`, `not X is Y`, `not (A and B)`."""
    step = -1 if failure.word(-1) == "not" else -2
    if failure.word(step) != "not" or failure.word(step - 1) not in ("", "and", "or", "(", "that"):
        return None
    advice = _instead_of_not(failure, failure.word(step + 1), step + 2)
    if not advice:
        return None
    message = "`not` stands before `p(..)` or the name of a statement, or inside a phrase of time"
    return failure.diagnostic("L014", failure.place(step), message, advice)


def _instead_of_not(failure: Failure, subject: str, after: int) -> str:
    """What to write for `not subject ...`, the rest beginning so many steps from the failure."""
    word = failure.word(after)
    if subject == "(":
        return "give the condition in brackets an id of its own and deny that, or deny each part"
    if subject == "no":
        return "write `at least 1 S with ...`"
    if subject in ("start", "end") and word == "of":
        return f"write `{subject} of {failure.word(after + 1)} not {failure.rest(after + 2)}`"
    if word in PHRASE_STARTS:
        return f"write `{subject} not {failure.rest(after)}`"
    if word == "is":
        return f"write `{subject} is not {failure.word(after + 1)}`"
    if word in ("<", ">", "<=", ">=", "=", "!="):
        return "write the opposite comparison"
    return ""


def allen_with_date(failure: Failure) -> Diagnostic | None:
    """`E starts 2012`."""
    allen = failure.word(-1)
    if allen not in ALLEN_WORDS or not re.match(r"[-\d~?\[{]", failure.word()):
        return None
    subject = failure.word(-2) or "E"
    advice = "write `before`, `after`, `during`, `contains` or `intersects` with a date"
    if allen in _ENDS:
        advice = f"write `{_ENDS[allen]} of {subject} during {failure.rest()}`"
    return failure.diagnostic("L015", failure.place(-1), f"`{allen}` takes the name of an occurrence, not a date", advice)


def length_without_unit(failure: Failure) -> Diagnostic | None:
    """`within 72 after F`, `3 dyas after F`."""
    number, unit = failure.word(), failure.word(1)
    if "SPAN" not in failure.accepts or not re.fullmatch(r"\d+(\.\d+)?", number):
        return None
    if _YEAR.fullmatch(number):
        return None
    if failure.word(-1) == "is" and unit == "":
        advice = f"write `{failure.word(-2)} = {number}` for a number, `{number} years old at ...` for an age"
        return failure.diagnostic("L021", failure.place(), "a length has a unit", advice)
    if unit in ("", "of", "old", "and", "to", *PHRASE_STARTS) or not re.fullmatch("[a-z-]+", unit):
        return failure.diagnostic("L021", failure.place(), "a length has a unit", f"write `{number} hours`, or another unit")
    near = get_close_matches(unit, UNITS, 1, 0.6)
    advice = "units are seconds, minutes, hours, days, weeks, months, quarters and years"
    if near:
        advice = f"did you mean `{near[0]}`?"
    return failure.diagnostic("L021", failure.place(1), f"`{unit}` is no unit of time", advice)


def bare_date(failure: Failure) -> Diagnostic | None:
    """`E 2012-07`, `2012 and 2013`, `about 2012`."""
    if "DATE" in failure.accepts or "SPAN" not in failure.accepts or not _YEAR.fullmatch(failure.word()):
        return None
    if failure.word(-1) == "about":
        message, advice = "`about` stands before a length, not a date", f"write `{failure.word()}~`"
        return failure.diagnostic("L018", failure.place(-1), message, advice)
    return failure.diagnostic(
        "L018", failure.place(), "a time word is missing before the date", f"write `during {failure.word()}`"
    )


def written_date(failure: Failure) -> Diagnostic | None:
    """`17 July 2012`, `13:14`, `01.07.2012`, `2012-07-01 13:14`."""
    word = failure.word()
    advice = "write `2012-07-17`, `2012-07` or `2012`"
    message = "a date is written in digits, year first"
    if word.isdigit() and _MONTH.fullmatch(failure.word(-1)):
        return failure.diagnostic("L020", failure.place(-1), message, advice)
    if word.isdigit() and _MONTH.fullmatch(failure.word(1)):
        return failure.diagnostic("L020", failure.place(), message, advice)
    if re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?", word) and re.fullmatch(r"\d{4}-\d\d-\d\d", failure.word(-1)):
        joined = f"write `{failure.word(-1)}T{word}`"
        return failure.diagnostic("L020", failure.place(), "a clock time is joined to its day by `T`", joined)
    return _misread_date(failure)


def _misread_date(failure: Failure) -> Diagnostic | None:
    word = failure.word()
    if "DATE" not in failure.accepts or not re.match(r"[-+]?\d", word):
        return None
    try:
        parse_date(word)
    except DateError as error:
        start, end = failure.place()
        return failure.diagnostic("L020", (start + min(error.offset, len(word) - 1), end), error.message, error.help)
    return None


def no_time_word(failure: Failure) -> Diagnostic | None:
    """`E in T`, `E on 2012-07-01`, `from 2012 to 2013`, `E for 3 days`."""
    if "_INTERSECTS" in failure.accepts:
        step = 0
    elif failure.index == 1 and failure.word(-1) in _PLACES + tuple(_INSTEAD):
        step = -1  # `in` was read as a name
    else:
        return None
    word, what = failure.word(step), failure.rest(step + 1)
    found = re.fullmatch(r"(?:the )?day(?: of)? (.+)", what) if word in ("on", "at") else None
    if found:
        said = f"on the day of {found[1]}"
    elif word == "from" and " to " in what:
        said = what.replace(" to ", "/")
    elif word in _PLACES:
        said = f"during {what}"
    elif word == "the":
        said = f"during the {what}"
    elif word == "for":
        said = f"lasts {what}"
    elif word in _INSTEAD:
        said = f"{_INSTEAD[word]} {what}"
    else:
        return None
    return failure.diagnostic("L018", failure.place(step), f"`{word}` is no time word", f"write `{said}`")


def no_subject(failure: Failure) -> Diagnostic | None:
    """`after F`, `at least 3 days after F`: the sentence begins with its phrase of time."""
    words = [word for word, _ in failure.words]
    alone = words[0] in TIME_WORDS or (words[0] in PHRASE_STARTS and set(words[1:4]) & set(UNITS))
    if not alone or failure.index > 3:
        return None
    start = failure.words[0][1]
    message = f"`{words[0]}` has nothing before it: a sentence begins with what it is about"
    return failure.diagnostic("L018", (start, start + len(words[0])), message, f"write `E {failure.rest(-failure.index)}`")
