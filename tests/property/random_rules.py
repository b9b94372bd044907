"""Random rules over the vocabulary: one shape for each thing that rules can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from property.cases import (
    AnyOf,
    Atom,
    Condition,
    Conditions,
    Count,
    End,
    Every,
    Holds,
    Initiates,
    Length,
    Not,
    Occurs,
    Phrase,
    Retracts,
    Rule,
    Same,
    Terminates,
    Ticks,
)
from property.random_conditions import fact, names_any
from property.random_contents import RandomContents
from property.random_denials import RandomDenials
from property.random_measures import Measure, RandomMeasures
from property.random_numbers import RandomNumbers
from property.random_times import Times
from property.vocabulary import PLAIN_FACTS


def crossed(pred: str, never: Phrase) -> Rule:
    """Never any occurrence of this predicate so, for sure."""
    by = "1" if pred == "pact" else "by"
    return Rule("crossed", (Occurs(Atom(pred, ((by, "_"),)), "E"),), never=(Holds("E", never),), certain=True)


@dataclass(frozen=True, slots=True)
class About:
    """What statements tell that rules may speak of: words, denials, atoms in contents, numbers, contents that measure.

    `exact` are the words of `numbers` of which only exact ones are told.
    """

    said: Sequence[str]
    denied: Sequence[Not]
    likes: Sequence[Atom] = ()
    numbers: Sequence[str] = ()
    measures: Sequence[Measure] = ()
    exact: Sequence[str] = ()


def rules(rng: Random, times: Times, about: About) -> tuple[Rule, ...]:
    """One to three rules; ids `k1`, `k2`.. Mostly they speak of what is told."""
    shapes = _Shapes(rng, times, about.said, about.denied)
    shapes.likes, shapes.numbers, shapes.measures = tuple(about.likes), tuple(about.numbers), tuple(about.measures)
    shapes.exact = tuple(about.exact)
    number = rng.choice((1, 1, 2, 2, 3))
    found: list[Rule] = []
    for i in range(1, number + 1):
        found.append(replace(shapes.rule(), id=f"k{i}"))
        leaning = (*found[-1].unless, *found[-1].must)
        shapes.silent += [condition for condition in leaning if _predicate(condition) == "notice"]
    return tuple(found)


class _Shapes(RandomContents, RandomDenials, RandomNumbers, RandomMeasures):
    """One shape for each thing that rules can do."""

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
            (2, self.derive_two),
            (2, self.derive_role),
            (1, self.derive_denial),
            (30 if self.denied else 2, self.ask),
            (1, self.derive_state),
            (2, self.end_state),
            (1, self.derive_identity),
            (20 if self.rivals else 0, self.derive_retraction),
            (2, self.loop_through_unless),
            (1, self.recursion),
            (2, self.counted),
            (3, self.due_every),
            (1, self.every),
            (2, self.two_silences),
            (60 if self.likes else 0, self.about_contents),
            (80 if self.numbers else 0, self.about_numbers),
            (120 if self.measures else 0, self.about_measures),
        )
        weights = [weight for weight, _ in shapes]
        rule = self.rng.choices([shape for _, shape in shapes], weights)[0]()
        if (rule.never or rule.must) and self.chance(0.15):
            return replace(rule, norm=True, trust=self.rng.choice((None, None, 0.7)))
        if self.chance(0.5):
            return replace(rule, certain=True)
        return replace(rule, trust=self.rng.choice((None, None, 0.95, 0.4)))

    # ------------------------------------------------------------ tests

    def never_in_time(self) -> Rule:
        given = self.given()
        objects = ["F"] if names_any(given, "F") else [self.times.date()]
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
        due = self.times.due(self.rng.choice(("E", self.times.window())))
        notice = Occurs(Atom("notice", (("of", "E"),)), "", due)
        match self.rng.choice(("notice", "notice", "undue", "times", "and")):
            case "notice":
                must: Conditions = (notice,)
            case "undue":
                must = (replace(notice, phrase=None),)
            case "and":
                must = (Occurs(Atom("notice", (("of", "E"),)), "N"), Holds("N", due))
            case _:
                must = (self.times.holds("E", ["F"] if names_any(given, "F") else [self.times.date()]),)
        return Rule("", given, unless, must=must)

    def must_facts(self) -> Rule:
        given: Conditions = (self.one_fact("X"),) if self.chance(0.5) else (self.occurrence("E", "X"), self.one_fact("X"))
        match self.rng.choice(("fact", "fact", "or", "closed", "own", "is")):
            case "or":
                must: Conditions = (AnyOf(((fact("q", "X"),), (fact("refresh", "X"),))),)
            case "closed":
                must = (fact("listed", "X"),)
            case "own":
                must = (self.one_fact("X", "Y"), fact("refresh", "Y"))
            case "is" if names_any(given, "E"):
                given = (self.occurrence("E", "X"), self.occurrence("F", "X"))
                must = (Same("E", "F"),)
            case _:
                must = (self.one_fact("X"),)
        return Rule("", given, must=must)

    def must_count(self) -> Rule:
        bound = self.rng.choice(("at least", "at least", "exactly", "at most", "more than"))
        number = 2 if bound == "at least" else 1
        if self.chance(0.4):
            counted = (self.occurrence("Y", "X"),)
            return Rule("", (self.one_fact("X"),), must=(Count(bound, number, "Y", counted, self.times.length()),))
        return Rule("", (self.one_fact("X"),), must=(Count(bound, number, "Y", (self.one_fact("X", "Y"),)),))

    def two_silences(self) -> Rule:
        """What rests on nobody having said either of two things."""
        first, second = self.rng.sample(PLAIN_FACTS, 2)
        return Rule("", (self.one_fact("X"),), (fact(first, "X"),), must=(fact(second, "X"),))

    def recurring(self, subject: str, moment: str) -> Every:
        """Every day of the calendar, or so many days from the start of something on."""
        length = Length(self.rng.choice((1, 1, 1, 2)), "day")
        of: str | Ticks = moment if length.amount > 1 or self.chance(0.85) else Ticks(-1440, 1439)
        return Every(self.occurrence("", subject), length, of, self.chance(0.2))

    def due_every(self) -> Rule:
        """Something is due in each period of what happens."""
        given = (self.occurrence("E", "A"),)
        return Rule("", given, self.unless(given), must=(replace(self.recurring("A", "E"), negated=False),))

    def every(self) -> Rule:
        """In each period of what happens there was something, or not."""
        given: Conditions = (self.occurrence("E", "A"),)
        every = self.recurring(self.rng.choice(("A", "_")), "E")
        match self.rng.choice(("given", "never", "unless", "must")):
            case "given":
                return Rule("", (*given, every), never=(self.one_fact("A"),))
            case "never":
                return Rule("", given, never=(every,))
            case "unless":
                return Rule("", given, (every,), never=(self.one_fact("A"),))
            case _:
                return Rule("", given, must=(replace(every, negated=True),))

    def counted(self) -> Rule:
        """A count in `given`."""
        bound = self.rng.choice(("at least", "at least", "at least", "more than", "no", "at most", "exactly"))
        number = {"no": 0, "at least": 2}.get(bound, 1)
        if self.chance(0.5):
            count = Count(bound, number, "Y", (self.one_fact("Y"),))
        else:
            counted = self.occurrence("Y", "_", self.times.window_phrase() if self.chance(0.4) else None)
            span = self.times.length() if bound != "no" and self.chance(0.5) else None
            count = Count(bound, number, "Y", (counted,), span)
        given: Conditions = (self.one_fact("X"), count)
        if self.chance(0.5) and bound in {"at least", "more than"}:
            return Rule("", given, then=(fact("listed", "X"),))
        return Rule("", given, never=(self.one_fact("X"),))

    # ------------------------------------------------------------ derivations

    def derive_fact(self) -> Rule:
        given: Conditions = (self.one_fact("X"),) if self.chance(0.5) else self.given()
        actor = "X" if not names_any(given, "E") else "A"
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

    def derive_two(self) -> Rule:
        """Two new occurrences at once, with names where these are used: the second may be timed by the first, or be ended."""
        given: Conditions = (Occurs(Atom("attack", (("by", "A"),)), "E"),)
        phrase = self.times.attached(["E"]) if self.chance(0.8) else None
        first = Occurs(Atom("visit", (("by", "A"),)), "N", phrase)
        atom = first.atom if self.chance(0.5) else Atom("notice", (("of", "E"),))
        second = Occurs(atom, "M", self.times.attached([self.rng.choice(("E", "N"))]))
        more = (fact("ended", self.rng.choice("NM")),) if self.chance(0.5) else ()
        return Rule("", given, self.unless(given) if self.chance(0.3) else (), then=(first, second, *more))

    def derive_role(self) -> Rule:
        given: Conditions = (self.one_fact("A", "B"), Occurs(Atom("attack", (("by", "A"),)), "E"))
        if self.chance(0.3):
            given = (*given, self.times.holds("E", [self.times.window()]))
        return Rule("", given, then=(Occurs(Atom("attack", (("by", "B"),)), "E"),))

    def derive_state(self) -> Rule:
        """A state that starts with an event."""
        given: Conditions = (Occurs(Atom("attack", (("by", "A"),)), "E"),)
        return Rule(
            "", given, self.unless(given) if self.chance(0.2) else (), then=(Initiates("E", Atom("truce", (("by", "A"),))),)
        )

    def end_state(self) -> Rule:
        """A state that ends with an event, stated or initiated."""
        event = Occurs(Atom(self.rng.choice(("attack", "visit", "bombing")), (("by", self.rng.choice(("A", "_"))),)), "E")
        given: Conditions = (Occurs(Atom("truce", (("by", "A"),)), "T"), event)
        if self.chance(0.7):
            given = (*given, Holds(End("start", "E"), Phrase("during", "T")))
        return Rule("", given, then=(Terminates("E", "T"),))

    def derive_denial(self) -> Rule:
        phrase = self.times.denied_period() if self.chance(0.4) else None
        then = Not(Atom("attack", (("by", "X"),)), phrase) if self.chance(0.6) else Not(Atom("q", (("1", "X"),)))
        return self.known(Rule("", (self.one_fact("X"),), then=(then,)))

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
        head, lifting = self.rng.choice((("p", "p"), ("p", "q"), ("q", "p"), ("refresh", "refresh")))
        given = (self.occurrence("", "X"),) if self.chance(0.3) else (self.one_fact("X"),)
        return Rule("", given, (fact(lifting, "X"),), then=(fact(head, "X"),))

    def recursion(self) -> Rule:
        return Rule("", (fact("p", "X"), fact("part-of", "X", "Y")), then=(fact("p", "Y"),))


def _predicate(condition: Condition) -> str:
    return condition.atom.pred if isinstance(condition, Occurs) else ""
