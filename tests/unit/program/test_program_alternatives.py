"""Relations to several dates: true of one of them, or of all; held against each date by itself on a small grid of hours."""

from itertools import combinations_with_replacement

import pytest
from small_dossiers import conflicts, dossier, verdicts

from reasoner.language.from_text import parse_when
from reasoner.program import relations
from reasoner.program.alternatives import any_of, each_denied, one_of, relation
from reasoner.program.formula import FALSE, Conj, Disj, Ends, Formula, Instant, Le, Neg, at_most, both, either
from reasoner.program.moments import Calendar
from reasoner.theory.from_dossier import resolve

HEAD = "dossier: case\nclock: hour\nreported: 1970-01-01T04\n"
SCENE = Calendar(resolve(dossier("", head=HEAD)), 0).scene(1)
SUBJECT = Ends(Instant("s"), Instant("e"))
SETS = [
    "[1970-01-01T01,1970-01-01T03]",
    "[1970-01-01T03,1970-01-01T01..1970-01-01T02,1970-01-01T06]",
    "[..1970-01-01T01,1970-01-01T04..1970-01-01T06]",
    "[1970-01-01T00..1970-01-01T04,1970-01-01T02]",
    "[1970-01-01T01,1970-01-01T05..]",
]
WORDS = [
    *(
        "before",
        "after",
        "during",
        "contains",
        "intersects",
        "by",
        "since",
        "until",
        "within 2 hours of",
        "within 2 hours after",
    ),
    *("strictly before", "strictly during", "at least 2 hours before", "on the day of", "1 hour ±1 hour after", ""),
]


def so(formula: Formula, s: int, e: int) -> bool:
    at = {"s": s, "e": e, "0": 0}
    match formula:
        case Le(left, right, int(limit)):
            return at[left] - at[right] <= limit
        case Conj(items):
            return all(so(item, s, e) for item in items)
        case Disj(items):
            return any(so(item, s, e) for item in items)
        case Neg(item):
            return not so(item, s, e)
        case _:
            raise TypeError(formula)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("dates", SETS)
def test_it_is_true_of_one_of_the_dates(word: str, dates: str) -> None:
    told = parse_when(f"{word} {dates}".strip())[0].relation
    each = [relations.relation(one, SUBJECT, SCENE) for one in any_of(told)]
    assert len(each) == dates.count(",") + 1
    whole = relation(told, SUBJECT, SCENE)
    for s, e in combinations_with_replacement(range(-2, 9), 2):
        assert so(whole, s, e) == any(so(one, s, e) for one in each)


def test_all_of_several_dates_are_touched_and_nothing_lies_outside() -> None:
    told = parse_when("during {1970-01-01T01,1970-01-01T03..1970-01-01T05}")[0].relation
    formula = relation(told, SUBJECT, SCENE)
    true = [pair for pair in combinations_with_replacement(range(9), 2) if so(formula, *pair)]
    assert true == [(1, 5)]
    touched = relation(parse_when("intersects {1970-01-01T01,1970-01-01T03}")[0].relation, SUBJECT, SCENE)
    assert [pair for pair in combinations_with_replacement(range(5), 2) if so(touched, *pair)] == [
        *((0, 3), (0, 4), (1, 3), (1, 4)),
    ]
    before = relation(parse_when("before {1970-01-01T02,1970-01-01T04}")[0].relation, SUBJECT, SCENE)
    assert [pair for pair in combinations_with_replacement(range(4), 2) if so(before, *pair)] == [(0, 0), (0, 1), (1, 1)]


def test_windows_in_a_row_become_a_hull_and_a_choice_for_each_gap() -> None:
    start, end, zero = Instant("s"), Instant("e"), Instant("0")

    def inside(first: int, last: int) -> Formula:
        return both(at_most(zero, start, -first), at_most(end, zero, last))

    assert one_of([inside(1, 2), inside(5, 6), inside(8, 9)]) == Conj(
        (
            Le("0", "s", -1),
            Le("e", "0", 9),
            Disj((Le("0", "s", -8), Le("e", "0", 6))),
            Disj((Le("0", "s", -5), Le("e", "0", 2))),
        )
    )
    assert one_of([inside(1, 9), inside(3, 4)]) == either(inside(1, 9), inside(3, 4))
    assert one_of([at_most(start, zero, 1), at_most(start, zero, 5)]) == Le("s", "0", 5)
    assert one_of([FALSE, inside(1, 2)]) == inside(1, 2)
    assert one_of([]) == FALSE


def test_a_denial_denies_each_of_the_dates() -> None:
    told = parse_when("during {1970,1972..1973}")[0].relation
    assert len(each_denied(told)) == 2
    assert len(each_denied(parse_when("before [1970,1972]")[0].relation)) == 2
    assert each_denied(parse_when("before {1970,1972}")[0].relation) == (parse_when("before {1970,1972}")[0].relation,)
    assert each_denied(None) == (None,)


FACTS = "statements:\n  - {id: s, says: attack(by ann) as e}\n"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("e during [2011,2013]", "e during 2012", True),
        ("e during [2011,2013]", "e during 2013", False),
        ("e during [2011,2012]", "e during 2011-12/2012-01", False),
        ("e during [2011,2012]", "start of e during 2011 and end of e during 2012", True),
        ("e before [2011,2013]", "e during 2012", False),
        ("e before [2011,2013]", "e during 2013", True),
        ("e after [2011,2013]", "e during 2012", False),
        ("e not during [2011,2013]", "e during 2013", True),
        ("e not during [2011,2013]", "e during 2012", False),
        ("e by [2011,2013]", "e during 2013-05", False),
        ("e since [2011,2013]", "start of e during 2012", True),
        ("e within 3 days after [2011,2013]", "e during 2014-01", False),
        ("e within 3 days after [2011,2013]", "e during 2013-01", True),
        ("e exactly 1 month after [2011-12-31,2012-12-31]", "e during 2013-01", False),
        ("e exactly 1 month after [2011-12-31,2012-12-31]", "e during 2012-03", True),
        ("e during 2012-XX-19", "e during 2012-03-18", True),
        ("e during {2011,2013}", "e during 2011/2012", True),
        ("e during {2011,2013}", "e lasts at least 366 days", False),
        ("e during {2011,2013}", "e lasts at most 366 days", True),
        ("e during thursday 2016-03", "e during 2016-03-16", True),
        ("e during thursday 2016-03", "e during 2016-03-17", False),
        ("e during night of 2012-12-31", "e during 2013-01-01T04", False),
        ("e during night of 2012-12-31", "e during 2013-01-01T06", True),
    ],
)
def test_statements_clash_with_several_dates(one: str, other: str, clash: bool) -> None:
    told = f'{FACTS}  - {{id: a, says: "{one}"}}\n  - {{id: b, says: "{other}"}}\n'
    assert conflicts(told) == (["accept(a) + accept(b)"] if clash else [])


def test_a_weekday_that_was_another_clashes_with_nothing_but_the_calendar() -> None:
    assert conflicts(FACTS + "  - {id: a, says: e during thursday 2016-03-16}\n") == ["accept(a)"]
    assert conflicts(FACTS + "  - {id: a, says: e during wednesday 2016-03-16}\n") == []


@pytest.mark.parametrize(("date", "clash"), [("2011-05", True), ("2012-05", False), ("2013-05", True)])
def test_denials_and_what_asks_for_them(date: str, clash: bool) -> None:
    told = f'{FACTS}  - {{id: a, says: "not attack(by ann) during [2011,2013]"}}\n  - {{id: b, says: e during {date}}}\n'
    assert bool(conflicts(told)) == clash
    rule = f"rules:\n  - {{id: r, given: [attack(by A) as E, 'not attack(by A) during {date}'], never: E during 1999}}\n"
    told = f'{FACTS}  - {{id: a, says: "not attack(by ann) during [2011,2013]"}}\n'
    found = verdicts(told, rule)
    assert any(name.startswith("r(") and verdict == "tension" for name, verdict in found.items()) == clash


def test_a_denied_statement_denies_each_of_its_dates() -> None:
    told = FACTS + '  - {id: a, says: attack(by ann) as f, when: "[2011,2013]"}\n  - {id: n, says: not a}\n'
    assert conflicts(told + "  - {id: b, says: e during 2012}\n") == ["accept(a) + accept(n)"]
    assert conflicts(told + "  - {id: b, says: e during 2013}\n") == [
        "accept(a) + accept(n)",
        "accept(b) + accept(n) + accept(s)",
    ]


def test_some_time_from_a_year_on_does_not_go_on() -> None:
    told = FACTS + '  - {id: a, says: attack(by ann) as f, when: "[2011..]"}\n  - {id: b, says: f during 2012}\n'
    assert conflicts(told) == []
