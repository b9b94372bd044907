"""A rule as the language wants it: a variable that is used only once is written `_`, or left out after `as`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from property.cases import AnyOf, Condition, Conditions, Count, Extreme, Occurs, Rule, is_variable
from property.naming import all_terms
from property.substitution import in_condition


def tidy(rule: Rule) -> Rule:
    parts = (rule.given, rule.unless, rule.then, rule.never, rule.must)
    used = Counter(term for part in parts for term in all_terms(part) if is_variable(term))
    once = {name for name, times in used.items() if times == 1}
    given, unless, then, never, must = (_without(part, once) for part in parts)
    return replace(rule, given=given, unless=unless, then=then, never=never, must=must)


def _without(conditions: Conditions, once: set[str]) -> Conditions:
    return tuple(_one(condition, once) for condition in conditions)


def _one(condition: Condition, once: set[str]) -> Condition:
    match condition:
        case Occurs(_, name) if name in once:
            return _one(replace(condition, name=""), once)
        case AnyOf(items):
            return AnyOf(tuple(_without(item, once) for item in items))
        case Count(_, _, _, counted):
            return replace(condition, counted=_without(counted, once))
        case Extreme(_, _, counted, _, _):
            return replace(condition, counted=_without(counted, once))
        case _:
            return in_condition(condition, dict.fromkeys(once, "_"))
