"""How often variables are used, and those that stand alone in counts that a statement makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reasoner.language.ir import (
    Aggregate,
    Condition,
    Count,
    Every,
    NoneOf,
    Occurs,
    Own,
    Var,
)
from reasoner.language.rewrite import find, walk
from reasoner.theory.own import as_variables

_COUNTS = (Count, NoneOf, Aggregate, Every)


def alone_in_counts(condition: Condition) -> Iterator[Var]:
    """What is used once in a count that is stated, or stands in a content: a name with a capital, or what should be `_`.

    Also what is counted, where nothing is said of it.
    """
    whole = as_variables(condition)
    used = Counter(uses(whole))
    counts = list(find(condition, *_COUNTS))
    own = {node.id for node in find(condition, Own)}
    own |= {node.id for count in counts for node in find(count.counted, Var)}
    yield from (node for node in find(whole, Var) if node.id in own and used[node.id] == 1)
    for count in counts:
        if isinstance(count.var, Var) and count.var not in tuple(walk(count.counted)):
            yield count.var


def uses(whole: object) -> Iterator[str]:
    """One for each use. `p(..) as E before F` uses E twice; what an aggregate ranges over tells its cases apart."""
    for node in walk(whole):
        if isinstance(node, Var):
            yield node.id
        elif isinstance(node, Occurs) and isinstance(node.name, Var) and node.phrase is not None:
            yield node.name.id
        elif isinstance(node, Aggregate):
            yield from (inner.id for inner in find(node.counted, Var))
