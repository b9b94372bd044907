"""What giving up the silence of a count supposes, in words."""

import pytest
from unit.report.test_words import LEXICON

from reasoner.report.bindings import otherwise_words

SIGNED = "S attacks Algeria".replace("S", "X")


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("no _1 with attack(by _1, on algeria)", f"there is at least 1 X such that {SIGNED}"),
        ("at most 2 _1 with attack(by _1, on algeria)", f"there are more than 2 X such that {SIGNED}"),
        ("less than 2 _1 with attack(by _1, on algeria)", f"there are at least 2 X such that {SIGNED}"),
        ("exactly 2 _1 with attack(by _1, on algeria)", f"it is not so that there are exactly 2 X such that {SIGNED}"),
        (
            "max of _1 with attack(killed _1) <= 30",
            "of all X such that somebody attacks somebody (killed X), the highest is more than 30",
        ),
        (
            "min of _1 with attack(killed _1) = 3",
            "of all X such that somebody attacks somebody (killed X), the lowest is not 3",
        ),
        ("no _1 with like(_1, r.N(ann))", "it is not so: no _1 with like(_1, r.N(ann))"),
    ],
)
def test_the_opposite_of_a_count(says: str, words: str) -> None:
    assert otherwise_words(says, LEXICON) == words
