"""How a finding comes about, step by step: the rules that bring something about, the rule that is broken, the times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reasoner.explanation.ir import Conflict, Inference, Judgement, Step
from reasoner.ground.ir import Instance
from reasoner.report.bindings import values_in_words
from reasoner.report.candidates import candidates
from reasoner.report.chains import Story
from reasoner.report.ir import Item, Line, Ref
from reasoner.report.lexicon import spaced
from reasoner.report.sentences import capital, joined
from reasoner.report.sources import chain_words
from reasoner.report.symbols import Call, shown, symbol
from reasoner.report.telling import Telling
from reasoner.report.weekdays import weekday_lines

Chains = Sequence[Sequence[Step]]
Derivations = Sequence[Sequence[Inference]]


_INDIFFERENT = "it makes no difference here whether this is given up"
_SUPPOSABLE = "A hypothesis; it makes no difference here whether it is supposed"
_MORE = "There are more cases, in which the times do not fit either; they are not told here."
_MANY = "The times do not fit, which takes many cases to show; they are not told here."


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each step once: a denial that is certain is a statement that is used, and what its clash breaks."""
    found: dict[Line, Item] = {}
    for item in items:
        found.setdefault(item.line, item)
    return tuple(found.values())


def statement_steps(
    derivations: Derivations, chains: Chains, members: Sequence[str], telling: Telling, *, open_too: bool
) -> Iterator[Item]:
    """The statements used that are no members themselves, each once: certain, or given up by their sources.

    Also those, if they are wanted, too, that are in play in some of the ways only in which the rest can go.
    """
    owners = [owner for chain in chains for step in chain for owner in telling.owners.of(step, members)]
    owners += [owner for candidate in candidates(chains, telling) for owner in candidate.owners]
    holding = (telling.owners.name(one.conclusion) for shown in derivations for one in shown)
    held = [ident for name in holding if (ident := _held(name)) is not None]
    for ident in dict.fromkeys((*held, *(owner.id for owner in owners))):
        is_open = f"accept({ident})" in telling.guards
        if ident in telling.said and ident not in members and (open_too or not is_open) and telling.first(f"accept({ident})"):
            said = telling.said[ident]
            state = ["this is certain"] if said.certain else [_INDIFFERENT] if is_open else []
            words = _SUPPOSABLE if said.supposed else "; ".join([chain_words(said, telling.lexicon), *state])
            yield Item((f"{telling.statement(ident)} ", Ref(ident)), ((f"{capital(words)}.",),))


def _held(name: str) -> str | None:
    """The statement of an atom `holds("s")`; None for any other."""
    match symbol(name) if name.startswith("holds(") else None:
        case Call("holds", (str() as ident,)):
            return ident
        case _:
            return None


def rule_texts(derivations: Derivations, broken: Sequence[Instance], telling: Telling) -> tuple[tuple[str, str], ...]:
    """The rules whose conclusions are used, then those that are broken: the id of each and its text with names put in."""
    return tuple(dict.fromkeys((*_brought_about(derivations, telling), *_asked(broken, telling))))


def rule_steps(texts: Sequence[tuple[str, str]], members: Sequence[str], telling: Telling, *, open_too: bool) -> Iterator[Item]:
    """These rules as steps, but for members of the finding, which were told as such; what was told before by ids alone.

    `open_too` as for statements.
    """
    again: list[Line] = []
    for rule, words in texts:
        is_open = f"keep({rule})" in telling.guards
        if rule in members or (is_open and not open_too):
            continue
        if telling.first(words):
            yield Item((f"{words} ", Ref(rule)), ((f"{capital(_INDIFFERENT)}.",),) if is_open else ())
        else:
            again.append((Ref(rule),))
    if again:
        yield Item(("As told above, by ", *joined(list(dict.fromkeys(again))), "."))


def closing(broken: Sequence[Instance], telling: Telling) -> Iterator[Item]:
    """What it comes to where several rules share it: one of them is broken in any case."""
    rules = dict.fromkeys(instance.rule for instance in broken)
    if len(rules) > 1:
        yield Item(("However all else is, ", *joined([_broken(rule, telling) for rule in rules], "or"), "."))


def _broken(rule: str, telling: Telling) -> Line:
    if rule in telling.rules.laws:
        return (Ref(rule), " is broken")
    return ("what ", Ref(rule), " denies is so") if rule in telling.said else (f"“{spaced(rule)}” has more than one value",)


def _brought_about(derivations: Derivations, telling: Telling) -> Iterator[tuple[str, str]]:
    """Each rule that fires, with the names that it speaks of."""
    for inference in (one for derivation in derivations for one in derivation):
        name = telling.owners.name(inference.conclusion)
        if name.startswith("fires("):
            match symbol(name):
                case Call("fires", (str() as rule, Call(args=values))):
                    names = (shown(value, telling.findings.program.scale) for value in values)
                    told = zip(telling.rules.variables(rule), names, strict=True)
                    words = values_in_words(rule, told, telling.findings.theory, telling.lexicon)
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
    cases = story.cases(finding.chains)
    split = len(set(cases) - {()}) > 1
    before: tuple[str, ...] = ()
    told = False
    for chain, case in zip(finding.chains, cases, strict=True):
        if line := story.told(chain):
            told = True
            which = "another" if before else "one"
            yield Item((f"In {'the same' if case == before else which} case: ", *line) if split and case else line)
            before = case or before
    yield from (Item((line,)) for line in weekday_lines(finding.chains, story.telling))
    if finding.more_chains:
        yield Item((_MORE if told else _MANY,))
