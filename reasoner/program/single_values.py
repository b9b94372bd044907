"""Roles of which there is just one value: built-in certain rules, each with its instances.

A role told by its place has one value for each occurrence (of a symmetric word, the two parties as a set); a role that is
`functional` has one for each choice of the others, of events and states while they share a tick.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from reasoner.dossier.ir import Form, Mark
from reasoner.language.ir import Name, Occurs, Var
from reasoner.language.rewrite import find, walk
from reasoner.program.comparisons import Comparisons
from reasoner.program.ir import InstanceRule, Origin
from reasoner.program.terms import quote, values
from reasoner.program.timed import Scope
from reasoner.program.writer import Writer
from reasoner.theory.ir import Law, Signature, Theory


def told_kinds(theory: Theory) -> Counter[str]:
    """How often something of each kind, or of a kind below it, is said, concluded, or supposed of what is there.

    A raw block may conclude anything, and more than once.
    """
    above = {signature.id: signature.above for signature in theory.signatures}
    claims = ([said.readings for said in theory.said], [law.then for law in theory.laws])
    told = [node for part in claims for node in find(tuple(part), Occurs)]
    told += [node for law in theory.laws for node in _supposed(law)]
    raw = {signature.id: 2 for signature in theory.signatures if any(law.asp for law in theory.laws)}
    return Counter(kind for node in told for kind in above.get(node.atom.predicate, ())) + Counter(raw)


def _supposed(law: Law) -> Iterator[Occurs]:
    """What may be supposed, by an exception or a duty, of an occurrence that is named or that the rule has met."""
    met = set(find(law.given, Var))
    for node in walk((law.unless, law.must)):
        if isinstance(node, Occurs) and (isinstance(node.name, Name) or node.name in met):
            yield node


def one_value(signature: Signature, known: Counter[str], writer: Writer, origin: Origin) -> None:
    """Two statements on one occurrence, or an identity of two, must not give a role that is told by its place two values.

    Numbers are left out: two statements on one occurrence give two of them. Only what is told at least twice can clash.
    """
    told = [role.name for role in signature.roles if role.name.isdigit() and role.type != "number"]
    inherited = len(signature.above) > 1
    if signature.form is Form.FACT or inherited or not told or known[signature.id] < 2:
        return
    if signature.has(Mark.SYMMETRIC):
        _three_parties(signature, writer, origin)
        return
    for role in told:
        key = f"one value of role {role} of {signature.id}"
        roles = (f"role(E,{quote(role)},X)", f"role(E,{quote(role)},Y)")
        body = (f"kind(E,{quote(signature.id)})", *roles, *_differ("X", "Y"))
        _instance(InstanceRule(key, signature.id, ("E", "X", "Y")), body, (), (writer, origin))


def _three_parties(signature: Signature, writer: Writer, origin: Origin) -> None:
    word = quote(signature.id)
    key = f"two parties of {signature.id}"
    pairs = tuple(f"pair(E,{word},{one},_)" for one in ("X", "Y", "Z"))
    differ = tuple(literal for one, other in combinations(("X", "Y", "Z"), 2) for literal in _differ(one, other))
    _instance(InstanceRule(key, signature.id, ("E", "X", "Y", "Z")), (*pairs, *differ), (), (writer, origin))


def functional(signature: Signature, comparisons: Comparisons, origin: Origin) -> None:
    """One value of a role for each choice of the others; of events and states, while they share a tick."""
    for role in signature.functional:
        _Functional(signature, role, comparisons, origin).write()


@dataclass(frozen=True, slots=True)
class _Functional:
    """One role with one value, and what it needs to be written.

    Two numbers of which one is not exact differ in some worlds and are equal in others.
    """

    signature: Signature
    role: str
    comparisons: Comparisons
    origin: Origin

    def write(self) -> None:
        word, to = quote(self.signature.id), (self.comparisons.timed.writer, self.origin)
        first = {role.name: f"X{nth}" for nth, role in enumerate(self.signature.roles, 1)}
        second = {name: f"Z{var}" if self._unknown(name) else var for name, var in first.items()} | {self.role: "Y"}
        told = tuple(f"{name} != none" for name in (first[self.role], "Y"))
        key = f"one {self.role} of {self.signature.id}"
        if self.signature.form is Form.FACT:
            tuples = tuple(f"fact({','.join([word, *names.values()])})" for names in (first, second))
            body, differ = self._bodies((*tuples, *told), first, second)
            rule = InstanceRule(key, self.signature.id, (*first, f"other {self.role}"))
            _instance(rule, body, differ, to, (*first.values(), "Y"))
            return
        seen = (*_seen("E", word, first), *_seen("F", word, second))
        body, differ = self._bodies(seen, first, second)
        for bound in ("s(E),e(F),0", "s(F),e(E),0"):
            to[0].rule(f"dom({bound})", body, self.origin)
        shared = ("le(s(E),e(F),0)", "le(s(F),e(E),0)")
        _instance(InstanceRule(key, self.signature.id, ("E", "F")), body, (*shared, *differ), to)

    def _unknown(self, role: str) -> bool:
        return (self.signature.id, role) in self.comparisons.numbers.unknown

    def _bodies(
        self, told: tuple[str, ...], first: dict[str, str], second: dict[str, str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What two tellings of one thing are, and that their values are not the same."""
        one = first[self.role]
        body = (*told, *_differ(one, "Y"))
        others = [(var, second[name]) for name, var in first.items() if name != self.role and self._unknown(name)]
        for var, other in others:
            body = (*body, *self.comparisons.alike(var, other, self._scope(body)))
        if not self._unknown(self.role):
            return body, ()
        head = f"alike({quote(self.signature.id)},{quote(self.role)},{one},Y)"
        self.comparisons.timed.writer.rule(head, (*body, *self.comparisons.alike(one, "Y", self._scope(body))), self.origin)
        return body, (f"not {head}",)

    def _scope(self, body: tuple[str, ...]) -> Scope:
        return Scope(self.signature.id, self.origin, body)


def _seen(occurrence: str, word: str, names: dict[str, str]) -> Iterable[str]:
    return (f"kind({occurrence},{word})", *(f"role({occurrence},{quote(role)},{name})" for role, name in names.items()))


def _differ(one: str, other: str) -> tuple[str, ...]:
    return f"{one} < {other}", f"not same({one},{other})"


def _instance(
    rule: InstanceRule,
    body: tuple[str, ...],
    timed: tuple[str, ...],
    to: tuple[Writer, Origin],
    names: tuple[str, ...] | None = None,
) -> None:
    """Broken where the body and what times decide are so; it stands where the body is."""
    writer, origin = to
    instance = f"inst({quote(rule.key)},{values(rule.variables if names is None else names)})"
    writer.rule(f"broken({instance})", (*body, *timed), origin)
    writer.rule(f"stands({instance})", body, origin)
    writer.instances[rule.key] = rule
