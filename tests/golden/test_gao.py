"""What has to be found in the first dossier, and what has to stay silent (docs/gao-truce.md)."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from reasoner import pipeline
from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Findings, Judgement
from reasoner.files import load
from reasoner.theory.ir import Selection
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock
from reasoner.times.windows import extent

sys.path.insert(0, str(Path(__file__).parent))
import gao_expected as expected

ROOT = Path(__file__).parents[2]


@cache
def found(only: tuple[str, ...] | None = None, adopt: tuple[str, ...] = ()) -> Findings:
    dossier = pipeline.read(load([str(ROOT / "facts/gao-truce"), str(ROOT / "rules")]))
    return pipeline.check(dossier, pipeline.Question(Selection(only=only, adopt=adopt)))


def conflicts(findings: Findings) -> dict[tuple[str, ...], Conflict]:
    return {tuple(guard.name for guard in one.members): one for part in findings.explanations for one in part.conflicts}


def judgements(findings: Findings, *verdicts: Verdict) -> list[Judgement]:
    return [one for part in findings.explanations for one in part.judgements if one.verdict in verdicts]


def is_about(judgement: Judgement, rule: str, bindings: dict[str, str]) -> bool:
    told = dict(judgement.instance.bindings)
    return judgement.instance.rule == rule and all(told.get(name) == value for name, value in bindings.items())


def test_the_conflicts_are_those_of_the_reading() -> None:
    every = {**expected.MAIN_CONFLICTS, **expected.OTHER_CONFLICTS}
    assert set(conflicts(found())) == {tuple(sorted(members)) for members in every.values()}


def test_the_repairs_of_each_part_are_counted() -> None:
    counts = sorted((len(part.conflicts), len(part.repairs)) for part in found().explanations if part.conflicts)
    assert counts == sorted([(len(expected.MAIN_CONFLICTS), expected.MAIN_REPAIRS), (1, 3), (1, 2), (1, 3)])


@pytest.mark.parametrize("key", expected.TENSIONS)
def test_a_tension_is_told(key: str) -> None:
    assert [one for one in judgements(found(), Verdict.TENSION) if is_about(one, *expected.TENSIONS[key])]


def test_there_are_no_other_tensions() -> None:
    wanted = expected.TENSIONS.values()
    assert [
        one.instance.id
        for one in judgements(found(), Verdict.TENSION)
        if not any(is_about(one, rule, bindings) for rule, bindings in wanted)
    ] == []


@pytest.mark.parametrize("key", expected.RESTS_ON)
def test_a_tension_rests_on_its_statements(key: str) -> None:
    (tension,) = [one for one in judgements(found(), Verdict.TENSION) if is_about(one, *expected.TENSIONS[key])]
    assert tuple(guard.name for guard in tension.rests_on[0]) == tuple(sorted(expected.RESTS_ON[key]))


def test_the_hidden_premise_of_the_authors_argument_has_its_date() -> None:
    (tension,) = [one for one in judgements(found(), Verdict.TENSION) if is_about(one, *expected.TENSIONS["K-A1"])]
    (premise,) = tension.premises
    first = extent(parse_date("2012-07-01T00:00"), zone="Africa/Algiers", clock=Clock.MINUTE).start.earliest
    assert (premise.left, premise.right) == ('s("deal-1")', "")
    assert premise.ticks + found().program.origin == first


@pytest.mark.parametrize(("one", "other"), expected.ONLY_WITH.items())
def test_a_tension_comes_only_together_with_another(one: str, other: str) -> None:
    tensions = judgements(found(), Verdict.TENSION)
    (told,) = [tension for tension in tensions if is_about(tension, *expected.TENSIONS[one])]
    (together,) = [tension.instance for tension in tensions if is_about(tension, *expected.TENSIONS[other])]
    assert together in told.only_with


@pytest.mark.parametrize("key", expected.CONDITIONAL)
def test_what_needs_a_repair_is_conditional(key: str) -> None:
    assert [one for one in judgements(found(), Verdict.CONDITIONAL) if is_about(one, *expected.CONDITIONAL[key])]


@pytest.mark.parametrize("key", expected.SILENT)
def test_a_negative_control_is_silent(key: str) -> None:
    told = judgements(found(), Verdict.CERTAIN, Verdict.TENSION)
    assert [one.instance.id for one in told if is_about(one, *expected.SILENT[key])] == []


@pytest.mark.parametrize("key", expected.IN_NO_FINDING)
def test_statements_of_a_negative_control_are_in_no_finding(key: str) -> None:
    names = {guard.of for members in conflicts(found()).values() for guard in members.members}
    names |= {guard.of for one in judgements(found(), Verdict.TENSION) for some in one.rests_on for guard in some}
    assert names.isdisjoint(expected.IN_NO_FINDING[key])


@pytest.mark.parametrize("key", expected.CLAIMS)
def test_a_claim_is_judged(key: str) -> None:
    name, status = expected.CLAIMS[key]
    assert {one.id: one.standing.value for one in found().claimed}[name] == status


def test_the_dilemma_is_refuted_by_the_cheapest_repair_that_it_leaves_out() -> None:
    (dilemma,) = [one for one in found().claimed if one.id == "who-lied"]
    assert dilemma.repair is not None
    assert set(expected.DILEMMA_LEFT_OUT) <= set(dilemma.repair.names)


def test_the_age_of_the_deal_falls_short_of_two_years() -> None:
    conflict = conflicts(found())[expected.AGE_OF_THE_DEAL]
    (short,) = conflict.shortfalls
    assert short.tag == "two-years/1"
    assert short.short_by == expected.AGE_SHORTFALL["short_by_minutes"]


@pytest.mark.parametrize("key", expected.ONLY)
def test_counts_with_only_some_statements(key: str) -> None:
    only, adopt, members, repairs, single = expected.ONLY[key]
    findings = found(only, adopt)
    assert set(conflicts(findings)) == {tuple(sorted(one)) for one in members}
    told = [repair for part in findings.explanations for repair in part.repairs]
    assert len(told) == repairs
    assert len([repair for repair in told if len(repair.gives_up) == 1]) == single


def test_conflicts_and_repairs_are_each_others_minimal_hitting_sets() -> None:
    for part in found().explanations:
        members = [frozenset(guard.name for guard in one.members) for one in part.conflicts]
        given_up = [frozenset(repair.names) for repair in part.repairs]
        assert all(names & one for names in given_up for one in members)
        for names in given_up:
            assert all(any(names & one == {name} for one in members) for name in names)
        for one in members:
            assert all(any(one & names == {name} for names in given_up) for name in one)
