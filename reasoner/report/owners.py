"""Who says a bound: the statement or rule that puts it into the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import Findings, Footing, Step
from reasoner.ground.ir import ZERO
from reasoner.program.ir import Program
from reasoner.program.writer import tagged
from reasoner.report.symbols import Call, symbol

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Owner:
    """`what` is "statement", "rule" or "document"; `id` is its id. `rank` is 1 of one reading among several."""

    what: str
    id: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Owners:
    """Looks bounds up in the program, and where it says them with variables, in the ground rules."""

    certain: Mapping[str, Owner]
    names: Mapping[int, str]
    bodies: Mapping[int, Sequence[tuple[int, ...]]]
    heads: Mapping[int, Sequence[int]]
    """For each literal the atoms that are derived with it."""
    forbidden: Mapping[int, Sequence[tuple[int, ...]]]
    """For each literal the constraints that it stands in."""
    told: Mapping[str, Owner]
    """By tag who tells a length."""
    kinds: Mapping[str, Sequence[int]]
    """By the text of a thing the atoms that say of what kind it is."""

    def name(self, atom: int) -> str:
        """The text of an atom; empty if it has none."""
        return self.names.get(abs(atom), "")

    def of(self, step: Step, preferred: Sequence[str] = ()) -> tuple[Owner, ...]:
        """Who says the bound of a step: of several that do, one in `preferred`; none for what is so by itself.

        A choice that nobody can give up, such as the date of a document that is one of two, is told by its own bound.
        """
        if step.atom == 0:
            found = self.certain.get(_head(step))
            return (found,) if found else ()
        if self.is_tested(step):
            return (self.told[step.told.tag],) if step.told and step.told.tag in self.told else self._imposing(step, preferred)
        owners = sorted(dict.fromkeys(self._above(abs(step.atom))), key=lambda owner: (owner.id not in preferred, owner.rank))
        if not owners and self.choices(step) and (found := self.certain.get(_head(step))):
            return (found,)
        return tuple(owners[:1])

    def is_tested(self, step: Step) -> bool:
        """Whether the bound is a condition, which is true or false in a world, and not what a statement says outright."""
        return step.atom < 0 or self.name(step.atom).startswith("le(")

    def _imposing(self, step: Step, preferred: Sequence[str]) -> tuple[Owner, ...]:
        """Who says a condition that holds since something is said that is no plain bound, such as "not during 2012"."""
        if step.footing not in {Footing.SAID, Footing.SHOWN}:
            return ()
        found = [owner for body in self._constraints(abs(step.atom)) for one in body if (owner := _owner(self.name(one)))]
        return tuple(sorted(dict.fromkeys(found), key=lambda owner: (owner.id not in preferred, owner.rank))[:1])

    def _constraints(self, atom: int) -> Iterator[tuple[int, ...]]:
        """Those in which an atom stands, or what is derived from it."""
        waiting = [atom]
        for one in waiting:
            for literal in (one, -one):
                yield from self.forbidden.get(literal, ())
            heads = (*self.heads.get(one, ()), *self.heads.get(-one, ()))
            waiting += [head for head in heads if head not in waiting and not self.name(head).startswith("piece(")]

    def bringing(self, thing: str) -> tuple[Owner, ...]:
        """The statements and rules by which a thing is of some kind; none where that is certain."""
        return tuple(dict.fromkeys(owner for atom in self.kinds.get(thing, ()) for owner in self._above(atom)))

    def choices(self, step: Step) -> tuple[str, ...]:
        """The names of the alternatives or readings by which the bound of a step holds."""
        found = (self.name(one) for level in self._levels(abs(step.atom)) for one in level)
        return tuple(name for name in found if name.startswith(("way(", "reads(")))

    def _above(self, atom: int) -> Iterator[Owner]:
        """The nearest statements and rules that an atom is derived from, level by level."""
        for level in self._levels(atom):
            found = [owner for one in level if (owner := _owner(self.name(one))) is not None]
            if found:
                yield from found
                return

    def _levels(self, atom: int) -> Iterator[list[int]]:
        """The atom, what it is derived from, what that is, and so on; each once, as far as statements and rules."""
        level, seen = [atom], {atom}
        for _ in range(_DEEPEST):
            yield level
            if any(_owner(self.name(one)) for one in level):
                return
            below = [literal for one in level for body in self.bodies.get(one, ()) for literal in body if literal > 0]
            level = [one for one in dict.fromkeys(below) if one not in seen]
            seen.update(level)


def owners_of(findings: Findings) -> Owners:
    """The table for a set of findings."""
    bodies: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    forbidden: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    heads: defaultdict[int, list[int]] = defaultdict(list)
    kinds: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[int, str] = {}
    for part in findings.parts:
        names.update(part.atoms)
        for rule in part.rules:
            for head in rule.head:
                bodies[head].append(rule.body)
            for literal in rule.body:
                heads[literal] += rule.head
            for literal in rule.body if not rule.head else ():
                forbidden[literal].append(rule.body)
        for weighted in part.weights:
            for literal, _ in weighted.body:
                heads[literal] += weighted.head
    for atom, name in names.items():
        if name.startswith("kind("):
            kinds[_thing(name)].append(atom)
    return Owners(dict(_certain(findings.program)), names, bodies, heads, forbidden, dict(_telling(findings)), kinds)


def _thing(kind: str) -> str:
    """What an atom `kind(x,"k")` is about, as text."""
    return kind.removeprefix("kind(").rpartition(",")[0]


def _telling(findings: Findings) -> Iterator[tuple[str, Owner]]:
    """Of each tag the statement or rule that tells the length."""
    said = frozenset(said.id for said in findings.program.theory.said)
    laws = frozenset(law.id for law in findings.program.theory.laws)
    for tag in findings.program.tags:
        if tag.owner in said or tag.owner in laws:
            yield tag.id, Owner("statement" if tag.owner in said else "rule", tag.owner)


def _certain(program: Program) -> Iterator[tuple[str, Owner]]:
    """The bounds that hold in every world, by their text; of several owners the first, as `dict` keeps the last."""
    doubtful = frozenset(said.id for said in program.theory.said if not said.certain)
    for line in reversed(program.lines):
        if line.head.startswith("diff(") and line.origin.id and line.origin.id not in doubtful:
            yield line.head, Owner(line.origin.what, line.origin.id)


def _head(step: Step) -> str:
    left, right = (point if point != ZERO else "0" for point in (step.limit.left, step.limit.right))
    tag = f",{tagged(step.told.tag, step.told.shift)}" if step.told else ""
    return f"diff({left},{right},{step.limit.ticks}{tag})"


def _owner(name: str) -> Owner | None:
    """What an atom says of its owner: `holds("s")`, `reads("s",1)`, `fires("r",..)`, `le(..,"r/1")`."""
    if not name:
        return None
    match symbol(name):
        case Call("holds", (str() as ident,)):
            return Owner("statement", ident)
        case Call("reads", (str() as ident, _)):
            return Owner("statement", ident, 1)
        case Call("fires", (str() as ident, _)):
            return Owner("rule", ident)
        case _:
            return None
