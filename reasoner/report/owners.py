"""Who says a bound: the statement or rule that puts it into the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import Findings, Step
from reasoner.ground.ir import ZERO
from reasoner.program.ir import Program
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
    forbidden: Mapping[int, Sequence[tuple[int, ...]]]
    """For each literal the constraints that it stands in."""

    def name(self, atom: int) -> str:
        """The text of an atom; empty if it has none."""
        return self.names.get(abs(atom), "")

    def of(self, step: Step, preferred: Sequence[str] = ()) -> tuple[Owner, ...]:
        """Who says the bound of a step: of several that do, one in `preferred`; none for what is so by itself."""
        if step.atom == 0:
            found = self.certain.get(_head(step))
            return (found,) if found else ()
        owners = sorted(dict.fromkeys(self._above(abs(step.atom))), key=lambda owner: (owner.id not in preferred, owner.rank))
        return tuple(owners[:1])

    def forbidding(self, step: Step, preferred: Sequence[str]) -> tuple[Owner, ...]:
        """The statement that forbids a tested condition to be otherwise, if one does so by itself."""
        found = [owner for body in self.forbidden.get(-step.atom, ()) for one in body if (owner := _owner(self.name(one)))]
        return tuple(sorted(dict.fromkeys(found), key=lambda owner: (owner.id not in preferred, owner.rank))[:1])

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
    names: dict[int, str] = {}
    for part in findings.parts:
        names.update(part.atoms)
        for rule in part.rules:
            for head in rule.head:
                bodies[head].append(rule.body)
            for literal in rule.body if not rule.head else ():
                forbidden[literal].append(rule.body)
    return Owners(dict(_certain(findings.program)), names, bodies, forbidden)


def _certain(program: Program) -> Iterator[tuple[str, Owner]]:
    """The bounds that hold in every world, by their text; of several owners the first, as `dict` keeps the last."""
    doubtful = frozenset(said.id for said in program.theory.said if not said.certain)
    for line in reversed(program.lines):
        head = line.text.partition(" :- ")[0].removesuffix(".")
        if head.startswith("diff(") and line.origin.id and line.origin.id not in doubtful:
            yield head, Owner(line.origin.what, line.origin.id)


def _head(step: Step) -> str:
    left, right = (point if point != ZERO else "0" for point in (step.limit.left, step.limit.right))
    tag = f',"{step.tag}"' if step.tag else ""
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
