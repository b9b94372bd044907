"""Random contents, `that p(A)`: statements in which somebody holds one, and rules that ask for them and make them."""

from __future__ import annotations

from random import Random

from property.cases import Atom, Condition, Conditions, Content, Count, Not, Occurs, Rule, Term
from property.random_conditions import RandomConditions, fact
from property.vocabulary import OFTEN, PLAIN_FACTS

HOLDS = ("claims", "claims", "tells")


def held(rng: Random, by: str, what: Term, name: str = "") -> Occurs:
    """Somebody claims it, or tells it at some time."""
    if rng.choice(HOLDS) == "claims":
        return Occurs(Atom("claims", (("1", by), ("2", what))))
    return Occurs(Atom("tells", (("by", by), ("of", what))), name)


def statements(rng: Random, told: list[tuple[str, Atom]]) -> tuple[Conditions, ...]:
    """Who holds what: a content like what a statement says, one like none, one that holds another, or a statement itself.

    `told` are the statements that tell of one thing each.
    """
    found: list[Conditions] = []
    for nth in range(rng.choice((1, 1, 2))):
        name, like = rng.choice(told)
        what: Term = Content(like)
        match rng.choice(("like", "like", "like", "other", "nested", "statement", "statement", "denied")):
            case "statement":
                what = name
            case "other":
                what = Content(Atom(rng.choice(PLAIN_FACTS), (("1", rng.choice(OFTEN)),)))
            case "nested":
                what = Content(Atom("claims", (("1", rng.choice(OFTEN)), ("2", what))))
            case "denied":
                found.append((Not(held(rng, rng.choice(OFTEN), what).atom),))
                continue
            case _:
                pass
        found.append((held(rng, rng.choice(OFTEN), what, f"t{nth}"),))
    return tuple(found)


def pattern(rng: Random, like: Atom, who: str = "A") -> Content:
    """A content like this one, with a variable for the first actor in it."""
    rest = [(role, rng.choice(("_", "_", term if isinstance(term, str) else "_"))) for role, term in like.args[1:]]
    return Content(Atom(like.pred, ((like.args[0][0], who), *rest)))


class RandomContents(RandomConditions):
    """Rules about contents. `likes` are atoms that statements tell, whose first role is an actor's."""

    likes: tuple[Atom, ...] = ()

    def about_contents(self) -> Rule:
        like = pattern(self.rng, self.rng.choice(self.likes))
        holder = self.rng.choice(("X", "_", "A"))
        given: Conditions = (held(self.rng, holder, like),)
        if self.chance(0.2):
            given = (held(self.rng, holder, Content(Atom("claims", (("1", self.rng.choice(("Y", "_"))), ("2", like))))),)
        shapes = (
            self._never_hold,
            self._never_hold,
            self._true,
            self._true,
            self._lifted,
            self._must_hold,
            self._made,
            self._made,
            self._counted_holders,
        )
        return self.rng.choice(shapes)(given, like)

    def _never_hold(self, given: Conditions, like: Content) -> Rule:
        if self.chance(0.5):
            return Rule("", given, never=(self.one_fact("A"),))
        return Rule("", (self.one_fact("A"),), never=(held(self.rng, self.rng.choice(("X", "A")), like),))

    def _true(self, given: Conditions, like: Content) -> Rule:
        if self.chance(0.6):
            true: Condition = Occurs(Atom("true", (("1", "P"),)))
            given = (Occurs(Atom("claims", (("1", "X"), ("2", "P")))),)
            return Rule("", given, never=(true,)) if self.chance(0.6) else Rule("", given, must=(true,))
        return Rule("", given, never=(Occurs(Atom("true", (("1", like),))),))

    def _lifted(self, given: Conditions, like: Content) -> Rule:
        lifting = held(self.rng, self.rng.choice(("_", "A")), Content(_filled(like.says)))
        return Rule("", (self.one_fact("A"),), (lifting,), never=(self.one_fact("A"),))

    def _must_hold(self, given: Conditions, like: Content) -> Rule:
        due = held(self.rng, self.rng.choice(("_", "A")), Content(_filled(like.says)))
        return Rule("", (self.one_fact("A"),), must=(due,))

    def _made(self, given: Conditions, like: Content) -> Rule:
        if self.chance(0.5):
            given = (self.one_fact("A"),)
        what = self.rng.choice((fact(self.rng.choice(PLAIN_FACTS), "A").atom, _filled(like.says)))
        return Rule("", given, then=(fact("claims", "A", Content(what)),))

    def _counted_holders(self, given: Conditions, like: Content) -> Rule:
        bound = self.rng.choice(("at least", "at least", "no", "at most"))
        number = {"no": 0, "at least": 2}.get(bound, 1)
        count = Count(bound, number, "Y", (held(self.rng, "_", pattern(self.rng, like.says, "Y")),))
        return Rule("", (self.one_fact("X"), count), never=(self.one_fact("X"),))


def _filled(atom: Atom) -> Atom:
    """With a name for each `_`: what is made or missed is a whole content."""
    return Atom(atom.pred, tuple((role, OFTEN[0] if term == "_" else term) for role, term in atom.args))
