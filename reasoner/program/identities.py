"""Names that are certainly names of one thing: rules speak of each such thing by one of them."""

from __future__ import annotations

from dataclasses import dataclass

from reasoner.language.ir import AllOf, Condition, Name, Same
from reasoner.language.rewrite import contains
from reasoner.program.retractions import retractable
from reasoner.theory.ir import Said, Theory


@dataclass(frozen=True, slots=True)
class Identities:
    """What of a theory is so in every world, as far as two names may be names of one thing.

    `sure` are the ids of the statements that hold in every world, and have one reading. `doubtful`: two names may be names of one
    thing, and may be not. `aliases` are all names of a thing but the first in order, as far as it is certain that they are, with
    that first; in order.
    """

    sure: frozenset[str]
    doubtful: bool
    aliases: tuple[tuple[str, str], ...]


def identities(theory: Theory) -> Identities:
    sure = _always(theory)
    ids = frozenset(said.id for said in sure)
    return Identities(ids, _doubtful(theory, ids), _aliases(sure))


def _always(theory: Theory) -> tuple[Said, ...]:
    doubtful = retractable(theory)
    return tuple(
        said for said in theory.said if said.certain and not said.off and len(said.readings) == 1 and said.id not in doubtful
    )


def _doubtful(theory: Theory, sure: frozenset[str]) -> bool:
    said = (one.readings for one in theory.said if one.id not in sure and not one.off)
    made = (law.then for law in theory.laws if not law.off)
    return contains((tuple(said), tuple(made)), Same)


def _aliases(sure: tuple[Said, ...]) -> tuple[tuple[str, str], ...]:
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while name in first:
            name = first[name]
        return name

    for said in sure:
        for left, right in _pairs(said.readings[0]):
            one, other = sorted((root(left), root(right)))
            if one != other:
                first[other] = one
    return tuple((name, root(name)) for name in sorted(first))


def _pairs(says: Condition) -> tuple[tuple[str, str], ...]:
    match says:
        case Same(Name(left), Name(right)):
            return ((left, right),)
        case AllOf(items):
            return tuple(pair for item in items for pair in _pairs(item))
        case _:
            return ()
