"""Conflicts, repairs and verdicts of random small parts equal those found by going through everything."""

from random import Random

import pytest
from property.small_parts import conflicts, everything, random_part, repairs, taking_part, verdict
from property.whole import whole

SEEDS = range(40)
EACH = 12


@pytest.mark.parametrize("seed", SEEDS)
def test_explanation_equals_brute_force(seed):
    random = Random(seed)
    for _ in range(EACH):
        part = random_part(random)
        of = everything(part)
        found = whole(part, grounds=False)
        assert found.complete
        assert [tuple(g.name for g in c.members) for c in found.conflicts] == conflicts(of), part
        empty = conflicts(of) == [()]
        assert found.repairs == ([] if empty else repairs(of)), part
        for conflict in found.conflicts:
            members = tuple(g.name for g in conflict.members)
            assert tuple(i.id for i in conflict.instances) == taking_part(of, members), part
        certain = {i for c in conflicts(of) for i in taking_part(of, c)}
        expected = []
        for instance in part.instances:
            if instance.id in certain:
                expected.append((instance.id, "certain", None, ()))
            elif not empty:
                expected.append((instance.id, *verdict(of, instance)))
        assert [
            (j.instance.id, j.verdict.value, told_repair(found, j), tuple(i.id for i in j.only_with)) for j in found.judgements
        ] == expected, part


def told_repair(found, judgement):
    return found.repair_of(judgement) if judgement.verdict.value in ("tension", "conditional") else None
