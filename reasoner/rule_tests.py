"""The tests that stand beside rules: each is a little dossier, which is judged, and compared with what its author expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reasoner.diagnostics import Diagnostic, Rejected
from reasoner.dossier.ir import Dossier, Rule, RuleTest, Verdict
from reasoner.explanation.from_parts import explain
from reasoner.explanation.ir import Conflict, Explanation, Judgement
from reasoner.ground.ir import Guard, GuardKind
from reasoner.pipeline import Question, compiled, fitting, solvers
from reasoner.theory.tests import dossier_of, line_id

Lines = tuple[int, ...]

_STRENGTH = (Verdict.CERTAIN, Verdict.TENSION, Verdict.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a test: the strongest verdict on the rule, and the lines of each conflict or tension that it gives.

    `clash`: lines that cannot all be true, also without the rule; None where there are none.
    """

    verdict: Verdict
    members: tuple[Lines, ...] = ()
    clash: Lines | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """One test as it was run. `came` is None where its lines have faults, which `faults` holds."""

    rule: Rule
    test: RuleTest
    came: Came | None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it came as expected; a test without `members` leaves open which lines it takes."""
        came, test = self.came, self.test
        if came is None or came.clash is not None or came.verdict is not test.expect:
            return False
        return not test.members or tuple(sorted(test.members)) in came.members


def run_tests(dossier: Dossier) -> Iterator[Tried]:
    """Run every test of every rule of the packs that were read, in order; one result for each as soon as it is there."""
    for pack in dossier.packs:
        for rule in pack.rules:
            for test in rule.tests:
                yield _tried(rule, test, dossier)


def untested(dossier: Dossier) -> tuple[Rule, ...]:
    """The rules that have no tests, in order."""
    return tuple(rule for pack in dossier.packs for rule in pack.rules if not rule.tests)


def _tried(rule: Rule, test: RuleTest, dossier: Dossier) -> Tried:
    grounds = bool(test.members) and test.expect in {Verdict.TENSION, Verdict.CONDITIONAL}
    try:
        little = dossier_of(test, rule, dossier)
        found = _found(little, grounds=grounds)
        return Tried(rule, test, _came(rule, found, _anyway(rule, little, found)))
    except Rejected as rejected:
        return Tried(rule, test, None, rejected.diagnostics)


def _found(little: Dossier, *, grounds: bool = False) -> tuple[Explanation, ...]:
    _, ground = compiled(little)
    with fitting(little):
        return explain(ground.parts, solvers(Question()), grounds=grounds)


@dataclass(frozen=True, slots=True)
class _Anyway:
    """What is found without the rule, too: conflicts by their names, and instances with their verdicts."""

    conflicts: frozenset[tuple[str, ...]] = frozenset()
    verdicts: frozenset[tuple[str, Verdict]] = frozenset()


def _anyway(rule: Rule, little: Dossier, found: Sequence[Explanation]) -> _Anyway:
    """A rule that concludes shows in what others are broken: what is so without it is none of its doing."""
    if not _concludes(rule) or not any(one.conflicts or one.judgements for one in found):
        return _Anyway()
    packs = tuple(replace(pack, rules=tuple(one for one in pack.rules if one.id != rule.id)) for pack in little.packs)
    try:
        without = _found(replace(little, packs=packs))
    except Rejected:  # the other rules of the pack make no sense without it
        return _Anyway()
    return _Anyway(
        frozenset(conflict.names for one in without for conflict in one.conflicts),
        frozenset((judged.instance.id, judged.verdict) for one in without for judged in one.judgements),
    )


def _came(rule: Rule, found: Sequence[Explanation], anyway: _Anyway) -> Came:
    conflicts = [conflict for one in found for conflict in one.conflicts]
    own = [conflict for conflict in conflicts if _takes_part(rule, conflict) and conflict.names not in anyway.conflicts]
    clash = next((_lines(conflict.members) for conflict in conflicts if conflict not in own), None)
    if own:
        return Came(Verdict.CERTAIN, tuple(_lines(conflict.members) for conflict in own), clash)
    judged = [
        judgement
        for one in found
        for judgement in one.judgements
        if _is_of(rule, judgement) and (judgement.instance.id, judgement.verdict) not in anyway.verdicts
    ]
    verdicts = {judgement.verdict for judgement in judged}
    verdict = next((one for one in _STRENGTH if one in verdicts), Verdict.NONE)
    rests_on = [guards for judgement in judged if judgement.verdict is verdict for guards in judgement.rests_on]
    return Came(verdict, tuple(dict.fromkeys(map(_lines, rests_on))), clash)


def _takes_part(rule: Rule, conflict: Conflict) -> bool:
    """By its guard or by an instance; a rule that only concludes, and is certain, leaves no trace of its own."""
    if any(_is_guard_of(rule, guard) for guard in conflict.members) or any(one.rule == rule.id for one in conflict.instances):
        return True
    return _concludes(rule) and (rule.certain or rule.trust == 1)


def _concludes(rule: Rule) -> bool:
    return bool(rule.then or rule.asp)


def _is_guard_of(rule: Rule, guard: Guard) -> bool:
    return guard.kind in {GuardKind.KEEP, GuardKind.HONOURED} and guard.of == rule.id


def _is_of(rule: Rule, judgement: Judgement) -> bool:
    """What a rule concludes shows in what others are broken."""
    return _concludes(rule) or judgement.instance.rule == rule.id


def _lines(guards: Sequence[Guard]) -> Lines:
    """The lines of `facts` among these guards, counted from 1."""
    prefix = line_id(0).removesuffix("0")
    accepted = (guard.of for guard in guards if guard.kind is GuardKind.ACCEPT and guard.of.startswith(prefix))
    return tuple(sorted(int(name.removeprefix(prefix)) for name in accepted))
