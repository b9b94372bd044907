"""Random conditions of rules that ask whether something was denied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from property.cases import AnyOf, Atom, Condition, Conditions, Count, Not, Occurs, Phrase, Rule
from property.random_conditions import RandomConditions, fact
from property.random_times import Times
from property.vocabulary import FACTS, OCCURRENCES, PREDICATES

ROLES = {predicate.id: predicate.roles for predicate in PREDICATES}
TYPES = {pred: dict(roles or ROLES["attack"]) for pred, roles in ROLES.items()}


class RandomDenials(RandomConditions):
    """Rules about what was `denied`: by statements, and by rules before."""

    def __init__(self, rng: Random, times: Times, said: Sequence[str], denied: Sequence[Not]) -> None:
        super().__init__(rng, times, said)
        self.denied = list(denied)

    def asked(self, actor: str, occurrence: str = "") -> Not:
        """Whether something was denied of this actor, mostly much as it was; of a period now and then, or of an occurrence."""
        if not self.denied or self.chance(0.1):
            pred = self.rng.choice((*OCCURRENCES, "p", "q", "near"))
            told = Not(Atom(pred, tuple((role, "_") for role in TYPES[pred])))
        else:
            told = self.rng.choice(self.denied)
        pred = "bombing" if told.atom.pred == "attack" and self.chance(0.3) else told.atom.pred
        values = dict(told.atom.args)
        args = tuple(
            (role, self._value(values.get(role, "_"), type_, actor, occurrence))
            for role, type_ in TYPES[pred].items()
            if pred in {"pact", *FACTS} or self.chance(0.85 if role in values else 0.5)
        )
        return Not(Atom(pred, args), None if pred in FACTS else self._period(told.phrase, occurrence))

    def _value(self, told: str, type_: str, actor: str, occurrence: str) -> str:
        if self.chance(0.15):
            return "_"
        if type_ == "actor":
            return actor if self.chance(0.7) or told == "_" else told
        return occurrence if occurrence and (self.chance(0.7) or told == "_") else told

    def _period(self, told: Phrase | None, occurrence: str) -> Phrase | None:
        if self.chance(0.25):
            return None
        if told is not None and isinstance(told.moment, str) and self.chance(0.5):
            return told
        if occurrence and self.chance(0.5):
            return Phrase(self.rng.choice(("during", "during", "since", "before", "after")), occurrence)
        if told is not None and self.chance(0.5):
            return told
        return self.times.denied_period()

    def ask(self) -> Rule:
        """One shape for each place in which a rule can ask for a denial."""
        shapes: tuple[Callable[[], Rule], ...] = (
            self._given,
            self._given,
            self._unless,
            self._must,
            self._never,
            self._counted,
            self._derived,
            self._lifting,
        )
        return self.rng.choice(shapes)()

    def _subject(self) -> tuple[Conditions, str, str]:
        """What a rule is about, with its actor and its occurrence, if there is one."""
        if self.chance(0.7):
            return (self.occurrence("E", "A"),), "A", "E"
        return (self.one_fact("X"),), "X", ""

    def _open(self, actor: str, occurrence: str) -> Condition:
        """Denied, or else something."""
        asked = self.asked(actor, occurrence)
        return AnyOf(((asked,), (self.one_fact(actor),))) if self.chance(0.3) else asked

    def _given(self) -> Rule:
        given, actor, occurrence = self._subject()
        given = (*given, self._open(actor, occurrence))
        if occurrence and self.chance(0.6):
            return Rule("", given, never=(self.times.holds("E", [self.times.window()]),))
        if self.chance(0.6):
            return Rule("", given, never=(self.one_fact(actor),))
        return Rule("", given, must=(self.one_fact(actor),))

    def _unless(self) -> Rule:
        given, actor, occurrence = self._subject()
        lifting = (self._open(actor, occurrence),)
        if occurrence:
            return Rule("", given, lifting, never=(self.times.holds("E", [self.times.window()]),))
        return Rule("", given, lifting, never=(self.one_fact(actor),))

    def _must(self) -> Rule:
        given, actor, occurrence = self._subject()
        return Rule("", given, must=(self._open(actor, occurrence),))

    def _never(self) -> Rule:
        given, actor, occurrence = self._subject()
        return Rule("", given, never=(self._open(actor, occurrence),))

    def _counted(self) -> Rule:
        """A count of those of whom something is denied."""
        bound = self.rng.choice(("at least", "no", "more than", "exactly"))
        number = {"no": 0, "more than": 0}.get(bound, 1)
        counted: Conditions = (self.one_fact("Y"), self.asked("Y"))
        if self.chance(0.5):
            counted = (self.occurrence("Y", "Z"), self.asked("Z", "Y"))
        return Rule("", (self.one_fact("X"), Count(bound, number, "Y", counted)), never=(self.one_fact("X"),))

    def _derived(self) -> Rule:
        """What follows from a denial, another denial among it."""
        given, actor, occurrence = self._subject()
        given = (*given, self.asked(actor, occurrence))
        if self.chance(0.4):
            return Rule("", given, then=(self.one_fact(actor),))
        period = Phrase(self.rng.choice(("since", "during", "before")), occurrence) if occurrence else None
        then = self.rng.choice((Not(Atom("attack", (("by", actor),)), period), Not(Atom("q", (("1", actor),)))))
        return self.known(Rule("", given, then=(then,)))

    def _lifting(self) -> Rule:
        """A denial unless there is one."""
        given, actor, _ = self._subject()
        head, lifting = (Not(Atom(self.rng.choice(("p", "q")), (("1", actor),))) for _ in range(2))
        return self.known(Rule("", given, (lifting,) if self.chance(0.6) else (fact("p", actor),), then=(head,)))

    def known(self, rule: Rule) -> Rule:
        """The rule, its denials remembered for others to ask for; names of its variables are any."""
        for then in rule.then:
            if isinstance(then, Not):
                atom = replace(then.atom, args=tuple((role, "_") for role, _ in then.atom.args))
                self.denied.append(Not(atom))
        return rule


def asked_in(conditions: Conditions) -> list[tuple[str, Not]]:
    """The denials that conditions ask for, each with what it stands in: "", "or" or "count"."""
    found: list[tuple[str, Not]] = []
    for condition in conditions:
        match condition:
            case Not():
                found.append(("", condition))
            case AnyOf(items):
                found += [("or", asked) for item in items for _, asked in asked_in(item)]
            case Count(_, _, _, counted):
                found += [("count", asked) for _, asked in asked_in(counted)]
            case Occurs() | _:
                pass
    return found
