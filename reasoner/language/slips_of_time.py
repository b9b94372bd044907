"""What people type in place of a phrase of time, a date or a length; see `slips`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from reasoner.diagnostics import Diagnostic
from reasoner.language.failure import Failure
from reasoner.language.slips_of_number import unit_meant
from reasoner.language.words import ALLEN_WORDS, PHRASE_STARTS, TIME_WORDS, UNITS
from reasoner.times.from_text import DateError, parse_date
from reasoner.times.misspelt import range_at_end

_MONTH: Final = re.compile(
    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"-?\d{4}(-.*)?")
_VERBS: Final = ("is", "was", "are", "were", "happens", "happened", "occurs", "occurred")
_PLACES: Final = ("in", "on", "at", "inside", "while", "when", "throughout")
_INSTEAD: Final = {"from": "since", "till": "until", "prior": "before", "following": "after", "upon": "after"}
_BESIDE_SLASH: Final = re.compile(r"([\[{][^\]}]*\.\.[^\]}]*[\]}])/([^\s,)]+)|[^\s,(]+/(\{[^\]}]*\.\.[^\]}]*\})")
_ROUGHLY: Final = ("about", "around", "circa", "ca", "approximately", "roughly")
_BOUNDS: Final = {"latest": "by", "earliest": "not before"}
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
    if _YEAR.fullmatch(number) or _MONTH.fullmatch(unit):
        return None
    if failure.word(-1) == "is" and unit == "":
        advice = f"write `{failure.word(-2)} = {number}` for a number, `{number} years old at ...` for an age"
        return failure.diagnostic("L021", failure.place(), "a length has a unit", advice)
    if unit in ("", "of", "old", "and", "to", *PHRASE_STARTS) or not re.fullmatch("[a-z-]+", unit):
        return failure.diagnostic("L021", failure.place(), "a length has a unit", f"write `{number} hours`, or another unit")
    near = [unit_meant(unit)] if unit_meant(unit) else get_close_matches(unit, UNITS, 1, 0.6)
    advice = "units are seconds, minutes, hours, days, weeks, months, quarters and years"
    if near:
        advice = f"did you mean `{near[0]}`?"
    return failure.diagnostic("L021", failure.place(1), f"`{unit}` is no unit of time", advice)


def bare_date(failure: Failure) -> Diagnostic | None:
    """`E 2012-07`, `2012 and 2013`, `about 2012`."""
    if "DATE" in failure.accepts or not _YEAR.fullmatch(failure.word()):
        return None
    if (before := failure.word(-1)) in _ROUGHLY:
        message, advice = f"`{before}` does not stand before a date", f"write `{failure.word()}~`"
        return failure.diagnostic("L018", failure.place(-1), message, advice)
    if "SPAN" not in failure.accepts:
        return None
    return failure.diagnostic(
        "L018", failure.place(), "a time word is missing before the date", f"write `during {failure.word()}`"
    )


def between_dates(failure: Failure) -> Diagnostic | None:
    """`E between 1937 and 1938`."""
    first, last = failure.word(), failure.word(2)
    if failure.word(-1) != "between" or failure.word(1) != "and" or not _YEAR.fullmatch(first) or not _YEAR.fullmatch(last):
        return None
    message = "`between` stands before lengths, not dates"
    return failure.diagnostic("L018", failure.place(-1), message, f"write `during [{first}..{last}]`")


def dates_with_to(failure: Failure) -> Diagnostic | None:
    """`1937 to 1938`."""
    first, last = failure.word(-1), failure.word(1)
    if failure.word() != "to" or not _YEAR.fullmatch(first) or not _YEAR.fullmatch(last):
        return None
    advice = f"write `{first}/{last}` for what begins and ends so, `[{first}..{last}]` for some time between"
    return failure.diagnostic("L018", failure.place(), "`to` does not stand between dates", advice)


def later_than(failure: Failure) -> Diagnostic | None:
    """`no later than 1937`, `earlier than 1937`, `the latest 1937`."""
    word = failure.word()
    if word in _BOUNDS and failure.word(-1) == "the" and _YEAR.fullmatch(failure.word(1)):
        advice = f"write `{_BOUNDS[word]} {failure.word(1)}`"
        return failure.diagnostic("L018", failure.place(), f"`the {word}` is no time word", advice)
    at = 1 if word in ("no", "not") else 0
    word = failure.word(at)
    if word not in ("later", "earlier") or failure.word(at + 1) != "than":
        return None
    denied = failure.word(at - 1) in ("no", "not")
    said = {"later": ("after", "by"), "earlier": ("before", "not before")}[word][denied]
    place = (failure.place(at - denied)[0], failure.place(at + 1)[1])
    advice = f"write `{said} {failure.rest(at + 2)}`"
    return failure.diagnostic("L018", place, f"`{word} than` is no time word", advice)


def range_beside_slash(failure: Failure) -> Diagnostic | None:
    """`[1920..1921]/1936`, `1921/{1936..1937}`."""
    found = next((one for one in _BESIDE_SLASH.finditer(failure.text.value) if one.start() < failure.at < one.end()), None)
    if found is None:
        return None
    start, _, stop = found[0].partition("/")
    error = range_at_end(start, stop, 0)
    return failure.diagnostic("L020", found.span(), error.message, error.help)


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
    elif bound := re.fullmatch(r"(?:the )?(latest|earliest) (.+)", what) if word == "at" else None:
        said = f"{_BOUNDS[bound[1]]} {bound[2]}"
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
