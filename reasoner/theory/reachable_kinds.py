"""Which kinds each name could have at all: those it is declared or said to have, and those that rules may add.

It errs on the side of more. A variable of a rule may stand for whatever could stand in its roles and could be of its kinds;
what a rule concludes, or may have supposed for it, then holds of all of these; and names that may be one share everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import AllOf, Arg, Atom, Condition, Content, Name, Occurs, OfKind, Same, Var
from reasoner.language.rewrite import find, walk
from reasoner.theory.draft import Draft
from reasoner.theory.ir import Law
from reasoner.theory.kinds import Words

_Place = tuple[str, str]


class ReachableKinds:
    """Found once for a draft, by going through its rules until nothing is added."""

    def __init__(self, draft: Draft) -> None:
        self._words: Words = draft.words
        self._root: dict[str, str] = {}
        self._kinds: defaultdict[str, set[str]] = defaultdict(set)
        self._held: defaultdict[_Place, set[str]] = defaultdict(set)
        self._names = tuple(draft.names)
        self._exchanged = _exchanged(draft.words)
        self._grown = True
        for named in draft.names.all():
            for kind in named.kinds:
                self._add_kind(named.id, kind)
        for one in draft.theory.said:
            self._take_in(one.readings, {})
        while self._grown:
            self._grown = False
            for law in draft.theory.laws:
                self._take_in((law.then, law.must, law.unless), self._fitting(law))

    def of(self, name: str) -> frozenset[str]:
        """All kinds, with those above them, that the name may have in some world."""
        return frozenset(self._kinds[self._find(name)])

    # ------------------------------------------------------------ taking in what is said or concluded

    def _take_in(self, told: object, fitting: Mapping[str, frozenset[str]]) -> None:
        for node in walk(told):
            match node:
                case Occurs(Atom(predicate), (Name() | Var()) as ref) | OfKind((Name() | Var()) as ref, predicate):
                    for name in self._meant(ref, fitting):
                        self._add_kind(name, predicate)
                case Same(left, right):
                    first = self._meant(left, fitting)
                    for one in first:
                        for other in self._meant(right, fitting):
                            self._join(one, other)
                case Atom():
                    for arg in node.args:
                        self._hold(self._place(node, arg), self._meant(arg.value, fitting))
                case _:
                    pass

    def _meant(self, ref: object, fitting: Mapping[str, frozenset[str]]) -> frozenset[str]:
        if isinstance(ref, Name):
            return frozenset({self._find(ref.id)})
        return fitting.get(ref.id, frozenset()) if isinstance(ref, Var) else frozenset()

    def _add_kind(self, name: str, kind: str) -> None:
        above = self._words[kind].above if kind in self._words else (kind,)
        known = self._kinds[self._find(name)]
        self._grown |= not known.issuperset(above)
        known.update(above)

    def _hold(self, place: _Place, names: frozenset[str]) -> None:
        self._grown |= not self._held[place].issuperset(names)
        self._held[place].update(names)

    def _join(self, one: str, other: str) -> None:
        left, right = self._find(one), self._find(other)
        if left != right:
            self._root[right] = left
            self._kinds[left] |= self._kinds.pop(right, set())
            self._grown = True

    def _find(self, name: str) -> str:
        while name in self._root:
            name = self._root[name]
        return name

    # ------------------------------------------------------------ what a variable may stand for

    def _fitting(self, law: Law) -> dict[str, frozenset[str]]:
        """Each variable that `given` binds, with all that it may stand for."""
        found = {node.id: frozenset(map(self._find, self._names)) for node in find(law.given, Var)}
        for condition in _flat(law.given):
            match condition:
                case Occurs(atom, ref, _) if atom.predicate in self._words:
                    self._narrow(found, ref, self._of_kind(atom.predicate) if isinstance(ref, Var) else frozenset())
                    for arg in atom.args:
                        self._narrow(found, arg.value, frozenset(map(self._find, self._held[self._place(atom, arg)])))
                case OfKind(ref, kind):
                    self._narrow(found, ref, self._of_kind(kind))
                case _:
                    pass
        return found

    def _narrow(self, found: dict[str, frozenset[str]], ref: object, names: frozenset[str]) -> None:
        if isinstance(ref, Var):
            found[ref.id] &= names

    def _of_kind(self, kind: str) -> frozenset[str]:
        return frozenset(root for name in self._names if kind in self._kinds[root := self._find(name)])

    def _place(self, atom: Atom, arg: Arg) -> _Place:
        """A role of a fact; of all that has times the role alone, for one occurrence may have several kinds.

        Roles that a symmetric or transitive word exchanges are one, and so are all that are told by their place.
        """
        word = self._words.get(atom.predicate)
        if word is not None and word.form is Form.FACT:
            mixed = word.has(Mark.SYMMETRIC) or word.has(Mark.TRANSITIVE)
            return word.above[-1], "" if mixed else arg.role
        return "", "" if arg.role.isdigit() or arg.role in self._exchanged else arg.role


def _exchanged(words: Words) -> frozenset[str]:
    """The roles of symmetric words with times."""
    return frozenset(role.name for word in words.values() if word.has(Mark.SYMMETRIC) for role in word.roles)


def _flat(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    """The lines that must all be true; `true(that C)` is met by what nobody needs to have said, and narrows nothing."""
    for one in conditions:
        if isinstance(one, AllOf):
            yield from _flat(one.items)
        elif not (isinstance(one, Occurs) and (one.atom.predicate in {"true", "said"} or _speaks(one))):
            yield one


def _speaks(one: Occurs) -> bool:
    return any(isinstance(arg.value, Content) for arg in one.atom.args)
