"""Relations to dates that are several: a set, or a date with X digits.

`E during [2011,2013]`   is   `E during 2011 or E during 2013`, and so with every relation
                             that is, in the hull of the two, and by the end of 2011 or not before the start of 2013
`E during {2011,2013}`   is   E intersects 2011 and 2013, and lies between the start of 2011 and the end of 2013
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf

from reasoner.language.ir import (
    AllenRelation,
    Denial,
    Inside,
    Intersects,
    Lasts,
    OnDate,
    Order,
    Ordinal,
    Phrase,
    Place,
    Relation,
)
from reasoner.program import relations
from reasoner.program.formula import FALSE, TRUE, Conj, Ends, Formula, Le, both, either
from reasoner.program.relations import Scene
from reasoner.times.ir import Date, Edge, Shape
from reasoner.times.members import is_plain, members

_Key = tuple[str, str, str]


def relation(told: Relation, subject: Ends, scene: Scene, tag: str = "") -> Formula:
    """The formula that is true iff the relation holds of the subject."""
    date = _several(told)
    if date is None:
        return relations.relation(told, subject, scene, tag)
    if date.shape is not Shape.ALL:
        return one_of([relations.relation(one, subject, scene, tag) for one in any_of(told)])
    hull = relations.relation(told, subject, scene, tag)
    if not isinstance(told, Inside | Intersects) and not (isinstance(told, Order) and told.place is Place.DURING):
        return hull
    touched = (relation(Intersects(OnDate(one)), subject, scene) for one in _touched(date))
    return both(*touched) if isinstance(told, Intersects) else both(hull, *touched)


def one_of(ways: list[Formula]) -> Formula:
    """Any of the ways, in as few choices as it takes.

    Windows side by side, `a1 <= s, e <= b1` or `a2 <= s, e <= b2` .., where both bounds grow, are the same as `a1 <= s`, `e <=
    bn`, and for each gap `e <= b1` or `a2 <= s`: what lies far from a gap never asks which of the windows it is.
    """
    possible = [way for way in ways if way != FALSE]
    limits = [_limits(way) for way in possible]
    told = [one for one in limits if one is not None]
    if len(told) < 2 or len(told) < len(limits):
        return either(*possible)
    keys = tuple(dict.fromkeys(key for one in told for key in one))
    rows = [tuple(one.get(key, inf) for key in keys) for one in told]
    varying = [nth for nth in range(len(keys)) if len({row[nth] for row in rows}) > 1]
    rows.sort(key=lambda row: [(row[nth], -row[varying[-1]]) for nth in varying[:1]])
    last = [row[varying[-1]] for row in rows] if varying else []
    if len(varying) > 2 or (len(varying) == 2 and last != sorted(last, reverse=True)):
        return either(*possible)
    hull = [_bound(key, max(row[nth] for row in rows)) for nth, key in enumerate(keys)]
    gaps = []
    for row, after in pairwise(rows if len(varying) == 2 else []):
        one, other = varying
        gaps.append(either(_bound(keys[one], row[one]), _bound(keys[other], after[other])))
    return both(*hull, *gaps)


def _limits(way: Formula) -> dict[_Key, float] | None:
    """The bounds that must all hold, by what they are of; None where there is anything else."""
    items = way.items if isinstance(way, Conj) else (way,)
    found: dict[_Key, float] = {}
    for item in items:
        if not isinstance(item, Le) or not isinstance(item.limit, int):
            return None
        key = (item.left, item.right, item.tag)
        found[key] = min(item.limit, found.get(key, inf))
    return found


def _bound(key: _Key, limit: float) -> Formula:
    left, right, tag = key
    return TRUE if limit == inf else Le(left, right, int(limit), tag)


def any_of(told: Relation) -> tuple[Relation, ...]:
    """The relation with each date that may be the one; where all are meant together it stays as it is."""
    date = _several(told)
    return (told,) if date is None or date.shape is Shape.ALL else _each(told, members(date))


def each_denied(told: Relation | None) -> tuple[Relation | None, ...]:
    """What a denial with this phrase denies: each date of a set, whether any or all of them are meant."""
    date = None if told is None else _several(told)
    if told is None or date is None:
        return (told,)
    apart = date.shape is not Shape.ALL or isinstance(told, Inside) or (isinstance(told, Order) and told.place is Place.DURING)
    return _each(told, members(date)) if apart else (told,)


def each_asked(one: Denial) -> tuple[Denial, ...]:
    """What asks whether several dates are denied asks it of each."""
    apart = each_denied(None if one.phrase is None else one.phrase.relation)
    return tuple(replace(one, phrase=None if each is None else Phrase(each)) for each in apart)


def _several(told: Relation) -> Date | None:
    """The date of the relation, where it is not plain."""
    if isinstance(told, Lasts | Ordinal | AllenRelation) or not isinstance(told.moment, OnDate):
        return None
    return None if is_plain(told.moment.date) else told.moment.date


def _each(told: Relation, dates: tuple[Date, ...]) -> tuple[Relation, ...]:
    assert not isinstance(told, Lasts | Ordinal | AllenRelation)
    assert isinstance(told.moment, OnDate)
    return tuple(replace(told, moment=replace(told.moment, date=date)) for date in dates)


def _touched(date: Date) -> tuple[Date, ...]:
    """The dates that must each be met: of a range its two ends, between which all else then lies."""
    found: list[Date] = []
    for member in date.members:
        ends = (member.first, member.last) if member.shape is Shape.ONE_OF else ()
        found += [Date(Shape.DATE, end, end) for end in ends if not isinstance(end, Edge)] if ends else [member]
    return tuple(found)
