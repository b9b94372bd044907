"""From lark's tree to the values of `ir`: names, numbers, terms and atoms."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from lark import Token, v_args
from lark.tree import Meta
from lark.visitors import Transformer_NonRecursive

from reasoner.diagnostics import Diagnostic, Rejected, Span, Text
from reasoner.language import ir
from reasoner.language.words import RESERVED, ROLE_WORDS
from reasoner.times.ir import Unit

_LONGEST_NUMBER: Final = 18


def unit_of(word: str) -> Unit:
    """The unit of a word in the singular or the plural."""
    return Unit(word.removesuffix("s"))


@v_args(inline=True, meta=True)
class TermBuilder(Transformer_NonRecursive[Token, Any]):
    """One method for each rule or alias of the grammar, called with the children's values, from the leaves up."""

    def __init__(self, text: Text) -> None:
        super().__init__(visit_tokens=False)
        self._text = text

    def __default__(self, data: object, _children: object, _meta: object) -> None:
        """No rule of the grammar may go without its method; lark would pass the bare tree on."""
        raise AssertionError(data)

    def _span(self, meta: Meta | Token) -> Span:
        return self._text.span(meta.start_pos or 0, meta.end_pos)

    def _reject(self, code: str, place: Meta | Token, message: str, advice: str = "") -> Rejected:
        return Rejected((Diagnostic(code, self._span(place), message, advice),))

    def _small(self, token: Token) -> str:
        """A name that is no word of the language."""
        if str(token) in RESERVED:
            raise self._reject("L012", token, f"`{token}` is a word of the language and can be no name", "choose another name")
        return str(token)

    def _too_long(self, token: Token) -> Rejected:
        return self._reject("L022", token, f"a number has at most {_LONGEST_NUMBER} characters")

    def _whole(self, token: Token, digits: str) -> int:
        """The whole number written in a part of that token."""
        if len(digits) > _LONGEST_NUMBER:
            raise self._too_long(token)
        return int(digits)

    def name(self, meta: Meta, token: Token) -> ir.Name:
        return ir.Name(self._small(token), self._span(meta))

    def var(self, meta: Meta, token: Token) -> ir.Var:
        return ir.Var(str(token), self._span(meta))

    def param(self, meta: Meta, token: Token) -> ir.Param:
        return ir.Param(token[1:], self._span(meta))

    def number(self, meta: Meta, token: Token) -> ir.Number:
        amount, *unit = token.replace("_", "").split()
        if unit and unit[0] in RESERVED:
            raise self._reject("L012", token, f"`{unit[0]}` is a word of the language and can be no unit")
        if len(amount) > _LONGEST_NUMBER:
            raise self._too_long(token)
        return ir.Number(Fraction(amount), "".join(unit), self._span(meta), len(amount.partition(".")[2]))

    def quoted(self, meta: Meta, token: Token) -> ir.Quoted:
        return ir.Quoted(token[1:-1], self._span(meta))

    def anything(self, meta: Meta) -> ir.Anything:
        return ir.Anything(self._span(meta))

    def content(self, meta: Meta, says: ir.Condition) -> ir.Content:
        return ir.Content(says, self._span(meta))

    def arith(self, meta: Meta, left: ir.Term, op: Token, right: ir.Term) -> ir.Arith:
        return ir.Arith(str(op), left, right, self._span(meta))

    def length_of(self, meta: Meta, of: ir.Ref, in_unit: Token) -> ir.LengthOf:
        return ir.LengthOf(of, unit_of(in_unit.split()[1]), self._span(meta))

    def bound(self, _meta: Meta, token: Token) -> ir.Bound:
        return ir.Bound(" ".join(token.split()))

    def roughly(self, meta: Meta, how: ir.Bound | Token, number: ir.Number | ir.Param) -> ir.Rough:
        return ir.Rough(_how(how), number, span=self._span(meta))

    def give_or_take(self, meta: Meta, number: ir.Number | ir.Param, give: ir.Number | ir.Param) -> ir.Rough:
        return ir.Rough(ir.Near.PLAIN, number, give=give, span=self._span(meta))

    def from_to(self, meta: Meta, number: ir.Number | ir.Param, upper: ir.Number | ir.Param) -> ir.Rough:
        return ir.Rough(ir.Near.PLAIN, number, upper=upper, span=self._span(meta))

    def distance(self, meta: Meta, how: ir.Bound | Token | None, length: ir.AnyLength) -> ir.Distance:
        return ir.Distance(_how(how), length, span=self._span(meta))

    def distance_give(self, meta: Meta, length: ir.AnyLength, give: ir.AnyLength) -> ir.Distance:
        return ir.Distance(ir.Near.PLAIN, length, give=give, span=self._span(meta))

    def distance_between(self, meta: Meta, length: ir.AnyLength, upper: ir.AnyLength) -> ir.Distance:
        return ir.Distance(ir.Near.PLAIN, length, upper=upper, span=self._span(meta))

    def arg(self, meta: Meta, role: Token | None, value: ir.Value) -> ir.Arg:
        if role is None:
            return ir.Arg("", value, self._span(meta))
        return ir.Arg(str(role) if role in ROLE_WORDS else self._small(role), value, self._span(meta))

    def atom(self, meta: Meta, predicate: Token, *args: ir.Arg | None) -> ir.Atom:
        return ir.Atom(self._small(predicate), tuple(arg for arg in args if arg is not None), self._span(meta))


def _how(word: ir.Bound | Token | None) -> ir.Bound | ir.Near:
    if isinstance(word, ir.Bound):
        return word
    return ir.Near(str(word or ""))
