"""Single meanings of the oracle, held against what was worked out by hand from DESIGN.md and LANGUAGE.md."""

from __future__ import annotations

from itertools import product

import pytest
from property import naming
from property.cases import (
    ALLEN_WORDS,
    STRICT_WORDS,
    Atom,
    Case,
    Content,
    Count,
    Distance,
    Extreme,
    Holds,
    Hypothesis,
    Initiates,
    Lasting,
    Length,
    Occurs,
    Phrase,
    Predicate,
    Rough,
    Rule,
    Same,
    Statement,
    Terminates,
    Ticks,
)
from property.counting import is_so
from property.formulas import ZERO, Le, meaning, negation
from property.numbering import lasting, window
from property.oracle import Verdict, evaluate
from property.program import cost

THIRTEEN = (*STRICT_WORDS, *ALLEN_WORDS)
PREDICATES = (
    Predicate("attack", "event", (("by", "actor"),)),
    Predicate("truce", "state", (("by", "actor"),)),
    Predicate("notice", "event", (("of", "occurrence"),)),
    Predicate("p", "fact", (("1", "actor"),)),
    Predicate("q", "fact", (("1", "actor"),)),
    Predicate("near", "fact", (("1", "actor"), ("2", "actor"))),
    Predicate("claims", "fact", (("1", "actor"), ("2", "content"))),
    Predicate("toll", "fact", (("count", "number"),)),
)


def attack(name: str, actor: str = "ada") -> Occurs:
    return Occurs(Atom("attack", (("by", actor),)), name)


def truce(name: str, actor: str = "ada") -> Occurs:
    return Occurs(Atom("truce", (("by", actor),)), name)


def fact(pred: str, term: str) -> Occurs:
    return Occurs(Atom(pred, (("1", term),)))


def sure(name: str, *says: Occurs | Holds | Same) -> Statement:
    return Statement(name, says, certain=True)


def case(statements: tuple[Statement, ...], *rules: Rule, hypotheses: tuple[Hypothesis, ...] = ()) -> Case:
    return Case(PREDICATES, ("ada", "ben"), statements, rules, hypotheses)


def test_exactly_one_of_the_thirteen_holds() -> None:
    spans = [(start, end) for start in range(5) for end in range(start, 5)]
    for (s, e), (t, f) in product(spans, spans):
        moments = {ZERO: 0, "start of a": s, "end of a": e, "start of b": t, "end of b": f}
        assert sum(is_so(meaning("a", Phrase(word, "b")), moments) for word in THIRTEEN) == 1


def test_not_is_the_complement() -> None:
    spans = [(start, end) for start in range(4) for end in range(start, 4)]
    for (s, e), (t, f), word in product(spans, spans, ("before", "during", "intersects", "contains", "until", *THIRTEEN)):
        moments = {ZERO: 0, "start of a": s, "end of a": e, "start of b": t, "end of b": f}
        formula = meaning("a", Phrase(word, "b"))
        assert is_so(formula, moments) != is_so(negation(formula), moments)
        assert is_so(negation(formula), moments) == is_so(meaning("a", Phrase(word, "b", negated=True)), moments)


@pytest.mark.parametrize(
    ("distance", "least", "most"),
    [
        (Distance("plain", Length(5, "minute")), 5, 5),
        (Distance("plain", Length(2, "hour")), 90, 150),
        (Distance("plain", Length(2, "day")), 1441, 4319),
        (Distance("about", Length(2, "hour")), 60, 180),
        (Distance("exactly", Length(1, "day")), 1440, 1440),
        (Distance("±", Length(5, "minute"), Length(2, "minute")), 3, 7),
        (Distance("within", Length(3, "minute")), 0, 3),
        (Distance("at most", Length(3, "minute")), 1, 3),
        (Distance("between", Length(2, "minute"), Length(4, "minute")), 2, 4),
    ],
)
def test_a_length_after_is_good_to_its_tolerance(distance: Distance, least: int, most: int) -> None:
    formula = meaning("a", Phrase("metric", "b", distance, "after"))

    def distant(ticks: int) -> bool:
        return is_so(formula, {ZERO: 0, "start of a": ticks, "end of a": ticks, "start of b": 0, "end of b": 0})

    assert distant(least)
    assert distant(most)
    assert not distant(least - 1)
    assert not distant(most + 1)


def test_costs_are_log_odds() -> None:
    assert [cost(trust) for trust in (0.9, 0.5, 0.3, 0.95)] == [2197, 0, 0, 2944]


def test_guards_are_named_in_the_language_of_rules() -> None:
    conditions = (Occurs(Atom("notice", (("of", "E"),)), "N"), Holds("N", Phrase("before", "E")))
    assert naming.absent(conditions, {"E": "e"}) == "absent(notice(of e) as _1 and _1 before e)"
    assert naming.honoured("duty", ("ada", "e")) == "honoured(duty, ada, e)"
    assert naming.link("s", 2) == "link(s, 2)"


def test_the_hidden_premise_of_the_seeds_argument() -> None:
    """A truce after tick 0 and before tick 9, an attack at some tick from 3 to 5: "the truce was in force by tick 3"."""
    forbids = Rule("k", (truce("T", "A"), attack("E", "A")), never=(Holds("E", Phrase("after", "T")),), certain=True)
    instant = Holds("t", Phrase("lasts", None, Distance("exactly", Length(0, "minute"))))
    window = Holds("t", Phrase("during", Ticks(1, 8)))
    statements = (
        sure("t", truce("t"), instant, window),
        sure("e", attack("e"), Holds("e", Phrase("during", Ticks(3, 5)))),
    )
    found = evaluate(case(statements, forbids)).verdicts["k", ("ada", "t", "e")]
    ends = tuple(Le(f"{which} of t", ZERO, 2) for which in ("start", "end"))
    assert found == Verdict("tension", (), (ends,))


def test_a_premise_on_a_difference_where_no_single_time_does() -> None:
    never = Rule("k", (attack("E", "A"), truce("T", "A")), never=(Holds("E", Phrase("before", "T")),), certain=True)
    found = evaluate(case((sure("e", attack("e")), sure("t", truce("t"))), never)).verdicts["k", ("ada", "e", "t")]
    assert found == Verdict("tension", (), ((Le("end of e", "start of t", -1),),))


def test_counts_go_by_class() -> None:
    """Two names of one actor count once, for as long as the identity holds."""
    rule = Rule("k", (fact("q", "X"), Count("at least", 2, "Y", (fact("p", "Y"),))), never=(fact("q", "X"),), certain=True)
    said = (sure("a", fact("p", "ada")), sure("b", fact("p", "ben")), sure("q", fact("q", "ada")))
    assert evaluate(case(said, rule)).conflicts == ((),)
    together = evaluate(case((*said, Statement("same", (Same("ada", "ben"),))), rule))
    assert (together.conflicts, together.repairs) == ((), ((0, ()),))


def test_a_hypothesis_is_supposed_where_that_undoes_a_conflict() -> None:
    """Its guard is named in no conflict that supposing it does not undo."""
    never = Rule("k", (fact("p", "X"),), unless=(fact("q", "X"),), never=(fact("p", "X"),), certain=True)
    answer = evaluate(case((Statement("s", fact_of("p")),), never, hypotheses=(Hypothesis("h", fact_of("q"), likely=0.2),)))
    assert answer.conflicts == (("absent(h)", "absent(q(ada))", "accept(s)"),)
    assert answer.repairs[0] == (1386, ("absent(h)",))


def fact_of(pred: str) -> tuple[Occurs]:
    return (fact(pred, "ada"),)


def test_a_norm_has_one_guard_for_each_instance() -> None:
    duty = Rule("duty", (attack("E", "A"),), must=(Occurs(Atom("notice", (("of", "E"),))),), norm=True)
    answer = evaluate(case((sure("e", attack("e")),), duty))
    assert answer.conflicts == (("absent(notice(of e))", "honoured(duty, ada, e)"),)
    assert answer.repairs == ((0, ("honoured(duty, ada, e)",)), (2197, ("absent(notice(of e))",)))


def test_a_state_holds_from_the_event_that_initiates_it_to_the_first_that_terminates_it() -> None:
    """Started by e at tick 0 and ended by f at tick 5: it intersects tick 4 and not tick 6."""
    starts = Rule("starts", (attack("E", "ada"),), then=(Initiates("E", Atom("truce", (("by", "ada"),))),), certain=True)
    ends = Rule("ends", (truce("T", "ada"), attack("E", "ben")), then=(Terminates("E", "T"),), certain=True)
    said = (
        sure("e", attack("e"), Holds("e", Phrase("during", Ticks(0, 0)))),
        sure("f", attack("f", "ben"), Holds("f", Phrase("during", Ticks(5, 5)))),
    )

    def verdict(tick: int) -> str:
        test = Rule("k", (truce("T", "ada"),), never=(Holds("T", Phrase("intersects", Ticks(tick, tick))),), trust=0.8)
        return evaluate(case(said, starts, ends, test)).verdicts["k", ("starts(e)",)].verdict

    assert [verdict(tick) for tick in (-1, 0, 4, 5, 6)] == ["none", "certain", "certain", "certain", "none"]


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        (Rough("about", 4), 3, 5),
        (Rough("about", 30), 27, 33),
        (Rough("±", 4, 2), 2, 6),
        (Rough("..", 2, 5), 2, 5),
        (Rough("at least", 3), 3, None),
        (Rough("more than", 3), 4, None),
        (Rough("at most", 3), None, 3),
        (Rough("less than", 3), None, 2),
    ],
)
def test_the_window_of_a_number(told: Rough, low: int | None, high: int | None) -> None:
    assert window(told) == (low, high)


@pytest.mark.parametrize(
    ("told", "op", "right", "lasting_so"),
    [
        (Lasting("a", "minute"), "<", "3", {0, 1, 2}),
        (Lasting("a", "minute"), ">=", "3", {3, 4, 5, 6, 7}),
        (Lasting("a", "minute"), "!=", "3", {0, 1, 2, 4, 5, 6, 7}),
        (Lasting("a", "minute", "2"), "<=", "5", {0, 1, 2}),
        (Lasting("a", "minute", "2"), "=", "5", set()),
        (Lasting("a", "minute", "3"), "=", "6", {2}),
        (Lasting("a", "minute", "0"), "<", "1", {0, 1, 2, 3, 4, 5, 6, 7}),
    ],
)
def test_so_many_times_a_length(told: Lasting, op: str, right: str, lasting_so: set[int]) -> None:
    formula = lasting(told, op, right, 0)
    assert {ticks for ticks in range(8) if is_so(formula, {"start of a": 5, "end of a": 5 + ticks})} == lasting_so


def toll(number: str | Rough) -> Occurs:
    return Occurs(Atom("toll", (("count", number),)))


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "=", "!="])
@pytest.mark.parametrize("numbers", [(), (1,), (2,), (3,), (1, 2), (1, 3), (2, 3), (1, 2, 3)])
@pytest.mark.parametrize("function", ["max", "min"])
def test_the_greatest_and_the_least_of_some_numbers(function: str, numbers: tuple[int, ...], op: str) -> None:
    """Below all numbers, and above all, where there is none."""
    rule = Rule("k", (fact("q", "X"),), never=(Extreme(function, "N", (toll("N"),), op, "2"),), certain=True)
    said = [sure(f"s{number}", toll(str(number))) for number in numbers]
    extreme = (max if function == "max" else min)(numbers, default=-9 if function == "max" else 9)
    so = {"<": extreme < 2, "<=": extreme <= 2, ">": extreme > 2, ">=": extreme >= 2, "=": extreme == 2, "!=": extreme != 2}[op]
    found = evaluate(case((*said, Statement("q", fact_of("q"))), rule))
    assert found.conflicts == ((("accept(q)",),) if so else ())


def test_the_greatest_of_unknowns_is_open() -> None:
    """From 1 to 3, or 2: the greatest is 3 at most, and at least 2."""
    said = (sure("a", toll(Rough("..", 1, 3))), sure("b", toll("2")), Statement("q", fact_of("q")))

    def verdict(op: str, number: int) -> str:
        rule = Rule("k", (fact("q", "X"),), never=(Extreme("max", "N", (toll("N"),), op, str(number)),), certain=True)
        return evaluate(case(said, rule)).verdicts["k", ("ada",)].verdict

    assert [verdict(">=", number) for number in (2, 3, 4)] == ["certain", "tension", "none"]
    assert [verdict("=", number) for number in (1, 2, 3)] == ["none", "tension", "tension"]


def test_what_is_counted_in_a_content_has_no_letter() -> None:
    """Whoever holds that two signed holds it whatever the two are called; of whom they speak is a name."""

    def held(letter: str, on: str) -> Content:
        return Content(Count("at least", 2, letter, (Occurs(Atom("near", (("1", letter), ("2", on)))),)))

    def claims(by: str, what: Content) -> Occurs:
        return Occurs(Atom("claims", (("1", by), ("2", what))))

    rule = Rule("k", (claims("X", held("U", "A")), fact("q", "A")), never=(fact("q", "X"),), certain=True)
    said = (sure("c", claims("ada", held("S", "ben"))), sure("q", fact("q", "ben")), Statement("a", fact_of("q")))
    assert evaluate(case(said, rule)).conflicts == (("accept(a)",),)
