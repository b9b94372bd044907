"""From lark's tree to the values of `ir`: lengths, moments, relations of time and phrases."""

from __future__ import annotations

from lark import Token, v_args
from lark.tree import Meta

from reasoner.diagnostics import Diagnostic, Rejected
from reasoner.language import ir
from reasoner.language.term_builder import TermBuilder, unit_of
from reasoner.language.words import DAYS, WEEKDAYS
from reasoner.times.calendars import parse_in_calendar
from reasoner.times.from_text import DateError, parse_date, parse_length
from reasoner.times.ir import Date

_MOST_DAYS = 1_000


@v_args(inline=True, meta=True)
class TimeBuilder(TermBuilder):
    """One method for each rule or alias of the grammar that tells of time."""

    def _date(self, token: Token) -> Date:
        try:
            return parse_date(str(token))
        except DateError as error:
            raise self._misread("L020", token, error) from None

    def _misread(self, code: str, token: Token, error: DateError) -> Rejected:
        start = (token.start_pos or 0) + min(error.offset, len(token) - 1)
        place = self._text.span(start, token.end_pos)
        return Rejected((Diagnostic(code, place, error.message, error.help),))

    def fixed_length(self, meta: Meta, token: Token) -> ir.FixedLength:
        try:
            return ir.FixedLength(parse_length(str(token)), self._span(meta))
        except DateError as error:
            raise self._misread("L021", token, error) from None

    def var_length(self, meta: Meta, var: Token, unit: Token) -> ir.VarLength:
        return ir.VarLength(ir.Var(str(var), self._span(var)), unit_of(unit), self._span(meta))

    def length(self, _meta: Meta, length: ir.AnyLength) -> ir.AnyLength:
        return length

    def on_date(self, meta: Meta, token: Token) -> ir.OnDate:
        return ir.OnDate(self._date(token), self._span(meta))

    def in_calendar(self, meta: Meta, token: Token) -> ir.OnDate:
        try:
            return ir.OnDate(parse_in_calendar(str(token)), self._span(meta))
        except DateError as error:
            raise self._misread("L020", token, error) from None

    def weekday(self, meta: Meta, day: Token, date: Token | None) -> ir.Weekday:
        return ir.Weekday(WEEKDAYS.index(day), None if date is None else self._date(date), self._span(meta))

    def day_near(self, meta: Meta, day: Token, side: Token, moment: ir.Moment) -> ir.DayNear:
        words = day.split()[1:]
        nth = self._nth_day(day, words.pop(0)) if words[0][0].isdigit() else 1
        return ir.DayNear(DAYS[" ".join(words)], ir.Side(side), moment, nth, self._span(meta))

    def _nth_day(self, word: Token, nth: str) -> int:
        found = self._whole(word, nth[:-2])
        if not 0 < found <= _MOST_DAYS:
            message = f"days are counted from the 1st to the {_MOST_DAYS:,}th"
            raise self._reject("L022", word, message, "write a distance, such as `within 3 months after F`")
        return found

    def part_of_day(self, meta: Meta, part: Token, date: Token) -> ir.PartOfDay:
        return ir.PartOfDay(part.split()[0], self._date(date), self._span(meta))

    def deictic(self, meta: Meta, token: Token) -> ir.Deictic:
        return ir.Deictic(" ".join(token.split()), self._span(meta))

    def endpoint(self, meta: Meta, which: Token, of: ir.Ref) -> ir.Endpoint:
        return ir.Endpoint(ir.Which(which.split()[0]), of, self._span(meta))

    def order(self, _meta: Meta, strictly: Token | None, place: Token, moment: ir.Moment) -> ir.Order:
        return ir.Order(ir.Place(place), moment, strictly=strictly is not None)

    def intersects(self, _meta: Meta, moment: ir.Moment) -> ir.Intersects:
        return ir.Intersects(moment)

    def allen(self, _meta: Meta, relation: Token, subject: ir.Subject) -> ir.AllenRelation:
        return ir.AllenRelation(ir.Allen(relation), subject)

    def metric(self, _meta: Meta, distance: ir.Distance, side: Token, moment: ir.Moment) -> ir.Metric:
        return ir.Metric(distance, ir.Side(side), moment)

    def within_of(self, _meta: Meta, _within: Token, length: ir.AnyLength, moment: ir.Moment) -> ir.WithinOf:
        return ir.WithinOf(length, moment)

    def same_day(self, _meta: Meta, moment: ir.Moment) -> ir.SameDay:
        return ir.SameDay(moment)

    def by(self, _meta: Meta, moment: ir.Moment) -> ir.By:
        return ir.By(moment)

    def since(self, _meta: Meta, moment: ir.Moment) -> ir.Since:
        return ir.Since(moment)

    def until(self, _meta: Meta, moment: ir.Moment) -> ir.Until:
        return ir.Until(moment)

    def lasts(self, _meta: Meta, distance: ir.Distance) -> ir.Lasts:
        return ir.Lasts(distance)

    def recurs(self, _meta: Meta, every: Token, _during: Token, moment: ir.Moment) -> ir.Recurs:
        _, *digits, unit = every.split()
        count = self._whole(every, digits[0]) if digits else 1
        if count == 0:
            raise self._reject("L022", every, "`every` counts from 1", "write `every month` or `every 30 days`")
        return ir.Recurs(count, unit_of(unit), moment)

    def phrase(self, meta: Meta, relation: ir.Relation) -> ir.Phrase:
        return ir.Phrase(relation, span=self._span(meta))

    def not_phrase(self, meta: Meta, relation: ir.Relation) -> ir.Phrase:
        return ir.Phrase(relation, negated=True, span=self._span(meta))

    def _nth(self, word: Token) -> int:
        named = {"only": 0, "last": -1, "first": 1}
        nth = named[word] if word in named else self._whole(word, word[:-2])
        if word not in named and nth == 0:
            raise self._reject("L022", word, "the first of a kind is the 1st, not the 0th", "write `is the first`")
        return nth

    def ordinal(self, meta: Meta, nth: Token, atom: ir.Atom) -> ir.Phrase:
        return ir.Phrase(ir.Ordinal(self._nth(nth), atom), span=self._span(meta))

    def not_ordinal(self, meta: Meta, nth: Token, atom: ir.Atom) -> ir.Phrase:
        return ir.Phrase(ir.Ordinal(self._nth(nth), atom), negated=True, span=self._span(meta))

    def inside(self, meta: Meta, moment: ir.Moment) -> ir.Phrase:
        return ir.Phrase(ir.Inside(moment), span=self._span(meta))

    def old_at(self, meta: Meta, distance: ir.Distance, moment: ir.Moment) -> ir.Phrase:
        return ir.Phrase(ir.OldAt(distance, moment), span=self._span(meta))

    def not_old_at(self, meta: Meta, distance: ir.Distance, moment: ir.Moment) -> ir.Phrase:
        return ir.Phrase(ir.OldAt(distance, moment), negated=True, span=self._span(meta))
