"""Where ends can lie by their stated dates: what is certain narrows, what can be given up joins."""

from small_dossiers import dossier

from reasoner.program.hulls import Hull, hulls
from reasoner.program.identities import identities
from reasoner.program.moments import Calendar
from reasoner.theory.from_dossier import resolve

HEAD = "dossier: case\nactors: {ann: {}}\n"
DAY = 1440


def hulls_of(*statements: str) -> dict[str, Hull]:
    facts = "statements:\n  - {id: s, says: licence(ann) as e}\n" + "".join(f"  - {{{one}}}\n" for one in statements)
    theory = resolve(dossier(facts, head=HEAD))
    return hulls(theory, Calendar(theory, 0), identities(theory).sure)


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
