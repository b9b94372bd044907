"""Other versions of a part: with some of its bounds only, with bounds that can be switched off, or wider ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from reasoner.explanation.components import pure_conditions
from reasoner.explanation.ir import Step
from reasoner.ground.ir import Bound, GroundRule, Part
from reasoner.solver.ir import Limit


def steps(part: Part) -> tuple[Step, ...]:
    """Every bound of a part, a reified one as two: itself while its atom is true, its complement while that is false."""
    return tuple(step for bound in part.bounds for step in _sides(bound))


def _sides(bound: Bound) -> tuple[Step, ...]:
    straight = Step(Limit(bound.left, bound.right, bound.limit), bound.atom, bound.tag, told=bound.told)
    if not bound.reified or bound.atom == 0:
        return (straight,)
    return straight, Step(Limit(bound.right, bound.left, -bound.limit - 1), -bound.atom, bound.tag, told=bound.told)


def widened(part: Part, tag: str, ticks: int) -> Part:
    """The part with every bound of a tag wider by so much."""
    return replace(part, bounds=tuple(replace(one, limit=one.limit + ticks) if one.tag == tag else one for one in part.bounds))


def sliced(part: Part, atoms: Iterable[int]) -> Part:
    """The part without bounds, and with no other rules than those that these atoms or its constraints follow from."""
    return _with_rules_for(replace(part, bounds=()), _behind(part, atoms))


def asked_about(part: Part, atoms: Iterable[int]) -> Part:
    """The part without the rules and the tests of times that nothing leads from to these atoms, its constraints or other bounds.

    With the atoms of all circles through negation among them, it has a world exactly if the part has one.
    """
    pure = pure_conditions(part)
    found = _behind(part, (*atoms, *(bound.atom for bound in part.bounds if bound.atom not in pure)))
    return _with_rules_for(replace(part, bounds=tuple(one for one in part.bounds if not one.atom or one.atom in found)), found)


def _behind(part: Part, atoms: Iterable[int]) -> set[int]:
    """These atoms, those of the constraints, and all that they follow from."""
    rules = [(rule.head, rule.body) for rule in part.rules]
    rules += [(rule.head, tuple(literal for literal, _ in rule.body)) for rule in part.weights]
    behind: defaultdict[int, list[int]] = defaultdict(list)
    for head, body in rules:
        for atom in head:
            behind[atom] += [*map(abs, body), *head]
    found = {*atoms, *(abs(literal) for head, body in rules if not head for literal in body)}
    waiting = list(found)
    while waiting:
        new = [atom for atom in behind[waiting.pop()] if atom not in found]
        found.update(new)
        waiting += new
    return found


def _with_rules_for(part: Part, found: Collection[int]) -> Part:
    kept = tuple(rule for rule in part.rules if not rule.head or any(atom in found for atom in rule.head))
    weights = tuple(rule for rule in part.weights if not rule.head or any(atom in found for atom in rule.head))
    free = tuple(atom for atom in part.free if atom in found)
    instances = tuple(one for one in part.instances if one.broken in found)
    return replace(part, atoms=(), rules=kept, weights=weights, free=free, instances=instances)


@dataclass(frozen=True, slots=True)
class Switched:
    """A part, and for each of some things in it the atom that switches it on; these atoms are free."""

    part: Part
    switches: tuple[int, ...]


def with_steps(part: Part, chosen: Iterable[Step]) -> Part:
    """The part with these bounds and no others; each holds while its literal is true."""
    return _with_conditions(part, [(step, ()) for step in chosen], ())


def with_switched_steps(part: Part, groups: Sequence[Sequence[Step]], fixed: Iterable[Step] = ()) -> Switched:
    """The part with the bounds of `fixed`, and those of each group while its switch is on."""
    first = _fresh(part)
    switches = tuple(range(first, first + len(groups)))
    conditional = [(step, (switch,)) for group, switch in zip(groups, switches, strict=True) for step in group]
    return Switched(_with_conditions(part, [*((step, ()) for step in fixed), *conditional], switches), switches)


def with_switched_constraints(part: Part, bodies: Sequence[Sequence[int]]) -> Switched:
    """The part without bounds, where no body is true while its switch is on."""
    first = _fresh(part)
    switches = tuple(range(first, first + len(bodies)))
    constraints = tuple(GroundRule((), (*body, switch)) for body, switch in zip(bodies, switches, strict=True))
    return Switched(replace(part, bounds=(), rules=(*part.rules, *constraints), free=(*part.free, *switches)), switches)


def _with_conditions(part: Part, conditional: Sequence[tuple[Step, tuple[int, ...]]], switches: tuple[int, ...]) -> Part:
    """Bounds under a literal and more literals: an atom of their own is true when all these are."""
    first = _fresh(part) + len(switches)
    rules: list[GroundRule] = []
    bounds: list[Bound] = []
    for number, (step, more) in enumerate(conditional, start=first):
        body = (*((step.atom,) if step.atom else ()), *more)
        rules.append(GroundRule((number,), body))
        bounds.append(Bound(number, step.limit.left, step.limit.right, step.limit.ticks, tag=step.tag, told=step.told))
    return replace(part, rules=(*part.rules, *rules), bounds=tuple(bounds), free=(*part.free, *switches))


def _fresh(part: Part) -> int:
    """The first of the numbers that no atom has."""
    mentioned = [
        0,
        *part.free,
        *(guard.atom for guard in part.guards),
        *(abs(a) for rule in part.rules for a in (*rule.head, *rule.body)),
        *(abs(a) for rule in part.weights for a in (*rule.head, *(literal for literal, _ in rule.body))),
        *(bound.atom for bound in part.bounds),
        *(atom for instance in part.instances for atom in (instance.broken, instance.stands)),
        *(atom for atom, _ in part.atoms),
    ]
    return max(mentioned) + 1
