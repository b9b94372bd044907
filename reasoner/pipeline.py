"""The walk from files to findings: six verbs and the value that each hands on (docs/walk.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected, Unread
from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Contradiction, Dossier
from reasoner.explanation.contradictions import as_found, judge_claim
from reasoner.explanation.from_parts import clashes, explain, without
from reasoner.explanation.ir import Claimed, Explanation, Findings, Narrowed, Standing, Stopped
from reasoner.explanation.ticks import Tick, ticking
from reasoner.explanation.windows import Narrowing
from reasoner.ground.from_program import ground
from reasoner.ground.ir import Ground, Part
from reasoner.program.from_theory import translate
from reasoner.program.guards import Blame
from reasoner.program.ir import Program
from reasoner.program.raw import check_raw
from reasoner.solver.from_part import solver
from reasoner.solver.ir import OutOfRange, Solver
from reasoner.theory.from_dossier import resolve
from reasoner.theory.ir import Selection, Theory
from reasoner.theory.room import too_far_hint

_ALL = Selection()


def _no_limit() -> float | None:
    return None


@dataclass(frozen=True, slots=True, init=False)
class Question:
    """What is asked of a dossier: what of it is in play, what can be given up, and how many seconds remain (None: no limit).

    A blame given as its word, "sources", becomes that `Blame`.

    Raises:
        ValueError: where the blame is none.
        TypeError: where the selection is none.
    """

    selection: Selection
    blame: Blame
    remaining: Callable[[], float | None]

    def __init__(
        self,
        selection: Selection = _ALL,
        blame: Blame | str = Blame.STATEMENTS,
        remaining: Callable[[], float | None] = _no_limit,
    ) -> None:
        _expected(selection, Selection, "a Question takes a Selection, as in Question(Selection(without=('raid',)))")
        for name, value in (("selection", selection), ("blame", Blame(blame)), ("remaining", remaining)):
            object.__setattr__(self, name, value)


def _expected(given: object, kind: type, message: str) -> None:
    if not isinstance(given, kind):
        msg = f"{message}; this is {given!r}"
        raise TypeError(msg)


def understood(dossier: Dossier, selection: Selection = _ALL, stated: Sequence[str] = ()) -> Theory:
    """The theory of a dossier; raises `Rejected` with all of its faults, from the first file that could not be opened on.

    So it is what every command begins with. `stated` is as in `resolve`.
    """
    return resolve(dossier, selection, (check_raw,), stated)


def check(dossier: Dossier, question: Question = Question()) -> Findings:
    """All conflicts, repairs and verdicts; raises `Rejected` where the dossier has faults, and where there is none."""
    _expected(dossier, Dossier, "what is checked is a dossier, as load and parse return it")
    program, grounded = compiled(with_facts(dossier), question)
    with fitting(dossier):
        explanations = explain(grounded.parts, solvers(question), tick=ticking(question.remaining))
        claimed = tuple(_claims(program.theory, question, explanations))
    return Findings(program.theory, program, grounded.parts, explanations, claimed, grounded.told)


def with_facts(dossier: Dossier) -> Dossier:
    """The dossier, to find something in; where only rules were read, that is a fault, and the words of the rules may stand in what is missing."""
    if dossier.id or any(gap.section == "dossier" for gap in dossier.unread):
        return dossier
    span = dossier.packs[0].span if dossier.packs else dossier.span
    message = "there are rules here, but no dossier that they could be checked against"
    hint = "give a file that begins with `dossier: name`, too; `reasoner test` needs none"
    gap = Unread("vocabulary", NOWHERE, "", None)
    found = (*dossier.diagnostics, Diagnostic("D048", span, message, hint))
    return replace(dossier, diagnostics=found, unread=(*dossier.unread, gap))


def clashing(dossier: Dossier, question: Question = Question()) -> Findings:
    """Conflicts and repairs alone: nothing is judged, and nothing is said of what they rest on. Raises as `check` does."""
    _expected(dossier, Dossier, "what is looked at is a dossier, as load and parse return it")
    program, grounded = compiled(with_facts(dossier), question)
    with fitting(dossier):
        found = clashes(grounded.parts, solvers(question), ticking(question.remaining))
    return Findings(program.theory, program, grounded.parts, found, (), grounded.told)


def narrowed(
    findings: Findings, things: Sequence[str], question: Question, most: int, *, reasons: bool = False
) -> tuple[Findings, tuple[Narrowed, ...]]:
    """Where these things, by their terms in the program, lie in at most so many of the cheapest repaired dossiers.

    `findings` are those of `clashing`. With `reasons` it is told what keeps the ends where they are. Where a limit ends the
    search nothing is narrowed, and the findings that come back are not complete.
    """
    narrowing = Narrowing(
        solvers(question), findings.explanations, findings.program.origin, reasons, ticking(question.remaining)
    )
    if not findings.complete:
        return findings, ()
    try:
        with fitting(findings.theory.dossier):
            return findings, tuple(narrowing.narrowed(findings.parts, things, most))
    except Stopped:
        cut = Explanation("", complete=False, conflicts=(), repairs=(), judgements=())
        return replace(findings, explanations=(*findings.explanations, cut)), ()


def left_without(findings: Findings, off: Collection[str], question: Question) -> tuple[Explanation, ...]:
    """The conflicts and repairs that are left where these guards, by their names, are given up for good."""
    known = (conflict for part in findings.explanations for conflict in part.conflicts)
    with fitting(findings.theory.dossier):
        return without(findings.parts, known, off, solvers(question), ticking(question.remaining))


def compiled(dossier: Dossier, question: Question = Question()) -> tuple[Program, Ground]:
    """The program of a dossier, and what it is when ground.

    What is adopted may be something that silence leans on, and only the ground program knows that: what it does not know
    is read as a statement then.
    """
    _expected(question, Question, "what is asked is a Question: write Question(selection) for a Selection alone")
    program = translate(understood(dossier, question.selection), question.blame)
    grounded = ground(program)
    if grounded.unheard:
        program = translate(understood(dossier, question.selection, grounded.unheard), question.blame)
        grounded = ground(program)
    return program, grounded


def solvers(question: Question) -> Callable[[Part], Solver]:
    """What makes the solver of a part; to be used within `fitting`."""
    return lambda part: solver(part, remaining=question.remaining)


@contextmanager
def fitting(dossier: Dossier) -> Iterator[None]:
    """Raises `Rejected` where the times of a part, each of which fits, do not fit the solver together."""
    try:
        yield
    except OutOfRange as far:
        message = f"the times of this dossier add up to too much for a clock that counts {dossier.clock.name.lower()}s"
        raise Rejected((Diagnostic("T064", dossier.span, message, too_far_hint(dossier.clock, far.ticks)),)) from far


def _claims(theory: Theory, question: Question, known: Sequence[Explanation]) -> Iterator[Claimed]:
    """Every claim, checked where what it needs is adopted, and where it is statements that can be given up: also those that are
    certain, if it sets them against each other, since what is certain is a member of no conflict.

    One that names what is not in play is left aside.
    """
    others: dict[tuple[tuple[str, ...], tuple[str, ...]], _Adopted] = {}
    certain = frozenset(said.id for said in theory.said if said.certain)
    out = frozenset((*(said.id for said in theory.said if said.off), *question.selection.without))
    for claim in theory.dossier.contradictions:
        needed = (name for name in claim.needs if name.id in question.selection.without)
        if any(name.id in out for name in (*claim.between, *claim.because, *claim.dilemma, *needed)):
            yield Claimed(claim.id, Standing.ASIDE)
            continue
        adopt = tuple(sorted(name.id for name in claim.needs if name.id not in question.selection.adopt))
        doubted = tuple(sorted(certain.intersection(name.id for name in claim.between)))
        if not adopt and not doubted and question.blame is Blame.STATEMENTS:
            yield judge_claim(claim, known)
            continue
        if (adopt, doubted) not in others:
            dossier, selection = _claimed_of(theory.dossier, question.selection, adopt, doubted)
            parts = compiled(dossier, Question(selection))[1].parts
            others[adopt, doubted] = _Adopted(parts, solvers(question), ticking(question.remaining))
        yield as_found(others[adopt, doubted].judged(claim), doubted, known)


def _claimed_of(
    dossier: Dossier, selection: Selection, adopt: Collection[str], doubted: Collection[str]
) -> tuple[Dossier, Selection]:
    """The dossier with what a claim needs, in which what it sets against each other can be given up."""
    statements = tuple(replace(one, certain=False, trust=None) if one.id in doubted else one for one in dossier.statements)
    only = None if selection.only is None else (*selection.only, *doubted)
    return replace(dossier, statements=statements), replace(selection, only=only, adopt=(*selection.adopt, *adopt))


class _Adopted:
    """The dossier of a claim, with what is found of it, when it is first asked for."""

    def __init__(self, parts: Sequence[Part], make: Callable[[Part], Solver], tick: Tick) -> None:
        self._parts = parts
        self._make = make
        self._tick = tick

    def judged(self, claim: Contradiction) -> Claimed:
        """What a merely possible contradiction rests on takes long to find: it is looked for only where nothing certain shows."""
        found = judge_claim(claim, self.clashes)
        open_still = found.standing in {Standing.UNSUPPORTED, Standing.UNDECIDED}
        return judge_claim(claim, self.explanations) if open_still else found

    @cached_property
    def clashes(self) -> Sequence[Explanation]:
        """Its conflicts and repairs."""
        return clashes(self._parts, self._make, self._tick)

    @cached_property
    def explanations(self) -> Sequence[Explanation]:
        """All that is found of it."""
        return explain(self._parts, self._make, tick=self._tick)


__all__ = ["Question", "check", "compiled", "left_without", "read", "understood", "with_facts"]
