"""Comparisons of numbers as literals: arithmetic where all are exact, differences where one is told with a tolerance.

`N < M + 2`, exact            becomes `N+-1*M+(-1) <= 0`
the same, M is an unknown     becomes an atom with a rule for each number of it that may be one: `le("0",M,..)`
`length of T in days <= N`    becomes `le(e(T),s(T),1440*N)`
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from reasoner.language.ir import Bound, Compare, Differs, Rough, VarLength
from reasoner.program.formula import Le
from reasoner.program.numbers import Numbers, Sum, quotient
from reasoner.program.relations import unit_size
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope, Timed


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Writes what comparisons of numbers need."""

    timed: Timed
    numbers: Numbers

    def literals(self, one: Compare | Differs, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the comparison is."""
        if isinstance(one, Differs) and one.bound is None:
            sides = (replace(one, bound=Bound.AT_MOST), replace(one, bound=Bound.AT_LEAST))
            return tuple(literal for side in sides for literal in self.literals(side, scope))
        sums, denied = self.numbers.ways(one) if isinstance(one, Compare) else self.numbers.differs(one)
        literals = tuple(literal for told in sums for literal in self._at_most_zero(told, scope))
        if not denied:
            return literals
        head, base = self._named("alike", literals, scope)
        self.timed.writer.rule(head, (*base, *literals), scope.origin)
        return (f"not {head}",)

    def inside(self, value: str, told: Rough, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the value lies in the window of a number with a tolerance."""
        low, high = self.numbers.bounds(told)
        sides = ([] if low is None else [Sum(low, ((-1, value),))]) + ([] if high is None else [Sum(-high, ((1, value),))])
        return tuple(literal for side in sides for literal in self._at_most_zero(side, scope))

    def exact(self, texts: tuple[str, ...], scope: Scope) -> None:
        """The numbers in these texts must be exact: it is a fault of the dossier if one that stands there is not."""
        if self.numbers.rough:
            for name in variables(*texts):
                body = (*scope.base, f"{name} = n(_,_)")
                self.timed.writer.rule(f"need(inexact({quote(scope.owner)}))", body, scope.origin)

    def lengths(self, counts: tuple[VarLength, ...], scope: Scope) -> None:
        """The numbers of `N months` and the like must be exact, and come to whole months or ticks."""
        self.exact(tuple(one.var.id for one in counts), scope)
        for one in counts:
            size = unit_size(one.unit, self.numbers.clock)
            if size % self.numbers.scale:
                uneven = f"({size}*{one.var.id}) \\ {self.numbers.scale} != 0"
                self.timed.writer.rule(f"need(uneven({quote(scope.owner)}))", (*scope.base, uneven), scope.origin)

    def _named(self, word: str, literals: tuple[str, ...], scope: Scope) -> tuple[str, tuple[str, ...]]:
        args = tuple(name for name in variables(*scope.base) if name in variables(*literals))
        head = f"{word}({quote(scope.owner)},{self.timed.writer.number(f'{word} {scope.owner}')},{values(args)})"
        return head, scope.base if args else ()

    def _at_most_zero(self, told: Sum, scope: Scope) -> tuple[str, ...]:
        if told.lengths:
            self.exact(tuple(text for _, text in told.terms), scope)
            return self.timed.tested(self.numbers.length(told), scope)
        told = Sum(told.constant + int(told.strict), told.terms, power=told.power)
        exact = f"{told.text()} <= 0"
        if not self.numbers.rough or not told.terms:
            return (exact,)
        head, base = self._named("atmost", (told.text(),), scope)
        self.timed.writer.rule(head, (*base, exact), scope.origin)
        self.exact(tuple(text for _, text in told.terms if text not in variables(text)), scope)
        for bound, unknown, more in self._unknown(told, scope):
            inner = (*scope.base, *(f"{text} = n(_,_)" for text in unknown), *more)
            self.timed.writer.rule(head, (*inner, self.timed.writer.tested(bound, inner, scope.origin)), scope.origin)
        return (head,)

    def _unknown(self, told: Sum, scope: Scope) -> Iterator[tuple[Le, tuple[str, ...], tuple[str, ...]]]:
        """The bound for each choice of one or two numbers of the sum that are not exact, these, and what else must be so."""
        names = [(factor, text) for factor, text in told.terms if text in variables(text)]
        for factor, text in names:
            rest = replace(told, terms=tuple(term for term in told.terms if term[1] != text)).times(-1)
            limit = quotient(rest, abs(factor))
            yield (Le(text, "0", limit) if factor > 0 else Le("0", text, limit)), (text,), ()
        for (factor, text), (other, beside) in combinations(names, 2):
            rest = replace(told, terms=tuple(term for term in told.terms if term[1] not in (text, beside))).times(-1)
            if both := factor + other:
                body = (*scope.base, f"{text} = n(_,_)", f"{beside} = n(_,_)", f"{text} != {beside}")
                self.timed.writer.rule(f"need(inexact({quote(scope.owner)}))", body, scope.origin)
                limit = quotient(rest, abs(both))
                yield (Le(text, "0", limit) if both > 0 else Le("0", text, limit)), (text, beside), (f"{text} = {beside}",)
                continue
            left, right = (text, beside) if factor > 0 else (beside, text)
            yield Le(left, right, quotient(rest, abs(factor))), (text, beside), ()
