"""Grounding by clingo."""

import pytest
from small_dossiers import HEAD, program

from reasoner.ground.observed import ground_all

FACTS = """statements:
  - {id: s, says: licence(ann) as e and start of e exactly 1 month after letter}
"""
RULES = "rules:\n  - {id: r, given: [licence(A) as E], unless: notice(of E), never: A is ann}\n"


def test_what_the_program_asks_for_is_told_before_it_is_done() -> None:
    told = ground_all(program(FACTS, RULES)).told
    assert told == (
        'guard(absent("notice(of $1)",("e",))).',
        'length(1,on,e("letter"),0,40320,44640).',
        'unbounded(e("letter")).',
    )


def test_fresh_things_get_no_guard_of_their_own() -> None:
    rules = RULES + "  - {id: q, given: [notice() as E], unless: attack(), never: E after 1900}\n"
    told = "".join(ground_all(program(FACTS, rules)).told)
    assert "fresh(" not in told


@pytest.mark.parametrize("word", ["renewal", "refresh", "fresh"])
def test_a_word_may_have_any_name_and_its_silence_a_guard(word: str) -> None:
    head = HEAD + f"vocabulary:\n  {word}: {{event: of occurrence}}\n"
    told = ground_all(program(FACTS, RULES.replace("notice(", f"{word}("), head)).told
    assert told[0] == f'guard(absent("{word}(of $1)",("e",))).'
