"""Contents as sentences with places."""

import pytest

from reasoner.diagnostics import Text
from reasoner.language.from_text import parse_condition
from reasoner.language.ir import Condition, Content, Number, Occurs, Own
from reasoner.language.rewrite import rewrite
from reasoner.language.shapes import filled, shape
from reasoner.language.to_text import to_text
from reasoner.theory.own import owned_in_said


def content(says: str) -> Condition:
    """What is said in `claims(x, that ..)`."""
    claim = owned_in_said(parse_condition(Text(f"claims(x, that ({says}))")))
    assert isinstance(claim, Occurs)
    held = claim.atom.args[1].value
    assert isinstance(held, Content)
    return held.says


def told(value: object) -> str:
    if isinstance(value, Number):
        return str(value.value)
    return (
        f"that {to_text(value.says)}" if isinstance(value, Content) else str(getattr(value, "id", getattr(value, "value", "_")))
    )


@pytest.mark.parametrize(
    ("says", "key", "places"),
    [
        ("attack(by mujao, killed 12)", "attack(by $1, killed $2)", "mujao 12"),
        ("attack(by A)", "attack(by $1)", "A"),
        ("attack(by _)", "attack(by $1)", "_"),
        ("attack(killed about 12)", "attack(killed about 12)", ""),
        ("not attack(by _, on algeria)", "not attack(by _, on $1)", "algeria"),
        ("the-war lasts 5 days", "$1 lasts $2 days", "the-war 5"),
        ("T lasts N days", "$1 lasts $2 days", "T N"),
        ("T lasts about 5 days", "$1 lasts about $2 days", "T 5"),
        ("t lasts 1 year 6 months", "$1 lasts 1 year 6 months", "t"),
        ("t lasts 10 days ±2 hours", "$1 lasts $2 days ±$3 hours", "t 10 2"),
        ("raid within 72 hours after deal", "$1 within $2 hours after $3", "raid 72 deal"),
        ("raid before 2012", "$1 before 2012", "raid"),
        ("length of t in days > 2 * N + 3", "length of $1 in days > $2 * $3 + $4", "t 2 N 3"),
        ("length of t in days > 3 km", "length of $1 in days > 3 km", "t"),
        ("N differs from 4 by more than 2", "$1 differs from $2 by more than 2", "N 4"),
        ("max of N with deaths(in raid, count N) > 30", "max of _1 with deaths(in $1, count _1) > $2", "raid 30"),
        ("knows(a, that attack(by b))", "knows($1, $2)", "a that attack(by b)"),
    ],
)
def test_what_stands_in_the_places_of_a_content(says: str, key: str, places: str) -> None:
    made, values = shape(content(says))
    assert (made.key, " ".join(map(told, values))) == (key, places)
    assert made.places == len(values)


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("at least 2 S with signs(S, pact)", "at least 2 _1 with signs(_1, $1)"),
        ("at least 2 Who with signs(Who, pact)", "at least 2 _1 with signs(_1, $1)"),
        ("no S with (signs(S, _) as E and E during 2012)", "no _1 with (signs(_1, _) as _2 and _2 during 2012)"),
        ("at least 2 S with knows(S, that signs(S, pact))", "at least 2 _1 with knows(_1, that signs(_1, $1))"),
        ("no S with (not signs(S, _))", "no _1 with (not signs(_1, _))"),
        ("no S with (signs(S, pact) as E and E lasts 3 days)", "no _1 with (signs(_1, $1) as _2 and _2 lasts $2 days)"),
    ],
)
def test_what_belongs_to_a_count_is_part_of_the_shape(says: str, key: str) -> None:
    """Whatever its letter; in a count no content is a place of its own."""
    made, _ = shape(content(says))
    assert made.key == key
    assert not [node for node in _nodes(made.says) if isinstance(node, Own) and node.id[0] != "_"]


def _nodes(says: object) -> list[object]:
    found: list[object] = []

    def note(node: object) -> object:
        found.append(node)
        return node

    rewrite(says, note)
    return found


def test_a_shape_is_filled() -> None:
    assert filled("at least 2 _1 with signs(_1, $1)", ["pact"]) == "at least 2 _1 with signs(_1, pact)"
