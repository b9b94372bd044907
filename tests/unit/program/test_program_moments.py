"""Where moments lie."""

from small_dossiers import dossier

from reasoner.language.ir import Endpoint, Name, OnDate, Var, Which
from reasoner.program.formula import Ends, Instant
from reasoner.program.moments import Calendar, calendar_of
from reasoner.theory.from_dossier import resolve
from reasoner.times.from_text import parse_date

HEAD = "dossier: case\nzone: {0}\nreported: 2012-01-05\n"


def calendar(zone: str = "UTC") -> Calendar:
    theory = resolve(dossier("", head=HEAD.format(zone)))
    return Calendar(theory, theory.reported or 0)


def ends(text: str, zone: str = "UTC") -> tuple[int, int]:
    found = calendar(zone).ends(OnDate(parse_date(text)))
    assert found.start.point == found.end.point == "0"
    return found.start.offset, found.end.offset


def test_names_and_variables_are_points() -> None:
    assert calendar().ends(Name("gao")) == Ends(Instant('s("gao")'), Instant('e("gao")'))
    assert calendar().ends(Endpoint(Which.END, Var("T"))) == Ends(Instant("e(T)"), Instant("e(T)"))


def test_dates_are_ticks_from_the_origin() -> None:
    assert ends("2012-01-05") == (0, 1439)
    assert ends("2012-01-04") == (-1440, -1)
    assert ends("2012-01-05T00:00Z", "Europe/Paris") == (60, 60)


def test_a_date_without_an_end_is_before_or_after_all() -> None:
    found = calendar().ends(OnDate(parse_date("2012/..")))
    assert (found.start.infinite, found.end.infinite) == (0, 1)


def test_the_day_of_a_moment_is_that_of_the_zone() -> None:
    assert calendar().day(Instant("0", 5)) == Ends(Instant("0", 0), Instant("0", 1439))
    assert calendar("America/New_York").day(Instant("0", -1)) == Ends(Instant("0", -1440), Instant("0", -1))


def test_the_origin_is_a_midnight_in_the_middle_of_all_dates() -> None:
    facts = "statements:\n  - {id: s, says: attack(by ann) as e, when: 2012-01-01}\n"
    theory = resolve(dossier(facts, head="dossier: case\nreported: 2012-01-05\nactors: {ann: {}}\n"))
    day = 1440
    first = 15340 * day  # 2012-01-01
    found = calendar_of(theory)
    assert found.origin % day == 0
    assert first <= found.origin <= first + 4 * day
    assert (found.told.first, found.told.last) == (first, first + 4 * day)
    assert found.told.spans == ((first, first + day - 1),)
