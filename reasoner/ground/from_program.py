"""From a program to independent parts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from clingo import Symbol

from reasoner.ground.guards import guard_of
from reasoner.ground.instances import instances_of
from reasoner.ground.ir import ZERO, Bound, Ground, GroundRule, Guard, Instance, Part, WeightRule
from reasoner.ground.observed import Grounding, ground_all
from reasoner.ground.split import Components
from reasoner.program.ir import Program


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Everything that parts are made of, before it is divided."""

    rules: tuple[GroundRule, ...]
    weights: tuple[WeightRule, ...]
    bounds: tuple[Bound, ...]
    free: tuple[int, ...]
    guards: tuple[Guard, ...]
    instances: tuple[Instance, ...]
    names: dict[int, str]


def ground(program: Program) -> Ground:
    """Ground the program and divide it; raises `Rejected` as `ground_all` does."""
    grounding = ground_all(program)
    pieces = _pieces(program, grounding)
    return Ground(_divide(pieces), grounding.told)


def _pieces(program: Program, grounding: Grounding) -> _Pieces:
    kept = {atom for symbol, atom in grounding.atoms.items() if symbol.name in {"broken", "stands"}}
    facts = {rule.head[0] for rule in grounding.rules if len(rule.head) == 1 and not rule.body and not rule.choice} - kept
    bounds: list[Bound] = []
    constants: list[GroundRule] = []
    free: list[int] = []
    chosen: set[int] = set()
    for symbol, atom in sorted(grounding.atoms.items()):
        if symbol.name not in {"le", "diff"}:
            continue
        bound = _bound(symbol, atom)
        if symbol.name == "le":
            chosen.add(atom)
        if bound.left == bound.right:
            constants += _constant(bound)
        else:
            bounds.append(bound)
            free += [atom] if symbol.name == "le" else []
    guards = [
        guard_of(symbol.arguments[0], atom, program) for symbol, atom in sorted(grounding.atoms.items()) if symbol.name == "on"
    ]
    chosen |= {guard.atom for guard in guards}
    counted = {abs(literal) for weight in grounding.weights for literal, _ in weight.body}
    open_rules = (rule for rule in (*grounding.rules, *constants) if not _settled(rule, chosen, facts - counted))
    rules = tuple(plain for rule in open_rules if (plain := _simplified(rule, facts)) is not None)
    names = {atom: str(symbol) for symbol, atom in sorted(grounding.atoms.items()) if atom}
    return _Pieces(
        rules,
        grounding.weights,
        tuple(bounds),
        tuple(free),
        tuple(sorted(guards, key=lambda guard: guard.name)),
        instances_of(program, grounding),
        names,
    )


def _bound(symbol: Symbol, atom: int) -> Bound:
    left, right, limit = symbol.arguments[:3]
    tag = symbol.arguments[3].string if len(symbol.arguments) > 3 else ""
    return Bound(atom, _point(left), _point(right), limit.number, symbol.name == "le", tag)


def _point(symbol: Symbol) -> str:
    text = str(symbol)
    return ZERO if text == "0" else text


def _constant(bound: Bound) -> tuple[GroundRule, ...]:
    """A bound between a point and itself is always so or never."""
    if bound.reified:
        return (GroundRule((bound.atom,), ()),) if bound.limit >= 0 else ()
    if bound.limit >= 0:
        return ()
    return (GroundRule((), (bound.atom,) if bound.atom else ()),)


def _settled(rule: GroundRule, chosen: set[int], facts: set[int]) -> bool:
    """Choices of guards and of tested bounds are kept as free atoms; facts hold everywhere."""
    if rule.choice and all(atom in chosen for atom in rule.head):
        return True
    return len(rule.head) == 1 and not rule.choice and not rule.body and rule.head[0] in facts


def _simplified(rule: GroundRule, facts: set[int]) -> GroundRule | None:
    """The rule without what is certain in its body; None where its body can never be true."""
    if any(-literal in facts for literal in rule.body):
        return None
    return replace(rule, body=tuple(literal for literal in rule.body if literal not in facts))


def _divide(pieces: _Pieces) -> tuple[Part, ...]:
    parts = Components()
    for rule in pieces.rules:
        parts.join([*rule.head, *map(abs, rule.body)])
    for weight in pieces.weights:
        parts.join([*weight.head, *(abs(literal) for literal, _ in weight.body)])
    for bound in pieces.bounds:
        parts.join([*([bound.atom] if bound.atom else []), *(point for point in (bound.left, bound.right) if point != ZERO)])
    for instance in pieces.instances:
        parts.join([instance.broken, *([instance.stands] if instance.stands else [])])
    groups: dict[object, str] = {}
    for guard in pieces.guards:
        groups.setdefault(parts.root(guard.atom), guard.name)
    return _parts(pieces, parts, groups)


def _parts(pieces: _Pieces, parts: Components, groups: dict[object, str]) -> tuple[Part, ...]:
    """One part for each component with a guard, in order of their first guard; what no guard touches is one part."""

    def group(item: object) -> str:
        return groups.get(parts.root(item), "")

    rules, weights, bounds = defaultdict(list), defaultdict(list), defaultdict(list)
    for rule in pieces.rules:
        rules[group((*rule.head, *map(abs, rule.body))[0]) if rule.head or rule.body else ""].append(rule)
    for weight in pieces.weights:
        weights[group((*weight.head, *(abs(literal) for literal, _ in weight.body))[0])].append(weight)
    points: dict[str, set[str]] = defaultdict(set)
    for bound in pieces.bounds:
        told = [point for point in (bound.left, bound.right) if point != ZERO]
        key = group(bound.atom or told[0])
        bounds[key].append(bound)
        points[key].update(told)
    free, guards, instances = defaultdict(list), defaultdict(list), defaultdict(list)
    for atom in pieces.free:
        free[group(atom)].append(atom)
    for guard in pieces.guards:
        guards[group(guard.atom)].append(guard)
    for instance in pieces.instances:
        instances[group(instance.broken or instance.stands)].append(instance)
    keys = sorted({*rules, *weights, *bounds, *guards, *instances})
    made: list[Part] = []
    for key in keys:
        atoms = sorted({atom for rule in rules[key] for atom in (*rule.head, *map(abs, rule.body))} | set(free[key]))
        named = tuple((atom, pieces.names[atom]) for atom in atoms if atom in pieces.names)
        made.append(
            Part(
                f"part-{len(made) + 1}",
                named,
                tuple(rules[key]),
                tuple(weights[key]),
                tuple(bounds[key]),
                tuple(free[key]),
                tuple(guards[key]),
                tuple(instances[key]),
                tuple(sorted(points[key])),
            )
        )
    return tuple(made)
