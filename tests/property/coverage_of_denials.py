"""What rules ask of denials, and which denials serve them, by name, so that both can be counted and asserted."""

from __future__ import annotations

from collections.abc import Iterator

from property.cases import Case, Denied, Not, Rule, Statement
from property.denying import Told, read
from property.grounding import ground
from property.program import Body, GroundAtom, Pos, Time
from property.random_denials import asked_in
from property.regions import bounds_of

PLACES = ("given", "unless", "must", "never")
ASKED = (
    *(f"asked in {place}: denial" for place in (*PLACES, "or", "count")),
    *(f"asked: {what}" for what in ("period", "period of an occurrence", "any", "kind below", "symmetric", "for a conclusion")),
)
SERVED = tuple(
    f"served by {what}"
    for what in (
        "a statement",
        "a rule",
        "not s",
        "not s with a date",
        "a kind above",
        "fewer roles",
        "any",
        "always",
        "an open time",
    )
)
MARKS = {"bombing": "kind below", "pact": "symmetric", "near": "symmetric"}


def asked(rule: Rule) -> Iterator[str]:
    """The denials that a rule asks for."""
    for place in PLACES:
        for inside, denial in asked_in(getattr(rule, place)):
            yield f"asked in {inside or place}: denial"
            moment = denial.phrase and denial.phrase.moment
            for what, told in (
                ("period", denial.phrase),
                ("period of an occurrence", isinstance(moment, str)),
                ("any", any(value == "_" for _, value in denial.atom.args)),
                ("for a conclusion", rule.then),
            ):
                if told:
                    yield f"asked: {what}"
            if denial.atom.pred in MARKS:
                yield f"asked: {MARKS[denial.atom.pred]}"


def served(case: Case) -> set[str]:
    """What serves the denials that rules ask for, in some world of some guards."""
    wanted = [denial for rule in case.rules for place in PLACES for _, denial in asked_in(getattr(rule, place))]
    if not wanted:
        return set()
    program = ground(case)
    bodies = [rule.body for rule in program.rules]
    bodies += [body for test in program.instances.values() for body in (*test.given, *test.lifted, *test.wrong)]
    said = {rule.head: [literal.atom for literal in rule.body if isinstance(literal, Pos)] for rule in program.rules}
    ways = (_ways(literal.atom, body, wanted, said, case) for body in bodies for literal in body if _is_denial(literal))
    return {f"served by {what}" for way in ways for what in way}


def _is_denial(literal: object) -> bool:
    return isinstance(literal, Pos) and literal.atom[0] == "denies"


def _ways(
    atom: GroundAtom, body: Body, wanted: list[Not], said: dict[GroundAtom, list[GroundAtom]], case: Case
) -> Iterator[str]:
    told = read(atom)
    statements = {statement.id: statement for statement in case.statements}
    for owner in (above[1] for above in said[atom] if above[0] == "said"):
        yield from _by(statements[owner], told) if owner in statements else ("a rule",)
    formulas = [literal.formula for literal in body if isinstance(literal, Time)]
    same = [denial for denial in wanted if denial.atom.pred == told.pred]
    for what, holds in (
        ("a kind above", not same),
        ("fewer roles", same and all(len(told.roles) < len(denial.atom.args) for denial in same)),
        ("any", any(value == "_" for _, value in told.roles)),
        ("always", told.period == (None, None)),
        ("an open time", any(list(bounds_of(formula)) for formula in formulas)),
    ):
        if holds:
            yield what


def _by(statement: Statement, told: Told) -> Iterator[str]:
    if not isinstance(statement.says[0], Denied):
        yield "a statement"
    else:
        yield "not s" if told.period == (None, None) else "not s with a date"
