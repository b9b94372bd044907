"""Rules: this becomes that, and what their instances come to."""

import pytest
from small_dossiers import block, conflicts, lines, verdicts

RULES = {
    "given: [attack(by A) as E], never: E after 2016 and A is ann": """
        given("r",(A,E)) :- kind(E,"attack"), role(E,"by",A).
        dom(0,s(E),-1039680) :- given("r",(A,E)).
        broken(inst("r",(A,E))) :- given("r",(A,E)), equal(A,"ann"), le(0,s(E),-1039680), on(keep("r")).
        stands(inst("r",(A,E))) :- given("r",(A,E)), on(keep("r")).""",
    "norm: true, given: [listed(A)], never: A is ann": """
        given("r",(A,)) :- fact("listed",A).
        need(honoured("r",(A,))) :- given("r",(A,)).
        broken(inst("r",(A,))) :- given("r",(A,)), equal(A,"ann"), on(honoured("r",(A,))).
        stands(inst("r",(A,))) :- given("r",(A,)), on(honoured("r",(A,))).""",
    "certain: true, given: [listed(A)], never: A is ann": """
        given("r",(A,)) :- fact("listed",A).
        broken(inst("r",(A,))) :- given("r",(A,)), equal(A,"ann").
        stands(inst("r",(A,))) :- given("r",(A,)).""",
    "given: [listed(A)], must: A is ann": """
        given("r",(A,)) :- fact("listed",A).
        met("r",(A,)) :- given("r",(A,)), equal(A,"ann").
        broken(inst("r",(A,))) :- given("r",(A,)), not met("r",(A,)), on(keep("r")).
        stands(inst("r",(A,))) :- given("r",(A,)), not met("r",(A,)), on(keep("r")).""",
    "given: [listed(A)], then: A is ann": """
        given("r",(A,)) :- fact("listed",A), own(A,fact("listed",1)).
        fires("r",(A,)) :- given("r",(A,)), on(keep("r")).
        is(A,"ann") :- fires("r",(A,)).""",
    "given: [listed(A)], unless: A is ann, then: alarm()": """
        given("r",(A,)) :- fact("listed",A).
        lifted("r",(A,)) :- given("r",(A,)), equal(A,"ann").
        fires("r",(A,)) :- given("r",(A,)), not lifted("r",(A,)), on(keep("r")).
        fact("alarm") :- fires("r",(A,)).""",
    "given: [listed(A)], then: licence(A) as L within 3 days after memo": """
        given("r",(A,)) :- fact("listed",A).
        fires("r",(A,)) :- given("r",(A,)), on(keep("r")).
        occurrence(new("r",1,(A,))) :- fires("r",(A,)).
        kind(new("r",1,(A,)),"licence") :- fires("r",(A,)).
        role(new("r",1,(A,)),"1",A) :- fires("r",(A,)).
        diff(e("memo"),s(new("r",1,(A,))),0) :- fires("r",(A,)).
        diff(s(new("r",1,(A,))),e("memo"),4320,"r/1") :- fires("r",(A,)).""",
    "given: [attack(by A) as E, listed(A)], then: bombing() as E": """
        given("r",(A,E)) :- kind(E,"attack"), role(E,"by",A), fact("listed",A).
        fires("r",(A,E)) :- given("r",(A,E)), on(keep("r")).
        occurrence(E) :- fires("r",(A,E)).
        kind(E,"bombing") :- fires("r",(A,E)).""",
    "given: ['truce(A, B) as T', attack(by A) as E, start of E during T], then: E terminates T and listed(B)": """
        given("r",(A,B,T,E)) :- pair(T,"truce",A,B), kind(T,"truce"), kind(E,"attack"), role(E,"by",A).
        dom(s(T),s(E),0) :- given("r",(A,B,T,E)).
        dom(s(E),e(T),0) :- given("r",(A,B,T,E)).
        fires("r",(A,B,T,E)) :- given("r",(A,B,T,E)), le(s(T),s(E),0), le(s(E),e(T),0), on(keep("r")).
        terminates(E,T) :- fires("r",(A,B,T,E)).
        fact("listed",B) :- fires("r",(A,B,T,E)).""",
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_becomes(rule: str) -> None:
    told = lines("", f"rules:\n  - {{id: r, {rule}}}\n")
    assert told == block(RULES[rule])


ATTACK = "statements:\n  - {id: s, says: attack(by ann) as e, when: %s}\n"
DUTY = "rules:\n  - {id: r, given: [attack(by _) as E], must: notice(of E) within 72 hours after E}\n"


@pytest.mark.parametrize(
    ("when", "found"), [("2012-02-01", "certain"), ("2015-12-30", "none"), ("'[2015-12-28..2015-12-30]'", "tension")]
)
def test_a_duty_is_broken_where_its_deadline_is_past(when: str, found: str) -> None:
    assert verdicts(ATTACK % when, DUTY) == {"r(e)": found}


def test_a_duty_leans_on_nobody_having_said_that_it_was_met() -> None:
    assert conflicts(ATTACK % "2012-02-01", DUTY) == ["absent(notice(of e) within 72 hours after e) + accept(s) + keep(r)"]
    told = ATTACK % "2012-02-01" + "  - {id: n, says: notice(of e), when: 2012-02-02}\n"
    assert conflicts(told, DUTY) == []


def test_a_norm_is_given_up_for_one_instance_alone() -> None:
    told = ATTACK % "2012-02-01" + "  - {id: t, says: attack(by bob) as f, when: 2012-02-02}\n"
    found = conflicts(told, DUTY.replace("{id: r", "{norm: true, id: r"))
    assert found == [
        "absent(notice(of e) within 72 hours after e) + accept(s) + honoured(r, e)",
        "absent(notice(of f) within 72 hours after f) + accept(t) + honoured(r, f)",
    ]


def test_each_exception_is_supposed_alone_and_an_and_whole() -> None:
    rules = "rules:\n  - {id: r, given: [attack(by A) as E], unless: %s, never: E before 2013}\n"
    told = ATTACK % "2012"
    either = "licence(A) or (leads(A, X) and X is not A)"
    assert conflicts(told, rules % f"'{either}'") == [
        "absent(leads(ann, _1) and _1 is not ann) + absent(licence(ann)) + accept(s) + keep(r)"
    ]
    assert conflicts(told, rules % "licence(A) and alarm()") == ["absent(licence(ann) and alarm()) + accept(s) + keep(r)"]
    assert conflicts(told, rules % "listed(A)") == ["accept(s) + keep(r)"]
    assert conflicts(told, rules % "A is bob or E after 2014") == ["accept(s) + keep(r)"]


def test_one_of_two_ways_meets_a_duty() -> None:
    rules = "rules:\n  - {id: r, given: [attack(by A) as E], must: E after 2013 or licence(A)}\n"
    assert conflicts(ATTACK % "2012", rules) == ["absent(licence(ann)) + accept(s) + keep(r)"]
    assert conflicts(ATTACK % "2014", rules) == []
