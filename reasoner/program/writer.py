"""The program while it is written: its lines, and the tables that say what its terms mean."""

from __future__ import annotations

from reasoner.language.ir import Condition, Distance, Phrase, VarLength
from reasoner.language.rewrite import find
from reasoner.language.to_text import to_text
from reasoner.program.beside import beside_of
from reasoner.program.formula import Le
from reasoner.program.ir import InstanceRule, Line, Origin, Pattern, Tag
from reasoner.program.lengths import has_tolerance
from reasoner.program.terms import quote, values, variables, words


class Writer:
    """Gathers the lines of a program; every method that writes takes where the line comes from.

    `words` are the predicates and functions that stand in them.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.patterns: dict[str, Pattern] = {}
        self.tags: list[Tag] = []
        self.instances: dict[str, InstanceRule] = {}
        self._written: set[tuple[str, tuple[str, ...]]] = set()
        self._counts: dict[str, int] = {}
        self._told: dict[tuple[str, int], str] = {}  # the tag of an owner's condition, by the identity of what `tags` holds
        self._taken: dict[str, tuple[str, ...]] = {}  # the variables of each tag

    def rule(
        self, head: str, body: tuple[str, ...], origin: Origin, atoms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ) -> None:
        """Write `head :- body.` unless the same rule stands there already, or its body can never be true.

        `atoms` are as in `Line`.
        """
        parts = tuple(dict.fromkeys(body))
        if "#false" not in parts and (head, parts) not in self._written:
            self._written.add((head, parts))
            self.lines.append(Line(head, parts, origin, atoms))

    def words(self) -> frozenset[str]:
        """The predicates, functions and constants that are written so far."""
        return frozenset(words(*(line.text for line in self.lines)))

    def number(self, what: str) -> int:
        """1, 2, 3, .. for each thing counted."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def tag(self, owner: str, condition: Condition, phrase: Phrase) -> str:
        """A name for the bound or tolerance in the phrase of this condition of the owner."""
        told = owner, id(condition)
        if told in self._told:
            return self._told[told]
        made = Tag(f"{owner}/{self.number(f'tag {owner}')}", owner, condition, phrase, *_numbers(phrase))
        self.tags.append(made)
        self._taken[made.id] = made.variables
        self._told[told] = made.id
        return made.id

    def pattern(self, condition: Condition) -> str:
        """The key under which `absent` guards of this condition go."""
        key = to_text(condition)
        self.patterns.setdefault(key, Pattern(key, condition))
        return key

    def tested(self, bound: Le, base: tuple[str, ...], origin: Origin) -> str:
        """The literal that is true in a world iff the bound holds there; `base` binds its variables."""
        terms = self._terms(bound)
        self._days(bound, base, origin)
        self.rule(f"dom({terms})", base if variables(terms) else (), origin)
        return f"le({terms})"

    def imposed(self, bound: Le, body: tuple[str, ...], origin: Origin) -> None:
        """The bound holds in every world in which the body does."""
        terms = self._terms(bound)
        self._days(bound, body, origin)
        self.rule(f"diff({terms})", body, origin)

    def day(self, point: str, body: tuple[str, ...], origin: Origin) -> None:
        """Asks which day it is where a point is an end of one that is counted from something else."""
        told = beside_of(point)
        if told is not None:
            self.rule(f"need({told.term})", body if variables(told.term) else (), origin)
            self.day(told.anchor, body, origin)

    def _days(self, bound: Le, body: tuple[str, ...], origin: Origin) -> None:
        for point in (bound.left, bound.right):
            self.day(point, body, origin)

    def _terms(self, bound: Le) -> str:
        """What `le`, `dom` and `diff` say of a bound."""
        if not bound.tag:
            return f"{bound.left},{bound.right},{bound.limit}"
        return f"{bound.left},{bound.right},{bound.limit},{tagged(bound.tag, bound.shift, self._taken.get(bound.tag, ()))}"


def tagged(tag: str, shift: int = 0, named: tuple[str, ...] = ()) -> str:
    """The last term of a bound that comes from a told length, with the numbers of the data that the length takes, if any."""
    return f"told({quote(tag)},{shift},{values(named)})" if shift or named else quote(tag)


def _numbers(phrase: Phrase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The variables of the lengths in a phrase, and those among them that say how wide a bound or a tolerance is."""
    lengths = list(find(phrase, VarLength))
    fixed = [far.length for far in find(phrase, Distance) if has_tolerance(far)]
    named = tuple(dict.fromkeys(one.var.id for one in lengths))
    wide = [one.var.id for one in lengths if not any(one is other for other in fixed)]
    return named, tuple(dict.fromkeys(wide))
