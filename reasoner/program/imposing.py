"""Formulas over times that are so wherever something is: what statements say of time narrows the worlds.

`t after e` under holds(s)   becomes `diff(e("e"),s("t"),-1) :- holds("s").`
`t during [2011,2013]`       becomes an open choice: `1 { way("s",1,(),1); way("s",1,(),2) } :- holds("s").`
what is no plain bound       becomes a test that must not fail: `:- holds("s"), not some("s",1,()).`
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reasoner.language.ir import Content, Value, Var
from reasoner.language.rewrite import contains, find, rewrite, walk
from reasoner.program.conditions import Conditions
from reasoner.program.formula import Conj, Disj, Formula, InMonths, Le, Neg, distance, plus
from reasoner.program.needs import Needs
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a claim rests: its scope, the literals under which it is made, and the variables that tell one from another."""

    scope: Scope
    body: tuple[str, ...]
    bound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imposing:
    """Writes what times obey."""

    conditions: Conditions
    needs: Needs

    @property
    def writer(self) -> Writer:
        return self.conditions.writer

    def value(self, value: Value, on: Basis) -> str:
        """What is claimed to stand in a role; the contents in it are there for all that ranges over contents."""
        for part in walk(value):
            if isinstance(part, Content):
                made = self.conditions.values.term(part)
                if variables(made):
                    self.conditions.comparisons.exact(_numbers(part, on.scope), replace(on.scope, base=on.body))
                    self.writer.rule(f"says({made},{made})", on.body, on.scope.origin)
        return self.conditions.values.term(value)

    def impose(self, formula: Formula, on: Basis) -> None:
        """The formula holds in every world in which the body does: bounds as they are, all else as a test that must not fail."""
        match formula:
            case Conj(items):
                for item in items:
                    self.impose(item, on)
            case Le():
                self.writer.imposed(formula, on.body, on.scope.origin)
            case InMonths(months=int(months)) if (ticks := self._one_length(formula, months)) is not None:
                low = None if formula.low is None else plus(formula.low, ticks)
                high = None if formula.high is None else plus(formula.high, ticks)
                self.impose(distance(formula.later, formula.earlier, low, high, formula.tag), on)
            case Disj(()):
                self.writer.rule("", on.body, on.scope.origin)
            case Disj(items) if _has_no_not(ways := _without_not(items)):
                for item, way in zip(ways, self.ways(len(items), on), strict=True):
                    self.impose(item, way)
            case _:
                scope = replace(on.scope, base=on.body if on.bound else ())
                for literal in self.conditions.tested(formula, scope):
                    self.writer.rule("", (*on.body, opposite(literal)), on.scope.origin)

    def ways(self, count: int, on: Basis) -> tuple[Basis, ...]:
        """An open choice of so many ways, at least one of which is so, as what each claim rests on."""
        name = f"way({quote(on.scope.owner)},{self.writer.number(f'way {on.scope.owner}')},{values(on.bound)}"
        ways = [f"{name},{nth})" for nth in range(1, count + 1)]
        self.writer.rule(f"1 {{ {'; '.join(ways)} }}", on.body, on.scope.origin)
        return tuple(replace(on, body=(way,)) for way in ways)

    def _one_length(self, formula: InMonths, months: int) -> int | None:
        point = formula.at.removeprefix("0+")
        length = self.needs.single(months, "back" if formula.back else "on", point)
        return None if length is None else abs(length)


def _numbers(of: Content, scope: Scope) -> tuple[str, ...]:
    """The variables in a content that may stand for numbers that are not exact: then it would not be known which content it is."""
    return tuple(node.id for node in find(of, Var) if node.id in scope.unknown)


def _has_no_not(formulas: tuple[Formula, ...]) -> bool:
    return not contains(formulas, Neg)


def _without_not(formulas: tuple[Formula, ...]) -> tuple[Formula, ...]:
    """The formulas with `not` put into the bounds that it stands before: `not a - b <= 3` is `b - a <= -4`."""

    def change(node: Any) -> Any:  # noqa: ANN401 - as in rewrite
        match node:
            case Neg(Le(left, right, int(limit), tag)):
                return Le(right, left, -limit - 1, tag)
            case _:
                return node

    return rewrite(formulas, change)


def opposite(literal: str) -> str:
    return literal.removeprefix("not ") if literal.startswith("not ") else f"not {literal}"
