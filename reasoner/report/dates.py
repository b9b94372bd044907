"""Dates as their author told them, as nouns: `2012-04` is "April 2012" (and "in April 2012" in `times`)."""

from __future__ import annotations

import re

from reasoner.times.ir import Date, Shape
from reasoner.times.to_text import date_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PREPOSITION = re.compile(r"^(perhaps )?(in|on) ")


def date_noun(date: Date) -> str:
    """What can stand after "before": "19 January 2013", "the time from 2011 to 2012", "some time between 2011 and 2012"."""
    words = date_words(date)
    return f"the time {words}" if date.shape is Shape.INTERVAL else _PREPOSITION.sub(r"\1", words)
