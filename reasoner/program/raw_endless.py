"""Raw rules that could go on for ever: what they conclude feeds them again, each time with a value that is new.

`p(X+1) :- p(X).` is one. A rule makes new values if it calculates, counts or builds tuples; it is endless if its conclusion
is, by way of other raw rules, among its own conditions. (Strong components: Tarjan, SIAM J. Comput. 1972, by rustworkx.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import rustworkx
from clingo import SymbolType
from clingo.ast import AST, ASTType, Transformer

_Node = tuple[str, str]  # a predicate, and the word of the vocabulary that it is about ("" for any)

_CALCULATES = frozenset({ASTType.BinaryOperation, ASTType.UnaryOperation, ASTType.BodyAggregate})


def endless(rules: Sequence[AST]) -> list[int]:
    """The places in `rules` of those that feed themselves with new values."""
    graph: rustworkx.PyDiGraph[_Node, None] = rustworkx.PyDiGraph()
    found: dict[_Node, int] = {}

    def index(node: _Node) -> int:
        if node not in found:
            found[node] = graph.add_node(node)
        return found[node]

    parts = [(_atoms([rule.head]), _atoms(rule.body)) for rule in rules]
    for heads, bodies in parts:
        for head in heads:
            for body in bodies:
                graph.add_edge(index(body), index(head), None)
    for name, word in tuple(found):
        if word and (name, "") in found:
            graph.add_edge(found[name, word], found[name, ""], None)
            graph.add_edge(found[name, ""], found[name, word], None)
    home = {node: nth for nth, nodes in enumerate(rustworkx.strongly_connected_components(graph)) for node in nodes}
    return [
        nth
        for nth, (heads, bodies) in enumerate(parts)
        if _makes_new(rules[nth])
        and {home[found[one]] for one in heads if one in found} & {home[found[one]] for one in bodies if one in found}
    ]


class _Gather(Transformer):
    """The atoms of a tree, and the sorts of its nodes."""

    def __init__(self) -> None:
        self.atoms: dict[_Node, None] = {}
        self.sorts: set[ASTType] = set()
        self.tuples = False

    def visit(self, ast: AST, *args: object, **kwargs: object) -> AST:
        self.sorts.add(ast.ast_type)
        return super().visit(ast, *args, **kwargs)

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        symbols = node.symbol.arguments if node.symbol.ast_type is ASTType.Pool else [node.symbol]
        for symbol in symbols:
            self.atoms[_node(symbol)] = None
            self.visit_sequence(symbol.arguments)
        return node

    def visit_Function(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self.tuples = True
        return node.update(**self.visit_children(node))


def _node(symbol: AST) -> _Node:
    """`kind(X,"attack")` is about attack; of what a block defines, any is alike."""
    place = {"kind": 1, "role": 1, "fact": 0}.get(symbol.name)
    if place is None or place >= len(symbol.arguments):
        return symbol.name, ""
    term = symbol.arguments[place]
    told = term.ast_type is ASTType.SymbolicTerm and term.symbol.type is SymbolType.String
    return symbol.name, term.symbol.string if told else ""


def _gathered(trees: Iterable[AST]) -> _Gather:
    gathered = _Gather()
    for tree in trees:
        gathered.visit(tree)
    return gathered


def _atoms(trees: Iterable[AST]) -> tuple[_Node, ...]:
    return tuple(_gathered(trees).atoms)


def _makes_new(rule: AST) -> bool:
    gathered = _gathered([rule])
    return gathered.tuples or bool(gathered.sorts & _CALCULATES)
