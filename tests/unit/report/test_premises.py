"""A premise as a sentence means just the bound that it was made of."""

from collections.abc import Callable

import pytest

from reasoner.diagnostics import Text
from reasoner.explanation.ir import Findings
from reasoner.language.from_text import parse_condition
from reasoner.language.to_text import to_text
from reasoner.report.premises import premise_sentence
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Theory

FACTS = """\
statements:
  - {id: fire-said, says: fire(at mill) as blaze}
  - {id: term-said, says: term(ann) as term-1}
"""
DAY = 1440


@pytest.mark.parametrize(
    ("left", "right", "ticks"),
    [
        ('s("blaze")', "", 0),
        ('e("blaze")', "", -77),
        ("", 's("term-1")', 123_456),
        ("", 'e("term-1")', -DAY),
        ('e("blaze")', 's("term-1")', -1),
        ('s("blaze")', 'e("term-1")', 0),
        ('s("blaze")', 's("term-1")', -2),
        ('e("blaze")', 's("term-1")', -3 * DAY - 61),
        ('e("term-1")', 's("term-1")', 1),
        ('e("term-1")', 's("blaze")', 40 * DAY + 5),
    ],
)
def test_adopted_it_imposes_that_bound_and_no_other(found: Callable[..., Findings], left: str, right: str, ticks: int) -> None:
    sentence = premise_sentence(Limit(left, right, ticks), found(FACTS).program)
    assert to_text(parse_condition(Text(sentence))) == sentence
    adopted = found(FACTS, adopt=(sentence,)).program
    imposed = [line.text for line in adopted.lines if line.origin.id == sentence and "diff(" in line.text]
    denied = [line.text for line in adopted.lines if line.origin.id == sentence and line.text.startswith(":-")]
    shift = 0 if left and right else (adopted.origin - found(FACTS).program.origin) * (1 if right == "" else -1)
    bound = f"{left or 0},{right or 0},{ticks - shift}"
    complement = f"{right or 0},{left or 0},{-(ticks - shift) - 1}"
    assert any(bound in text for text in imposed) or any(f"le({complement}" in text for text in denied), (imposed, denied)
    assert len(imposed) + len(denied) == 1


def test_a_thing_without_a_name_gives_no_sentence(found: Callable[..., Findings]) -> None:
    program = found(FACTS).program
    points = ('s(new("r",1,("a",)))', 'n("six","count")', "forever", 's(fresh("p",1,("a",)))')
    assert [premise_sentence(Limit(point, "", 5), program) for point in points] == [""] * 4


def test_a_time_that_the_clocks_show_twice_is_told_in_utc(found: Callable[..., Findings]) -> None:
    findings = found("zone: Europe/Paris\n" + FACTS)
    program = findings.program
    assert isinstance(program.theory, Theory)
    twice = 1_351_387_800 // 60  # 2012-10-28T01:30Z, the second 02:30 of that night
    assert premise_sentence(Limit('s("blaze")', "", twice - program.origin), program) == ("start of blaze by 2012-10-28T01:30Z")
