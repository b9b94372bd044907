"""How a finding comes about, step by step: the rules that bring something about, the rule that is broken, the times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Inference, Step
from reasoner.ground.ir import Instance
from reasoner.report.bindings import value_in_words
from reasoner.report.chains import chain_line
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling

Chains = Sequence[Sequence[Step]]


def brought_about(derivations: Sequence[Sequence[Inference]], telling: Telling) -> Iterator[Item]:
    """The rules whose conclusions are used, each with the names that it speaks of, once."""
    seen: set[str] = set()
    for inference in (one for derivation in derivations for one in derivation):
        name = telling.owners.name(inference.conclusion)
        if name.startswith("fires(") and name not in seen:
            seen.add(name)
            match symbol(name):
                case Call("fires", (str() as rule, Call(args=values))):
                    told = zip(telling.rules.variables(rule), (shown(value) for value in values), strict=True)
                    words = {var: value_in_words(value, telling.findings.theory, telling.lexicon) for var, value in told}
                    yield Item((f"{telling.rules.text(rule, words)} ", Ref(rule)))
                case _:
                    pass


def asked(instance: Instance, telling: Telling) -> Item:
    """What the rule of an instance asks, or what a denial denies."""
    if instance.rule in telling.rules.laws:
        return Item((f"{telling.instance(instance)} ", Ref(instance.rule)))
    against = [telling.lexicon.name(value) for _, value in instance.bindings]
    meets = f" It meets {' and '.join(against)}." if against else ""
    return Item((f"{telling.statement(instance.rule)} ", Ref(instance.rule), meets))


def times(chains: Chains, telling: Telling, members: Sequence[str]) -> Iterator[Item]:
    """Each chain of bounds in a few sentences."""
    for chain in chains:
        line: Line = chain_line(chain, telling, members)
        yield Item(line)
