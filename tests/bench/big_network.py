"""A large network of events and bounds with one conflict, as facts and as edges, and a bare Bellman-Ford over the edges."""

from __future__ import annotations

import random
from itertools import pairwise

SPAN = 50_000
"""Minutes over which all lies; the sum of the bounds has to fit the integers of the solver."""
CIRCLE = 5
HEAD = "dossier: network\nvocabulary: {blip: {event: thing}}\nplaces: {here: {}}\nstatements:\n"

Edge = tuple[int, int, int]
"""`left - right <= limit`, of points by their numbers: 2n is the start of event n, 2n + 1 its end."""


def network(events: int, bounds: int, seed: int = 7) -> tuple[str, list[Edge], set[str]]:
    """Facts, the same as edges, and the one conflict: of bounds round the last few events, which one bound ties to the rest.

    All other bounds are true of times that are drawn first. Events are certain, every bound has its guard.
    """
    rng = random.Random(seed)
    free = events - CIRCLE
    at = [rng.randrange(SPAN) for _ in range(free)]
    told: list[tuple[int, str, int, int]] = []
    while len(told) < bounds - CIRCLE - 1:
        first, later = rng.sample(range(free), 2)
        apart = at[later] - at[first]
        if apart >= 10:
            most = rng.random() < 0.5
            minutes = apart + rng.randrange(50) if most else apart - rng.randrange(10)
            told.append((later, "within" if most else "at least", minutes, first))
    circle = list(range(free, events))
    told += [(later, "at least", 100, first) for first, later in pairwise(circle)]
    told += [(circle[-1], "within", 300, circle[0]), (circle[0], "at least", 10, 0)]
    lines = [f"  - {{id: e{nth}-is, says: blip(here) as e{nth}, certain: true}}\n" for nth in range(events)]
    lines += [
        f"  - {{id: b{nth}, says: e{later} {how} {minutes} minutes after e{first}}}\n"
        for nth, (later, how, minutes, first) in enumerate(told)
    ]
    conflict = {f"accept(b{nth})" for nth in range(bounds - CIRCLE - 1, bounds - 1)}
    return HEAD + "".join(lines), edges(events, told), conflict


def edges(events: int, told: list[tuple[int, str, int, int]]) -> list[Edge]:
    found = [(2 * nth, 2 * nth + 1, 0) for nth in range(events)]
    for later, how, minutes, first in told:
        start, end = 2 * later, 2 * first + 1
        found += [(start, end, minutes), (end, start, 0)] if how == "within" else [(end, start, -minutes)]
    return found


def bellman_ford(edges: list[Edge], points: int) -> list[Edge]:
    """A negative cycle, or nothing: rounds over all edges until one changes nothing, or the edges used last close a circle."""
    lengths, used = [0] * points, [-1] * points
    while True:
        changed = False
        for nth, (left, right, limit) in enumerate(edges):
            if lengths[right] + limit < lengths[left]:
                lengths[left] = lengths[right] + limit
                used[left] = nth
                changed = True
        if not changed:
            return []
        if circle := _circle(edges, used):
            return circle


def _circle(edges: list[Edge], used: list[int]) -> list[Edge]:
    """A circle of the edges by which points were reached last; each point is gone to once."""
    seen = [-1] * len(used)
    for start in range(len(used)):
        point = start
        while seen[point] < 0 and used[point] >= 0:
            seen[point] = start
            point = edges[used[point]][1]
        if seen[point] == start and used[point] >= 0:
            circle, first = [edges[used[point]]], point
            while edges[used[point]][1] != first:
                point = edges[used[point]][1]
                circle.append(edges[used[point]])
            return circle
        seen[point] = max(seen[point], start)
    return []
