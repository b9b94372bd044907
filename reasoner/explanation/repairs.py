"""The repairs of conflicts that share members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.hitting_sets import HittingSets
from reasoner.explanation.ir import Conflict, Repair


def repairs_of(conflicts: Sequence[Conflict]) -> Iterator[Repair]:
    """The minimal hitting sets of these conflicts, lazily, in order of cost, size and names."""
    guards = {guard.atom: guard for conflict in conflicts for guard in conflict.members}
    by_name = sorted(guards.values(), key=lambda guard: guard.name)
    sets = HittingSets({guard.atom: guard.cost for guard in by_name})
    for conflict in conflicts:
        sets.hit(guard.atom for guard in conflict.members)
    alike: list[Repair] = []
    while (chosen := sets.cheapest()) is not None:
        sets.block(chosen)
        gives_up = tuple(sorted((guards[atom] for atom in chosen), key=lambda guard: guard.name))
        repair = Repair(sum(guard.cost for guard in gives_up), gives_up)
        if alike and _rank(alike[0]) < _rank(repair):
            yield from sorted(alike, key=lambda one: one.names)
            alike.clear()
        alike.append(repair)
    yield from sorted(alike, key=lambda one: one.names)


def _rank(repair: Repair) -> tuple[int, int]:
    return repair.cost, len(repair.gives_up)
