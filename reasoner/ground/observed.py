"""Grounding by clingo: the ground rules as an observer sees them, and the atoms that have a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from clingo import Control, Observer, Symbol, SymbolType

from reasoner.diagnostics import Rejected
from reasoner.ground.ir import GroundRule, WeightRule
from reasoner.ground.messages import MOST_RULES, Messages, TooManyRules
from reasoner.ground.switching import Switching
from reasoner.program.ir import Program


@dataclass(slots=True)
class Seen(Observer):
    """What the grounder hands on, as it comes; raises `TooManyRules` where there is no end to it."""

    rules: list[GroundRule] = field(default_factory=list)
    weights: list[WeightRule] = field(default_factory=list)

    def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:  # noqa: FBT001 - the signature is clingo's
        if len(self.rules) >= MOST_RULES:
            raise TooManyRules
        self.rules.append(GroundRule(tuple(head), tuple(body), choice))

    def weight_rule(self, choice: bool, head: Sequence[int], lower_bound: int, body: Sequence[tuple[int, int]]) -> None:  # noqa: FBT001 - the signature is clingo's
        self.weights.append(WeightRule(tuple(head), lower_bound, tuple(body), choice))


@dataclass(frozen=True, slots=True)
class Grounding:
    """Ground rules, the atom of each symbol (0 for a fact), and the facts that the program asked for, in order.

    `atoms` are in order of their symbols. `unheard` is as in `Ground`.
    """

    rules: tuple[GroundRule, ...]
    weights: tuple[WeightRule, ...]
    atoms: dict[Symbol, int]
    told: tuple[str, ...]
    _named: dict[str, list[tuple[Symbol, int]]]
    unheard: tuple[str, ...] = ()

    def named(self, name: str) -> list[tuple[Symbol, int]]:
        """The atoms with this name, in order of their symbols."""
        return self._named.get(name, [])


def ground_all(program: Program) -> Grounding:
    """Ground the program, tell it the facts that it asks for, and again until it asks for nothing new.

    Raises `Rejected` where a number that must be exact is not, where a raw block does arithmetic on what is no number or
    leaves a variable unbound, where the program has no end or too many ground rules, and where a guard is chosen by a name
    that none has.
    """
    text = "\n".join(line.text for line in program.lines)
    told: dict[str, None] = {}
    asked: set[Symbol] = set()
    switching = Switching(program)
    while True:
        control, seen = _ground(text + "\n" + "\n".join(told), program)
        needs = sorted({atom.arguments[0] for atom in _of(control, "need")} - asked)
        chosen = () if needs else switching.facts(_of(control, "guard"))
        if not needs and told.keys() >= set(chosen):
            return _finished(_grounding(control, seen, tuple(told)), switching)
        told |= dict.fromkeys(chosen)
        asked.update(needs)
        faults = program.needs.faults([(need.name, str(need.arguments[0])) for need in needs])
        if faults:
            raise Rejected(faults)
        for need in needs:
            args = tuple(str(argument) for argument in need.arguments)
            told |= dict.fromkeys(program.needs.answer(need.name, args, fresh=_is_fresh(need)))


def _is_fresh(symbol: Symbol) -> bool:
    """Whether a thing that is supposed stands in it, at any depth."""
    if symbol.type is not SymbolType.Function:
        return False
    return symbol.name == "fresh" or any(map(_is_fresh, symbol.arguments))


def _of(control: Control, name: str) -> list[Symbol]:
    """The atoms of one argument with this name, in order."""
    return sorted(atom.symbol for atom in control.symbolic_atoms.by_signature(name, 1))


def _finished(grounding: Grounding, switching: Switching) -> Grounding:
    """With the adopted sentences that no guard is about; raises `Rejected` where a guard is not there."""
    faults = switching.faults()
    if faults:
        raise Rejected(faults)
    return replace(grounding, unheard=switching.unheard())


def _grounding(control: Control, seen: Seen, told: tuple[str, ...]) -> Grounding:
    """Facts have no atom, but an instance that is broken or stands for certain gets one that is always true."""
    atoms: dict[Symbol, int] = {}
    named: defaultdict[str, list[tuple[Symbol, int]]] = defaultdict(list)
    last = max((abs(atom) for rule in seen.rules for atom in (*rule.head, *rule.body)), default=0)
    last = max([last, *(atom for rule in seen.weights for atom in rule.head)])
    for found in sorted(control.symbolic_atoms, key=lambda atom: atom.symbol):
        symbol = found.symbol
        name = symbol.name
        if not found.is_fact:
            atoms[symbol] = found.literal
        elif name in {"broken", "stands"}:
            last += 1
            atoms[symbol] = last
            seen.rules.append(GroundRule((last,), ()))
        else:
            atoms[symbol] = 0
        named[name].append((symbol, atoms[symbol]))
    return Grounding(tuple(seen.rules), tuple(seen.weights), atoms, told, named)


def _ground(text: str, program: Program) -> tuple[Control, Seen]:
    messages = Messages(program)
    if messages.oversized(text.split("\n")):
        raise Rejected(tuple(messages.faults))
    control = Control(["--warn=no-atom-undefined"], logger=messages.hear, message_limit=200)
    seen = Seen()
    control.register_observer(seen)
    try:
        control.add("base", [], text)
        control.ground([("base", [])])
    except TooManyRules as many:
        raise Rejected((messages.too_many(),)) from many
    except RuntimeError as error:
        raise Rejected(messages.refused(error)) from error
    if messages.faults:
        raise Rejected(tuple(messages.faults))
    return control, seen
