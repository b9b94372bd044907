"""The whole program of a theory."""

from small_dossiers import lines, program

SHUFFLED = """statements:
  - {id: b, says: listed(bob)}
  - {id: a, says: alarm()}
"""


def test_entries_stand_in_order_of_names() -> None:
    assert lines(SHUFFLED).splitlines() == [
        'holds("a") :- on(accept("a")), not retracted("a").',
        'fact("alarm") :- holds("a").',
        'holds("b") :- on(accept("b")), not retracted("b").',
        'fact("listed","bob") :- holds("b").',
    ]


def test_what_is_off_is_left_out() -> None:
    assert (
        lines(
            "statements:\n  - {id: a, says: alarm(), trust: 0}\n",
            "rules:\n  - {id: r, given: [alarm()], never: ann is bob, trust: 0}\n",
        )
        == ""
    )


def test_a_rule_that_is_certain_has_no_guard() -> None:
    for key in ("certain: true", "trust: 1"):
        told = program("", f"rules:\n  - {{id: r, given: [alarm()], never: ann is bob, {key}}}\n")
        assert not [line for line in told.lines if "keep(" in line.text]


def test_a_document_lies_at_its_date_for_certain() -> None:
    origin = program("").origin
    texts = [line.text for line in program("").lines]
    first = 15724 * 1440  # 2013-01-19
    assert f'diff(0,s("memo"),{origin - first}).' in texts
    assert f'diff(e("memo"),0,{first + 1439 - origin}).' in texts
