"""The readings of a statement that no world has, wherever else its reading is left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reasoner.explanation.dossiers import Possibilities, Repaired
from reasoner.ground.ir import GuardKind, Part, Reading

Repairing = Callable[[frozenset[int]], Sequence[Repaired]]
"""The repaired dossiers as far as they differ in these guards."""


def without_world(part: Part, possibilities: Possibilities, repaired: Repairing) -> Iterator[Reading]:
    """The readings that no repaired dossier allows, of choices that are open in one of them. Raises `Stopped`.

    A choice is open where nothing fixes it to its preferred reading and some world has a reading of it.
    """
    fixing = {guard.of: guard.atom for guard in part.guards if guard.kind is GuardKind.READING}
    choices: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in part.readings:
        choices[reading.statement].append(reading)
    for statement, readings in choices.items():
        guards = frozenset(guard for one in readings for guard in possibilities.components.of[one.atom].guards)
        allowed: set[Reading] = set()
        is_open = False
        for dossier in repaired(guards):
            here = [one for one in readings if possibilities.possible(dossier, one.atom)]
            allowed.update(here)
            is_open = is_open or bool(here and (statement not in fixing or fixing[statement] in dossier.off))
        if is_open:
            yield from (one for one in readings if one not in allowed)
