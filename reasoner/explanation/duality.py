"""All minimal sets of literals that cannot be met together, and all minimal sets to give up so that the rest can.

Each kind is the minimal hitting sets of the other (Reiter, Artificial Intelligence 1987). The search is the implicit
hitting set dualization of MaxHS (Davies, Bacchus, CP 2011) and MARCO (Liffiton, Previti, Malik, Marques-Silva,
Constraints 2016): the cheapest set that hits all found so far either frees the rest, or shows a set not yet found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reasoner.explanation.hitting_sets import HittingSets
from reasoner.explanation.problem import Problem, among, shrink
from reasoner.explanation.ticks import Tick, endless


@dataclass(frozen=True, slots=True)
class Mus:
    """Literals that cannot all be met, and need each other for that; in the order of the costs."""

    literals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mcs:
    """Literals to give up, all others being met then; each of them is needed for that. In the order of the costs."""

    literals: tuple[int, ...]


def dualize(problem: Problem, costs: Mapping[int, int], tick: Tick = endless) -> Iterator[Mus | Mcs]:
    """Every MUS and every MCS of the literals in `costs`, as found; each MCS costs at least as much as those before.

    What is not asked for is free. If all can be met, the one MCS is empty; if even none cannot, the one MUS is.
    Raises `Stopped` if a question stays unknown, or if `tick` does.
    """
    candidates = HittingSets(costs, tick=tick)
    given_up: tuple[int, ...] | None = ()
    while given_up is not None:
        yielded = False
        for mus in _disjoint(problem, tuple(literal for literal in costs if literal not in given_up)):
            yielded = True
            yield mus
            if not mus.literals:
                return
            candidates.hit(mus.literals)
        if not yielded:
            yield Mcs(given_up)
            if not given_up:
                return
            candidates.block(given_up)
        given_up = candidates.cheapest()


def _disjoint(problem: Problem, literals: tuple[int, ...]) -> Iterator[Mus]:
    """Sets that cannot be met, no two with a common literal; none exactly if all can be met."""
    while (unmet := problem.refute(literals)) is not None:
        mus = Mus(shrink(problem, among(literals, unmet.core)))
        yield mus
        if not mus.literals:
            return
        literals = tuple(literal for literal in literals if literal not in mus.literals)
