"""How far the ends of each thing can lie, over the clean worlds of the best repaired dossiers, and what keeps them there.

A clean world breaks nothing (DESIGN 2). Where a dossier is consistent there is one case, all of it. Else there is one for each
cheapest repair, as far as these differ in what the times depend on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reasoner.explanation.components import behind_times
from reasoner.explanation.conflicts import enforced, taking_part
from reasoner.explanation.dossiers import Dossiers, Repaired
from reasoner.explanation.factors import Factor
from reasoner.explanation.ir import Case, Edge, Explanation, Narrowed, Reach
from reasoner.explanation.networks import Network, network
from reasoner.explanation.problem import Problem, among, shrink
from reasoner.explanation.proofs import Prover
from reasoner.explanation.settled import settled
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import ZERO, GroundRule, GuardKind, Part
from reasoner.solver.ir import Limit, Solver, Unsat

Make = Callable[[Part], Solver]

_OPEN = Reach(Edge(None), Edge(None))
_LEAST_TELLING = (GuardKind.KEEP, GuardKind.HONOURED, GuardKind.ABSENT)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Finds windows. `known` has all conflicts of all parts, and their repairs.

    `origin` is the tick of the calendar that the parts call 0. With `reasons` each edge of a window is told with what keeps it
    from lying further out.
    """

    make: Make
    known: Sequence[Explanation]
    origin: int = 0
    reasons: bool = False
    tick: Tick = endless

    def narrowed(self, parts: Sequence[Part], things: Sequence[str], most: int) -> Iterator[Narrowed]:
        """The windows of each of these things, by their terms in the program, in at most so many cases.

        No case where even what is certain clashes. Raises `Stopped`.
        """
        if any(not conflict.members for one in self.known for conflict in one.conflicts):
            yield from (Narrowed(thing, ()) for thing in things)
            return
        homes = {point: part for part in parts for point in part.points}
        working: dict[str, _InPart] = {}
        for thing in things:
            start, end = f"s({thing})", f"e({thing})"
            part = homes.get(start) or homes.get(end)
            if part is None:
                yield Narrowed(thing, (Case((), _OPEN, _OPEN),))
                continue
            if part.id not in working:
                working[part.id] = _InPart(part, self)
            cases = tuple(islice(working[part.id].cases(start, end), most + 1))
            yield Narrowed(thing, cases[:most], more=len(cases) > most)


class _InPart:
    """The part whose worlds are looked at; what breaks an instance is forbidden in `_clean`."""

    __slots__ = ("_behind", "_clean", "_dossiers", "_given", "_part", "_reached", "_solver")

    def __init__(self, part: Part, given: Narrowing) -> None:
        forbidding = tuple(GroundRule((), (-literal,)) for literal in enforced(part.instances))
        self._part = part
        self._given = given
        self._clean = replace(part, rules=(*part.rules, *forbidding), instances=())
        self._behind = behind_times(self._clean)
        self._solver = given.make(self._clean)
        found = [Factor(one.conflicts, one.repairs, one.count) for one in given.known if one.conflicts]
        self._dossiers = Dossiers(part, self._solver, found, given.tick)
        self._reached: dict[frozenset[int], _Reached] = {}

    def cases(self, start: str, end: str) -> Iterator[Case]:
        """One for each repaired dossier that costs no more than the first, as far as these differ for the two times."""
        guards = self._behind((start, end))
        search = self._dossiers.search(guards)
        least: int | None = None
        while (repaired := search.next()) is not None:
            cost = repaired.repair.cost if repaired.repair else 0
            if least is not None and cost > least:
                return
            least = cost
            gives_up = tuple(guard for guard in self._part.guards if guard.atom in repaired.off & guards)
            yield Case(gives_up, self._reach(repaired, start), self._reach(repaired, end))
            search.skip([literal for literal in repaired.settled if abs(literal) in guards])

    def _reach(self, repaired: Repaired, point: str) -> Reach:
        """The window of one time."""
        if repaired.off not in self._reached:
            alone = settled(self._clean, repaired.problem.hard)
            self._reached[repaired.off] = _Reached(Problem(self._given.make(alone.part)))
        reached = self._reached[repaired.off]
        earliest, latest = reached.closest(ZERO, point), reached.closest(point, ZERO)
        return Reach(self._edge(repaired, earliest), self._edge(repaired, latest))

    # ------------------------------------------------------------ why no further

    def _edge(self, repaired: Repaired, closest: Limit | None) -> Edge:
        """The tick that a bound of one time names, and the guards with which no clean world goes beyond."""
        if closest is None:
            return Edge(None)
        tick = self._given.origin + (-closest.ticks if closest.left == ZERO else closest.ticks)
        if not self._given.reasons:
            return Edge(tick)
        beyond = Limit(closest.right, closest.left, -closest.ticks - 1)
        core = self._core(repaired, beyond)
        by = tuple(guard for guard in self._part.guards if guard.atom in core)
        off = tuple(guard for guard in self._part.guards if -guard.atom in core)
        alone = settled(self._part, [-guard.atom for guard in off]).part if off else self._part
        taking = taking_part(alone, self._given.make(alone), by, (beyond,))
        proof = Prover.of(alone, self._given.make).proof(by, taking, beyond)
        return Edge(tick, by, off, taking, proof.chains, proof.more)

    def _core(self, repaired: Repaired, beyond: Limit) -> frozenset[int]:
        """A minimal set of settings of guards, as in this dossier, that rules these worlds out; of statements, if it can be."""
        ranked = sorted(self._part.guards, key=lambda guard: (guard.atom in repaired.off, guard.kind in _LEAST_TELLING))
        literals = [-guard.atom if guard.atom in repaired.off else guard.atom for guard in ranked]
        problem = Problem(self._solver, limits=(beyond,))
        unmet = problem.refute(literals)
        assert unmet is not None
        return frozenset(shrink(problem, among(literals, unmet.core)))


class _Reached:
    """Worlds of one dossier, which has one; each shows by its bounds how far times can go (shortest paths)."""

    __slots__ = ("_networks", "_problem")

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._networks: list[Network] = []
        self._meet(())

    def closest(self, left: str, right: str) -> Limit | None:
        """The bound on `left - right` that all worlds obey and some reach; None if there is none."""
        while True:
            most = [one.most(left, right) for one in self._networks]
            ticks = [one for one in most if one is not None]
            if len(ticks) < len(most):
                return None
            if not self._meet((Limit(right, left, -max(ticks) - 1),)):
                return Limit(left, right, max(ticks))

    def _meet(self, limits: tuple[Limit, ...]) -> bool:
        """Whether there is a world with these limits; its own bounds are kept, without these: they hold for more times."""
        outcome = self._problem.ask((), limits)
        if isinstance(outcome, Unsat):
            return False
        self._networks.append(network(outcome.bounds[: len(outcome.bounds) - len(limits)]))
        return True
