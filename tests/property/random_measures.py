"""Random contents that count, compare or measure: `that at least 2 S with near(S, ada)`, `that e1 lasts 3 minutes`."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from property.cases import (
    Atom,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Distance,
    Extreme,
    Holds,
    Lasting,
    Length,
    Occurs,
    Phrase,
    Rule,
)
from property.random_conditions import RandomConditions, fact
from property.random_contents import held
from property.random_numbers import OPS, of_number
from property.random_times import Times
from property.vocabulary import OFTEN, PAIRS


@dataclass(frozen=True, slots=True)
class Measure:
    """What is said, and a rule's content like it, with the variables in it: A of an actor, E of an occurrence, N of a number."""

    said: Condition
    asked: Condition
    variables: tuple[str, ...]


def measure(rng: Random, times: Times, names: list[str]) -> Measure:
    """One of the kinds; what is counted may go by another letter in the rule."""
    letter = rng.choice("SU")
    who, number = rng.choice(OFTEN), rng.randint(2, 4)
    match rng.choice(("count", "count", "timed", "extreme", "extreme", "lasts", "lasts", "longer")):
        case "count":
            bound, pair = rng.choice(("at least", "no", "exactly")), rng.choice(PAIRS)
            many = 0 if bound == "no" else rng.randint(1, 2)
            said = Count(bound, many, "S", (fact(pair, "S", who),))
            return Measure(said, Count(bound, many, letter, (fact(pair, letter, "A"),)), ("A",))
        case "timed":
            window = times.window_phrase()
            return Measure(_timed(window, "S", "V"), _timed(window, letter, rng.choice("VW")), ())
        case "extreme":
            function, op, pred = rng.choice(("max", "min")), rng.choice(OPS), rng.choice(("toll", "loss"))
            told = Extreme(function, "S", (of_number(pred, who, "S"),), op, str(number))
            return Measure(told, Extreme(function, letter, (of_number(pred, "A", letter),), op, "N"), ("A", "N"))
        case "lasts":
            how = rng.choice(("at least", "at most", "exactly", "plain"))
            of = rng.choice(names)
            return Measure(_lasts(of, how, number), _lasts("E", how, "N"), ("E", "N"))
        case _:
            of, op = rng.choice(names), rng.choice(("<", "<=", ">", ">="))
            longer = Compare(Lasting(of, "minute"), op, str(number))
            return Measure(longer, Compare(Lasting("E", "minute"), op, "N"), ("E", "N"))


def _timed(window: Phrase, letter: str, event: str) -> Count:
    return Count("at least", 1, letter, (Occurs(Atom("visit", (("by", letter),)), event), Holds(event, window)))


def _lasts(of: str, how: str, number: int | str) -> Holds:
    return Holds(of, Phrase("lasts", None, Distance(how, Length(number, "minute"))))


class RandomMeasures(RandomConditions):
    """Rules about contents that count or measure; `measures` are what statements hold of these."""

    measures: tuple[Measure, ...] = ()

    def about_measures(self) -> Rule:
        like = self.rng.choice(self.measures)
        return self.rng.choice((self._never_so, self._never_so, self._is_true, self._lifted_by, self._made_so))(like)

    def _never_so(self, like: Measure) -> Rule:
        """Whoever holds it: never what its variables say."""
        given = (held(self.rng, self.rng.choice(("X", "_")), Content(like.asked)), self.one_fact("X"))
        return Rule("", given, never=self._tested(like))

    def _tested(self, like: Measure) -> Conditions:
        """A test of each of the variables, so that none is used once."""
        tests: dict[str, Condition] = {
            "A": self.one_fact("A"),
            "E": self.times.holds("E", [self.times.window()]),
            "N": Compare("N", self.rng.choice(OPS), str(self.rng.randint(2, 4))),
        }
        return tuple(tests[name] for name in like.variables) or (self.one_fact("X"),)

    def _is_true(self, like: Measure) -> Rule:
        given = (Occurs(Atom("claims", (("1", "X"), ("2", "P")))), self.one_fact("X"))
        true = (Occurs(Atom("true", (("1", "P"),))),)
        return Rule("", given, never=true) if self.chance(0.5) else Rule("", given, must=true)

    def _lifted_by(self, like: Measure) -> Rule:
        said = (held(self.rng, self.rng.choice(("_", "X")), Content(like.said)),)
        if self.chance(0.5):
            return Rule("", (self.one_fact("X"),), said, never=(self.one_fact("X"),))
        return Rule("", (self.one_fact("X"),), must=said)

    def _made_so(self, like: Measure) -> Rule:
        what = like.said
        if self.chance(0.5):
            what = Count("at least", 1, "S", (fact(self.rng.choice(PAIRS), "S", "X"),))
        return Rule("", (self.one_fact("X"),), then=(fact("claims", "X", Content(what)),))
