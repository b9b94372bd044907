"""What is compared is a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reasoner.language.ir import Aggregate, Atom, Compare, Differs, LengthOf, Occurs, Var
from reasoner.language.rewrite import find
from reasoner.theory.draft import Draft
from reasoner.theory.faults import Faults, article

_TIMED = frozenset({"occurrence", "event", "state"})


def check_terms(draft: Draft, faults: Faults) -> None:
    """A variable that is compared stands in the role of a number wherever it stands in one."""
    told = _told(draft)
    for sentence in draft.sentences:
        for node in sentence.nodes:
            compared = node.compared if isinstance(node, Aggregate) else node
            if isinstance(compared, Compare | Differs):
                for var in _numbers((compared.left, compared.right)):
                    for type_ in told[sentence.owner].get(var.id, {}):
                        _report(var, type_, faults)


def _report(var: Var, type_: str, faults: Faults) -> None:
    if type_ != "number":
        times = "of two occurrences the times are compared: `E before F`"
        hint = times if type_ in _TIMED else "that two things are not one is `A is not B`"
        faults.error("T066", var.span, f"`{var.id}` stands for {article(type_)}, and no number", hint)


def _numbers(terms: object) -> Iterator[Var]:
    """The variables of terms that stand for numbers; not that of whose length they speak."""
    return find(terms, Var, closed=(LengthOf,))


def _told(draft: Draft) -> Mapping[str, dict[str, dict[str, None]]]:
    """For each rule the types of the roles in which its variables stand; what has a name by `as` is an occurrence."""
    found: defaultdict[str, dict[str, dict[str, None]]] = defaultdict(dict)
    for sentence in draft.sentences:
        for node in sentence.nodes:
            if isinstance(node, Occurs) and isinstance(node.name, Var):
                found[sentence.owner].setdefault(node.name.id, {})["occurrence"] = None
            if isinstance(node, Atom) and node.predicate in draft.words:
                _add_roles(node, draft, found[sentence.owner])
    return found


def _add_roles(atom: Atom, draft: Draft, found: dict[str, dict[str, None]]) -> None:
    types = {role.name: role.type for role in draft.words[atom.predicate].roles}
    for arg in atom.args:
        if isinstance(arg.value, Var) and arg.role in types:
            found.setdefault(arg.value.id, {})[types[arg.role]] = None
