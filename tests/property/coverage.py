"""What a case is made of and what came of it, by name, so that the generator's coverage can be counted and asserted."""

from __future__ import annotations

from collections.abc import Iterator

from property.cases import (
    RULE_WORDS,
    AnyOf,
    Atom,
    Between,
    Case,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    End,
    Every,
    Extreme,
    Holds,
    Initiates,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Retracts,
    Rule,
    Same,
    Statement,
    Terminates,
    When,
)
from property.coverage_of_denials import ASKED, asked
from property.coverage_of_numbers import NUMBERS, numbers
from property.formulas import ZERO
from property.grounding import is_fresh
from property.matching import told_by
from property.numbering import POINT
from property.oracle import Answer

HOW = ("within", "at least", "at most", "more than", "less than", "between", "exactly", "about", "plain", "±")
CONSTRUCTS = (
    *(f"{place}: {word}" for place in ("said", "rule") for word in RULE_WORDS),
    *(f"{place}: not {word}" for place in ("said", "rule") for word in ("before", "after", "during", "contains", "intersects")),
    *(f"distance: {how}" for how in HOW),
    *(f"endpoint of {which}" for which in ("subject", "moment")),
    *(f"when: {what}" for what in ("inside", "a/b", "phrase")),
    *(f"said: {what}" for what in ("occurrence", "fact", "denial", "denied period", "not s", "is", "is not", "or", "and")),
    *(
        f"statement: {what}"
        for what in ("certain", "trust", "trust 0", "retracts", "retracts itself", "readings", "open readings")
    ),
    *(f"statement: {what}" for what in ("one source", "two sources", "shared source")),
    *(f"blame: {blame}" for blame in ("statements", "sources", "links")),
    *(f"rule: {what}" for what in ("never", "must", "then", "unless", "norm", "certain", "trust", "unless or", "must or")),
    *(f"rule: {what}" for what in ("is", "is not", "is a", "recursion through unless", "closed in unless", "anything")),
    *(
        f"then: {what}"
        for what in (
            "fact",
            "new occurrence",
            "two new occurrences",
            "known occurrence",
            "denial",
            "is",
            "retracts",
            "initiates",
            "terminates",
        )
    ),
    *(f"count: {bound}" for bound in ("at least", "more than", "at most", "exactly", "no")),
    *("due every day", "due every 2 days", "not every day", "every day"),
    *(f"count: {bound} all within" for bound in ("at least", "more than", "at most", "exactly")),
    *ASKED,
    *NUMBERS,
    *(
        f"content: {what}"
        for what in ("said", "nested", "denied", "a statement held", "met by a statement", "true", "true that")
    ),
    *(f"content: {what}" for what in ("in given", "in never", "in unless", "in must", "in then", "counted", "anything in it")),
    *("hypothesis", "reported", "not reported", "must with a deadline", "kind below", "symmetric", "transitive"),
)
OUTCOMES = (
    *("consistent", "empty conflict", "several conflicts", "times alone clash", "several instances take part in one"),
    *(f"verdict: {verdict}" for verdict in ("certain", "tension", "conditional", "none")),
    *(f"{guard} in a conflict" for guard in ("accept", "trust", "link", "keep", "honoured", "reading", "absent")),
    *("several absent in one conflict", "a repair supposes", "repairs of several guards", "repairs of different cost"),
    *("a premise on one time", "a premise on a difference", "a premise >=", "several premises", "equal premises"),
    *("a tension in an inconsistent dossier", "a certain denial", "an instance over a supposed thing is certain"),
    *("a reading that no world has", "silence about an extreme in a conflict", "a premise on a number"),
)


def constructs(case: Case) -> set[str]:
    found = {name for statement in case.statements for name in _statement(statement)}
    found |= {name for rule in case.rules for name in _rule(rule, case)}
    found |= {f"blame: {case.blame}", "not reported" if case.reported is None else "reported"}
    found |= {*_contents(case), *numbers(case)}
    if case.hypotheses:
        found |= {"hypothesis", *_said(case.hypotheses[0].says)}
    chains = [source for statement in case.statements for source in set(statement.sources)]
    if len(set(chains)) < len(chains):
        found.add("statement: shared source")
    if _loops_through_unless(case):
        found.add("rule: recursion through unless")
    return found


def _contents(case: Case) -> Iterator[str]:
    """Where contents stand, and which are asked for."""
    for statement in case.statements:
        for condition in statement.says:
            for term in _contents_in((condition,)):
                yield "content: denied" if isinstance(condition, Not) else "content: said"
                inner = term.says.args if isinstance(term.says, Atom) else ()
                yield from ("content: nested" for _, one in inner if isinstance(one, Content))
            held = isinstance(condition, Occurs) and condition.atom.pred in {"claims", "tells"}
            if held and not list(_contents_in((condition,))):
                yield "content: a statement held"
    own = {told.says.pred for found in told_by(case).values() for _, told in found if isinstance(told.says, Atom)}
    for rule in case.rules:
        for place in ("given", "never", "unless", "must", "then"):
            for term in _contents_in(getattr(rule, place)):
                yield f"content: in {place}"
                if not isinstance(term.says, Atom):
                    continue
                if any(name == "_" for _, name in term.says.args):
                    yield "content: anything in it"
                if place != "then" and term.says.pred in own and "content: a statement held" in set(_statements_held(case)):
                    yield "content: met by a statement"
            for condition in getattr(rule, place):
                if isinstance(condition, Count) and list(_contents_in(condition.counted)):
                    yield "content: counted"
                if isinstance(condition, Occurs) and condition.atom.pred == "true":
                    yield "content: true that" if isinstance(condition.atom.args[0][1], Content) else "content: true"


def _statements_held(case: Case) -> Iterator[str]:
    held = [one for statement in case.statements for one in statement.says if isinstance(one, Occurs)]
    if any(one.atom.pred in {"claims", "tells"} and not list(_contents_in((one,))) for one in held):
        yield "content: a statement held"


def _contents_in(conditions: Conditions) -> Iterator[Content]:
    for condition in conditions:
        if isinstance(condition, Occurs | Not):
            yield from (term for _, term in condition.atom.args if isinstance(term, Content))


def _statement(statement: Statement) -> Iterator[str]:
    for name, told in (
        ("certain", statement.certain),
        ("trust", statement.trust),
        ("trust 0", statement.trust == 0),
        ("retracts", statement.retracts),
        ("retracts itself", statement.id in statement.retracts),
        ("readings", statement.readings),
        ("open readings", statement.readings and not statement.prefer),
        ("one source", len(statement.sources) == 1),
        ("two sources", len(statement.sources) == 2),
    ):
        if told:
            yield f"statement: {name}"
    yield from _said(statement.says)
    yield from _when(statement.when)
    for reading in statement.readings:
        yield from _said(reading.says)
        yield from _when(reading.when)


def _when(when: When) -> Iterator[str]:
    match when:
        case Between():
            yield "when: a/b"
        case Phrase(word="inside"):
            yield "when: inside"
        case Phrase():
            yield "when: phrase"
            yield from _phrase("said", when)


def _said(conditions: Conditions) -> Iterator[str]:
    if len(conditions) > 1:
        yield "said: and"
    for condition in conditions:
        match condition:
            case Occurs(atom):
                yield "said: fact" if atom.args and atom.args[0][0] == "1" and atom.pred != "pact" else "said: occurrence"
            case Not(_, phrase):
                yield "said: denied period" if phrase else "said: denial"
            case Denied():
                yield "said: not s"
            case Same():
                yield "said: is"
            case Different():
                yield "said: is not"
            case AnyOf():
                yield "said: or"
            case Count(bound):
                yield f"said: {bound}"
            case _:
                pass
    yield from _phrases("said", conditions)


def _phrases(place: str, conditions: Conditions) -> Iterator[str]:
    for condition in conditions:
        match condition:
            case Holds(subject, phrase):
                yield from _phrase(place, phrase)
                if isinstance(subject, End):
                    yield "endpoint of subject"
            case Occurs(_, _, Phrase() as phrase):
                yield from _phrase(place, phrase)
            case AnyOf(items):
                for item in items:
                    yield from _phrases(place, item)
            case Count(counted=counted) | Extreme(counted=counted):
                yield from _phrases(place, counted)
            case _:
                pass


def _phrase(place: str, phrase: Phrase) -> Iterator[str]:
    yield f"{place}: {'not ' if phrase.negated else ''}{phrase.word}"
    if phrase.distance:
        yield f"distance: {phrase.distance.how}"
    if isinstance(phrase.moment, End):
        yield "endpoint of moment"


def _rule(rule: Rule, case: Case) -> Iterator[str]:
    for name, told in (
        ("never", rule.never),
        ("must", rule.must),
        ("then", rule.then),
        ("unless", rule.unless),
        ("norm", rule.norm),
        ("certain", rule.certain),
        ("trust", rule.trust is not None),
        ("unless or", any(isinstance(condition, AnyOf) for condition in rule.unless)),
        ("must or", any(isinstance(condition, AnyOf) for condition in rule.must)),
    ):
        if told:
            yield f"rule: {name}"
    parts = (*rule.given, *rule.unless, *rule.never, *rule.must)
    yield from _phrases("rule", (*parts, *rule.then))
    for condition in parts:
        yield from _condition(condition)
    if any(isinstance(condition, Occurs) and condition.atom.pred == "listed" for condition in rule.unless):
        yield "rule: closed in unless"
    yield from _then(rule)
    yield from asked(rule)
    for must in rule.must:
        if isinstance(must, Every) and not must.negated:
            yield "due every day" if must.length.amount == 1 else "due every 2 days"
    if case.reported is not None and any(isinstance(must, Occurs | Holds) and must.phrase for must in rule.must):
        yield "must with a deadline"


def _condition(condition: object) -> Iterator[str]:
    match condition:
        case Same():
            yield "rule: is"
        case Different():
            yield "rule: is not"
        case OfKind():
            yield "rule: is a"
        case Every(_, _, _, negated):
            yield "not every day" if negated else "every day"
        case Count(bound):
            yield f"count: {bound}{' all within' if condition.within else ''}"
        case Occurs(atom):
            if any(term == "_" for _, term in atom.args):
                yield "rule: anything"
            marks = {"bombing": "kind below", "pact": "symmetric", "near": "symmetric", "part-of": "transitive"}
            if atom.pred in marks:
                yield marks[atom.pred]
        case _:
            pass


def _then(rule: Rule) -> Iterator[str]:
    if sum(isinstance(condition, Occurs) for condition in rule.then) > 1:
        yield "then: two new occurrences"
    for condition in rule.then:
        match condition:
            case Occurs(atom, name):
                fact = atom.args[0][0] == "1"
                yield "then: fact" if fact else "then: known occurrence" if name in {"E", "F"} else "then: new occurrence"
            case Not():
                yield "then: denial"
            case Same():
                yield "then: is"
            case Retracts():
                yield "then: retracts"
            case Initiates():
                yield "then: initiates"
            case Terminates():
                yield "then: terminates"
            case _:
                pass


def _loops_through_unless(case: Case) -> bool:
    """A predicate that depends on the absence of itself, through any rules."""
    edges: dict[str, set[str]] = {}
    for rule in case.rules:
        for head in _predicates(rule.then):
            edges.setdefault(head, set()).update(_predicates((*rule.given, *rule.unless)))
    return any(
        _reaches(edges, lifting, head)
        for rule in case.rules
        for head in _predicates(rule.then)
        for lifting in _predicates(rule.unless)
    )


def _predicates(conditions: Conditions) -> set[str]:
    return {condition.atom.pred for condition in conditions if isinstance(condition, Occurs)}


def _reaches(edges: dict[str, set[str]], first: str, last: str) -> bool:
    seen, waiting = {first}, [first]
    while waiting:
        more = edges.get(waiting.pop(), set()) - seen
        seen |= more
        waiting += sorted(more)
    return last in seen


def outcomes(answer: Answer) -> set[str]:
    found = {f"verdict: {verdict.verdict}" for verdict in answer.verdicts.values()}
    found |= {f"{guard.partition('(')[0]} in a conflict" for conflict in answer.conflicts for guard in conflict}
    costs = {cost for cost, _ in answer.repairs}
    supposing = [name for name in answer.guards if name.startswith("absent(")]
    open_ones = [verdict for verdict in answer.verdicts.values() if verdict.verdict in {"tension", "conditional"}]
    premises = [group for verdict in open_ones for group in verdict.premises]
    for name, told in (
        ("consistent", not answer.conflicts),
        ("empty conflict", answer.conflicts == ((),)),
        ("several conflicts", len(answer.conflicts) > 1),
        ("times alone clash", any(conflict and not keys for conflict, keys in answer.taking_part.items())),
        ("several instances take part in one", any(len(keys) > 1 for keys in answer.taking_part.values())),
        ("several absent in one conflict", any(len(set(conflict) & set(supposing)) > 1 for conflict in answer.conflicts)),
        ("a repair supposes", any(set(names) & set(supposing) for _, names in answer.repairs)),
        ("repairs of several guards", any(len(names) > 1 for _, names in answer.repairs)),
        ("repairs of different cost", len(costs) > 1),
        ("a premise on one time", any(ZERO in {group[0].left, group[0].right} for group in premises)),
        ("a premise on a difference", any(ZERO not in {group[0].left, group[0].right} for group in premises)),
        ("a premise >=", any(group[0].left == ZERO for group in premises)),
        ("several premises", any(len(verdict.premises) > 1 for verdict in open_ones)),
        ("equal premises", any(len(group) > 1 for group in premises)),
        ("a tension in an inconsistent dossier", bool(open_ones and answer.conflicts)),
        (
            "a certain denial",
            any(key[0].startswith("not ") and found.verdict == "certain" for key, found in answer.verdicts.items()),
        ),
        ("a reading that no world has", bool(answer.without_world)),
        ("a premise on a number", any(POINT in group[0].left + group[0].right for group in premises)),
        (
            "silence about an extreme in a conflict",
            any(guard.startswith(("absent(max", "absent(min")) for conflict in answer.conflicts for guard in conflict),
        ),
        ("an instance over a supposed thing is certain", any(_supposed(keys) for keys in answer.taking_part.values())),
    ):
        if told:
            found.add(name)
    return found


def _supposed(keys: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    return any(is_fresh(value) for _, values in keys for value in values)
