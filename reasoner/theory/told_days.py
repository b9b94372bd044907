"""Days told by a name become dates: `thursday 2016-03-16`, `dawn of 2013-01-19`, and `yesterday` by the day it was said on.

A clock time that was shown twice becomes the one or the other of its runs (`times/shown_twice.py`).

`yesterday` in a statement that stands in a document dated 2013-01-19 becomes `2013-01-18`, told as “yesterday”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeVar

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Dossier, Statement, Thing
from reasoner.language.ir import (
    DayNear,
    Deictic,
    EachYear,
    Inside,
    Moment,
    OnDate,
    Order,
    PartOfDay,
    Phrase,
    Place,
    Side,
    Weekday,
    When,
)
from reasoner.language.rewrite import rewrite
from reasoner.language.times_to_text import moment_to_text
from reasoner.language.words import WEEKDAYS
from reasoner.theory.faults import Faults
from reasoner.times.days_beside import USUAL, Workweek, day_beside, holidays
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Civil, Date, Shape
from reasoner.times.named_days import counted_from, part_of, weekdays_in
from reasoner.times.shown_twice import either_run

N = TypeVar("N")
_OF_ANY_YEAR: Final = re.compile(r"XXXX-(?P<month>(?!XX$)..)(-(?P<day>..))?")


def workweek(dossier: Dossier, faults: Faults) -> Workweek:
    """Which days are worked, by what the dossier says of them."""
    free: set[int] = set()
    for one in dossier.holidays:
        try:
            free |= holidays((one.date,))
        except UnfitTimeError as unfit:
            faults.error("T060", one.span, unfit.message, unfit.help)
    weekend = USUAL.weekend if dossier.weekend is None else frozenset(map(WEEKDAYS.index, dossier.weekend))
    return Workweek(weekend, frozenset(free))


def with_dates(dossier: Dossier, zone: str, week: Workweek, faults: Faults) -> Dossier:
    """The dossier with a date wherever a day was told by a name and it is known which; the rest is left as it is."""
    plain = _Days(faults, zone, week)
    things = tuple(replace(thing, dated=plain.dated(thing.dated)) for thing in dossier.things)
    documents = {thing.id: thing for thing in things}
    return replace(
        dossier,
        things=things,
        statements=tuple(_statement(one, documents, plain) for one in dossier.statements),
        hypotheses=plain.dated(dossier.hypotheses),
        queries=plain.dated(dossier.queries),
        packs=plain.dated(dossier.packs),
    )


def dated(sentences: N, zone: str, week: Workweek, faults: Faults) -> N:
    """The same for sentences that stand in no dossier."""
    return _Days(faults, zone, week).dated(sentences)


def _statement(statement: Statement, documents: Mapping[str, Thing], plain: _Days) -> Statement:
    faults = plain.faults
    name = statement.document.id if statement.document else ""
    document = documents.get(name)
    today = (_date(document.dated) if document else None) or statement.said_on
    unread = faults.doubts.lacks(statement.span, "at", "said-on") or (name != "" and faults.doubts.name(name))
    unread = unread or (document is not None and faults.doubts.lacks(document.span, "dated"))
    return replace(plain, today=today, unread=unread).dated(statement)


def _date(when: When) -> Date | None:
    """The date that a document carries."""
    dates = [phrase.relation.moment for phrase in when if isinstance(phrase.relation, Inside)]
    return next((moment.date for moment in dates if isinstance(moment, OnDate)), None)


def _each_year(phrase: Phrase) -> EachYear | None:
    """The date in which something is said to lie, if only its year is unknown, wholly: `XXXX-03-16`."""
    assert isinstance(phrase.relation, Inside | Order)
    moment = phrase.relation.moment
    if not isinstance(moment, OnDate) or not isinstance(told := moment.date.first, Civil):
        return None
    found = _OF_ANY_YEAR.fullmatch(told.unspecified)
    if found is None or moment.date.shape is not Shape.DATE or told.hour is not None or told.is_rough or told.is_doubtful:
        return None
    return EachYear(found["month"], found["day"] or "", told.unspecified, moment.span)


@dataclass(frozen=True, slots=True)
class _Days:
    """Makes dates of days; `today` is when it was said, if that is known, and `unread` if it may stand where nobody could read it."""

    faults: Faults
    zone: str
    week: Workweek
    today: Date | None = None
    unread: bool = False

    def dated(self, sentences: N) -> N:
        return rewrite(sentences, self._change)

    def _change(self, node: Any) -> Any:  # noqa: ANN401 - as in rewrite
        match node:
            case Weekday(day, Date() as date, span):
                return self._made(node, lambda: weekdays_in(day, date, moment_to_text(node)), span)
            case PartOfDay(part, date, span):
                return self._made(node, lambda: part_of(part, date, moment_to_text(node)), span)
            case DayNear(which, side, OnDate(date), nth, span):
                make = partial(day_beside, (which, nth), date, after=side is Side.AFTER, week=self.week)
                return self._made(node, partial(make, moment_to_text(node)), span)
            case Deictic(word, span):
                return self._counted(node, word, span)
            case Phrase(Inside(OnDate()) | Order(Place.DURING, OnDate(), False)) if (some := _each_year(node)) is not None:
                relation = Inside(some) if isinstance(node.relation, Inside) else Order(Place.DURING, some)
                return replace(node, relation=relation)
            case OnDate(date):
                apart = either_run(date, self.zone)
                return node if apart is date else replace(node, date=apart)
            case _:
                return node

    def _counted(self, node: Moment, word: str, span: Span) -> Moment:
        today = self.today
        if today is not None:
            return self._made(node, lambda: counted_from(word, today), span)
        if self.unread:
            return node
        hint = "name a document with a date in `at`, give `said-on`, or write the date"
        self.faults.error("T048", span, f"`{word}` counts from the day on which it was said, and nothing tells that day", hint)
        return node

    def _made(self, node: Moment, make: Callable[[], Date], span: Span) -> Moment:
        try:
            return OnDate(either_run(make(), self.zone), span)
        except UnfitTimeError as unfit:
            self.faults.error("T060", span, unfit.message, unfit.help)
            return node
