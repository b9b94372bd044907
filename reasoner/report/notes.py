"""What was assumed on the way: how costs are counted, what `about` was taken for, and what times are not known closely enough."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reasoner.ground.ir import ZERO
from reasoner.language.ir import Arg, Near, Number, Rough
from reasoner.language.rewrite import find
from reasoner.program.numbers import base_value
from reasoner.program.terms import quote
from reasoner.report.ir import Block, Heading, Item, Items, Line, Ref
from reasoner.report.sentences import joined, listed, number
from reasoner.report.symbols import Call, Symbol, symbol
from reasoner.report.telling import Telling
from reasoner.report.terms import number_words, rough_words

_COSTS = (
    "A cost grows with the trust in what is given up: 0 for a trust of 0.5 or less, 2,197 for 0.9. "
    "Costs of what is given up together add up."
)
_LOOSE = "Nobody says closely enough when these lie: {}. {} A clash that hangs on that may be told as open, or be missed."
_MONTHS = "Months and years counted from there stand between their shortest and their longest."
_DAYS = "Whether they lie on one calendar day is left open where they are less than 24 hours apart."
_COUNTED = "A day that is counted from there lies about as many times 24 hours away, and is 24 hours long."
_MOST_NAMED = 5


def note_blocks(telling: Telling) -> Iterator[Block]:
    """The notes that this report needs."""
    lines: list[Line] = []
    if any(part.repairs for part in telling.findings.explanations):
        lines.append((_COSTS,))
    lines += _about(telling)
    lines += _loose(telling, "unbounded", _MONTHS)
    lines += _loose(telling, "outside", _DAYS)
    lines += _loose(telling, "undated", _COUNTED)
    if lines:
        yield Heading(2, "Notes")
        yield Items(tuple(Item(line) for line in lines))


def _about(telling: Telling) -> Iterator[Line]:
    """From where to where `about 12` was taken to reach, wherever such a number is compared with something."""
    findings = telling.findings
    bounds = [bound for part in findings.parts for bound in part.bounds]
    compared = {point for bound in bounds if bound.reified for point in (bound.left, bound.right)}
    least = {bound.right: -bound.limit for bound in bounds if not bound.reified and bound.left == ZERO}
    most = {bound.left: bound.limit for bound in bounds if not bound.reified and bound.right == ZERO}
    items: list[Line] = []
    for said in findings.theory.said:
        for arg in find(said.readings, Arg):
            point = f"n({quote(said.id)},{quote(arg.role)})"
            match arg.value:
                case Rough(Near.ABOUT, Number() as told) if point in compared and point in least and point in most:
                    size = base_value(Number(Fraction(findings.program.scale), told.unit))
                    ends = (number_words(Number(Fraction(end) / size, told.unit)) for end in (least[point], most[point]))
                    items.append((f"“{rough_words(arg.value)}” as {' to '.join(ends)} ", Ref(said.id)))
                case _:
                    pass
    if items:
        more: list[Line] = [(f"{number(len(items) - _MOST_NAMED)} more",)] if len(items) > _MOST_NAMED else []
        yield (
            "These are taken as 10 % either way, and at least one of the last place told: ",
            *joined([*items[:_MOST_NAMED], *more]),
            ".",
        )


def _loose(telling: Telling, word: str, what: str) -> Iterator[Line]:
    """The ends that the program was told to be so, and what that means; nothing where there are none."""
    loose: dict[str, None] = {}
    for fact in (one for one in telling.findings.told if one.startswith(f"{word}(")):
        match symbol(fact.rstrip(".")):
            case Call(_, points):
                loose |= {_end(point, telling): None for point in points}
            case _:
                pass
    if loose:
        ends = list(loose)[:_MOST_NAMED]
        more = [f"{number(len(loose) - len(ends))} more"] if len(loose) > len(ends) else []
        yield (_LOOSE.format(listed([*ends, *more]), what),)


def _end(point: Symbol, telling: Telling) -> str:
    match point:
        case Call("s" | "e" as end, (of,)):
            return f"the {'start' if end == 's' else 'end'} of {telling.clock.thing(of)}"
        case _:
            msg = f"{point} is no end"
            raise AssertionError(msg)
