"""`the day after F` and its kind, where F is dated, bounded or undated, against trying out all hours that make a difference."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest
from small_dossiers import found

HOURS = (0, 11, 23)
"""Of each day: whatever is told here looks at whole days, and at what comes before what."""
WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
"""2015-03-01 was a Sunday; it is day 0."""
PATTERNS = ("XXXX-03-11", "XXXX-03-1X", "XXXX-XX-20", "XXXX-03-XX")
EACH_MONTH = ("XXXX-XX-20",)
"""Of the patterns those of which no other year is looked at, where dates can be given up."""
RELATIONS = (
    "during",
    "before",
    "after",
    "by",
    "not before",
    "not during",
    "intersects",
    "contains",
    "on the day of",
    "until",
    "not by",
)
WEEKEND = ("friday", "saturday")
HOLIDAYS = (10, 11, 22)
HEAD = """dossier: days
clock: hour
weekend: [friday, saturday]
holidays: ["[2015-03-11..2015-03-12]", 2015-03-23]
vocabulary: {deed: {event: thing}}
places: {here: {}}
statements:
"""

Span = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """`a during the 2nd friday before b`, `a during 2015-03-04` where `day` is the date, or `a during friday` where `nth` is 0."""

    subject: str
    relation: str
    anchor: str
    day: str | int
    nth: int = 1
    after: bool = True

    def text(self) -> str:
        if isinstance(self.day, int):
            return f"{self.subject} {self.relation} 2015-03-{self.day + 1:02}"
        if self.nth == 0:
            return f"{self.subject} {self.relation} {self.day}"
        which = self.day if self.nth == 1 else f"{self.nth}{('', 'st', 'nd', 'rd')[self.nth]} {self.day}"
        return f"{self.subject} {self.relation} the {which} {'after' if self.after else 'before'} {self.anchor}"

    def is_so(self, one: Span, other: Span) -> bool:
        if self.nth == 0:
            first = one[0] // 24
            is_such = self.day in (WEEKDAYS[first % 7], *like(first))
            return (one[1] // 24 == first and is_such) != self.relation.startswith("not ")
        day = self.day if isinstance(self.day, int) else self.counted(other)
        return holds(self.relation, one, (24 * day, 24 * day + 23))

    def counted(self, other: Span) -> int:
        """By going on one day after the other."""
        day, left = (other[1] if self.after else other[0]) // 24, self.nth
        while left:
            day += 1 if self.after else -1
            worked = "working day" if WEEKDAYS[day % 7] not in WEEKEND and day not in HOLIDAYS else "day"
            left -= self.day in ("day", WEEKDAYS[day % 7], worked)
        return day


def like(day: int) -> list[str]:
    """The patterns that a day matches, by looking at its date."""
    told = f"{date(2015, 3, 1) + timedelta(day):%m-%d}"
    return [one for one in PATTERNS if all(digit in ("X", here) for digit, here in zip(one[5:], told, strict=True))]


def holds(relation: str, one: Span, day: Span) -> bool:
    (start, end), (first, last) = one, day
    match relation.removeprefix("not "):
        case "during":
            found = first <= start and end <= last
        case "before":
            found = end < first
        case "after":
            found = start > last
        case "by":
            found = end <= last
        case "intersects":
            found = start <= last and first <= end
        case "contains":
            found = start <= first and last <= end
        case "on the day of":
            found = first <= start <= last
        case "until":
            found = first - 1 <= end <= last
        case other:
            raise AssertionError(other)
    return found != relation.startswith("not ")


@cache
def spans(first: int, last: int, *, moments: bool) -> tuple[Span, ...]:
    hours = [24 * day + hour for day in range(first, last + 1) for hour in HOURS]
    return (
        tuple((one, one) for one in hours)
        if moments
        else tuple((one, other) for one in hours for other in hours if one <= other)
    )


def random_told(rng: random.Random, subject: str, other: str, patterns: tuple[str, ...] = PATTERNS) -> Told:
    if rng.random() < 0.2:
        return Told(subject, rng.choice(("during", "during", "not during")), other, rng.choice((*WEEKDAYS[:4], *patterns)), 0)
    relation, day = rng.choice(RELATIONS), rng.choice(("day", "day", "working day", "working day", *WEEKDAYS))
    return Told(subject, relation, other, day, rng.choice((1, 1, 2, 3)), rng.random() < 0.6)


def statements(told: list[Told], certain: Iterator[str]) -> str:
    lines = [f"  - {{id: {name}, says: deed(here) as {name}, certain: true}}\n" for name in "ab"]
    lines += [f"  - {{id: c{nth}, says: '{text}', certain: true}}\n" for nth, text in enumerate(certain)]
    return "".join([*lines, *(f"  - {{id: t{nth}, says: {one.text()}}}\n" for nth, one in enumerate(told))])


def conflicts(told: list[Told], ones: tuple[Span, ...], others: tuple[Span, ...]) -> set[frozenset[str]]:
    """The smallest sets of statements that no times of the two make true together."""
    possible: set[frozenset[int]] = set()
    for one in ones:
        for other in others:
            here = {"a": one, "b": other}
            possible.add(frozenset(n for n, t in enumerate(told) if t.is_so(here[t.subject], here[t.anchor])))
    smallest: list[frozenset[int]] = []
    for size in range(len(told) + 1):
        for some in map(frozenset, combinations(range(len(told)), size)):
            if not any(some <= so for so in possible) and not any(one <= some for one in smallest):
                smallest.append(some)
    return {frozenset(f"accept(t{nth})" for nth in one) for one in smallest}


def engine(text: str, head: str = HEAD) -> set[frozenset[str]]:
    findings = found(text, head=head)
    return {frozenset(g.name for g in one.members) for part in findings.explanations for one in part.conflicts}


@pytest.mark.parametrize("seed", range(60))
def test_where_both_lie_for_certain_within_some_days_it_is_what_trying_out_finds(seed: int) -> None:
    rng = random.Random(seed)
    told = [random_told(rng, *rng.choice(("ab", "ba"))) for _ in range(rng.randint(2, 4))]
    told += [Told(one, rng.choice(RELATIONS[:7]), one, rng.randint(8, 13)) for one in rng.choice(("a", "b", "ab"))]
    dates = {one: sorted((rng.randint(8, 12), rng.randint(9, 13))) for one in "ab"}
    certain = (f"{one} during [2015-03-{first + 1:02}..2015-03-{last + 1:02}]" for one, (first, last) in dates.items())
    ones, others = (spans(first, last, moments=False) for first, last in dates.values())
    assert engine(statements(told, certain)) == conflicts(told, ones, others)


@pytest.mark.parametrize("seed", range(60))
def test_where_dates_can_be_given_up_what_rests_on_a_date_is_what_trying_out_finds(seed: int) -> None:
    """What clashes far from all dates, by midnights that lie nowhere, may be missed, or seem to take a date; nothing else is."""
    rng = random.Random(seed)
    told = [random_told(rng, *rng.choice(("ab", "ba")), EACH_MONTH) for _ in range(rng.randint(1, 3))]
    told += [Told(one, "during", one, rng.randint(18, 23)) for one in rng.choice(("a", "ab", "ab"))]
    text = statements(told, (f"{one} lasts at most 0 hours" for one in "ab"))
    times = spans(-40, 80, moments=True)
    tried, dated = (
        conflicts(told, times, times),
        {f"accept(t{nth})" for nth, one in enumerate(told) if isinstance(one.day, int)},
    )
    missed = tried - engine(text)
    assert all(one.isdisjoint(dated) for one in missed)
    assert all(any(one < seeming for one in missed) for seeming in engine(text) - tried)


def clashes(*told: str, head: str = HEAD) -> bool:
    lines = [f"  - {{id: {name}, says: deed(here) as {name}, certain: true}}\n" for name in "ab"]
    return bool(engine("".join([*lines, *(f"  - {{id: t{nth}, says: '{one}'}}\n" for nth, one in enumerate(told))]), head))


def test_an_anchor_that_lies_for_certain_in_some_years_is_on_any_of_their_days() -> None:
    long = '  - {id: c, says: "a during [2012..2015]", certain: true}\n'
    assert not clashes("b during the day after a", "b during 2013-05-02", head=HEAD + long)
    assert not clashes("b during the day after a", "b during 2013-05-02", "a during 2013-05-01", head=HEAD + long)
    assert clashes("b during the day after a", "b during 2013-05-02", "a during 2013-05-02", head=HEAD + long)


@pytest.mark.parametrize(("eve", "hours"), [("2015-03-28", 23), ("2015-03-29", 24), ("2015-10-24", 25)])
def test_a_day_on_which_clocks_are_changed_has_as_many_hours_as_it_has(eve: str, hours: int) -> None:
    head = HEAD.replace("clock: hour\n", "clock: hour\nzone: Europe/Paris\n")
    told = ("b during the day after a", f"a during {eve}")
    assert not clashes(*told, f"b lasts at least {hours - 1} hours", head=head)
    assert clashes(*told, f"b lasts at least {hours} hours", head=head)
