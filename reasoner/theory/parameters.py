"""Parameters: `$notice` becomes the length, number or name that it stands for.

A sentence sees the parameters of its own file's owner: those of the dossier in the dossier, those of the pack in a rule.
A dossier gives a pack's parameter another value only by `use: [{pack: .., with: {..}}]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Parameter
from reasoner.language.ir import (
    Arg,
    Arith,
    Compare,
    Count,
    Differs,
    Distance,
    FixedLength,
    Name,
    Number,
    Param,
    Rough,
    VarLength,
    WithinOf,
)
from reasoner.language.rewrite import rewrite
from reasoner.theory.faults import Faults, did_you_mean

N = TypeVar("N")
Value = FixedLength | Number | Name
Values = Mapping[str, Value]

_WORDS = {FixedLength: "a length", Number: "a number", Name: "a name"}
_SUCH_AS = {
    FixedLength: "a length has a unit, as in `72 hours`",
    Number: "write it in digits, as in `12` or `800 km`",
    Name: "write the name of a thing, as in `algeria`",
}


def values_of(parameters: Iterable[Parameter], outer: Values, faults: Faults) -> dict[str, Value]:
    """The value of each parameter, through those that name others; `outer` holds values that count besides them.

    A parameter told twice, one that names itself through others, and one with a variable in it are faults.
    """
    told: dict[str, Parameter] = {}
    for parameter in parameters:
        if parameter.id in told:
            message = f"the parameter `{parameter.id}` is already there, at {told[parameter.id].span}"
            faults.error("T017", parameter.span, message)
        told.setdefault(parameter.id, parameter)
    found: dict[str, Value] = {}
    for parameter in told.values():
        value = _value(parameter, told, outer, faults)
        if value is not None:
            found[parameter.id] = value
    return found


def given_to(pack: str, own: Values, told: Iterable[Parameter], outer: Values, faults: Faults) -> dict[str, Value]:
    """The values that a dossier gives to parameters of a pack, which are of the sort of the pack's `own`.

    One that is not is a fault, at the value, and the pack's own counts in its place.
    """
    found: dict[str, Value] = {}
    for id_, value in values_of(told, outer, faults).items():
        if id_ in own and type(own[id_]) is not type(value):
            wanted = _WORDS[type(own[id_])]
            message = f"`{id_}` of the pack `{pack}` is {wanted}, and this is {_WORDS[type(value)]}"
            faults.error("T016", value.span, message, _SUCH_AS[type(own[id_])])
        else:
            found[id_] = value
    return found


def _value(parameter: Parameter, told: Mapping[str, Parameter], outer: Values, faults: Faults) -> Value | None:
    path = [parameter.id]
    value = parameter.value
    while isinstance(value, Param):
        if value.id in path:
            circle = " -> ".join([*path[path.index(value.id) :], value.id])
            faults.error("T015", parameter.span, f"these parameters name each other in a circle: {circle}")
            return None
        if value.id in told:
            path.append(value.id)
            value = told[value.id].value
        elif value.id in outer:
            return outer[value.id]
        else:
            _unknown(value, (*told, *outer), faults)
            return None
    if isinstance(value, VarLength):
        faults.error("T016", value.span, f"the parameter `{parameter.id}` must be told outright, without a variable")
        return None
    return value


def put_in(node: N, values: Values, faults: Faults, home: str = "") -> N:
    """The sentence with its parameters replaced; one that does not fit where it stands is a fault."""

    def change(part: Any) -> Any:  # noqa: ANN401 - as in rewrite
        if isinstance(part, Param):
            if part.id in values:
                return replace(values[part.id], span=part.span)
            _unknown(part, values, faults, home)
        for value, wanted in _misplaced(part):
            hint = _SUCH_AS[FixedLength] if wanted == "a length" else ""
            faults.error("T016", _span(value, part), f"this parameter is {_WORDS[type(value)]}; {wanted} is wanted here", hint)
        return _in_one_unit(part) if isinstance(part, Rough) else part

    return rewrite(node, change)


def _in_one_unit(rough: Rough) -> Rough:
    """With the unit that is told with one of its numbers for all of them: `61 ±2 cm` is `61 cm ±2 cm`."""
    told = {one.unit for one in (rough.number, rough.give, rough.upper) if isinstance(one, Number) and one.unit}
    unit = told.pop() if len(told) == 1 else ""

    def with_unit(one: Any) -> Any:  # noqa: ANN401 - a number, a parameter that nobody knows, or None
        return replace(one, unit=unit) if isinstance(one, Number) and not one.unit else one

    return replace(rough, number=with_unit(rough.number), give=with_unit(rough.give), upper=with_unit(rough.upper))


def _span(value: Value, part: object) -> Span:
    own: Span = getattr(part, "span", value.span)
    return value.span if value.span.line else own


def _misplaced(part: object) -> Iterator[tuple[Value, str]]:
    """Parameters put in where they do not fit, each with what is wanted; the types of a sentence do not foresee them."""
    wanted, unfit, told = _operands(part)
    yield from ((one, wanted) for one in told if isinstance(one, FixedLength | Number | Name) and isinstance(one, unfit))


def _operands(part: object) -> tuple[str, tuple[type, ...], tuple[object, ...]]:
    """What is wanted in this part of a sentence, the values that do not fit, and what stands there."""
    match part:
        case Distance(_, length, give, upper):
            return "a length", (Number, Name), (length, give, upper)
        case WithinOf(length, _) | Count(within=length):
            return "a length", (Number, Name), (length,)
        case Rough(_, number, give, upper):
            return "a number", (FixedLength, Name), (number, give, upper)
        case Differs(number=number):
            return "a number", (FixedLength, Name), (number,)
        case Arith(_, left, right) | Compare(left, _, right):
            return "a number", (FixedLength,), (left, right)
        case Arg(_, value):
            return "a number or a name", (FixedLength,), (value,)
        case _:
            return "", (), ()


def _unknown(param: Param, known: Iterable[str], faults: Faults, home: str = "") -> None:
    if faults.doubts.parameter(param.id, home):
        return
    hint = did_you_mean(param.id, known, otherwise="write it under `parameters:` of the same dossier or pack")
    faults.error("T014", param.span, f"no parameter is called `${param.id}`", hint.replace("mean `", "mean `$"))
