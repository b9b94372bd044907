"""Things that could meet a rule, or lift it, but for their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import Footing, Step
from reasoner.ground.ir import ZERO
from reasoner.language.ir import Aggregate, Count
from reasoner.language.rewrite import walk
from reasoner.report.owners import Owner
from reasoner.report.symbols import Call, Symbol, symbol
from reasoner.report.telling import Telling
from reasoner.report.uses import Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """What does not `verb` one of these rules, since its start or end is too late, or too early; `owners` say that it is there.

    `point` is that end, as text.
    """

    point: str
    too_late: bool
    verb: str
    rules: tuple[str, ...]
    owners: tuple[Owner, ...]

    @property
    def thing(self) -> str:
        """Its term as text."""
        return self.point[2:-1]


def candidates(chains: Sequence[Sequence[Step]], telling: Telling) -> Iterator[Candidate]:
    """Those of which some chain shows that they do not."""
    steps = (step for chain in chains for step in chain if step.footing is Footing.REFUTED)
    return (found for step in steps if (found := candidate_of(step, telling)) is not None)


def candidate_of(step: Step, telling: Telling) -> Candidate | None:
    """The thing on which a condition is tested to see whether it meets or lifts rules, if it is tested for that alone."""
    uses = telling.uses.tested(step.atom)
    roles = {use.role if use.so else None for use in uses}
    bound = {value for use in uses for value in use.values}
    points = [point for point in (step.limit.left, step.limit.right) if point != ZERO]
    points = [point for point in points if (thing := _thing(point)) is not None and thing not in bound]
    if len(roles) != 1 or roles <= {Role.BROKEN, None} or len(points) != 1:
        return None
    rules = tuple(dict.fromkeys(use.rule for use in uses))
    counted = any(isinstance(node, Count | Aggregate) for rule in rules for node in walk(telling.rules.laws[rule].must))
    if counted and step.atom < 0:  # it is one too many
        return None
    verb = "lift" if Role.LIFTED in roles else "count for" if counted else "meet"
    return Candidate(points[0], points[0] == step.limit.left, verb, rules, telling.owners.bringing(points[0][2:-1]))


def _thing(point: str) -> Symbol | None:
    """What a point is an end of; None for a number."""
    match symbol(point):
        case Call("s" | "e", (of,)):
            return of
        case _:
            return None
