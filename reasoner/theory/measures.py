"""Numbers and lengths: what can be compared with what, and what the engine cannot measure yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from math import prod

from reasoner.language.ir import Aggregate, AnyOf, Arith, Atom, Compare, Differs, LengthOf, Number, Rough, Var
from reasoner.language.rewrite import contains, find, walk
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults
from reasoner.theory.units import UNITS, dimension
from reasoner.times.lengths import MONTHLY

_MOST_ALTERNATIVES = 64
_ALIKE = 0.75
_EXAMPLES = ("kg", "t", "km", "m", "hours", "days")

Roles = dict[tuple[str, str], list[Number]]
"""The numbers that statements tell of each role of each predicate, in order."""


def check_measures(draft: Draft, faults: Faults) -> None:
    roles = _roles(draft)
    for (predicate, role), told in sorted(roles.items()):
        _check_role(predicate, role, told, faults)
    _check_alternatives(draft, faults)
    measured = _measured(draft, roles)
    for sentence in draft.sentences:
        _check_lengths(sentence, faults)
        for node in sentence.nodes:
            compared = node.compared if isinstance(node, Aggregate) else node
            if isinstance(compared, Compare | Differs):
                _check_comparison(compared, measured[sentence.owner], faults)


def _check_role(predicate: str, role: str, told: list[Number], faults: Faults) -> None:
    """What most statements tell, of as many one in units that convert, is how it is measured; all others are faults."""
    counts = Counter(dimension(number.unit) for number in told)
    usual = max(told, key=lambda number: (counts[dimension(number.unit)], number.unit in UNITS))
    for number in told:
        if dimension(number.unit) != dimension(usual.unit):
            what = f"{'argument' if role.isdigit() else 'the role'} {role if role.isdigit() else f'`{role}`'} of `{predicate}`"
            message = f"{what} is told {_unit(number)} here, and {_unit(usual)} at {usual.span}"
            faults.error("T067", number.span, message, _misspelt(number.unit) or _same_unit(usual))


def _unit(number: Number) -> str:
    return f"in `{number.unit}`" if number.unit else "without a unit"


def _misspelt(unit: str) -> str:
    """The hint that a unit which converts into nothing may be one that does."""
    near = [] if unit in UNITS else get_close_matches(unit, UNITS, n=1, cutoff=_ALIKE)
    return f"did you mean `{near[0]}`?" if near else ""


def _same_unit(number: Number) -> str:
    """The hint to tell it in the unit of this number, or in one that converts into it."""
    others = [unit for unit in _EXAMPLES if dimension(unit) == dimension(number.unit) and unit != number.unit]
    also = f", or in a unit that converts into it, such as `{others[0]}`" if others else ""
    return f"write it in `{number.unit}`{also}" if number.unit else "leave the unit out, or write it everywhere"


def _numbers(value: object) -> Iterator[Number]:
    """The numbers told by a value of a role."""
    told = (value.number, value.give, value.upper) if isinstance(value, Rough) else (value,)
    yield from (one for one in told if isinstance(one, Number))


def _roles(draft: Draft) -> Roles:
    found: Roles = defaultdict(list)
    for sentence in draft.sentences:
        if sentence.where is Where.STATEMENT:
            for atom in (node for node in sentence.nodes if isinstance(node, Atom) and node.predicate in draft.words):
                known = {role.name for role in draft.words[atom.predicate].roles}
                for arg in (one for one in atom.args if one.role in known):
                    for number in _numbers(arg.value):
                        found[atom.predicate, arg.role].append(number)
    return found


def _measured(draft: Draft, roles: Roles) -> dict[str, dict[str, list[Number]]]:
    """For each rule a number of its variables for each dimension, as far as the data tell, and tell only one of a role."""
    found: dict[str, dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
    for sentence in draft.sentences:
        for atom in (node for node in sentence.nodes if isinstance(node, Atom)):
            for arg in atom.args:
                told = roles.get((atom.predicate, arg.role), [])
                if isinstance(arg.value, Var) and len({dimension(number.unit) for number in told}) == 1:
                    found[sentence.owner][arg.value.id].append(told[0])
    return found


def _check_comparison(node: Compare | Differs, measured: dict[str, list[Number]], faults: Faults) -> None:
    if any(part.op == "*" for part in find(node, Arith)):
        return  # a product measures something else
    told = [(f"`{_shown(part)}`", part, part.span) for part in find(node, Number)]
    for var in find(node, Var):
        told += [(f"`{var.id}`, which is told {_unit(number)}", number, node.span) for number in measured.get(var.id, ())]
    if contains(node, LengthOf):
        told = [one for one in told if one[1].unit]
    first = next(iter(told), None)
    other = next((one for one in told if first and dimension(one[1].unit) != dimension(first[1].unit)), None)
    if first and other:
        message = f"this compares {other[0]}, with {first[0]}"
        same = _same_unit(other[1]) if other[1].unit else "a number without a unit is compared with such numbers only"
        near = _misspelt(first[1].unit) or _misspelt(other[1].unit)
        both = "compare what is told in one unit, or in units that convert"
        faults.error("T067", first[2], message, near or (same if first[2] != other[2] else both))


def _shown(number: Number) -> str:
    return f"{float(number.value):g} {number.unit}".strip()


def _check_lengths(sentence: Sentence, faults: Faults) -> None:
    """A comparison speaks of at most two unknown times: how long two things last is a matter of four."""
    for node in sentence.nodes:
        compared = node.compared if isinstance(node, Aggregate) else node
        if not isinstance(compared, Compare | Differs):
            continue
        lengths = list(find(compared, LengthOf))
        if lengths and isinstance(node, Aggregate) and node.function == "sum":
            message = "a sum is compared with a number of the data, and how long something lasts is none"
            faults.error("T065", lengths[0].span, message, "say how long it lasts in a role of its own")
            continue
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
    return all(contains(side, LengthOf) for side in (part.left, part.right))


def _check_alternatives(draft: Draft, faults: Faults) -> None:
    """Each alternative of an exception or a duty is supposed alone, so that those of its lines are multiplied out."""
    counts: dict[tuple[str, Where], int] = {}
    for sentence in draft.sentences:
        if sentence.where not in {Where.UNLESS, Where.MUST}:
            continue
        key, before = (sentence.owner, sentence.where), counts.get((sentence.owner, sentence.where), 1)
        counts[key] = prod((len(node.items) for node in sentence.nodes if isinstance(node, AnyOf)), start=before)
        if before <= _MOST_ALTERNATIVES < counts[key]:
            message = (
                f"with this line {sentence.where.value} has {counts[key]} alternatives, and at most {_MOST_ALTERNATIVES} can be"
            )
            faults.error("T068", sentence.condition.span, message, "name what they have in common by a rule of its own")
