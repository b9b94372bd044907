"""From a line of text to a condition, a time phrase or a length.

Each door raises `Rejected` with one `L###` diagnostic, the first fault of the sentence, at its exact place; a plain text has
none but that within it.
"""

from __future__ import annotations

from typing import Any

from lark import ParseTree, Tree
from lark.exceptions import UnexpectedInput, VisitError

from reasoner.diagnostics import Diagnostic, Rejected, Text
from reasoner.language.characters import DEEPEST, misformed
from reasoner.language.faults import explain
from reasoner.language.ir import AnyLength, Condition, When
from reasoner.language.parser import PARSER
from reasoner.language.sentence_builder import SentenceBuilder


def parse_condition(text: Text | str) -> Condition:
    """The condition of a sentence: `says`, a line of a rule, a query."""
    condition: Condition = _parse(text, "condition")
    return condition


def parse_when(text: Text | str) -> When:
    """The phrases of the key `when`, which hold of the one occurrence that the statement names."""
    when: When = _parse(text, "when")
    return when


def parse_length(text: Text | str) -> AnyLength:
    """A length of time on its own, `72 hours`: the value of a parameter."""
    length: AnyLength = _parse(text, "length")
    return length


def _parse(given: Text | str, start: str) -> Any:  # noqa: ANN401 - each door says what its start of the grammar gives
    text = Text(given) if isinstance(given, str) else given
    if fault := misformed(text):
        raise Rejected((fault,))
    try:
        tree = PARSER.parse(text.value, start=start)
    except UnexpectedInput:
        raise Rejected((explain(text, start),)) from None
    if fault := _too_deep(text, tree):
        raise Rejected((fault,))
    try:
        return SentenceBuilder(text).transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, Rejected):
            raise error.orig_exc from None
        raise


def _too_deep(text: Text, tree: ParseTree) -> Diagnostic | None:
    """Sums and `the day after` nest without brackets; what is too deep would exhaust later passes."""
    if len(text.value) < 2 * DEEPEST:
        return None
    left = [(tree, 0)]
    while left:
        node, depth = left.pop()
        depth += node.data in ("arith", "day_near")
        if depth > DEEPEST:
            message = f"sums, or days before and after days, stand more than {DEEPEST} deep in one another"
            return Diagnostic("L004", text.span(node.meta.start_pos, node.meta.end_pos), message, "split the sentence")
        left.extend((child, depth) for child in node.children if isinstance(child, Tree))
    return None
