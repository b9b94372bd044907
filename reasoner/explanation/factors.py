"""Conflicts that share members, and their repairs: what the findings of all parts come to when put together.

A set of guards is in conflict iff it is in one of the parts, so the conflicts of the whole are the minimal ones among
those of the parts, and the repairs are their minimal hitting sets (Reiter, Artificial Intelligence 1987). Conflicts that
share no member, not even through others, are told apart: a repair of the whole is one repair of each factor, and is
never multiplied out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reasoner.explanation.ir import Conflict, Repair
from reasoner.explanation.repairs import repairs_of


@dataclass(frozen=True, slots=True)
class Factor:
    """Conflicts joined by shared members, by size and names, and all their repairs by cost, size and names."""

    conflicts: tuple[Conflict, ...]
    repairs: tuple[Repair, ...]


def factors(found: Iterable[Conflict]) -> tuple[Factor, ...]:
    """The factors of all conflicts of all parts, in order of their first conflict.

    The empty conflict, where what is certain clashes alone, leaves nothing else to be said: it is then the only one.
    """
    conflicts = _minimal(_joined(found))
    if any(not conflict.members for conflict in conflicts):
        return (Factor((conflicts[0],), ()),)
    made: list[list[Conflict]] = []
    for conflict in conflicts:
        names = {guard.name for guard in conflict.members}
        touched = [group for group in made if any(guard.name in names for one in group for guard in one.members)]
        made = [group for group in made if group not in touched] + [[*(one for group in touched for one in group), conflict]]
    ordered = sorted((sorted(group, key=_size) for group in made), key=lambda group: _size(group[0]))
    return tuple(Factor(tuple(group), tuple(repairs_of(group))) for group in ordered)


def _size(conflict: Conflict) -> tuple[int, list[str]]:
    return len(conflict.members), [guard.name for guard in conflict.members]


def _joined(found: Iterable[Conflict]) -> list[Conflict]:
    """One conflict for each set of members, with all that takes part in it in any part."""
    known: dict[tuple[str, ...], Conflict] = {}
    for conflict in found:
        key = tuple(guard.name for guard in conflict.members)
        known[key] = _merged(known[key], conflict) if key in known else conflict
    return sorted(known.values(), key=_size)


def _merged(one: Conflict, other: Conflict) -> Conflict:
    """One conflict that two parts show, with all that takes part in it in either; none does where times clash alone in one."""
    if not one.instances or not other.instances:
        return one if not one.instances else other
    both = (*zip(one.instances, one.derivations, strict=False), *zip(other.instances, other.derivations, strict=False))
    shown = {instance.id: derivation for instance, derivation in both}
    instances = {instance.id: instance for instance in (*one.instances, *other.instances)}
    return replace(
        one,
        instances=tuple(instances[name] for name in sorted(instances)),
        shortfalls=tuple(dict.fromkeys((*one.shortfalls, *other.shortfalls))),
        chains=tuple(sorted(dict.fromkeys((*one.chains, *other.chains)), key=len)),
        derivations=tuple(shown.get(name, ()) for name in sorted(instances)),
    )


def _minimal(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Those that contain no other; `conflicts` come smallest first."""
    kept: list[tuple[frozenset[str], Conflict]] = []
    for conflict in conflicts:
        names = frozenset(guard.name for guard in conflict.members)
        if not any(smaller <= names for smaller, _ in kept):
            kept.append((names, conflict))
    return [conflict for _, conflict in kept]
