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
    Name,
    NoneOf,
    Occurs,
    Same,
    Var,
)
from reasoner.language.rewrite import rewrite, walk
from reasoner.program.claims import Claims
from reasoner.program.conditions import Conditions
from reasoner.program.imposing import Basis
from reasoner.program.ir import Origin
from reasoner.program.moments import term
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
            case Count(counted=counted) | NoneOf(counted=counted) | Aggregate(counted=counted):
                return any(self.guardable(part) for part in flat((counted,)))
            case _:
                return False

    def supposed(self, whole: Condition, scope: Scope, tests: tuple[str, ...] = (), *, otherwise: bool = False) -> str:
        """The atom that says that this is supposed; asks for its guard, and writes what follows from it once.

        A guard is asked for where the base and `tests` of the instance can hold. `otherwise`: see `Pattern`.
        """
        pattern, terms = abstract(whole, variables(*scope.base))
        key = self.writer.pattern(pattern, otherwise=otherwise)
        told = ",".join(one.id if isinstance(one, Var) else self.conditions.values.term(one) for one in terms)
        vector = f"({told},)" if len(terms) == 1 else f"({told})"
        self.writer.rule(f"need(absent({quote(key)},{vector}))", (*scope.base, *tests), scope.origin)
        atom = f"supposed({quote(key)},{vector})"
        self._follows(pattern, key, len(terms))
        return atom

    def _follows(self, pattern: Condition, key: str, count: int) -> None:
        """What is so while the pattern is supposed: what it claims, of fresh things where it names none."""
        if any(isinstance(node, COUNTS) for node in walk(pattern, (Content,))):
            return
        names, origin = tuple(f"P{nth}" for nth in range(1, count + 1)), Origin("silence", key)
        supposed = f"supposed({quote(key)},{values(names)})"
        known = {Name(f"${nth}"): Var(name) for nth, name in enumerate(names, 1)}
        counted: dict[Var | Occurs | Anything, Var] = {}

        def fresh(node: Var | Occurs | Anything) -> Var:
            thing = f"fresh({quote(key)},{len(counted) + 1},{values(names)})"
            return counted.setdefault(node, Var(f'n({thing},"")' if node in numbers else thing))

        def change(node: object) -> object:
            if isinstance(node, Name):
                return known[node]
            return fresh(node) if isinstance(node, Var | Anything) else node

        numbers = self._numbers(pattern)
        held = self._numbers(tuple(node for node in walk(pattern) if isinstance(node, Content)))
        unknown = frozenset(known[node].id for node in known if node in held)
        on = Basis(Scope(f"silence {key}", origin, (supposed,), unknown=unknown), (supposed,), names)
        for part in flat((pattern,)):
            one = rewrite(part, change)
            if isinstance(one, Occurs) and one.name is None and not self._is_fact(one):
                one = replace(one, name=fresh(one))
            if isinstance(one, Same | Different):
                equal = f"equal({term(one.left)},{term(one.right)})"
                self.writer.rule("", (supposed, f"not {equal}" if isinstance(one, Same) else equal), origin)
            else:
                self.claims.claim(one, on)

    def _is_fact(self, one: Occurs) -> bool:
        return self.conditions.signatures[one.atom.predicate].form is Form.FACT

    def _numbers(self, of: object) -> set[object]:
        """What stands for numbers."""
        args = ((atom, arg) for atom in walk(of) if isinstance(atom, Atom) for arg in atom.args)
        return {arg.value for atom, arg in args if (atom.predicate, arg.role) in self.conditions.numbers.typed}
