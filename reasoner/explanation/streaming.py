"""Conflicts and repairs one by one, as soon as each is known to be one of the whole dossier.

A conflict of one part is one of the whole unless a part that shares guards with it has a smaller one inside it, which one
question to each such part decides. Repairs follow once the conflicts of all parts that share guards are known; those of
conflicts that share no member are told apart, as in `factors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reasoner.explanation.conflicts import enforced, search, taking_part
from reasoner.explanation.factors import sharing
from reasoner.explanation.ir import Conflict, Repair
from reasoner.explanation.problem import Problem
from reasoner.explanation.repairs import repairs_of
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard, Part
from reasoner.solver.ir import Solver


@dataclass(frozen=True, slots=True)
class _Asked:
    """A part with its solver."""

    part: Part
    solver: Solver

    def rejects(self, guards: Sequence[Guard]) -> bool:
        """Whether the part has no clean world with these guards on."""
        problem = Problem(self.solver, enforced(self.part.instances))
        return problem.refute([guard.atom for guard in guards]) is not None

    def shared(self, guards: Sequence[Guard]) -> tuple[Guard, ...]:
        mine = {guard.name for guard in self.part.guards}
        return tuple(guard for guard in guards if guard.name in mine)


def stream(parts: Sequence[Part], make: Callable[[Part], Solver], tick: Tick = endless) -> Iterator[Conflict | Repair]:
    """Every conflict, without shortfalls, chains and derivations, and every repair of conflicts that share members.

    A repair of the whole dossier is one repair for each such group; they are not multiplied out, and come by cost, size
    and names within a group. If even what is certain clashes, that conflict alone comes. Raises `Stopped` if a limit ends
    the search; what came until then is right.
    """
    asked = [_Asked(part, make(part)) for part in parts]
    clash = next((one for one in asked if one.rejects(())), None)
    if clash is not None:
        yield from search(clash.part, clash.solver, tick)
        return
    for group in sharing(asked, lambda one: one.part.guards):
        found: list[Conflict] = []
        for conflict in _conflicts(group, tick):
            found.append(conflict)
            yield conflict
        for conflicts in sharing(found, lambda one: one.members):
            yield from repairs_of(conflicts, tick)


def _conflicts(group: Sequence[_Asked], tick: Tick) -> Iterator[Conflict]:
    """Those of the parts of a group that no other part makes smaller, each once."""
    seen: set[tuple[str, ...]] = set()
    for one in group:
        for found in search(one.part, one.solver, tick):
            whole = _of_all(found, [other for other in group if other is not one])
            if whole is not None and found.names not in seen:
                seen.add(found.names)
                yield whole


def _of_all(conflict: Conflict, others: Sequence[_Asked]) -> Conflict | None:
    """The conflict with what takes part in it in any part; None where another part has a smaller one inside it."""
    instances = {instance.id: instance for instance in conflict.instances}
    by_times_alone = not instances
    for other in others:
        shared = other.shared(conflict.members)
        if not shared or not other.rejects(shared):
            continue
        smaller = (tuple(guard for guard in shared if guard is not left_out) for left_out in shared)
        if len(shared) < len(conflict.members) or any(other.rejects(guards) for guards in smaller):
            return None
        more = {instance.id: instance for instance in taking_part(other.part, other.solver, shared)}
        by_times_alone = by_times_alone or not more
        instances |= more
    return replace(conflict, instances=() if by_times_alone else tuple(instances[name] for name in sorted(instances)))
