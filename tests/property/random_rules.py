"""Random rules over the vocabulary: one shape for each thing that rules can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from property.cases import (
    AnyOf,
    Atom,
    Condition,
    Conditions,
    Count,
    Different,
    Holds,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Retracts,
    Rule,
    Same,
)
from property.naming import variables
from property.random_times import Times
from property.vocabulary import OCCURRENCES, PAIRS, PLAIN_FACTS


def crossed(pred: str, never: Phrase) -> Rule:
    """Never any occurrence of this predicate so, for sure."""
    by = "1" if pred == "pact" else "by"
    return Rule("crossed", (Occurs(Atom(pred, ((by, "_"),)), "E"),), never=(Holds("E", never),), certain=True)


def rules(rng: Random, times: Times, said: Sequence[str]) -> tuple[Rule, ...]:
    """One to three rules; ids `k1`, `k2`.. Mostly they speak of the predicates that are `said`."""
    shapes = _Shapes(rng, times, said)
    number = rng.choice((1, 1, 2, 2, 3))
    found: list[Rule] = []
    for i in range(1, number + 1):
        found.append(replace(shapes.rule(), id=f"k{i}"))
        leaning = (*found[-1].unless, *found[-1].must)
        shapes.silent += [condition for condition in leaning if _predicate(condition) == "notice"]
    return tuple(found)


def fact(pred: str, *terms: str) -> Occurs:
    return Occurs(Atom(pred, tuple((str(i), term) for i, term in enumerate(terms, 1))))


class _Shapes:
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

    def rule(self) -> Rule:
        shapes: tuple[tuple[int, Callable[[], Rule]], ...] = (
            (6, self.never_in_time),
            (4, self.never_at),
            (12 if self.silent else 0, self.about_notices),
            (3, self.never_facts),
            (5, self.must_in_time),
            (3, self.must_facts),
            (1, self.must_count),
            (3, self.derive_fact),
            (2, self.derive_occurrence),
            (2, self.derive_role),
            (1, self.derive_denial),
            (1, self.derive_identity),
            (20 if self.rivals else 0, self.derive_retraction),
            (2, self.loop_through_unless),
            (1, self.recursion),
            (2, self.counted),
        )
        weights = [weight for weight, _ in shapes]
        rule = self.rng.choices([shape for _, shape in shapes], weights)[0]()
        if (rule.never or rule.must) and self.chance(0.15):
            return replace(rule, norm=True, trust=self.rng.choice((None, None, 0.7)))
        if self.chance(0.5):
            return replace(rule, certain=True)
        return replace(rule, trust=self.rng.choice((None, None, 0.95, 0.4)))

    # ------------------------------------------------------------ conditions

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
        if not _names(given, "E"):
            return (fact(self.rng.choice(PLAIN_FACTS), "X"),)
        if not _names(given, "A"):
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
                return (AnyOf(((fact("ended", "E"),), (fact("r", "A"),))),)
            case "own":
                return (self.one_fact("A", "X"), fact("r", "X"))
            case "is" if _names(given, "F"):
                return (Same("E", "F"),)
            case _:
                return (self.one_fact("A"),)

    # ------------------------------------------------------------ tests

    def never_in_time(self) -> Rule:
        given = self.given()
        objects = ["F"] if _names(given, "F") else [self.times.date()]
        never: Condition = self.times.holds("E", list(objects))
        if self.chance(0.1):
            never = self.occurrence("", "A", self.times.attached(["E"]))
        return Rule("", given, self.unless(given), never=(never,))

    def never_at(self) -> Rule:
        """Never at such a date."""
        given = (self.occurrence("E", "A"),)
        return Rule("", given, self.unless(given), never=(self.times.holds("E", [self.times.window()]),))

    def about_notices(self) -> Rule:
        """What is supposed by one rule meets another."""
        given = (Occurs(Atom("notice", (("of", "E"),)), "N"),)
        due = [silent.phrase for silent in self.silent if isinstance(silent, Occurs) and silent.phrase]
        match self.rng.choice(("due", "due", "never", "must", "must", "then")):
            case "due" if due:
                return Rule("", given, never=(Holds("N", due[0]),))
            case "never" | "due":
                return Rule("", given, self.unless(given), never=(self.times.holds("N", ["E"]),))
            case "must":
                return Rule("", given, must=(fact("ended", "N"),) if self.chance(0.4) else (fact("ended", "E"),))
            case _:
                return Rule("", given, then=(fact("ended", self.rng.choice(("N", "E"))),))

    def never_facts(self) -> Rule:
        given: Conditions = (self.one_fact("X"),)
        if self.chance(0.3):
            given = (self.one_fact("X", "Y"), self.one_fact("Y"))
        other: Condition = self.one_fact("X")
        if self.chance(0.15):
            other = AnyOf(((self.one_fact("X"),), (self.occurrence("", "X"),)))
        return Rule("", given, self.unless(given), never=(other,))

    def must_in_time(self) -> Rule:
        given = self.given()
        unless = self.unless(given) if self.chance(0.4) else ()
        due = self.times.due(self.rng.choice(("E", self.times.date())))
        notice = Occurs(Atom("notice", (("of", "E"),)), "", due)
        match self.rng.choice(("notice", "notice", "undue", "times", "and")):
            case "notice":
                must: Conditions = (notice,)
            case "undue":
                must = (replace(notice, phrase=None),)
            case "and":
                must = (Occurs(Atom("notice", (("of", "E"),)), "N"), Holds("N", due))
            case _:
                must = (self.times.holds("E", ["F"] if _names(given, "F") else [self.times.date()]),)
        return Rule("", given, unless, must=must)

    def must_facts(self) -> Rule:
        given: Conditions = (self.one_fact("X"),) if self.chance(0.5) else (self.occurrence("E", "X"), self.one_fact("X"))
        match self.rng.choice(("fact", "fact", "or", "closed", "own", "is")):
            case "or":
                must: Conditions = (AnyOf(((fact("q", "X"),), (fact("r", "X"),))),)
            case "closed":
                must = (fact("listed", "X"),)
            case "own":
                must = (self.one_fact("X", "Y"), fact("r", "Y"))
            case "is" if _names(given, "E"):
                given = (self.occurrence("E", "X"), self.occurrence("F", "X"))
                must = (Same("E", "F"),)
            case _:
                must = (self.one_fact("X"),)
        return Rule("", given, must=must)

    def must_count(self) -> Rule:
        bound = self.rng.choice(("at least", "at least", "exactly", "at most", "more than"))
        number = 2 if bound == "at least" else 1
        return Rule("", (self.one_fact("X"),), must=(Count(bound, number, "Y", (self.one_fact("X", "Y"),)),))

    def counted(self) -> Rule:
        """A count in `given`."""
        bound = self.rng.choice(("at least", "at least", "at least", "more than", "no", "at most", "exactly"))
        number = {"no": 0, "at least": 2}.get(bound, 1)
        if self.chance(0.5):
            count = Count(bound, number, "Y", (self.one_fact("Y"),))
        else:
            count = Count(
                bound, number, "Y", (self.occurrence("Y", "_", self.times.window_phrase() if self.chance(0.4) else None),)
            )
        given: Conditions = (self.one_fact("X"), count)
        if self.chance(0.5) and bound in {"at least", "more than"}:
            return Rule("", given, then=(fact("listed", "X"),))
        return Rule("", given, never=(self.one_fact("X"),))

    # ------------------------------------------------------------ derivations

    def derive_fact(self) -> Rule:
        given: Conditions = (self.one_fact("X"),) if self.chance(0.5) else self.given()
        actor = "X" if not _names(given, "E") else "A"
        then: Condition = fact("ended", "E") if actor == "A" and self.chance(0.4) else self.one_fact(actor)
        return Rule("", given, self.unless(given), then=(then,))

    def derive_occurrence(self) -> Rule:
        """A new occurrence, timed by a phrase or not at all; its kind is never given where it is derived."""
        given: Conditions = (Occurs(Atom("attack", (("by", "A"),)), "E"),)
        phrase = self.times.attached(["E"]) if self.chance(0.8) else None
        then = Occurs(Atom("notice", (("of", "E"),)), "", phrase)
        if self.chance(0.5):
            then = Occurs(Atom("visit", (("by", "A"),)), "", phrase)
        return Rule("", given, self.unless(given) if self.chance(0.3) else (), then=(then,))

    def derive_role(self) -> Rule:
        given: Conditions = (self.one_fact("A", "B"), Occurs(Atom("attack", (("by", "A"),)), "E"))
        if self.chance(0.3):
            given = (*given, self.times.holds("E", [self.times.window()]))
        return Rule("", given, then=(Occurs(Atom("attack", (("by", "B"),)), "E"),))

    def derive_denial(self) -> Rule:
        phrase = self.times.denied_period() if self.chance(0.4) else None
        then = Not(Atom("attack", (("by", "X"),)), phrase) if self.chance(0.6) else Not(Atom("q", (("1", "X"),)))
        return Rule("", (self.one_fact("X"),), then=(then,))

    def derive_identity(self) -> Rule:
        given: Conditions = (Occurs(Atom("truce", (("by", "A"),)), "E"), Occurs(Atom("truce", (("by", "A"),)), "F"))
        if self.chance(0.5):
            given = (self.one_fact("A", "B"),)
            return Rule("", given, then=(Same("A", "B"),))
        return Rule("", given, then=(Same("E", "F"),))

    def derive_retraction(self) -> Rule:
        return Rule("", (fact("rival", "Q", "P"),), then=(Retracts("Q", "P"),))

    def loop_through_unless(self) -> Rule:
        """p unless q, p unless p: alone or together a recursion through `unless`."""
        head, lifting = self.rng.choice((("p", "p"), ("p", "q"), ("q", "p"), ("r", "r")))
        given = (self.occurrence("", "X"),) if self.chance(0.3) else (self.one_fact("X"),)
        return Rule("", given, (fact(lifting, "X"),), then=(fact(head, "X"),))

    def recursion(self) -> Rule:
        return Rule("", (fact("p", "X"), fact("part-of", "X", "Y")), then=(fact("p", "Y"),))


def _predicate(condition: Condition) -> str:
    return condition.atom.pred if isinstance(condition, Occurs) else ""


def _names(conditions: Conditions, name: str) -> bool:
    return name in variables(conditions)
