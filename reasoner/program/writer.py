"""The program while it is written: its lines, and the tables that say what its terms mean."""

from __future__ import annotations

from reasoner.language.ir import Condition
from reasoner.language.to_text import to_text
from reasoner.program.formula import Amount, Le
from reasoner.program.ir import InstanceRule, Line, Origin, Pattern, Tag
from reasoner.program.terms import quote, variables, words


class Writer:
    """Gathers the lines of a program; every method that writes takes where the line comes from.

    `words` are the predicates and functions that stand in them.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.patterns: dict[str, Pattern] = {}
        self.tags: list[Tag] = []
        self.instances: dict[str, InstanceRule] = {}
        self.words: set[str] = set()
        self._written: set[tuple[str, tuple[str, ...]]] = set()
        self._counts: dict[str, int] = {}

    def rule(
        self, head: str, body: tuple[str, ...], origin: Origin, atoms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ) -> None:
        """Write `head :- body.` unless the same rule stands there already, or its body can never be true.

        `atoms` are as in `Line`.
        """
        parts = tuple(dict.fromkeys(body))
        if "#false" not in parts and (head, parts) not in self._written:
            self._written.add((head, parts))
            self.words.update(words(head, *parts))
            self.lines.append(Line(head, parts, origin, atoms))

    def number(self, what: str) -> int:
        """1, 2, 3, .. for each thing counted."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def tag(self, owner: str, condition: Condition) -> str:
        """A name for the bound or tolerance in this condition of the owner."""
        for known in self.tags:
            if known.owner == owner and known.condition is condition:
                return known.id
        made = Tag(f"{owner}/{self.number(f'tag {owner}')}", owner, condition)
        self.tags.append(made)
        return made.id

    def pattern(self, condition: Condition, *, otherwise: bool = False) -> str:
        """The key under which `absent` guards of this condition go; `otherwise` counts where every use has it."""
        key = to_text(condition)
        known = self.patterns.get(key)
        self.patterns[key] = Pattern(key, condition, otherwise and (known is None or known.otherwise))
        return key

    def tested(self, bound: Le, base: tuple[str, ...], origin: Origin) -> str:
        """The literal that is true in a world iff the bound holds there; `base` binds its variables."""
        terms = f"{bound.left},{bound.right},{_amount(bound.limit)}" + (f",{quote(bound.tag)}" if bound.tag else "")
        self.rule(f"dom({terms})", base if variables(terms) else (), origin)
        return f"le({terms})"

    def imposed(self, bound: Le, body: tuple[str, ...], origin: Origin) -> None:
        """The bound holds in every world in which the body does."""
        terms = f"{bound.left},{bound.right},{_amount(bound.limit)}" + (f",{quote(bound.tag)}" if bound.tag else "")
        self.rule(f"diff({terms})", body, origin)


def _amount(amount: Amount) -> str:
    return str(amount)
