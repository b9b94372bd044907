"""Counts, and the greatest or the least of many numbers, as literals.

`at least 2 S with p(S)`      becomes `counted(name,S) :- p(S).` and `enough(name) :- #count { .. } >= 2.`
`max of N with p(N) <= M`     becomes `counted(name,N) :- p(N), N > M.` and `not counted(name,_)` (see `extremes`)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reasoner.language.ir import Aggregate, Bound, Condition, Count, NoneOf, Ref
from reasoner.program.body import Body
from reasoner.program.comparisons import Comparisons
from reasoner.program.extremes import halves
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope
from reasoner.program.unknowns import unknown_variables
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Counts:
    """Writes what counts need; `body` gives the literals of a condition."""

    comparisons: Comparisons
    body: Callable[[Condition, Scope], Body]

    @property
    def writer(self) -> Writer:
        return self.comparisons.timed.writer

    def count(self, one: Count | NoneOf, scope: Scope) -> str:
        """A literal that is true iff as many different things make the counted condition true; names of one thing count once, and
        so do two numbers that are equal.
        """
        name = self._counted(one.var, one.counted, scope)
        if isinstance(one, NoneOf):
            return f"not counted({name},_)"
        two = (f"counted({name},_X)", f"counted({name},_Y)", "_Y < _X")
        self.writer.rule(f"twice({name},_X)", (*two, "same(_X,_Y)"), scope.origin)
        if one.var.id in unknown_variables(one.counted, self.comparisons.numbers.unknown):
            equal = self.comparisons.alike("_X", "_Y", scope.with_base(*two))
            self.writer.rule(f"twice({name},_X)", (*two, *equal), scope.origin)
        aggregate = f"#count {{ _X : counted({name},_X), not twice({name},_X) }}"
        op = {Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.MORE_THAN: ">", Bound.LESS_THAN: "<", None: "="}[one.bound]
        head = f"enough({name})"
        self.writer.rule(head, (*scope.base, f"{aggregate} {op} {one.number}"), scope.origin)
        return head

    def extreme(self, one: Aggregate, scope: Scope) -> tuple[str, ...]:
        """Literals that are true iff the greatest or the least number compares so."""
        found = halves(one)
        some = [f"counted({self._counted(one.var, half, scope)},_)" for half in found.some]
        none = [f"not counted({self._counted(one.var, half, scope)},_)" for half in found.none]
        if not found.either:
            return (*some, *none)
        args = tuple(name for name in variables(*scope.base) if name in variables(*some, *none))
        head = f"other({quote(scope.owner)},{self.writer.number(f'other {scope.owner}')},{values(args)})"
        for literal in (*some, *none):
            self.writer.rule(head, (*scope.base, literal), scope.origin)
        return (head,)

    def _counted(self, var: Ref, counted: Condition, scope: Scope) -> str:
        """The name under which `counted(name,V)` is true of each V that makes the condition true."""
        inner = replace(scope, outer=scope.outer | {var.id} | set(variables(*scope.base)))
        body = self.body(counted, inner)
        outer = tuple(name for name in variables(*body.all) if name in variables(*scope.base))
        name = f"{quote(scope.owner)},{self.writer.number(f'count {scope.owner}')},{values(outer)}"
        self.writer.rule(f"counted({name},{var.id})", (*scope.base, *body.all), scope.origin)
        return name
