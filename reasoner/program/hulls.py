"""Where the ends of occurrences can lie by their stated dates alone: what months are counted from."""

from __future__ import annotations

from dataclasses import dataclass

from reasoner.language.ir import Condition, Endpoint, Holds, Inside, Name, Occurs, OnDate, Order, Phrase, Place, Subject, Which
from reasoner.language.rewrite import walk
from reasoner.program.formula import Ends
from reasoner.program.moments import Calendar
from reasoner.program.retractions import retractable
from reasoner.program.terms import quote
from reasoner.theory.ir import Theory


@dataclass(frozen=True, slots=True)
class Hull:
    """The ticks between which a point lies, in ticks of the program; `certain` if no guard can widen it."""

    earliest: int
    latest: int
    certain: bool


def hulls(theory: Theory, calendar: Calendar) -> dict[str, Hull]:
    """For every point with a stated date, by its ASP text, the hull of its windows; certain dates narrow, others join."""
    sure: dict[str, Hull] = {}
    loose: dict[str, Hull] = {}
    for thing in theory.dossier.things:
        for phrase in thing.dated:
            _note(sure, _windows(Name(thing.id), phrase, calendar), certain=True)
    doubtful = retractable(theory)
    for said in theory.said:
        always = said.certain and not said.off and len(said.readings) == 1 and said.id not in doubtful
        for reading in said.readings:
            for told in _dated(reading):
                _note(sure if always else loose, _windows(*told, calendar), certain=always)
    return {**loose, **sure}


def _dated(reading: Condition) -> list[tuple[Subject, Phrase]]:
    found: list[tuple[Subject, Phrase]] = []
    for node in walk(reading):
        if isinstance(node, Holds):
            found.append((node.subject, node.phrase))
        elif isinstance(node, Occurs) and node.phrase is not None and node.name is not None:
            found.append((node.name, node.phrase))
    return found


def _windows(subject: Subject, phrase: Phrase, calendar: Calendar) -> list[tuple[str, Ends]]:
    match phrase.relation:
        case Inside(OnDate() as moment) | Order(Place.DURING, OnDate() as moment) if not phrase.negated:
            first, last = calendar.windows(moment) if isinstance(phrase.relation, Inside) else (calendar.ends(moment),) * 2
        case _:
            return []
    match subject:
        case Endpoint(which, Name(of)):
            return [(f"s({quote(of)})", first)] if which is Which.START else [(f"e({quote(of)})", last)]
        case Name(of):
            return [(f"s({quote(of)})", first), (f"e({quote(of)})", last)]
        case _:
            return []


def _note(known: dict[str, Hull], told: list[tuple[str, Ends]], *, certain: bool) -> None:
    for point, ends in told:
        if ends.start.infinite or ends.end.infinite:
            continue
        new = Hull(ends.start.offset, ends.end.offset, certain)
        old = known.get(point, new)
        if certain:
            known[point] = Hull(max(old.earliest, new.earliest), min(old.latest, new.latest), certain)
        else:
            known[point] = Hull(min(old.earliest, new.earliest), max(old.latest, new.latest), certain)
