"""By how much a count of months misses, and which statements clash over it, against trying out all days there are.

Ends are dated, bounded on one side, or bounded by others; what is found must not depend on which of it is so.
"""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

import pytest
from small_dossiers import found

from reasoner.report.shortfalls import Missed, missed
from reasoner.times.ir import Clock

DAY = 1440
FAR = 10**8
FIRST, LAST = date(1838, 1, 1), date(1864, 1, 1)
POINTS = ("zero", "s(w)", "e(w)", "s(c)", "e(c)", "s(v)", "e(v)")
ORDER = (("s(w)", "e(w)", 0), ("s(c)", "e(c)", 0), ("s(v)", "e(v)", 0))
HOWS = ("within", "at most", "less than", "at least", "more than", "exactly", "", "±")

Edge = tuple[str, str, int]
"""`left - right <= limit`."""


def tick(day: date) -> int:
    return (day - FIRST).days * DAY


def moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@cache
def runs(months: int) -> tuple[tuple[int, int, int], ...]:
    """The ticks from which so many months last equally long: the first, the last, how long."""
    found: list[tuple[int, int, int]] = []
    for nth in range((LAST - FIRST).days):
        day = FIRST + timedelta(nth)
        long = abs((moved(day, months) - day).days) * DAY
        if found and found[-1][2] == long:
            found[-1] = (found[-1][0], (nth + 1) * DAY - 1, long)
        else:
            found.append((nth * DAY, (nth + 1) * DAY - 1, long))
    return tuple(found)


@dataclass(frozen=True)
class Count:
    """`c <how> <months> months after w`, or `before`: how far from the length the distance may be, as told."""

    how: str
    months: int
    after: bool
    years: bool = False
    give: int = 0

    def text(self) -> str:
        far = f"{self.months // 12} years" if self.years else f"{self.months} months"
        given = f" ±{self.give // DAY} days" if self.how == "±" else ""
        return f"c {self.how.replace('±', '')} {far}{given} {'after' if self.after else 'before'} w".replace("  ", " ")

    def ways(self) -> tuple[str, str, bool]:
        """The later point, the earlier, and whether it is counted back."""
        return ("s(c)", "e(w)", False) if self.after else ("s(w)", "e(c)", True)

    def slack(self) -> tuple[int | None, int | None]:
        half = (182 if self.years else 15) * DAY
        return {
            "within": (None, 0),
            "at most": (None, 0),
            "less than": (None, -1),
            "at least": (0, None),
            "more than": (1, None),
            "exactly": (0, 0),
            "": (-half, half),
            "±": (-self.give, self.give),
        }[self.how]

    def order(self) -> Iterator[Edge]:
        later, earlier, _ = self.ways()
        if self.how in {"within", "at most", "less than"}:
            yield earlier, later, 0 if self.how == "within" else -1


@dataclass(frozen=True)
class Said:
    """A statement: its text, what it bounds, and of these what its length can be widened of."""

    text: str
    edges: tuple[Edge, ...] = ()
    wide: tuple[Edge, ...] = ()


@dataclass(frozen=True)
class Case:
    count: Count
    said: Mapping[str, Said]

    def facts(self) -> str:
        names = {"w": "attack", "c": "notice", "v": "bombing"}
        lines = [f"  - {{id: {one}0, says: {kind}() as {one}, certain: true}}" for one, kind in names.items()]
        lines += [f"  - {{id: {one}, says: {said.text}}}" for one, said in self.said.items()]
        return "\n".join(["statements:", *lines, f"  - {{id: m, says: {self.count.text()}}}", ""])

    def possible(self, chosen: frozenset[str], wide: str = "", ticks: int = 0, plain: int | None = None) -> bool:
        """Whether these can all be, where the length of `wide` is good to so much more, or in place of the count stands `plain`."""
        edges = [*ORDER, *(self.count.order() if "m" in chosen else ())]
        for one in sorted(chosen - {"m"}):
            more = ticks if one == wide else 0
            edges += [*self.said[one].edges, *((x, y, limit + more) for x, y, limit in self.said[one].wide)]
        far = closed(edges)
        if far is None or "m" not in chosen:
            return far is not None
        later, earlier, back = self.count.ways()
        low, high = (
            None if side is None else side + sign * (ticks if wide == "m" else 0)
            for side, sign in zip(self.count.slack(), (-1, 1), strict=True)
        )
        at = later if back else earlier
        for first, last, long in runs(-self.count.months if back else self.count.months):
            x = max(first, -far["zero", at]), min(last, far[at, "zero"])
            length = long if plain is None else plain
            d = (
                max(-far[earlier, later], -FAR if low is None else length + low),
                min(far[later, earlier], FAR if high is None else length + high),
            )
            other = earlier if back else later
            y = (-far["zero", other], far[other, "zero"])
            reached = (x[0] - d[1], x[1] - d[0]) if back else (x[0] + d[0], x[1] + d[1])
            if x[0] <= x[1] and d[0] <= d[1] and max(reached[0], y[0]) <= min(reached[1], y[1]):
                return True
        return False

    def conflicts(self) -> set[frozenset[str]]:
        ids = [*self.said, "m"]
        clashes: list[frozenset[str]] = []
        for size in range(1, len(ids) + 1):
            for some in map(frozenset, combinations(ids, size)):
                if not any(one <= some for one in clashes) and not self.possible(some):
                    clashes.append(some)
        return set(clashes)

    def short_by(self, conflict: frozenset[str], wide: str) -> int | None:
        """By how much a length misses; None if no widening will do."""
        low, high = 0, 8 * 366 * DAY
        if not self.possible(conflict, wide, high):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.possible(conflict, wide, middle) else (middle, high)
        return high


def closed(edges: list[Edge]) -> dict[tuple[str, str], int] | None:
    """The least `left - right` can be bounded by, for all points; None if they cannot all be."""
    far = {(x, y): 0 if x == y else FAR for x in POINTS for y in POINTS}
    for x, y, limit in edges:
        far[x, y] = min(far[x, y], limit)
    for mid in POINTS:
        for x in POINTS:
            for y in POINTS:
                far[x, y] = min(far[x, y], far[x, mid] + far[mid, y])
    return None if any(far[x, x] < 0 for x in POINTS) else far


# ---------------------------------------------------------------- cases


def made(seed: int) -> Case:
    chosen = random.Random(seed)
    years = chosen.random() < 0.2
    months = 12 * chosen.randrange(1, 3) if years else chosen.randrange(1, 5)
    count = Count(chosen.choice(HOWS), months, chosen.random() < 0.7, years, chosen.randrange(1, 20) * DAY)
    start = date(1850, 11, 1) + timedelta(chosen.randrange(500))
    gap = timedelta(chosen.randrange(-40, 40) + 30 * months)
    later = start + gap
    days = {"w": start, "c": later} if count.after else {"c": start, "w": later}
    said: dict[str, Said] = {}
    for one, day in days.items():
        others = ("v",) if chosen.random() < 0.3 else ()
        for nth in range(chosen.choice((1, 1, 1, 2))):
            said[f"{one}{nth + 1}"] = by_other(chosen, one) if others and nth == 0 else dated(chosen, one, day)
        if others:
            said["v1"] = dated(chosen, "v", day)
    return Case(count, said)


def dated(chosen: random.Random, one: str, day: date) -> Said:
    how = chosen.choice(("before", "after", "before", "after", "during", "between"))
    start, end = f"s({one})", f"e({one})"
    match how:
        case "before":
            return Said(f"{one} before {day}", ((end, "zero", tick(day) - 1),))
        case "after":
            return Said(f"{one} after {day}", (("zero", start, -tick(day + timedelta(1))),))
        case "during":
            first = day.replace(day=1)
            ends = tick(first), tick(moved(first, 1)) - 1
            return Said(f"{one} during {day:%Y-%m}", (("zero", start, -ends[0]), (end, "zero", ends[1])))
        case _:
            last = day + timedelta(chosen.randrange(9))
            bounds = (("zero", start, -tick(day)), (end, "zero", tick(last + timedelta(1)) - 1))
            return Said(f'"{one} during [{day}..{last}]"', bounds)


def by_other(chosen: random.Random, one: str) -> Said:
    days = chosen.randrange(1, 20)
    match chosen.choice(("within", "at least", "on")):
        case "within":
            return Said(f"{one} within {days} days after v", (("e(v)", f"s({one})", 0),), ((f"s({one})", "e(v)", days * DAY),))
        case "at least":
            return Said(f"{one} at least {days} days before v", (), ((f"e({one})", "s(v)", -days * DAY),))
        case _:
            return Said(
                f"{one} equals v",
                tuple(edge for end in "se" for edge in ((f"{end}({one})", f"{end}(v)", 0), (f"{end}(v)", f"{end}({one})", 0))),
            )


# ---------------------------------------------------------------- tests


def agree(case: Case) -> int:
    """Hold what is found against all days; how many shortfalls there were."""
    findings = found(case.facts())
    tags = {tag.id: tag for tag in findings.program.tags}
    told = {
        frozenset(one.partition("(")[2].rstrip(")") for one in conflict.names): conflict
        for part in findings.explanations
        for conflict in part.conflicts
    }
    assert set(told) == case.conflicts(), case.facts()
    seen = 0
    for members, conflict in told.items():
        short = {one.tag.partition("/")[0]: one for one in conflict.shortfalls}
        lengths = [one for one in sorted(members) if one == "m" or case.said[one].wide]
        expected = {one: ticks for one in lengths if (ticks := case.short_by(members, one)) is not None}
        assert {one: it.short_by for one, it in short.items()} == expected, (sorted(members), case.facts())
        seen += len(expected)
        if "m" in short:
            would_do(case, members, missed(short["m"], tags, Clock.MINUTE))
    return seen


def would_do(case: Case, members: frozenset[str], told: Missed) -> None:
    """A bound of so many days in place of the months does, and of a day less does not."""
    if told.tolerance:
        return
    assert told.enough == case.possible(members, plain=0) or not told.least, case.facts()
    if told.enough:
        less = told.would_do + (told.unit if told.least else -told.unit)
        assert case.possible(members, plain=told.would_do), (told, case.facts())
        assert not case.possible(members, plain=less), (told, case.facts())


@pytest.mark.parametrize("block", range(6))
def test_months_miss_by_what_they_miss_by_day_for_day(block: int) -> None:
    assert sum(agree(made(seed)) for seed in range(block, 240, 6)) > 4


NAMED = {
    "an end that is bounded on one side": Case(
        Count("within", 2, after=True),
        {
            "c1": Said(
                "c during 1851-05", (("zero", "s(c)", -tick(date(1851, 5, 1))), ("e(c)", "zero", tick(date(1851, 6, 1)) - 1))
            ),
            "w1": Said("w before 1851-03-01", (("e(w)", "zero", tick(date(1851, 3, 1)) - 1),)),
        },
    ),
    "the other side": Case(
        Count("at least", 1, after=True),
        {
            "c1": Said("c before 1851-03-28", (("e(c)", "zero", tick(date(1851, 3, 28)) - 1),)),
            "w1": Said("w after 1851-02-28", (("zero", "s(w)", -tick(date(1851, 3, 1))),)),
        },
    ),
    "no day leads there, whatever is said of the end counted from": Case(
        Count("exactly", 1, after=True),
        {
            "c1": Said(
                "c during 1851-03-29/1851-03-31",
                (
                    ("zero", "s(c)", -tick(date(1851, 3, 29))),
                    ("s(c)", "zero", tick(date(1851, 3, 30)) - 1),
                    ("zero", "e(c)", -tick(date(1851, 3, 31))),
                    ("e(c)", "zero", tick(date(1851, 4, 1)) - 1),
                ),
            ),
            "w1": Said(
                "w during 1851-02", (("zero", "s(w)", -tick(date(1851, 2, 1))), ("e(w)", "zero", tick(date(1851, 3, 1)) - 1))
            ),
        },
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_named_case(name: str) -> None:
    agree(NAMED[name])
