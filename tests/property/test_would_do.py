"""What a shortfall says would do does, and a unit less does not: written into the dossier, it ends that conflict and no less does."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from small_dossiers import found

from reasoner.explanation.ir import Conflict, Findings
from reasoner.report.shortfalls import Missed, in_unit, missed
from reasoner.times.ir import Clock

UNITS = ("minutes", "hours", "days", "weeks", "months")
BOUNDS = ("within", "at most", "less than", "at least", "more than")
WORDS = '  term: {fact: "actor, number"}\nrules:\n'


@dataclass(frozen=True)
class Told:
    """A dossier with `@` where its one bound or tolerance stands, and `#1`, `#2` where the data tell how wide it is."""

    facts: str
    rules: str
    how: str
    length: str
    amounts: tuple[int, ...] = ()

    def found(self, phrase: str, amounts: tuple[int, ...]) -> Findings:
        facts, rules = (text.replace("@", phrase) for text in (self.facts, self.rules))
        for nth, amount in enumerate(amounts, 1):
            facts = facts.replace(f"#{nth}", str(amount))
        return found(facts, rules)

    def as_told(self) -> Findings:
        return self.found(f"{self.how} {self.length}".strip(), self.amounts)

    def written(self, wide: str, value: int) -> Findings:
        """With the width told so: in the phrase, or for the number of the data that has this value."""
        if self.amounts:
            number = int(wide.split(maxsplit=1)[0])
            return self.found(
                f"{self.how} {self.length}".strip(), tuple(number if one == value else one for one in self.amounts)
            )
        plain = re.sub("about |exactly | ±.*", "", self.length)
        return self.found(f"{self.how} {wide}" if self.how else f"{plain} ±{wide}", ())


def made(seed: int) -> Told:
    chosen = random.Random(seed)
    first = date(2012, 1, 1) + timedelta(chosen.randrange(120))
    second = first + timedelta(chosen.randrange(-20, 200))
    facts = f"statements:\n  - {{id: a, says: attack(by ann) as e, when: {first}}}\n"
    facts += f"  - {{id: b, says: notice() as f, when: {second}}}\n"
    how = chosen.choice((*BOUNDS, "", ""))
    if chosen.random() < 0.4:
        return measured_by_data(chosen, facts, second)
    length = f"{chosen.randrange(1, 9)} {chosen.choice(UNITS)}"
    length = length if how else chosen.choice((length, f"about {length}", f"exactly {length}", f"{length} ±3 hours"))
    if chosen.random() < 0.5:
        moment = chosen.choice(("e", "end of e", str(first)))
        return Told(f"{facts}  - {{id: c, says: f @ after {moment}}}\n", "", how, length)
    rule = "  - {id: r, given: [attack() as E, notice() as F], must: F @ after E}\n"
    return Told(facts, WORDS + rule, how, length)


def measured_by_data(chosen: random.Random, facts: str, second: date) -> Told:
    """The number of the data is the tolerance, or the bound; it may be told of one or of two."""
    unit = chosen.choice(("hours", "days"))
    how, length = chosen.choice(
        (("", f"{chosen.randrange(1, 9)} weeks ±N {unit}"), ("within", f"N {unit}"), ("at least", f"N {unit}"))
    )
    amounts = tuple(chosen.sample(range(1, 300), chosen.choice((1, 2))))
    facts = re.sub(r"  - \{id: b.*\n", "", facts)
    for nth, who in enumerate(("ann", "bob")[: len(amounts)], 1):
        facts += f"  - {{id: t{nth}, says: 'term({who}, #{nth})'}}\n  - {{id: n{nth}, says: notice(of e) as f{nth}}}\n"
        facts += "" if nth == 1 else "  - {id: a2, says: attack(by bob) as e2, when: 2012-03-05}\n"
    facts = facts.replace("notice(of e) as f2", "notice(of e2) as f2")
    lies = " or ".join(f"f{nth} during {second}" for nth in range(1, len(amounts) + 1))
    given = ["attack(by A) as E", "term(A, N)", "notice(of E) as F"]
    rule = f"  - id: r\n    given: {given!r}\n    must: F @ after E\n"
    return Told(f"{facts}  - {{id: v, says: {lies}}}\n", WORDS + rule, how, length, amounts)


def conflicts(findings: Findings) -> list[Conflict]:
    return [conflict for part in findings.explanations for conflict in part.conflicts]


def told_ones(told: Told) -> list[tuple[Conflict, Missed, int]]:
    """Each shortfall of the dossier as it is told, with the number of the data that it is about."""
    findings = told.as_told()
    tags = {tag.id: tag for tag in findings.program.tags}
    every = [(conflict, one) for conflict in conflicts(findings) for one in conflict.shortfalls]
    return [(conflict, missed(one, tags, Clock.MINUTE), int(dict(one.told.values).get("N", 0))) for conflict, one in every]


def clashes(findings: Findings, conflict: Conflict) -> bool:
    """Whether the members of a conflict still cannot all be."""
    return any(set(one.names) <= set(conflict.names) for one in conflicts(findings))


@pytest.mark.parametrize("block", range(8))
def test_what_would_do_does_and_a_unit_less_does_not(block: int) -> None:
    seen = 0
    for seed in range(block, 160, 8):
        told = made(seed)
        for conflict, short, value in told_ones(told):
            if not short.enough:
                continue
            enough, less = (
                in_unit(short.would_do + off, short.unit, Clock.MINUTE) for off in (0, short.unit * (1 if short.least else -1))
            )
            assert not clashes(told.written(enough.replace(",", ""), value), conflict), (seed, enough)
            assert clashes(told.written(less.replace(",", ""), value), conflict), (seed, less)
            seen += 1
    assert seen > 4
