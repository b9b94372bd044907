"""What is so in every clean world in which some guards are on: as far as rules and bounds tell it, never more, perhaps less.

No solver is asked: an atom is true where a rule makes it so, and false where every rule that could make it so has a false
condition; of a choice, and of what times decide, also where bounds or what may not be broken leave nothing else. What rests
on several open choices at once stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reasoner.explanation.ir import Conflict, Explanation
from reasoner.explanation.networks import Network, negative_cycle, network
from reasoner.ground.ir import ZERO, Bound, Guard, Part
from reasoner.solver.ir import Limit

_DEEPEST = 100
_MOST_ROUNDS = 8
_Body = tuple[int, ...]


class Forced:
    """The rules, bounds and guards of all parts, looked up when they are first asked for."""

    def __init__(self, parts: Sequence[Part], explanations: Sequence[Explanation]) -> None:
        self._parts = parts
        self._explanations = explanations

    @cached_property
    def making(self) -> dict[int, list[_Body]]:
        """The bodies of the rules that make an atom true."""
        found: defaultdict[int, list[_Body]] = defaultdict(list)
        for rule in (rule for part in self._parts for rule in part.rules):
            if len(rule.head) == 1 and not rule.choice:
                found[rule.head[0]].append(rule.body)
        return dict(found)

    @cached_property
    def forbidden(self) -> dict[int, list[_Body]]:
        """For each literal what may not all be true with it."""
        return _by_literal(rule.body for part in self._parts for rule in part.rules if not rule.head)

    @cached_property
    def breaking(self) -> dict[int, list[_Body]]:
        """For each literal with what it would break an instance."""
        broken = {instance.broken for part in self._parts for instance in part.instances}
        return _by_literal(body for atom in sorted(broken) for body in self.making.get(atom, ()))

    @cached_property
    def open(self) -> frozenset[int]:
        """The atoms that more than such rules can make true: guards, choices, what times decide, counts."""
        found = {guard.atom for part in self._parts for guard in part.guards}
        found.update(atom for part in self._parts for atom in part.free)
        for part in self._parts:
            found.update(atom for rule in part.rules if rule.choice or len(rule.head) > 1 for atom in rule.head)
            found.update(atom for weighted in part.weights for atom in weighted.head)
        return frozenset(found)

    @cached_property
    def guards(self) -> dict[int, Guard]:
        return {guard.atom: guard for part in self._parts for guard in part.guards}

    @cached_property
    def atoms(self) -> dict[str, int]:
        """The atoms that have a name, by it."""
        return {name: atom for part in self._parts for atom, name in part.atoms}

    @cached_property
    def bounds(self) -> dict[str, list[Bound]]:
        """The bounds of a point."""
        found: defaultdict[str, list[Bound]] = defaultdict(list)
        for bound in (bound for part in self._parts for bound in part.bounds):
            for point in {bound.left, bound.right} - {ZERO}:
                found[point].append(bound)
        return dict(found)

    @cached_property
    def unaffected(self) -> frozenset[int]:
        """The guards that are in no conflict, and so are on in every repaired dossier; none where not all conflicts are known."""
        if not self.complete:
            return frozenset()
        members = {guard.atom for conflict in self._conflicts for guard in conflict.members}
        return frozenset(self.guards) - members

    def guards_of(self, atom: int) -> frozenset[int]:
        """The guards under which a rule makes an atom true."""
        return frozenset(literal for body in self.making.get(atom, ()) for literal in body if literal in self.guards)

    @property
    def complete(self) -> bool:
        """Whether all conflicts are known."""
        return all(one.complete for one in self._explanations)

    def clash(self, guards: frozenset[int], new: frozenset[int]) -> Conflict | None:
        """The first conflict among these guards and `new` ones that has one of the new."""
        every = guards | new
        found = (one for atom in sorted(new) for one in self._conflicts_with.get(atom, ()))
        return next((one for one in found if all(guard.atom in every for guard in one.members)), None)

    @property
    def _conflicts(self) -> Iterator[Conflict]:
        return (conflict for one in self._explanations for conflict in one.conflicts)

    @cached_property
    def _conflicts_with(self) -> dict[int, list[Conflict]]:
        found: defaultdict[int, list[Conflict]] = defaultdict(list)
        for conflict in self._conflicts:
            for guard in conflict.members:
                found[guard.atom].append(conflict)
        return dict(found)


def _by_literal(bodies: Iterable[_Body]) -> dict[int, list[_Body]]:
    """For each literal of these bodies what else is in them."""
    found: defaultdict[int, list[_Body]] = defaultdict(list)
    for body in bodies:
        for literal in body:
            found[literal].append(tuple(other for other in body if other != literal))
    return dict(found)


@dataclass(frozen=True, slots=True)
class Setting:
    """The literals `on` are true, the other guards may be on or off; where it is `clean` nothing is broken."""

    forced: Forced
    on: frozenset[int]
    clean: bool
    _known: dict[int, bool | None] = field(default_factory=dict)

    def network(self, points: Iterable[str]) -> Network | None:
        """The bounds in force on these points and on all that these join; None where they cannot all be met."""
        asked = tuple(points)
        setting = self
        for _ in range(_MOST_ROUNDS):
            bounds = setting._bounds(asked)
            limits = [limit for _, limit in bounds if limit is not None]
            if negative_cycle(limits) is not None:
                return None
            found = network(limits)
            decided = [literal for bound, limit in bounds if limit is None and (literal := _decided(bound, found))]
            if not decided:
                break
            setting = replace(setting, on=setting.on.union(decided), _known={})
        return found

    def _bounds(self, points: tuple[str, ...]) -> list[tuple[Bound, Limit | None]]:
        """Each bound on these points, and on all that those in force join them with; without a limit where it is open."""
        waiting = list(points)
        seen = set(waiting)
        found: dict[Bound, Limit | None] = {}
        while waiting:
            for bound in self.forced.bounds.get(waiting.pop(), ()):
                if bound not in found and (bound.reified or self.value(bound.atom)):
                    found[bound] = limit = _limit(bound, value=self.value(bound.atom))
                    new = {bound.left, bound.right} - {ZERO} - seen if limit else ()
                    seen.update(new)
                    waiting += sorted(new)
        return list(found.items())

    def value(self, literal: int) -> bool | None:
        """Whether a literal (0: what always is) is true in each of these worlds, or false in each; None if neither is known."""
        return True if literal == 0 else self._literal(literal, 0)

    def _literal(self, literal: int, depth: int) -> bool | None:
        found = self._atom(abs(literal), depth)
        return found if literal > 0 or found is None else not found

    def _atom(self, atom: int, depth: int) -> bool | None:
        if atom in self.on or -atom in self.on:
            return atom in self.on
        if atom not in self._known:
            if depth > _DEEPEST:
                return None
            self._known[atom] = None  # what rests on itself is not known by that
            self._known[atom] = self._derived(atom, depth + 1)
        return self._known[atom]

    def _derived(self, atom: int, depth: int) -> bool | None:
        made = [self._all(body, depth) for body in self.forced.making.get(atom, ())]
        if True in made:
            return True
        if atom not in self.forced.open:
            return None if None in made else False
        if self._barred(-atom, depth):
            return True
        return False if self._barred(atom, depth) else None

    def _barred(self, literal: int, depth: int) -> bool:
        """Whether all else is true for certain that may not be true with this."""
        bodies = (*self.forced.forbidden.get(literal, ()), *(self.forced.breaking.get(literal, ()) if self.clean else ()))
        return any(self._all(body, depth) for body in bodies)

    def _all(self, body: _Body, depth: int) -> bool | None:
        values = [self._literal(literal, depth) for literal in body]
        if False in values:
            return False
        return None if None in values else True


def _limit(bound: Bound, *, value: bool | None) -> Limit | None:
    """What a bound that is true, or if it is tested one that is false, comes to."""
    if value:
        return Limit(bound.left, bound.right, bound.limit)
    return Limit(bound.right, bound.left, -bound.limit - 1) if bound.reified and value is False else None


def _decided(bound: Bound, known: Network) -> int:
    """The literal of a tested bound that the others leave; 0 where they leave it open."""
    most, back = known.most(bound.left, bound.right), known.most(bound.right, bound.left)
    if most is not None and most <= bound.limit:
        return bound.atom
    return -bound.atom if back is not None and back < -bound.limit else 0
