"""The repairs of conflicts that share members: listed cheapest first, or counted, or the cheapest of a kind.

They are the minimal hitting sets of the conflicts (Reiter, Artificial Intelligence 1987), of which there can be more than
anybody could list: a rule that is broken in twenty places that have nothing else in common has a million. So they are
listed as far as is asked, and counted without a list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reasoner.explanation.hitting_sets import HittingSets
from reasoner.explanation.ir import Conflict, Repair
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard


def repairs_of(conflicts: Sequence[Conflict], tick: Tick = endless) -> Iterator[Repair]:
    """The minimal hitting sets of these conflicts, lazily, in order of cost, size and names. Raises `Stopped`."""
    yield from _Hitting(conflicts, tick).listed()


def cheapest_with(
    conflicts: Sequence[Conflict], given_up: Collection[int], kept: Collection[int], tick: Tick = endless
) -> Repair | None:
    """The first of the repairs that give up all of the one and none of the other guards, by their atoms. Raises `Stopped`."""
    return next(_Hitting(conflicts, tick).listed(given_up, kept), None)


def projected(conflicts: Sequence[Conflict], guards: Collection[int], tick: Tick = endless) -> Iterator[Repair]:
    """For each set of these guards, by their atoms, that some repair gives up of them, the first such repair.

    Raises `Stopped`.
    """
    known = {guard.atom for conflict in conflicts for guard in conflict.members}

    def settle(given_up: tuple[int, ...], kept: tuple[int, ...], left: tuple[int, ...]) -> Iterator[Repair]:
        first = cheapest_with(conflicts, given_up, kept, tick)
        if first is None:
            return
        if not left:
            yield first
            return
        yield from settle((*given_up, left[0]), kept, left[1:])
        yield from settle(given_up, (*kept, left[0]), left[1:])

    yield from settle((), (), tuple(atom for atom in sorted(guards) if atom in known))


class _Hitting:
    """The guards of conflicts in order of name, as what hitting sets are made of."""

    __slots__ = ("_conflicts", "_guards", "_tick")

    def __init__(self, conflicts: Sequence[Conflict], tick: Tick) -> None:
        guards = {guard.atom: guard for conflict in conflicts for guard in conflict.members}
        self._guards: dict[int, Guard] = {one.atom: one for one in sorted(guards.values(), key=lambda one: one.name)}
        self._conflicts = conflicts
        self._tick = tick

    def listed(self, given_up: Collection[int] = (), kept: Collection[int] = ()) -> Iterator[Repair]:
        if not self._guards.keys() >= set(given_up):  # no repair gives up what is in no conflict
            return
        costs = {atom: guard.cost for atom, guard in self._guards.items()}
        left_out = [atom for atom in kept if atom in self._guards]
        sets = HittingSets(costs, chosen=given_up, left_out=left_out, tick=self._tick)
        for conflict in self._conflicts:
            sets.hit(guard.atom for guard in conflict.members)
        sets.close()
        while (chosen := sets.cheapest()) is not None:
            sets.block(chosen)
            gives_up = tuple(self._guards[atom] for atom in chosen)
            yield Repair(sum(guard.cost for guard in gives_up), gives_up)
