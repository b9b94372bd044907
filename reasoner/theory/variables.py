"""Variables of rules and queries: each is bound somewhere, and none is used only once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reasoner.language.ir import (
    Aggregate,
    AllOf,
    AnyOf,
    Arg,
    Atom,
    Compare,
    Condition,
    Content,
    Count,
    NoneOf,
    Occurs,
    OfKind,
    Var,
)
from reasoner.language.rewrite import walk
from reasoner.theory.draft import Draft, Where
from reasoner.theory.faults import Faults, nearest
from reasoner.theory.ir import Law
from reasoner.theory.laws import Written
from reasoner.theory.names import Names

_TESTED = (Count, NoneOf, Aggregate)
"""What can only be tested; where it is stated or concluded, that is the fault."""

_IN_TEXT = re.compile(r"\$([A-Z][A-Za-z0-9_]*)")


def check_variables(draft: Draft, faults: Faults) -> None:
    for sentence in draft.sentences:
        if sentence.where is Where.STATEMENT:
            stated = walk(sentence.condition, _TESTED)
            _report_unbound((node for node in stated if isinstance(node, Var)), draft.names, faults)
        elif sentence.where is Where.QUERY:
            _report_unbound(_unbound((sentence.condition,), frozenset()), draft.names, faults)
    for written in draft.written:
        rule = written.rule.span
        unbound = [var for var in _unbound_in(written.law) if not faults.doubts.variable(rule, var.id)]
        _report_unbound(unbound, draft.names, faults)
        if not written.law.asp:
            _check_used_once(written, frozenset(var.id for var in unbound), draft.names, faults)


def binders(conditions: Iterable[Condition], known: frozenset[str] = frozenset()) -> frozenset[str]:
    """The variables that get their values here: from an occurrence, a fact, a content, a kind, or `N = ..` over bound ones.

    Of alternatives only what all of them bind counts. Times, identities, counts and denials bind nothing.
    """
    parts = tuple(_opened(conditions))
    found = known
    while True:
        more = found.union(*(_binds(part, found) for part in parts))
        if more == found:
            return found
        found = more


def new_occurrences(law: Law) -> tuple[Occurs, ...]:
    """What `then` brings about that was not there before: without a name, or with one that `given` does not bind."""
    bound = binders(law.given)
    told = (part for part in _flat(law.then) if isinstance(part, Occurs))
    return tuple(part for part in told if part.name is None or (isinstance(part.name, Var) and part.name.id not in bound))


def _flat(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        if isinstance(condition, AllOf):
            yield from _flat(condition.items)
        else:
            yield condition


def _opened(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """As `_flat`, with `true(that C)` as C: it binds what C does."""
    for condition in _flat(conditions):
        match condition:
            case Occurs(Atom("true", (Arg(value=Content(says)),))):
                yield from _opened([says])
            case _:
                yield condition


def _binds(condition: Condition, known: frozenset[str]) -> frozenset[str]:
    match condition:
        case Occurs(atom, name, _):
            values = [name, *(arg.value for arg in atom.args)]
            contents = [value for value in values if isinstance(value, Content)]
            return frozenset(value.id for value in (*values, *walk(tuple(contents))) if isinstance(value, Var))
        case OfKind(ref=Var(id=id_)):
            return frozenset([id_])
        case AnyOf(items):
            return frozenset.intersection(*(binders([item], known) for item in items))
        case Compare(left, "=", right):
            return _equated(left, right, known) | _equated(right, left, known)
        case _:
            return frozenset()


def _equated(side: object, other: object, known: frozenset[str]) -> frozenset[str]:
    if isinstance(side, Var) and all(node.id in known for node in walk(other) if isinstance(node, Var)):
        return frozenset([side.id])
    return frozenset()


def _unbound_in(law: Law) -> Iterator[Var]:
    bound = binders(law.given)
    yield from _unbound(law.given, frozenset())
    for conditions in (law.unless, law.never, law.must):
        yield from _unbound(conditions, bound)
    made = (part.name for part in new_occurrences(law) if isinstance(part.name, Var))
    known = bound.union(var.id for var in made)
    yield from (node for node in walk(law.then, _TESTED) if isinstance(node, Var) and node.id not in known)


def _unbound(conditions: Iterable[Condition], outer: frozenset[str]) -> Iterator[Var]:
    """The uses of variables that nothing around them binds; what is only here means any, or some."""
    parts = tuple(_opened(conditions))
    known = binders(parts, outer)
    for part in parts:
        match part:
            case AnyOf(items):
                for item in items:
                    yield from _unbound([item], known)
            case Count(var=var, counted=counted) | NoneOf(var=var, counted=counted) | Aggregate(var=var, counted=counted):
                inner = binders([counted], known)
                yield from (node for node in (var,) if node.id not in inner)
                yield from _unbound([counted], known)
                right = part.right if isinstance(part, Aggregate) else ()
                yield from (node for node in walk(right) if isinstance(node, Var) and node.id not in known)
            case _:
                yield from (node for node in walk(part) if isinstance(node, Var) and node.id not in known)


def _report_unbound(found: Iterable[Var], names: Names, faults: Faults) -> None:
    seen: set[str] = set()
    for var in found:
        if var.id not in seen:
            hint = _meant(var, names) or "names are written small, `algeria`; variables large"
            faults.error("T050", var.span, f"the variable `{var.id}` is bound nowhere", hint)
        seen.add(var.id)


def _meant(var: Var, names: Names) -> str:
    """The name that a capital made a variable of; one or two letters are like too many names."""
    near = nearest(var.id, names) if len(var.id) > 2 else ""
    return f"did you mean the {names.by_id[near][0].sort.value} `{near}`?" if near else ""


def _check_used_once(written: Written, unbound: frozenset[str], names: Names, faults: Faults) -> None:
    law = written.law
    new = {part.name.id for part in new_occurrences(law) if isinstance(part.name, Var)}
    whole = (law.given, law.unless, law.then, law.never, law.must)
    uses = Counter(_uses(whole))
    uses.update(_IN_TEXT.findall(written.rule.text))
    seen: set[str] = set()
    named = {node.name.id for node in walk(whole) if isinstance(node, Occurs) and isinstance(node.name, Var)}
    for var in (node for node in walk(whole) if isinstance(node, Var)):
        sure = not faults.doubts.variable(written.rule.span, var.id)
        if uses[var.id] == 1 and sure and var.id not in unbound | new | seen:
            hint = f"leave out `as {var.id}`" if var.id in named else f"write `_`, or name it in the rule's text as `${var.id}`"
            faults.error("T051", var.span, f"the variable `{var.id}` is used once", _meant(var, names) or hint)
        seen.add(var.id)


def _uses(whole: object) -> Iterator[str]:
    """One for each use. `p(..) as E before F` uses E twice; what an aggregate ranges over tells its cases apart."""
    for node in walk(whole):
        if isinstance(node, Var):
            yield node.id
        elif isinstance(node, Occurs) and isinstance(node.name, Var) and node.phrase is not None:
            yield node.name.id
        elif isinstance(node, Aggregate):
            yield from (inner.id for inner in walk(node.counted) if isinstance(inner, Var))
