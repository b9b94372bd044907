"""Numbers and lengths: what can be compared with what, and what the engine cannot measure yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import prod

from reasoner.diagnostics import Span
from reasoner.language.ir import Aggregate, AnyOf, Arith, Atom, Compare, Differs, LengthOf, Number, Rough, Var
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults
from reasoner.theory.units import dimension
from reasoner.times.lengths import MONTHLY

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
            compared = node.compared if isinstance(node, Aggregate) else node
            if isinstance(compared, Compare | Differs):
                _check_comparison(compared, measured[sentence.owner], faults)


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
    """A comparison speaks of at most two unknown times: how long two things last is a matter of four."""
    for node in sentence.nodes:
        compared = node.compared if isinstance(node, Aggregate) else node
        if not isinstance(compared, Compare | Differs):
            continue
        lengths = [part for part in walk(compared) if isinstance(part, LengthOf)]
        if any(_multiplies_lengths(part) for part in walk(compared)):
            message = "a length is multiplied by a length here, which is no bound on how far two times lie apart"
            faults.error("T065", lengths[1].span, message, "multiply it by a number")
        elif len({part.of for part in lengths}) > 1:
            message = (
                "a comparison speaks of how long one thing lasts: two lengths hang on four times, all of which may be open"
            )
            hint = "compare each with a number, or say which starts and which ends first"
            faults.error("T065", lengths[1].span, message, hint)
        elif len({part.unit in MONTHLY for part in lengths}) > 1:
            message = "this compares a length in months or years with one in days or less, and a month has no fixed length"
            faults.error("T065", lengths[1].span, message, "tell both in days, or both in months")


def _multiplies_lengths(part: object) -> bool:
    """Whether a length is multiplied by a length."""
    if not isinstance(part, Arith) or part.op != "*":
        return False
    return all(any(isinstance(node, LengthOf) for node in walk(side)) for side in (part.left, part.right))


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
