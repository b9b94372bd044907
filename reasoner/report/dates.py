"""Dates as their author told them, as nouns: `2012-04` is "April 2012" (and "in April 2012" in `times`)."""

from __future__ import annotations

from reasoner.times.date_words import date_noun

__all__ = ["WEEKDAYS", "date_noun"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
