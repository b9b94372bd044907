"""Times and numbers fit the integers of the solver, which have 32 bits and would overflow without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reasoner.diagnostics import Span
from reasoner.language.ir import FixedLength, Number, OnDate
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, place_of
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Clock, Window
from reasoner.times.lengths import elapsed, months_of
from reasoner.times.months import least_most
from reasoner.times.windows import extent

MOST_TICKS = 2**30
"""How many ticks all times of a dossier may span."""

LARGEST = 2**31 - 1
"""The largest number that the program can count."""


def too_far_hint(clock: Clock, ticks: int) -> str:
    """What to do where times lie so many ticks apart."""
    coarser = (one for one in (Clock.MINUTE, Clock.HOUR) if one.value > clock.value)
    fits = next((one for one in coarser if ticks * clock.value // one.value <= MOST_TICKS), None)
    return f"write `clock: {fits.name.lower()}` in the dossier" if fits else "leave out what lies so far away"


def check_room(draft: Draft, faults: Faults) -> None:
    """Dates that lie too far from all others, lengths that are too long, and numbers that are too large."""
    clock = draft.theory.clock
    if faults.doubts.section("clock"):
        return
    dated = list(_dated(draft))
    ticks = sorted(tick for _, window in dated for tick in (window.earliest, window.latest) if tick is not None)
    if ticks and ticks[-1] - ticks[0] > MOST_TICKS:
        middle = min(ticks[(len(ticks) - 1) // 2], ticks[len(ticks) // 2], key=abs)
        for span, window in dated:
            if any(tick is not None and abs(tick - middle) > MOST_TICKS // 2 for tick in (window.earliest, window.latest)):
                message = f"this date lies too far from the others for a clock that counts {clock.name.lower()}s"
                faults.error("T064", span, message, too_far_hint(clock, ticks[-1] - ticks[0]))
    for node in (node for nodes in _all_nodes(draft) for node in nodes):
        match node:
            case FixedLength(span=span) if (long := _ticks(node, clock)) > MOST_TICKS:
                message = f"this length is too long for a clock that counts {clock.name.lower()}s"
                faults.error("T064", span, message, too_far_hint(clock, long))
            case Number(value=value, span=span) if abs(value) > LARGEST:
                faults.error("T064", span, f"numbers go up to {LARGEST:,}", "count in a larger unit")
            case _:
                pass


def _all_nodes(draft: Draft) -> Iterator[Iterable[object]]:
    for thing in draft.theory.dossier.things:
        yield walk(thing.dated)
    for sentence in draft.sentences:
        yield sentence.nodes


def _dated(draft: Draft) -> Iterator[tuple[Span, Window]]:
    """The window of every date that has one; those without are told elsewhere."""
    frame = draft.frame
    if draft.theory.reported is not None:
        dossier = draft.theory.dossier
        yield place_of(dossier.places, "reported", dossier.span), Window(draft.theory.reported, draft.theory.reported)
    for node in (node for nodes in _all_nodes(draft) for node in nodes if isinstance(node, OnDate)):
        try:
            yield node.span, extent(node.date, zone=frame.zone, clock=frame.clock).whole
        except UnfitTimeError:
            continue


def _ticks(length: FixedLength, clock: Clock) -> int:
    try:
        months = months_of(length.length)
        return abs(elapsed(length.length, clock)) + (least_most(abs(months), clock)[1] if months else 0)
    except UnfitTimeError:
        return 0
