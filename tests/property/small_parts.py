"""Random small parts, and what follows from them by going through everything.

Written from the meaning of `reasoner/ground/ir.py` and DESIGN section 3; shares no code with the engine. Times are
tried one by one on a horizon wide enough that an extreme at its edge stands for "no extreme".
"""

from dataclasses import dataclass, replace
from itertools import combinations, product
from random import Random

from reasoner.ground.ir import ZERO, Bound, GroundRule, Guard, GuardKind, Instance, Part, WeightRule

Atoms = frozenset[int]


def random_part(random: Random) -> Part:
    """A part of a few guards, derived atoms, instances and times. Every construct of a part comes up."""
    n_guards, n_free, n_derived = random.randint(1, 5), random.randint(0, 3), random.randint(0, 3)
    guards = tuple(range(1, n_guards + 1))
    free = tuple(range(n_guards + 1, n_guards + n_free + 1))
    derived = tuple(range(n_guards + n_free + 1, n_guards + n_free + n_derived + 1))
    points = tuple("abc"[: random.choice((0, 1, 2, 2, 3))])
    rules = [random_rule(random, guards, free, derived) for _ in range(random.randint(n_derived, n_derived + 2)) if derived]
    instances, tests = random_instances(random, guards, free, derived)
    atoms = (*guards, *free, *derived, *sorted({a for rule in tests for a in rule.head}))
    return Part(
        id="p",
        atoms=tuple((atom, f"atom {atom}") for atom in atoms),
        rules=(*rules, *tests),
        weights=tuple(random_weight(random, guards, derived) for _ in range(random.choice((0, 0, 0, 1))) if derived),
        bounds=random_bounds(random, guards, free, derived, points) if points else (),
        free=free,
        guards=tuple(
            Guard(g, random.choice(tuple(GuardKind)), f"accept(s{g})", f"s{g}", random.choice((0, 0, 1, 1, 2, 5)))
            for g in guards
        ),
        instances=instances,
        points=points,
    )


def random_instances(
    random: Random, guards: tuple[int, ...], free: tuple[int, ...], derived: tuple[int, ...]
) -> tuple[tuple[Instance, ...], list[GroundRule]]:
    """Instances and the rules that break them: mostly `stands :- ..` and `broken :- stands, ..`, some any old atoms."""
    instances, rules = [], []
    fresh = len(guards) + len(free) + len(derived) + 1
    for number in range(random.randint(1, 3)):
        own = random.choice(((), ("b",), ("b", "a")))
        if derived and random.random() < 0.2:
            broken, stands = random.choice((*derived, 0)), random.choice((*derived, 0))
        else:
            stands, broken, fresh = fresh, fresh + 1, fresh + 2
            rules.append(GroundRule((stands,), random_body(random, (*guards, *derived), 1)))
            rules.append(
                GroundRule(
                    (broken,), (stands, *random_body(random, (*guards, *free, *free, *free, *derived), random.randint(1, 2)))
                )
            )
        instances.append(Instance(f"i{number}", "r", (), broken, stands, own))
    return tuple(instances), rules


def random_body(random: Random, atoms: tuple[int, ...], size: int) -> tuple[int, ...]:
    chosen = random.sample(atoms, min(size, len(atoms)))
    return tuple(atom if random.random() < 0.7 else -atom for atom in chosen)


def random_rule(random: Random, guards: tuple[int, ...], free: tuple[int, ...], derived: tuple[int, ...]) -> GroundRule:
    body = random_body(random, (*guards, *guards, *free, *derived), random.randint(1, 3))
    kind = random.random()
    if kind < 0.08:
        return GroundRule((), body)
    if kind < 0.16:
        return GroundRule((random.choice(derived),), body, choice=True)
    return GroundRule((random.choice(derived),), body)


def random_weight(random: Random, guards: tuple[int, ...], derived: tuple[int, ...]) -> WeightRule:
    body = random_body(random, (*guards, *derived), 3)
    return WeightRule(
        (random.choice(derived),), random.randint(1, 3), tuple((literal, random.randint(1, 2)) for literal in body)
    )


def random_bounds(
    random: Random, guards: tuple[int, ...], free: tuple[int, ...], derived: tuple[int, ...], points: tuple[str, ...]
) -> tuple[Bound, ...]:
    """Mostly bounds of guards, and free atoms that are conditions on times."""
    conditions = [random_bound(random, free[number : number + 1], points, 0.9) for number in range(len(free))]
    tame = random.random() < 0.6
    others = (*guards, *guards, 0) if tame else (0, *guards, *free, *derived)
    stated = [random_bound(random, others, points, 0.3) for _ in range(random.randint(0, 4))]
    windows = [bound for point in points if random.random() < 0.4 for bound in random_window(random, point, (*guards, 0, 0))]
    return tuple(replace(b, reified=b.reified and b.atom not in guards) for b in (*conditions, *stated, *windows))


def random_window(random: Random, point: str, atoms: tuple[int, ...]) -> tuple[Bound, Bound]:
    atom, earliest = random.choice(atoms), random.randint(-2, 2)
    return Bound(atom, ZERO, point, -earliest, tag="t1"), Bound(
        atom, point, ZERO, min(2, earliest + random.randint(0, 3)), tag="t1"
    )


def random_bound(random: Random, atoms: tuple[int, ...], points: tuple[str, ...], reified: float) -> Bound:
    left, right = random.sample((ZERO, *points), 2)
    atom = random.choice(atoms)
    return Bound(
        atom, left, right, random.randint(-2, 2), bool(atom) and random.random() < reified, random.choice(("", "t1", "t2"))
    )


# ---------------------------------------------------------------- worlds


@dataclass(frozen=True)
class Everything:
    """All worlds of a part: for each stable model, the times that go with it (as tuples in the order of the points)."""

    part: Part
    horizon: int
    worlds: tuple[tuple[Atoms, tuple[tuple[int, ...], ...]], ...]


def everything(part: Part) -> Everything:
    horizon = 2 + 3 * len(part.points)
    times_of: dict[tuple[bool, ...], list[tuple[int, ...]]] = {}
    for times in product(range(-horizon, horizon + 1), repeat=len(part.points)):
        at = dict(zip(part.points, times, strict=True)) | {ZERO: 0}
        met = tuple(at[b.left] - at[b.right] <= b.limit for b in part.bounds)
        times_of.setdefault(met, []).append(times)
    worlds = []
    for model in stable_models(part):
        times = tuple(time for met, all_times in times_of.items() if obeys(part, model, met) for time in all_times)
        if times:
            worlds.append((model, times))
    return Everything(part, horizon, tuple(worlds))


def obeys(part: Part, model: Atoms, met: tuple[bool, ...]) -> bool:
    return all(ok if b.atom == 0 or b.atom in model else not (b.reified and ok) for b, ok in zip(part.bounds, met, strict=True))


def stable_models(part: Part) -> list[Atoms]:
    """Gelfond and Lifschitz: guess what is open or under a negation; the least model of the reduct has to agree."""
    open_atoms = {*part.free, *(g.atom for g in part.guards), *(a for rule in part.rules if rule.choice for a in rule.head)}
    bodies = [*(rule.body for rule in part.rules), *(tuple(b for b, _ in rule.body) for rule in part.weights)]
    guessed = sorted(open_atoms | {-b for body in bodies for b in body if b < 0})
    models = []
    for row in product((False, True), repeat=len(guessed)):
        guess = frozenset(a for a, true in zip(guessed, row, strict=True) if true)
        model = least_model(part, guess)
        if model & frozenset(guessed) == guess and not forbidden(part, model):
            models.append(model)
    return models


def forbidden(part: Part, model: Atoms) -> bool:
    return any(not rule.head and all(true(model, b) for b in rule.body) for rule in part.rules)


def least_model(part: Part, guess: Atoms) -> Atoms:
    """Of the reduct by the guess; choices as guessed."""
    least = {a for a in (*part.free, *(g.atom for g in part.guards)) if a in guess}
    changed = True
    while changed:
        changed = False
        for rule in part.rules:
            if all((b in least) if b > 0 else -b not in guess for b in rule.body):
                new = {a for a in rule.head if not rule.choice or a in guess} - least
                changed |= bool(new)
                least |= new
        for rule in part.weights:
            total = sum(w for b, w in rule.body if ((b in least) if b > 0 else -b not in guess))
            if total >= rule.lower and not set(rule.head) <= least:
                changed = True
                least |= set(rule.head)
    return frozenset(least)


def true(model: Atoms, literal: int) -> bool:
    return literal in model if literal > 0 else -literal not in model


# ---------------------------------------------------------------- what follows

Names = tuple[str, ...]


def subsets(items):
    return [frozenset(some) for size in range(len(items) + 1) for some in combinations(items, size)]


def minimal(sets):
    return [one for one in sets if not any(other < one for other in sets)]


def clean(part: Part, model: Atoms, instances=None) -> bool:
    return not any(i.broken in model for i in (part.instances if instances is None else instances))


def on(part: Part, model: Atoms) -> Atoms:
    return model & frozenset(g.atom for g in part.guards)


def conflict_sets(of: Everything, instances=None) -> list[Atoms]:
    """Minimal sets of guards without a clean world, however the others are set."""
    part = of.part
    settings = [on(part, model) for model, _ in of.worlds if clean(part, model, instances)]
    return minimal([s for s in subsets([g.atom for g in part.guards]) if not any(s <= setting for setting in settings)])


def repair_sets(of: Everything) -> list[Atoms]:
    """All guards less a maximal consistent set."""
    part = of.part
    settings = [on(part, model) for model, _ in of.worlds if clean(part, model)]
    everything_on = frozenset(g.atom for g in part.guards)
    return [everything_on - s for s in set(settings) if not any(s < other for other in settings)]


def names(part: Part, atoms: Atoms) -> Names:
    return tuple(sorted(g.name for g in part.guards if g.atom in atoms))


def conflicts(of: Everything) -> list[Names]:
    return sorted((names(of.part, s) for s in conflict_sets(of)), key=lambda s: (len(s), s))


def repairs(of: Everything) -> list[tuple[int, Names]]:
    """Cost and names; none if nothing needs to be given up."""
    costs = {g.atom: g.cost for g in of.part.guards}
    found = [(sum(costs[a] for a in s), names(of.part, s)) for s in repair_sets(of) if s]
    return sorted(found, key=lambda one: (one[0], len(one[1]), one[1]))


def taking_part(of: Everything, conflict: Names) -> Names:
    """In a minimal set of instances that, tested alone, leaves the guards in conflict."""
    part = of.part
    members = frozenset(g.atom for g in part.guards if g.name in conflict)
    models = [model for model, _ in of.worlds if members <= model]
    ids = [i.id for i in part.instances if i.broken]
    by_id = {i.id: i for i in part.instances}
    enough = [s for s in subsets(ids) if not any(clean(part, m, [by_id[i] for i in s]) for m in models)]
    return tuple(sorted(frozenset().union(*minimal(enough)))) if enough else ()


def dossiers(of: Everything) -> list[tuple[tuple[int, Names] | None, list]]:
    """Each repaired dossier with its worlds, cheapest first."""
    part = of.part
    everything_on = frozenset(g.atom for g in part.guards)
    result = []
    for repair in repairs(of) or [None]:
        off = frozenset(g.atom for g in part.guards if repair and g.name in repair[1])
        result.append((repair, [w for w in of.worlds if on(part, w[0]) == everything_on - off]))
    return result


def verdict(of: Everything, instance: Instance) -> tuple[str, tuple[int, Names] | None, Names]:
    """The verdict of an instance that is not certain, its cheapest repair, and what is broken with it."""
    part = of.part
    broken_in = []
    resisted = False
    for repair, worlds in dossiers(of):
        breaking = [model for model, _ in worlds if instance.broken in model]
        if breaking:
            broken_in.append((repair, breaking))
        elif any(instance.stands in model for model, _ in worlds):
            resisted = True
    if not broken_in:
        return "none", None, ()
    repair, breaking = broken_in[0]
    others = [i for i in part.instances if i.id != instance.id and i.broken]
    along = tuple(i.id for i in others if all(i.broken in model for model in breaking))
    return ("conditional" if resisted else "tension"), repair, along
