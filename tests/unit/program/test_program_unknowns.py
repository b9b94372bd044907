"""Numbers that nobody told exactly, where they are compared without a sign of comparison."""

import pytest
from small_dossiers import conflicts, dossier, verdicts

from reasoner import pipeline
from reasoner.diagnostics import Rejected
from reasoner.program.ranges import first_of
from reasoner.program.unknowns import made_roles, typed_roles, unknown_roles
from reasoner.theory.from_dossier import resolve

WORDS = """\
vocabulary:
  lot: {fact: "thing, number number", functional: number}
  stock: {fact: "thing, number number"}
  crew: {state: "by actor, count number", functional: count}
  held: {fact: "thing, held number"}
  home: {state: "of actor, in place", functional: in}
  claims: {fact: "actor, content"}
statements:
"""


def said(**texts: str) -> str:
    return WORDS + "".join(f"  - {{id: {name}, says: '{text}'}}\n" for name, text in texts.items())


def rule(text: str) -> str:
    return f"rules:\n  - id: r\n    {text}\n"


def test_what_has_one_value_may_be_told_twice_with_a_tolerance() -> None:
    facts = said(a="lot(ann, number about 30)", b="lot(ann, number about 30)")
    assert conflicts(facts) == []
    assert verdicts(facts) == {"one number of lot(ann, number of a, number of b)": "tension"}


def test_bounds_that_exclude_each_other_are_two_values_for_certain() -> None:
    assert conflicts(said(a="lot(ann, number about 30)", b="lot(ann, number 40 ±2)")) == ["accept(a) + accept(b)"]
    assert conflicts(said(a="lot(ann, number about 30)", b="lot(ann, number 34)")) == ["accept(a) + accept(b)"]
    assert conflicts(said(a="lot(ann, number about 30)", b="lot(ann, number 33)")) == []


def test_states_have_one_value_while_they_share_a_tick() -> None:
    facts = said(a="crew(by ann, count about 30) as t", b="crew(by ann, count 40) as u", c="t contains 2012")
    assert conflicts(facts + "  - {id: d, says: 'u contains 2012'}\n") == ["accept(a) + accept(b) + accept(c) + accept(d)"]
    assert conflicts(facts + "  - {id: d, says: 'u after t'}\n") == []


def test_one_value_for_each_says_nothing_where_another_role_is_untold() -> None:
    times = {"c": "t contains 2012", "d": "u contains 2012"}
    assert conflicts(said(a="home(of ann, in mill) as t", b="home(in port) as u", **times)) == []
    assert conflicts(said(a="home(of ann, in mill) as t", b="home(of ann, in port) as u", **times)) == [
        "accept(a) + accept(b) + accept(c) + accept(d)"
    ]


@pytest.mark.parametrize(("told", "verdict"), [("about 30", "tension"), ("40..50", "certain"), ("30..30", None)])
def test_a_duty_to_have_a_number_is_met_where_the_unknown_is_that(told: str, verdict: str | None) -> None:
    facts, duty = said(a=f"stock(ann, number {told})"), "given: stock(P, number _)\n    must: stock(P, number 30)"
    assert verdicts(facts, rule(duty)).get("r(ann)", "none") == (verdict or "none")


def test_a_number_in_two_places_is_one_where_the_unknowns_are_equal() -> None:
    test = 'given: ["stock(P, number N)", "held(P, held N)"]\n    never: P is ann'
    assert verdicts(said(a="stock(ann, number about 30)", b="held(ann, held 31)"), rule(test)) == {
        "r(ann, number of a)": "tension"
    }
    assert verdicts(said(a="stock(ann, number about 30)", b="held(ann, held 35)"), rule(test)).get("r(ann, number of a)") in {
        None,
        "none",
    }


def test_different_numbers_that_may_be_equal_may_count_once() -> None:
    test = "given: stock(P, number _)\n    never: at least 2 N with stock(P, number N)"
    assert verdicts(said(a="stock(ann, number about 30)", b="stock(ann, number 32)"), rule(test))["r(ann)"] == "tension"
    assert verdicts(said(a="stock(ann, number about 30)", b="stock(ann, number 40)"), rule(test))["r(ann)"] == "certain"


def test_a_denied_number_may_be_the_unknown() -> None:
    assert verdicts(said(a="stock(ann, number about 30)", b="not stock(ann, number 32)")) == {"not b()": "tension"}
    asked = "given: stock(P, number N)\n    never: not held(P, held N)"
    assert verdicts(said(a="stock(ann, number about 30)", b="not held(ann, held 32)"), rule(asked)) == {
        "r(ann, number of a)": "tension"
    }


def test_a_number_of_a_content_may_be_the_unknown() -> None:
    test = 'given: ["claims(X, that stock(P, number N))", "stock(P, number N)"]\n    never: X is not P'
    facts = said(a="stock(ann, number about 30)", b="claims(bob, that stock(ann, number 31))")
    assert verdicts(facts, rule(test)) == {"r(bob, ann, 31)": "tension"}


def test_a_paid_price_that_nobody_told_may_be_supposed() -> None:
    duty = "given: near(P, _)\n    must: stock(P, number N) and N >= 100"
    assert conflicts(said(a="near(ann, bob)", b="stock(ann, number 50)"), rule(duty)) == [
        f"absent(stock({who}, number _1) and _1 >= 100) + accept(a) + keep(r)" for who in ("ann", "bob")
    ]


@pytest.mark.parametrize(
    "asked",
    [
        'asp: \':- fact("stock",P,N), fact("stock",P,M), N < M.\'',
        "given: stock(P, number N)\n    then: claims(P, that stock(P, number N))",
    ],
)
def test_what_would_take_the_name_of_an_unknown_for_a_number_is_refused(asked: str) -> None:
    with pytest.raises(Rejected) as found:
        verdicts(said(a="stock(ann, number about 30)"), rule(asked))
    assert [one.code for one in found.value.diagnostics] == ["T093"]


def test_a_raw_block_need_not_look_at_the_number() -> None:
    facts = said(a="stock(ann, number about 30)")
    assert conflicts(facts, rule('asp: \':- fact("stock",P,_), fact("stock",P,_).\'')) == ["accept(a) + keep(r)"]


def test_roles_of_unknown_and_of_made_numbers_are_known() -> None:
    rules = "rules:\n  - id: r\n    given: stock(P, number N)\n    then: held(P, held N)\n"
    theory = resolve(dossier(said(a="stock(ann, number about 30)"), rules))
    assert ("held", "held") in unknown_roles(theory, typed_roles(theory))
    assert made_roles(theory.laws, typed_roles(theory)) == frozenset()


def chained(first: int) -> tuple[str, str]:
    """Two rules, each of which multiplies what the other has made."""
    one = "  - {id: r, given: ['stock(P, number N)', 'M = 1000 * N'], then: 'held(P, held M)'}\n"
    two = "  - {id: q, given: ['held(P, held N)', 'M = 1000 * N'], then: 'lot(P, number M)'}\n"
    return said(a=f"stock(ann, number {first})"), f"rules:\n{one}{two}"


def test_a_number_that_rules_make_too_large_is_refused_where_it_is_first() -> None:
    with pytest.raises(Rejected) as found:
        pipeline.check(dossier(*chained(3_000)), pipeline.Question())
    assert [(one.code, one.span.line > 0) for one in found.value.diagnostics] == [("T064", True)]
    assert "`q`" in found.value.diagnostics[0].message
    assert conflicts(*chained(2_000)) == []


def test_the_rules_that_go_on_with_a_number_are_left_out() -> None:
    rules = (
        "rules:\n"
        "  - {id: r, given: ['stock(P, number N)', 'M = 1000 * N'], then: ['held(P, held M)', 'listed(P)']}\n"
        "  - {id: q, given: ['held(P, held N)', 'M = 1000 * N', 'listed(P)'], then: ['lot(P, number M)', 'listed(P)']}\n"
    )
    laws = resolve(dossier(said(a="stock(ann, number 3)"), rules)).laws
    assert first_of(["q", "r"], laws) == ("r",)
    assert first_of(["q"], laws) == ("q",)
    assert first_of([], laws) == ()
