"""Rules as ASP: an instance for each choice of their variables, and what lifts, meets or breaks it.

    given(r,V)   the lines of `given` that do not depend on times
    lifted(r,V)  something said or supposed is an exception      met(r,V)  something meets the `must`
    fires(r,V)   given and its times hold, nothing lifts it, and the rule is kept: then its `then` is so

What nobody said is relied on by guards: `need(absent(p,V))` asks for one for each ground p, and while it is off
`supposed(p,V)` makes p so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import (
    AllOf,
    AnyOf,
    Anything,
    Atom,
    Bound,
    Compare,
    Condition,
    Count,
    Different,
    Holds,
    Name,
    NoneOf,
    Occurs,
    OfKind,
    Phrase,
    Same,
    Var,
)
from reasoner.language.rewrite import rewrite, walk
from reasoner.program.claims import Claims, Ground
from reasoner.program.conditions import Body, Conditions, Scope
from reasoner.program.formula import Formula, both, either
from reasoner.program.ir import InstanceRule, Origin
from reasoner.program.moments import term
from reasoner.program.relations import deadline_past
from reasoner.program.swaps import swaps
from reasoner.program.terms import quote, values, variables
from reasoner.program.writer import Writer
from reasoner.theory.ir import Law


@dataclass(frozen=True, slots=True)
class Instance:
    """A rule while it is compiled: its variables, its atoms for one choice of them, and where its conditions stand."""

    law: Law
    bound: tuple[str, ...]
    given: str
    scope: Scope
    body: Body

    def atom(self, word: str) -> str:
        return f"{word}({quote(self.law.id)},{values(self.bound)})"


@dataclass(frozen=True, slots=True)
class Laws:
    """Compiles rules one by one."""

    claims: Claims

    @property
    def conditions(self) -> Conditions:
        return self.claims.conditions

    @property
    def writer(self) -> Writer:
        return self.claims.writer

    def compile(self, law: Law) -> None:
        """Write one rule; one that is off is left out."""
        made = self._given(law)
        origin = made.scope.origin
        guard = self._guard(made)
        lifted = self._lifted(made)
        applies = (*made.body.all, *lifted)
        if law.then:
            self.writer.rule(made.atom("fires"), (*applies, *guard), origin)
            self._conclude(made)
            return
        self._instance(made)
        instance = f"inst({quote(law.id)},{values(made.bound)})"
        stands: tuple[str, ...] = (*made.body.binds, *made.body.tests, *lifted)
        if law.never:
            never = self.conditions.body(law.never, made.scope)
            self.writer.rule(f"broken({instance})", (*applies, *never.all, *guard), origin)
        else:
            unmet = self._unmet(made)
            due = self._due(made)
            self.writer.rule(f"broken({instance})", (*applies, *due, *unmet, *guard), origin)
            stands = (*stands, *unmet)
        self.writer.rule(f"stands({instance})", (*stands, *guard), origin)

    # ------------------------------------------------------------ given

    def _given(self, law: Law) -> Instance:
        """The lines of `given` that bind variables become one atom, under which all else is tested."""
        bound = bound_variables(law.given)
        given = f"given({quote(law.id)},{values(bound)})"
        scope = Scope(law.id, Origin("rule", law.id, law.span), (), frozenset(bound))
        body = self.conditions.body(law.given, scope, given)
        inner = replace(scope, base=(given,))
        silent = tuple(f"not {self._supposed(one, inner)}" for one in _flat(law.given) if upper(one) and self._guardable(one))
        return Instance(law, bound, given, inner, replace(body, tests=(*body.tests, *silent)))

    def _guard(self, made: Instance) -> tuple[str, ...]:
        law = made.law
        if law.norm:
            duty = f"honoured({quote(law.id)},{values(made.bound)})"
            self.writer.rule(f"need({duty})", (made.given,), made.scope.origin)
            return (f"on({duty})",)
        return (f"on(keep({quote(law.id)}))",) if law.kept else ()

    def _instance(self, made: Instance) -> None:
        law = made.law
        symmetric = frozenset(word for word, known in self.conditions.signatures.items() if known.has(Mark.SYMMETRIC))
        self.writer.instances[law.id] = InstanceRule(law.id, law.id, made.bound, law, swaps(law, made.bound, symmetric))

    # ------------------------------------------------------------ unless and must

    def _lifted(self, made: Instance) -> tuple[str, ...]:
        if not made.law.unless:
            return ()
        self._ways(made, made.law.unless, "lifted")
        return (f"not {made.atom('lifted')}",)

    def _unmet(self, made: Instance) -> tuple[str, ...]:
        self._ways(made, made.law.must, "met")
        return (f"not {made.atom('met')}",)

    def _ways(self, made: Instance, conditions: tuple[Condition, ...], word: str) -> None:
        """One rule for each alternative of the condition; each that leans on silence can be supposed alone."""
        for way in alternatives(conditions):
            body = self.conditions.body(way, made.scope)
            self.writer.rule(made.atom(word), (made.given, *body.all), made.scope.origin)
            if any(self._guardable(one) for one in way):
                self._suppose(way, made, word)

    def _guardable(self, one: Condition) -> bool:
        """Whether somebody could say this and did not; times, identities and closed predicates are no silence."""
        match one:
            case Occurs(atom, _, _):
                signature = self.conditions.signatures[atom.predicate]
                return not signature.has(Mark.CLOSED) and atom.predicate not in {"said", "true"}
            case Count(counted=counted) | NoneOf(counted=counted):
                return any(self._guardable(part) for part in _flat((counted,)))
            case _:
                return False

    def _suppose(self, way: tuple[Condition, ...], made: Instance, word: str) -> None:
        whole = way[0] if len(way) == 1 else AllOf(way)
        supposed = self._supposed(whole, made.scope)
        if any(isinstance(one, Count | NoneOf) for one in way):
            self.writer.rule(made.atom(word), (made.given, supposed), made.scope.origin)

    def _supposed(self, whole: Condition, scope: Scope) -> str:
        """The atom that says that this is supposed; asks for its guard, and writes what follows from it once."""
        pattern, terms = abstract(whole, variables(*scope.base))
        key = self.writer.pattern(pattern)
        told = ",".join(quote(one.id) if isinstance(one, Name) else one.id for one in terms)
        vector = f"({told},)" if len(terms) == 1 else f"({told})"
        self.writer.rule(f"need(absent({quote(key)},{vector}))", scope.base, scope.origin)
        atom = f"supposed({quote(key)},{vector})"
        self._follows(pattern, key, len(terms))
        return atom

    def _follows(self, pattern: Condition, key: str, count: int) -> None:
        """What is so while the pattern is supposed: what it claims, of fresh things where it names none."""
        if any(isinstance(node, Count | NoneOf) for node in walk(pattern)):
            return
        names = tuple(f"P{nth}" for nth in range(1, count + 1))
        supposed = f"supposed({quote(key)},{values(names)})"
        origin = Origin("silence", key)
        known = {Name(f"${nth}"): Var(name) for nth, name in enumerate(names, 1)}
        counted: dict[Name | Var | Occurs | Anything, Var] = {}

        def fresh(node: Name | Var | Occurs | Anything) -> Var:
            thing = f"fresh({quote(key)},{len(counted) + 1},{values(names)})"
            return counted.setdefault(node, Var(f'n({thing},"")' if node in numbers else thing))

        def change(node: object) -> object:
            if isinstance(node, Name):
                return known[node]
            if isinstance(node, Occurs) and node.name is None and not self._is_fact(node):
                return replace(node, name=fresh(node))
            return fresh(node) if isinstance(node, Var | Anything) else node

        numbers = self._number_variables(pattern)
        on = Ground(Scope(f"silence {key}", origin, (supposed,)), (supposed,), names)
        for one in _flat((rewrite(pattern, change),)):
            if isinstance(one, Same | Different):
                equal = f"equal({term(one.left)},{term(one.right)})"
                self.writer.rule("", (supposed, f"not {equal}" if isinstance(one, Same) else equal), origin)
            else:
                self.claims.claim(one, on)

    def _is_fact(self, one: Occurs) -> bool:
        return self.conditions.signatures[one.atom.predicate].form is Form.FACT

    def _number_variables(self, pattern: Condition) -> set[object]:
        """The variables that stand for numbers."""
        atoms = [node for node in walk(pattern) if isinstance(node, Atom)]
        types = {
            (atom.predicate, role.name): role.type
            for atom in atoms
            for role in self.conditions.signatures[atom.predicate].roles
        }
        return {arg.value for atom in atoms for arg in atom.args if types.get((atom.predicate, arg.role)) == "number"}

    # ------------------------------------------------------------ deadline and conclusion

    def _due(self, made: Instance) -> tuple[str, ...]:
        """The deadline is past; always where the phrase has none or nothing says when the dossier was reported."""
        reported = self.conditions.calendar.reported()
        if reported is None:
            return ()
        scene = self.conditions.calendar.scene(self.conditions.numbers.scale)

        def past(one: Condition) -> Formula | None:
            if isinstance(one, AllOf | AnyOf):
                found = [formula for item in one.items if (formula := past(item)) is not None]
                if isinstance(one, AnyOf) and len(found) < len(one.items):
                    return None
                return (either(*found) if isinstance(one, AllOf) else both(*found)) if found else None
            phrase = one.phrase if isinstance(one, Occurs | Holds) else None
            if phrase is None or phrase.negated or any(name not in made.bound for name in _counted_from(phrase)):
                return None
            return deadline_past(phrase.relation, scene, reported)

        formula = past(AllOf(made.law.must))
        return () if formula is None else self.conditions.tested(formula, made.scope)

    def _conclude(self, made: Instance) -> None:
        fires = made.atom("fires")
        scope = replace(made.scope, base=(fires,))
        on = Ground(scope, (fires,), made.bound)
        named = [one.name for one in made.law.then if isinstance(one, Occurs) and isinstance(one.name, Var)]
        new = {name: self.claims.new(on) for name in dict.fromkeys(named) if name.id not in made.bound}
        for one in made.law.then:
            self.claims.claim(rewrite(one, lambda node: new.get(node, node) if isinstance(node, Var) else node), on)


def _flat(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(part for one in conditions for part in (_flat(one.items) if isinstance(one, AllOf) else (one,)))


def _counted_from(phrase: Phrase) -> tuple[str, ...]:
    """The variables of a phrase: one that only the `must` binds has no time before something meets it."""
    return tuple(node.id for node in walk(phrase) if isinstance(node, Var))


def upper(one: Condition) -> bool:
    """Whether a count is false for there being too many: `no`, `at most`, `less than`, `exactly`."""
    return isinstance(one, NoneOf) or (isinstance(one, Count) and one.bound in {Bound.AT_MOST, Bound.LESS_THAN, None})


def bound_variables(conditions: tuple[Condition, ...]) -> tuple[str, ...]:
    """The variables that these conditions bind, in order of first appearance; of alternatives those that all bind."""
    found: dict[str, None] = {}
    for one in _flat(conditions):
        if isinstance(one, Occurs):
            found |= {node.id: None for node in walk(one) if isinstance(node, Var)}
        elif isinstance(one, OfKind) and isinstance(one.ref, Var):
            found[one.ref.id] = None
        elif isinstance(one, Compare) and one.op == "=" and isinstance(one.left, Var):
            found[one.left.id] = None
        elif isinstance(one, AnyOf):
            each = [bound_variables((item,)) for item in one.items]
            found |= {name: None for name in each[0] if all(name in other for other in each)}
    return tuple(found)


def alternatives(conditions: tuple[Condition, ...]) -> tuple[tuple[Condition, ...], ...]:
    """The conditions as alternatives of flat conjunctions (disjunctive normal form)."""
    ways: list[list[tuple[Condition, ...]]] = []
    for one in conditions:
        match one:
            case AnyOf(items):
                ways.append([way for item in items for way in alternatives((item,))])
            case AllOf(items):
                ways.append(list(alternatives(items)))
            case _:
                ways.append([(one,)])
    return tuple(tuple(part for way in choice for part in way) for choice in product(*ways))


def abstract(whole: Condition, bound: tuple[str, ...]) -> tuple[Condition, tuple[Name | Var, ...]]:
    """The condition with `$1`, `$2`, .. for its names and bound variables, `_1`, .. for its own; and what the `$` stand for."""
    terms: dict[Name | Var, Name] = {}
    own: dict[Var, Var] = {}

    def change(node: object) -> object:
        if isinstance(node, Name) or (isinstance(node, Var) and node.id in bound):
            return terms.setdefault(node, Name(f"${len(terms) + 1}"))
        if isinstance(node, Var):
            return own.setdefault(node, Var(f"_{len(own) + 1}"))
        return node

    return rewrite(whole, change), tuple(terms)
