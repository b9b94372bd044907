"""Variables of rules and queries: each is bound somewhere, and none is used only once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

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
    Every,
    LengthOf,
    NoneOf,
    Occurs,
    OfKind,
    Own,
    Var,
)
from reasoner.language.rewrite import contains, find, walk
from reasoner.theory.draft import Draft, Where
from reasoner.theory.faults import Faults, nearest
from reasoner.theory.ir import Law
from reasoner.theory.laws import Written
from reasoner.theory.names import Names
from reasoner.theory.own import as_variables
from reasoner.theory.stated_counts import alone_in_counts, uses

_ALIKE = 0.75
_STATED = "a statement has no variables; names are written small, `{name}`"
_ASKED = "say what it is, as in `attack(..) as {var} and {var} during 2012`"
_GIVEN = "a line of `given` must say what it is, as in `attack(by {var})`; names are written small"
_LASTS = "how long something lasts is no number of the data: write `length of ..` where `{var}` stands"
_COUNTS = (Count, NoneOf, Aggregate, Every)
"""What can only be tested; where it is stated or concluded, that is the fault."""
_IN_TEXT = re.compile(r"\$([A-Z][A-Za-z0-9_]*)")


def check_variables(draft: Draft, faults: Faults) -> None:
    for sentence in draft.sentences:
        own = _unbound_in_contents(sentence.condition)
        if sentence.where is Where.STATEMENT:
            stated = list(find(sentence.condition, Var, closed=_COUNTS))
            alone = alone_in_counts(sentence.condition)
            _report_unbound([*own, *stated, *alone], frozenset(), Unbound(draft.names, _STATED), faults)
        elif sentence.where is Where.QUERY:
            condition = (sentence.condition,)
            unbound = [*own, *_unbound(condition, frozenset())]
            _report_unbound(unbound, binders(condition), Unbound(draft.names, _ASKED), faults)
    for written in draft.written:
        rule, law = written.rule.span, written.law
        unbound = [var for var in _unbound_in(law) if not faults.doubts.variable(rule, var.id)]
        known = frozenset(node.id for node in find(_lines(law), Var)) - {var.id for var in unbound}
        _report_unbound(unbound, known, Unbound(draft.names, _GIVEN, _measured(law)), faults)
        _report_shared(_shared_in(law), faults)
        if not law.asp:
            _check_used_once(written, frozenset(var.id for var in unbound), draft.names, faults)


@dataclass(frozen=True, slots=True)
class Unbound:
    """What variables that are bound nowhere may have been meant as, and what to do where nothing is like them."""

    names: Names
    otherwise: str
    measured: frozenset[str] = frozenset()  # those that are said to be as much as something lasts


def _lines(law: Law) -> tuple[tuple[Condition, ...], ...]:
    """All conditions of a rule, with variables for what belongs to the counts in their contents."""
    return as_variables((law.given, law.unless, law.then, law.never, law.must))


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
    """How long something lasts is no value: each world has its own."""
    if not isinstance(side, Var) or contains(other, LengthOf):
        return frozenset()
    return frozenset([side.id] if all(node.id in known for node in find(other, Var)) else ())


def _unbound_in(law: Law) -> Iterator[Var]:
    bound = binders(law.given)
    for condition in (*law.given, *law.unless, *law.then, *law.never, *law.must):
        yield from _unbound_in_contents(condition)
    yield from _unbound(law.given, frozenset())
    for conditions in (law.unless, law.never, law.must):
        yield from _unbound(conditions, bound)
    made = (part.name for part in new_occurrences(law) if isinstance(part.name, Var))
    known = bound.union(var.id for var in made)
    yield from (node for node in find(law.then, Var, closed=_COUNTS) if node.id not in known)


def _unbound(conditions: Iterable[Condition], outer: frozenset[str]) -> Iterator[Var]:
    """The uses of variables that nothing around them binds; what is only here means any, or some."""
    parts = tuple(_opened(conditions))
    known = binders(parts, outer)
    for part in parts:
        match part:
            case AnyOf(items):
                for item in items:
                    yield from _unbound([item], known)
            case Count() | NoneOf() | Aggregate() | Every():
                var, counted = part.var, part.counted
                inner = binders([counted], known)
                yield from (node for node in (var,) if isinstance(node, Var) and node.id not in inner)
                yield from _unbound([counted], known)
                right = part.right if isinstance(part, Aggregate) else part.recurs if isinstance(part, Every) else ()
                yield from (node for node in find(right, Var) if node.id not in known)
            case _:
                yield from (node for node in find(part, Var) if node.id not in known)


def _unbound_in_contents(condition: Condition) -> Iterator[Var]:
    """The variables of counts inside of contents that nothing there binds; all other variables of a content it binds itself."""
    for content in find(condition, Content, closed=(*_COUNTS, Content)):
        own = {node.id for node in find(content.says, Own)}
        inner = list(find(content.says, Content, closed=(*_COUNTS, Content)))
        known = frozenset(node.id for node in (*walk(content.says), *walk(tuple(inner))) if isinstance(node, Var))
        apart = frozenset(node.id for node in find(tuple(inner), Own))
        yield from (var for var in _unbound([as_variables(content.says)], known | apart) if var.id in own)
        yield from _unbound_in_contents(content.says)


def _shared_in(law: Law) -> Iterator[Var]:
    bound = binders(law.given)
    yield from _shared(law.given, frozenset())
    for conditions in (law.unless, law.never, law.must):
        yield from _shared(conditions, bound)


def _shared(conditions: Iterable[Condition], outer: frozenset[str]) -> Iterator[Var]:
    """The variables that a count ranges over although something outside of it binds them."""
    parts = tuple(_opened(conditions))
    known = binders(parts, outer)
    for part in parts:
        match part:
            case AnyOf(items):
                for item in items:
                    yield from _shared([item], known)
            case Count() | NoneOf() | Aggregate() | Every():
                var, counted = part.var, part.counted
                yield from (node for node in (var,) if isinstance(node, Var) and node.id in known)
                yield from _shared([counted], known)
            case Occurs(atom):
                counts = find(atom, *_COUNTS)
                yield from (Var(one.var.id, one.var.span) for one in counts if one.var.id in known)
            case _:
                pass


def _report_shared(found: Iterable[Var], faults: Faults) -> None:
    for var in {var.id: var for var in found}.values():
        message = f"`{var.id}` stands for one thing outside of this count, so that there is nothing to count"
        faults.error("T058", var.span, message, "give what is counted a variable of its own")


def _measured(law: Law) -> frozenset[str]:
    """The variables that are said to be as much as something lasts."""
    equations = [node for node in find(law.given, Compare) if node.op == "="]
    sides = [pair for one in equations for pair in ((one.left, one.right), (one.right, one.left))]
    return frozenset(side.id for side, other in sides if isinstance(side, Var) and isinstance(other, LengthOf))


def _report_unbound(found: Iterable[Var], known: frozenset[str], place: Unbound, faults: Faults) -> None:
    seen: set[str] = set()
    for var in found:
        if var.id not in seen:
            meant = "" if var.id in place.measured else _like(var, known) or _meant(var, place.names)
            otherwise = _LASTS if var.id in place.measured else place.otherwise
            hint = meant or otherwise.format(var=var.id, name=var.id.lower())
            faults.error("T050", var.span, f"the variable `{var.id}` is bound nowhere", hint)
        seen.add(var.id)


def _like(var: Var, known: Iterable[str]) -> str:
    """The variable of the same rule that may be meant; one or two letters are like too many."""
    near = misspelt(var.id, known)
    return f"did you mean `{near}`?" if near else ""


def misspelt(word: str, known: Iterable[str]) -> str:
    """The variable that one with a slip of the pen in it may be, or "" if there is none."""
    found = get_close_matches(word, sorted(set(known) - {word}), n=1, cutoff=_ALIKE) if len(word) > 2 else []
    return found[0] if found else ""


def _meant(var: Var, names: Names) -> str:
    """The name that a capital made a variable of; one or two letters are like too many names."""
    near = nearest(var.id, names) if len(var.id) > 2 else ""
    return f"did you mean the {names.by_id[near][0].sort.value} `{near}`?" if near else ""


def _check_used_once(written: Written, unbound: frozenset[str], names: Names, faults: Faults) -> None:
    once = [var for var in _once(written, unbound) if not faults.doubts.variable(written.rule.span, var.id)]
    named = {node.name.id for node in find(_lines(written.law), Occurs) if isinstance(node.name, Var)}
    known = {node.id for node in find(_lines(written.law), Var)}
    for nth, var in enumerate(once):
        before, after = (misspelt(var.id, [one.id for one in part]) for part in (once[:nth], once[nth + 1 :]))
        if before:
            message = f"the variables `{before}` and `{var.id}` are used once each"
            faults.error("T051", var.span, message, f"if they are one, write `{before}` in both places")
        elif not after:
            hint = f"leave out `as {var.id}`" if var.id in named else f"write `_`, or name it in the rule's text as `${var.id}`"
            hint = _like(var, known) or _meant(var, names) or hint
            faults.error("T051", var.span, f"the variable `{var.id}` is used once", hint)


def _once(written: Written, unbound: frozenset[str]) -> list[Var]:
    """The variables that are used once, and are not what another one, which is told already, is meant to be."""
    variables = list(find(_lines(written.law), Var))
    holes = _IN_TEXT.findall(written.rule.text)
    used = Counter([*uses(_lines(written.law)), *holes])
    new = {part.name.id for part in new_occurrences(written.law) if isinstance(part.name, Var)}
    told = unbound.union(holes) - {var.id for var in variables if var.id not in unbound}
    return [var for var in variables if used[var.id] == 1 and var.id not in new | told and not misspelt(var.id, told)]
