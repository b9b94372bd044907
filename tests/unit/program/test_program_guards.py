"""Which guards a statement has, and what giving them up costs."""

from fractions import Fraction
from math import log

import pytest
from small_dossiers import HEAD, dossier

from reasoner.program.from_theory import translate
from reasoner.program.guards import Blame, cost
from reasoner.theory.from_dossier import resolve

FACTS = """sources:
  wire: {trust: 0.8}
  ann-says: {of: wire}
  deaf: {trust: 1}
statements:
  - {id: s, says: alarm(), sources: [wire, ann-says]}
  - {id: u, says: listed(ann), sources: [wire], trust: 0.5}
  - {id: v, says: listed(bob)}
  - {id: c, says: listed(cem), certain: true}
"""


def prices(blame: Blame) -> dict[str, int]:
    told = translate(resolve(dossier(FACTS, head=HEAD)), blame)
    return {price.term: price.cost for price in told.prices}


def test_by_statement_the_trust_of_the_chain_is_multiplied() -> None:
    assert prices(Blame.STATEMENTS) == {
        'accept("s")': cost(Fraction(8, 10) * Fraction(9, 10)),
        'accept("u")': cost(Fraction(4, 10)),
        'accept("v")': cost(Fraction(9, 10)),
    }


def test_by_source_there_is_one_guard_for_the_party_behind_it() -> None:
    assert prices(Blame.SOURCES) == {'trust("wire")': cost(Fraction(8, 10)), 'trust("case")': cost(Fraction(9, 10))}


def test_by_link_there_is_one_guard_for_each_step() -> None:
    assert prices(Blame.LINKS) == {
        'link("s",1)': cost(Fraction(8, 10)),
        'link("s",2)': cost(Fraction(9, 10)),
        'link("u",1)': cost(Fraction(8, 10)),
        'link("v",1)': cost(Fraction(9, 10)),
    }


@pytest.mark.parametrize("trust", [Fraction(9, 10), Fraction(6, 10), Fraction(99, 100)])
def test_a_cost_is_a_log_of_odds(trust: Fraction) -> None:
    assert cost(trust) == round(1000 * log(trust / (1 - trust)))


@pytest.mark.parametrize("trust", [Fraction(0), Fraction(1, 10), Fraction(1, 2)])
def test_at_or_below_one_half_giving_up_is_free(trust: Fraction) -> None:
    assert cost(trust) == 0
