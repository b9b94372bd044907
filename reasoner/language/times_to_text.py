"""From lengths, dates, moments and relations of time back to words."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from reasoner.language import ir
from reasoner.language.words import DAYS, WEEKDAYS
from reasoner.times.decimals import decimal
from reasoner.times.ir import Date, Length, Unit
from reasoner.times.to_text import date_to_text as edtf_text
from reasoner.times.to_words import ordinal

PlainRelation = (
    ir.Order
    | ir.Intersects
    | ir.AllenRelation
    | ir.Metric
    | ir.WithinOf
    | ir.SameDay
    | ir.By
    | ir.Since
    | ir.Until
    | ir.Lasts
    | ir.Recurs
    | ir.OldAt
    | ir.Inside
)
"""Every relation but the ordinal, which holds an atom."""


def decimal_text(value: Fraction, places: int = 0) -> str:
    """A number as its digits, at least so many after the point; raises `ValueError` where they do not end, which no sentence can say."""
    told = decimal(value, places=places)
    if "/" in told:
        raise ValueError(f"{value} has no end as a decimal number")
    return told


def ref_to_text(ref: ir.Subject) -> str:
    """A name, a variable, or an end of one."""
    if isinstance(ref, ir.Endpoint):
        return f"{ref.which.value} of {ref.of.id}"
    return ref.id


def length_to_text(length: ir.AnyLength) -> str:
    """`3 months`, `N years`, `$notice`."""
    match length:
        case ir.FixedLength(Length(parts)):
            return " ".join(f"{decimal_text(amount)} {_unit_word(unit, amount)}" for amount, unit in parts)
        case ir.VarLength(var, unit):
            return f"{var.id} {unit.value}s"
        case ir.Param(name):
            return f"${name}"
        case _:
            assert_never(length)


def _unit_word(unit: Unit, amount: Fraction) -> str:
    return unit.value if amount == 1 else f"{unit.value}s"


def distance_to_text(distance: ir.Distance) -> str:
    """A length with its bound or tolerance."""
    length = length_to_text(distance.length)
    if distance.upper is not None:
        return f"between {length} and {length_to_text(distance.upper)}"
    if distance.give is not None:
        return f"{length} ±{length_to_text(distance.give)}"
    return f"{distance.how.value} {length}".lstrip()


def moment_to_text(moment: ir.Moment) -> str:
    """A date, a name, a day of the week and so on."""
    match moment:
        case ir.Name() | ir.Var() | ir.Own() | ir.Endpoint():
            return ref_to_text(moment)
        case ir.OnDate(date):
            return date_to_text(date)
        case ir.EachYear(text=text):
            return text
        case ir.Weekday(day, date):
            return WEEKDAYS[day] + ("" if date is None else f" {date_to_text(date)}")
        case ir.DayNear(day, side, other, nth):
            which = next(word for word, number in DAYS.items() if number == day)
            return f"the {'' if nth == 1 else ordinal(nth) + ' '}{which} {side.value} {moment_to_text(other)}"
        case ir.PartOfDay(part, date):
            return f"{part} of {date_to_text(date)}"
        case ir.Deictic(word):
            return word
        case _:
            assert_never(moment)


def relation_to_text(relation: PlainRelation) -> str:
    """A relation of time without its subject."""
    match relation:
        case ir.Order(place, moment, strictly):
            return f"{'strictly ' if strictly else ''}{place.value} {moment_to_text(moment)}"
        case ir.Intersects(moment):
            return f"intersects {moment_to_text(moment)}"
        case ir.AllenRelation(allen, subject):
            return f"{allen.value} {ref_to_text(subject)}"
        case ir.Metric(distance, side, moment):
            return f"{distance_to_text(distance)} {side.value} {moment_to_text(moment)}"
        case ir.WithinOf(length, moment):
            return f"within {length_to_text(length)} of {moment_to_text(moment)}"
        case ir.SameDay(moment):
            return f"on the day of {moment_to_text(moment)}"
        case ir.By(moment):
            return f"by {moment_to_text(moment)}"
        case ir.Since(moment):
            return f"since {moment_to_text(moment)}"
        case ir.Until(moment):
            return f"until {moment_to_text(moment)}"
        case ir.Lasts(distance):
            return f"lasts {distance_to_text(distance)}"
        case ir.Recurs(count, unit, moment):
            every = unit.value if count == 1 else f"{count} {unit.value}s"
            return f"every {every} during {moment_to_text(moment)}"
        case ir.OldAt(distance, moment):
            return f"{distance_to_text(distance)} old at {moment_to_text(moment)}"
        case ir.Inside(moment):
            return moment_to_text(moment)
        case _:
            assert_never(relation)


def date_to_text(date: Date) -> str:
    """A date as it was written, else in EDTF."""
    return date.text or edtf_text(date)
