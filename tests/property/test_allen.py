"""Allen's composition table, derived by the engine, against the one that was published (Allen, CACM 26, 1983).

For any three of his relations it is asked whether `a R b`, `b S c` and `a T c` can all be so. Each is one statement about three
states of its own, so that one dossier holds many, and those that cannot be are its conflicts.
"""

from __future__ import annotations

from itertools import product

import pytest

import reasoner

WORDS = {
    "p": "strictly before",
    "m": "meets",
    "o": "overlaps",
    "F": "finished-by",
    "D": "strictly contains",
    "s": "starts",
    "e": "equals",
    "S": "started-by",
    "d": "strictly during",
    "f": "finishes",
    "O": "overlapped-by",
    "M": "met-by",
    "P": "strictly after",
}
"""The letters in use for them, in the order in which one interval passes another: read from the end they are the inverses."""

FULL = "pmoFDseSdfOMP"
CONCUR = "oFDseSdfO"
TABLE = f"""
    p      m      o        F      D      s     e  S      d        f      O        M      P
p   p      p      p        p      p      p     p  p      pmosd    pmosd  pmosd    pmosd  {FULL}
m   p      p      p        p      p      m     m  m      osd      osd    osd      Fef    DSOMP
o   p      p      pmo      pmo    pmoFD  o     o  oFD    osd      osd    {CONCUR} DSO    DSOMP
F   p      m      o        F      D      o     F  D      osd      Fef    DSO      DSO    DSOMP
D   pmoFD  oFD    oFD      D      D      oFD   D  D      {CONCUR} DSO    DSO      DSO    DSOMP
s   p      p      pmo      pmo    pmoFD  s     s  seS    d        d      dfO      M      P
e   p      m      o        F      D      s     e  S      d        f      O        M      P
S   pmoFD  oFD    oFD      D      D      seS   S  S      dfO      O      O        M      P
d   p      p      pmosd    pmosd  {FULL} d     d  dfOMP  d        d      dfOMP    P      P
f   p      m      osd      Fef    DSOMP  d     f  OMP    d        f      OMP      P      P
O   pmoFD  oFD    {CONCUR} DSO    DSOMP  dfO   O  OMP    dfO      O      OMP      P      P
M   pmoFD  seS    dfO      M      P      dfO   M  P      dfO      M      P        P      P
P   {FULL} dfOMP  dfOMP    P      P      dfOMP P  P      dfOMP    P      P        P      P
"""

Table = dict[tuple[str, str], frozenset[str]]
PAIRS = tuple(product(FULL, FULL))


def published() -> Table:
    columns, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {(row[0], column): frozenset(cell) for row in rows for column, cell in zip(columns, row[1:], strict=True)}


# ---------------------------------------------------------------- by trying small intervals


def relation(x: tuple[int, int], y: tuple[int, int]) -> str:
    """Of two intervals, each with its first moment and the first after it."""
    (a, b), (c, d) = x, y
    if b <= c:
        return "m" if b == c else "p"
    if d <= a:
        return "M" if d == a else "P"
    ends = "<" if b < d else "=" if b == d else ">"
    starts = "<" if a < c else "=" if a == c else ">"
    return {"<<": "o", "<=": "F", "<>": "D", "=<": "s", "==": "e", "=>": "S", "><": "d", ">=": "f", ">>": "O"}[starts + ends]


def tried(length: int, shortest: int, longest: int) -> Table:
    """All intervals of such lengths that there are on so many moments."""
    intervals = [(a, b) for a in range(length) for b in range(a + shortest, min(a + longest + 1, length))]
    table: dict[tuple[str, str], set[str]] = {pair: set() for pair in PAIRS}
    for x, y, z in product(intervals, repeat=3):
        table[relation(x, y), relation(y, z)].add(relation(x, z))
    return {pair: frozenset(cell) for pair, cell in table.items()}


@pytest.mark.parametrize(("shortest", "length"), [(1, 6), (2, 9)])
def test_the_table_written_here_is_that_of_small_intervals(shortest: int, length: int) -> None:
    assert published() == tried(length, shortest, length)


def test_the_table_written_here_turns_round_as_it_should() -> None:
    """The inverse of a composition is that of the inverses in the other order; 409 of 2,197 triples can be."""
    inverse = dict(zip(FULL, reversed(FULL), strict=True))
    table = published()
    turned = {(inverse[s], inverse[r]): frozenset(inverse[one] for one in cell) for (r, s), cell in table.items()}
    assert turned == table
    assert (len(table), sum(map(len, table.values()))) == (169, 409)


# ---------------------------------------------------------------- by the engine


def facts(pairs: tuple[tuple[str, str], ...], length: str) -> str:
    head = "dossier: allen\nvocabulary: {span: {state: thing}}\nplaces: {here: {}}\nstatements:\n"
    return head + "".join(triple(r, s, t, length) for r, s in pairs for t in FULL)


def triple(r: str, s: str, t: str, length: str) -> str:
    ident = name(r, s, t)
    a, b, c = (f"{one}-{ident}" for one in "abc")
    spans = " and ".join(f"span(here) as {one} and {one} lasts {length}" for one in (a, b, c))
    asked = f"{a} {WORDS[r]} {b} and {b} {WORDS[s]} {c} and {a} {WORDS[t]} {c}"
    return f"  - {{id: {ident}-spans, says: {spans}, certain: true}}\n  - {{id: {ident}, says: {asked}}}\n"


def name(*relations: str) -> str:
    return "t-" + "-".join(str(FULL.index(one)) for one in relations)


def clashes(text: str) -> frozenset[str]:
    """The statements that cannot be, each by itself."""
    found = [one for one in reasoner.stream(reasoner.parse({"allen.yaml": text})) if isinstance(one, reasoner.Conflict)]
    assert all(len(conflict.names) == 1 for conflict in found)
    return frozenset(name.removeprefix("accept(").removesuffix(")") for conflict in found for name in conflict.names)


def derived(pairs: tuple[tuple[str, str], ...], length: str) -> Table:
    out = clashes(facts(pairs, length))
    return {(r, s): frozenset(t for t in FULL if name(r, s, t) not in out) for r, s in pairs}


@pytest.mark.parametrize("row", FULL)
def test_the_engine_derives_the_table(row: str) -> None:
    pairs = tuple(pair for pair in PAIRS if pair[0] == row)
    table = published()
    assert derived(pairs, "at least 1 minute") == {pair: table[pair] for pair in pairs}


def test_what_lasts_one_tick_passes_another_in_five_ways() -> None:
    """On the slots [start, end + 1) a point has a length of one, so that two of them meet, and none lies inside another."""
    pairs = tuple((r, s) for r in FULL for s in "pmeMP")
    points = tried(7, 1, 1)
    assert {r for (r, _), cell in points.items() if cell} == set("pmeMP")
    assert derived(pairs, "at most 0 minutes") == {pair: points[pair] for pair in pairs}
