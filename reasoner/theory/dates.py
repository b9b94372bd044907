"""Dates and lengths fit the clock, and nothing is used that the engine does not know yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from reasoner.diagnostics import Span
from reasoner.language.ir import (
    Denial,
    EachYear,
    FixedLength,
    Inside,
    LengthOf,
    OnDate,
    Order,
    PartOfDay,
    Place,
    VarLength,
    Weekday,
)
from reasoner.language.rewrite import walk
from reasoner.language.times_to_text import moment_to_text
from reasoner.theory.draft import Draft, Where
from reasoner.theory.faults import Faults
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Clock, Length, Unit
from reasoner.times.lengths import elapsed, months_of


def check_dates(draft: Draft, faults: Faults) -> None:
    """Every date and every length, in sentences and of documents."""
    for nodes in _all_nodes(draft):
        for node in nodes:
            if isinstance(node, OnDate):
                draft.frame.extent(node.date, node.span)
            elif isinstance(node, FixedLength | VarLength):
                _check_length(node, draft.theory.clock, faults)


def check_supported(draft: Draft, faults: Faults) -> None:
    for nodes in _all_nodes(draft):
        for node in nodes:
            for span, what in _unsupported(node):
                hint = "name the day, as in `by the 10th working day after E`"
                faults.error("T062", span, f"not supported yet: {what}", hint)
    for sentence in draft.sentences:
        denied = any(isinstance(node, Denial) for node in sentence.nodes)
        alone = () if denied or sentence.where is Where.MUST else tuple(_some_days(sentence.nodes))
        for node in sentence.nodes:
            if _is_some_day(node) and not any(node is one for one in alone):
                assert isinstance(node, Weekday | EachYear)
                told = moment_to_text(node)
                message = f"not supported yet: `{told}`, of which there are many, but in `E during {told}`"
                hint = f"say which, as in `{told} 2016-03`" if isinstance(node, Weekday) else "tell the year"
                hint = f"write a rule, with `never: E during {told}`" if denied else hint
                faults.error("T062", node.span, message, hint)


def _some_days(nodes: Iterable[object]) -> Iterator[object]:
    """The days of a kind on which something is said to lie."""
    for node in nodes:
        match node:
            case Inside(day) | Order(Place.DURING, day, False) if _is_some_day(day):
                yield day
            case _:
                pass


def _is_some_day(node: object) -> bool:
    return isinstance(node, EachYear) or (isinstance(node, Weekday) and node.date is None)


def check_documents(draft: Draft, faults: Faults) -> None:
    """A document's own date is a date, and certain; anything else about it is a statement."""
    for thing in draft.theory.dossier.things:
        for phrase in thing.dated:
            dated = phrase.relation
            if not isinstance(dated, Inside) or not isinstance(dated.moment, OnDate | PartOfDay):
                hint = f"say anything else in a statement, as in `{thing.id} after 2012`"
                faults.error("T063", phrase.span, f"`dated` of `{thing.id}` takes a date", hint)


def _all_nodes(draft: Draft) -> Iterator[Iterable[object]]:
    for thing in draft.theory.dossier.things:
        yield walk(thing.dated)
    for sentence in draft.sentences:
        yield sentence.nodes


def _check_length(node: FixedLength | VarLength, clock: Clock, faults: Faults) -> None:
    if faults.doubts.section("clock"):
        return
    length = node.length if isinstance(node, FixedLength) else Length(((Fraction(1), node.unit),))
    if any(unit is Unit.WORKING_DAY for _, unit in length.parts):
        return
    try:
        months_of(length)
        elapsed(length, clock)
    except UnfitTimeError as unfit:
        faults.error("T060", node.span, unfit.message, unfit.help)


def _unsupported(node: object) -> Iterator[tuple[Span, str]]:
    match node:
        case FixedLength(length=Length(parts=parts), span=span) if any(unit is Unit.WORKING_DAY for _, unit in parts):
            yield span, "a length in working days"
        case VarLength(unit=Unit.WORKING_DAY, span=span) | LengthOf(unit=Unit.WORKING_DAY, span=span):
            yield span, "a length in working days"
        case _:
            return
