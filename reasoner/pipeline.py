"""The walk from files to findings: six verbs and the value that each hands on (docs/walk.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from reasoner.diagnostics import NOWHERE, Diagnostic, Rejected, Unread
from reasoner.dossier.from_yaml import read
from reasoner.dossier.ir import Dossier
from reasoner.explanation.contradictions import judge_claim
from reasoner.explanation.from_parts import clashes, explain, without
from reasoner.explanation.ir import Claimed, Explanation, Findings, Standing
from reasoner.explanation.ticks import Tick, ticking
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


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a dossier: what of it is in play, what can be given up, and how many seconds remain (None: no limit).

    A blame given as its word, "sources", becomes that `Blame`.

    Raises:
        ValueError: where the blame is none.
        TypeError: where the selection is none.
    """

    selection: Selection = _ALL
    blame: Blame = Blame.STATEMENTS
    remaining: Callable[[], float | None] = _no_limit

    def __post_init__(self) -> None:
        _expected(self.selection, Selection, "a Question takes a Selection, as in Question(Selection(without=('raid',)))")
        object.__setattr__(self, "blame", Blame(self.blame))


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
    """Every claim, checked where what it needs is adopted and where it is statements that can be given up.

    One that names what is not in play is left aside. What a merely possible contradiction rests on takes long to find, and
    is looked for only where nothing certain shows.
    """
    adopted: dict[tuple[str, ...], _Adopted] = {}
    out = frozenset((*(said.id for said in theory.said if said.off), *question.selection.without))
    for claim in theory.dossier.contradictions:
        needed = (name for name in claim.needs if name.id in question.selection.without)
        if any(name.id in out for name in (*claim.between, *claim.because, *claim.dilemma, *needed)):
            yield Claimed(claim.id, Standing.ASIDE)
            continue
        adopt = tuple(sorted(name.id for name in claim.needs if name.id not in question.selection.adopt))
        if not adopt and question.blame is Blame.STATEMENTS:
            yield judge_claim(claim, known)
            continue
        if adopt not in adopted:
            selection = replace(question.selection, adopt=(*question.selection.adopt, *adopt))
            parts = compiled(theory.dossier, Question(selection))[1].parts
            adopted[adopt] = _Adopted(parts, solvers(question), ticking(question.remaining))
        judged = judge_claim(claim, adopted[adopt].clashes)
        open_still = judged.standing in {Standing.UNSUPPORTED, Standing.UNDECIDED}
        yield judge_claim(claim, adopted[adopt].explanations) if open_still else judged


class _Adopted:
    """The dossier of a claim, with what is found of it, when it is first asked for."""

    def __init__(self, parts: Sequence[Part], make: Callable[[Part], Solver], tick: Tick) -> None:
        self._parts = parts
        self._make = make
        self._tick = tick

    @cached_property
    def clashes(self) -> Sequence[Explanation]:
        """Its conflicts and repairs."""
        return clashes(self._parts, self._make, self._tick)

    @cached_property
    def explanations(self) -> Sequence[Explanation]:
        """All that is found of it."""
        return explain(self._parts, self._make, tick=self._tick)


__all__ = ["Question", "check", "compiled", "left_without", "read", "understood", "with_facts"]
