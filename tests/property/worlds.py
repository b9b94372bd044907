"""The worlds of a case, for every setting of its guards.

A world is "one setting of guards and readings, one integer for every time, one stable model; it obeys all that
statements say of time". Worlds that differ only within a region of times (see `regions`) are kept as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from property.formulas import ZERO, Formula, Le
from property.inertia import inertia
from property.numbering import POINT
from property.program import AtLeast, Bodies, Body, GroundAtom, Instance, Key, Neg, Number, Off, On, Pick, Pos, Program, Time
from property.regions import Closure, Space, bounds_of, cuts, is_true
from property.stable import Active, ActiveExtreme, ActiveTotal, Counted, stable_models

Setting = frozenset[str]
"""The guards that are on; all others are off."""
Choices = dict[str, frozenset[int]]
Reading = tuple[str, int]
"""A statement and the number of one of its readings, from 0."""


@dataclass(frozen=True, slots=True)
class World:
    """All worlds of one model whose times lie in `regions`; they break the same instances and let the same stand.

    `readings`: those that its choices have, of statements that hold."""

    broken: frozenset[Key]
    standing: frozenset[Key]
    regions: tuple[Closure, ...]
    readings: frozenset[Reading] = frozenset()

    @property
    def clean(self) -> bool:
        return not self.broken


class Worlds:
    """Worlds of a ground program, setting by setting; what was found is kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.guards = tuple(sorted(program.guards))
        in_rules = {formula for rule in program.rules for formula in _times(rule.body)} | set(_of_extremes(program))
        tested = in_rules | {formula for test in program.instances.values() for formula in _tested(test)}
        self.space = _space(program, tested)
        self.cuts = cuts(tested)
        self.rule_cuts = frozenset(cuts(in_rules))
        self.of = cache(self._of)
        self._regions = cache(self._find_regions)
        self._models = cache(self._find_models)

    @property
    def regions(self) -> dict[frozenset[Le], tuple[Closure, ...]]:
        """All times whatsoever, by the truth of the conditions that are tested."""
        return self._regions(())

    def _of(self, setting: Setting) -> tuple[World, ...]:
        """All worlds in which exactly the guards of `setting` are on."""
        return tuple(world for choices in self._choices(setting) for world in self._with_choices(setting, choices))

    def _choices(self, setting: Setting) -> Iterator[Choices]:
        """ "One reading of each choice"; a preferred one is fixed while its guard is on."""
        options = []
        for choice, sets in self.program.choices.items():
            fixed = self.program.preferred.get(choice) in setting
            options.append([(choice, chosen) for chosen in (sets[:1] if fixed else sets)])
        return (dict(chosen) for chosen in product(*options))

    def _with_choices(self, setting: Setting, choices: Choices) -> Iterator[World]:
        for true in sorted({true & self.rule_cuts for true in self.regions}, key=sorted):
            for model in self._models(self._active(setting, choices, true), self._extremes(setting, choices, true)):
                stated = tuple(formula for atom, formula in self.program.stated if atom in model)
                times = tuple(point for point in self.space.points if not point.startswith(POINT))
                stated += tuple(inertia(model, times, self.program.latest))
                for truths, regions in self._regions(stated).items():
                    if truths & self.rule_cuts == true:
                        yield self._world(setting, truths, model, regions)

    def _find_regions(self, stated: tuple[Formula, ...]) -> dict[frozenset[Le], tuple[Closure, ...]]:
        """The times that obey what is stated, by the truth of all conditions that are tested."""
        parts = [self.space.free]
        for formula in stated:
            parts = [smaller for part in parts for smaller in self.space.where(part, formula)]
        found: dict[frozenset[Le], tuple[Closure, ...]] = {}
        for part in parts:
            for true, region in self.space.split(part, self.cuts):
                found[true] = (*found.get(true, ()), region)
        return found

    def _active(self, setting: Setting, choices: Choices, true: frozenset[Le]) -> tuple[Active, ...]:
        """The rules whose guards, choices and times are as they ask: "each temporal condition is then true or false"."""
        active = []
        for rule in self.program.rules:
            if all(_settled(literal, setting, choices, true) for literal in rule.body):
                positive = frozenset(literal.atom for literal in rule.body if isinstance(literal, Pos))
                negative = frozenset(literal.atom for literal in rule.body if isinstance(literal, Neg))
                counts = [literal for literal in rule.body if isinstance(literal, AtLeast)]
                at_least = counts[0].number if counts else 0
                counted = self._counted(counts[0], setting, choices, true) if counts else ()
                active.append(Active(rule.head, positive, negative, at_least, counted))
        return tuple(active)

    def _counted(self, count: AtLeast, setting: Setting, choices: Choices, true: frozenset[Le]) -> Counted:
        found: dict[str, tuple[frozenset[GroundAtom], ...]] = {}
        for value, bodies in count.values:
            twins = (one for one, two, formula in count.equal if two == value and is_true(formula, true) and one in found)
            told = tuple(_atoms(body) for body in bodies if all(_settled(part, setting, choices, true) for part in body))
            name = next(twins, value)
            found[name] = (*found.get(name, ()), *told)
        return tuple(found.items())

    def _extremes(self, setting: Setting, choices: Choices, true: frozenset[Le]) -> tuple[ActiveExtreme | ActiveTotal, ...]:
        """What makes each of these atoms true, as far as guards, choices and numbers go."""

        def active(bodies: Bodies) -> tuple[frozenset[GroundAtom], ...]:
            return tuple(_atoms(body) for body in bodies if all(_settled(one, setting, choices, true) for one in body))

        totals = (
            ActiveTotal(
                atom, tuple((things, number, active(bodies)) for things, number, bodies in told.values), told.op, told.right
            )
            for atom, told in self.program.totals.items()
        )
        extremes = (
            ActiveExtreme(
                atom,
                tuple((value, active(bodies)) for value, bodies in told.values),
                frozenset(pair for pair, formula in told.outdoes.items() if is_true(formula, true)),
                frozenset(value for value, formula in told.as_told.items() if is_true(formula, true)),
                told.empty,
            )
            for atom, told in self.program.extremes.items()
        )
        return (*extremes, *totals)

    def _find_models(
        self, rules: tuple[Active, ...], extremes: tuple[ActiveExtreme | ActiveTotal, ...]
    ) -> tuple[frozenset[GroundAtom], ...]:
        return tuple(stable_models(rules, extremes))

    def _world(
        self, setting: Setting, true: frozenset[Le], model: frozenset[GroundAtom], regions: tuple[Closure, ...]
    ) -> World:
        tests = self.program.instances.values()
        broken = frozenset(test.key for test in tests if _breaks(test, setting, model, true))
        standing = frozenset(test.key for test in tests if _stands(test, setting, model, true))
        readings = frozenset((atom[1], int(atom[2])) for atom in model if atom[0] == "read")
        return World(broken, standing, regions, readings)


def _space(program: Program, tested: Iterable[Formula]) -> Space:
    """All occurrences of which something is said or tested, or that could be."""
    named = {rule.head[1] for rule in program.rules if rule.head[0] == "kind"}
    formulas = [*tested, *(formula for _, formula in program.stated)]
    points = {point for formula in formulas for bound in bounds_of(formula) for point in (bound.left, bound.right)} - {ZERO}
    numbers = {point for point in points if point.startswith(POINT)}
    times = points - numbers
    return Space(named | {point.removeprefix("start of ").removeprefix("end of ") for point in times}, numbers)


def bounds_in(program: Program) -> Iterator[Le]:
    """Every bound that is stated or tested."""
    for _, formula in program.stated:
        yield from bounds_of(formula)
    for rule in program.rules:
        for formula in _times(rule.body):
            yield from bounds_of(formula)
    for test in program.instances.values():
        for formula in _tested(test):
            yield from bounds_of(formula)
    for formula in _of_extremes(program):
        yield from bounds_of(formula)


def _of_extremes(program: Program) -> Iterator[Formula]:
    for told in program.extremes.values():
        yield from (*told.outdoes.values(), *told.as_told.values())
        yield from (formula for _, bodies in told.values for body in bodies for formula in _times(body))
    for total in program.totals.values():
        yield from (formula for _, _, bodies in total.values for body in bodies for formula in _times(body))


def _tested(test: Instance) -> Iterator[Formula]:
    for body in (*test.given, *test.lifted, *test.wrong):
        yield from _times(body)


def _times(body: Body) -> Iterator[Formula]:
    for literal in body:
        if isinstance(literal, Time | Number):
            yield literal.formula
        if isinstance(literal, AtLeast):
            yield from (formula for _, _, formula in literal.equal)
            for _, bodies in literal.values:
                for inner in bodies:
                    yield from _times(inner)


def _settled(literal: object, setting: Setting, choices: Choices, true: frozenset[Le]) -> bool:
    match literal:
        case On(guard):
            return guard in setting
        case Off(guard):
            return guard not in setting
        case Pick(choice, option):
            return option in choices[choice]
        case Time(formula) | Number(formula):
            return is_true(formula, true)
        case _:
            return True


def _atoms(body: Body) -> frozenset[GroundAtom]:
    assert not any(isinstance(literal, Neg) for literal in body)
    return frozenset(literal.atom for literal in body if isinstance(literal, Pos))


def _any(bodies: Bodies, setting: Setting, model: frozenset[GroundAtom], true: frozenset[Le], *, aside: bool = False) -> bool:
    """Whether one body is true, or is so times `aside`."""
    return any(all(_literal(literal, setting, model, true, aside=aside) for literal in body) for body in bodies)


def _literal(literal: object, setting: Setting, model: frozenset[GroundAtom], true: frozenset[Le], *, aside: bool) -> bool:
    match literal:
        case Pos(atom):
            return atom in model
        case Neg(atom):
            return atom not in model
        case Time(formula):
            return aside or is_true(formula, true)
        case Number(formula):
            return is_true(formula, true)
        case _:
            return _settled(literal, setting, {}, frozenset())


def _kept(test: Instance, setting: Setting) -> bool:
    return not test.guard or test.guard in setting


def _breaks(test: Instance, setting: Setting, model: frozenset[GroundAtom], true: frozenset[Le]) -> bool:
    """ "A world breaks an instance of `never`, or of `must` that is due and unmet, if its rule is kept"."""
    return (
        _kept(test, setting)
        and _any(test.given, setting, model, true)
        and not _any(test.lifted, setting, model, true)
        and _any(test.wrong, setting, model, true)
    )


def _stands(test: Instance, setting: Setting, model: frozenset[GroundAtom], true: frozenset[Le]) -> bool:
    """ "Meets its `given` and nothing lifts or meets it there, its temporal `given` and deadline aside". A rule that is given up
    does not stand: "everything below is under the guard keep(rule)"."""
    given = _any(test.given, setting, model, true, aside=True)
    return _kept(test, setting) and given and not _any(test.lifted, setting, model, true)
