"""A clingo and clingo-dl solver for one part, built through clingo's backend: no text is parsed.

    rule, weight rule            ->  the same rule; every free atom and every guard is a choice `{a}.`
    bound (a, x, y, k)           ->  `h :- a.` and the theory atom h with `&diff{x - y} <= k`
    the same, reified            ->  also `n :- not a.` and the theory atom n with `&diff{y - x} <= -k - 1`
    limit of one question        ->  a bound under an external atom, made once and then kept; false in other questions

Difference constraints over answer sets: Janhunen et al., "Clingo goes linear constraints over reals and integers",
TPLP 2017. Ticks are shifted, since clingo-dl counts in 32 bits and overflows silently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from clingo.backend import Backend
from clingo.control import Control
from clingo.solving import Model, SolveResult
from clingodl import ClingoDLTheory

from reasoner.ground.ir import ZERO, Bound, Part
from reasoner.solver.ir import Limit, Outcome, OutOfRange, Sat, Solver, Unknown, Unsat, World

_ROOM = 2**30  # a sum of two potentials, each at most this far from 0, still fits 32 bits


def _no_limit() -> float | None:
    return None


def solver(part: Part, *, remaining: Callable[[], float | None] = _no_limit) -> Solver:
    """A solver that holds `part` and answers any number of questions about it.

    `remaining` gives the seconds left before each question, None without a limit; when they run out, answers are
    `Unknown`. Raises `OutOfRange`, here or when a question asks a limit, where the times do not fit 32 bits.
    """
    return _PartSolver(part, remaining)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where tick 0 of clingo-dl lies, and how much room the part's bounds use of its integers."""

    origin: int
    used: int

    def shift(self, limit: Limit) -> int:
        """The ticks of `limit` between shifted points."""
        if limit.right == ZERO:
            return limit.ticks - self.origin
        return limit.ticks + self.origin if limit.left == ZERO else limit.ticks


def _edges(bound: Bound) -> tuple[Limit, ...]:
    """What a bound can put in force: itself, and its complement where it is reified."""
    straight = Limit(bound.left, bound.right, bound.limit)
    return (straight, Limit(bound.right, bound.left, -bound.limit - 1)) if bound.reified else (straight,)


def _grid(part: Part) -> _Grid:
    """A path without repeats passes zero at most once, and leaves every other point at most once."""
    edges = [edge for bound in part.bounds for edge in _edges(bound)]
    ticks = [e.ticks if e.right == ZERO else -e.ticks for e in edges if ZERO in (e.left, e.right)]
    low, high = min(ticks, default=0), max(ticks, default=0)
    leaving: defaultdict[str, int] = defaultdict(int)
    for edge in edges:
        if ZERO not in (edge.left, edge.right):
            leaving[edge.right] = max(leaving[edge.right], abs(edge.ticks))
    return _Grid((low + high) // 2, high - low + 2 + sum(leaving.values()))


class _PartSolver:
    """One clingo control with the whole part; limits of questions are added to it as they come."""

    __slots__ = (
        "_atoms",
        "_control",
        "_core",
        "_edges",
        "_grid",
        "_limits",
        "_part",
        "_points",
        "_remaining",
        "_theory",
        "_world",
    )

    def __init__(self, part: Part, remaining: Callable[[], float | None]) -> None:
        self._part = part
        self._remaining = remaining
        self._edges = tuple((bound.atom, _edges(bound)) for bound in part.bounds)
        self._grid = _grid(part)
        self._check_room(())
        self._limits: dict[Limit, int] = {}
        self._atoms: dict[int, int] = {}
        self._points = {point: f"p{number}" for number, point in enumerate(part.points) if point != ZERO}
        self._world: World | None = None
        self._core: frozenset[int] = frozenset()
        self._control = Control(message_limit=0)
        self._theory = ClingoDLTheory()  # type: ignore[no-untyped-call]  # its package annotates nothing
        self._theory.register(self._control)
        with self._control.backend() as backend:
            self._add_rules(backend)
            for edge, bodies in self._bodies().items():
                self._add_edge(backend, edge, bodies)
        self._theory.prepare(self._control)

    def solve(self, assumptions: Sequence[int], limits: Sequence[Limit] = ()) -> Outcome:
        """One world that meets all assumptions and limits, or why there is none."""
        left = self._remaining()
        if left is not None and left <= 0:
            return Unknown("the time is up")
        if any(limit.left == limit.right and limit.ticks < 0 for limit in limits):
            return Unsat(())
        asked = tuple(dict.fromkeys(limit for limit in limits if limit.left != limit.right))
        self._check_room(asked)
        self._add_limits([limit for limit in asked if limit not in self._limits])
        for limit in asked:
            self._control.assign_external(self._limits[limit], True)  # noqa: FBT003 - the API of clingo
        try:
            return self._ask([self._literal(literal) for literal in assumptions], assumptions, asked, left)
        finally:
            for limit in asked:
                self._control.assign_external(self._limits[limit], False)  # noqa: FBT003 - the API of clingo

    def _ask(self, literals: list[int], assumptions: Sequence[int], asked: tuple[Limit, ...], left: float | None) -> Outcome:
        self._world, self._core = None, frozenset()
        result = self._run(literals, left)
        if result is None or (not result.satisfiable and not result.unsatisfiable):
            return Unknown("the time is up")
        if result.unsatisfiable:
            return Unsat(tuple(a for a, literal in zip(assumptions, literals, strict=True) if literal in self._core))
        assert self._world is not None
        world = self._world
        return Sat(World(world.true, world.times, (*world.bounds, *asked)))

    def _run(self, literals: list[int], left: float | None) -> SolveResult | None:
        """What clingo says; None if it did not finish in `left` seconds."""
        if left is None:
            return self._control.solve(assumptions=literals, on_model=self._read, on_core=self._blame)
        with self._control.solve(assumptions=literals, on_model=self._read, on_core=self._blame, async_=True) as handle:
            if not handle.wait(left):
                handle.cancel()
                return None
            result: SolveResult = handle.get()
            return result

    def _blame(self, core: Sequence[int]) -> None:
        self._core = frozenset(core)

    def _read(self, model: Model) -> None:
        """Turn clingo's model into a world, before clingo moves on."""
        true = frozenset(atom for atom, literal in self._atoms.items() if model.is_true(literal))
        self._theory.on_model(model)
        values = {str(symbol): value for symbol, value in self._theory.assignment(model.thread_id)}
        times = tuple((p, self._tick(p, values)) for p in self._part.points)
        self._world = World(true, times, tuple(_in_force(self._edges, true)))

    def _tick(self, point: str, values: Mapping[str, object]) -> int:
        """The tick of a point; one that nothing binds lies at the origin."""
        if point == ZERO:
            return 0
        value = values.get(self._points[point], 0)
        assert isinstance(value, int)
        return value + self._grid.origin

    def _literal(self, assumption: int) -> int:
        literal = self._atoms[abs(assumption)]
        return literal if assumption > 0 else -literal

    def _check_room(self, asked: tuple[Limit, ...]) -> None:
        used = self._grid.used + sum(abs(self._grid.shift(limit)) for limit in asked)
        if used > _ROOM:
            message = f"the times of this part need {used} ticks, and {_ROOM} are the most there can be: use a coarser clock"
            raise OutOfRange(message)

    def _add_rules(self, backend: Backend) -> None:
        part = self._part
        self._atoms.update((atom, backend.add_atom()) for atom in dict.fromkeys(_atoms(part)))
        choices = dict.fromkeys([*part.free, *(guard.atom for guard in part.guards)])
        for atom in choices:
            backend.add_rule([self._atoms[atom]], [], choice=True)
        for rule in part.rules:
            head, body = [self._atoms[a] for a in rule.head], [self._literal(b) for b in rule.body]
            backend.add_rule(head, body, choice=rule.choice)
        for weighted in part.weights:
            summands = [(self._literal(literal), weight) for literal, weight in weighted.body]
            backend.add_weight_rule([self._atoms[a] for a in weighted.head], weighted.lower, summands, weighted.choice)

    def _bodies(self) -> dict[Limit, list[list[int]]]:
        """For each edge of the part the bodies that put it in force."""
        bodies: defaultdict[Limit, list[list[int]]] = defaultdict(list)
        for atom, (straight, *complement) in self._edges:
            bodies[straight].append([self._literal(atom)] if atom else [])
            for edge in complement if atom else ():  # what always holds has no complement
                bodies[edge].append([-self._literal(atom)])
        return bodies

    def _add_edge(self, backend: Backend, edge: Limit, bodies: Sequence[Sequence[int]]) -> None:
        """`edge` holds while one of `bodies` does. To be called once for each edge: clingo keeps one of equal theory atoms."""
        head = [] if edge.left == edge.right else [backend.add_atom()]
        if head or edge.ticks < 0:
            for body in bodies:
                backend.add_rule(head, body)
        if head:
            self._add_difference(backend, head[0], edge)

    def _add_difference(self, backend: Backend, atom: int, edge: Limit) -> None:
        difference = backend.add_theory_term_function("-", [self._term(backend, edge.left), self._term(backend, edge.right)])
        element = backend.add_theory_element([difference], [])
        # clingo-dl's own name for a `&diff` atom in a head: it forces its constraint, and nothing if false
        name = backend.add_theory_term_string("__diff_h")
        most = backend.add_theory_term_number(self._grid.shift(edge))
        backend.add_theory_atom_with_guard(name, [element], "<=", most, atom)

    def _term(self, backend: Backend, point: str) -> int:
        if point == ZERO:
            return backend.add_theory_term_number(0)
        return backend.add_theory_term_string(self._points.setdefault(point, f"p{len(self._points)}_"))

    def _add_limits(self, limits: Sequence[Limit]) -> None:
        if not limits:
            return
        with self._control.backend() as backend:
            for limit in limits:
                self._limits[limit] = backend.add_atom()
                backend.add_external(self._limits[limit])
                self._add_edge(backend, limit, [[self._limits[limit]]])
        self._theory.prepare(self._control)


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
