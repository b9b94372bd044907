"""The hidden premise of an instance: the weakest bound on times with which it is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from property.formulas import ZERO, Le, end, negation, start
from property.naming import order
from property.numbering import POINT
from property.program import Key
from property.regions import Closure, Space
from property.worlds import World

Premise = Le
"""`x <= c` is `x - ZERO <= c`, `x >= c` is `ZERO - x <= -c`."""


def hidden_premises(space: Space, key: Key, worlds: Iterable[World]) -> tuple[tuple[Premise, ...], ...]:
    """ "For one time x, a bound x <= c or x >= c such that every world with it breaks the instance, some world has it, and c is as
    weak as can be. Only if no single time does, the same for x - y <= c. Kept are those than which no other admits
    strictly more worlds, of equals the first."

    Those that admit the same worlds stand together, the first first."""
    breaking = [region for world in worlds if key in world.broken for region in world.regions]
    others = [region for world in worlds if key not in world.broken for region in world.regions]
    singles = (pair for point in ordered_times(space, key) for pair in ((point, ZERO), (ZERO, point)))
    found = list(_weakest(space, singles, breaking, others))
    if not found:
        times = ordered_times(space, key)
        pairs = ((left, right) for left in times for right in times if left != right)
        found = list(_weakest(space, pairs, breaking, others))
    return _undominated(space, found, breaking)


def ordered_times(space: Space, key: Key) -> list[str]:
    """ "The instance's own times come first, then names"."""
    own = [point for name in key[1] for point in (start(name), end(name)) if point in space.index]
    return list(dict.fromkeys([*own, *sorted(space.points[1:], key=_by_name)]))


def _by_name(point: str) -> tuple[str, bool]:
    """Start before end."""
    if point.startswith(POINT):
        return order(point.removeprefix(POINT), number=True), False
    which, _, name = point.partition(" of ")
    return order(name, number=False), which == "end"


def _weakest(
    space: Space, pairs: Iterable[tuple[str, str]], breaking: list[Closure], others: list[Closure]
) -> Iterator[Premise]:
    """For each pair the greatest c such that no other world has `left - right <= c`, if a breaking one has it."""
    for left, right in pairs:
        least = min(space.least(region, left, right) for region in others)
        if least > min(space.least(region, left, right) for region in breaking):
            yield Le(left, right, int(least) - 1)


def _undominated(space: Space, premises: list[Premise], breaking: list[Closure]) -> tuple[tuple[Premise, ...], ...]:
    def admits_all_of(one: Premise, other: Premise) -> bool:
        """Every world with `other` has `one`; all of them break the instance."""
        outside = negation(one)
        assert isinstance(outside, Le)
        return all(space.add_all(region, (other, outside)) is None for region in breaking)

    more = {(one, other): admits_all_of(one, other) for one in premises for other in premises}
    kept = [one for one in premises if all(more[one, other] or not more[other, one] for other in premises)]
    classes: list[list[Premise]] = []
    for premise in kept:
        equals = next((group for group in classes if more[group[0], premise] and more[premise, group[0]]), None)
        if equals is None:
            classes.append([premise])
        else:
            equals.append(premise)
    return tuple(tuple(group) for group in classes)
