"""Months and days as facts: against brute force over every hour, and the pieces as they are told."""

import pytest
from small_dossiers import conflicts, dossier

from reasoner.pipeline import compiled
from reasoner.times.from_text import parse_date
from reasoner.times.ir import Clock
from reasoner.times.months import add_months, least_most
from reasoner.times.windows import extent

HEAD = "dossier: case\nclock: hour\nzone: {0}\nactors: {{ann: {{}}}}\n"
FACTS = """statements:
  - {{id: d, says: licence(ann) as f and start of f during {0} and end of f during {0}, certain: true}}
  - {{id: e, says: licence(ann) as e and start of e during {1} and end of e during {1}, certain: true}}
  - {{id: x, says: e {2}}}
"""


def window(date: str, zone: str) -> range:
    ticks = extent(parse_date(date), zone=zone, clock=Clock.HOUR).whole
    assert ticks.earliest is not None
    assert ticks.latest is not None
    return range(ticks.earliest, ticks.latest + 1)


def moved(tick: int, months: int, zone: str) -> int:
    return add_months(tick, months, zone=zone, clock=Clock.HOUR)


DATES = (
    ("2012-01-30", "2012-02"),
    ("2012-01", "2012-02-29"),
    ("2012-03-31", "2012-04-30"),
    ("2011-02-27", "2012-02-29"),
    ("2012-03", "2012-04-24"),
)
BOUNDS = {
    "exactly": lambda far: far == 0,
    "at least": lambda far: far >= 0,
    "less than": lambda far: far < 0,
    "about": lambda far: abs(far) <= 744,
}


@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris"])
@pytest.mark.parametrize(("first", "second"), DATES)
def test_months_are_exact_between_dated_ends(first: str, second: str, zone: str) -> None:
    count = 12 if first.startswith("2011") else 1
    length = "1 year" if count == 12 else "1 month"
    about = least_most(count, Clock.HOUR)[1]
    for how, far in BOUNDS.items():
        near = far if how != "about" else lambda gap: abs(gap) <= about
        f, e = window(first, zone), window(second, zone)
        forward = any(
            near(later - moved(tick, count, zone)) and (how != "less than" or later > tick) for tick in f for later in e
        )
        back = any(near(moved(later, -count, zone) - tick) for tick in f for later in e)
        told = FACTS.format(first, second, f"{how} {length} after f")
        assert (conflicts(told, head=HEAD.format(zone)) == []) is forward
        told = FACTS.format(second, first, f"is {how} {length} old at f")
        assert (conflicts(told, head=HEAD.format(zone)) == []) is back


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("2012-03-11", "2012-03-11"), ("2012-03", "2012-03-11"), ("2012-03-11", "2012-03-12"), ("2012", "2012-03-11")],
)
def test_one_day_is_one_day_of_the_zone(first: str, second: str, zone: str) -> None:
    told = FACTS.format(first, second, "on the day of f")
    assert (conflicts(told, head=HEAD.format(zone)) == []) is (
        set(window(first, zone)) >= set(window(second, zone)) or first == second
    )
    other = told.replace("on the day", "not on the day")
    assert (conflicts(other, head=HEAD.format(zone)) == []) is (first != second)


RULES = """rules:
  - {{id: r, given: [licence(ann) as E, licence(bob) as F], {0}: "F {1} 1 month after E", certain: true}}
"""


@pytest.mark.parametrize("word", ["never", "must"])
@pytest.mark.parametrize("how", ["exactly", "at least", "within"])
@pytest.mark.parametrize("told", ["end of e during {}", "end of e not after {}", "end of e not before {}", ""])
@pytest.mark.parametrize("first", ["2012-02-28/2012-02-29", "2012-01-30"])
def test_a_clash_that_is_told_as_certain_is_one_on_every_day(word: str, how: str, told: str, first: str) -> None:
    """Whatever bounds the end that months are counted from; and where it is dated, what is certain is told."""
    days = window(first, "UTC")
    ends = range(days[0] if "after" not in told else days[0] - 1500, days[-1] + 1 if "before" not in told else days[-1] + 1500)
    ends = ends if told else range(days[0] - 1500, days[0] + 1500)
    later = window("2012-03-29", "UTC")
    near = {
        "exactly": lambda far, _: far == 0,
        "at least": lambda far, _: far >= 0,
        "within": lambda far, gap: far <= 0 <= gap,
    }[how]
    so = [near(tick - moved(end, 1, "UTC"), tick - end) for end in ends for tick in later]
    clash = all(so) if word == "never" else not any(so)
    facts = f"""statements:
      - {{id: e, says: licence(ann) as e, certain: true}}
      - {{id: f, says: licence(bob) as f and f during 2012-03-29, certain: true}}
      - {{id: d, says: {told.format(first) or "e is a licence"}, certain: true}}
    """
    found = conflicts(facts, RULES.format(word, how), head=HEAD.format("UTC").replace("{ann: {}}", "{ann: {}, bob: {}}"))
    if told.startswith("end of e during"):
        assert (found != []) is clash
    else:
        assert found == [] or clash


def told_facts(facts: str) -> tuple[str, ...]:
    return compiled(dossier(facts, head="dossier: case\nactors: {ann: {}}\n"))[1].told


MONTH = "statements:\n  - {{id: s, says: licence(ann) as e and e exactly 1 month after f}}\n  - {{id: d, says: licence(ann) as f and start of f after 1900{0}}}\n"


def test_one_piece_of_a_date_that_can_be_given_up_has_two_more_beyond_it() -> None:
    facts = told_facts(MONTH.format(" and end of f during 2012-01-05"))
    names = [fact.partition("(")[0] for fact in facts]
    assert names == ["length", "from", "upto", "length", "upto", "length", "from"]
    assert [fact for fact in facts if fact.startswith("length")] == [
        'length(1,on,e("f"),0,44640,44640).',
        'length(1,on,e("f"),1,40320,44640).',
        'length(1,on,e("f"),2,40320,44640).',
    ]


def test_a_count_from_an_unknown_end_has_its_least_and_most() -> None:
    assert told_facts(MONTH.format("")) == ('length(1,on,e("f"),0,40320,44640).', 'unbounded(e("f")).')


def test_several_pieces_follow_the_calendar() -> None:
    facts = told_facts(MONTH.format(" and end of f during 2012-01"))
    lengths = [fact.split(",")[4:] for fact in facts if fact.startswith("length")]
    assert [one[0] for one in lengths][:2] == ["44640", "43200"]
    assert len(lengths) > 3


def test_where_nothing_is_known_one_day_is_less_than_a_day_apart() -> None:
    facts = "statements:\n  - {id: s, says: licence(ann) as e and licence(ann) as f}\n  - {id: x, says: e on the day of f}\n"
    head = "dossier: case\nactors: {ann: {}}\n"
    assert told_facts(facts) == ('nearby(s("e"),s("f"),1439).', 'outside(s("e"),s("f")).')
    assert conflicts(facts + "  - {id: a, says: start of e at least 23 hours after start of f}\n", head=head) == []
    far = facts + "  - {id: a, says: start of e at least 24 hours after start of f}\n"
    assert conflicts(far, head=head) == ["accept(a) + accept(x)"]
    same = facts.replace("on the day", "not on the day") + "  - {id: a, says: e equals f}\n"
    assert conflicts(same, head=head) == ["accept(a) + accept(x)"]


def test_a_date_that_is_given_up_binds_no_day() -> None:
    told = """statements:
      - {id: s, says: licence(ann) as e and licence(ann) as f, certain: true}
      - {id: x, says: e on the day of f}
      - {id: d, says: start of e during 2012-05}
      - {id: o, says: start of f during 2012-06-03}
      - {id: p, says: start of e during 2012-06-03}
    """
    assert conflicts(told) == ["accept(d) + accept(o) + accept(x)", "accept(d) + accept(p)"]


@pytest.mark.parametrize(("day", "so"), [("2012-05-03", True), ("2012-05-04", False)])
def test_the_day_of_a_date(day: str, *, so: bool) -> None:
    told = (
        f"statements:\n  - {{id: s, says: attack(by ann) as e, when: 2012-05-03}}\n  - {{id: x, says: e on the day of {day}}}\n"
    )
    assert (conflicts(told) == []) is so
