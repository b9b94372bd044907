"""Formulas over times as literals."""

from small_dossiers import lines, verdicts

from reasoner.program.formula import FALSE, TRUE, Conj, Disj, Le, Neg
from reasoner.program.ir import Origin
from reasoner.program.timed import Scope, Timed
from reasoner.program.writer import Writer

ONE, TWO = Le("s(A)", "e(B)", 1), Le("e(B)", "0", 2)


def literals_of(formula: object) -> tuple[tuple[str, ...], list[str]]:
    writer = Writer()
    literals = Timed(writer).tested(formula, Scope("r", Origin("rule", "r"), ("p(A,B)",)))  # type: ignore[arg-type]  # any formula
    return literals, [line.text for line in writer.lines]


def test_a_bound_is_one_literal_tested_under_what_binds_it() -> None:
    assert literals_of(ONE) == (("le(s(A),e(B),1)",), ["dom(s(A),e(B),1) :- p(A,B)."])
    assert literals_of(Neg(ONE))[0] == ("not le(s(A),e(B),1)",)


def test_a_conjunction_is_its_literals() -> None:
    assert literals_of(Conj((ONE, Neg(TWO))))[0] == ("le(s(A),e(B),1)", "not le(e(B),0,2)")
    assert literals_of(TRUE)[0] == ()
    assert literals_of(FALSE)[0] == ("#false",)


def test_a_disjunction_is_an_atom_with_a_rule_for_each_way() -> None:
    literals, written = literals_of(Disj((ONE, TWO)))
    assert literals == ('some("r",1,(A,B))',)
    assert written[2:] == ['some("r",1,(A,B)) :- p(A,B), le(s(A),e(B),1).', 'some("r",1,(A,B)) :- p(A,B), le(e(B),0,2).']


def test_what_is_not_so_in_months_is_the_negation_of_one_atom() -> None:
    told = lines("statements:\n  - {id: s, says: licence(ann) as e and e not at least 1 month after letter}\n")
    assert ':- holds("s"), distance("s",1,()).' in told


def test_a_tolerance_of_the_data_is_tested_for_each_number_by_itself() -> None:
    """Of two numbers for one pair of things, the wider does not do for the narrower."""
    rule = "rules:\n  - {id: r, given: ['size(E, N)', attack() as E, notice(of E) as F], must: F 3 months ±N days after E}\n"
    facts = "statements:\n  - {id: a, says: attack(by ann) as e, when: 2012-04-05}\n  - {id: n, says: notice(of e) as f, when: 2012-09-05}\n"
    facts += "  - {id: s, says: 'size(e, 3)'}\n  - {id: t, says: 'size(e, 300)'}\n"
    told = verdicts(facts, rule)
    assert told == {"r(e, 3, f)": "certain", "r(e, 300, f)": "none"}
