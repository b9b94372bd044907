"""Conditions on times as formulas over differences: `left - right <= limit`, and, or, not, and distances in months.

A point is the ASP text of `s(O)`, `e(O)`, a number or `0`; an `Instant` is a point and so many ticks more.
"""

from __future__ import annotations

from dataclasses import dataclass

Amount = int | str
"""A count of ticks, or ASP text for one that is known only when the rule is ground."""


@dataclass(frozen=True, slots=True)
class Instant:
    """`point + offset`; `infinite` is -1 or 1 for a moment before or after all others."""

    point: str
    offset: int = 0
    infinite: int = 0


@dataclass(frozen=True, slots=True)
class Ends:
    """An occurrence or a date as its first and its last tick."""

    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Le:
    """`left - right <= limit`. `shift` is the part of the limit that a fixed date makes up, and not the length that is told."""

    left: str
    right: str
    limit: Amount
    tag: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Conj:
    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Disj:
    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Neg:
    item: Formula


@dataclass(frozen=True, slots=True)
class InMonths:
    """`low <= (later - earlier) - L <= high`, L the length of `months` counted from `at` (`back`: into the past)."""

    later: Instant
    earlier: Instant
    low: Amount | None
    high: Amount | None
    months: Amount
    at: str
    back: bool
    tag: str = ""


@dataclass(frozen=True, slots=True)
class SameDayAs:
    """Both points lie on one calendar day; `days` are counted where `right` can lie."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class OnDayLike:
    """The point lies on a day of this kind (see `daylike`)."""

    point: str
    kind: str


Formula = Le | Conj | Disj | Neg | InMonths | SameDayAs | OnDayLike

TRUE = Conj(())
FALSE = Disj(())


def plus(one: Amount, other: Amount) -> Amount:
    """The sum, as a number if both are."""
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    if one == 0:
        return other
    return one if other == 0 else f"{one}+{other}"


def minus(amount: Amount) -> Amount:
    return -amount if isinstance(amount, int) else f"-({amount})"


def at_most(left: Instant, right: Instant, limit: Amount, tag: str = "") -> Formula:
    """`left - right <= limit`, decided at once where an end is infinite or both are fixed."""
    if left.infinite or right.infinite:
        return TRUE if left.infinite - right.infinite < 0 else FALSE
    shift = right.offset - left.offset
    total = plus(limit, shift)
    if left.point == right.point and isinstance(total, int):
        return TRUE if total >= 0 else FALSE
    return Le(left.point, right.point, total, tag, shift)


def both(*items: Formula) -> Formula:
    """All of the items; nested conjunctions are laid flat, one that is false decides."""
    flat = [part for item in items for part in (item.items if isinstance(item, Conj) else (item,))]
    if FALSE in flat:
        return FALSE
    return flat[0] if len(flat) == 1 else Conj(tuple(flat))


def either(*items: Formula) -> Formula:
    """Any of the items; nested disjunctions are laid flat, one that is true decides."""
    flat = [part for item in items for part in (item.items if isinstance(item, Disj) else (item,))]
    if TRUE in flat:
        return TRUE
    return flat[0] if len(flat) == 1 else Disj(tuple(flat))


def negate(item: Formula) -> Formula:
    """The complement, with the negations at single differences."""
    match item:
        case Conj(items):
            return either(*(negate(part) for part in items))
        case Disj(items):
            return both(*(negate(part) for part in items))
        case Neg(inner):
            return inner
        case _:
            return Neg(item)


def distance(later: Instant, earlier: Instant, low: Amount | None, high: Amount | None, tag: str = "") -> Formula:
    """`low <= later - earlier <= high`; None is no bound."""
    parts: list[Formula] = []
    if low is not None:
        parts.append(at_most(earlier, later, minus(low), tag))
    if high is not None:
        parts.append(at_most(later, earlier, high, tag))
    return both(*parts)
