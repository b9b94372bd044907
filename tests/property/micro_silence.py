"""Small cases of silence: of counts, which nobody said to be false in `given` and to be met in `must`, and of symmetric words."""

from __future__ import annotations

from property.cases import Conditions, Count, Rule, Statement
from property.micro_cases import MicroCase
from property.micro_words import case, each, fact

NOTE = Statement("n", fact("note", "x-land"))
ONE = Statement("a", fact("p", "x-land"))
OTHER = Statement("b", fact("p", "y-land"))
ANY = "at least 1 _1 with p(_1)"


def some(bound: str, number: int = 0) -> Count:
    return Count(bound, number, "Y", fact("p", "Y"))


def given(rule: str, *counts: Count) -> Rule:
    return Rule(rule, given=(*fact("note", "X"), *counts), never=fact("note", "X"))


def must(rule: str, count: Count) -> Rule:
    return Rule(rule, given=(*fact("note", "X"), *fact("note", "X")), must=(count,))


K_KEY = ("k", ("x-land",))
L_KEY = ("l", ("x-land",))


def one_conflict(name: str, absent: str, statements: tuple[Statement, ...], *rules: Rule) -> MicroCase:
    members = (f"absent({absent})", *(f"accept({one.id})" for one in statements), *(f"keep({rule.id})" for rule in rules))
    return MicroCase(name, case(statements, *rules), (tuple(sorted(members)),), each(*members), {K_KEY: "certain"})


COUNT_CASES = (
    one_conflict("no in given: nobody says that anybody does", ANY, (NOTE,), given("k", some("no"))),
    one_conflict(
        "at most in given: nobody says that more do",
        "more than 1 _1 with p(_1)",
        (ONE, NOTE),
        Rule("k", given=(*fact("note", "X"), *fact("p", "X"), some("at most", 1)), never=fact("note", "X")),
    ),
    one_conflict("less than in given", "at least 1 _1 with p(_1)", (NOTE,), given("k", some("less than", 1))),
    one_conflict(
        "exactly in given: nobody says that fewer or more do",
        "less than 2 _1 with p(_1) or more than 2 _1 with p(_1)",
        (ONE, OTHER, NOTE),
        given("k", some("exactly", 2)),
    ),
    one_conflict("no in must: nobody says that it is met", "no _1 with p(_1)", (ONE, NOTE), must("k", some("no"))),
    MicroCase(
        "none in given and at least one in must rest on one silence",
        case((NOTE,), given("k", some("no")), must("l", some("at least", 1))),
        ((f"absent({ANY})", "accept(n)", "keep(k)"), (f"absent({ANY})", "accept(n)", "keep(l)")),
        ((f"absent({ANY})",), ("accept(n)",), ("keep(k)", "keep(l)")),
        {K_KEY: "certain", L_KEY: "certain"},
    ),
    MicroCase(
        "none in given and none in must rest on two",
        case((NOTE,), given("k", some("no")), must("l", some("no"))),
        ((f"absent({ANY})", "accept(n)", "keep(k)"),),
        each(f"absent({ANY})", "accept(n)", "keep(k)"),
        {K_KEY: "certain"},
    ),
)

TWO = Statement("m", fact("p", "y-land"))


def pair(rule: str, must: Conditions) -> Rule:
    return Rule(rule, given=(*fact("note", "X"), *fact("p", "Y")), must=must)


def one_silence(name: str, absent: str, one: Conditions, other: Conditions) -> MicroCase:
    """Two rules of one instance each, which rest on the same silence."""
    rules = pair("k", one), pair("l", other)
    said = f"absent({absent})", "accept(m)", "accept(n)"
    keys = {("k", ("x-land", "y-land")): "certain", ("l", ("x-land", "y-land")): "certain"}
    conflicts = (*said, "keep(k)"), (*said, "keep(l)")
    return MicroCase(name, case((NOTE, TWO), *rules), conflicts, (*((one,) for one in said), ("keep(k)", "keep(l)")), keys)


SYMMETRY_CASES = (
    one_silence(
        "both orders of a symmetric word are one silence",
        "near(x-land, y-land)",
        fact("near", "X", "Y"),
        fact("near", "Y", "X"),
    ),
    one_silence(
        "also where one side is anything",
        "near(y-land, _1) and near(x-land, _1)",
        (*fact("near", "Y", "Z"), *fact("near", "X", "Z")),
        (*fact("near", "Z", "Y"), *fact("near", "Z", "X")),
    ),
)
SILENCE_CASES = (*COUNT_CASES, *SYMMETRY_CASES)
