"""Random conditions of rules over the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from property.cases import (
    AnyOf,
    Atom,
    Condition,
    Conditions,
    Different,
    Occurs,
    OfKind,
    Phrase,
    Same,
    Term,
)
from property.naming import variables
from property.random_times import Times
from property.vocabulary import OCCURRENCES, PAIRS, PLAIN_FACTS


def fact(pred: str, *terms: Term) -> Occurs:
    return Occurs(Atom(pred, tuple((str(i), term) for i, term in enumerate(terms, 1))))


class RandomConditions:
    def __init__(self, rng: Random, times: Times, said: Sequence[str]) -> None:
        self.rng = rng
        self.times = times
        self.occurrences = [pred for pred in said if pred in OCCURRENCES] or list(OCCURRENCES)
        self.plain = [pred for pred in said if pred in PLAIN_FACTS] or list(PLAIN_FACTS)
        self.rivals = "rival" in said
        self.silent: list[Condition] = []  # where a rule leans on nobody having said `notice`
        self.pairs = [pred for pred in said if pred in PAIRS] or list(PAIRS)

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def pick(self, said: Sequence[str], others: Sequence[str]) -> str:
        return self.rng.choice(said if self.chance(0.85) else others)

    def occurrence(self, name: str, by: str, phrase: Phrase | None = None) -> Occurs:
        """Some occurrence, done by the actor `by`."""
        pred = self.pick(self.occurrences, OCCURRENCES)
        if pred == "pact":
            return Occurs(Atom(pred, (("1", by), ("2", "_"))), name, phrase)
        return Occurs(Atom(pred, (("by", by),)), name, phrase)

    def one_fact(self, *terms: str) -> Occurs:
        if len(terms) == 2:
            return fact(self.pick(self.pairs, PAIRS), *terms)
        return fact(self.pick(self.plain, PLAIN_FACTS), *terms)

    def given(self) -> Conditions:
        """An occurrence E by A, and often another, F by B."""
        phrase = self.times.window_phrase() if self.chance(0.1) else None
        first = self.occurrence("E", "A", phrase)
        if self.chance(0.25):
            return (first,)
        second = self.occurrence("F", self.rng.choice(("A", "B", "B")))
        more: list[Condition] = []
        if self.chance(0.2):
            more.append(self.times.holds("E", ["F"]))
        if self.chance(0.2):
            more.append(Different("E", "F") if self.chance(0.7) else Same("E", "F"))
        if self.chance(0.1):
            more.append(OfKind("F", self.rng.choice(("bombing", "visit"))))
        return (first, second, *more)

    def unless(self, given: Conditions) -> Conditions:
        """Mostly none; else a fact, an exception with a time, or one of two."""
        if self.chance(0.6):
            return ()
        if not names_any(given, "E"):
            return (fact(self.rng.choice(PLAIN_FACTS), "X"),)
        if not names_any(given, "A"):
            return (fact("ended", "E"),)
        match self.rng.choice(("ended", "fact", "closed", "notice", "timed", "times", "or", "own", "is")):
            case "ended":
                return (fact("ended", "E"),)
            case "closed":
                return (fact("listed", "A"),)
            case "notice":
                return (Occurs(Atom("notice", (("of", "E"),))),)
            case "timed":
                return (Occurs(Atom("notice", (("of", "E"),)), "N"), self.times.holds("N", ["E"]))
            case "times":
                return (self.times.holds("E", [self.times.date()]),)
            case "or":
                return (AnyOf(((fact("ended", "E"),), (fact("refresh", "A"),))),)
            case "own":
                return (self.one_fact("A", "X"), fact("refresh", "X"))
            case "is" if names_any(given, "F"):
                return (Same("E", "F"),)
            case _:
                return (self.one_fact("A"),)


def names_any(conditions: Conditions, name: str) -> bool:
    return name in variables(conditions)
