"""What the engine is held to, in the oracle's terms; `run_engine` is where the library is connected."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product

from property import naming
from property.numbering import POINT
from property.oracle import Answer
from property.premises import Premise
from property.program import Key

from reasoner import pipeline
from reasoner.explanation.ir import Findings
from reasoner.files import SourceFile
from reasoner.ground.ir import Instance
from reasoner.language.ir import Denied, Different, Same
from reasoner.program.guards import Blame
from reasoner.program.variables import bound_variables
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Selection, Theory

REPORTED = ("certain", "tension", "conditional")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one dossier.

    `conflicts`: names of guards in order, the list in order. `repairs`: cost and names, cheapest first (then size, then
    names); a consistent dossier has the one repair `(0, ())`, one whose certain parts clash has none. `verdicts`: by rule
    id and the values of the variables of `given` in order of first appearance; those that are `none` may be left out.
    A denial meeting its content is `("not <statement>", (<occurrence>,))`, `("not <statement>", ("fact",))` for a tuple and
    `("not <statement>", ("<x> is <y>",))` for an identity. `premises`: of tensions and conditionals, `left - right <= ticks` over
    points `start of e`, `end of e` and "" for tick 0 at 2020-01-01T00:00Z. `taking_part`: per conflict.
    `without_world`: statement and number, from 0, of readings that no world has.
    """

    conflicts: tuple[tuple[str, ...], ...]
    repairs: tuple[tuple[int, tuple[str, ...]], ...]
    verdicts: dict[Key, str]
    premises: dict[Key, tuple[Premise, ...]] = field(default_factory=dict)
    taking_part: dict[tuple[str, ...], tuple[Key, ...]] = field(default_factory=dict)
    without_world: tuple[tuple[str, int], ...] = ()


def of_answer(answer: Answer) -> Outcome:
    """The oracle's answer as an outcome."""
    verdicts = {key: found.verdict for key, found in answer.verdicts.items() if found.verdict in REPORTED}
    premises = {key: tuple(group[0] for group in found.premises) for key, found in answer.verdicts.items() if found.premises}
    return Outcome(answer.conflicts, answer.repairs, verdicts, premises, answer.taking_part, answer.without_world)


def run_engine(files: dict[str, str], blame: str, selection: Selection = Selection()) -> Outcome:  # noqa: B008 - a frozen value
    """The engine's outcome for these files (path to text)."""
    dossier = pipeline.read(tuple(SourceFile(path, text) for path, text in files.items()))
    found = pipeline.check(dossier, pipeline.Question(selection, Blame(blame)))
    conflicts = tuple(
        sorted(tuple(guard.name for guard in conflict.members) for one in found.explanations for conflict in one.conflicts)
    )
    judged = [judgement for one in found.explanations for judgement in one.judgements]
    verdicts = {_key(one.instance, found.theory): one.verdict.value for one in judged if one.verdict.value in REPORTED}
    premises = {
        _key(one.instance, found.theory): tuple(_premise(limit, found.program.origin) for limit in one.premises)
        for one in judged
        if one.premises
    }
    taking_part = {
        tuple(guard.name for guard in conflict.members): tuple(
            sorted(_key(instance, found.theory) for instance in conflict.instances)
        )
        for one in found.explanations
        for conflict in one.conflicts
    }
    without_world = tuple(sorted((one.statement, one.nth - 1) for part in found.explanations for one in part.readings))
    return Outcome(conflicts, _repairs(found), verdicts, premises, taking_part, without_world)


def _repairs(found: Findings) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The repairs of the whole, multiplied out."""
    if any(not conflict.members for one in found.explanations for conflict in one.conflicts):
        return ()
    choices = [one.repairs for one in found.explanations if one.conflicts]
    whole = [
        (sum(repair.cost for repair in some), tuple(sorted(name for repair in some for name in repair.names)))
        for some in product(*choices)
    ]
    return tuple(sorted(whole, key=lambda repair: (repair[0], len(repair[1]), repair[1])))


def _key(instance: Instance, theory: Theory) -> Key:
    """A denial goes by the statement or by the instance of the rule that makes it, and by what it meets."""
    again = re.search(r"\) (\d+)$", instance.id)  # of several that print alike, being over supposed things
    values = tuple(_fresh(value, again[1] if again else "") for _, value in instance.bindings)
    if not instance.id.startswith("not "):
        return instance.rule, values
    own = next((len(bound_variables(law.given)) for law in theory.laws if law.id == instance.rule), 0)
    met = values[own:] or (_met(instance.rule, theory),)
    bound = values[:own]
    return f"not {instance.rule}" + (f"({', '.join(bound)})" if bound else ""), met


def _fresh(value: str, again: str) -> str:
    """What is supposed has a name of the oracle's kind."""
    return re.sub(r"\bsomething(-\d+)?", f"absent(something{again})", value)


def _met(rule: str, theory: Theory) -> str:
    readings = {said.id: said.readings[0] for said in theory.said if said.readings}
    match readings.get(rule):
        case Different(left, right):
            return f"{left.id} is {right.id}"
        case Denied(of) if isinstance(readings.get(of.id), Same):
            same = readings[of.id]
            assert isinstance(same, Same)
            return f"{same.left.id} is {same.right.id}"
        case _:
            return "fact"


def _premise(limit: Limit, origin: int) -> Premise:
    if limit.left.startswith("n(") or limit.right.startswith("n("):
        return Premise(_point(limit.left), _point(limit.right), limit.ticks)
    shift = (
        (origin if limit.right == "" else 0)
        - (origin if limit.left == "" else 0)
        - (START if limit.right == "" else 0)
        + (START if limit.left == "" else 0)
    )
    return Premise(_point(limit.left), _point(limit.right), limit.ticks + shift)


START = 26_297_280
"""The minute 2020-01-01T00:00Z, counted from 1970."""


def _point(point: str) -> str:
    if not point:
        return ""
    if told := re.fullmatch(r'n\("([^"]*)","([^"]*)"\)', point):
        return POINT + naming.told_number(told[1], told[2])
    if point.startswith("n("):
        return POINT + "absent(something)"
    made = re.match(r'new\("([^"]*)",(\d+|"\w+"),\((.*)\)\)$', point[2:-1])
    inner = made.group(3).rstrip(",").replace('"', "").split(",") if made else []
    label = made.group(2).strip('"') if made and made.group(2) != "1" else ""
    name = naming.made(made.group(1), tuple(inner), label) if made else point[2:-1].strip('"')
    if point[2:].startswith("fresh("):
        return "absent(something)"
    return f"{'start' if point[0] == 's' else 'end'} of {name}"
