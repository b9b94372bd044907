"""The words of the language: which of them the grammar's terminals stand for, and which can be no names."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from reasoner.times.days_beside import WORKED

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAYS: Final = MappingProxyType({"day": None, **{word: nth for nth, word in enumerate(WEEKDAYS)}, "working day": WORKED})
"""What can be counted, as `the 2nd friday after F`, with its number; None is any day."""

PARTS_OF_DAY: Final = ("dawn", "early-morning", "morning", "midday", "afternoon", "evening", "night")

UNITS: Final = (
    "seconds",
    "minutes",
    "hours",
    "days",
    "working-days",
    "weeks",
    "months",
    "quarters",
    "years",
    "second",
    "minute",
    "hour",
    "day",
    "working-day",
    "week",
    "month",
    "quarter",
    "year",
)

ALLEN_WORDS: Final = (
    "meets",
    "met-by",
    "overlaps",
    "overlapped-by",
    "starts",
    "started-by",
    "finishes",
    "finished-by",
    "equals",
)

TIME_WORDS: Final = (
    "before",
    "after",
    "during",
    "contains",
    "intersects",
    *ALLEN_WORDS,
    "strictly",
    "within",
    "by",
    "since",
    "until",
)
"""What can begin a phrase of time and is one word."""

PHRASE_STARTS: Final = (*TIME_WORDS, "at", "more", "less", "about", "exactly", "between", "on", "lasts", "every")
"""The first words of phrases of time."""

ROLE_WORDS: Final = ("by", "in", "of", "from", "to", "with", "since", "until", "about", "at", "between", "on", "for", "as")
"""Words of the language that may also be names of roles."""

RESERVED: Final = frozenset(
    {
        *TIME_WORDS,
        *ROLE_WORDS,
        *WEEKDAYS,
        *("and", "or", "not", "no", "is", "that", "the", "every", "lasts", "exactly", "least", "most", "than"),
        *("initiates", "terminates", "retracts", "yesterday", "today", "tomorrow"),
    }
)
"""What can be no name of a thing, a predicate, a kind or (but for `ROLE_WORDS`) a role."""

WORDS_OF: Final = MappingProxyType(
    {
        "_AND": ("and",),
        "_OR": ("or",),
        "_NOT": ("not",),
        "_NO": ("no",),
        "_AS": ("as",),
        "_THAT": ("that",),
        "_WITH": ("with",),
        "_OF": ("of",),
        "_IS": ("is",),
        "_INITIATES": ("initiates",),
        "_TERMINATES": ("terminates",),
        "_RETRACTS": ("retracts",),
        "_DIFFERS_FROM": ("differs from",),
        "_ALL_WITHIN": ("all within",),
        "AGGREGATE": ("sum of", "max of", "min of"),
        "STRICTLY": ("strictly",),
        "SIDE": ("before", "after"),
        "DURING": ("during",),
        "CONTAINS": ("contains",),
        "_INTERSECTS": ("intersects",),
        "ALLEN": ALLEN_WORDS,
        "_ON_THE_DAY_OF": ("on the day of",),
        "ORDINAL": ("first", "last", "only"),
        "EVERY": ("every month",),
        "AT_LEAST": ("at least",),
        "AT_MOST": ("at most",),
        "MORE_THAN": ("more than",),
        "LESS_THAN": ("less than",),
        "ABOUT": ("about",),
        "EXACTLY": ("exactly",),
        "WITHIN": ("within",),
        "_BETWEEN": ("between",),
        "_LASTS": ("lasts",),
        "_BY": ("by",),
        "_SINCE": ("since",),
        "_UNTIL": ("until",),
        "_OLD_AT": ("old at",),
        "END_OF": ("start of", "end of"),
        "_LENGTH_OF": ("length of",),
        "IN_UNIT": ("in days", "in months", "in years", "in hours", "in minutes"),
        "CALENDAR_DATE": ("hijri 1433-05-10", "julian 1582-10-04"),
        "PART_OF": tuple(f"{part} of" for part in PARTS_OF_DAY),
        "THE_DAY": ("the day", *(f"the {day}" for day in WEEKDAYS)),
        "WEEKDAY": WEEKDAYS,
        "DEICTIC": ("yesterday", "today", "tomorrow"),
        "UNIT": UNITS,
    }
)
"""The words that each terminal of the grammar stands for, as one writes them."""
