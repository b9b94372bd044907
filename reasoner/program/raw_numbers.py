"""Where a raw block looks at a number that may not be exact: there it would find the name of an unknown, and no number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clingo.ast import AST, ASTType, Transformer

from reasoner.program.raw_text import decode
from reasoner.program.terms import quote
from reasoner.program.unknowns import Roles
from reasoner.theory.ir import Signature

_UNKNOWN = "n(_,_)"


def numbers_read(rule: AST, signatures: Mapping[str, Signature], unknown: Roles) -> Iterator[str]:
    """The atoms that must not be there for the body of this rule to have exact numbers only."""
    atoms = _Atoms()
    for literal in rule.body:
        atoms.visit(literal)
    for name, args in atoms.found:
        if name == "role":
            told = {role for _, role in unknown if quote(role) == args[1] or not args[1].startswith('"')}
            yield from (f"role(_,{quote(role)},{_UNKNOWN})" for role in sorted(told) if args[2] != "_")
        else:
            yield from _of_fact(args, signatures, unknown)


def _of_fact(args: list[str], signatures: Mapping[str, Signature], unknown: Roles) -> Iterator[str]:
    for word in (word for word in sorted(signatures) if quote(word) == args[0] or not args[0].startswith('"')):
        for place, role in enumerate(signatures[word].roles, 1):
            if (word, role.name) in unknown and len(args) == len(signatures[word].roles) + 1 and args[place] != "_":
                others = [_UNKNOWN if nth == place else "_" for nth in range(1, len(args))]
                yield f"fact({','.join([quote(word), *others])})"


class _Atoms(Transformer):
    """Gathers the atoms of the words that blocks share with the dossier, with their arguments as texts."""

    def __init__(self) -> None:
        self.found: list[tuple[str, list[str]]] = []

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        pools = node.symbol.arguments if node.symbol.ast_type is ASTType.Pool else [node.symbol]
        for one in pools:
            if one.ast_type is ASTType.Function and one.name in {"role", "fact"}:
                self.found.append((one.name, [decode(str(arg)) for arg in one.arguments]))
        return node
