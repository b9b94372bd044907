"""Counts, and the greatest, the least or the sum of many numbers, as literals.

`at least 2 S with p(S)`      becomes `counted(name,S) :- p(S).` and `enough(name) :- #count { .. } >= 2.`
`.. all within 1 year`        becomes `close(name,S,T)` for each T that starts so soon after S, and `#count { .. }` of these for each S
`max of N with p(N) <= M`     becomes `counted(name,N) :- p(N), N > M.` and `not counted(name,_)` (see `extremes`)
`sum of N with p(X, N) = M`   becomes `summed(name,N,(X,)) :- p(X,N).` and `amounts(name) :- #sum { .. } = M.`
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reasoner.language.ir import Aggregate, AllOf, Anything, Atom, Bound, Condition, Count, NoneOf, Occurs, Ref, Var, VarLength
from reasoner.language.rewrite import find
from reasoner.program.body import Body
from reasoner.program.comparisons import Comparisons
from reasoner.program.extremes import halves
from reasoner.program.formula import Instant, at_most, both
from reasoner.program.lengths import Grid, measure
from reasoner.program.relations import Stretch, long
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope
from reasoner.program.unknowns import unknown_variables
from reasoner.program.variables import bound_variables, flat
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Counts:
    """Writes what counts need; `body` gives the literals of a condition, `happens` tells occurrences from facts."""

    comparisons: Comparisons
    happens: Callable[[Atom], bool]
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
        self._twice(name, one, scope)
        if one.within is not None:
            return self._within(one, name, scope)
        aggregate = f"#count {{ _X : counted({name},_X), not twice({name},_X) }}"
        op = {Bound.AT_LEAST: ">=", Bound.AT_MOST: "<=", Bound.MORE_THAN: ">", Bound.LESS_THAN: "<", None: "="}[one.bound]
        head = f"enough({name})"
        self.writer.rule(head, (*scope.base, f"{aggregate} {op} {one.number}"), scope.origin)
        return head

    def _twice(self, name: str, one: Count, scope: Scope) -> None:
        """What is counted under another name, or as an equal number, already."""
        two = (f"counted({name},_X)", f"counted({name},_Y)", "_Y < _X")
        self.writer.rule(f"twice({name},_X)", (*two, "same(_X,_Y)"), scope.origin)
        if one.var.id in unknown_variables(one.counted, self.comparisons.numbers.unknown):
            equal = self.comparisons.alike("_X", "_Y", scope.with_base(*two))
            self.writer.rule(f"twice({name},_X)", (*two, *equal), scope.origin)

    def _within(self, one: Count, name: str, scope: Scope) -> str:
        """A literal that is true iff the most that start in one span, from the start of one of them on, are as many as told."""
        assert one.within is not None
        pair = scope.with_base(f"counted({name},_X)", f"counted({name},_Y)")
        self.comparisons.lengths(tuple(find(one.within, VarLength)), scope)
        starts = Stretch(Instant("s(_Y)"), Instant("s(_X)"), back=False)
        grid = Grid(self.comparisons.numbers.clock, self.comparisons.numbers.scale)
        close = both(at_most(starts.earlier, starts.later, 0), long(starts, measure(one.within, grid), (None, 0), ""))
        literals = self.comparisons.timed.tested(close, pair)
        self.writer.rule(f"close({name},_X,_Y)", (*pair.base, *literals), scope.origin)
        least = {Bound.AT_LEAST: one.number, Bound.LESS_THAN: one.number, None: one.number}.get(one.bound, one.number + 1)
        enough = self._in_one_span(least, name, scope)
        if one.bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
            return enough
        if one.bound is not None:
            return f"not {enough}"
        head = f"enough({name})"
        self.writer.rule(head, (*scope.base, enough, f"not {self._in_one_span(least + 1, name, scope)}"), scope.origin)
        return head

    def _in_one_span(self, least: int, name: str, scope: Scope) -> str:
        head = f"crowded({least},{name})"
        some = f"#count {{ _Y : close({name},_X,_Y), not twice({name},_Y) }} >= {least}"
        self.writer.rule(head, (*scope.base, *((f"counted({name},_X)", some) if least > 0 else ())), scope.origin)
        return head

    def aggregate(self, one: Aggregate, scope: Scope) -> tuple[str, ...]:
        """Literals that are true iff the greatest, the least or the sum of the numbers compares so."""
        return (self._total(one, scope),) if one.function == "sum" else self.extreme(one, scope)

    def _total(self, one: Aggregate, scope: Scope) -> str:
        """A literal that is true iff the numbers add up so: each as often as it is told of other things, by whatever names."""
        counted = self._all_named(one.counted)
        known = {one.var.id, *variables(*scope.base)}
        of = tuple(name for name in bound_variables((counted,)) if name not in known)
        body = self.body(counted, replace(scope, outer=scope.outer | known | set(of)))
        outer = tuple(name for name in variables(*body.all) if name in variables(*scope.base))
        name = f"{quote(scope.owner)},{self.writer.number(f'sum {scope.owner}')},{values(outer)}"
        summed = f"summed({name},{one.var.id},{values(of)})"
        self.writer.rule(summed, (*scope.base, *body.all), scope.origin)
        right = self.comparisons.numbers.value(one.right)
        self.comparisons.exact((one.var.id, right), scope.with_base(summed))
        self._again(name, one.var.id, len(of), scope)
        vector = values(tuple(f"_V{nth}" for nth in range(len(of))))
        every = f"#sum {{ _N,{vector} : summed({name},_N,{vector}), not again({name},_N,{vector}) }}"
        head = f"amounts({name})"
        self.writer.rule(head, (*scope.base, f"{every} {one.op} {right}"), scope.origin)
        return head

    def _again(self, name: str, number: str, size: int, scope: Scope) -> None:
        """What is told of one thing under another name, too, and adds nothing."""
        one, other = (tuple(f"{letter}{nth}" for nth in range(size)) for letter in ("_V", "_U"))
        told, before = (f"summed({name},{number},{values(names)})" for names in (one, other))
        for nth in range(size):
            alike = f"alike({name},{nth}"
            self.writer.rule(f"{alike},{one[nth]},{one[nth]})", (told,), scope.origin)
            self.writer.rule(
                f"{alike},{one[nth]},{other[nth]})", (told, before, f"same({one[nth]},{other[nth]})"), scope.origin
            )
        each = tuple(f"alike({name},{nth},{one[nth]},{other[nth]})" for nth in range(size))
        if size:
            body = (told, before, f"{values(other)} < {values(one)}", *each)
            self.writer.rule(f"again({name},{number},{values(one)})", body, scope.origin)

    def _all_named(self, counted: Condition) -> Condition:
        """With a variable for what occurs and has none, and for `_` in a fact: what is told of two things is no single number."""

        def fresh() -> Var:
            return Var(f"_W{self.writer.number('told of')}")

        def named(part: Condition) -> Condition:
            if not isinstance(part, Occurs):
                return part
            if self.happens(part.atom):
                return replace(part, name=part.name or fresh())
            args = (replace(arg, value=fresh()) if isinstance(arg.value, Anything) else arg for arg in part.atom.args)
            return replace(part, atom=replace(part.atom, args=tuple(args)))

        return AllOf(tuple(named(part) for part in flat((counted,))))

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
