"""The readings of a statement that no world has, wherever else its reading is left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from reasoner.explanation.dossiers import Dossiers
from reasoner.explanation.possibilities import Possibilities
from reasoner.ground.ir import GuardKind, Part, Reading


def without_world(part: Part, possibilities: Possibilities, dossiers: Dossiers) -> Iterator[Reading]:
    """The readings that no repaired dossier allows, of choices that are open in one of them. Raises `Stopped`.

    A choice is open where nothing fixes it to its preferred reading and some world has a reading of it.
    """
    fixing = {guard.of: guard.atom for guard in part.guards if guard.kind is GuardKind.READING}
    choices: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in part.readings:
        choices[reading.statement].append(reading)
    for statement, readings in choices.items():
        left_out = [one for one in readings if not _allowed(one, possibilities, dossiers)]
        fixed = [fixing[statement]] if statement in fixing else []
        if left_out and any(_allowed(one, possibilities, dossiers, fixed) for one in readings if one not in left_out):
            yield from left_out


def _allowed(reading: Reading, possibilities: Possibilities, dossiers: Dossiers, given_up: Collection[int] = ()) -> bool:
    """Whether a repaired dossier that gives these up has a world with this reading."""
    search = dossiers.search(possibilities.components.of[reading.atom].guards, given_up)
    while (dossier := search.next()) is not None:
        if possibilities.possible(dossier, reading.atom):
            return True
        search.skip(possibilities.reason(dossier, reading.atom))
    return False
