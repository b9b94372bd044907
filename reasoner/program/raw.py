"""Raw ASP blocks: what the rule language lacks, read as clingo's syntax tree and nothing else let through.

A block may hold rules, choices, aggregates and constraints over `kind`, `role`, `fact` and what it lists in `defines`.
Every rule gets the guard of its own rule in its body; a constraint becomes an instance that is broken where its body is
true. Directives, scripts, theory atoms, external functions and the atoms of the engine are refused.
"""

from __future__ import annotations

from clingo.ast import AST, ASTType, Location, Position, Transformer, parse_string

from reasoner.diagnostics import Diagnostic, Rejected, Span
from reasoner.program.ir import InstanceRule, Origin
from reasoner.program.terms import quote, values, variables
from reasoner.program.writer import Writer
from reasoner.theory.ir import Law

_SHARED = ("kind", "role", "fact")
_ENGINE = frozenset(
    [
        "on",
        "holds",
        "le",
        "diff",
        "dom",
        "need",
        "guard",
        "supposed",
        "same",
        "is",
        "equal",
        "named",
        "occurrence",
        "given",
        "lifted",
        "met",
        "fires",
        "broken",
        "stands",
        "reads",
        "way",
        "retracts",
        "retracted",
        "denies",
        "denied",
        "terminates",
        "initiated",
        "stops",
        "last",
        "length",
        "piece",
        "from",
        "upto",
        "day",
        "pair",
        "true",
        "asserted",
        "counted",
        "twice",
        "enough",
        "either",
        "some",
        "distance",
        "sameday",
        "atmost",
        "alike",
        "absent",
    ]
)
_STATEMENTS = {ASTType.Rule, ASTType.Program}
_WHERE = "<string>"


class _Judge(Transformer):
    """Gathers what a block must not hold."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        self.allowed = allowed
        self.found: list[tuple[Location, str, str]] = []

    def _refuse(self, node: AST, message: str, help_: str = "") -> None:
        self.found.append((node.location, message, help_))

    def visit_Function(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        if node.external:
            self._refuse(node, "a raw block calls no function of the outside", "write the value as a statement")
        return node.update(**self.visit_children(node))

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        symbol = node.symbol
        while symbol.ast_type is ASTType.UnaryOperation:
            symbol = symbol.argument
        if symbol.ast_type is not ASTType.Function or symbol.name not in self.allowed:
            known = ", ".join(f"`{name}`" for name in self.allowed)
            self._refuse(node.symbol, f"`{symbol}` is not an atom that a raw block may use", f"use {known}")
        return node.update(**self.visit_children(node))

    def visit_TheoryAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        self._refuse(node, "a raw block says nothing of times", "write a rule with `given` and a line on times")
        return node


def _messages(law: Law) -> tuple[list[AST], list[Diagnostic]]:
    """The statements of the block, or what clingo has against it."""
    statements: list[AST] = []
    faults: list[Diagnostic] = []
    if "#include" in law.asp:
        return [], [_fault(law, None, "a raw block reads no files", "write what you need in the block")]

    def hear(_: object, message: str) -> None:
        faults.append(
            _fault(
                law,
                None,
                f"this block does not parse: {message.rsplit(': ', maxsplit=1)[-1].strip()}",
                "end every rule with a full stop",
            )
        )

    try:
        parse_string(law.asp, statements.append, logger=hear)
    except RuntimeError:
        faults = faults or [_fault(law, None, "this block does not parse", "end every rule with a full stop")]
    return statements, faults


def _fault(law: Law, place: Position | None, message: str, help_: str) -> Diagnostic:
    span = law.span if place is None else Span(law.span.file, law.span.line, law.span.column)
    return Diagnostic("T090", span, f"in the raw block of `{law.id}`: {message}", help_)


def compile_raw(law: Law, writer: Writer) -> None:
    """Write the rules of a raw block; raises `Rejected` with all that it must not hold."""
    statements, faults = _messages(law)
    for name in law.defines:
        if name in _ENGINE or name in _SHARED:
            faults.append(_fault(law, None, f"`{name}` is a word of the engine and cannot be defined", "choose another name"))
    judge = _Judge((*_SHARED, *law.defines))
    for statement in statements:
        if statement.ast_type not in _STATEMENTS or (statement.ast_type is ASTType.Program and statement.name != "base"):
            faults.append(
                _fault(law, statement.location.begin, f"`{statement}` is not allowed", "a raw block holds rules only")
            )
        else:
            judge.visit(statement)
    faults += [_fault(law, place.begin, message, help_) for place, message, help_ in judge.found]
    if faults:
        raise Rejected(tuple(faults))
    for statement in statements:
        if statement.ast_type is ASTType.Rule:
            _write(law, statement, writer)


def _write(law: Law, rule: AST, writer: Writer) -> None:
    origin = Origin("rule", law.id, law.span)
    guard = (f"on(keep({quote(law.id)}))",) if law.kept else ()
    body = tuple(str(literal) for literal in rule.body)
    if not _is_constraint(rule):
        writer.rule(str(rule.head), (*body, *guard), origin)
        return
    positive = [text for text in body if not text.startswith(("not ", "#"))]
    bound = tuple(name for name in variables(*positive) if not name.startswith("_"))
    key = law.id if writer.number(f"test {law.id}") == 1 else f"{law.id} {writer.number(f'more {law.id}') + 1}"
    writer.instances[key] = InstanceRule(key, law.id, bound, law)
    instance = f"inst({quote(key)},{values(bound)})"
    writer.rule(f"broken({instance})", (*body, *guard), origin)
    writer.rule(f"stands({instance})", (*body, *guard), origin)


def _is_constraint(rule: AST) -> bool:
    head = rule.head
    return bool(head.ast_type is ASTType.Literal and head.atom.ast_type is ASTType.BooleanConstant and not head.atom.value)
