"""What a raw block may hold, judged on clingo's syntax tree.

Rules, choices, constraints and aggregates over `kind(O,"k")`, `role(O,"r",V)`, `fact("p",X,..)` and what the block defines;
terms are names in quotes, numbers, variables, and tuples and sums of these. Everything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clingo import SymbolType
from clingo.ast import AST, ASTType, Location, Sign, Transformer

from reasoner.dossier.ir import Form
from reasoner.program.raw_text import decode
from reasoner.theory.doubts import Doubts
from reasoner.theory.faults import did_you_mean, listed, quoted
from reasoner.theory.ir import Signature
from reasoner.theory.room import LARGEST

SHARED = ("kind", "role", "fact")
_PLACES = {"kind": (2, 'kind(X,"attack")'), "role": (3, 'role(X,"by",Y)'), "fact": (1, 'fact("part-of",X,Y)')}
_WIDEST = 10_000
_QUOTES = "names are strings: write it in double quotes"
_ONLY = "a raw block holds rules, choices and constraints, and nothing else"
_WORD = re.compile(r"^#[a-z]+")


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of the tree that cannot stand there."""

    place: Location
    message: str
    help: str = ""


class Words:
    """The words of the vocabulary by the predicates in which they stand, and what of it is in doubt."""

    def __init__(self, signatures: Mapping[str, Signature], doubts: Doubts | None = None) -> None:
        self.signatures = signatures
        self._doubts = doubts or Doubts()
        self._roles = {role.name for one in signatures.values() if one.form is not Form.FACT for role in one.roles}

    def known(self, functor: str) -> list[str]:
        """What can stand in `kind`, `role` or `fact`."""
        if functor == "role":
            return sorted(self._roles)
        return [name for name, one in self.signatures.items() if (one.form is Form.FACT) is (functor == "fact")]

    def in_doubt(self, functor: str, word: str) -> bool:
        """Whether it may be one all the same: where a word could not be read, its roles could not."""
        if functor == "role":
            return self._doubts.vocabulary()
        return word not in self.signatures and self._doubts.word(word)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a block is judged by: what it defines, the vocabulary, and its text between two places."""

    defines: tuple[str, ...]
    words: Words
    source: Callable[[Location], str]


def judge(statement: AST, rules: Rules) -> list[Refused]:
    """All that is wrong with one statement of a block."""
    if statement.ast_type is ASTType.Comment:
        return []
    if statement.ast_type is not ASTType.Rule:
        told = _WORD.findall(str(statement))
        what = f"`{told[0]}`" if told and statement.ast_type is not ASTType.Minimize else "a weak constraint"
        return [Refused(statement.location, f"{what} cannot stand here", _ONLY)]
    judged = _Judge(rules)
    judged.head(statement.head)
    judged.visit_sequence(statement.body)
    return judged.found


class _Judge(Transformer):
    """Gathers what it meets."""

    def __init__(self, rules: Rules) -> None:
        self._source = rules.source
        self._defines = rules.defines
        self._words = rules.words
        self.found: list[Refused] = []

    def _refuse(self, node: AST, message: str, help_: str = "") -> None:
        self.found.append(Refused(node.location, message, help_))

    def head(self, head: AST) -> None:
        """One atom, a choice between atoms, or nothing."""
        match head.ast_type:
            case ASTType.Literal if head.atom.ast_type is ASTType.SymbolicAtom and head.sign == Sign.NoSign:
                self.visit(head.atom)
            case ASTType.Literal if head.atom.ast_type is ASTType.BooleanConstant and not head.atom.value:
                pass
            case ASTType.Aggregate:
                for element in head.elements:
                    self.head(element.literal)
                    self.visit_sequence(element.condition)
                for guard in filter(None, (head.left_guard, head.right_guard)):
                    self.visit(guard)
            case ASTType.TheoryAtom:
                self.visit(head)
            case _:
                message = "a rule of a raw block concludes one atom, a choice `{ .. }` between atoms, or nothing"
                self._refuse(head, message, "write a rule for each")

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        for symbol in node.symbol.arguments if node.symbol.ast_type is ASTType.Pool else [node.symbol]:
            self._atom(symbol)
        return node

    def _atom(self, symbol: AST) -> None:
        if symbol.ast_type is not ASTType.Function:
            self._refuse(symbol, "`-` before an atom has no meaning here", "write `not`, or a predicate of its own")
        elif symbol.name not in (*SHARED, *self._defines):
            hint = did_you_mean(symbol.name, (*SHARED, *self._defines))
            other = f"a raw block uses {listed(quoted(SHARED), 'and')}, and what it lists in `defines`"
            self._refuse(symbol, f"`{symbol.name}` is not a predicate of this block", hint or other)
        else:
            if symbol.name in _PLACES:
                self._arity(symbol)
            self.visit_sequence(symbol.arguments)

    def _arity(self, symbol: AST) -> None:
        """The places of the three shared predicates, and whether the vocabulary knows the word in them."""
        wanted, example = _PLACES[symbol.name]
        count = len(symbol.arguments)
        if count != wanted if symbol.name != "fact" else count < wanted:
            places = "one argument or more" if symbol.name == "fact" else f"{wanted} arguments"
            self._refuse(symbol, f"`{symbol.name}` has {places}, not {count}", f"such as `{example}`")
            return
        word = _string(symbol.arguments[0 if symbol.name == "fact" else 1])
        if word is None:
            return
        known = self._words.known(symbol.name)
        if word not in known and self._words.in_doubt(symbol.name, word):
            return
        if word not in known:
            self._refuse(symbol, f'the vocabulary has no {symbol.name} "{word}"', did_you_mean(word, known))
        elif symbol.name == "fact" and count != len(self._words.signatures[word].roles) + 1:
            roles = len(self._words.signatures[word].roles)
            self._refuse(symbol, f'"{word}" has {roles} role{"" if roles == 1 else "s"}, not {count - 1}')

    def visit_Function(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        if node.external:
            self._refuse(node, f"`@{node.name}` would run a program", "write its value as a statement")
        elif node.name:
            self._refuse(node, f"`{node.name}(..)` is no term here", "terms are names in double quotes, numbers and variables")
        return node.update(**self.visit_children(node))

    def visit_SymbolicTerm(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        if node.symbol.type is SymbolType.Function:
            self._refuse(node, f"`{node.symbol}` is neither a name nor a variable", _QUOTES)
        elif node.symbol.type is SymbolType.String and not (name := decode(node.symbol.string)).isprintable():
            odd = next(sign for sign in name if not sign.isprintable())
            self._refuse(node, f"the sign U+{ord(odd):04X} cannot stand in a name")
        elif node.symbol.type is SymbolType.Number and abs(int(self._source(node.location), 0)) > LARGEST:
            self._refuse(node, f"numbers go up to {LARGEST:,}", "count in larger units")
        return node

    def visit_Interval(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self.visit_children(node)
        ends = [_number(end) for end in (node.left, node.right)]
        if None in ends:
            self._refuse(node, "an interval goes from one number to another", "test a variable with `<=` instead")
        elif (ends[1] or 0) - (ends[0] or 0) >= _WIDEST:
            self._refuse(node, f"an interval has at most {_WIDEST:,} numbers")
        return node

    def visit_TheoryAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self._refuse(node, "a raw block says nothing of times", "write a rule with `given` and a line about times")
        return node


def _string(term: AST) -> str | None:
    if term.ast_type is ASTType.SymbolicTerm and term.symbol.type is SymbolType.String:
        return str(term.symbol.string)
    return None


def _number(term: AST) -> int | None:
    if term.ast_type is ASTType.UnaryOperation:
        inner = _number(term.argument)
        return None if inner is None else -inner
    if term.ast_type is ASTType.SymbolicTerm and term.symbol.type is SymbolType.Number:
        return int(term.symbol.number)
    return None
