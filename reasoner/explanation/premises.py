"""Hidden premises: the weakest bounds on time each of which makes it certain that an instance is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from reasoner.explanation.components import Component
from reasoner.explanation.dossiers import Repaired
from reasoner.explanation.networks import Network, network
from reasoner.explanation.variants import steps
from reasoner.ground.ir import ZERO, Instance, Part
from reasoner.solver.ir import Limit, Unsat, World


@dataclass(frozen=True, slots=True)
class Samples:
    """Worlds of one repaired dossier that were met so far; each shows how far times can go without breaking something."""

    dossier: Repaired
    facts: frozenset[int] = frozenset()  # atoms that are true in all its worlds, though its solver may not know of them
    _worlds: list[World] = field(default_factory=list)
    _networks: dict[tuple[int, tuple[str, ...]], Network] = field(default_factory=dict)

    def ask(self, literals: Sequence[int], limits: Sequence[Limit] = ()) -> World | None:
        """A world of the dossier that meets these, kept without the limits: its other bounds hold for more times."""
        outcome = self.dossier.problem.ask(literals, limits)
        if isinstance(outcome, Unsat):
            return None
        own = outcome.bounds[: len(outcome.bounds) - len(limits)]
        self._worlds.append(World(outcome.true, outcome.times, own))
        return replace(outcome, true=outcome.true | self.facts)

    def can_be_within(self, limit: Limit, broken: int) -> bool:
        """Whether a world met that has `broken` shows that one can obey this limit."""
        return any(broken in world.true and self._within(number, limit) for number, world in enumerate(self._worlds))

    def _within(self, number: int, limit: Limit) -> bool:
        if (number, ()) not in self._networks:
            self._networks[number, ()] = network(self._worlds[number].bounds)
        back = self._networks[number, ()].most(limit.right, limit.left)
        return back is None or -back <= limit.ticks

    def resisting(self, broken: int, points: tuple[str, ...]) -> Iterator[Network]:
        """Of each world met that does not have `broken`, its bounds between `points` and tick 0."""
        inside = frozenset((ZERO, *points))
        for number, world in enumerate(self._worlds):
            if broken not in world.true:
                if (number, points) not in self._networks:
                    bounds = (b for b in world.bounds if b.left in inside and b.right in inside)
                    self._networks[number, points] = network(bounds)
                yield self._networks[number, points]


def always(part: Part, open_atoms: frozenset[int], world: World) -> Network:
    """The bounds that hold in this world and in every other with the same guards on."""
    held = (s for s in steps(part) if abs(s.atom) not in open_atoms)
    return network(s.limit for s in held if (s.atom in world.true if s.atom > 0 else -s.atom not in world.true))


def hidden_premises(samples: Samples, instance: Instance, component: Component, held: Network) -> tuple[Limit, ...]:
    """The hidden premises of an instance that can be broken in this dossier, on one time or else on two (DESIGN 3).

    In order: the instance's own times first, then by name, "at most" before "at least"; of those that admit the same
    worlds the first, and none that admits fewer than another. `held` are bounds of all worlds. Raises `Stopped`.
    """
    own = [point for point in dict.fromkeys(instance.points) if point in component.points]
    points = [*own, *(point for point in component.points if point not in own)]
    singly = [pair for point in points for pair in ((point, ZERO), (ZERO, point))]
    samples.ask((-instance.broken,))  # there is one: a repaired dossier has a clean world
    for pairs in (singly, list(permutations(points, 2))):
        found = [limit for pair in pairs if (limit := _Search(samples, instance.broken, component, held).weakest(*pair))]
        if found:
            return tuple(_widest(samples.dossier, found))
    return ()


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for premises of one instance."""

    samples: Samples
    broken: int
    component: Component
    held: Network

    def weakest(self, left: str, right: str) -> Limit | None:
        """The weakest `left - right <= c` that some world obeys, and none without `broken`; None if there is none.

        c is one less than the least `left - right` without `broken`. Each world gives such a least value by a shortest
        path; the next has to be below it, until there is no other.
        """
        ends = self.held.most(right, left)
        while (limit := self._below_all(left, right)) and (ends is None or -ends <= limit.ticks):
            if self.samples.can_be_within(limit, self.broken):
                found = None
            elif (found := self.samples.ask((), (limit,))) is None:
                return None
            if (found is None or self.broken in found.true) and self.samples.ask((-self.broken,), (limit,)) is None:
                return limit
        return None

    def _below_all(self, left: str, right: str) -> Limit | None:
        """What no world met so far without `broken` obeys; None if one can go on for ever."""
        reach = [net.most(right, left) for net in self.samples.resisting(self.broken, self.component.points)]
        farthest = [ticks for ticks in reach if ticks is not None]
        return Limit(left, right, -max(farthest) - 1) if len(farthest) == len(reach) else None


def _widest(dossier: Repaired, limits: Sequence[Limit]) -> list[Limit]:
    """Those than which no other admits strictly more worlds, of equals the first."""
    kept: list[Limit] = []
    for limit in limits:
        if not any(_within(dossier, limit, other) for other in kept):
            kept = [*(other for other in kept if not _within(dossier, other, limit)), limit]
    return kept


def _within(dossier: Repaired, inner: Limit, outer: Limit) -> bool:
    """Whether every world that obeys `inner` obeys `outer`."""
    outside = Limit(outer.right, outer.left, -outer.ticks - 1)
    return dossier.problem.refute((), (inner, outside)) is not None
