"""What recurs is asked for in periods that the clock can count, of something that lasts; under `must` nothing stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.language.ir import Content, DayNear, Endpoint, Every, Holds, OnDate, Phrase, Recurs
from reasoner.language.rewrite import find
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults
from reasoner.theory.ir import Law
from reasoner.times.ir import Clock, Edge, Unit
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
        other = None if len(law.must) == 1 and isinstance(law.must[0], Every) else next(_asked(law), None)
        if other is not None:
            message = "what is due in every period is all that a rule asks for under `must`"
            faults.error(
                "T046", other.span, message, "write a rule of its own for it; what exempts from it stands under `unless`"
            )


def _asked(law: Law) -> Iterator[Every]:
    return (node for node in find(law.must, Every, closed=(Content,)) if not node.negated)


def _check(one: Every, clock: Clock, faults: Faults) -> None:
    unit = one.recurs.unit
    if unit is Unit.WORKING_DAY:
        faults.error("T062", one.span, "not supported yet: periods of working days", "write days")
    elif unit not in MONTHLY and ticks_in(unit, clock) < 1 and not faults.doubts.section("clock"):
        message = f"the clock of the dossier does not count {unit.value}s"
        faults.error("T060", one.span, message, "write a finer `clock` in the dossier, or ask for longer periods")
    moment = one.recurs.moment
    if one.recurs.count > 1 and isinstance(moment, OnDate) and isinstance(moment.date.first, Edge):
        faults.error("T046", moment.span, "this has no start from which periods could be counted", "give a date with a start")
    if isinstance(moment, Endpoint):
        which = moment.which.value
        faults.error("T046", moment.span, "a single moment has no periods inside", f"leave out `{which} of`")
    if isinstance(moment, DayNear):
        faults.error("T046", moment.span, "a day counted from something has no periods to ask for one by one", "give a date")
