"""Difference constraints as a graph: `left - right <= ticks` is an edge from right to left of that length.

Shortest paths give the tightest bounds that follow, and a cycle of negative length is a set of bounds that cannot all
hold (simple temporal problems: Dechter, Meiri, Pearl, Artificial Intelligence 1991).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reasoner.solver.ir import Limit


@dataclass(frozen=True, slots=True)
class Network:
    """Limits that can all be met; `farthest` remembers what was computed from a point."""

    leaving: dict[str, list[tuple[str, int]]]
    _farthest: dict[str, dict[str, int]] = field(default_factory=dict)

    def most(self, left: str, right: str) -> int | None:
        """The most that `left - right` can be; None if it has no end."""
        if right not in self._farthest:
            self._farthest[right] = self._paths(right)
        return self._farthest[right].get(left)

    def _paths(self, source: str) -> dict[str, int]:
        """Shortest paths by Bellman and Ford, with a queue of the points to look at again."""
        distance = {source: 0}
        queue = deque([source])
        while queue:
            point = queue.popleft()
            for next_point, ticks in self.leaving.get(point, ()):
                if next_point not in distance or distance[point] + ticks < distance[next_point]:
                    distance[next_point] = distance[point] + ticks
                    if next_point not in queue:
                        queue.append(next_point)
        return distance


def network(limits: Iterable[Limit]) -> Network:
    """The graph of `limits`, of parallel edges the tightest."""
    tightest: dict[tuple[str, str], int] = {}
    for limit in limits:
        ends = limit.right, limit.left
        tightest[ends] = min(limit.ticks, tightest.get(ends, limit.ticks))
    leaving: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for (right, left), ticks in tightest.items():
        leaving[right].append((left, ticks))
    return Network(dict(leaving))


def negative_cycle(limits: Sequence[Limit]) -> tuple[int, ...] | None:
    """The places in `limits` of some cycle of negative length, in its order; None if all can be met (Bellman and Ford)."""
    points = sorted({end for limit in limits for end in (limit.left, limit.right)})
    distance = dict.fromkeys(points, 0)
    entering: dict[str, int] = {}
    changed: str | None = None
    for _ in points:
        changed = None
        for place, limit in enumerate(limits):
            if distance[limit.right] + limit.ticks < distance[limit.left]:
                distance[limit.left] = distance[limit.right] + limit.ticks
                entering[limit.left] = place
                changed = limit.left
        if changed is None:
            break
    if changed is None:
        return None
    point = changed
    for _ in points:  # so far back that it is on a cycle
        point = limits[entering[point]].right
    cycle = [entering[point]]
    while limits[cycle[-1]].right != point:
        cycle.append(entering[limits[cycle[-1]].right])
    return tuple(reversed(cycle))


_Walks = dict[str, tuple[int, tuple[int, ...]]]
"""For each point the length of the shortest walk to it, and its edges."""


def shortest_negative_cycle(limits: Sequence[Limit]) -> tuple[int, ...] | None:
    """As `negative_cycle`, of the fewest edges that there can be. For small networks: tries every start."""
    starts = sorted({limit.left for limit in limits})
    walks: dict[str, _Walks] = {start: {start: (0, ())} for start in starts}
    for _ in starts:
        for start in starts:
            walks[start] = _one_edge_more(limits, walks[start])
            length, walk = walks[start].get(start, (0, ()))
            if length < 0:
                return walk
    return None


def _one_edge_more(limits: Sequence[Limit], walks: _Walks) -> _Walks:
    longer: _Walks = {}
    for place, limit in enumerate(limits):
        if limit.right in walks:
            length, walk = walks[limit.right]
            if limit.left not in longer or length + limit.ticks < longer[limit.left][0]:
                longer[limit.left] = length + limit.ticks, (*walk, place)
    return longer
