"""Templates of the vocabulary and texts of rules."""

import pytest

from reasoner.report.templates import fill, put_in

TEMPLATE = "$by attacks $on[ at $at]"


@pytest.mark.parametrize(
    ("template", "said", "expected"),
    [
        (TEMPLATE, {"by": "A", "on": "B", "at": "C"}, ("A attacks B at C", ())),
        (TEMPLATE, {"by": "A", "on": "B"}, ("A attacks B", ())),
        (TEMPLATE, {"on": "B"}, ("somebody attacks B", ())),
        (TEMPLATE, {"by": "A"}, ("A attacks something", ())),
        (TEMPLATE, {"by": "A", "on": "B", "killed": "12"}, ("A attacks B", ("killed 12",))),
        ("$1 knows $2", {"1": "A", "2": "B", "3": "C"}, ("A knows B", ("C",))),
        ("$by-led forces", {"by": "A"}, ("A-led forces", ())),
        ("$by-order forces", {"by-order": "A", "by": "B"}, ("A forces", ("by B",))),
        (TEMPLATE, {"by": "$on[x]", "on": "B"}, ("$on[x] attacks B", ())),
        ("$1 says that $2", {"1": "A", "2": "that B lies"}, ("A says that B lies", ())),
        ("$1 says that $2", {"1": "A", "2": "that"}, ("A says that", ())),
        ("sells $1 for 3 $2", {"1": "A", "2": "3 marks"}, ("sells A for 3 3 marks", ())),
        ("$1$2", {"1": "the", "2": "the sea"}, ("thethe sea", ())),
        ("$by \x1b[1mattacks", {"by": "A"}, ("A �[1mattacks", ())),
    ],
)
def test_a_template_is_filled(template: str, said: dict[str, str], expected: tuple[str, tuple[str, ...]]) -> None:
    assert fill(template, said, {"by": "somebody", "at": "some place"}) == expected


def test_the_text_of_a_rule_names_what_its_variables_are_bound_to() -> None:
    text = "While $A keeps a truce with $B, $A carries out no attack on $B within $notice; $C is free."
    names = {"A": "MUJAO", "B": "Algeria", "notice": "72 hours"}
    assert put_in(text, names) == (
        "While MUJAO keeps a truce with Algeria, MUJAO carries out no attack on Algeria within 72 hours; C is free."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The breach $E is told.", "The breach is told."),
        ("What of the $E?", "What of the breach?"),
        ("Of a big breach $E is told.", "Of a big breach the breach is told."),
    ],
)
def test_what_stands_before_a_name_is_not_said_twice(text: str, told: str) -> None:
    assert put_in(text, {"E": "the breach"}) == told
