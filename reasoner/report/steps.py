"""How a finding comes about, step by step: the rules that bring something about, the rule that is broken, the times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Conflict, Inference, Judgement, Step
from reasoner.ground.ir import Instance
from reasoner.report.bindings import value_in_words
from reasoner.report.chains import Story
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.sentences import capital, joined
from reasoner.report.sources import chain_words
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling

Chains = Sequence[Sequence[Step]]
Derivations = Sequence[Sequence[Inference]]


def statement_steps(derivations: Derivations, chains: Chains, members: Sequence[str], telling: Telling) -> Iterator[Item]:
    """The statements used that are no members themselves, being certain or given up by their sources; each once."""
    owners = [owner.id for chain in chains for step in chain for owner in telling.owners.of(step, members)]
    holding = (telling.owners.name(one.conclusion) for shown in derivations for one in shown)
    held = [name.removeprefix('holds("').removesuffix('")') for name in holding if name.startswith("holds(")]
    for ident in dict.fromkeys((*held, *owners)):
        if ident in telling.said and ident not in members and telling.first(f"accept({ident})"):
            said = telling.said[ident]
            certain = "; this is certain" if said.certain else ""
            yield Item(
                (f"{telling.statement(ident)} ", Ref(ident)), ((f"{capital(chain_words(said, telling.lexicon))}{certain}.",),)
            )


def rule_texts(derivations: Derivations, broken: Sequence[Instance], telling: Telling) -> tuple[tuple[str, str], ...]:
    """The rules whose conclusions are used, then those that are broken: the id of each and its text with names put in."""
    return tuple(dict.fromkeys((*_brought_about(derivations, telling), *_asked(broken, telling))))


def rule_steps(texts: Sequence[tuple[str, str]], members: Sequence[str], telling: Telling) -> Iterator[Item]:
    """These rules as steps, but for members of the finding, which were told as such; what was told before by ids alone."""
    again: list[Line] = []
    for rule, words in texts:
        if rule in members:
            continue
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
                    told = zip(
                        telling.rules.variables(rule),
                        (shown(value, telling.findings.program.scale) for value in values),
                        strict=True,
                    )
                    words = {var: value_in_words(value, telling.findings.theory, telling.lexicon) for var, value in told}
                    yield rule, telling.rules.text(rule, words)
                case _:
                    pass


def _asked(instances: Sequence[Instance], telling: Telling) -> Iterator[tuple[str, str]]:
    """What the rules of instances ask, one instance of each rule."""
    first: dict[str, Instance] = {}
    for instance in instances:
        first.setdefault(instance.rule, instance)
    return ((rule, telling.instance(instance)) for rule, instance in first.items())


def time_steps(finding: Conflict | Judgement, story: Story) -> Iterator[Item]:
    """Each chain of bounds in a few sentences; whether there are more."""
    split = len({cases for chain in finding.chains if (cases := story.cases(chain))}) > 1
    nth = 0
    for chain in finding.chains:
        if line := story.told(chain):
            nth += 1
            in_case = split and bool(story.cases(chain))
            yield Item((f"In {'one' if nth == 1 else 'another'} case: ", *line) if in_case else line)
    if finding.more_chains:
        yield Item(("There are more cases, in which the times do not fit either; they are not told here.",))


def is_due(instances: Sequence[Instance], telling: Telling) -> bool:
    """Whether what is tested of a date can only be a deadline."""
    due = frozenset(rule.owner for rule in telling.findings.program.instances if rule.due)
    return bool(instances) and due.issuperset(instance.rule for instance in instances)
