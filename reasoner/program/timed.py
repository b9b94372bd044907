"""Formulas over times as literals that are true in a world iff the formula is.

`E during T`        becomes `le(s(T),s(E),0), le(e(E),e(T),0)`
`P or Q`, months    become an atom of their own, with one rule for each way to be true
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from reasoner.language.ir import Distance, FixedLength, Phrase, VarLength
from reasoner.language.rewrite import contains, find
from reasoner.program.formula import Conj, Disj, Formula, InMonths, Le, Neg, OnDayLike, SameDayAs, minus, plus
from reasoner.program.ir import Origin
from reasoner.program.terms import quote, values, variables
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands: its owner, the literals that bind variables so far, and the variables known outside.

    `unknown` are variables that may stand for numbers that are not exact.
    `period` is the variable for the period in which something is due, if it is asked for in every one.
    `shared`: it is that of all contents of one shape, each of which may tell another tolerance.
    """

    owner: str
    origin: Origin
    base: tuple[str, ...] = ()
    outer: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    shared: bool = False
    period: str = ""

    def with_base(self, *literals: str) -> Scope:
        return replace(self, base=(*self.base, *literals))


@dataclass(frozen=True, slots=True)
class Timed:
    """Writes what times decide."""

    writer: Writer

    def tested(self, formula: Formula, scope: Scope) -> tuple[str, ...]:
        """Literals that are true in a world iff the formula is."""
        match formula:
            case Conj(items):
                return tuple(literal for item in items for literal in self.tested(item, scope))
            case Le():
                return (self.writer.tested(formula, scope.base, scope.origin),)
            case Neg(Le() as inner):
                return (f"not {self.writer.tested(inner, scope.base, scope.origin)}",)
            case Neg(inner):
                return tuple(f"not {literal}" for literal in self.tested(inner, scope))
            case Disj(()):
                return ("#false",)
            case Disj(items):
                return (self._named("some", [self.tested(item, scope) for item in items], formula, scope),)
            case InMonths():
                return (self._months(formula, scope),)
            case SameDayAs():
                return (self._same_day(formula, scope),)
            case OnDayLike(point, kind):
                told = f"onday({point},{quote(kind)})"
                self.writer.day(point, scope.base, scope.origin)
                self.writer.rule(f"need({told})", scope.base if variables(point) else (), scope.origin)
                return (told,)
            case _:
                assert_never(formula)

    def _named(self, word: str, ways: list[tuple[str, ...]], formula: Formula, scope: Scope) -> str:
        """An atom that is true in each of the ways."""
        used = variables(*(part.left + " " + part.right + f" {part.limit}" for part in find(formula, Le)))
        named = [*used, *(v for way in ways for v in variables(*way))]
        args = tuple(name for name in variables(*scope.base) if name in named)
        head = f"{word}({quote(scope.owner)},{self.writer.number(f'{word} {scope.owner}')},{values(args)})"
        for way in ways:
            self.writer.rule(head, (*(scope.base if args else ()), *way), scope.origin)
        return head

    def _months(self, told: InMonths, scope: Scope) -> str:
        """A distance in months: in each piece of time on which the count has one length, between its two bounds.

        Where only the least and the most that the count can last are known, it may be so where it is so for one length
        between them, and is so for certain where it is so for any of them.
        """
        way = "back" if told.back else "on"
        need = f"months({told.months},{way},{told.at})"
        self.writer.rule(f"need({need})", scope.base if variables(need) else (), scope.origin)
        length = f"length({told.months},{way},{told.at},_I,_Least,_Most)"
        inside = f"piece({told.months},{way},{told.at},_I)"
        used = variables(need, told.later.point, told.earlier.point, f"{told.low} {told.high}")
        args = tuple(name for name in variables(*scope.base) if name in used)
        head = f"distance({quote(scope.owner)},{self.writer.number(f'distance {scope.owner}')},{values(args)})"
        fixed, loose = ((*scope.base, length, f"_Least {sign} _Most") for sign in ("=", "<"))
        ways = ((head, fixed, (), True), (f"perhaps({head})", loose, (), False), (head, loose, (f"perhaps({head})",), True))
        for what, base, more, wide in ways:
            lengths = ("_Least", "_Most") if wide else ("_Most", "_Least")
            bounds = self._between(told, lengths, base, scope.origin)
            self.writer.rule(what, (*base, inside, *more, *bounds), scope.origin)
        self.writer.rule(f"{{ perhaps({head}) }}", loose, scope.origin)
        return head

    def _between(self, told: InMonths, lengths: tuple[str, str], base: tuple[str, ...], origin: Origin) -> tuple[str, ...]:
        """The bounds of a distance in months, the lower counted from the first of the two lengths, the upper from the other."""
        gap = told.earlier.offset - told.later.offset
        bounds: list[Le] = []
        if told.low is not None:
            limit = plus(minus(plus(told.low, gap)), f"(-{lengths[0]})")
            bounds.append(Le(told.earlier.point, told.later.point, limit, told.tag, -gap))
        if told.high is not None:
            limit = plus(plus(told.high, gap), lengths[1])
            bounds.append(Le(told.later.point, told.earlier.point, limit, told.tag, gap))
        return tuple(self.writer.tested(bound, base, origin) for bound in bounds)

    def _same_day(self, told: SameDayAs, scope: Scope) -> str:
        """One atom for each two points; `background` says when it is true."""
        for point in (told.left, told.right):
            self.writer.day(point, scope.base, scope.origin)
        need = f"days({told.left},{told.right})"
        self.writer.rule(f"need({need})", scope.base if variables(need) else (), scope.origin)
        return f"together({told.left},{told.right})"


def has_length(phrase: Phrase) -> bool:
    """Whether the phrase tells a length that may fall short."""
    return contains(phrase, Distance, FixedLength, VarLength)
