"""From lark's tree to the values of `ir`: whole conditions."""

from __future__ import annotations

from lark import Token, v_args
from lark.tree import Meta

from reasoner.language import ir
from reasoner.language.time_builder import TimeBuilder

Amount = tuple[ir.Bound | None, ir.Number | ir.Param]
Such = tuple[ir.Var, ir.Condition]


@v_args(inline=True, meta=True)
class SentenceBuilder(TimeBuilder):
    """Builds the value of a whole sentence; every name, role, date and count in it is good, or it raises `Rejected`."""

    def when(self, _meta: Meta, *phrases: ir.Phrase) -> ir.When:
        return phrases

    def all_of(self, meta: Meta, *items: ir.Condition) -> ir.AllOf:
        return ir.AllOf(items, self._span(meta))

    def any_of(self, meta: Meta, *items: ir.Condition) -> ir.AnyOf:
        return ir.AnyOf(items, self._span(meta))

    def occurs(self, meta: Meta, atom: ir.Atom, name: ir.Ref | Token | None, phrase: ir.Phrase | None) -> ir.Occurs | ir.Every:
        named = self._var(name) if isinstance(name, Token) else name
        if phrase is not None and isinstance(phrase.relation, ir.Recurs):
            var = named or ir.Var(ir.EACH, self._span(meta))
            counted = ir.Occurs(atom, var, None, self._span(meta))
            return ir.Every(var, counted, phrase.relation, phrase.negated, self._span(meta))
        return ir.Occurs(atom, named, phrase, self._span(meta))

    def holds(self, meta: Meta, subject: ir.Subject, phrase: ir.Phrase) -> ir.Holds:
        return ir.Holds(subject, phrase, self._span(meta))

    def age(self, meta: Meta, subject: ir.Ref, distance: ir.Distance, moment: ir.Moment) -> ir.Holds:
        return ir.Holds(subject, ir.Phrase(ir.OldAt(distance, moment), span=distance.span), self._span(meta))

    def not_age(self, meta: Meta, subject: ir.Ref, distance: ir.Distance, moment: ir.Moment) -> ir.Holds:
        phrase = ir.Phrase(ir.OldAt(distance, moment), negated=True, span=distance.span)
        return ir.Holds(subject, phrase, self._span(meta))

    def denial(self, meta: Meta, atom: ir.Atom, name: ir.Ref | None, phrase: ir.Phrase | None) -> ir.Denial:
        return ir.Denial(atom, name, phrase, self._span(meta))

    def denied(self, meta: Meta, of: ir.Ref) -> ir.Denied:
        return ir.Denied(of, self._span(meta))

    def same(self, meta: Meta, left: ir.Ref, right: ir.Ref) -> ir.Same:
        return ir.Same(left, right, self._span(meta))

    def different(self, meta: Meta, left: ir.Ref, right: ir.Ref) -> ir.Different:
        return ir.Different(left, right, self._span(meta))

    def of_kind(self, meta: Meta, ref: ir.Ref, kind: Token) -> ir.OfKind:
        return ir.OfKind(ref, self._small(kind), self._span(meta), self._span(kind))

    def initiates(self, meta: Meta, event: ir.Ref, atom: ir.Atom) -> ir.Initiates:
        return ir.Initiates(event, atom, self._span(meta))

    def terminates(self, meta: Meta, event: ir.Ref, state: ir.Ref | ir.Atom) -> ir.Terminates:
        return ir.Terminates(event, state, self._span(meta))

    def retracts(self, meta: Meta, newer: ir.Ref, older: ir.Ref) -> ir.Retracts:
        return ir.Retracts(newer, older, self._span(meta))

    def compare(self, meta: Meta, left: ir.Term, op: Token, right: ir.Term) -> ir.Compare:
        return ir.Compare(left, str(op), right, self._span(meta))

    def amount(self, _meta: Meta, bound: ir.Bound | None, number: ir.Number | ir.Param) -> Amount:
        return bound, number

    def differs(self, meta: Meta, left: ir.Term, right: ir.Term, by: Amount) -> ir.Differs:
        return ir.Differs(left, right, *by, self._span(meta))

    def such(self, _meta: Meta, var: Token, counted: ir.Condition) -> Such:
        return self._var(var), counted

    def count(self, meta: Meta, how: ir.Bound | Token, number: Token, such: Such, within: ir.AnyLength | None) -> ir.Count:
        if not number.isdecimal():
            raise self._reject("L022", number, "a count is a whole number", "write `at least 3 S with ...`")
        return ir.Count(
            how if isinstance(how, ir.Bound) else None, self._whole(number, number), *such, within, self._span(meta)
        )

    def none_of(self, meta: Meta, such: Such) -> ir.NoneOf:
        return ir.NoneOf(*such, self._span(meta))

    def aggregate(self, meta: Meta, function: Token, such: Such, op: Token, right: ir.Term) -> ir.Aggregate:
        return ir.Aggregate(function.split()[0], *such, str(op), right, self._span(meta))

    def _var(self, token: Token) -> ir.Var:
        return ir.Var(str(token), self._span(token))
