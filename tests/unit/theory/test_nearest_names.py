"""Which known name is asked back for one that nobody knows."""

import pytest

from reasoner.theory.faults import did_you_mean, nearest


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("algerie", ("algeria", "ouargla"), "algeria"),
        ("oen", ("one", "two"), "one"),
        ("duty", ("duties", "dates"), "duties"),
        ("sale-2", ("same", "sold"), ""),
        ("sale-2", ("same", "sale-1"), "sale-1"),
        ("first_attack", ("first-attack",), "first-attack"),
        ("valid", ("said", "sold"), ""),
        ("vaild", ("said", "valid"), "valid"),
        ("tkae", ("take",), "take"),
        ("zebra", (), ""),
    ],
)
def test_only_what_is_near_is_asked_back(typed: str, known: tuple[str, ...], found: str) -> None:
    assert nearest(typed, known) == found


def test_where_nothing_is_near_something_else_is_said() -> None:
    assert did_you_mean("sale-2", ("same",), otherwise="ids stand in brackets") == "ids stand in brackets"
