"""Guards by their ASP terms: their names as printed, and what giving them up costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from clingo import Symbol, SymbolType

from reasoner.ground.ir import Guard, GuardKind
from reasoner.language.shapes import filled
from reasoner.program.guards import cost
from reasoner.program.ir import Pattern, Program
from reasoner.program.symmetry import first_of, names_put_in, symmetric_words
from reasoner.theory.trusts import NORM, NOT_GIVEN
from reasoner.times.decimals import decimal


def value(symbol: Symbol, program: Program) -> str:
    """A value of an instance as printed; a number of the dossier is told as there, not in the integers of the program."""
    return word(symbol, program.scale)


def word(symbol: Symbol, scale: int = 1) -> str:
    """A value as printed: a name as it is, a new or supposed thing by what made it; numbers are divided by `scale`.

    `r(a)` is what rule r makes of a; where it makes more than one thing, `r.M(a)` has the name M there, and `r.2(a)` none.
    """
    if symbol.type is SymbolType.String:
        return symbol.string
    if symbol.type is SymbolType.Number:
        return decimal(Fraction(symbol.number, scale))
    args = [word(one, scale) for one in symbol.arguments]
    match symbol.name:
        case "new":
            number = symbol.arguments[1]
            which = "" if number.type is SymbolType.Number and number.number == 1 else f".{word(number)}"
            return f"{args[0]}{which}({args[2]})"
        case "fresh":
            nth = symbol.arguments[1].number
            return "something" if nth == 1 else f"something-{nth}"
        case "said":
            return f"said({args[1]}, {args[0]})"
        case "content":
            told = [word(one, scale) for one in symbol.arguments[1].arguments]
            return f"that {filled(args[0], told)}"
        case "text":
            return f'"{args[0]}"'
        case "n":
            return f"{args[1]} of {args[0]}"
        case "":
            return ", ".join(args)
        case name:
            return f"{name}({', '.join(args)})" if args else name


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order; one that came before gets a number: two things that are supposed print alike."""
    counts: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        counts[name] += 1
        found.append(name if counts[name] == 1 else f"{name} {counts[name]}")
    assert len(set(found)) == len(found), "no name of the dossier ends in a bracket and a number"
    return tuple(found)


def guards_of(atoms: Iterable[tuple[Symbol, int]], program: Program) -> Iterator[Guard]:
    """The guards that are on while these atoms are true, such as `on(accept("two-years"))`."""
    known = _Known(
        program,
        {price.term: price.cost for price in program.prices},
        {law.id: law.trust for law in program.theory.laws},
        {pattern.key: pattern for pattern in program.patterns},
        symmetric_words(program.theory.signatures),
    )
    for symbol, atom in atoms:
        yield _guard(symbol.arguments[0], atom, known)


@dataclass(frozen=True, slots=True)
class _Known:
    """A program, and what its guards are looked up in: costs by terms, trusts by rules, patterns by keys, symmetric words."""

    program: Program
    prices: dict[str, int]
    trusts: dict[str, Fraction | None]
    patterns: dict[str, Pattern]
    symmetric: frozenset[str]


def _guard(symbol: Symbol, atom: int, known: _Known) -> Guard:
    """The guard of a term such as `accept("two-years")` or `absent("ended($1)",("t",))`."""
    kind = GuardKind(symbol.name)
    args = symbol.arguments
    if kind is GuardKind.ABSENT and len(args) == 2:
        pattern = known.patterns[args[0].string]
        told = tuple(value(one, known.program) for one in args[1].arguments)
        of = first_of(names_put_in(pattern.condition, told), known.symmetric)
        return Guard(atom, kind, f"absent({of})", of, cost(NOT_GIVEN))
    if kind is GuardKind.HONOURED:
        of = word(args[0])
        trust = known.trusts.get(of)
        shown = ", ".join([of, *(value(one, known.program) for one in args[1].arguments)])
        return Guard(atom, kind, f"honoured({shown})", of, cost(NORM if trust is None else trust))
    shown = ", ".join(word(one) for one in args)
    return Guard(atom, kind, f"{kind.value}({shown})", word(args[0]), known.prices[str(symbol)])
