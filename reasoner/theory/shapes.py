"""Which kinds of sentence may stand where, and what a fact, a denial and a date on a state may look like."""

from __future__ import annotations

from collections.abc import Iterator

from reasoner.diagnostics import Span
from reasoner.dossier.ir import Form
from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Atom,
    Bound,
    Compare,
    Condition,
    Count,
    Denial,
    Denied,
    Different,
    Differs,
    Every,
    Holds,
    Initiates,
    Name,
    NoneOf,
    Occurs,
    OnDate,
    Order,
    Place,
    Since,
    Terminates,
    Until,
)
from reasoner.language.rewrite import walk
from reasoner.theory.dated import inside
from reasoner.theory.draft import Draft, Sentence, Where
from reasoner.theory.faults import Faults
from reasoner.theory.ir import RoleType
from reasoner.theory.kinds import HAPPENS, happens, sorts_of
from reasoner.times.ir import Shape

_STATED = (Bound.AT_MOST, Bound.LESS_THAN)
_NOT_CONCLUDED: tuple[tuple[type | tuple[type, ...], str, str], ...] = (
    (Holds, "`then` says what happens or holds, not how its times lie", "write it under `must`"),
    ((Compare, Differs), "`then` says what happens or holds, not how numbers compare", "write it under `must`"),
    (AnyOf, "`then` leaves nothing open", "write it under `must`, where one of the two is enough"),
    (Different, "`then` cannot say that two things are not one", "write `never: X is Y`"),
    (Every, "what recurs is tested, and cannot be concluded", "write it under `must`"),
    ((Count, NoneOf, Aggregate), "a count is tested, and cannot be concluded", "write it under `must` or `never`"),
)


def check_shapes(draft: Draft, faults: Faults) -> None:
    for sentence in draft.sentences:
        for condition in _parts(sentence.condition):
            _check_place(condition, sentence, faults)
        for node in sentence.nodes:
            match node:
                case Occurs():
                    _check_occurs(node, draft, faults)
                case Denial():
                    _check_denial(node, draft, faults)
                case Initiates(atom=atom) | Terminates(state=Atom() as atom):
                    _check_state(atom, draft, faults)
                case Holds():
                    _check_date_on_state(node, draft, faults)
                case Count(within=within) if within is not None:
                    _check_span(node, draft, faults)
                case _:
                    pass
        if sentence.where in {Where.STATEMENT, Where.THEN}:
            _check_tuples(sentence, draft, faults)


def _parts(condition: Condition) -> Iterator[Condition]:
    """The condition and those joined in it by `and` or `or`; and what is counted; what is said inside is no part of its own."""
    yield condition
    if isinstance(condition, AllOf | AnyOf):
        for item in condition.items:
            yield from _parts(item)
    elif isinstance(condition, Count | NoneOf | Aggregate | Every):
        yield from _parts(condition.counted)


def _check_place(condition: Condition, sentence: Sentence, faults: Faults) -> None:
    span = condition.span
    if sentence.where is Where.THEN:
        for kind, message, hint in _NOT_CONCLUDED:
            if isinstance(condition, kind):
                faults.error("T052", span, message, hint)
        if isinstance(condition, Denied) and not isinstance(condition.of, Name):
            faults.error("T052", span, "a conclusion denies a sentence, not a variable", "write `not p(..)`")
    elif isinstance(condition, Initiates | Terminates) and sentence.where is not Where.STATEMENT:
        word = "initiates" if isinstance(condition, Initiates) else "terminates"
        faults.error(
            "T052", span, f"`{word}` is a conclusion, and cannot stand in {sentence.where.value}", "write it under `then`"
        )
    elif isinstance(condition, Count | Aggregate | Every) and sentence.where is Where.STATEMENT:
        _check_stated(condition, faults)


def _check_stated(condition: Count | Aggregate | Every, faults: Faults) -> None:
    """A statement can say that there are no more than so many of something; more than are known of there may always be."""
    if isinstance(condition, Count) and condition.bound in _STATED:
        return
    if isinstance(condition, Every):
        faults.error(
            "T044", condition.span, "what recurs is tested, and cannot be stated", "state each of them, or write a rule"
        )
        return
    more = "state each of them, or write a rule; only `no`, `at most` and `less than` can be stated"
    faults.error("T044", condition.span, "a count is tested, and cannot be stated", more)


def _check_occurs(node: Occurs, draft: Draft, faults: Faults) -> None:
    word = draft.words.get(node.atom.predicate)
    if word is None or word.form is not Form.FACT:
        return
    if node.name is not None:
        message = f"`{word.id}` is a fact, which is no occurrence and has no name"
        faults.error("T035", node.name.span, message, f"leave out `as {node.name.id}`")
    if node.phrase is not None:
        message = f"`{word.id}` is a fact, which has no times"
        faults.error("T035", node.phrase.span, message, "declare it as an `event` or a `state`, or leave the time out")


def _check_denial(node: Denial, draft: Draft, faults: Faults) -> None:
    word = draft.words.get(node.atom.predicate)
    if node.phrase is None:
        return
    span = node.phrase.span
    if word is not None and word.form is Form.FACT:
        faults.error("T035", span, f"`{word.id}` is a fact, which has no times", "leave the time out")
        return
    match node.phrase.relation:
        case Since() | Until():
            denies = not node.phrase.negated
        case Order(place, _, strictly):
            denies = place is not Place.CONTAINS and not strictly and not node.phrase.negated
        case _:
            denies = False
    if not denies:
        hint = "a denial takes `during`, `since`, `before`, `until` or `after`, or no time for always"
        faults.error("T043", span, "this does not tell the period that is denied", hint)


def _check_state(atom: Atom, draft: Draft, faults: Faults) -> None:
    word = draft.words.get(atom.predicate)
    if word is not None and word.form is not Form.STATE:
        message = f"`{word.id}` is {'an event' if word.form is Form.EVENT else 'a fact'}; only a state begins and ends so"
        faults.error("T045", atom.span.first(len(atom.predicate)), message, "declare it as a `state`")


def _check_date_on_state(node: Holds, draft: Draft, faults: Faults) -> None:
    """A date on a state may mean that the state lay inside it, covered it, or touched it."""
    bare = inside(node.phrase)
    if bare is None or not isinstance(node.subject, Name) or draft.forms.get(node.subject.id) != frozenset({Form.STATE}):
        return
    moment = bare.moment
    if isinstance(moment, OnDate) and moment.date.shape is Shape.INTERVAL:
        return
    message = f"a bare date does not say how it bears on the state `{node.subject.id}`"
    faults.error(
        "T042", node.phrase.span, message, "say `during`, `contains` or `intersects`, or give its start and end as `a/b`"
    )


def _check_span(node: Count, draft: Draft, faults: Faults) -> None:
    """What is counted within a span of time happens, by its name or by the role in which it stands."""
    for part in walk(node.counted):
        if isinstance(part, Occurs) and part.name == node.var and happens(part.atom.predicate, draft.words):
            return
        if isinstance(part, Atom):
            word = draft.words.get(part.predicate)
            types = {role.name: role.type for role in word.roles} if word else {}
            stands = (types.get(arg.role, "thing") for arg in part.args if arg.value == node.var)
            if any(sorts_of(type_, draft.words) <= HAPPENS for type_ in stands if type_ not in {"number", "text"}):
                return
    message = f"`{node.var.id}` is counted within a span of time, and nothing says that it is an event or a state"
    faults.error(
        "T049", node.var.span, message, "count what happens, as in `at least 3 E with attack(by G) as E all within 1 year`"
    )


def _check_tuples(sentence: Sentence, draft: Draft, faults: Faults) -> None:
    """A fact that is said is a whole tuple."""
    for part in _parts(sentence.condition):
        word = draft.words.get(part.atom.predicate) if isinstance(part, Occurs) else None
        if isinstance(part, Occurs) and word is not None and word.form is Form.FACT:
            told = {arg.role for arg in part.atom.args}
            missing = [role for role in word.roles if role.name not in told]
            if missing and told.issubset(role.name for role in word.roles) and len(told) == len(part.atom.args):
                _missing(part.atom.span, word.id, ", ".join(map(_shown, missing)), faults)


def _shown(role: RoleType) -> str:
    return f"argument {role.name} ({role.type})" if role.name.isdigit() else f"`{role.name}` ({role.type})"


def _missing(span: Span, word: str, roles: str, faults: Faults) -> None:
    faults.error(
        "T037",
        span,
        f"`{word}` is a fact, and needs all its roles; not said: {roles}",
        "declare it as a `state` if not all are known",
    )
