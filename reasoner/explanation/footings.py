"""On what each bound of a chain stands when the chains are told one after the other, and in which order that goes best.

A chain excludes that all its conditions are so. If all but one of them follow from what was said or told before, the
chain shows that this one is not so. Where that takes more, it is sought in what the rules of the conflict ask, and what is
then still open is supposed: the chain is one of several cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reasoner.explanation.ir import Footing, Step
from reasoner.explanation.problem import Problem
from reasoner.explanation.variants import with_switched_constraints
from reasoner.ground.ir import Part
from reasoner.solver.ir import Solver

Chain = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from what, in the rules of a part without its bounds.

    `hard` are the literals that say that no rule is broken, `tested` the atoms of conditions on times, of which the `borders`
    only say how long months are.
    """

    part: Part
    make: Callable[[Part], Solver]
    hard: tuple[int, ...]
    tested: frozenset[int]
    borders: frozenset[int] = frozenset()


def literals(chain: Chain) -> tuple[int, ...]:
    """What puts the bounds of a chain in force."""
    return tuple(dict.fromkeys(step.atom for step in chain if step.atom))


def in_order(following: Following, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with the footing of each step, those first that show something by themselves.

    Those come last that say nothing but that times are times, for any conditions: all that they stand on is open.
    """
    return tuple(_Telling(following, chains).all()) if chains else ()


class _Telling:
    """The chains that were told, and what follows from them."""

    __slots__ = ("_following", "_problem", "_said", "_switches", "_told", "_untold")

    def __init__(self, following: Following, chains: Sequence[Chain]) -> None:
        self._following = following
        switched = with_switched_constraints(following.part, [literals(chain) for chain in chains])
        self._problem = Problem(following.make(switched.part))
        self._switches = dict(zip(chains, switched.switches, strict=True))
        self._told: list[int] = []
        every = {one for chain in chains for one in literals(chain)}
        self._said = frozenset(one for one in sorted(every) if self._follows(one))
        self._untold = list(chains)

    def all(self) -> Iterator[Chain]:
        idle = [chain for chain in self._untold if self._is_idle(chain)]
        for chain in idle:
            self._tell(chain)
        while self._untold:
            shown = [made for chain in self._untold if (made := self._shown(chain)) is not None]
            by_cases = [(self._untold[0], self._by_cases(self._untold[0]))] if not shown else []
            chain, told = next(iter(sorted(shown, key=self._is_late) or by_cases))
            self._tell(chain)
            yield told
        for chain in idle:
            yield tuple(replace(step, footing=Footing.OPEN if step.atom else step.footing) for step in chain)

    def _is_late(self, made: tuple[Chain, Chain]) -> bool:
        """How long months are is told before anything that hangs on that."""
        return not any(abs(step.atom) in self._following.borders for step in made[1] if step.footing is Footing.REFUTED)

    def _tell(self, chain: Chain) -> None:
        self._untold.remove(chain)
        self._told.append(self._switches[chain])

    def _is_idle(self, chain: Chain) -> bool:
        return all(step.atom in self._open_conditions(chain) or (step.atom == 0 and _is_plain(step)) for step in chain)

    def _follows(self, literal: int, *more: int) -> bool:
        """Whether this is so wherever what was told, and these literals, are so."""
        return self._problem.refute((*self._told, *more, -literal)) is not None

    def _open_conditions(self, chain: Chain) -> list[int]:
        """The conditions that do not hold for certain by what is said."""
        return [one for one in literals(chain) if abs(one) in self._following.tested and one not in self._said]

    def _shown(self, chain: Chain) -> tuple[Chain, Chain] | None:
        """The chain as one that shows something by what was said and told before, if it does."""
        conditions = self._open_conditions(chain)
        left = [one for one in conditions if not self._follows(one)]
        footings = dict.fromkeys(conditions, Footing.SHOWN)
        if len(left) < 2:
            return chain, self._on(chain, footings | dict.fromkeys(left, Footing.REFUTED))
        for one in sorted(left, key=_preferred):
            if all(other == one or self._follows(other, one) for other in left):
                return chain, self._on(chain, footings | dict.fromkeys(left, Footing.GIVEN) | {one: Footing.REFUTED})
        return None

    def _by_cases(self, chain: Chain) -> Chain:
        """As far as the rules do not ask for them, the conditions but one are supposed; where something lies always is."""
        conditions = self._open_conditions(chain)
        left = [one for one in conditions if not self._follows(one)]
        where = [one for one in left if abs(one) in self._following.borders and len(left) > 1]
        tested = [one for one in left if one not in where]
        open_ones = [one for one in tested if not self._follows(one, *self._following.hard)]
        refuted = min(open_ones or tested or where, key=_preferred)
        free = (*where, *open_ones)
        footings = dict.fromkeys(conditions, Footing.SHOWN) | dict.fromkeys(left, Footing.ASKED)
        return self._on(chain, footings | dict.fromkeys(free, Footing.SUPPOSED) | {refuted: Footing.REFUTED})

    def _on(self, chain: Chain, footings: dict[int, Footing]) -> Chain:
        """The chain with these footings; what else is not said for certain was shown, or it is left open whether it holds."""
        found = {one: self._unasked(one) for one in literals(chain) if one not in footings}
        return tuple(replace(step, footing={**found, **footings}.get(step.atom, Footing.SAID)) for step in chain)

    def _unasked(self, literal: int) -> Footing:
        if literal in self._said:
            return Footing.SAID
        return Footing.SHOWN if self._follows(literal) else Footing.OPEN


def _preferred(literal: int) -> bool:
    """What a rule forbids is shown to be so; what it asks for is what that follows from."""
    return literal > 0


def _is_plain(step: Step) -> bool:
    return not step.tag and step.limit.ticks == 0 and step.limit.left[1:] == step.limit.right[1:]
