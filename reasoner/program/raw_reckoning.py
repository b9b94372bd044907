"""Raw rules that reckon with numbers which the program holds in another form than that in which they are told.

    `0.5` somewhere beside `killed 5`     makes integers of both: 50 stands in the program for 5
    `load 2 t`                            is 2000, since units are converted

So `:- role(E,"killed",N), N >= 10.` would not mean what it says there, and is refused. To hand such numbers on is no reckoning, and
neither is to compare them with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clingo import SymbolType
from clingo.ast import AST, AggregateFunction, ASTType, ComparisonOperator, Transformer

from reasoner.dossier.ir import Form
from reasoner.language.ir import Atom, Number, Rough
from reasoner.language.rewrite import find
from reasoner.program.numbers import numbers_of
from reasoner.theory.ir import Signature, Theory
from reasoner.theory.units import UNITS

_OPERATIONS = frozenset({ASTType.BinaryOperation, ASTType.UnaryOperation, ASTType.Interval})
_Place = tuple[str, str, int]
"""A predicate, the word or role that stands in it ("" for any), and a place."""


def odd_places(theory: Theory) -> dict[_Place, str]:
    """The places of `role` and `fact` at which such numbers stand, each with why."""
    words = {signature.id: signature for signature in theory.signatures}
    found: dict[_Place, str] = {}
    if (scale := numbers_of(theory).scale) != 1:
        why = f"not all numbers of this dossier are whole, and they are counted in parts here, {scale:,} for 1"
        for word in theory.signatures:
            found |= {place: why for role in word.roles if role.type == "number" for place in _places(word, role.name)}
    claims = (tuple(said.readings for said in theory.said), tuple(law.then for law in theory.laws))
    for atom in (node for node in find(claims, Atom) if node.predicate in words):
        for arg in atom.args:
            if (odd := _told(arg.value)) is not None:
                above = [words[kind] for kind in words[atom.predicate].above if kind in words]
                found |= {place: odd for word in above for place in _places(word, arg.role)}
    return found


def _told(value: object) -> str | None:
    """What is odd in a number told like this."""
    number = value.number if isinstance(value, Rough) else value
    if isinstance(number, Number) and UNITS.get(number.unit, ("", 1))[1] != 1:
        return f"some of them are told in `{number.unit}`, and converted here"
    return None


def _places(word: Signature, role: str) -> Iterator[_Place]:
    if word.form is not Form.FACT:
        yield "role", role, 2
    else:
        yield from (("fact", word.id, nth) for nth, one in enumerate(word.roles, 1) if one.name == role)


def odd_reckoning(rules: Sequence[AST], odd: Mapping[_Place, str]) -> Iterator[tuple[int, AST, str]]:
    """Where rules reckon with such numbers: which of them, the part of it, and why that is odd."""
    gathered = [_Gathered(rule) for rule in rules] if odd else []
    known, before = dict(odd), 0
    while len(known) > before:
        before = len(known)
        for one in gathered:
            measured = one.measured(known)
            for place, term in one.terms:
                if term.ast_type is ASTType.Variable and term.name in measured:
                    known.setdefault(place, measured[term.name])
    for nth, one in enumerate(gathered):
        yield from ((nth, part, why) for part, why in one.reckonings(known))


class _Gathered(Transformer):
    """The terms in the atoms of a rule by their places, and all that reckons."""

    def __init__(self, rule: AST) -> None:
        self.terms: list[tuple[_Place, AST]] = []
        self.operations: list[AST] = []
        self.comparisons: list[tuple[AST, ...]] = []
        self.equal: list[tuple[AST, AST]] = []
        self.visit(rule)

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        for symbol in node.symbol.arguments if node.symbol.ast_type is ASTType.Pool else [node.symbol]:
            self.terms += [(_place(symbol, nth), term) for nth, term in enumerate(symbol.arguments)]
        return node.update(**self.visit_children(node))

    def visit_BinaryOperation(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self.operations.append(node)
        return node

    def visit_UnaryOperation(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self.operations.append(node)
        return node

    def visit_Comparison(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        sides = (node.term, *(guard.term for guard in node.guards))
        self.comparisons.append(sides)
        for left, guard in zip(sides, node.guards, strict=False):
            if guard.comparison == ComparisonOperator.Equal:
                self.equal += [(left, guard.term), (guard.term, left)]
        return node.update(**self.visit_children(node))

    def visit_BodyAggregate(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        if node.function != AggregateFunction.Count:
            reckoned = [element.terms[0] for element in node.elements if element.terms]
            guards = [guard.term for guard in (node.left_guard, node.right_guard) if guard is not None]
            self.comparisons.append((*reckoned, *guards))
            self.equal += [(one, guard) for one in reckoned for guard in guards]
        return node.update(**self.visit_children(node))

    def measured(self, odd: Mapping[_Place, str]) -> dict[str, str]:
        """The variables that stand for such numbers."""
        found: dict[str, str] = {}
        for place, term in self.terms:
            if term.ast_type is ASTType.Variable and (why := _at(place, odd)) is not None:
                found.setdefault(term.name, why)
        for one, other in (*self.equal, *self.equal):
            if one.ast_type is other.ast_type is ASTType.Variable and one.name in found:
                found.setdefault(other.name, found[one.name])
        return found

    def reckonings(self, odd: Mapping[_Place, str]) -> Iterator[tuple[AST, str]]:
        """What is done with such numbers that asks for their value."""
        measured = self.measured(odd)
        for place, term in self.terms:
            if (why := _at(place, odd)) is not None and _Told(term).number:
                yield term, why
        for operation in self.operations:
            yield from ((operation, measured[name]) for name in _Told(operation).names if name in measured)
        for sides in self.comparisons:
            told = [_Told(side) for side in sides]
            whys = [measured[name] for one in told for name in one.names if name in measured]
            if whys and any(one.number for one in told):
                yield sides[0], whys[0]


def _place(symbol: AST, nth: int) -> _Place:
    """`role(E,"killed",N)` is about killed, `fact("size",X,N)` about size; of what a block defines, any is alike."""
    at = {"role": 1, "fact": 0}.get(symbol.name)
    if at is None or at >= len(symbol.arguments):
        return symbol.name, "", nth
    term = symbol.arguments[at]
    told = term.ast_type is ASTType.SymbolicTerm and term.symbol.type is SymbolType.String
    return symbol.name, term.symbol.string if told else "", nth


def _at(place: _Place, odd: Mapping[_Place, str]) -> str | None:
    name, word, nth = place
    if word or name not in {"role", "fact"}:
        return odd.get(place) or odd.get((name, "", nth))
    return next((why for (one, _, other), why in odd.items() if (one, other) == (name, nth)), None)


class _Told(Transformer):
    """The variables in a term, and whether a number or a reckoning stands in it."""

    def __init__(self, term: AST) -> None:
        self.names: dict[str, None] = {}
        self.number = False
        self.visit(term)

    def visit(self, ast: AST, *args: object, **kwargs: object) -> AST:
        if ast.ast_type is ASTType.Variable:
            self.names[ast.name] = None
        if ast.ast_type in _OPERATIONS:
            self.number = True
        if ast.ast_type is ASTType.SymbolicTerm and ast.symbol.type is SymbolType.Number:
            self.number = True
        return super().visit(ast, *args, **kwargs)
