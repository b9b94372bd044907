"""The table of micro-cases of DESIGN.md section 4, row by row, for the oracle and for the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from property import printing
from property.cases import (
    Atom,
    Case,
    Conditions,
    Distance,
    Holds,
    Length,
    Not,
    Occurs,
    Phrase,
    Predicate,
    Reading,
    Rule,
    Statement,
    Ticks,
)
from property.program import Key


@dataclass(frozen=True, slots=True)
class MicroCase:
    """`repairs` as sets of guards, cheapest first, as all costs are alike; `verdicts` of those that are not none."""

    name: str
    case: Case
    conflicts: tuple[tuple[str, ...], ...]
    repairs: tuple[tuple[str, ...], ...]
    verdicts: dict[Key, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, str]:
        return printing.files(self.case)


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


MICRO_CASES = (
    MicroCase(
        "a truce and an attack, nothing said of its end",
        case((T, A), TRUCE_RULE),
        (tuple(sorted((ABSENT_ENDED, *TAK))),),
        each(ABSENT_ENDED, *TAK),
        {TRUCE_KEY: "certain"},
    ),
    MicroCase("a truce and an attack, x says ended", case((T, A, X_ENDED), TRUCE_RULE), (), ((),)),
    MicroCase(
        "a truce and an attack, x says ended, d denies it",
        case((T, A, X_ENDED, Statement("d", (Not(Atom("ended", (("1", "t"),))),))), TRUCE_RULE),
        (("accept(a)", "accept(d)", "accept(t)", "keep(k)"), ("accept(d)", "accept(x)")),
        (("accept(d)",), ("accept(a)", "accept(x)"), ("accept(t)", "accept(x)"), ("accept(x)", "keep(k)")),
        {TRUCE_KEY: "certain", ("not d", ("fact",)): "certain"},
    ),
    MicroCase(
        "the same with an ending that is an event: what is supposed meets the denial too",
        case((T, A, X_ENDING, Statement("d", (Not(Atom("ending", (("of", "t"),))),))), ENDING_RULE),
        (("accept(a)", "accept(d)", "accept(t)", "keep(k)"), ("accept(d)", "accept(x)")),
        (("accept(d)",), ("accept(a)", "accept(x)"), ("accept(t)", "accept(x)"), ("accept(x)", "keep(k)")),
        {TRUCE_KEY: "certain", ("not d", ("x",)): "certain", ("not d", ("absent(ending(of t)):0",)): "certain"},
    ),
    MicroCase(
        "a truce and an attack, and ended breaks a certain rule",
        case((T, A), TRUCE_RULE, Rule("j", given=(ANY_TRUCE,), never=(ENDED,), certain=True)),
        (TAK,),
        each(*TAK),
        {TRUCE_KEY: "certain", ("j", ("t",)): "certain"},
    ),
    MicroCase("r retracts s, which clashes with x", case((S, X, R), C), (), ((),)),
    MicroCase(
        "r retracts s, which clashes with x, and y clashes with r",
        case(
            (S, X, R, Statement("y", fact("p2", "x-land"))),
            C,
            Rule("ry", given=fact("note", "X"), never=fact("p2", "X"), certain=True),
        ),
        (("accept(r)", "accept(y)"), ("accept(s)", "accept(x)", "accept(y)")),
        (("accept(y)",), ("accept(r)", "accept(s)"), ("accept(r)", "accept(x)")),
        {C_KEY: "certain", ("ry", ("x-land",)): "certain"},
    ),
    MicroCase(
        "r retracts itself",
        case((Statement("r", fact("note", "x-land"), retracts=("r",)),)),
        (("accept(r)",),),
        each("accept(r)"),
    ),
    MicroCase(
        "s and s2 both say p, x says q",
        case((S, Statement("s2", fact("p", "x-land")), X), C),
        (("accept(s)", "accept(x)"), ("accept(s2)", "accept(x)")),
        (("accept(x)",), ("accept(s)", "accept(s2)")),
        {C_KEY: "certain"},
    ),
    MicroCase(
        "one source says p and q",
        case(
            (Statement("s", fact("p", "x-land"), sources=("o",)), Statement("x", fact("q", "x-land"), sources=("o",))),
            C,
            blame="sources",
        ),
        (("trust(o)",),),
        each("trust(o)"),
        {C_KEY: "certain"},
    ),
    MicroCase(
        "p and q without guards",
        case((Statement("s", fact("p", "x-land"), certain=True), Statement("x", fact("q", "x-land"), certain=True)), C),
        ((),),
        (),
        {C_KEY: "certain"},
    ),
    MicroCase(
        "reading p or p2, open, x says q",
        case(
            (
                Statement(
                    "s", readings=(Reading(fact("p", "x-land")), Reading(fact("p2", "x-land"))), prefer=False, certain=True
                ),
                X,
            ),
            C,
        ),
        (),
        ((),),
        {C_KEY: "tension"},
    ),
    MicroCase(
        "reading p or p2, p preferred, x says q",
        case(
            (Statement("s", readings=(Reading(fact("p", "x-land")), Reading(fact("p2", "x-land"))), certain=True), X),
            C,
        ),
        (("accept(x)", "reading(s)"),),
        each("accept(x)", "reading(s)"),
        {C_KEY: "certain"},
    ),
    MicroCase(
        "three events on two ticks, no two on one",
        case(
            (tick("a", "first"), tick("b", "second"), tick("c", "third")),
            apart("first", "second"),
            apart("first", "third"),
            apart("second", "third"),
        ),
        (("accept(a)", "accept(b)", "accept(c)"),),
        each("accept(a)", "accept(b)", "accept(c)"),
        {
            ("first-second", ("a", "b")): "certain",
            ("first-third", ("a", "c")): "certain",
            ("second-third", ("b", "c")): "certain",
        },
    ),
    MicroCase(
        "must within, unmet, deadline past",
        case((breach(-10, -6),), MUST, reported=0),
        (MUST_GUARDS,),
        each(*MUST_GUARDS),
        {MUST_KEY: "certain"},
    ),
    MicroCase(
        "must within, unmet, deadline perhaps past",
        case((breach(-10, 3),), MUST, reported=0),
        (),
        ((),),
        {MUST_KEY: "tension"},
    ),
    MicroCase("must within, unmet, deadline not past", case((breach(-2, 3),), MUST, reported=0), (), ((),)),
    MicroCase(
        "two events of one day, never the one before the other",
        case(
            (
                Statement("a", (event("first", "a"),), Phrase("inside", DAY)),
                Statement("b", (event("second", "b"),), Phrase("inside", DAY)),
            ),
            ORDER,
        ),
        (),
        ((),),
        {ORDER_KEY: "tension"},
    ),
    MicroCase(
        "two events of one day, never the one before the other, but b says after",
        case(
            (
                Statement("a", (event("first", "a"),), Phrase("inside", DAY)),
                Statement("b", (event("second", "b"), Holds("b", Phrase("during", DAY)), Holds("b", Phrase("after", "a")))),
            ),
            ORDER,
        ),
        (("accept(a)", "accept(b)", "keep(k)"),),
        each("accept(a)", "accept(b)", "keep(k)"),
        {ORDER_KEY: "certain"},
    ),
    MicroCase(
        "a truce after the event that it would forbid",
        case(
            (
                Statement("t", T.says, Phrase("after", "e")),
                Statement("e", (event("breach", "e"),), Phrase("inside", DAY)),
            ),
            Rule("k", given=(ANY_TRUCE, any_event("breach", "E")), never=(Holds("E", Phrase("during", "T")),)),
        ),
        (),
        ((),),
    ),
    MicroCase(
        "an impossible window aside, two undated events",
        case(
            (
                TICK,
                *UNDATED,
                dated("a", "n", Phrase("by", Ticks(1, 1))),
                dated("b", "n", Phrase("after", Ticks(1, 1))),
            ),
            CERTAIN_ORDER,
        ),
        (("accept(a)", "accept(b)"),),
        each("accept(a)", "accept(b)"),
        {("k", ("c", "d")): "tension"},
    ),
    MicroCase(
        "an impossible window, never early",
        case(
            (TICK, dated("a", "n", Phrase("by", Ticks(2, 2))), dated("b", "n", Phrase("after", Ticks(3, 3)))),
            Rule("k", given=(any_event("tick", "E"),), never=(Holds("E", Phrase("by", Ticks(1, 1))),), certain=True),
        ),
        (("accept(a)", "accept(b)"),),
        each("accept(a)", "accept(b)"),
        {("k", ("n",)): "conditional"},
    ),
    MicroCase(
        "p unless p",
        case(
            (Statement("g", fact("note", "x-land")),),
            Rule("k", given=fact("note", "X"), unless=fact("p", "X"), then=fact("p", "X"), certain=True),
        ),
        (("absent(p(x-land))", "accept(g)"),),
        each("absent(p(x-land))", "accept(g)"),
    ),
)
