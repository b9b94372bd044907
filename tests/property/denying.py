"""Denials as atoms, and whether one denies at least what a condition asks.

"`not p(..)` is never silence: somebody denied it or a rule did"; "`not p(..)` with a phrase: the period denied".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from property.cases import Atom, Phrase, is_variable
from property.formulas import FALSE, TRUE, And, Formula, Term, interval, le
from property.program import GroundAtom

Edge = Term | None
"""An end of a period; None where it has none."""
Period = tuple[Edge, Edge]
FIRST_VALUE = 7
"""Where the values of roles stand in the atom, every second place from here."""


@dataclass(frozen=True, slots=True)
class Told:
    """A denial that holds: `_` for any value of a role."""

    pred: str
    period: Period
    roles: tuple[tuple[str, str], ...]


def period(phrase: Phrase | None) -> Period:
    """ "`during M` all of M; `since M` from e(M) for ever; `before M`, `until M` all before s(M); `after M` all after e(M)";
    "none: always"."""
    if phrase is None:
        return None, None
    assert phrase.moment is not None
    (s, s_at), (e, e_at) = interval(phrase.moment)
    match phrase.word:
        case "during" | "inside":
            return (s, s_at), (e, e_at)
        case "since":
            return (e, e_at), None
        case "before" | "until":
            return None, (s, s_at - 1)
        case "after":
            return (e, e_at + 1), None
        case word:
            raise TypeError(word)


def contains(wide: Period, narrow: Period) -> Formula:
    """All of the narrow one lies in the wide one."""
    return And((_no_later(wide[0], narrow[0]), _no_later(narrow[1], wide[1], last=True)))


def _no_later(one: Edge, other: Edge, *, last: bool = False) -> Formula:
    """What has no end lies before all else, or after all else if it is the `last` of its period."""
    endless = other if last else one
    if endless is None:
        return TRUE
    return FALSE if one is None or other is None else le(one, other)


def as_atom(atom: Atom, phrase: Phrase | None) -> GroundAtom:
    edges = (text for edge in period(phrase) for text in (("-", "-") if edge is None else (edge[0], str(edge[1]))))
    return ("denies", atom.pred, *edges, *(text for arg in atom.args for text in arg))


def read(atom: GroundAtom) -> Told:
    first, last = ((None if at == "-" else (point, int(at))) for point, at in (atom[2:4], atom[4:6]))
    return Told(atom[1], (first, last), tuple(zip(atom[6::2], atom[7::2], strict=True)))


def orders(atom: Atom, *, symmetric: bool) -> Iterator[Mapping[str, str]]:
    """The roles asked; of a symmetric predicate also the other way round."""
    yield dict(atom.args)
    if symmetric:
        other = {"1": "2", "2": "1"}
        yield {other[role]: term for role, term in atom.args}


def serves(told: Told, asked: Mapping[str, str], env: Mapping[str, str]) -> Mapping[str, str] | None:
    """The environment in which the denial tells nothing that the condition leaves out or tells otherwise; None if it does.

    "`_` asks that the role was said". What only the condition tells is not looked at: the denial is the broader one.
    """
    found = dict(env)
    if any(term == "_" and role not in dict(told.roles) for role, term in asked.items()):
        return None
    for role, value in told.roles:
        if role not in asked:
            return None
        term = asked[role]
        wanted = found.get(term, term)
        if "_" in (wanted, value):
            continue
        if is_variable(wanted):
            found[wanted] = value
        elif wanted != value:
            return None
    unbound = [term for term in asked.values() if is_variable(term) and term not in found]
    return None if unbound else found
