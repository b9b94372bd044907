"""Variables that belong to a count inside of a content.

"Contents are one iff alike after names are resolved": what a count ranges over is no name, so it is called `_1`, `_2`, ..
there, in order, whatever its letter. The other variables of the count belong to it where nothing outside of it speaks of
them; "variables that occur only here mean some".
"""

from __future__ import annotations

from dataclasses import replace

from property.cases import (
    AnyOf,
    Atom,
    Case,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Extreme,
    Holds,
    Initiates,
    Not,
    Occurs,
    Rule,
    Term,
    as_condition,
    is_variable,
)
from property.naming import all_terms, is_own
from property.substitution import in_condition, in_conditions


def owned(case: Case) -> Case:
    """The case with the variables of counts in contents under their own names."""
    none: frozenset[str] = frozenset()
    statements = tuple(
        replace(
            one,
            says=_conditions(one.says, none),
            readings=tuple(replace(reading, says=_conditions(reading.says, none)) for reading in one.readings),
        )
        for one in case.statements
    )
    hypotheses = tuple(replace(one, says=_conditions(one.says, none)) for one in case.hypotheses)
    return replace(case, statements=statements, hypotheses=hypotheses, rules=tuple(map(_rule, case.rules)))


def revived(condition: Condition) -> Condition:
    """What a content says as a condition of its own, with variables again."""
    own = {name: f"Own{name}" for name in all_terms((condition,)) if is_own(name)}
    return in_condition(condition, own)


def _rule(rule: Rule) -> Rule:
    parts = (rule.given, rule.unless, rule.then, rule.never, rule.must)
    outer = frozenset(name for part in parts for condition in part for name in _outside(condition) if is_variable(name))
    given, unless, then, never, must = (_conditions(part, outer) for part in parts)
    return replace(rule, given=given, unless=unless, then=then, never=never, must=must)


def _outside(condition: Condition) -> list[str]:
    """All terms but those in counts of contents."""
    match condition:
        case Occurs(atom, name, _) if any(isinstance(term, Content) for _, term in atom.args):
            inner = [text for _, term in atom.args for text in _outside_in(term)]
            return [name, *inner]
        case AnyOf(items):
            return [text for item in items for one in item for text in _outside(one)]
        case Count(_, _, var, counted):
            return [var, *(text for one in counted for text in _outside(one))]
        case Extreme(_, var, counted, _, right):
            return [var, right, *(text for one in counted for text in _outside(one))]
        case _:
            return all_terms((condition,))


def _outside_in(term: Term) -> list[str]:
    match term:
        case Content(Count()):
            return []
        case Content(Extreme(right=right)):
            return [right]
        case Content():
            return _outside(as_condition(term))
        case str():
            return [term]
        case _:
            return []


def _conditions(conditions: Conditions, outer: frozenset[str]) -> Conditions:
    return tuple(_condition(one, outer) for one in conditions)


def _condition(condition: Condition, outer: frozenset[str]) -> Condition:
    match condition:
        case Occurs(atom):
            return replace(condition, atom=_atom(atom, outer))
        case Not(atom):
            return replace(condition, atom=_atom(atom, outer))
        case Initiates(event, atom):
            return Initiates(event, _atom(atom, outer))
        case AnyOf(items):
            return AnyOf(tuple(_conditions(item, outer) for item in items))
        case Count(_, _, _, counted):
            return replace(condition, counted=_conditions(counted, outer))
        case Extreme(_, _, counted):
            return replace(condition, counted=_conditions(counted, outer))
        case _:
            return condition


def _atom(atom: Atom, outer: frozenset[str]) -> Atom:
    return Atom(atom.pred, tuple((role, _term(term, outer)) for role, term in atom.args))


def _term(term: Term, outer: frozenset[str]) -> Term:
    match term:
        case Content(Atom() as says):
            return Content(_atom(says, outer))
        case Content(Count(_, _, var, counted) as says):
            return Content(replace(says, var="_1", counted=_counted(var, counted, outer)))
        case Content(Extreme(_, var, counted) as says):
            return Content(replace(says, var="_1", counted=_counted(var, counted, outer)))
        case Content(Holds() | Compare()):
            return term
        case Content(says):
            raise TypeError(says)
        case _:
            return term


def _counted(var: str, counted: Conditions, outer: frozenset[str]) -> Conditions:
    names = dict.fromkeys(name for name in all_terms(counted) if is_variable(name) and name != var and name not in outer)
    return in_conditions(counted, {var: "_1", **{name: f"_{nth}" for nth, name in enumerate(names, 2)}})
