"""Which day of the week it was: what the calendar adds to dates that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reasoner.explanation.footings import Chain
from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import ZERO, GuardKind
from reasoner.language.ir import Holds, Inside, Name, Occurs, Order, Phrase, Place, Weekday
from reasoner.language.rewrite import walk
from reasoner.report.dates import WEEKDAYS
from reasoner.report.ir import Line, Ref
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling
from reasoner.solver.ir import Limit
from reasoner.times.civil import day_of
from reasoner.times.to_words import day_words

_Day = tuple[str, int, int, int]
"""A point, the first and the last tick of a day, and which day of the week that is."""


def weekday_lines(chains: Iterable[Chain], telling: Telling) -> Iterator[str]:
    """Of each day beside which these chains show that something does not lie, which day of the week it was."""
    limits = {step.limit for chain in chains for step in chain}
    clock = telling.lexicon.clock
    for point, first, last, weekday in _days(telling):
        if {Limit(point, ZERO, first - 1), Limit(ZERO, point, -last - 1)} <= limits:
            day = day_of(telling.clock.tick(first), zone=telling.lexicon.zone, clock=clock)
            yield f"{day_words(day)} was a {WEEKDAYS[weekday]}."


def _days(telling: Telling) -> Iterator[_Day]:
    """The days whose day of the week the program was told."""
    for fact in telling.findings.told:
        if fact.startswith("dated("):
            match symbol(fact.rstrip(".")):
                case Call("dated", (Call("s" | "e" as end, (thing,)), int(first), int(last), int(weekday))):
                    of = f'"{shown(thing)}"' if isinstance(thing, str) else shown(thing)
                    yield f"{end}({of})", first, last, weekday
                case _:
                    pass


def two_days(conflict: Conflict, telling: Telling) -> Line:
    """Members by which one thing was on two days of the week; empty if there are none."""
    found: dict[str, dict[int, str]] = {}
    for guard in (one for one in conflict.members if one.kind is GuardKind.ACCEPT and one.of in telling.said):
        for thing, day in _told(telling.said[guard.of].readings):
            found.setdefault(thing, {}).setdefault(day, guard.of)
    for days in found.values():
        if len(days) > 1:
            (one, said), (other, also) = list(days.items())[:2]
            return (f"a {WEEKDAYS[one]} ", Ref(said), f" is no {WEEKDAYS[other]} ", Ref(also))
    return ()


def _told(readings: object) -> Iterator[tuple[str, int]]:
    for node in walk(readings):
        match node:
            case Holds(Name() as thing, Phrase(Inside(Weekday(day, None)) | Order(Place.DURING, Weekday(day, None)), False)):
                yield thing.id, day
            case Occurs(
                _, Name() as thing, Phrase(Inside(Weekday(day, None)) | Order(Place.DURING, Weekday(day, None)), False)
            ):
                yield thing.id, day
            case _:
                pass
