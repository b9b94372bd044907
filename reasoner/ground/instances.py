"""The instances of a ground program, each once."""

from __future__ import annotations

from dataclasses import replace

from clingo import Symbol

from reasoner.ground.guards import distinct, value
from reasoner.ground.ir import Instance
from reasoner.ground.observed import Grounding
from reasoner.language.ir import Content
from reasoner.language.rewrite import contains
from reasoner.program.ir import InstanceRule, Program
from reasoner.program.variables import COUNTS
from reasoner.theory.ir import Law


def instances_of(program: Program, grounding: Grounding) -> tuple[Instance, ...]:
    """All instances that can be broken, in order of id; no two have one id.

    Of instances that differ only by names of what is certainly one thing, or by an order of variables that leaves the
    rule as it is, the first stays: the others are broken in just the same worlds. That is not so of a norm, which has a
    guard for each, and of a count, which is simply met for one of them where its silence is given up.
    """
    tables = {known.key: known for known in program.instances}
    single = {known.key for known in program.instances if known.law is not None and (known.law.norm or _counts(known.law))}
    one = _classes(grounding)
    broken = {symbol.arguments[0]: atom for symbol, atom in grounding.named("broken")}
    stands = {symbol.arguments[0]: atom for symbol, atom in grounding.named("stands")}
    chosen: dict[tuple[str, tuple[Symbol, ...]], Symbol] = {}
    for symbol in sorted(broken):
        key, values = symbol.arguments[0].string, tuple(symbol.arguments[1].arguments)
        if key in single:
            chosen[key, values] = symbol
            continue
        plain = tuple(one.get(value, value) for value in values)
        orders = [tuple(plain[index] for index in order) for order in tables[key].swaps]
        chosen.setdefault((key, min([plain, *orders])), symbol)
    found = [_instance(tables[key], symbol, (broken, stands), program) for (key, _), symbol in chosen.items()]
    found.sort(key=lambda instance: instance.id)
    ids = distinct(instance.id for instance in found)
    return tuple(replace(instance, id=id_) for instance, id_ in zip(found, ids, strict=True))


def _counts(law: Law) -> bool:
    return contains((law.given, law.unless, law.must), *COUNTS, closed=(Content,))


def _classes(grounding: Grounding) -> dict[Symbol, Symbol]:
    """The first name of the class of each name, as far as identities are certain."""
    found: dict[Symbol, Symbol] = {}
    for symbol, atom in grounding.named("same"):
        if atom == 0:
            left, right = symbol.arguments
            found[left] = min(found.get(left, left), right)
    return found


def _instance(
    rule: InstanceRule, symbol: Symbol, tables: tuple[dict[Symbol, int], dict[Symbol, int]], program: Program
) -> Instance:
    broken, stands = tables
    values = symbol.arguments[1].arguments
    ends = tuple(f"{end}({one})" for one in values for end in ("s", "e"))
    words = tuple(value(one, program) for one in values)
    shown = ", ".join(words)
    return Instance(
        f"{rule.key}({shown})",
        rule.owner,
        tuple(zip(rule.variables, words, strict=True)),
        broken[symbol],
        stands.get(symbol, 0),
        ends,
    )
