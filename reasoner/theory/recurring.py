"""What recurs is asked for in periods that the clock can count, of something that lasts, and one rule asks for one kind of period."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.language.ir import Endpoint, Every, Holds, Phrase, Recurs
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Law
from reasoner.times.ir import Clock, Unit
from reasoner.times.lengths import MONTHLY, ticks_in


def check_recurring(draft: Draft, faults: Faults) -> None:
    for sentence in draft.sentences:
        for node in sentence.nodes:
            match node:
                case Holds(_, Phrase(Recurs(), span=span)):
                    message = "one thing does not come again; `every` asks for one of a kind in each period"
                    faults.error("T046", span, message, "write what is to come, as in `report(by A) every month during T`")
                case Every():
                    _check(node, draft.theory.clock, faults)
                case _:
                    pass
    for law in draft.theory.laws:
        asked = tuple(_asked(law))
        for other in (one for one in asked if one.recurs != asked[0].recurs):
            message = "this `must` asks for things in different periods"
            faults.error("T046", other.span, message, "write a rule for each")


def _asked(law: Law) -> Iterator[Every]:
    return (node for node in walk(law.must) if isinstance(node, Every) and not node.negated)


def _check(one: Every, clock: Clock, faults: Faults) -> None:
    unit = one.recurs.unit
    if unit is Unit.WORKING_DAY:
        faults.error("T062", one.span, "not supported yet: periods of working days", "write days")
    elif unit not in MONTHLY and ticks_in(unit, clock) < 1 and not faults.doubts.section("clock"):
        message = f"the clock of the dossier does not count {unit.value}s"
        faults.error("T060", one.span, message, "write a finer `clock` in the dossier, or ask for longer periods")
    if isinstance(one.recurs.moment, Endpoint):
        which = one.recurs.moment.which.value
        faults.error("T046", one.recurs.moment.span, "a single moment has no periods inside", f"leave out `{which} of`")
