"""Variables and alternatives of conditions."""

import pytest
from small_dossiers import dossier

from reasoner.language.ir import Condition
from reasoner.language.to_text import to_text
from reasoner.program.variables import abstract, alternatives, bound_variables, flat
from reasoner.theory.from_dossier import resolve


def given(*conditions: str) -> tuple[Condition, ...]:
    told = "".join(f"\n      - '{one}'" for one in conditions)
    return resolve(dossier("", f"rules:\n  - id: r\n    given:{told}\n    never: ann is ann\n")).laws[0].given


@pytest.mark.parametrize(
    ("conditions", "bound"),
    [
        (("truce(A, B) as T", "A is B", "T after 2012"), ("A", "B", "T")),
        (("attack(by A) and A is an actor",), ("A",)),
        (("toll(count N) as d1", "M = N + 1", "M > 2"), ("N", "M")),
        (("attack(by A) or licence(A)",), ("A",)),
        (("listed(A)", "no S with attack(by A) as S"), ("A",)),
    ],
)
def test_what_conditions_bind(conditions: tuple[str, ...], bound: tuple[str, ...]) -> None:
    told = given(*conditions) if "d1" not in str(conditions) else flat(given(*conditions))
    assert bound_variables(told) == bound


def test_alternatives_are_laid_out() -> None:
    (condition,) = given("listed(ann) and (alarm() or (listed(bob) and (listed(cem) or alarm())))")
    ways = [" + ".join(to_text(one) for one in way) for way in alternatives((condition,))]
    assert ways == ["listed(ann) + alarm()", "listed(ann) + listed(bob) + listed(cem)", "listed(ann) + listed(bob) + alarm()"]


def test_a_pattern_has_places_for_what_is_bound() -> None:
    (condition,) = given("leads(A, ann) and (leads(A, X) and X is not A)")
    pattern, terms = abstract(condition, ("A",))
    assert to_text(pattern).count("$1") == 3
    assert [term.id for term in terms] == ["A", "ann"]
    assert "_1" in to_text(pattern)
