"""What words of time mean, as formulas over differences of points (LANGUAGE.md 5, the table of time)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from property.cases import UNIT_TICKS, Between, Distance, End, Moment, Period, Phrase, Several, Subject, Ticks, When

ZERO = ""
"""The fixed point at tick 0."""


@dataclass(frozen=True, slots=True, order=True)
class Le:
    """`left - right <= ticks`, of two different points."""

    left: str
    right: str
    ticks: int


@dataclass(frozen=True, slots=True)
class And:
    items: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    items: tuple[Formula, ...]


Formula = Le | And | Or
TRUE = And(())
FALSE = Or(())
Term = tuple[str, int]
"""A point and an offset from it."""


def start(name: str) -> str:
    return f"start of {name}"


def end(name: str) -> str:
    return f"end of {name}"


def negation(formula: Formula) -> Formula:
    match formula:
        case Le(left, right, ticks):
            return Le(right, left, -ticks - 1)
        case And(items):
            return Or(tuple(negation(item) for item in items))
        case Or(items):
            return And(tuple(negation(item) for item in items))


def le(left: Term, right: Term, ticks: int = 0) -> Formula:
    """`left - right <= ticks`, of two terms."""
    limit = ticks - left[1] + right[1]
    if left[0] == right[0]:
        return TRUE if limit >= 0 else FALSE
    return Le(left[0], right[0], limit)


def lt(left: Term, right: Term) -> Formula:
    return le(left, right, -1)


def eq(left: Term, right: Term) -> Formula:
    return And((le(left, right), le(right, left)))


def between(left: Term, right: Term, least: int | None, most: int | None) -> Formula:
    """`least <= left - right <= most`; None is no bound."""
    low = TRUE if least is None else le(right, left, -least)
    high = TRUE if most is None else le(left, right, most)
    return And((low, high))


def interval(moment: Moment) -> tuple[Term, Term]:
    """Start and end of what a name, an end of it, or a date stands for."""
    match moment:
        case Ticks(first, last):
            return (ZERO, first), (ZERO, last)
        case Several():
            return interval(moment.hull)
        case End("start", of):
            return (start(of), 0), (start(of), 0)
        case End(_, of):
            return (end(of), 0), (end(of), 0)
        case Period(_, of, first, last):
            point = start(of) if of else ZERO
            return (point, first), (point, last)
        case str(name):
            return (start(name), 0), (end(name), 0)


def allen(word: str, one: tuple[Term, Term], two: tuple[Term, Term]) -> Formula:
    """ "Allen's thirteen are taken on the slots [start, end + 1)"."""
    (s, (e_point, e_at)), (t, (f_point, f_at)) = one, two
    e, f = (e_point, e_at + 1), (f_point, f_at + 1)
    same_start, same_end = eq(s, t), eq(e, f)
    table = {
        "strictly before": lt(e, t),
        "meets": eq(e, t),
        "overlaps": And((lt(s, t), lt(t, e), lt(e, f))),
        "starts": And((same_start, lt(e, f))),
        "strictly during": And((lt(t, s), lt(e, f))),
        "finishes": And((same_end, lt(t, s))),
        "equals": And((same_start, same_end)),
    }
    return table[word]


INVERSES = {
    "strictly after": "strictly before",
    "strictly contains": "strictly during",
    "met-by": "meets",
    "overlapped-by": "overlaps",
    "started-by": "starts",
    "finished-by": "finishes",
}


def bounds(distance: Distance) -> tuple[int | None, int | None]:
    """Least and most ticks of a length: "a bare count is good to half its unit (days: to less than one day, minutes exactly)"."""
    d, unit = distance.length.ticks, distance.length.unit
    match distance.how:
        case "within":
            return 0, d
        case "at least":
            return d, None
        case "more than":
            return d + 1, None
        case "at most":
            return None, d
        case "less than":
            return None, d - 1
        case "between":
            assert distance.other is not None
            return d, distance.other.ticks
        case "exactly":
            give = 0
        case "about":
            give = UNIT_TICKS[unit]
        case "±":
            assert distance.other is not None
            give = distance.other.ticks
        case _:
            give = {"minute": 0, "hour": 30, "day": 1439}[unit]
    return d - give, d + give


def metric(subject: Subject, phrase: Phrase) -> Formula:
    """`E D after F` bounds s(E) - e(F), `E D before F` s(F) - e(E); "`at most` also needs E after F"."""
    assert phrase.moment is not None
    assert phrase.distance is not None
    (s, e), (t, f) = interval(subject), interval(phrase.moment)
    late, early = (s, f) if phrase.side == "after" else (t, e)
    least, most = bounds(phrase.distance)
    if phrase.distance.how in ("at most", "less than"):
        least = 1
    return between(late, early, least, most)


def meaning(subject: Subject, phrase: Phrase, reported: int | None = None) -> Formula:
    """The formula of `subject phrase`; `not` is the complement."""
    positive = _with_dates(subject, phrase, reported)
    return negation(positive) if phrase.negated else positive


def _with_dates(subject: Subject, phrase: Phrase, reported: int | None) -> Formula:
    """ "Some member of the set is the date"; of `{a,b}` "it intersects each member, and lies in the hull of them"."""
    several = phrase.moment
    if not isinstance(several, Several):
        return _meaning(subject, phrase, reported)
    each = [replace(phrase, moment=date, negated=False) for date in several.dates]
    if not several.every:
        return Or(tuple(_meaning(subject, one, reported) for one in each))
    met = tuple(_meaning(subject, Phrase("intersects", date), reported) for date in several.dates)
    if phrase.word == "intersects":
        return And(met)
    hull = _meaning(subject, replace(phrase, moment=several.hull), reported)
    return And((hull, *met)) if phrase.word in {"during", "inside", "strictly during"} else hull


def split(phrase: Phrase | None) -> tuple[Phrase | None, ...]:
    """The periods that a denial denies: none of the dates is one, and of `{a,b}` that of each, where it says `during`."""
    if phrase is None or not isinstance(phrase.moment, Several):
        return (phrase,)
    if phrase.moment.every and phrase.word not in {"during", "inside"}:
        return (replace(phrase, moment=phrase.moment.hull),)
    return tuple(replace(phrase, moment=date) for date in phrase.moment.dates)


def _meaning(subject: Subject, phrase: Phrase, reported: int | None) -> Formula:
    one = s, e = interval(subject)
    if phrase.word == "lasts":
        assert phrase.distance is not None
        return between(e, s, *bounds(phrase.distance))
    assert phrase.moment is not None
    two = t, f = interval(phrase.moment)
    match phrase.word:
        case "before":
            return lt(e, t)
        case "after":
            return lt(f, s)
        case "during" | "inside":
            return And((le(t, s), le(e, f)))
        case "contains":
            return And((le(s, t), le(f, e)))
        case "intersects":
            return And((le(s, f), le(t, e)))
        case "metric":
            return metric(subject, phrase)
        case "near":
            assert phrase.distance is not None
            ticks = phrase.distance.length.ticks
            return between(s, t, -ticks, ticks)
        case "old":
            assert phrase.distance is not None
            return between(t, s, *bounds(phrase.distance))
        case "by":
            return le(e, f)
        case "since":
            assert reported is not None
            return And((le(t, s), le(s, f), le((ZERO, reported), e)))
        case "until":
            return And((le(t, e, 1), le(e, f)))
        case word if word in INVERSES:
            return allen(INVERSES[word], two, one)
        case word:
            return allen(word, one, two)


def dated(subject: str, when: When, reported: int | None) -> Formula:
    """The formula of a `when`: `a/b` "starts inside a and ends inside b"."""
    match when:
        case None:
            return TRUE
        case Between(first, last):
            return And(
                (meaning(End("start", subject), Phrase("inside", first)), meaning(End("end", subject), Phrase("inside", last)))
            )
        case Phrase():
            return meaning(subject, when, reported)


def denied_period(name: str, phrase: Phrase | None) -> Formula:
    """Occurrence `name` intersects the period denied: "`during M` all of M; `since M` from e(M) for ever;
    `before M`, `until M` all before s(M); `after M` all after e(M)"; "none: always"."""
    if phrase is None:
        return TRUE
    if isinstance(phrase.moment, Several):
        return Or(tuple(denied_period(name, one) for one in split(phrase)))
    assert phrase.moment is not None
    (s, e), (t, f) = interval(name), interval(phrase.moment)
    match phrase.word:
        case "during":
            return And((le(s, f), le(t, e)))
        case "since":
            return le(f, e)
        case "before" | "until":
            return lt(s, t)
        case _:
            return lt(f, e)


def deadline(subject_phrase: Phrase) -> Term | None:
    """ "The last tick at which its phrase can still come true: the upper end of `within / at most / between / about`;
    `by M`, `during M`: e(M); `before M`: s(M) - 1; any other has none"."""
    phrase = subject_phrase
    if phrase.negated or phrase.moment is None:
        return None
    if isinstance(phrase.moment, Several) and not phrase.moment.every:
        each = [deadline(replace(phrase, moment=date)) for date in phrase.moment.dates]
        ends = [found for found in each if found is not None]
        return max(ends) if len(ends) == len(each) else None
    (t, t_at), (f, f_at) = interval(phrase.moment)
    if phrase.word in {"by", "during", "inside"}:
        return f, f_at
    if phrase.word == "strictly during":
        return f, f_at - 1
    if phrase.word in {"before", "strictly before"}:
        return t, t_at - (2 if phrase.word == "strictly before" else 1)
    if phrase.word == "near":
        assert phrase.distance is not None
        return t, t_at + phrase.distance.length.ticks
    if phrase.word != "metric":
        return None
    assert phrase.distance is not None
    least, most = bounds(phrase.distance)
    if phrase.side == "after":
        return None if most is None else (f, f_at + most)
    return None if most is None else (t, t_at - (1 if phrase.distance.how in ("at most", "less than") else least or 0))
