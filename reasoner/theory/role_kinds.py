"""What stands in a role whose type is a kind of the vocabulary can be of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reasoner.language.ir import Atom, Name
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, article, did_you_mean, listed, quoted
from reasoner.theory.kinds import TYPES, form_of, sorts_of
from reasoner.theory.reachable_kinds import ReachableKinds
from reasoner.theory.role_types import in_role

_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Use:
    """A name in a role, and the kind that the role wants."""

    name: Name
    role: str
    kind: str


def check_role_kinds(draft: Draft, faults: Faults) -> None:
    """A name that neither is of the kind by how it is declared, nor can become so by anything said or concluded, is a fault.

    What stands there and is no thing or no occurrence at all, or an event instead of a state, is told by `check_role_types`.
    """
    declared = _declared(draft)
    unsure = [use for use in _uses(draft) if use.kind not in declared.get(use.name.id, ())]
    if not unsure:
        return
    reachable = ReachableKinds(draft)
    fitting: dict[str, list[str]] = {}
    for use in unsure:
        kinds = reachable.of(use.name.id)
        if use.kind in kinds or not kinds.issubset(draft.words) or faults.doubts.kinds(use.name.id):
            continue
        if use.kind not in fitting:
            fitting[use.kind] = [name for name in draft.names if use.kind in reachable.of(name)]
        message = f"`{use.name.id}` is {_given(kinds, draft)}; {article(use.kind)} is wanted {in_role(use.role)}"
        faults.error("T034", use.name.span, message, _hint(use, fitting[use.kind]))


def _declared(draft: Draft) -> dict[str, frozenset[str]]:
    """The kinds that things are declared with, and those above them."""
    above = {word.id: word.above for word in draft.words.values()}
    return {
        named.id: frozenset(kind for told in named.kinds for kind in above.get(told, (told,))) for named in draft.names.all()
    }


def _uses(draft: Draft) -> Iterator[_Use]:
    """Names in roles of a kind, where they stand for something that can have kinds."""
    own: Mapping[str, Mapping[str, str]] = {
        word.id: {role.name: role.type for role in word.roles if role.type in draft.words and role.type not in TYPES}
        for word in draft.words.values()
    }
    for sentence in draft.sentences:
        for node in sentence.nodes:
            if not isinstance(node, Atom) or not own.get(node.predicate):
                continue
            for arg in node.args:
                kind = own[node.predicate].get(arg.role)
                if kind is not None and isinstance(arg.value, Name) and _has_kinds(arg.value, kind, draft):
                    yield _Use(arg.value, arg.role, kind)


def _has_kinds(name: Name, kind: str, draft: Draft) -> bool:
    """Whether it is of the sort and the form that are wanted."""
    forms, form = draft.forms.get(name.id, frozenset()), form_of(kind, draft.words)
    fits = form is None or not forms or form in forms
    return fits and bool(draft.names.sorts(name.id) & sorts_of(kind, draft.words))


def _given(kinds: frozenset[str], draft: Draft) -> str:
    """What it is: the kinds that no other of them is below."""
    lowest = [kind for kind in sorted(kinds) if not any(kind in draft.words[other].above[1:] for other in kinds)]
    own = [kind for kind in lowest if kind not in TYPES] or lowest
    return listed([article(kind) for kind in own], "and") if own else "of no kind"


def _hint(use: _Use, fitting: list[str]) -> str:
    """The name of that kind that is nearest in spelling, or those that there are, or how to give it the kind."""
    if not fitting:
        return f"nothing here is {article(use.kind)}: declare it with `kind: {use.kind}`, or state that it `is {article(use.kind)}`"
    shown = listed(quoted(fitting[:_MOST_SHOWN]), "and")
    more = ", among others" if len(fitting) > _MOST_SHOWN else ""
    are = "is" if len(fitting) == 1 else "are"
    return did_you_mean(use.name.id, fitting, otherwise=f"of this kind {are} {shown}{more}")
