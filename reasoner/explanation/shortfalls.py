"""By how much a stated bound or tolerance misses: the least widening with which a conflict is none.

A bound `x - y <= c` widened by k reads `x - y <= c + k`; where it is a condition that is false, its complement
`y - x <= -c - 1` reads `y - x <= -c - k - 1`. With the rules settled, the k that will do are therefore a stretch of
integers. For k anywhere from `low` to `high` there is a relaxation: what is true widened by `high`, what is false by
`low`. Where that has no world, no such k will do; where it has, the rules as settled there say which k they allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reasoner.explanation.conflicts import enforced
from reasoner.explanation.duality import Mcs, dualize
from reasoner.explanation.ir import Conflict, Shortfall, Step
from reasoner.explanation.networks import negative_cycle
from reasoner.explanation.problem import Problem, among, shrink
from reasoner.explanation.remaining import remains
from reasoner.explanation.variants import steps, widened, with_steps, with_switched_steps
from reasoner.ground.ir import Bound, Guard, GuardKind, Part, Told
from reasoner.solver.ir import Limit, OutOfRange, Solver, Unsat, World


class Shortfalls:
    """Looks for the shortfalls of the conflicts of one part, with one solver in which the bounds of each tag can be left out."""

    def __init__(self, part: Part, make: Callable[[Part], Solver]) -> None:
        self._part = part
        self._make = make

    def of(self, conflict: Conflict) -> tuple[Shortfall, ...]:
        """For each tag in whose bounds this conflict can be undone by widening them alone: by how much; in order of tags.

        Where that takes something supposed, this is told with it, and then by how much it is missed without, if that can be.
        Left out is a widening that does not fit the integers of the solver. Raises `Stopped`.
        """
        members = tuple(guard.atom for guard in conflict.members)
        found: list[Shortfall] = []
        for tag in self._needed_tags((*members, *enforced(self._part.instances))):
            try:
                found += self._of_tag(tag, members, enforced(conflict.instances))
            except OutOfRange:
                continue
        return tuple(found)

    def _of_tag(self, tag: str, members: tuple[int, ...], own: tuple[int, ...]) -> Iterator[Shortfall]:
        """The least widening that will do; where it does only with something supposed, also the least that does without.

        `own`: that the instances of the conflict are not broken. Other conflicts may ask for something supposed, too.
        """
        kept = tuple(step for step in steps(self._part) if step.tag != tag)
        widening = _Widening(
            self._part, self._make, (*members, *enforced(self._part.instances)), tuple(self._tagged[tag]), kept
        )
        ticks = widening.least(1, None)
        if ticks is None:
            return
        wide = self._make(widened(self._part, tag, ticks))
        supposing = self._supposing(Problem(wide, (*members, *own)))
        missed = self._missed(tag, ticks, widening.hard)
        yield _shortfall(missed, ticks, supposing, others_remain=remains(self._part, wide, supposing))
        if supposing:
            plain = replace(widening, hard=(*members, *own, *self._silent))
            more = plain.least(ticks + 1, None)
            if more is not None:
                remain = remains(self._part, self._make(widened(self._part, tag, more)), ())
                yield _shortfall(self._missed(tag, more, plain.hard), more, (), others_remain=remain)

    @cached_property
    def _silent(self) -> dict[int, int]:
        """What it costs to suppose what nobody said, by guard."""
        return {guard.atom: guard.cost for guard in self._part.guards if guard.kind is GuardKind.ABSENT}

    def _supposing(self, problem: Problem) -> tuple[Guard, ...]:
        """The cheapest that must be supposed for the widened bounds to do."""
        if problem.refute(tuple(self._silent)) is None:
            return ()
        off = next(found.literals for found in dualize(problem, self._silent) if isinstance(found, Mcs))
        return tuple(guard for guard in self._part.guards if guard.atom in off)

    def _missed(self, tag: str, ticks: int, hard: tuple[int, ...]) -> Bound:
        """The first bound of the tag that will do alone, widened by so much; the first if none will."""
        bounds = [bound for bound in self._part.bounds if bound.tag == tag]
        return next((bound for bound in bounds if self._will_do_alone(bound, ticks, hard)), bounds[0])

    def _will_do_alone(self, bound: Bound, ticks: int, hard: tuple[int, ...]) -> bool:
        wider = replace(bound, limit=bound.limit + ticks)
        bounds = tuple(wider if one == bound else one for one in self._part.bounds)
        return Problem(self._make(replace(self._part, bounds=bounds)), hard).refute() is None

    def _needed_tags(self, hard: tuple[int, ...]) -> list[str]:
        """Tags of a minimal set of bounds with which there is no world; any tag that alone can undo that is among them."""
        if not self._tagged:
            return []
        switches, solver = self._switched
        problem = Problem(solver, hard)
        unmet = problem.refute(switches)
        assert unmet is not None
        needed = shrink(problem, among(switches, unmet.core))
        return [tag for tag, switch in zip(self._tagged, switches, strict=True) if switch in needed]

    @cached_property
    def _tagged(self) -> dict[str, list[Step]]:
        """The bounds of each tag, in order of tags."""
        found: defaultdict[str, list[Step]] = defaultdict(list)
        for step in steps(self._part):
            if step.tag:
                found[step.tag].append(step)
        return {tag: found[tag] for tag in sorted(found)}

    @cached_property
    def _switched(self) -> tuple[tuple[int, ...], Solver]:
        """The switch of each tag, and the solver that has them."""
        untagged = [step for step in steps(self._part) if not step.tag]
        switched = with_switched_steps(self._part, list(self._tagged.values()), untagged)
        return switched.switches, self._make(switched.part)


def _shortfall(missed: Bound, ticks: int, supposing: tuple[Guard, ...], *, others_remain: bool) -> Shortfall:
    limit = Limit(missed.left, missed.right, missed.limit)
    return Shortfall(missed.tag, limit, ticks, missed.told or Told(missed.tag), supposing, others_remain)


@dataclass(frozen=True, slots=True)
class _Widening:
    """Looks for the least widening of the bounds of one tag with which there is a world."""

    part: Part
    make: Callable[[Part], Solver]
    hard: tuple[int, ...]  # the guards that are on, and that nothing is broken
    widened: tuple[Step, ...]
    kept: tuple[Step, ...]

    def least(self, low: int, high: int | None) -> int | None:
        """The least number of ticks from `low` to `high` (both included; None: without end) that will do, if any does."""
        best: int | None = None
        while (high is None or low <= high) and (world := self._relaxed_world(low, high)) is not None:
            found = self._least_in(world, low, high)
            if found is None:
                return self._least_of_halves(low, high) or best
            best, high = found, found - 1
        return best

    def _least_of_halves(self, low: int, high: int | None) -> int | None:
        """As `least`, each half of the range by itself; beyond all sums of bounds one widening is as good as another."""
        if high is None and low > sum(abs(step.limit.ticks) + 1 for step in (*self.kept, *self.widened)):
            return None
        middle = 2 * low if high is None else (low + high) // 2
        return self.least(low, middle) or self.least(middle + 1, high)

    def _relaxed_world(self, low: int, high: int | None) -> World | None:
        """A world of the relaxation; without `high`, what is true and widened is left out."""
        relaxed = [_by(step, low, high) for step in self.widened if high is not None or step.atom < 0]
        outcome = Problem(self.make(with_steps(self.part, (*self.kept, *relaxed))), self.hard).ask()
        return None if isinstance(outcome, Unsat) else outcome

    def _least_in(self, world: World, low: int, high: int | None) -> int | None:
        """The least of these widenings with the rules settled as in this world: each cycle in the way says how much it needs."""
        kept = [step.limit for step in self.kept if _holds(step, world)]
        widened = [step for step in self.widened if _holds(step, world)]
        ticks = low
        while high is None or ticks <= high:
            limits = [*kept, *(_by(step, ticks, ticks).limit for step in widened)]
            cycle = negative_cycle(limits)
            if cycle is None:
                return ticks
            gain = sum(1 if widened[place - len(kept)].atom >= 0 else -1 for place in cycle if place >= len(kept))
            if gain <= 0:
                return None
            ticks -= sum(limits[place].ticks for place in cycle) // gain
        return None


def _by(step: Step, low: int, high: int | None) -> Step:
    """The step widened by `high`, or by `low` if it is a complement."""
    ticks = step.limit.ticks - low if step.atom < 0 else step.limit.ticks + (high or 0)
    return replace(step, limit=replace(step.limit, ticks=ticks))


def _holds(step: Step, world: World) -> bool:
    return step.atom in world.true if step.atom > 0 else -step.atom not in world.true
