"""Contents that a symmetric word makes one: `near(ada, ben)` and `near(ben, ada)` are one ground p."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from property import naming
from property.cases import AnyOf, Condition, Conditions, Count, Different, Every, Extreme, Occurs, Predicate, Same

Env = dict[str, str]
Predicates = Mapping[str, Predicate]


def turned(conditions: Conditions, env: Env, predicates: Predicates) -> Conditions:
    """The conditions with both sides of what is symmetric in the order that reads first; names come before own variables."""
    if not any(_holds_symmetric(one, predicates) for one in conditions):
        return conditions
    ways = product(*(list(_orders(one, predicates)) for one in conditions))
    return min(ways, key=lambda way: naming.absent(way, env).replace("_", "~"))


def _holds_symmetric(condition: Condition, predicates: Predicates) -> bool:
    match condition:
        case Occurs(atom):
            return predicates[atom.pred].symmetric and len(atom.args) == 2 if atom.pred in predicates else False
        case Count(counted=counted) | Extreme(counted=counted):
            return any(_holds_symmetric(one, predicates) for one in counted)
        case Every(counted):
            return _holds_symmetric(counted, predicates)
        case AnyOf(items):
            return any(_holds_symmetric(one, predicates) for item in items for one in item)
        case _:
            return False


def _orders(condition: Condition, predicates: Predicates) -> Iterator[Condition]:
    yield condition
    match condition:
        case Occurs(atom) if _holds_symmetric(condition, predicates):
            (one, left), (two, right) = atom.args
            yield replace(condition, atom=replace(atom, args=((one, right), (two, left))))
        case Same(left, right) | Different(left, right):
            yield replace(condition, left=right, right=left)
        case Count(counted=counted) | Extreme(counted=counted):
            for way in list(product(*(list(_orders(one, predicates)) for one in counted)))[1:]:
                yield replace(condition, counted=way)
        case Every(counted):
            yield from (replace(condition, counted=way) for way in list(_orders(counted, predicates))[1:])
        case AnyOf(items):
            ways = [list(product(*(list(_orders(one, predicates)) for one in item))) for item in items]
            for chosen in list(product(*ways))[1:]:
                yield replace(condition, items=chosen)
        case _:
            pass
