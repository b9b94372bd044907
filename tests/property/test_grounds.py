"""Premises, shortfalls, chains and derivations of random small parts, held against going through everything."""

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import permutations
from random import Random

import pytest
from property.small_parts import clean, conflicts, dossiers, everything, random_part, stable_models, true
from property.whole import whole

from reasoner.explanation.ir import Footing
from reasoner.ground.ir import ZERO, GuardKind
from reasoner.solver.ir import Limit

SEEDS = range(30)
EACH = 20


@cache
def parts(seed):
    random = Random(seed)
    made = [random_part(random) for _ in range(EACH)]
    return [(part, everything(part), whole(part, grounds=True)) for part in made]


# ---------------------------------------------------------------- bounds


def closure(limits):
    """Floyd and Warshall: the most that the first can be after the second; None if not all can be met."""
    points = sorted({end for left, right, _ in limits for end in (left, right)})
    far = {(a, b): 0 if a == b else 10**9 for a in points for b in points}
    for left, right, ticks in limits:
        far[left, right] = min(far[left, right], ticks)
    for via in points:
        for a in points:
            for b in points:
                far[a, b] = min(far[a, b], far[a, via] + far[via, b])
    return far if all(far[p, p] >= 0 for p in points) else None


def in_force(part, model, tag="", ticks=0):
    """The bounds that a model puts in force, those with the tag wider by so much."""
    found = []
    for b in part.bounds:
        limit = b.limit + (ticks if tag and b.tag == tag else 0)
        if b.atom == 0 or b.atom in model:
            found.append((b.left, b.right, limit))
        elif b.reified:
            found.append((b.right, b.left, -limit - 1))
    return found


def least(part, models, x, y):
    """The least x - y in any world of these models; -10**9 or less if there is none."""
    return -max(closure([*in_force(part, m), (x, x, 0), (y, y, 0)])[y, x] for m in models)


# ---------------------------------------------------------------- premises


def premises(of, instance, repair):
    """The definition of DESIGN 3, over all models of the dossier that have times."""
    part = of.part
    models = [model for model, _ in next(worlds for cheapest, worlds in dossiers(of) if cheapest == repair)]
    breaking = [m for m in models if instance.broken in m]
    others = [m for m in models if instance.broken not in m]
    own = [p for p in dict.fromkeys(instance.points) if p in part.points]
    points = [*own, *(p for p in part.points if p not in own)]

    def within(one, other):
        outside = (other.right, other.left, -other.ticks - 1)
        inside = (one.left, one.right, one.ticks)
        return all(closure([*in_force(part, m), inside, outside]) is None for m in models)

    for pairs in ([pair for p in points for pair in ((p, ZERO), (ZERO, p))], list(permutations(points, 2))):
        found = [Limit(x, y, c - 1) for x, y in pairs if (c := least(part, others, x, y)) > -(10**8)]
        found = [
            f for f in found if any(closure([*in_force(part, m), (f.left, f.right, f.ticks)]) is not None for m in breaking)
        ]
        kept = []
        for number, one in enumerate(found):
            wider = any(within(one, other) and not within(other, one) for other in found)
            earlier = any(within(one, other) and within(other, one) for other in found[:number])
            if not wider and not earlier:
                kept.append(one)
        if kept:
            return tuple(kept)
    return ()


@pytest.mark.parametrize("seed", SEEDS)
def test_premises_equal_brute_force(seed):
    for part, of, found in parts(seed):
        for judgement in found.judgements:
            if judgement.verdict.value in ("tension", "conditional"):
                repair = found.repair_of(judgement)
                assert judgement.premises == premises(of, judgement.instance, repair), (part, judgement)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_premise_rests_on_is_in_conflict_with_it(seed):
    for part, of, found in parts(seed):
        for judgement in found.judgements:
            for premise, guards in zip(judgement.premises, judgement.rests_on, strict=bool(judgement.premises)):
                adopted = replace(of, worlds=tuple((m, times) for m, t in of.worlds if (times := kept(part, t, premise))))
                assert tuple(g.name for g in guards) in conflicts(adopted), (part, judgement)


def kept(part, all_times, limit):
    def value(times, point):
        return 0 if point == ZERO else times[part.points.index(point)]

    return tuple(t for t in all_times if value(t, limit.left) - value(t, limit.right) <= limit.ticks)


# ---------------------------------------------------------------- shortfalls


def shortfalls(part, models, conflict):
    """For each tag the least that will do, and if that takes something supposed, also the least that does without."""
    members = frozenset(g.atom for g in conflict.members)
    silent = frozenset(g.atom for g in part.guards if g.kind is GuardKind.ABSENT)
    models = [m for m in models if members <= m]

    def enough(tag, k, among):
        return any(closure(in_force(part, m, tag, k)) is not None for m in among)

    def least(tag, among, first=1):
        return next((k for k in range(first, 26) if enough(tag, k, among)), None)

    found = []
    for tag in sorted({b.tag for b in part.bounds if b.tag}):
        if k := least(tag, [m for m in models if clean(part, m)]):
            own = [m for m in models if clean(part, m, conflict.instances)]
            plain = [m for m in own if silent <= m]
            found.append((tag, k, not enough(tag, k, plain)))
            if found[-1][2] and (more := least(tag, plain, k + 1)):
                found.append((tag, more, False))
    return found


def check_shortfall(part, models, conflict, told):
    """What is supposed is as cheap as can be, and others remain unless all else can be on."""
    silent = {g.atom: g.cost for g in part.guards if g.kind is GuardKind.ABSENT}
    every = frozenset(g.atom for g in part.guards)
    off = frozenset(g.atom for g in told.supposing)
    met = [m for m in models if closure(in_force(part, m, told.tag, told.short_by)) is not None]
    own = [m for m in met if {g.atom for g in conflict.members} <= m and clean(part, m, conflict.instances)]
    ways = [frozenset(silent) - m for m in own]
    assert off in ways
    assert not any(way < off or sum(silent[a] for a in way) < sum(silent[a] for a in off) for way in ways)
    assert told.others_remain == (not any(m & every == every - off and clean(part, m) for m in met))


@pytest.mark.parametrize("seed", SEEDS)
def test_shortfalls_equal_brute_force(seed):
    for part, _, found in parts(seed):
        models = stable_models(part)
        for conflict in found.conflicts:
            told = [(s.tag, s.short_by, bool(s.supposing)) for s in conflict.shortfalls]
            assert told == shortfalls(part, models, conflict), (part, conflict)
            for shortfall in conflict.shortfalls:
                assert any(b.tag == shortfall.tag and Limit(b.left, b.right, b.limit) == shortfall.limit for b in part.bounds)
                check_shortfall(part, models, conflict, shortfall)


# ---------------------------------------------------------------- proofs


def told_apart(part, model):
    """Whether bounds of one tag between the same two points go together: a proof may take for granted that they do."""
    pairs = defaultdict(list)
    for b in part.bounds:
        if b.reified and b.tag:
            holds = b.atom in model
            pairs[b.tag, *sorted((b.left, b.right))].append(
                (b.left, b.right, b.limit) if holds else (b.right, b.left, -b.limit - 1)
            )
    return all(closure(limits) is not None for limits in pairs.values())


def datable(part, model):
    """Whether the dates of each time go together: a proof may take the lengths that follow from them for granted."""
    dates = [limit for limit in in_force(part, model) if ZERO in limit[:2]]
    return closure(dates) is not None


def members_on(part, models, guards):
    atoms = {g.atom for g in guards}
    return [m for m in models if atoms <= m and told_apart(part, m)]


@pytest.mark.parametrize("seed", SEEDS)
def test_chains_cannot_be_and_leave_no_way_out(seed):
    for part, _, found in parts(seed):
        models = stable_models(part)
        for conflict in found.conflicts:
            on = [m for m in members_on(part, models, conflict.members) if clean(part, m, conflict.instances)]
            check_chains(part, conflict.chains, [m for m in on if datable(part, m)])
            for chain in conflict.chains:
                others = [c for c in conflict.chains if c != chain]
                assert any(closes(chain, m) and not any(closes(c, m) for c in others) for m in on), "in vain"
        for judgement in found.judgements:
            if judgement.premises:
                on = [m for m in members_on(part, models, judgement.rests_on[0]) if clean(part, m) and datable(part, m)]
                check_chains(part, judgement.chains, on, judgement.premises[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_each_bound_stands_on_what_is_told_of_it(seed):
    for part, _, found in parts(seed):
        models = stable_models(part)
        for conflict in found.conflicts:
            on = [m for m in members_on(part, models, conflict.members) if datable(part, m)]
            check_footings(conflict.chains, on, [m for m in on if clean(part, m, conflict.instances)])
        for judgement in found.judgements:
            if judgement.premises:
                on = [m for m in members_on(part, models, judgement.rests_on[0]) if datable(part, m)]
                check_footings(judgement.chains, on, [m for m in on if clean(part, m)])


def check_footings(chains, models, kept):
    """`kept` are those of the models in which no rule is broken."""
    told = [c for c in chains if all(s.footing is Footing.OPEN for s in c if s.atom)]
    for chain in chains:
        left = [m for m in models if not any(closes(c, m) for c in told)]
        refuted = {s.atom for s in chain if s.footing is Footing.REFUTED}
        assert len(refuted) <= 1
        where = {
            Footing.SAID: models,
            Footing.SHOWN: left,
            Footing.GIVEN: [m for m in left if all(true(m, atom) for atom in refuted)],
            Footing.ASKED: [m for m in left if m in kept],
        }
        for step in (s for s in chain if s.atom):
            assert all(true(m, step.atom) for m in where.get(step.footing, ())), (chain, step)
        told.append(chain)


def closes(chain, model):
    return all(s.atom == 0 or true(model, s.atom) for s in chain)


def check_chains(part, chains, models, premise=None):
    known = {(Limit(b.left, b.right, b.limit), b.atom, b.tag) for b in part.bounds}
    known |= {(Limit(b.right, b.left, -b.limit - 1), -b.atom, b.tag) for b in part.bounds if b.reified}
    known |= {(premise, 0, "premise")}
    for chain in chains:
        assert all((s.limit, s.atom, s.tag) in known for s in chain)
        assert sum(s.limit.ticks for s in chain) < 0
        assert all(s.limit.left == after.limit.right for s, after in zip(chain, (*chain[1:], chain[0]), strict=True))
    for model in models:
        assert any(closes(chain, model) for chain in chains), part


@pytest.mark.parametrize("seed", SEEDS)
def test_derivations_follow_from_the_rules(seed):
    for part, _, found in parts(seed):
        for conflict in found.conflicts:
            assert len(conflict.derivations) == len(conflict.instances)
            for instance, derivation in zip(conflict.instances, conflict.derivations, strict=True):
                check_derivation(part, derivation, instance.broken)
        for judgement in found.judgements:
            if judgement.derivation:
                check_derivation(part, judgement.derivation, judgement.instance.broken)


def check_derivation(part, derivation, target):
    leaves = {*part.free, *(g.atom for g in part.guards)}
    told = set()
    assert derivation[-1].conclusion == target
    for step in derivation:
        assert all(p in told for p in step.premises if p > 0)
        assert (not step.premises and step.conclusion in leaves) or fits(part, step)
        told.add(step.conclusion)
    assert not any(-p in told for step in derivation for p in step.premises if p < 0)
    used = {target, *(p for step in derivation for p in step.premises)}
    assert told <= used


def fits(part, step):
    if any(step.conclusion in rule.head and step.premises == rule.body for rule in part.rules):
        return True
    return any(
        step.conclusion in rule.head and sum(w for b, w in rule.body if b in step.premises) >= rule.lower
        for rule in part.weights
    )


def test_every_kind_of_finding_comes_up():
    count = Counter()
    for seed in SEEDS:
        for _part, _, found in parts(seed):
            count["complete"] += found.complete
            for conflict in found.conflicts:
                count["shortfall"] += bool(conflict.shortfalls)
                count["supposing"] += any(s.supposing for s in conflict.shortfalls)
                count["others remain"] += any(s.others_remain for s in conflict.shortfalls)
                count["all gone"] += any(not s.others_remain for s in conflict.shortfalls)
                count["chain"] += bool(conflict.chains)
                count["chains"] += len(conflict.chains) > 1
                count["derivation"] += any(conflict.derivations)
                count.update(step.footing for chain in conflict.chains for step in chain)
            for judgement in found.judgements:
                count[judgement.verdict.value] += 1
                count["premise"] += bool(judgement.premises)
                count["on two times"] += any(ZERO not in (p.left, p.right) for p in judgement.premises)
    assert all(
        count[k] >= 3 for k in ("shortfall", "chain", "chains", "derivation", "certain", "tension", "none", "premise")
    ), count
    assert all(count[k] >= 1 for k in ("conditional", "on two times", "supposing", "others remain", "all gone")), count
    footings = [one for one in Footing if one not in {Footing.ASKED, Footing.SUPPOSED}]  # these take more than a few conditions
    assert all(count[one] >= 1 for one in footings), count
