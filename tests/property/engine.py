"""What the engine is held to, in the oracle's terms; `run_engine` is where the library is connected."""

from __future__ import annotations

from dataclasses import dataclass, field

from property.oracle import Answer
from property.premises import Premise
from property.program import Key

REPORTED = ("certain", "tension", "conditional")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one dossier.

    `conflicts`: names of guards in order, the list in order. `repairs`: cost and names, cheapest first (then size, then
    names); a consistent dossier has the one repair `(0, ())`, one whose certain parts clash has none. `verdicts`: by rule
    id and the values of the variables of `given` in order of first appearance; those that are `none` may be left out.
    A denial meeting its content is `("not <statement>", (<occurrence>,))`, `("not <statement>", ("fact",))` for a tuple and
    `("not <statement>", ("<x> is <y>",))` for an identity. `premises`: of tensions and conditionals, `left - right <= ticks` over
    points `start of e`, `end of e` and "" for tick 0 at 2020-01-01T00:00Z. `taking_part`: per conflict, if known.
    """

    conflicts: tuple[tuple[str, ...], ...]
    repairs: tuple[tuple[int, tuple[str, ...]], ...]
    verdicts: dict[Key, str]
    premises: dict[Key, tuple[Premise, ...]] = field(default_factory=dict)
    taking_part: dict[tuple[str, ...], tuple[Key, ...]] | None = None


def of_answer(answer: Answer) -> Outcome:
    """The oracle's answer as an outcome."""
    verdicts = {key: found.verdict for key, found in answer.verdicts.items() if found.verdict in REPORTED}
    premises = {key: tuple(group[0] for group in found.premises) for key, found in answer.verdicts.items() if found.premises}
    return Outcome(answer.conflicts, answer.repairs, verdicts, premises, answer.taking_part)


def run_engine(files: dict[str, str], blame: str) -> Outcome:
    """The engine's outcome for these files (path to text); the library's pipeline is to be called here."""
    raise RuntimeError(f"no engine is connected yet: {len(files)} files, blame {blame}")
