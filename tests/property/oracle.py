"""The meaning of DESIGN.md section 3, computed by going through everything. Slow, and to be read beside that page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from property.cases import Case
from property.grounding import ground
from property.premises import Premise, hidden_premises
from property.program import Key
from property.worlds import Reading, Setting, World, Worlds

T = TypeVar("T")
Guards = tuple[str, ...]
"""Names of guards in order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`repair` is the cheapest repaired dossier where a tension or conditional can be broken (empty: the dossier itself).

    `premises`: the hidden premises; each with those that admit the same worlds, in order, the first being the one kept.
    """

    verdict: str
    repair: Guards = ()
    premises: tuple[tuple[Premise, ...], ...] = ()


NONE = Verdict("none")


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that the engine is held against. Conflicts, repairs and keys are in order."""

    guards: dict[str, int]
    conflicts: tuple[Guards, ...]
    repairs: tuple[tuple[int, Guards], ...]
    taking_part: dict[Guards, tuple[Key, ...]]
    verdicts: dict[Key, Verdict]
    without_world: tuple[Reading, ...] = ()


def evaluate(case: Case) -> Answer:
    return judge(Worlds(ground(case)))


def judge(worlds: Worlds) -> Answer:
    program = worlds.program
    consistent = [setting for setting in settings(worlds.guards) if is_consistent(worlds, setting)]
    maximal = maximal_sets(consistent)
    conflicts = minimal_conflicts(worlds.guards, maximal)
    repairs = minimal_repairs(program.guards, maximal)
    taking_part = {conflict: takes_part(worlds, conflict) for conflict in conflicts}
    certain = {key for keys in taking_part.values() for key in keys}
    verdicts = {
        key: Verdict("certain") if key in certain else open_verdict(worlds, key, [names for _, names in repairs])
        for key in sorted(program.instances)
    }
    return Answer(
        program.guards, conflicts, repairs, taking_part, verdicts, without_world(worlds, [names for _, names in repairs])
    )


def settings(guards: Guards) -> list[Setting]:
    """Every choice of guards that are on."""
    return [frozenset(some) for size in range(len(guards) + 1) for some in combinations(guards, size)]


def is_consistent(worlds: Worlds, setting: Setting) -> bool:
    """ "A set of guards S is consistent if a clean world exists with exactly S on"."""
    return any(world.clean for world in worlds.of(setting))


def maximal_sets(sets: Iterable[Setting]) -> list[Setting]:
    kept = list(sets)
    return [one for one in kept if not any(one < other for other in kept)]


def minimal_conflicts(guards: Guards, maximal: list[Setting]) -> tuple[Guards, ...]:
    """ "A set of guards is in conflict when every setting with all of them on, the others on or off as you like, is
    inconsistent; a conflict is a minimal such set". (A consistent setting with all of them on lies in a maximal one.)"""
    found: list[Setting] = []
    for some in settings(guards):
        in_conflict = not any(some <= consistent for consistent in maximal)
        if in_conflict and not any(smaller <= some for smaller in found):
            found.append(some)
    return tuple(sorted(tuple(sorted(conflict)) for conflict in found))


def minimal_repairs(costs: dict[str, int], maximal: list[Setting]) -> tuple[tuple[int, Guards], ...]:
    """ "A repair is G minus K, for G all guards and K a maximal consistent set"; "a repair costs the sum, ordered by cost, size,
    names"."""
    given_up = [tuple(sorted(costs.keys() - kept)) for kept in maximal]
    priced = [(sum(costs[name] for name in names), names) for names in given_up]
    return tuple(sorted(priced, key=lambda repair: (repair[0], len(repair[1]), repair[1])))


def takes_part(worlds: Worlds, conflict: Guards) -> tuple[Key, ...]:
    """ "An instance takes part in conflict C if it is in a minimal set of instances that, tested alone, leaves C in conflict; none
    takes part where times alone clash". A set of instances leaves C in conflict exactly if it hits what each world with
    all of C on breaks."""
    broken = {
        world.broken for setting in settings(worlds.guards) if setting.issuperset(conflict) for world in worlds.of(setting)
    }
    return tuple(sorted({key for hitting in minimal_hitting_sets(broken) for key in hitting}))


def minimal_hitting_sets(sets: Iterable[frozenset[T]]) -> list[frozenset[T]]:
    """Minimal sets that share a member with each of the sets (Berge's way, one set after the other)."""
    found: list[frozenset[T]] = [frozenset()]
    for one in sorted(sets, key=lambda members: (len(members), sorted(map(repr, members)))):
        longer = {hitting if hitting & one else hitting | {member} for hitting in found for member in one}
        found = [hitting for hitting in longer if not any(other < hitting for other in longer)]
    return found


def open_verdict(worlds: Worlds, key: Key, repairs: list[Guards]) -> Verdict:
    """Of an instance in no conflict: "look at the repaired dossiers in which it stands. Tension: it stands somewhere, and in each
    of these some world breaks it. Conditional: in some of these only. None."

    The repairs come cheapest first, so the first in which it can be broken is the cheapest."""
    standing = [repair for repair in repairs if stands(repaired(worlds, repair), key)]
    breaking = [repair for repair in standing if can_break(repaired(worlds, repair), key)]
    if not breaking:
        return NONE
    verdict = "tension" if len(breaking) == len(standing) else "conditional"
    premises = hidden_premises(worlds.space, key, repaired(worlds, breaking[0]))
    return Verdict(verdict, breaking[0], premises)


def without_world(worlds: Worlds, repairs: list[Guards]) -> tuple[Reading, ...]:
    """ "Readings that no world has": no world of a repaired dossier, though in one of these dossiers their choice is open, as a
    world with another reading of it shows."""
    every = [(names, world.readings) for names in repairs for world in repaired(worlds, names)]
    had = {reading for _, readings in every for reading in readings}
    fixed = worlds.program.preferred
    left_open = {choice for names, readings in every for choice, _ in readings if choice not in fixed or fixed[choice] in names}
    possible = ((choice, nth) for choice in sorted(left_open) for nth in range(len(worlds.program.choices[choice])))
    return tuple(reading for reading in possible if reading not in had)


def repaired(worlds: Worlds, repair: Guards) -> tuple[World, ...]:
    """The worlds of "the repaired dossier: G less one repair, exactly; G itself if consistent". They need not be clean."""
    return worlds.of(frozenset(worlds.guards) - frozenset(repair))


def stands(found: Iterable[World], key: Key) -> bool:
    """ "It stands: some world meets its `given` and nothing lifts or meets it there"."""
    return any(key in world.standing for world in found)


def can_break(found: Iterable[World], key: Key) -> bool:
    return any(key in world.broken for world in found)
