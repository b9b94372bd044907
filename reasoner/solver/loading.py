"""One part in a clingo control with clingo-dl, built through clingo's backend: no text is parsed.

    rule, weight rule            ->  the same rule; every free atom and every guard is a choice `{a}.`
    bound (a, x, y, k)           ->  `h :- a.` and the theory atom h with `&diff{x - y} <= k`
    the same, reified            ->  also `n :- not a.` and the theory atom n with `&diff{y - x} <= -k - 1`
    limit of one question        ->  a bound under an external atom, made once and then kept; false in other questions

Difference constraints over answer sets: Janhunen et al., "Clingo goes linear constraints over reals and integers",
TPLP 2017.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from clingo.backend import Backend
from clingo.control import Control
from clingo.solving import Model
from clingo.symbol import Function
from clingodl import ClingoDLTheory

from reasoner.ground.ir import ZERO, Part
from reasoner.solver.grid import Grid, edges
from reasoner.solver.ir import Limit, World


class Loaded:
    """A control that holds a part; limits of questions are added to it as they come."""

    __slots__ = ("_atoms", "_edges", "_grid", "_indices", "_limits", "_names", "_part", "_theory", "control")

    def __init__(self, part: Part, grid: Grid) -> None:
        self._part = part
        self._grid = grid
        self._edges = tuple((bound.atom, edges(bound)) for bound in part.bounds)
        self._limits: dict[Limit, int] = {}
        self._atoms: dict[int, int] = {}
        self._names = {point: f"p{number}" for number, point in enumerate(part.points) if point != ZERO}
        self._indices: dict[str, int] = {}
        self.control = Control(message_limit=0)
        self._theory = ClingoDLTheory()  # type: ignore[no-untyped-call]  # its package annotates nothing
        self._theory.register(self.control)
        with self.control.backend() as backend:
            self._add_rules(backend)
            terms = _Terms(backend, self._names)
            for edge, bodies in self._bodies().items():
                self._add_edge(terms, edge, bodies)
        self._theory.prepare(self.control)

    @property
    def limits(self) -> int:
        """How many different limits were asked for so far."""
        return len(self._limits)

    def literal(self, assumption: int) -> int:
        """What clingo calls an atom of the part, or its negation."""
        literal = self._atoms[abs(assumption)]
        return literal if assumption > 0 else -literal

    def switch(self, asked: Sequence[Limit], *, on: bool) -> None:
        """Puts limits in force, or no longer."""
        new = [limit for limit in asked if limit not in self._limits]
        if new:
            with self.control.backend() as backend:
                terms = _Terms(backend, self._names)
                for limit in new:
                    self._limits[limit] = backend.add_atom()
                    backend.add_external(self._limits[limit])
                    self._add_edge(terms, limit, [[self._limits[limit]]], asked=True)
            self._theory.prepare(self.control)
        for limit in asked:
            self.control.assign_external(self._limits[limit], on)

    def read(self, model: Model) -> World:
        """Turns clingo's model into a world, before clingo moves on."""
        true = frozenset(atom for atom, literal in self._atoms.items() if model.is_true(literal))
        thread = model.thread_id
        times = tuple((point, self._tick(point, thread)) for point in self._part.points)
        return World(true, times, tuple(_in_force(self._edges, true)))

    def _tick(self, point: str, thread: int) -> int:
        """The tick of a point; one that nothing binds lies at the origin."""
        if point == ZERO:
            return 0
        if point not in self._indices:  # a point is known to clingo-dl once it is bound and solving has begun
            index = self._theory.lookup_symbol(Function(self._names[point]))
            if index is None:
                return self._grid.origin
            self._indices[point] = index
        if not self._theory.has_value(thread, self._indices[point]):
            return self._grid.origin
        value = self._theory.get_value(thread, self._indices[point])
        assert isinstance(value, int)
        return value + self._grid.origin

    def _add_rules(self, backend: Backend) -> None:
        part = self._part
        self._atoms.update((atom, backend.add_atom()) for atom in dict.fromkeys(_atoms(part)))
        for atom in dict.fromkeys([*part.free, *(guard.atom for guard in part.guards)]):
            backend.add_rule([self._atoms[atom]], [], choice=True)
        for rule in part.rules:
            head, body = [self._atoms[a] for a in rule.head], [self.literal(b) for b in rule.body]
            backend.add_rule(head, body, choice=rule.choice)
        for weighted in part.weights:
            summands = [(self.literal(literal), weight) for literal, weight in weighted.body]
            backend.add_weight_rule([self._atoms[a] for a in weighted.head], weighted.lower, summands, weighted.choice)

    def _bodies(self) -> dict[Limit, list[list[int]]]:
        """For each edge of the part the bodies that put it in force."""
        bodies: defaultdict[Limit, list[list[int]]] = defaultdict(list)
        for atom, (straight, *complement) in self._edges:
            bodies[straight].append([self.literal(atom)] if atom else [])
            for edge in complement if atom else ():  # what always holds has no complement
                bodies[edge].append([-self.literal(atom)])
        return bodies

    def _add_edge(self, terms: _Terms, edge: Limit, bodies: Sequence[Sequence[int]], *, asked: bool = False) -> None:
        """`edge` holds while one of `bodies` does. To be called once for each edge of the part and of those asked for."""
        head = [] if edge.left == edge.right else [terms.backend.add_atom()]
        if head or edge.ticks < 0:
            for body in bodies:
                terms.backend.add_rule(head, body)
        if head:
            terms.add_difference(head[0], edge, self._grid.shift(edge), asked=asked)


class _Terms:
    """Theory terms, which clingo knows while one backend is open."""

    __slots__ = ("_diff", "_names", "_of", "backend")

    def __init__(self, backend: Backend, names: dict[str, str]) -> None:
        self.backend = backend
        self._names = names
        # clingo-dl's own name for a `&diff` atom in a head: it forces its constraint, and nothing if false
        self._diff = backend.add_theory_term_string("__diff_h")
        self._of = {ZERO: backend.add_theory_term_number(0)}

    def add_difference(self, atom: int, edge: Limit, ticks: int, *, asked: bool) -> None:
        """`atom` puts the edge, which has so many ticks on the grid, in force."""
        backend = self.backend
        difference = backend.add_theory_term_function("-", [self._point(edge.left), self._point(edge.right)])
        element = backend.add_theory_element([difference], [])
        most = backend.add_theory_term_number(ticks)
        if asked:  # clingo keeps one of theory atoms that are written alike, and loses the other's meaning
            most = backend.add_theory_term_function("+", [most, self._of[ZERO]])
        backend.add_theory_atom_with_guard(self._diff, [element], "<=", most, atom)

    def _point(self, point: str) -> int:
        if point not in self._of:
            self._of[point] = self.backend.add_theory_term_string(self._names.setdefault(point, f"p{len(self._names)}_"))
        return self._of[point]


def _atoms(part: Part) -> Iterable[int]:
    """Every atom that the part mentions."""
    yield from part.free
    yield from (guard.atom for guard in part.guards)
    for rule in part.rules:
        yield from rule.head
        yield from map(abs, rule.body)
    for weighted in part.weights:
        yield from weighted.head
        yield from (abs(literal) for literal, _ in weighted.body)
    yield from (bound.atom for bound in part.bounds if bound.atom)
    for instance in part.instances:
        yield from (atom for atom in (instance.broken, instance.stands) if atom)
    yield from (atom for atom, _ in part.atoms)


def _in_force(bounds: Iterable[tuple[int, tuple[Limit, ...]]], true: frozenset[int]) -> Iterable[Limit]:
    """The limits that a world with these atoms obeys, of pairs of an atom and its edges."""
    for atom, (straight, *complement) in bounds:
        if atom == 0 or atom in true:
            yield straight
        else:
            yield from complement
