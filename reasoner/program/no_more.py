"""What statements say there is no more of, against what may be supposed: of a count that a rule leans on, that it is greater.

A count that is supposed is simply met, by no thing in particular. So nothing of it would meet a statement such as `no P with
surgeon(P, on v)`, were it not said here that the two clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reasoner.language.ir import AnyLength, Bound, Count, FixedLength, NoneOf
from reasoner.language.to_text import to_text
from reasoner.program.denials import Denials
from reasoner.program.imposing import Basis
from reasoner.program.symmetry import orders, symmetric_words
from reasoner.program.terms import quote, values
from reasoner.program.variables import abstract
from reasoner.times.ir import Clock
from reasoner.times.lengths import elapsed, months_of
from reasoner.times.months import least_most


@dataclass(frozen=True, slots=True)
class Stated:
    """A count that a statement says is not exceeded, and under what it says so."""

    count: Count | NoneOf
    on: Basis

    @property
    def most(self) -> int:
        match self.count:
            case Count(Bound.LESS_THAN, number):
                return number - 1
            case Count(_, number):
                return number
            case _:
                return 0


def clash_with_supposed(stated: Iterable[Stated], denials: Denials) -> None:
    """Each of these clashes with what is supposed to be more of the same; to be called when all that may be supposed is known."""
    conditions = denials.conditions
    symmetric = symmetric_words(conditions.signatures.values())
    for one in stated:
        for key, count in _greater(
            one, [pattern.condition for pattern in denials.writer.patterns.values()], conditions.numbers.clock
        ):
            for way in orders(count, symmetric):
                pattern, terms = abstract(way, ())
                if to_text(pattern) == key:
                    told = tuple(conditions.values.term(term) for term in terms)
                    denials.clash((f"supposed({quote(key)},{values(told)})",), (), (), one.on)


def _greater(one: Stated, supposed: Iterable[object], clock: Clock) -> Iterator[tuple[str, Count]]:
    """Of what may be supposed the counts that are more than is stated, each with that count of what the statement counts.

    So many within one span of time are so many, and within any longer one: a statement that tells no span, or a longer one, is
    against them, too.
    """
    for told in supposed:
        within = one.count.within if isinstance(one.count, Count) else None
        if isinstance(told, Count) and told.bound in {Bound.AT_LEAST, Bound.MORE_THAN} and _covers(within, told.within, clock):
            least = told.number + (told.bound is Bound.MORE_THAN)
            if least > one.most:
                yield to_text(told), replace(told, var=one.count.var, counted=one.count.counted)


def _covers(stated: AnyLength | None, told: AnyLength | None, clock: Clock) -> bool:
    """Whether what lies within the one span surely lies within the other; no span is longer than all."""
    if stated is None or stated == told:
        return True
    if not isinstance(stated, FixedLength) or not isinstance(told, FixedLength):
        return False
    (least, rest), (most, more) = (
        (least_most(months_of(one.length), clock)[side], elapsed(one.length, clock)) for one, side in ((stated, 0), (told, 1))
    )
    months = (months_of(stated.length), months_of(told.length))
    by_months = months[1] <= months[0] and more <= rest
    return by_months or most + more <= least + rest
