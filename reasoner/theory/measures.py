"""Numbers and lengths: what can be compared with what, and what the engine cannot measure yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import prod

from reasoner.diagnostics import Span
from reasoner.language.ir import AnyOf, Arith, Atom, Compare, Differs, LengthOf, Name, Number, Rough, Var
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults
from reasoner.theory.units import dimension

_MOST_ALTERNATIVES = 64

Roles = dict[tuple[str, str], dict[str, Span]]
"""For each role of each predicate the dimensions that are told of it, with the first place of each."""


def check_measures(draft: Draft, faults: Faults) -> None:
    roles = _roles(draft)
    for (predicate, role), told in sorted(roles.items()):
        if len(told) > 1:
            first, *others = told
            for other in others:
                message = f"`{role}` of `{predicate}` is told in {_named(other)} here and in {_named(first)} elsewhere"
                faults.error("T067", told[other], message, "use one unit, or units that convert")
    _check_alternatives(draft, faults)
    measured = _measured(draft, roles)
    for sentence in draft.sentences:
        _check_lengths(sentence, faults)
        for node in sentence.nodes:
            if isinstance(node, Compare | Differs):
                _check_comparison(node, measured[sentence.owner], faults)


def _named(dimension_: str) -> str:
    return f"`{dimension_}`" if dimension_ else "bare numbers"


def _numbers(value: object) -> Iterator[Number]:
    """The number told by a value of a role, its tolerance left aside."""
    if isinstance(value, Number):
        yield value
    elif isinstance(value, Rough) and isinstance(value.number, Number):
        yield value.number


def _roles(draft: Draft) -> Roles:
    found: Roles = defaultdict(dict)
    for sentence in draft.sentences:
        if sentence.where is Where.STATEMENT:
            for atom in (node for node in sentence.nodes if isinstance(node, Atom) and node.predicate in draft.words):
                for arg in atom.args:
                    for number in _numbers(arg.value):
                        found[atom.predicate, arg.role].setdefault(dimension(number.unit), number.span)
    return found


def _measured(draft: Draft, roles: Roles) -> dict[str, dict[str, frozenset[str]]]:
    """For each rule the dimensions of its variables, as far as the data tell."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for sentence in draft.sentences:
        for atom in (node for node in sentence.nodes if isinstance(node, Atom)):
            for arg in atom.args:
                if isinstance(arg.value, Var) and (atom.predicate, arg.role) in roles:
                    known = found[sentence.owner].get(arg.value.id, frozenset())
                    found[sentence.owner][arg.value.id] = known | frozenset(roles[atom.predicate, arg.role])
    return found


def _check_comparison(node: Compare | Differs, measured: dict[str, frozenset[str]], faults: Faults) -> None:
    if any(isinstance(part, Arith) and part.op == "*" for part in walk(node)):
        return  # a product measures something else
    told = {dimension(part.unit) for part in walk(node) if isinstance(part, Number)}
    told |= {one for part in walk(node) if isinstance(part, Var) for one in measured.get(part.id, ())}
    told -= {""} if any(isinstance(part, LengthOf) for part in walk(node)) else set()
    if len(told) > 1:
        message = f"this compares {' with '.join(_named(one) for one in sorted(told))}"
        faults.error("T067", node.span, message, "compare what is told in one unit, or in units that convert")


def _check_lengths(sentence: Sentence, faults: Faults) -> None:
    for node in sentence.nodes:
        if isinstance(node, Compare | Differs):
            lengths = [part for part in walk(node) if isinstance(part, LengthOf)]
            if len(lengths) > 1:
                hint = "compare each with a number, or say which starts and which ends first"
                faults.error("T062", lengths[1].span, "a comparison takes one length of an occurrence, not two", hint)
            elif any(_is_product_of_length(part) for part in walk(node)):
                faults.error(
                    "T062",
                    lengths[0].span,
                    "a length of an occurrence is multiplied by a plain number only",
                    "write the number",
                )


def _is_product_of_length(part: object) -> bool:
    """Whether a length is multiplied by what is no plain number."""
    if not isinstance(part, Arith) or part.op != "*" or not any(isinstance(node, LengthOf) for node in walk(part)):
        return False
    return all(any(isinstance(node, Var | Name | LengthOf) for node in walk(side)) for side in (part.left, part.right))


def _check_alternatives(draft: Draft, faults: Faults) -> None:
    """Each alternative of an exception or a duty is supposed alone, so that those of its lines are multiplied out."""
    counts: dict[tuple[str, Where], int] = {}
    for sentence in draft.sentences:
        if sentence.where not in {Where.UNLESS, Where.MUST}:
            continue
        key, before = (sentence.owner, sentence.where), counts.get((sentence.owner, sentence.where), 1)
        counts[key] = prod((len(node.items) for node in sentence.nodes if isinstance(node, AnyOf)), start=before)
        if before <= _MOST_ALTERNATIVES < counts[key]:
            message = f"this has {counts[key]} alternatives, and {_MOST_ALTERNATIVES} are the most there can be"
            faults.error("T068", sentence.condition.span, message, "name what they have in common by a rule of its own")
