"""Conflicts that share members, and their repairs: what the findings of all parts come to when put together.

A set of guards is in conflict iff it is in one of the parts, so the conflicts of the whole are the minimal ones among
those of the parts, and the repairs are their minimal hitting sets (Reiter, Artificial Intelligence 1987). Conflicts that
share no member, not even through others, are told apart: a repair of the whole is one repair of each factor, and is
never multiplied out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TypeVar

from reasoner.explanation.counting import count_minimal_hitting_sets
from reasoner.explanation.ir import Conflict, Repair, Shortfall, Stopped
from reasoner.explanation.repairs import repairs_of
from reasoner.explanation.ticks import Tick, endless
from reasoner.ground.ir import Guard

T = TypeVar("T")

MOST_LISTED = 5_000
"""So many repairs of conflicts that share members are listed; of more the rest is counted."""

_MOST_FAMILIES = 20_000


@dataclass(frozen=True, slots=True)
class Factor:
    """Conflicts joined by shared members, by size and names, and their repairs by cost, size and names.

    Not more than `MOST_LISTED` repairs are there; `count` is how many there are, None where that is not known. `complete` is
    False where a limit stopped the search for repairs.
    """

    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...]
    count: int | None
    complete: bool = True

    def told(self, shown: Iterable[Conflict]) -> Factor:
        """With what its conflicts rest on, as shown in one part or in several; as it was where nothing is shown."""
        known = {one.names: one for one in _joined(shown)}
        told = (_with_shown(one, known[one.names]) if one.names in known else one for one in self.conflicts)
        return replace(self, conflicts=tuple(told))

    @property
    def members(self) -> frozenset[int]:
        """The atoms of all guards in its conflicts."""
        return frozenset(guard.atom for conflict in self.conflicts for guard in conflict.members)


def factors(found: Iterable[Conflict], tick: Tick = endless) -> tuple[Factor, ...]:
    """The factors of all conflicts of all parts, in order of their first conflict.

    The empty conflict, where what is certain clashes alone, leaves nothing else to be said: it is then the only one.
    """
    conflicts = _minimal(_joined(found))
    if any(not conflict.members for conflict in conflicts):
        return (Factor((conflicts[0],), (), 0),)
    groups = (sorted(group, key=_size) for group in sharing(conflicts, lambda one: one.members))
    ordered = sorted(groups, key=lambda group: _size(group[0]))
    return tuple(_factor(group, tick) for group in ordered)


def _factor(group: Sequence[Conflict], tick: Tick) -> Factor:
    listed: list[Repair] = []
    try:
        for repair in islice(repairs_of(group, tick), MOST_LISTED):
            listed.append(repair)  # noqa: PERF402 - what came before a stop is kept
        count: int | None = len(listed)
        if len(listed) == MOST_LISTED:
            members = ((guard.atom for guard in conflict.members) for conflict in group)
            count = count_minimal_hitting_sets(members, _MOST_FAMILIES, tick)
    except Stopped:
        return Factor(tuple(group), tuple(listed), None, complete=False)
    return Factor(tuple(group), tuple(listed), count)


def sharing(items: Sequence[T], guards_of: Callable[[T], Sequence[Guard]]) -> list[list[T]]:
    """The items in groups that have no guard in common; in order of the last of each."""
    groups: dict[int, list[int]] = {}  # the places of its items, by the place at which it began
    group_of: dict[str, int] = {}
    names_of = [[guard.name for guard in guards_of(item)] for item in items]
    for place, names in enumerate(names_of):
        touched = {group_of[name] for name in names if name in group_of}
        first, *others = sorted(touched, key=lambda one: groups[one][-1]) or [place]
        joined = groups.setdefault(first, [])
        for other in others:
            group_of.update((name, first) for member in groups[other] for name in names_of[member])
            joined += groups.pop(other)
        joined.append(place)
        group_of.update((name, first) for name in names)
    return [[items[place] for place in group] for group in sorted(groups.values(), key=lambda group: group[-1])]


def _size(conflict: Conflict) -> tuple[int, list[str]]:
    return len(conflict.members), [guard.name for guard in conflict.members]


def _joined(found: Iterable[Conflict]) -> list[Conflict]:
    """One conflict for each set of members, with all that takes part in it in any part."""
    known: dict[tuple[str, ...], Conflict] = {}
    for conflict in found:
        key = conflict.names
        known[key] = _merged(known[key], conflict) if key in known else conflict
    return sorted(known.values(), key=_size)


def _merged(one: Conflict, other: Conflict) -> Conflict:
    """One conflict that two parts show, with all that takes part in it in either; none does where times clash alone in one.

    A widening ends it if it does in both.
    """
    shortfalls = _in_both(one.shortfalls, other.shortfalls)
    if not one.instances or not other.instances:
        return replace(one if not one.instances else other, shortfalls=shortfalls)
    both = (*zip(one.instances, one.derivations, strict=False), *zip(other.instances, other.derivations, strict=False))
    shown = {instance.id: derivation for instance, derivation in both}
    instances = {instance.id: instance for instance in (*one.instances, *other.instances)}
    return replace(
        one,
        instances=tuple(instances[name] for name in sorted(instances)),
        shortfalls=shortfalls,
        chains=tuple(dict.fromkeys((*one.chains, *other.chains))),
        more_chains=one.more_chains or other.more_chains,
        worked_out=one.worked_out and other.worked_out,
        derivations=tuple(shown.get(name, ()) for name in sorted(instances)),
    )


def _with_shown(one: Conflict, shown: Conflict) -> Conflict:
    """A conflict with what it was shown to rest on."""
    return replace(_merged(shown, one), shortfalls=shown.shortfalls, worked_out=shown.worked_out)


def _in_both(one: Sequence[Shortfall], other: Sequence[Shortfall]) -> tuple[Shortfall, ...]:
    """By how much a conflict that two parts show misses what it misses in both: by the more of the two."""
    found: dict[tuple[str, tuple[Guard, ...]], Shortfall] = {}
    for left, right in product(one, other):
        if left.tag == right.tag:
            supposing = tuple(sorted(dict.fromkeys((*left.supposing, *right.supposing)), key=lambda guard: guard.name))
            more = max(left, right, key=lambda told: told.short_by)
            both = replace(more, supposing=supposing)
            known = found.setdefault((left.tag, supposing), both)
            if both.short_by < known.short_by:
                found[left.tag, supposing] = both
    return tuple(sorted(found.values(), key=lambda told: (told.tag, told.short_by)))


def _minimal(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Those that contain no other; `conflicts` come smallest first."""
    kept: list[Conflict] = []
    starting: defaultdict[str, list[frozenset[str]]] = defaultdict(list)  # those kept, by the first of their names
    for conflict in conflicts:
        names = frozenset(guard.name for guard in conflict.members)
        if not any(smaller <= names for first in (*names, "") for smaller in starting[first]):
            kept.append(conflict)
            starting[min(names, default="")].append(names)
    return kept
