"""Dates and lengths fit the clock, and nothing is used that the engine does not know yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from reasoner.diagnostics import Span
from reasoner.language.ir import (
    Denial,
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
                faults.error("T062", span, f"not supported yet: {what}")
    for sentence in draft.sentences:
        whole = sentence.where is Where.MUST or any(isinstance(node, Denial) for node in sentence.nodes)
        alone = () if whole else tuple(_days_of_the_week(sentence.nodes))
        for node in sentence.nodes:
            if isinstance(node, Weekday) and node.date is None and not any(node is one for one in alone):
                message = f"not supported yet: `{moment_to_text(node)}` without a date but in `E during {moment_to_text(node)}`"
                faults.error("T062", node.span, message, f"say which, as in `{moment_to_text(node)} 2016-03`")


def _days_of_the_week(nodes: Iterable[object]) -> Iterator[Weekday]:
    """Those in which something is said to lie."""
    for node in nodes:
        match node:
            case Inside(Weekday(date=None) as day) | Order(Place.DURING, Weekday(date=None) as day, False):
                yield day
            case _:
                pass


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
