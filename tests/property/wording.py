"""Texts in what is said and asked of events: some that look like rules of a logic program, and mean nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from property.cases import AnyOf, Atom, Case, Condition, Conditions, Count, Occurs, Statement

ROLE = "word"
WORDED = ("attack", "visit")
TEXTS = ('"go :- stay"', '"go) :- #true. :- #true. %"', '"absent(fresh(1))"')
_SAID, _ASKED = 0.3, 0.1
"""How often something said has a text, and how often a rule asks for one."""


def worded(case: Case, rng: Random) -> Case:
    """The case with texts in some of its events."""
    statements = tuple(_statement(one, rng) for one in case.statements)
    rules = tuple(
        replace(rule, given=_all(rule.given, rng), unless=_all(rule.unless, rng), must=_all(rule.must, rng))
        for rule in case.rules
    )
    predicates = tuple(replace(one, roles=(*one.roles, (ROLE, "text"))) if one.id in WORDED else one for one in case.predicates)
    return replace(case, predicates=predicates, statements=statements, rules=rules)


def _statement(one: Statement, rng: Random) -> Statement:
    readings = tuple(replace(reading, says=_all(reading.says, rng, _SAID)) for reading in one.readings)
    return replace(one, says=_all(one.says, rng, _SAID), readings=readings)


def _all(conditions: Conditions, rng: Random, chance: float = _ASKED) -> Conditions:
    return tuple(_one(condition, rng, chance) for condition in conditions)


def _one(condition: Condition, rng: Random, chance: float) -> Condition:
    match condition:
        case Occurs(Atom(pred) as atom) if pred in WORDED and rng.random() < chance:
            return replace(condition, atom=Atom(pred, (*atom.args, (ROLE, rng.choice(TEXTS)))))
        case AnyOf(items):
            return AnyOf(tuple(_all(item, rng, chance) for item in items))
        case Count(counted=counted):
            return replace(condition, counted=_all(counted, rng, chance))
        case _:
            return condition
