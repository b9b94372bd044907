"""Which day of the week it was: what the calendar adds to dates that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from reasoner.explanation.footings import Chain
from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import ZERO, GuardKind
from reasoner.language.ir import Holds, Name, Occurs
from reasoner.language.rewrite import find
from reasoner.program.relations import is_on_some_day, kind_told
from reasoner.report.dates import WEEKDAYS, date_noun
from reasoner.report.ir import Line, Ref
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling
from reasoner.solver.ir import Limit
from reasoner.times.civil import day_of
from reasoner.times.daylike import exclude
from reasoner.times.from_text import parse_date
from reasoner.times.to_words import day_words

_Run = tuple[str, str, int, int, bool]
"""A point, a kind of day, the first and the last tick of some days, and whether these are of that kind."""


def weekday_lines(chains: Iterable[Chain], telling: Telling) -> Iterator[str]:
    """Of the days beside which these chains show that something does not lie, which days of the week there are."""
    limits = {step.limit for chain in chains for step in chain}
    for point, kind, first, last, like in _runs(telling):
        if kind.capitalize() in WEEKDAYS and {Limit(point, ZERO, first - 1), Limit(ZERO, point, -last - 1)} <= limits:
            one, other = (
                day_of(telling.clock.tick(tick), zone=telling.lexicon.zone, clock=telling.lexicon.clock)
                for tick in (first, last)
            )
            day = kind.capitalize()
            yield (
                f"{day_words(one)} was a {day}." if like else f"From {day_words(one)} to {day_words(other)} there was no {day}."
            )


def _runs(telling: Telling) -> Iterator[_Run]:
    """What the program was told of them."""
    for fact in telling.findings.told:
        if fact.startswith("run("):
            match symbol(fact.rstrip(".")):
                case Call("run", (Call("s" | "e" as end, (thing,)), str() as kind, int(first), int(last), Call(like))):
                    of = f'"{shown(thing)}"' if isinstance(thing, str) else shown(thing)
                    yield f"{end}({of})", kind, first, last, like == "yes"
                case _:
                    pass


def two_days(conflict: Conflict, telling: Telling) -> Line:
    """Members by which one thing was on two days that exclude each other; empty if there are none."""
    found: dict[str, dict[str, str]] = {}
    for guard in (one for one in conflict.members if one.kind is GuardKind.ACCEPT and one.of in telling.said):
        for thing, kind in _told(telling.said[guard.of].readings):
            found.setdefault(thing, {}).setdefault(kind, guard.of)
    for days in found.values():
        for (one, said), (other, also) in combinations(days.items(), 2):
            if exclude(one, other):
                return (f"{_words(one)} ", Ref(said), f" is not {_words(other)} ", Ref(also))
    return ()


def _words(kind: str) -> str:
    return date_noun(parse_date(f"XXXX-{kind}")) if "-" in kind else f"a {kind.capitalize()}"


def _told(readings: object) -> Iterator[tuple[str, str]]:
    for one in find(readings, Holds, Occurs):
        thing = one.subject if isinstance(one, Holds) else one.name
        phrase = one.phrase
        if isinstance(thing, Name) and phrase is not None and not phrase.negated and is_on_some_day(phrase.relation):
            yield thing.id, kind_told(phrase.relation)
