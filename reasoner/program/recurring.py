"""What is to come in every period of something, by what the language has besides.

`p(..) every month during T`      no M with (M is a month inside of T, and no E with (p(..) as E and E during M))
`must: p(..) every month ..`      an instance for each month M inside of T, which `p(..) during M` meets

A period is a thing like others, with a start and an end for certain: `"2015-03"`, or `"d-3rd-30-days"` where it is counted from the
start of T. Which there are, `Needs` tells when the program is ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reasoner.language.ir import (
    EACH,
    AllOf,
    Bound,
    Count,
    Every,
    Holds,
    Moment,
    Name,
    NoneOf,
    Occurs,
    Order,
    PeriodOf,
    Phrase,
    Place,
    Ref,
    Var,
)
from reasoner.language.rewrite import find
from reasoner.program.body import Body
from reasoner.program.formula import Ends, InMonths, Instant
from reasoner.program.moments import Calendar, term
from reasoner.program.relations import relation
from reasoner.program.terms import quote, variables
from reasoner.program.timed import Scope, Timed
from reasoner.theory.ir import Law
from reasoner.times.lengths import MONTHLY, months_in

_PERIOD = Var("_Period")


def spelled(one: Every) -> NoneOf | Count:
    """That no period is without; negated, that one is."""
    inside = Phrase(Order(Place.DURING, _PERIOD), span=one.span)
    without = NoneOf(one.var, AllOf((one.counted, Holds(one.var, inside, one.span))), one.span)
    counted = AllOf((PeriodOf(_PERIOD, one.recurs, one.span), without))
    return Count(Bound.AT_LEAST, 1, _PERIOD, counted, span=one.span) if one.negated else NoneOf(_PERIOD, counted, one.span)


def by_periods(law: Law) -> Law:
    """The rule with a period in `given` where its `must` asks for something in every one, so that each is due by itself.

    That is all that such a `must` asks for (`theory.recurring`).
    """
    match law.must:
        case (Every(negated=False) as asked,):
            pass
        case _:
            return law
    used = {node.id for node in find(law, Var)}
    names = ("Period", *(f"Period{nth}" for nth in range(2, len(used) + 3)))
    period = Var(next(name for name in names if name not in used))
    name = None if asked.var == Var(EACH) else asked.var
    due = replace(asked.counted, name=name, phrase=Phrase(Order(Place.DURING, period), span=asked.span))
    return replace(law, given=(*law.given, PeriodOf(period, asked.recurs, asked.span)), must=(due,))


def period_of(law: Law) -> Var | None:
    """The variable that stands for the period in which something is due by this rule, if it asks for it in every one."""
    return next((one.var for one in law.given if isinstance(one, PeriodOf)), None)


def is_due(one: Occurs, period: Ref) -> bool:
    """Whether this is asked for in the period."""
    return one.phrase is not None and one.phrase.relation == Order(Place.DURING, period)


def in_period(things: Iterable[tuple[Occurs, Ref]], scope: Scope) -> Body:
    """That nothing of this that is due in the period is what is supposed to come in another."""
    due = (thing for one, thing in things if scope.period and is_due(one, Var(scope.period)))
    return Body(tuple(f"not elsewhere({term(thing)},{scope.period})" for thing in due))


@dataclass(frozen=True, slots=True)
class Periods:
    """Turns `PeriodOf` into literals."""

    timed: Timed
    calendar: Calendar
    scale: int

    def body(self, one: PeriodOf, scope: Scope) -> Body:
        """That the variable is such a period, and lies inside of what it is a period of."""
        told, writer = one.recurs, self.timed.writer
        whole = self.calendar.ends(told.moment)
        key = f"{told.count},{quote(told.unit.value)},{_of(told.moment, whole)}"
        period = f"period({key},{one.var.id},_Nth)"
        base = scope.base if variables(key) else ()
        writer.rule(f"need(periods({quote(scope.owner)},{key}))", base, scope.origin)
        if told.count > 1 and told.unit in MONTHLY and isinstance(told.moment, Name | Var):
            self._place(period, one.var, whole.start, told.count * months_in(told.unit), replace(scope, base=(period,)))
        inside = relation(Order(Place.CONTAINS, one.var), whole, self.calendar.scene(self.scale))
        return Body((period,), timed=self.timed.tested(inside, scope.with_base(period)))

    def _place(self, period: str, var: Var, start: Instant, months: int, scope: Scope) -> None:
        """So many months after the start the period begins, and just before as many more it has ended."""
        end = Instant(f"e({var.id})", 1)
        for later, count in ((Instant(f"s({var.id})"), f"{months}*_Nth"), (end, f"{months}*(_Nth+1)")):
            exactly = InMonths(later, start, 0, 0, count, start.point, back=False)
            for literal in self.timed.tested(exactly, scope):
                self.timed.writer.rule("", (period, f"not {literal}"), scope.origin)


def _of(moment: Moment, whole: Ends) -> str:
    """What it is a period of, as a term: its name, or its first and last tick."""
    if isinstance(moment, Name | Var):
        return term(moment)
    first, last = ("none" if end.infinite else str(end.offset) for end in (whole.start, whole.end))
    return f"span({first},{last})"
