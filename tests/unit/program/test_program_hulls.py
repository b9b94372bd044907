"""Where ends can lie by their stated dates: what is certain narrows, what can be given up joins."""

from small_dossiers import dossier

from reasoner.program.hulls import Hull, hulls
from reasoner.program.identities import identities
from reasoner.program.moments import Calendar
from reasoner.theory.from_dossier import resolve

HEAD = "dossier: case\nactors: {ann: {}, bob: {}}\n"
DAY = 1440
BEYOND = 366
"""How many days beyond the bounds of others an end is looked for."""


def hulls_of(*statements: str) -> dict[str, Hull]:
    facts = "statements:\n  - {id: s, says: licence(ann) as e}\n" + "".join(f"  - {{{one}}}\n" for one in statements)
    theory = resolve(dossier(facts, head=HEAD))
    found = hulls(theory, Calendar(theory, 0), identities(theory).sure)
    points = [f'{end}("{name}")' for end in "se" for name in "efg"]
    return {point: hull for point in points if (hull := found.of(point)) is not None}


def days(hull: Hull) -> tuple[int, int]:
    return hull.earliest // DAY, hull.latest // DAY


def test_what_can_be_given_up_joins() -> None:
    found = hulls_of("id: a, says: start of e during 1970-01-02", "id: b, says: start of e during 1970-01-05")
    assert days(found['s("e")']) == (1, 4)
    assert not found['s("e")'].certain
    assert 'e("e")' not in found


def test_what_is_certain_narrows_and_has_the_last_word() -> None:
    found = hulls_of(
        "id: a, says: e during 1970-01, certain: true",
        "id: b, says: start of e during 1970-01-05/1970-01-09",
        "id: c, says: e during 1970-01-03/1970-03, certain: true",
    )
    assert days(found['s("e")']) == (2, 30)
    assert found['e("e")'].certain


def test_what_is_certain_of_a_choice_or_retracted_is_not() -> None:
    assert not hulls_of("id: a, certain: true, readings: [{says: e during 1970-01}, {says: e during 1970-02}]")[
        's("e")'
    ].certain
    assert not hulls_of("id: a, certain: true, says: e during 1970-01", "id: b, says: alarm(), retracts: [a]")['s("e")'].certain


def test_what_or_joins_is_not_certain_either() -> None:
    found = hulls_of("id: a, says: start of e during 1970-01-02 or start of e during 1970-01-05, certain: true")
    assert days(found['s("e")']) == (1, 4)
    assert not found['s("e")'].certain


def test_one_of_several_dates_is_looked_at_from_the_first_to_the_last() -> None:
    found = hulls_of("id: a, says: 'e during [1970-01-09,1970-01-02]', certain: true", "id: b, says: 'e before [1969,1971]'")
    assert days(found['s("e")']) == (1, 8)
    assert found['s("e")'].certain


def test_open_dates_and_denials_tell_nothing() -> None:
    assert hulls_of("id: b, says: e not during 1970", "id: c, says: start of e within 3 days of end of e") == {}


def test_one_bound_is_looked_at_for_two_years() -> None:
    found = hulls_of("id: a, says: e before 1970-01-05", "id: b, says: e after 1969-12-30")
    assert days(found['e("e")']) == (-1, 3)
    assert not found['e("e")'].open
    late = hulls_of("id: a, says: e before 1970-01-05")['s("e")']
    assert (days(late), late.open) == ((3 - 732, 3), True)


def test_bounds_that_clash_leave_room_beyond_both() -> None:
    found = hulls_of("id: a, says: e before 1970-01-05", "id: b, says: e after 1970-01-30")['s("e")']
    assert found.earliest < 0
    assert days(found)[1] == 30 + 732


def test_a_date_in_a_content_is_not_stated() -> None:
    """Somebody may hold it to be so; it is no more than where the time may be looked for."""
    held = "id: k, says: 'knows(ann, that e during 1970-01)', certain: true"
    assert not hulls_of(held)['s("e")'].certain
    found = hulls_of(held, "id: a, says: e during 1970-03, certain: true")['s("e")']
    assert (days(found), found.certain) == ((59, 89), True)
    assert hulls_of("id: k, says: 'knows(ann, that no X with (licence(X) as F and F during 1970-01))'") == {}


RAID = "id: r, says: licence(bob) as f and f during 1970-02-03"


def test_what_is_not_dated_is_reckoned_from_what_is() -> None:
    found = hulls_of(RAID, "id: a, says: start of e within 5 days after f", "id: b, says: e lasts at most 2 days")
    assert days(found['s("e")']) == (33 - BEYOND, 38 + BEYOND)
    assert days(found['e("e")']) == (33 - BEYOND, 40 + BEYOND)
    assert not found['e("e")'].certain
    assert not found['e("e")'].open


def test_months_are_reckoned_by_their_least_and_most() -> None:
    found = hulls_of(RAID, "id: a, says: start of e exactly 1 month after f")
    assert days(found['s("e")']) == (33 + 28 - BEYOND, 33 + 31 + BEYOND)


def test_one_side_may_come_from_a_date_and_the_other_from_something_else() -> None:
    found = hulls_of(RAID, "id: a, says: start of e after f", "id: b, says: start of e before 1970-03")
    assert days(found['s("e")']) == (58 - 3 * BEYOND, 58 + BEYOND)
    assert not found['s("e")'].open


def test_names_of_one_thing_have_its_times() -> None:
    found = hulls_of(RAID, "id: a, says: licence(bob) as g", "id: b, says: f is g")
    assert days(found['s("g")']) == (33 - BEYOND, 33 + BEYOND)


def test_what_others_say_of_a_date_is_reckoned_without_the_date() -> None:
    said = "id: a, says: f exactly 5 days after e", "id: b, says: e lasts exactly 1 day"
    free = hulls_of(RAID, *said)
    assert days(free['s("e")']) == (27 - BEYOND, 27 + BEYOND)
    told = hulls_of(RAID, *said, "id: c, says: e during 1970-03-01")
    assert days(told['s("e")']) == (27 - BEYOND, 59 + BEYOND)


def test_what_clashes_is_no_trouble_and_no_order_makes_a_difference() -> None:
    clash = ("id: a, says: start of e within 5 days after f", "id: b, says: start of e within 5 days before f")
    found = hulls_of(RAID, *clash)
    assert found == hulls_of(RAID, *reversed(clash)) == hulls_of(*clash, RAID)
    assert found['s("e")'].earliest <= found['s("e")'].latest


def test_what_is_denied_or_only_said_by_somebody_reckons_nothing() -> None:
    assert 's("e")' not in hulls_of(RAID, "id: a, says: start of e not within 5 days after f")
    assert 's("e")' not in hulls_of(RAID, "id: a, says: 'knows(ann, that start of e within 5 days after f)'")
