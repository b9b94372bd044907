"""The generator covers every construct and every outcome, is deterministic, and the oracle keeps its own laws on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from property import grounding, printing
from property.cases import Case
from property.coverage import CONSTRUCTS, OUTCOMES, constructs, outcomes
from property.coverage_of_denials import SERVED, served
from property.grounding import ground
from property.oracle import evaluate, minimal_hitting_sets
from property.strategies import MAX_GUARDS, make_case
from property.wording import TEXTS

EVALUATED = 800
DRAFTED = 2900
LEAST = 3
"""How often everything must occur at least."""
RARE = {"an instance over a supposed thing is certain", "equal premises"}
"""Once is enough of these."""


def test_every_construct_occurs_and_denials_serve_in_every_way() -> None:
    counted = Counter(name for seed in range(DRAFTED) for name in _told_in(make_case(seed)))
    assert {name: counted[name] for name in (*CONSTRUCTS, *SERVED) if counted[name] < LEAST} == {}


def _told_in(case: Case) -> Iterator[str]:
    yield from constructs(case)
    yield from served(case)


def test_every_outcome_occurs_and_conflicts_and_repairs_are_each_others_minimal_hitting_sets() -> None:
    counted: Counter[str] = Counter()
    for answer in map(evaluate, map(make_case, range(EVALUATED))):
        counted.update(outcomes(answer))
        conflicts = {frozenset(conflict) for conflict in answer.conflicts}
        repairs = {frozenset(names) for _, names in answer.repairs}
        assert set(minimal_hitting_sets(conflicts)) == repairs
        assert set(minimal_hitting_sets(repairs)) == conflicts
    assert {name: counted[name] for name in OUTCOMES if counted[name] < (1 if name in RARE else LEAST)} == {}


def test_cases_are_small_and_the_same_each_time() -> None:
    for seed in range(30):
        case = make_case(seed)
        assert case == make_case(seed)
        assert printing.files(case) == printing.files(make_case(seed))
        assert len(evaluate(case).guards) <= MAX_GUARDS


def test_things_that_have_a_name_by_an_identity_alone_come_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The instances that a rule would have for such names, too, are not a few."""
    cases = [make_case(seed) for seed in range(200)]
    spoken = [set(ground(case).instances) | set(ground(case).guards) for case in cases]
    monkeypatch.setattr(grounding._Pass, "_spoken", lambda *_: ())
    every = [set(ground(case).instances) | set(ground(case).guards) for case in cases]
    assert all(few <= many for few, many in zip(spoken, every, strict=True))
    assert sum(few < many for few, many in zip(spoken, every, strict=True)) >= 5


def test_texts_that_look_like_a_program_come_up_and_a_word_that_looks_like_one() -> None:
    files = ["\n".join(printing.files(make_case(seed)).values()) for seed in range(60)]
    for text in TEXTS:
        assert sum(text in file for file in files) >= LEAST
    assert sum(" refresh(" in file or '"refresh(' in file for file in files) >= LEAST
