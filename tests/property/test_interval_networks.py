"""Random networks of intervals and points: what of them can be is asked of the engine and of z3.

A network is some states, events and points, and statements of Allen's relations, bounds and dates, alternatives among them. What each
phrase means is written here from docs/language.md alone. Most phrases are true of a course of events that is drawn first, so
that networks are near the border: about as many can be as cannot. REASONER_NETWORK_CASES asks for more of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from random import Random
from typing import Any

import pytest
import z3

import reasoner

CASES = int(os.environ.get("REASONER_NETWORK_CASES", "480"))
BLOCKS = 8
TOGETHER = 20
"""So many networks stand in one dossier, of which none touches another."""

Tick = Any
"""A whole number, or one of z3's."""
Span = tuple[Tick, Tick]
"""Its first tick and its last."""
Times = Mapping[str, Span]


@dataclass(frozen=True)
class Logic:
    """How sentences are joined: of truth values, or of formulas."""

    every: Callable[..., Any]
    some: Callable[..., Any]
    no: Callable[[Any], Any]


PLAIN = Logic(lambda *parts: all(parts), lambda *parts: any(parts), lambda part: not part)
SYMBOLIC = Logic(z3.And, z3.Or, z3.Not)

Meaning = Callable[[Times, Logic], Any]


@dataclass(frozen=True)
class Said:
    text: str
    means: Meaning


@dataclass(frozen=True)
class Network:
    things: Mapping[str, str]
    """The kind of each: `state`, `event` or `point`."""
    said: Mapping[str, Said]

    def facts(self) -> str:
        names = {
            "state": "span(here) as {}",
            "event": "blip(here) as {}",
            "point": "blip(here) as {0} and {0} lasts at most 0 minutes",
        }
        lines = [f"  - {{id: {one}-is, certain: true, says: {names[kind].format(one)}}}" for one, kind in self.things.items()]
        return "\n".join([*lines, *(f'  - {{id: {one}, says: "{said.text}"}}' for one, said in self.said.items()), ""])


# ---------------------------------------------------------------- what phrases mean


def slots(word: str, one: Span, two: Span, logic: Logic) -> Any:
    """Allen's relations on [start, end + 1): of two numbers each is the first slot, or the first after it."""
    (a, b), (c, d) = (one[0], one[1] + 1), (two[0], two[1] + 1)
    match word:
        case "strictly before":
            return b < c
        case "meets":
            return b == c
        case "overlaps":
            return logic.every(a < c, c < b, b < d)
        case "starts":
            return logic.every(a == c, b < d)
        case "strictly during":
            return logic.every(c < a, b < d)
        case "finishes":
            return logic.every(c < a, b == d)
        case "equals":
            return logic.every(a == c, b == d)
        case _:
            return slots(INVERSE[word], two, one, logic)


INVERSE = {
    "strictly after": "strictly before",
    "met-by": "meets",
    "overlapped-by": "overlaps",
    "started-by": "starts",
    "strictly contains": "strictly during",
    "finished-by": "finishes",
}
ALLEN = ("equals", *INVERSE, *INVERSE.values())


def order(word: str, one: Span, two: Span, logic: Logic) -> Any:
    (a, b), (c, d) = one, two
    match word:
        case "before":
            return b < c
        case "after":
            return d < a
        case "during":
            return logic.every(c <= a, b <= d)
        case "contains":
            return logic.every(a <= c, d <= b)
        case "intersects":
            return logic.every(a <= d, c <= b)
        case "by":
            return b <= d
        case _:
            return logic.every(c - 1 <= b, b <= d)


ORDER = ("before", "after", "during", "contains", "intersects", "by", "until")


@dataclass(frozen=True)
class Distance:
    """How far, as told; the bounds that it sets; and whether it asks that the first comes after the second."""

    text: str
    least: int | None
    most: int | None
    apart: int | None = None

    def holds(self, ticks: Tick, logic: Logic) -> Any:
        sides = [] if self.least is None else [self.least <= ticks]
        sides += [] if self.most is None else [ticks <= self.most]
        sides += [] if self.apart is None else [self.apart <= ticks]
        return logic.every(*sides)


def distance(rng: Random, *, sides: bool) -> Distance:
    """`sides`: of what lies before or after something, so that it can be `within` and has to be on that side."""
    amount, unit, ticks, half = rng.choice(
        ((rng.choice((1, 2, 3, 4, 5, 6, 30, 90)), "minutes", 1, 0), (rng.randint(1, 2), "hours", 60, 30))
    )
    long, told = amount * ticks, f"{amount} {unit}"
    more = rng.randint(0, 3)
    after = 1 if sides else None
    found = {
        "at least": Distance(f"at least {told}", long, None),
        "more than": Distance(f"more than {told}", long + 1, None),
        "at most": Distance(f"at most {told}", None, long, after),
        "less than": Distance(f"less than {told}", None, long - 1, after),
        "between": Distance(f"between {told} and {amount + more} {unit}", long, long + more * ticks),
        "exactly": Distance(f"exactly {told}", long, long),
        "about": Distance(f"about {told}", long - ticks, long + ticks),
        "bare": Distance(told, long - half, long + half),
        "give": Distance(f"{told} ±{more} minutes", long - more, long + more),
        "within": Distance(f"within {told}", 0, long),
    }
    hows = [how for how in found if sides or how != "within"]
    return found[rng.choice([*hows, *("bare",) * (half // 10)])]


# ---------------------------------------------------------------- drawing them


@dataclass(frozen=True)
class Moment:
    text: str
    span: Callable[[Times], Span]


def thing(rng: Random, names: Iterable[str]) -> Moment:
    name = rng.choice(sorted(names))
    match rng.randrange(8):
        case 0:
            return Moment(f"start of {name}", lambda times: (times[name][0], times[name][0]))
        case 1:
            return Moment(f"end of {name}", lambda times: (times[name][1], times[name][1]))
        case _:
            return Moment(name, lambda times: times[name])


def date(rng: Random) -> Moment:
    """A minute, or some minutes, soon after midnight of the first day of 1970."""
    first = rng.randint(0, 15)
    last = first + rng.choice((0, 0, 2, 5))
    told = [f"1970-01-01T00:{tick:02}Z" for tick in (first, last)]
    return Moment(told[0] if first == last else f"[{told[0]}..{told[1]}]", lambda times: (first, last))


def phrase(rng: Random, names: list[str]) -> Said:
    one = thing(rng, names)
    other = thing(rng, [name for name in names if name not in one.text.split()])
    no = rng.random() < 0.15
    match rng.choice(("allen", "allen", "allen", "order", "order", "date", "far", "far", "near", "lasts", "old")):
        case "allen":
            return relation(one, rng.choice(ALLEN), other, no, slots)
        case "order":
            return relation(one, rng.choice(ORDER), other, no, order)
        case "date":
            return relation(one, rng.choice(ORDER), date(rng), no, order)
        case "far":
            return apart(one, distance(rng, sides=True), rng.choice(("before", "after")), other, no)
        case "near":
            most = rng.randint(0, 5)
            near = Distance(f"within {most} minutes of", -most, most)
            return counted(
                f"{one.text} {'not ' * no}{near.text} {other.text}", near, lambda times: since(one, other, times), no
            )
        case "lasts":
            return lasting(rng.choice(names), distance(rng, sides=False), no)
        case _:
            name = rng.choice([name for name in names if name not in other.text.split()])
            old = distance(rng, sides=False)
            return counted(
                f"{name} is {old.text} old at {other.text}", old, lambda times: other.span(times)[0] - times[name][0]
            )


def since(one: Moment, other: Moment, times: Times) -> Tick:
    return one.span(times)[0] - other.span(times)[0]


def relation(one: Moment, word: str, other: Moment, no: bool, means: Callable[[str, Span, Span, Logic], Any]) -> Said:
    def meaning(times: Times, logic: Logic) -> Any:
        so = means(word, one.span(times), other.span(times), logic)
        return logic.no(so) if no else so

    return Said(f"{one.text} {'not ' * no}{word} {other.text}", meaning)


def apart(one: Moment, far: Distance, side: str, other: Moment, no: bool) -> Said:
    """From the end of the earlier to the start of the later."""
    first, later = (one, other) if side == "before" else (other, one)
    text = f"{one.text} {'not ' * no}{far.text} {side} {other.text}"
    return counted(text, far, lambda times: later.span(times)[0] - first.span(times)[1], no)


def lasting(name: str, far: Distance, no: bool) -> Said:
    return counted(f"{name} {'not ' * no}lasts {far.text}", far, lambda times: times[name][1] - times[name][0], no)


def counted(text: str, far: Distance, ticks: Callable[[Times], Tick], no: bool = False) -> Said:
    def meaning(times: Times, logic: Logic) -> Any:
        so = far.holds(ticks(times), logic)
        return logic.no(so) if no else so

    return Said(text, meaning)


def statement(rng: Random, names: list[str]) -> Said:
    """A phrase, several that are all so, or several of which one is."""
    shape = rng.choice(("one", "one", "one", "any", "any", "all", "all in any"))
    if shape == "one":
        return phrase(rng, names)
    parts = [phrase(rng, names) for _ in range(rng.randint(2, 3))]
    if shape == "all in any":
        return joined("or", [bracketed(joined("and", parts)), phrase(rng, names)])
    return joined("and" if shape == "all" else "or", parts)


def joined(word: str, parts: list[Said]) -> Said:
    def meaning(times: Times, logic: Logic) -> Any:
        return (logic.every if word == "and" else logic.some)(*(part.means(times, logic) for part in parts))

    return Said(f" {word} ".join(part.text for part in parts), meaning)


def bracketed(said: Said) -> Said:
    return Said(f"({said.text})", said.means)


def drawn(seed: int) -> Network:
    rng = Random(seed)
    kinds = {f"t{seed}-{nth}": rng.choice(("state", "state", "event", "point")) for nth in range(rng.randint(3, 6))}
    happened = {}
    for one, kind in kinds.items():
        first = rng.randint(0, 15)
        happened[one] = (first, first if kind == "point" else first + rng.choice((0, 1, 2, 4, 8, 30, 90)))
    said = {}
    for nth in range(rng.randint(5, 10)):
        one = statement(rng, list(kinds))
        while not one.means(happened, PLAIN) and rng.random() < 0.8:
            one = statement(rng, list(kinds))
        said[f"s{seed}-{nth}"] = one
    return Network(kinds, said)


# ---------------------------------------------------------------- by z3


class Solved:
    """A network as z3 sees it."""

    def __init__(self, network: Network) -> None:
        self.ids = frozenset(network.said)
        self.solver = z3.Solver()
        times = {one: (z3.Int(f"s-{one}"), z3.Int(f"e-{one}")) for one in network.things}
        for one, kind in network.things.items():
            first, last = times[one]
            self.solver.add(first == last if kind == "point" else first <= last)
        self.on = {one: z3.Bool(one) for one in network.said}
        for one, said in network.said.items():
            self.solver.add(z3.Implies(self.on[one], said.means(times, SYMBOLIC)))

    def possible(self, chosen: Iterable[str]) -> bool:
        answer = self.solver.check(*(self.on[one] for one in chosen))
        assert answer != z3.unknown
        return answer == z3.sat


def hitting_sets(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The least sets that share something with each of these."""
    sets = tuple(sets)
    some = sorted(frozenset().union(*sets))
    found: list[frozenset[str]] = []
    for size in range(len(some) + 1):
        for chosen in map(frozenset, combinations(some, size)):
            if not any(one <= chosen for one in found) and all(chosen & one for one in sets):
                found.append(chosen)
    return found


# ---------------------------------------------------------------- the one against the other


def conflicts(networks: Iterable[Network]) -> list[frozenset[str]]:
    head = "dossier: networks\nzone: UTC\nvocabulary: {span: {state: thing}, blip: {event: thing}}\nplaces: {here: {}}\nstatements:\n"
    text = head + "".join(network.facts() for network in networks)
    found = reasoner.stream(reasoner.parse({"networks.yaml": text}))
    return [
        frozenset(name.removeprefix("accept(").removesuffix(")") for name in one.names)
        for one in found
        if isinstance(one, reasoner.Conflict)
    ]


@cache
def compared(block: int) -> tuple[int, int, int]:
    """How many networks can be, cannot, and can be without one single statement."""
    seeds = range(block, CASES, BLOCKS)
    tally = [0, 0, 0]
    for first in range(0, len(seeds), TOGETHER):
        networks = [drawn(seed) for seed in seeds[first : first + TOGETHER]]
        told = conflicts(networks)
        for network in networks:
            own = [conflict for conflict in told if conflict <= network.said.keys()]
            alone = agree(network, own)
            tally = [tally[0] + (not own), tally[1] + bool(own), tally[2] + bool(alone)]
        assert all(any(conflict <= network.said.keys() for network in networks) for conflict in told)
    return tally[0], tally[1], tally[2]


def agree(network: Network, own: list[frozenset[str]]) -> frozenset[str]:
    """Hold the conflicts of a network against z3; the statements each of which, taken away, lets the rest be."""
    solved = Solved(network)
    text = network.facts()
    assert solved.possible(solved.ids) == (not own), text
    alone = frozenset(one for one in solved.ids if own and solved.possible(solved.ids - {one}))
    assert alone == (frozenset.intersection(*own) if own else frozenset()), text
    for conflict in own:
        assert not solved.possible(conflict), (text, conflict)
        assert all(solved.possible(conflict - {one}) for one in conflict), (text, conflict)
    for given_up in hitting_sets(own):
        assert solved.possible(solved.ids - given_up), (text, given_up)
    return alone


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_of_a_network_can_be_is_what_z3_says(block: int) -> None:
    can, cannot, alone = compared(block)
    assert min(can, cannot, alone) >= len(range(block, CASES, BLOCKS)) // 8
