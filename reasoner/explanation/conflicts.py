"""All conflicts of a part, as they are found, and which instances take part in a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from reasoner.explanation.duality import Mus, dualize
from reasoner.explanation.ir import Conflict, Stopped
from reasoner.explanation.problem import Problem
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard, Instance, Part
from reasoner.solver.ir import Limit, Solver


def search(part: Part, solver: Solver, tick: Tick = endless) -> Iterator[Conflict]:
    """Every conflict as soon as it is found.

    Nothing for a part that is consistent. If even what is certain cannot be, the one conflict has no members. Raises
    `Stopped` if a limit ends the search; what came until then is right.
    """
    problem = Problem(solver, enforced(part.instances))
    for found in dualize(problem, {guard.atom: guard.cost for guard in part.guards}, tick):
        if isinstance(found, Mus):
            yield from _conflict(part, solver, found.literals)


def taking_part(part: Part, solver: Solver, members: Iterable[Guard], limits: tuple[Limit, ...] = ()) -> tuple[Instance, ...]:
    """The instances in some minimal set that, tested alone, leaves these guards (with `limits`) in conflict; in order of id.

    None where the times or the rules clash by themselves. Raises `Stopped`.
    """
    problem = Problem(solver, tuple(guard.atom for guard in members), limits)
    needed: set[int] = set()
    for found in dualize(problem, dict.fromkeys(enforced(part.instances), 0)):
        if isinstance(found, Mus):
            needed.update(found.literals)
    return tuple(sorted((i for i in part.instances if i.broken and -i.broken in needed), key=lambda i: i.id))


def enforced(instances: Sequence[Instance]) -> tuple[int, ...]:
    """The literals that say that none of these is broken."""
    return tuple(dict.fromkeys(-instance.broken for instance in instances if instance.broken))


def conflict_id(members: Iterable[Guard]) -> str:
    """The same for the same names, whatever else is in the dossier."""
    return sha256("\n".join(guard.name for guard in members).encode()).hexdigest()[:8]


def _conflict(part: Part, solver: Solver, literals: tuple[int, ...]) -> Iterator[Conflict]:
    """The conflict of these guards; before the search stops, without its instances."""
    members = _guards(part, literals)
    try:
        yield Conflict(conflict_id(members), members, taking_part(part, solver, members))
    except Stopped:
        yield Conflict(conflict_id(members), members, ())
        raise


def _guards(part: Part, atoms: tuple[int, ...]) -> tuple[Guard, ...]:
    return tuple(sorted((guard for guard in part.guards if guard.atom in atoms), key=lambda guard: guard.name))
