"""`E is the first p(..)`, spelled out by what the language has besides: E is one, and of others so many start before it.

    rules    `E is the first p(..)`    p(..) as E and no Other with (p(..) as Other and start of Other before start of E)
             `.. the last p(..)`       the same with `after`
             `.. the only p(..)`       p(..) as E and no Other with (p(..) as Other and Other is not E)
             `.. the 3rd p(..)`        p(..) as E and exactly 2 Other with (.. start of Other before start of E)
             `E is not the 3rd p(..)`  p(..) as E and (less than 2 Other with (..) or more than 2 Other with (..))

A statement is not about all that happened, but about what it knows of: of the 3rd it says that no more than two others start before.
That E is one of the kind another statement tells, so that a name written wrongly makes no other thing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from reasoner.diagnostics import Span
from reasoner.language.ir import (
    AllOf,
    AnyOf,
    Bound,
    Condition,
    Count,
    Different,
    Endpoint,
    Holds,
    Name,
    NoneOf,
    Occurs,
    Order,
    Ordinal,
    Own,
    Phrase,
    Place,
    Ref,
    Var,
    Which,
)
from reasoner.language.rewrite import contains, find, rewrite
from reasoner.theory.faults import Faults

N = TypeVar("N")

_ONLY, _LAST, _FIRST = 0, -1, 1


def spelled_out(sentence: N, faults: Faults, *, stated: bool) -> N:
    """The sentence without `is the first` and its like; `stated`: it is what a statement says."""
    used = {node.id for node in find(sentence, Var)}
    if not contains(sentence, Ordinal):
        return sentence
    names = (name for name in ("Other", *(f"Other{nth}" for nth in range(2, len(used) + 3))) if name not in used)
    return rewrite(sentence, _Spelling(Var(next(names)), faults, stated).changed)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """`other` is the variable that stands for the others of the kind."""

    other: Var
    faults: Faults
    stated: bool

    def changed(self, node: Any) -> Any:  # noqa: ANN401 - any node of a sentence
        match node:
            case Holds(Endpoint(span=span), Phrase(Ordinal())):
                hint = "leave out `start of` and `end of`"
                self.faults.error("T044", span, "a whole event or state is the first, not one of its ends", hint)
                return AllOf(())
            case Holds(Name() | Var() | Own() as subject, Phrase(Ordinal(_, atom) as told) as phrase):
                place = self._place(subject, told, phrase)
                return place if self.stated else AllOf((Occurs(atom, subject, None, node.span), place), node.span)
            case Occurs(atom, Name() | Var() | Own() as name, Phrase(Ordinal(_, of) as told) as phrase):
                one, same = Occurs(atom, name, None, node.span), Occurs(of, name, None, phrase.span)
                parts = (one, self._place(name, told, phrase)) if self.stated else (one, same, self._place(name, told, phrase))
                return AllOf(parts, node.span)
            case _:
                return node

    def _place(self, thing: Ref, told: Ordinal, phrase: Phrase) -> Condition:
        """How many others of the kind start before it."""
        other = replace(self.other, span=phrase.span)
        none = NoneOf(other, _others(other, thing, told, phrase.span), phrase.span)
        if self.stated and phrase.negated:
            self.faults.error(
                "T044", phrase.span, "this is tested, and cannot be stated", "state what came before it, or after"
            )
            return none
        if told.nth in {_ONLY, _LAST, _FIRST}:
            return self._count(Bound.AT_LEAST, 1, none) if phrase.negated else none
        before = told.nth - 1
        if self.stated:
            return self._count(Bound.AT_MOST, before, none)
        if not phrase.negated:
            return self._count(None, before, none)
        fewer, more = self._count(Bound.LESS_THAN, before, none), self._count(Bound.MORE_THAN, before, none)
        return AnyOf((fewer, more), phrase.span)

    @staticmethod
    def _count(bound: Bound | None, number: int, none: NoneOf) -> Count:
        return Count(bound, number, none.var, none.counted, span=none.span)


def _others(other: Var, thing: Ref, told: Ordinal, span: Span) -> Condition:
    """What is so of each other that counts."""
    one = Occurs(told.atom, other, None, span)
    if told.nth == _ONLY:
        return AllOf((one, Different(other, thing, span)), span)
    side = Place.AFTER if told.nth == _LAST else Place.BEFORE
    order = Phrase(Order(side, Endpoint(Which.START, thing, span)), span=span)
    return AllOf((one, Holds(Endpoint(Which.START, other, span), order, span)), span)
