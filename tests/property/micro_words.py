"""The statements and rules that the micro-cases are made of."""

from __future__ import annotations

from property.cases import (
    Atom,
    Case,
    Conditions,
    Distance,
    Holds,
    Length,
    Occurs,
    Phrase,
    Predicate,
    Rule,
    Statement,
    Ticks,
)

EVENT = (("by", "thing"),)
PREDICATES = (
    Predicate("truce", "state", (("by", "thing"), ("with", "thing"))),
    Predicate("attack", "event", (("by", "thing"), ("on", "thing"))),
    Predicate("ended", "fact", (("1", "state"),)),
    Predicate("ending", "event", (("of", "state"),)),
    Predicate("breach", "event", EVENT),
    Predicate("notice", "event", (("of", "event"),)),
    Predicate("p", "fact", (("1", "thing"),)),
    Predicate("q", "fact", (("1", "thing"),)),
    Predicate("p2", "fact", (("1", "thing"),)),
    Predicate("note", "fact", (("1", "thing"),)),
    Predicate("near", "fact", (("1", "thing"), ("2", "thing")), symmetric=True),
    Predicate("first", "event", EVENT),
    Predicate("second", "event", EVENT),
    Predicate("third", "event", EVENT),
    Predicate("tick", "event", EVENT),
)
THINGS = ("x-land", "y-land")


def atom(pred: str, **roles: str) -> Atom:
    return Atom(pred, tuple(roles.items()))


def fact(pred: str, *values: str) -> Conditions:
    return (Occurs(Atom(pred, tuple((str(i), value) for i, value in enumerate(values, 1)))),)


def event(pred: str, name: str, phrase: Phrase | None = None) -> Occurs:
    return Occurs(atom(pred, by="x-land"), name, phrase)


def any_event(pred: str, name: str) -> Occurs:
    return Occurs(atom(pred, by="_"), name)


def case(statements: tuple[Statement, ...], *rules: Rule, reported: int | None = None, blame: str = "statements") -> Case:
    names = {source for statement in statements for source in statement.sources}
    sources = tuple((name, None) for name in sorted(names))
    return Case(PREDICATES, THINGS, statements, rules, sources=sources, reported=reported, blame=blame)


def each(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple((name,) for name in sorted(names))


TRUCE = Occurs(Atom("truce", (("by", "A"), ("with", "B"))), "T")
ANY_TRUCE = Occurs(Atom("truce", (("by", "_"), ("with", "_"))), "T")
ATTACK = Occurs(Atom("attack", (("by", "A"), ("on", "B"))))
ENDED = Occurs(Atom("ended", (("1", "T"),)))
ENDING = Occurs(Atom("ending", (("of", "T"),)))
T = Statement(
    "t", (Occurs(atom("truce", by="x-land") if False else Atom("truce", (("by", "x-land"), ("with", "y-land"))), "t"),)
)
A = Statement("a", (Occurs(Atom("attack", (("by", "x-land"), ("on", "y-land"))), "a"),))
X_ENDED = Statement("x", fact("ended", "t"))
X_ENDING = Statement("x", (Occurs(Atom("ending", (("of", "t"),)), "x"),))
TRUCE_RULE = Rule("k", given=(TRUCE,), unless=(ENDED,), never=(ATTACK,))
ENDING_RULE = Rule("k", given=(TRUCE,), unless=(ENDING,), never=(ATTACK,))
TRUCE_KEY = ("k", ("x-land", "y-land", "t"))
TAK = ("accept(a)", "accept(t)", "keep(k)")
ABSENT_ENDED = "absent(ended(t))"

P = Statement("p-said", fact("p", "x-land"))
C = Rule("c", given=fact("p", "X"), never=fact("q", "X"), certain=True)
C_KEY = ("c", ("x-land",))
S = Statement("s", fact("p", "x-land"))
X = Statement("x", fact("q", "x-land"))
R = Statement("r", fact("note", "x-land"), retracts=("s",))

DAY = Ticks(0, 1439)
MUST = Rule(
    "k",
    given=(Occurs(Atom("breach", (("by", "_"),)), "E"),),
    must=(Occurs(Atom("notice", (("of", "E"),)), "", Phrase("metric", "E", Distance("within", Length(3, "minute")), "after")),),
)
MUST_KEY = ("k", ("e",))
MUST_GUARDS = ("absent(notice(of e) within 3 minutes after e)", "accept(e)", "keep(k)")


def breach(first: int, last: int) -> Statement:
    return Statement("e", (event("breach", "e"),), Phrase("inside", Ticks(first, last)))


def tick(name: str, pred: str) -> Statement:
    return Statement(name, (event(pred, name),), Phrase("inside", Ticks(0, 1)))


def apart(one: str, two: str) -> Rule:
    given = (any_event(one, "E"), any_event(two, "F"))
    return Rule(f"{one}-{two}", given=given, never=(Holds("E", Phrase("intersects", "F")),), certain=True)


ORDER = Rule("k", given=(any_event("first", "E"), any_event("second", "F")), never=(Holds("E", Phrase("before", "F")),))
ORDER_KEY = ("k", ("a", "b"))
CERTAIN_ORDER = Rule("k", given=ORDER.given, never=ORDER.never, certain=True)
UNDATED = (Statement("c", (event("first", "c"),), certain=True), Statement("d", (event("second", "d"),), certain=True))
TICK = Statement("n", (event("tick", "n"),), certain=True)


def dated(statement: str, name: str, phrase: Phrase) -> Statement:
    return Statement(statement, (Holds(name, phrase),))
