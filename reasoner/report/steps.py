"""How a finding comes about, step by step: the rules that bring something about, the rule that is broken, the times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Inference, Step
from reasoner.ground.ir import Instance
from reasoner.language.rewrite import walk
from reasoner.report.bindings import value_in_words
from reasoner.report.chains import Story
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.sentences import joined
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling
from reasoner.times.ir import Date

Chains = Sequence[Sequence[Step]]
Derivations = Sequence[Sequence[Inference]]


def rule_steps(derivations: Derivations, broken: Sequence[Instance], telling: Telling) -> Iterator[Item]:
    """The rules whose conclusions are used, then those that are broken; what was told before by ids alone."""
    again: list[Line] = []
    for words, rule in dict.fromkeys((*_brought_about(derivations, telling), *_asked(broken, telling))):
        if telling.first(words):
            yield Item((f"{words} ", Ref(rule)))
        else:
            again.append((Ref(rule),))
    if again:
        yield Item(("As told above, by ", *joined(list(dict.fromkeys(again))), "."))


def _brought_about(derivations: Derivations, telling: Telling) -> Iterator[tuple[str, str]]:
    """Each rule that fires, with the names that it speaks of."""
    for inference in (one for derivation in derivations for one in derivation):
        name = telling.owners.name(inference.conclusion)
        if name.startswith("fires("):
            match symbol(name):
                case Call("fires", (str() as rule, Call(args=values))):
                    told = zip(telling.rules.variables(rule), (shown(value) for value in values), strict=True)
                    words = {var: value_in_words(value, telling.findings.theory, telling.lexicon) for var, value in told}
                    yield telling.rules.text(rule, words), rule
                case _:
                    pass


def _asked(instances: Sequence[Instance], telling: Telling) -> Iterator[tuple[str, str]]:
    """What the rules of instances ask, one instance of each rule."""
    first: dict[str, Instance] = {}
    for instance in instances:
        first.setdefault(instance.rule, instance)
    return ((telling.instance(instance), rule) for rule, instance in first.items())


def time_steps(chains: Chains, story: Story) -> Iterator[Item]:
    """Each chain of bounds in a few sentences."""
    return (Item(line) for line in map(story.told, chains) if line)


def is_due(instances: Sequence[Instance], telling: Telling) -> bool:
    """Whether what is tested of a date can only be a deadline: a `must` that names no date."""
    laws = [telling.rules.laws.get(instance.rule) for instance in instances]
    return bool(laws) and all(
        law is not None and law.must and not any(isinstance(node, Date) for node in walk((law.given, law.unless, law.must)))
        for law in laws
    )
