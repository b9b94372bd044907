"""Which occurrences a statement names, and the name of the one that has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reasoner.language.ir import AllOf, AnyOf, Condition, Name, Occurs, OfKind
from reasoner.theory.faults import Faults
from reasoner.theory.kinds import Words, happens


def named(condition: Condition, owner: str, words: Words, faults: Faults) -> Condition:
    """The condition in which the one event or state without a name has that of its statement, `owner`.

    What is denied, and what somebody is only said to hold (`that ..`), gets no name: nobody says that it happened.
    """
    nameless = [one for one in happenings(condition) if one.name is None and happens(one.atom.predicate, words)]
    known = all(one.atom.predicate in words for one in nameless)
    if len(nameless) > 1:
        faults.doubts.doubt_name(owner)
    for one in nameless[1:] if known else ():
        first = nameless[0].atom.predicate
        message = f"this has no name, and neither has `{first}(..)` before it"
        faults.error("T040", one.atom.span, message, f"name each with `as`, as in `{first}(..) as first-{first}`")
    return _put_name(condition, nameless[0], owner) if len(nameless) == 1 else condition


def happenings(condition: Condition) -> Iterator[Occurs]:
    """What a statement says to happen, to hold or to be a fact, in order."""
    match condition:
        case Occurs():
            yield condition
        case AllOf(items) | AnyOf(items):
            for item in items:
                yield from happenings(item)
        case _:
            return


def occurrences(condition: Condition, words: Words) -> tuple[str, ...]:
    """The names of the occurrences that get a kind here, each once, in order."""
    return tuple(dict.fromkeys(name.id for name, _ in kinds_told(condition, words)))


def kinds_told(condition: Condition, words: Words) -> Iterator[tuple[Name, str]]:
    """Names of events and states, each with a kind that is said of it."""
    match condition:
        case Occurs(atom=atom, name=Name() as name) if happens(atom.predicate, words):
            yield name, atom.predicate
        case OfKind(ref=Name() as name, kind=kind) if kind in words and happens(kind, words):
            yield name, kind
        case AllOf(items) | AnyOf(items):
            for item in items:
                yield from kinds_told(item, words)
        case _:
            return


def _put_name(condition: Condition, nameless: Occurs, owner: str) -> Condition:
    match condition:
        case Occurs() if condition is nameless:
            return replace(condition, name=Name(owner, condition.atom.span))
        case AllOf(items) | AnyOf(items):
            return replace(condition, items=tuple(_put_name(item, nameless, owner) for item in items))
        case _:
            return condition
