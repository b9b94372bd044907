"""From a program to independent parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clingo import Symbol, SymbolType, parse_term

from reasoner.ground.fixed import with_fixed
from reasoner.ground.guards import distinct, guards_of, value, word
from reasoner.ground.instances import instances_of
from reasoner.ground.ir import ZERO, Bound, Ground, GroundRule, Guard, Part, Reading, Told
from reasoner.ground.observed import Grounding, ground_all
from reasoner.ground.split import Group, Pieces, divide
from reasoner.program.ir import Program, Tag


def ground(program: Program) -> Ground:
    """Ground the program and divide it; raises `Rejected` as `ground_all` does."""
    grounding = ground_all(program)
    guards = sorted(guards_of(grounding.named("on"), program), key=lambda guard: guard.name)
    guards = [replace(guard, name=name) for guard, name in zip(guards, distinct(guard.name for guard in guards), strict=True)]
    names = {atom: symbol for symbol, atom in grounding.atoms.items() if atom}
    groups = divide(_pieces(program, grounding, frozenset(guard.atom for guard in guards)))
    places = {guard.atom: place for place, guard in enumerate(guards)}
    return Ground(
        tuple(
            _part(nth, group, [guards[place] for place in sorted(places[atom] for atom in group.guards)], names)
            for nth, group in enumerate(groups, 1)
        ),
        grounding.told,
        grounding.unheard,
    )


def _part(nth: int, group: Group, guards: list[Guard], names: dict[int, Symbol]) -> Part:
    atoms = {atom for rule in group.rules for atom in (*rule.head, *map(abs, rule.body))}
    atoms |= {atom for weight in group.weights for atom in (*weight.head, *(abs(literal) for literal, _ in weight.body))}
    free = tuple(dict.fromkeys(bound.atom for bound in group.bounds if bound.reified))
    return Part(
        f"part-{nth}",
        tuple((atom, str(names[atom])) for atom in sorted(atoms | group.guards | set(free)) if atom in names),
        group.rules,
        group.weights,
        group.bounds,
        free,
        tuple(guards),
        group.instances,
        tuple(sorted({point for bound in group.bounds for point in (bound.left, bound.right) if point != ZERO}, key=_by_name)),
        tuple(_readings({atom for rule in group.rules for atom in rule.head}, names)),
    )


def _readings(chosen: set[int], names: dict[int, Symbol]) -> Iterator[Reading]:
    """The readings among what is chosen, in order of statement and number."""
    for symbol, atom in sorted((names[atom], atom) for atom in chosen if atom in names and names[atom].name == "reads"):
        statement, nth = symbol.arguments
        yield Reading(statement.string, nth.number, atom)


def _by_name(point: str) -> tuple[str, bool]:
    """Points by the name of the occurrence, or of the number, as printed; a start before its end."""
    if not point.startswith(("s(", "e(")):
        return word(parse_term(point)), False
    of = point[2:-1]
    return (of[1:-1] if of.startswith('"') else word(parse_term(of))), point.startswith("e(")


def _pieces(program: Program, grounding: Grounding, guards: frozenset[int]) -> Pieces:
    kept = {atom for name in ("broken", "stands") for _, atom in grounding.named(name)}
    facts = {rule.head[0] for rule in grounding.rules if len(rule.head) == 1 and not rule.body and not rule.choice} - kept
    tags = {tag.id: tag for tag in program.tags}
    every = sorted([*grounding.named("le"), *grounding.named("diff")])
    told = with_fixed([_bound(symbol, atom, tags, program) for symbol, atom in every])
    constants = [rule for bound in told if bound.left == bound.right for rule in _constant(bound)]
    chosen = guards | {bound.atom for bound in told if bound.reified}
    counted = {abs(literal) for weight in grounding.weights for literal, _ in weight.body}
    plain_facts = facts - counted
    open_rules = (rule for rule in (*grounding.rules, *constants) if not _settled(rule, chosen, plain_facts))
    rules = tuple(plain for rule in open_rules if (plain := _simplified(rule, plain_facts)) is not None)
    bounds = tuple(bound for bound in told if bound.left != bound.right)
    free = frozenset(bound.atom for bound in bounds if bound.reified)
    return Pieces(rules, grounding.weights, bounds, free, guards, instances_of(program, grounding))


def _bound(symbol: Symbol, atom: int, tags: Mapping[str, Tag], program: Program) -> Bound:
    left, right = (_point(point) for point in symbol.arguments[:2])
    limit = symbol.arguments[2].number
    reified = symbol.name == "le"
    always = not reified and limit == 0 and _spans(left, right)
    plain = Bound(0 if always else atom, left, right, limit, reified)
    return _tagged(plain, symbol.arguments[3], tags, program) if len(symbol.arguments) > 3 else plain


def _tagged(bound: Bound, symbol: Symbol, tags: Mapping[str, Tag], program: Program) -> Bound:
    """The bound with the length that it comes from: `"s/1"` or `told("s/1",shift,(values))`."""
    if symbol.type is SymbolType.String:
        return replace(bound, tag=symbol.string, told=Told(symbol.string))
    name, shift, numbers = symbol.arguments
    tag = tags[name.string]
    values = tuple(zip(tag.variables, (value(one, program) for one in numbers.arguments), strict=True))
    wide = ", ".join(number for variable, number in values if variable in tag.wide)
    return replace(bound, tag=f"{tag.id}({wide})" if wide else tag.id, told=Told(tag.id, shift.number, values))


def _spans(left: str, right: str) -> bool:
    """Start and end of one thing, in this order: so they lie also where nothing says that it happened."""
    return left.startswith("s(") and right == f"e{left[1:]}"


def _point(symbol: Symbol) -> str:
    text = str(symbol)
    return ZERO if text == "0" else text


def _constant(bound: Bound) -> tuple[GroundRule, ...]:
    """A bound between a point and itself is always so or never."""
    if bound.reified:
        return (GroundRule((bound.atom,), ()),) if bound.limit >= 0 else ()
    if bound.limit >= 0:
        return ()
    return (GroundRule((), (bound.atom,) if bound.atom else ()),)


def _settled(rule: GroundRule, chosen: frozenset[int], facts: set[int]) -> bool:
    """Choices of guards and of tested bounds are kept as free atoms; facts hold everywhere."""
    if rule.choice and all(atom in chosen for atom in rule.head):
        return True
    return len(rule.head) == 1 and not rule.choice and not rule.body and rule.head[0] in facts


def _simplified(rule: GroundRule, facts: set[int]) -> GroundRule | None:
    """The rule without what is certain in its body; None where its body can never be true."""
    if any(-literal in facts for literal in rule.body):
        return None
    return replace(rule, body=tuple(literal for literal in rule.body if literal not in facts))
