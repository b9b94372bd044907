"""What nobody said: the guards of silence, and what follows when their content is supposed.

`need(absent(p,V))` asks for a guard for each ground p; while that is off `supposed(p,V)` makes p so: of fresh things
where it names none, as if it had been stated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import (
    Aggregate,
    Anything,
    Atom,
    Condition,
    Content,
    Count,
    Different,
    Every,
    Name,
    NoneOf,
    Occurs,
    Same,
    Var,
)
from reasoner.language.rewrite import contains, find, rewrite
from reasoner.language.to_text import to_text
from reasoner.program.claims import Claims
from reasoner.program.conditions import Conditions
from reasoner.program.imposing import Basis
from reasoner.program.ir import Origin
from reasoner.program.moments import term
from reasoner.program.recurring import is_due
from reasoner.program.symmetry import exchanges, orders, symmetric_words
from reasoner.program.terms import quote, values, variables
from reasoner.program.timed import Scope
from reasoner.program.variables import COUNTS, abstract, flat
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Silence:
    """Writes what is supposed."""

    claims: Claims

    @property
    def conditions(self) -> Conditions:
        return self.claims.conditions

    @property
    def writer(self) -> Writer:
        return self.claims.writer

    def guardable(self, one: Condition) -> bool:
        """Whether somebody could say this and did not; times, identities and closed predicates are no silence."""
        match one:
            case Occurs(atom, _, _):
                signature = self.conditions.signatures[atom.predicate]
                return not signature.has(Mark.CLOSED) and atom.predicate not in {"said", "true"}
            case Count(counted=counted) | NoneOf(counted=counted) | Aggregate(counted=counted) | Every(counted=counted):
                return any(self.guardable(part) for part in flat((counted,)))
            case _:
                return False

    def supposed(self, whole: Condition, scope: Scope, tests: tuple[str, ...] = (), period: Var | None = None) -> str:
        """The atom that says that this is supposed; asks for its guard, and writes what follows from it once.

        What is supposed to come in a period, if it is one, comes in no other.

        A guard is asked for where the base and `tests` of the instance can hold; of contents that are one by the symmetry of
        a word only for the first.
        """
        symmetric = symmetric_words(self.conditions.signatures.values())
        bound = variables(*scope.base)
        pattern, terms = min((abstract(one, bound) for one in orders(whole, symmetric)), key=lambda made: to_text(made[0]))
        key = self.writer.pattern(pattern)
        told = tuple(one.id if isinstance(one, Var) else self.conditions.values.term(one) for one in terms)
        turns = exchanges(pattern, symmetric)
        vectors = tuple(dict.fromkeys(values(tuple(told[place] for place in turn)) for turn in turns))
        for vector in vectors:
            first = tuple(f"{vector} <= {other}" for other in vectors if other != vector)
            self.writer.rule(f"need(absent({quote(key)},{vector}))", (*scope.base, *tests, *first), scope.origin)
        self._follows(pattern, key, turns, terms.index(period) + 1 if period in terms else None)
        return f"supposed({quote(key)},{vectors[0]})"

    def _follows(self, pattern: Condition, key: str, turns: tuple[tuple[int, ...], ...], period: int | None) -> None:
        """What is so while the pattern is supposed: what it claims, of fresh things where it names none.

        A count is only met; `turns` are the orders of what it speaks of in which it is the same count. `$period` is a period.
        """
        names = tuple(f"P{nth}" for nth in range(1, len(turns[0]) + 1))
        supposed = f"supposed({quote(key)},{values(names)})"
        origin = Origin("silence", key)
        if contains(pattern, *COUNTS, closed=(Content,)):
            for turn in turns[1:]:
                turned = values(tuple(names[place] for place in turn))
                self.writer.rule(f"supposed({quote(key)},{turned})", (supposed,), origin)
        else:
            self._claimed(pattern, key, Basis(Scope(f"silence {key}", origin, (supposed,)), (supposed,), names), period)

    def _claimed(self, pattern: Condition, key: str, on: Basis, period: int | None) -> None:
        known = {Name(f"${nth}"): Var(name) for nth, name in enumerate(on.bound, 1)}
        counted: dict[Var | Occurs | Anything, Var] = {}

        def fresh(node: Var | Occurs | Anything) -> Var:
            thing = f"fresh({quote(key)},{len(counted) + 1},{values(on.bound)})"
            return counted.setdefault(node, Var(f'n({thing},"")' if node in numbers else thing))

        def change(node: object) -> object:
            if isinstance(node, Name):
                return known[node]
            return fresh(node) if isinstance(node, Var | Anything) else node

        numbers = self._numbers(pattern)
        held = self._numbers(tuple(find(pattern, Content)))
        unknown = frozenset(known[node].id for node in known if node in held)
        on = replace(on, scope=replace(on.scope, unknown=unknown))
        for part in flat((pattern,)):
            one = rewrite(part, change)
            if isinstance(one, Occurs) and one.name is None and not self._is_fact(one):
                one = replace(one, name=fresh(one))
            if period is not None and isinstance(one, Occurs) and one.name is not None and is_due(one, Var(f"P{period}")):
                guard = f"guard(absent({quote(key)},{values(on.bound)}))"
                alike = (f"period(_C,_U,_T,P{period},_)", "period(_C,_U,_T,_P,_)", f"_P != P{period}")
                self.writer.rule(f"elsewhere({term(one.name)},_P)", (guard, *alike), on.scope.origin)
            if isinstance(one, Same | Different):
                equal = f"equal({term(one.left)},{term(one.right)})"
                self.writer.rule("", (*on.body, f"not {equal}" if isinstance(one, Same) else equal), on.scope.origin)
            else:
                self.claims.claim(one, on)

    def _is_fact(self, one: Occurs) -> bool:
        return self.conditions.signatures[one.atom.predicate].form is Form.FACT

    def _numbers(self, of: object) -> set[object]:
        """What stands for numbers."""
        args = ((atom, arg) for atom in find(of, Atom) for arg in atom.args)
        return {arg.value for atom, arg in args if (atom.predicate, arg.role) in self.conditions.numbers.typed}
