"""What a condition on times is tested for: whether a rule is broken, whether something meets it, whether it is lifted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from reasoner.explanation.ir import Findings
from reasoner.report.owners import Owners
from reasoner.report.symbols import Call, Symbol, symbol


class Role(Enum):
    """What is said of an instance of a rule."""

    MET = "met"
    LIFTED = "lifted"
    BROKEN = "broken"
    APPLIED = "fires"
    """Its conclusion is so."""


@dataclass(frozen=True, slots=True)
class Use:
    """That the instance of a rule with these values is so, or is not so, may depend on a condition."""

    role: Role
    rule: str
    values: tuple[Symbol, ...]
    so: bool


@dataclass(frozen=True, slots=True)
class Uses:
    """Looks forward from a condition, through the rules that are made of it."""

    names: Mapping[int, str]
    heads: Mapping[int, Sequence[int]]
    """For each literal the atoms that are derived with it."""
    owners: Mapping[str, str]
    """By the key of an instance its rule."""
    due: frozenset[str]
    """Rules that test no other date than that their deadline is past."""

    def of(self, literal: int) -> tuple[Use, ...]:
        """What it helps to make so that this literal is true, in the order in which it is met.

        That it tells in which piece of time something lies counts for nothing.
        """
        found: dict[Use, None] = {}
        waiting = [literal]
        for one in waiting:
            for sign in (1, -1):
                for head in self.heads.get(sign * one, ()):
                    name = self.names.get(head, "")
                    if use := self._use(name, so=sign > 0):
                        found[use] = None
                    elif sign * head not in waiting and not name.startswith(("piece(", "stops(")):
                        waiting.append(sign * head)
        return tuple(found)

    def tested(self, literal: int) -> tuple[Use, ...]:
        """As `of`, of rules that ask for something."""
        return tuple(use for use in self.of(literal) if use.role is not Role.APPLIED)

    def is_deadline(self, literal: int) -> bool:
        """Whether a condition about a date can only be that a deadline is not past."""
        uses = self.tested(literal)
        return bool(uses) and all(use.role is Role.BROKEN and not use.so and use.rule in self.due for use in uses)

    def _use(self, name: str, *, so: bool) -> Use | None:
        if not name.startswith(("met(", "lifted(", "broken(", "fires(")):
            return None
        match symbol(name):
            case Call("met" | "lifted" | "fires" as role, (str() as rule, Call(args=values))):
                return Use(Role(role), rule, values, so)
            case Call("broken", (Call("inst", (str() as key, Call(args=values))),)):
                return Use(Role.BROKEN, self.owners.get(key, key), values, so)
            case _:
                return None


def uses_of(findings: Findings, owners: Owners) -> Uses:
    """The table for a set of findings."""
    instances = findings.program.instances
    due = frozenset(rule.owner for rule in instances if rule.due)
    return Uses(owners.names, owners.heads, {rule.key: rule.owner for rule in instances}, due)
