"""Counts in words: "somebody claimed Dawn", "there are at least three S such that S signed the treaty"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reasoner.language.ir import Aggregate, AnyOf, Anything, Arg, Bound, Condition, Content, Count, NoneOf, Occurs, Ref
from reasoner.language.rewrite import rewrite, walk
from reasoner.report.identities import COMPARED
from reasoner.report.lexicon import Lexicon
from reasoner.report.sentences import number
from reasoner.report.terms import any_length, bound_words, term_words

_EXTREMES = {"max": "highest", "min": "lowest"}
_Sentence = Callable[[Condition, Lexicon], str]


def count_words(condition: Count | NoneOf | Aggregate, lexicon: Lexicon, told: _Sentence, *, negated: bool = False) -> str:
    """A count as a sentence; `told` makes one of what is counted. That there is one at all is told without a letter for it."""
    if isinstance(condition, Count) and _is_any(condition) and (open_one := _nameless(condition.counted, condition.var)):
        return told(open_one, lexicon)
    counted = told(condition.counted, lexicon)
    match condition:
        case NoneOf():
            return f"there is no {condition.var.id} such that {counted}"
        case Count():
            within = f", all within {any_length(condition.within)}" if condition.within else ""
            is_ = f"there {'is' if condition.number == 1 else 'are'}{' not' if negated else ''}"
            many = f"{bound_words(condition.bound)} {number(condition.number)} {condition.var.id}"
            return f"{is_} {many} such that {counted}{within}"
        case Aggregate():
            compared = f"{COMPARED[condition.op]} {term_words(condition.right, lexicon)}"
            if condition.function == "sum":
                return f"the sum of all {condition.var.id} such that {counted} {compared}"
            return f"of all {condition.var.id} such that {counted}, the {_EXTREMES[condition.function]} {compared}"


def exactly(condition: AnyOf) -> Count | None:
    """The count that these alternatives deny: `less than 2 S with C or more than 2 S with C` is not exactly 2."""
    match condition.items:
        case (Count(bound=Bound.LESS_THAN) as fewer, Count(bound=Bound.MORE_THAN) as more) if replace(
            fewer, bound=None
        ) == replace(more, bound=None):
            return replace(fewer, bound=None)
        case _:
            return None


def _is_any(count: Count) -> bool:
    return (count.bound, count.number) in {(Bound.AT_LEAST, 1), (Bound.MORE_THAN, 0)} and count.within is None


def _nameless(counted: Condition, var: Ref) -> Condition | None:
    """What is counted, of somebody or something; None where the sentence has to come back to what it counts."""
    if sum(node == var for node in walk(counted, (Content,))) != 1 or sum(node == var for node in walk(counted)) != 1:
        return None

    def change(node: object) -> object:
        match node:
            case Arg(value=value) if value == var:
                return replace(node, value=Anything())
            case Occurs(name=name) if name == var:
                return replace(node, name=None)
            case _:
                return node

    found = rewrite(counted, change)
    return found if all(node != var for node in walk(found)) else None
