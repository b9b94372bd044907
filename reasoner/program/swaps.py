"""Orders of a rule's variables that leave the rule as it is: instances that differ by such an order are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import is_dataclass, replace
from itertools import combinations

from reasoner.diagnostics import NOWHERE
from reasoner.language.ir import AnyOf, Atom, Condition, Different, Differs, Holds, Intersects, Phrase, Same, Var
from reasoner.language.rewrite import find, rewrite, walk
from reasoner.theory.ir import Law

_MOST_VARIABLES = 8
_ANY = Var("?")


def swaps(law: Law, bound: tuple[str, ...], symmetric: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    """The orders, as indices into `bound`, found by swapping one, two or three pairs of variables; `(0, 1, ..)` is left out."""
    if len(bound) > _MOST_VARIABLES:
        return ()
    sections = rewrite((law.given, law.unless, law.never, law.must), _bare)
    plain = tuple(_normal(section, symmetric) for section in sections)
    used = Counter(node.id for node in find(sections, Var))
    places = _places(sections, symmetric)
    alike = [(used[name], places[name]) for name in bound]
    pairs = [(one, other) for one, other in combinations(range(len(bound)), 2) if alike[one] == alike[other]]
    found: list[tuple[int, ...]] = []
    for count in (1, 2, 3):
        for chosen in combinations(pairs, count):
            if len({index for pair in chosen for index in pair}) < 2 * count:
                continue
            order = list(range(len(bound)))
            for one, other in chosen:
                order[one], order[other] = other, one
            renamed = {Var(name): Var(bound[order[index]]) for index, name in enumerate(bound)}
            if tuple(_normal(_rename(section, renamed), symmetric) for section in sections) == plain:
                found.append(tuple(order))
    return tuple(found)


def _bare(node: object) -> object:
    """The node without its place, so that equal words read alike."""
    return replace(node, span=NOWHERE) if is_dataclass(node) and not isinstance(node, type) and hasattr(node, "span") else node


def _places(
    sections: tuple[tuple[Condition, ...], ...], symmetric: frozenset[str]
) -> defaultdict[str, Counter[tuple[int, str]]]:
    """For each variable how often it stands in what kind of condition: an order that changes this need not be tried."""
    found: defaultdict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for nth, section in enumerate(sections):
        for condition in {repr(one): one for one in (_ordered(one, symmetric) for one in section)}.values():
            shape = repr(_ordered(rewrite(condition, lambda node: _ANY if isinstance(node, Var) else node), symmetric))
            for node in walk(condition):
                if isinstance(node, Var):
                    found[node.id][nth, shape] += 1
    return found


def _rename(section: tuple[Condition, ...], names: dict[Var, Var]) -> tuple[Condition, ...]:
    return rewrite(section, lambda node: names.get(node, node) if isinstance(node, Var) else node)


def _normal(section: tuple[Condition, ...], symmetric: frozenset[str]) -> frozenset[str]:
    """The conditions of a list as a set, with both sides of what is symmetric in one order."""
    return frozenset(repr(_ordered(one, symmetric)) for one in section)


def _ordered(condition: Condition, symmetric: frozenset[str]) -> Condition:
    """The condition with both sides of what is symmetric in one order."""

    def ordered(node: object) -> object:
        if isinstance(node, Atom) and node.predicate in symmetric:
            values = sorted((arg.value for arg in node.args), key=repr)
            return replace(node, args=tuple(replace(arg, value=value) for arg, value in zip(node.args, values, strict=True)))
        return _sorted(node)

    return rewrite(condition, ordered)


def _sorted(node: object) -> object:
    match node:
        case Same(left, right) | Different(left, right):
            first, second = sorted((left, right), key=repr)
            return type(node)(first, second)
        case Differs(left, right, bound, number):
            first_term, second_term = sorted((left, right), key=repr)
            return Differs(first_term, second_term, bound, number)
        case Holds(subject, Phrase(Intersects(moment), negated)) if isinstance(moment, Var) and isinstance(subject, Var):
            one, other = sorted((subject, moment), key=repr)
            return Holds(one, Phrase(Intersects(other), negated))
        case AnyOf(items):
            return AnyOf(tuple(sorted(items, key=repr)))
        case _:
            return node
