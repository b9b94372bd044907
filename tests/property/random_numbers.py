"""Random numbers: statements that tell them, exactly or not, and rules that compare them, alone or all together."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from property.cases import (
    Atom,
    Compare,
    Condition,
    Conditions,
    Count,
    Different,
    Distance,
    Extreme,
    Holds,
    Lasting,
    Length,
    Not,
    Occurs,
    Phrase,
    Rough,
    Rule,
    Term,
)
from property.random_conditions import RandomConditions, fact
from property.vocabulary import OFTEN

OPS = ("<", "<=", ">", ">=", "=", "!=")
TELLING = ("toll", "toll", "loss", "size", "weight", "crew")
OCCURRING = ("loss", "crew")
"""Numbers of an occurrence, and not of a fact."""


def told(rng: Random, pred: str, name: str) -> Occurs:
    """Somebody's number; of a size it is exact."""
    number: Term = str(rng.randint(1, 4))
    if pred != "size" and rng.random() < 0.45:
        number = rough(rng)
    return of_number(pred, rng.choice(OFTEN), number, name)


def of_number(pred: str, who: str, number: Term, name: str = "") -> Occurs:
    role = "by" if pred in OCCURRING else "1"
    return Occurs(Atom(pred, ((role, who), ("count", number))), name if pred in OCCURRING else "")


def rough(rng: Random) -> Rough:
    number = rng.randint(1, 4)
    match rng.choice(("about", "\u00b1", "..", "at least", "more than", "at most", "less than")):
        case "\u00b1":
            return Rough("\u00b1", number, rng.randint(1, 2))
        case "..":
            return Rough("..", number, number + rng.randint(1, 2))
        case how:
            return Rough(how, number)


class RandomNumbers(RandomConditions):
    """Rules about numbers; `numbers` are the predicates of which statements tell some, `exact` those of which they tell only exact ones."""

    numbers: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()

    def number_of(self, who: str, number: str, name: str = "") -> Occurs:
        return of_number(self.rng.choice(self.numbers or TELLING), who, number, name)

    def about_numbers(self) -> Rule:
        shapes = (
            *(self._given_extreme for _ in range(5)),
            self._never_extreme,
            self._must_extreme,
            self._must_extreme,
            self._unless_extreme,
            self._compared,
            self._compared,
            self._silent_number,
            self._counted_number,
            self._different_numbers,
            self._told_number,
            self._told_number,
            self._joined,
            self._joined,
            self._denied_number,
            self._derived_number,
            self._lasts,
        )
        return self.rng.choice(shapes)()

    # ------------------------------------------------------------ the greatest and the least

    def extreme(self, who: str, right: str = "") -> Extreme:
        """Of the numbers of one, or of all; sometimes only of what was lost at some time."""
        function, op = self.rng.choice(("max", "min")), self.rng.choice(OPS)
        counted: Conditions = (self.number_of(self.rng.choice((who, "_", "Y")), "N"),)
        if self.chance(0.25):
            loss = of_number("loss", self.rng.choice((who, "_")), "N", "V")
            counted = (replace(loss, phrase=self.times.window_phrase()),)
            if self.chance(0.5):
                counted = (loss, self.times.holds("V", [self.times.window()]))
        elif self.chance(0.2):
            counted = (self.number_of("Y", "N"), self.one_fact("Y"))
        elif self.chance(0.2):
            counted = (*counted, Compare("N", self.rng.choice(OPS), str(self.rng.randint(1, 4))))
        return Extreme(function, "N", counted, op, right or str(self.rng.randint(1, 4)))

    def total(self, who: str, right: str = "") -> Extreme:
        """The sum of exact numbers, of one or of all; sometimes only of what was lost at some time."""
        pred = self.rng.choice(self.exact or ("size",))
        counted: Conditions = (of_number(pred, self.rng.choice((who, "_", "Y")), "N", self.rng.choice(("", "V"))),)
        if pred in OCCURRING and self.chance(0.4):
            counted = (replace(of_number(pred, who, "N"), phrase=self.times.window_phrase()),)
        elif self.chance(0.3):
            counted = (of_number(pred, "Y", "N"), self.one_fact("Y"))
        return Extreme("sum", "N", counted, self.rng.choice(OPS), right or str(self.rng.randint(1, 8)))

    def _with_extreme(self) -> tuple[Conditions, Extreme]:
        """Something of X, and the extreme, which may be held against a number of X."""
        if self.exact and self.chance(0.35):
            right = "M" if self.chance(0.3) else ""
            given = of_number(self.rng.choice(self.exact), "X", "M") if right else self.one_fact("X")
            return (given,), self.total("X", right)
        if self.chance(0.3):
            return (self.number_of("X", "M"),), self.extreme("X", "M")
        return (self.one_fact("X"),), self.extreme("X")

    def _given_extreme(self) -> Rule:
        given, extreme = self._with_extreme()
        if self.chance(0.3):
            return Rule("", (*given, extreme), then=(fact("listed", "X"),))
        return Rule("", (*given, extreme), never=(self.one_fact("X"),))

    def _never_extreme(self) -> Rule:
        given, extreme = self._with_extreme()
        return Rule("", given, self._perhaps_lifted(), never=(extreme,))

    def _must_extreme(self) -> Rule:
        given, extreme = self._with_extreme()
        return Rule("", given, must=(extreme,))

    def _unless_extreme(self) -> Rule:
        given, extreme = self._with_extreme()
        return Rule("", given, (extreme,), never=(self.one_fact("X"),))

    def _perhaps_lifted(self) -> Conditions:
        return (fact(self.rng.choice(("p", "q", "listed")), "X"),) if self.chance(0.2) else ()

    # ------------------------------------------------------------ single numbers

    def _compared(self) -> Rule:
        """Two numbers, of one or of two."""
        given: Conditions = (self.number_of("X", "N"), self.number_of(self.rng.choice(("X", "Y")), "M"))
        compared: Condition = Compare("N", self.rng.choice(OPS), "M", self.rng.choice((0, 0, 1, 2)))
        if self.chance(0.3):
            compared = Compare("N", self.rng.choice(OPS), str(self.rng.randint(1, 4)))
            given = (self.number_of("X", "N"),)
        match self.rng.choice(("never", "never", "must", "then")):
            case "must":
                return Rule("", given, must=(compared,))
            case "then":
                return Rule("", (*given, compared), then=(self.one_fact("X"),))
            case _:
                return Rule("", given, self._perhaps_lifted(), never=(compared,))

    def _silent_number(self) -> Rule:
        """What is supposed tells a number that nobody told."""
        bound = Compare("N", self.rng.choice(("<", ">=", ">", "<=")), str(self.rng.randint(1, 4)))
        silent: Conditions = (of_number(self.rng.choice(("toll", "loss")), "X", "N"), bound)
        if self.chance(0.4):
            return Rule("", (self.one_fact("X"),), silent, never=(self.one_fact("X"),))
        return Rule("", (self.one_fact("X"),), must=silent)

    def _counted_number(self) -> Rule:
        bound = self.rng.choice(("at least", "at most", "no"))
        number = {"no": 0, "at least": 2}.get(bound, 1)
        compared = Compare("N", self.rng.choice(OPS), str(self.rng.randint(1, 4)))
        count = Count(bound, number, "Y", (self.number_of("Y", "N"), compared))
        return Rule("", (self.one_fact("X"), count), never=(self.one_fact("X"),))

    def _different_numbers(self) -> Rule:
        """So many different numbers are told of somebody."""
        bound = self.rng.choice(("at least", "at most", "exactly"))
        count = Count(bound, self.rng.choice((1, 2, 2)), "N", (self.number_of("X", "N"),))
        place = self.rng.choice(("never", "must", "given"))
        if place == "given":
            return Rule("", (self.one_fact("X"), count), never=(self.one_fact("X"),))
        return Rule("", (self.one_fact("X"),), **{place: (count,)})

    def _told_number(self) -> Rule:
        """One number that the rule itself tells."""
        number = self.number_of("X", str(self.rng.randint(1, 4)))
        match self.rng.choice(("given", "must", "unless", "never")):
            case "given":
                return Rule("", (number,), never=(self.one_fact("X"),))
            case "must":
                return Rule("", (self.one_fact("X"),), must=(number,))
            case "unless":
                return Rule("", (self.one_fact("X"),), (number,), never=(self.one_fact("X"),))
            case _:
                return Rule("", (self.one_fact("X"),), never=(number,))

    def _joined(self) -> Rule:
        """One number in two places."""
        given, other = self.number_of("X", "N"), self.number_of(self.rng.choice(("X", "Y")), "N")
        people: Conditions = (Different("X", "Y"),) if dict(other.atom.args).get(other.atom.args[0][0]) == "Y" else ()
        match self.rng.choice(("given", "must", "never", "unless")):
            case "must":
                return Rule("", (given,), must=(self.number_of("X", "N"),))
            case "never":
                return Rule("", (given,), never=(self.number_of("X", "N"),))
            case "unless":
                return Rule("", (given,), (self.number_of("X", "N"),), never=(self.one_fact("X"),))
            case _:
                return Rule("", (given, other, *people), never=(self.one_fact("X"),))

    def _denied_number(self) -> Rule:
        """Somebody denied the number that is told, or some number."""
        number = self.number_of("X", "N")
        pred = self.rng.choice(self.numbers or TELLING)
        asked = Not(of_number(pred, "X", self.rng.choice(("N", "N", "3"))).atom)
        if self.chance(0.5):
            return Rule("", (number,), never=(asked,))
        return Rule("", (number,), (asked,), never=(self.one_fact("X"),))

    def _derived_number(self) -> Rule:
        """A number told of one is told of another, or of all."""
        return Rule("", (_toll("X", "N"), Different("X", "Y"), self.one_fact("Y")), then=(_toll("Y", "N"),))

    def _lasts(self) -> Rule:
        """How long something lasts, held against a number of the data, or so many times as much as that."""
        given: Conditions = (self.occurrence("E", "A"), of_number("size", self.rng.choice(("A", "Y")), "N"))
        op = self.rng.choice(OPS)
        lasting = Lasting("E", self.rng.choice(("minute", "minute", "hour")))
        test: Condition = Compare(lasting, op, "N", self.rng.choice((0, 0, 1)))
        match self.rng.choice(("plain", "times", "turned", "phrase")):
            case "times":
                test = Compare(replace(lasting, times="N"), op, str(self.rng.randint(1, 6)))
            case "turned":
                test = Compare("N", op, lasting, self.rng.choice((0, 1)))
            case "phrase":
                how = self.rng.choice(("at least", "at most", "exactly", "plain"))
                test = Holds("E", Phrase("lasts", None, Distance(how, Length("N", lasting.unit))))
            case _:
                pass
        if self.chance(0.5):
            return Rule("", given, never=(test,))
        return Rule("", given, must=(test,))


def _toll(who: str, number: str) -> Occurs:
    return Occurs(Atom("toll", (("1", who), ("count", number))))


def statements(rng: Random) -> tuple[tuple[Conditions, str], ...]:
    """What statements tell of numbers, with the predicate of each."""
    found: list[tuple[Conditions, str]] = []
    of_one = rng.choice(TELLING) if rng.random() < 0.4 else ""
    for nth in range(rng.choice((1, 2, 2, 3))):
        pred = of_one or rng.choice(TELLING)
        found.append(((told(rng, pred, f"n{nth}"),), pred))
    if rng.random() < 0.25:
        found.append(((Not(of_number(pred, rng.choice(OFTEN), str(rng.randint(1, 4))).atom),), pred))
    return tuple(found)
