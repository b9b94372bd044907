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
    choosing = Choosing(conflicts, tick=tick)
    while (repair := choosing.cheapest()) is not None:
        yield repair
        choosing.drop()


def cheapest_without(conflicts: Sequence[Conflict], kept: Collection[int], tick: Tick = endless) -> Repair | None:
    """The first of the repairs that give up none of these guards, by their atoms. Raises `Stopped`."""
    return Choosing(conflicts, kept=kept, tick=tick).cheapest()


class Choosing:
    """The repairs of some conflicts, by cost, size and names, without those that are not wanted.

    All of them give up the guards `given_up`, and none those `kept`.
    """

    __slots__ = ("_guards", "_last", "_possible", "_sets")

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        given_up: Collection[int] = (),
        kept: Collection[int] = (),
        *,
        tick: Tick = endless,
    ) -> None:
        guards = {guard.atom: guard for conflict in conflicts for guard in conflict.members}
        self._guards: dict[int, Guard] = {one.atom: one for one in sorted(guards.values(), key=lambda one: one.name)}
        self._possible = self._guards.keys() >= set(given_up)  # no repair gives up what is in no conflict
        costs = {atom: guard.cost for atom, guard in self._guards.items()}
        self._sets = HittingSets(costs, chosen=self._known(given_up), left_out=self._known(kept), tick=tick)
        for conflict in conflicts:
            self._sets.hit(guard.atom for guard in conflict.members)
        self._sets.close()
        self._last: tuple[int, ...] = ()

    def cheapest(self) -> Repair | None:
        """The first repair that is left; None if none is. Ask again only after `drop` or `forbid`. Raises `Stopped`."""
        chosen = self._sets.cheapest() if self._possible else None
        if chosen is None:
            return None
        self._last = chosen
        gives_up = tuple(self._guards[atom] for atom in chosen)
        return Repair(sum(guard.cost for guard in gives_up), gives_up)

    def drop(self) -> None:
        """Not the last one again."""
        self._sets.block(self._last)

    def forbid(self, given_up: Collection[int], kept: Collection[int]) -> None:
        """No more of those that give up all of the one guards and none of the other, of which the last one is one."""
        self._sets.forbid(self._known(given_up), self._known(kept))

    def _known(self, atoms: Collection[int]) -> list[int]:
        return [atom for atom in atoms if atom in self._guards]
