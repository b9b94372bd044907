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
from reasoner.program.durations import Duration, duration
from reasoner.program.formula import Amount, Le
from reasoner.program.lengths import unit_size
from reasoner.program.numbers import Numbers, Sum, quotient
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope, Timed
from reasoner.program.unknowns import Apart


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

    def alike(self, one: str, other: str, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff two numbers are equal there."""
        less = Sum(0, ((1, one), (-1, other)))
        return tuple(literal for side in (less, less.times(-1)) for literal in self._at_most_zero(side, scope))

    def apart(self, scope: Scope) -> Apart:
        """What tells numbers apart in a scope."""
        known = set(variables(*scope.base))
        return Apart(self.numbers.unknown, lambda: self.timed.writer.number("number"), scope.unknown, known)

    def all_of(self, apart: Apart, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the numbers told apart are there what they must be."""
        windows = (literal for told, name in apart.windows for literal in self.inside(name, told, scope))
        return (*windows, *(literal for one, other in apart.alike for literal in self.alike(one, other, scope)))

    def exact(self, texts: tuple[str, ...], scope: Scope) -> None:
        """The numbers in these texts must be exact: it is a fault of the dossier if one that stands there is not."""
        if self.numbers.rough:
            for name in variables(*texts):
                body = (*scope.base, f"{name} = n(_,_)")
                self.timed.writer.rule(f"need(inexact({quote(scope.owner)}))", body, scope.origin)

    def watch(self, literals: tuple[str, ...], scope: Scope) -> None:
        """Where what is bound so far is a number that rules have made, and too large to be reckoned with, that is a fault."""
        limit = self.numbers.limits.get(scope.owner)
        for name in (one for one in variables(*literals) if limit and one in limit.variables):
            for side in (f"_I > {limit.most}", f"_I < -{limit.most}") if limit else ():
                body = (*scope.base, *literals, f"_I = {name}+0", side)
                self.timed.writer.rule(f"need(oversized({quote(scope.owner)}))", body, scope.origin)

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
            factors = tuple(factor for factor, _ in told.lengths if isinstance(factor, str))
            self.exact((*(text for _, text in told.terms), *factors), scope)
            return self._lasts(duration(told, self.numbers.clock), scope)
        told = Sum(told.constant + int(told.strict), told.terms, power=told.power)
        exact = f"{told.text()} <= 0"
        if not self.numbers.rough or not told.terms:
            return (exact,)
        head, base = self._named("atmost", (told.text(),), scope)
        if not any(map(_supposed, (text for _, text in told.terms))):
            self.timed.writer.rule(head, (*base, exact), scope.origin)
        self.exact(tuple(text for _, text in told.terms if not _may_be_unknown(text)), scope)
        for bound, unknown, more in self._unknown(told, scope):
            inner = (*scope.base, *(f"{text} = n(_,_)" for text in unknown), *more)
            self.timed.writer.rule(head, (*inner, self.timed.writer.tested(bound, inner, scope.origin)), scope.origin)
        return (head,)

    def _lasts(self, told: Duration, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff what is asked of a length is."""
        if isinstance(told.factor, str):
            return (self._lasts_times(told, told.factor, scope),)
        if told.factor == 0:
            return self._at_most_zero(replace(told.most.times(-1), strict=told.strict and told.calendar), scope)
        size = abs(told.factor)
        self._whole(told, size, scope)
        limit = quotient(told.most, size)
        return self.timed.tested(told.at_most(limit) if told.factor > 0 else told.at_least(limit), scope)

    def _lasts_times(self, told: Duration, factor: str, scope: Scope) -> str:
        """The same where the factor is a number of the data: it may be above 0, below 0, or 0."""
        head, base = self._named("lasts", (factor, told.most.text(), told.start.point), scope)
        args = head.partition("(")[2]
        writer = self.timed.writer
        for sign in (1, -1):
            times = f"times({sign},_D,{args}"
            writer.rule(times, (*base, f"_D = {sign}*({factor})", "_D > 0"), scope.origin)
            inner = scope.with_base(times)
            self._whole(told, "_D", inner)
            limit = quotient(told.most, "_D")
            literals = self.timed.tested(told.at_most(limit) if sign > 0 else told.at_least(limit), inner)
            writer.rule(head, (*base, times, *literals), scope.origin)
        writer.rule(head, (*base, f"0 = {factor}", f"{told.most.text()} >= {int(told.strict and told.calendar)}"), scope.origin)
        return head

    def _whole(self, told: Duration, size: Amount, scope: Scope) -> None:
        """A length in months is compared with whole months: a part of a month has no fixed length."""
        if told.calendar and size != 1:
            uneven = f"({told.most.text()}) \\ {size} != 0"
            self.timed.writer.rule(f"need(uneven({quote(scope.owner)}))", (*scope.base, uneven), scope.origin)

    def _unknown(self, told: Sum, scope: Scope) -> Iterator[tuple[Le, tuple[str, ...], tuple[str, ...]]]:
        """The bound for each choice of one or two numbers of the sum that are not exact, these, and what else must be so."""
        names = [(factor, text) for factor, text in told.terms if _may_be_unknown(text)]
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


def _may_be_unknown(text: str) -> bool:
    """Whether a term is a variable or a number that is supposed, and no sum."""
    return text in variables(text) or _supposed(text)


def _supposed(text: str) -> bool:
    return text.startswith("n(")
