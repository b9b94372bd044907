"""The table of micro-cases of DESIGN.md section 4, row by row, for the oracle and for the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from property import printing
from property.cases import (
    Atom,
    Case,
    Holds,
    Not,
    Phrase,
    Reading,
    Rule,
    Statement,
    Ticks,
)
from property.micro_words import (
    ABSENT_ENDED,
    ANY_TRUCE,
    C_KEY,
    CERTAIN_ORDER,
    DAY,
    ENDED,
    ENDING_RULE,
    MUST,
    MUST_GUARDS,
    MUST_KEY,
    ORDER,
    ORDER_KEY,
    TAK,
    TICK,
    TRUCE_KEY,
    TRUCE_RULE,
    UNDATED,
    X_ENDED,
    X_ENDING,
    A,
    C,
    R,
    S,
    T,
    X,
    any_event,
    apart,
    breach,
    case,
    dated,
    each,
    event,
    fact,
    tick,
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
