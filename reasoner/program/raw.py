"""Raw ASP blocks: what the rule language lacks, read as clingo's syntax tree, with nothing else let through.

    p(X) :- body.       becomes   raw_p(X) :- body; on(keep("r")).
    { p(X) } :- body.   becomes   { raw_p(X) } :- body; on(keep("r")).        a reading that nobody can give up
    :- body.            becomes   broken(inst("r",(X,..))) :- body; on(keep("r")).

What a block defines gets a name of its own in the program, so that it can never meet an atom of the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clingo.ast import AST, ASTType, Location, Transformer, parse_string

from reasoner.diagnostics import Diagnostic, Rejected, Span
from reasoner.program.conditions import Conditions
from reasoner.program.ir import InstanceRule, Origin
from reasoner.program.raw_endless import endless
from reasoner.program.raw_judge import SHARED, Rules, Words, judge
from reasoner.program.raw_numbers import numbers_read
from reasoner.program.raw_reckoning import odd_places, odd_reckoning
from reasoner.program.raw_text import LONGEST, Encoded, decode, encode
from reasoner.program.raw_unsafe import unsafe
from reasoner.program.terms import quote, values
from reasoner.program.writer import Writer
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Law, Signature, Theory

_PLACE = re.compile(r"^<string>:(\d+):(\d+)(?:-\d+)?(?:-\d+:\d+)?: error: (.*?)\s*$", re.DOTALL)
_PREFIX = "raw_"


@dataclass(frozen=True, slots=True)
class Block:
    """A raw block with its rules as clingo has parsed them."""

    law: Law
    encoded: Encoded
    rules: tuple[AST, ...]

    def span(self, line: int, column: int) -> Span:
        """The place in the file of what clingo tells by line and column."""
        at = self.encoded.offset(line, column)
        return self.law.asp_at.span(at, at + 1) if self.law.asp_at else self.law.span

    def source(self, location: Location) -> str:
        """What clingo has read between two places."""
        begin, end = location.begin, location.end
        return self.encoded.between((begin.line, begin.column), (end.line, end.column))


def check_raw(draft: Draft, faults: Faults) -> None:
    """A check of a theory: what raw blocks must not hold, numbers in them that are not as told, and variables that nothing binds."""
    laws = [law for law in draft.theory.laws if not faults.doubts.lacks(law.span, "", "asp", "defines")]
    found: list[Diagnostic] = []
    blocks = _blocks(laws, Words(draft.words, faults.doubts), found)
    found += () if found else _reckonings(blocks, draft.theory)
    faults.extend(found)
    for block in (one for one in blocks if one.rules):
        for line, column, name in unsafe(block.encoded.text):
            hint = "use it in an atom that is not denied, in the same rule"
            message = f"in the raw block of `{block.law.id}`: nothing binds `{name}`"
            faults.error("T091", block.span(line, column), message, hint)


def raw_blocks(laws: Iterable[Law], signatures: Mapping[str, Signature]) -> dict[str, Block]:
    """Every raw block by the id of its rule.

    Raises:
        Rejected: with all that any of them must not hold.
    """
    faults: list[Diagnostic] = []
    blocks = _blocks(laws, Words(signatures), faults)
    if faults:
        raise Rejected(tuple(faults))
    return {block.law.id: block for block in blocks}


def _blocks(laws: Iterable[Law], words: Words, faults: list[Diagnostic]) -> list[Block]:
    blocks = [_block(law, words, faults) for law in laws if law.asp]
    rules = [(block, rule) for block in blocks for rule in block.rules]
    for nth in () if faults else endless([rule for _, rule in rules]):
        block, rule = rules[nth]
        place = rule.location.begin
        message = "this rule feeds itself with values that it makes, without end"
        faults.append(_fault(block.law, block.span(place.line, place.column), message, "let it conclude something else"))
    return blocks


def _reckonings(blocks: Iterable[Block], theory: Theory) -> Iterator[Diagnostic]:
    """A fault for each part of a block that would reckon with numbers which are not as told."""
    rules = [(block, rule) for block in blocks for rule in block.rules]
    hint = "write a rule with `given`, which takes numbers as they are told"
    for nth, part, why in odd_reckoning([rule for _, rule in rules], odd_places(theory) if rules else {}):
        block, place = rules[nth][0], part.location
        message = f"`{decode(str(part))}` reckons with numbers that are not here as they are told: {why}"
        yield _fault(block.law, block.span(place.begin.line, place.begin.column), message, hint)


def write_raw(block: Block, conditions: Conditions) -> None:
    """Write the rules of a block. It may not look at numbers that are not exact: these are no numbers of its own."""
    law, writer = block.law, conditions.writer
    for rule in block.rules:
        place = rule.location.begin
        origin = Origin("rule", law.id, block.span(place.line, place.column))
        _Renamer(law.defines).write(rule, law, origin, writer)
        for atom in numbers_read(rule, conditions.signatures, conditions.numbers.unknown):
            writer.rule(f"need(opaque({quote(law.id)}))", (atom,), origin)


# ---------------------------------------------------------------- reading


def _block(law: Law, words: Words, faults: list[Diagnostic]) -> Block:
    faults += _definitions(law)
    encoded = encode(law.asp)
    block = Block(law, encoded, ())
    if len(law.asp) > LONGEST:
        faults.append(_fault(law, block.span(1, 1), f"it is longer than {LONGEST:,} signs", "make several rules of it"))
        return block
    statements, found = _parsed(block)
    try:
        for statement in statements[1:]:  # before the first stands `#program base.`, which nobody wrote
            for one in judge(statement, Rules(law.defines, words, block.source)):
                place = one.place.begin
                found.append(_fault(law, block.span(place.line, place.column), decode(one.message), decode(one.help)))
    except RecursionError:
        found.append(
            _fault(law, block.span(1, 1), "terms or brackets stand too deep in one another", "make several rules of it")
        )
    faults += found
    return Block(law, encoded, () if found else tuple(one for one in statements if one.ast_type is ASTType.Rule))


def _definitions(law: Law) -> Iterator[Diagnostic]:
    span = law.defines_at if law.defines_at.line else law.span
    for name in law.defines:
        if name in SHARED:
            yield _fault(law, span, f"`{name}` is there already and cannot be defined", "choose another name")
        elif "-" in name:
            yield _fault(
                law, span, f"`{name}` in `defines` would be a subtraction", f"write it as one word, `{name.replace('-', '')}`"
            )


def _parsed(block: Block) -> tuple[list[AST], list[Diagnostic]]:
    """The statements, or what clingo has against them, which is told once for each line."""
    statements: list[AST] = []
    heard: dict[int, Diagnostic] = {}

    def hear(_code: object, message: str) -> None:
        found = _PLACE.match(message)
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        heard.setdefault(line, _unreadable(block, line, column, found[3] if found else message))

    try:
        parse_string(block.encoded.text, statements.append, logger=hear)
    except RuntimeError:
        return [], list(heard.values()) or [_unreadable(block, 1, 1, "it does not parse")]
    return statements, []


def _unreadable(block: Block, line: int, column: int, told: str) -> Diagnostic:
    hidden = block.encoded.hidden(line, column)
    span = block.span(line, column)
    if hidden == "#":
        return _fault(block.law, span, "a raw block reads no files", "write what it needs into the block")
    if hidden:
        return _fault(block.law, span, f"the sign U+{ord(hidden):04X} cannot stand here", "put names in double quotes")
    what = decode(told).removeprefix("syntax error, ").removeprefix("lexer error, ").replace("<IDENTIFIER>", "a word")
    return _fault(block.law, span, what.replace("EOF", "end"), "end every rule with a full stop; names are in double quotes")


def _fault(law: Law, span: Span, message: str, help_: str = "") -> Diagnostic:
    return Diagnostic("T090", span, f"in the raw block of `{law.id}`: {message}", help_)


# ---------------------------------------------------------------- writing


class _Renamer(Transformer):
    """Gives what a block defines its name in the program, and gathers the variables that a rule binds."""

    def __init__(self, defines: tuple[str, ...]) -> None:
        self._defines = defines
        self._bound: dict[str, None] = {}

    def write(self, rule: AST, law: Law, origin: Origin, writer: Writer) -> None:
        """Write one rule under the guard of its block; a constraint becomes an instance that is broken."""
        parts = [decode(str(self.visit(literal))) for literal in rule.body]
        parts += [f"on(keep({quote(law.id)}))"] if law.kept else []
        body = ("; ".join(parts),) if parts else ()
        if rule.head.ast_type is not ASTType.Literal or rule.head.atom.ast_type is ASTType.SymbolicAtom:
            head = self.visit(rule.head)
            writer.rule(decode(str(head)), body, origin, tuple(_atoms(head)))
            return
        self._bound = {}
        for literal in rule.body:
            self._bind(literal)
        bound = tuple(self._bound)
        nth = writer.number(f"test {law.id}")
        key = law.id if nth == 1 else f"{law.id} {nth}"
        writer.instances[key] = InstanceRule(key, law.id, bound, law)
        instance = f"inst({quote(key)},{values(bound)})"
        writer.rule(f"broken({instance})", body, origin)
        writer.rule(f"stands({instance})", body, origin)

    def _bind(self, literal: AST) -> None:
        """The variables of a rule that are not those of an aggregate or a condition alone."""
        if literal.ast_type is not ASTType.Literal:
            return
        if literal.atom.ast_type in {ASTType.BodyAggregate, ASTType.Aggregate}:
            for guard in filter(None, (literal.atom.left_guard, literal.atom.right_guard)):
                self.visit(guard)
        else:
            self.visit(literal)

    def visit_Variable(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        if node.name != "_":
            self._bound[node.name] = None
        return node

    def visit_SymbolicAtom(self, node: AST) -> AST:  # noqa: N802 - the name is clingo's
        symbol = node.symbol
        if symbol.ast_type is ASTType.Pool:
            return node.update(symbol=symbol.update(arguments=[self._renamed(one) for one in symbol.arguments]))
        return node.update(symbol=self._renamed(symbol))

    def _renamed(self, symbol: AST) -> AST:
        name = f"{_PREFIX}{symbol.name}" if symbol.name in self._defines else symbol.name
        return symbol.update(name=name, arguments=self.visit_sequence(symbol.arguments))


def _atoms(head: AST) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each atom that a head may make true, with the literals on which it may be chosen."""
    if head.ast_type is ASTType.Aggregate:
        for element in head.elements:
            under = tuple(decode(str(literal)) for literal in element.condition)
            yield from ((atom, under) for atom, _ in _atoms(element.literal))
        return
    symbol = head.atom.symbol
    for one in symbol.arguments if symbol.ast_type is ASTType.Pool else [symbol]:
        yield decode(str(one)), ()
