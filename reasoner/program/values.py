"""What stands in roles, as terms: names, numbers, texts and contents.

`that attack(by mujao)`   becomes `content("attack(by $1)",("mujao",))`
`that attack(by A)`       in a condition is met by what says it: a content that is alike, or a statement

`says(X,C)` is so of every content C and itself, and of a statement X and what it says.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reasoner.language.ir import Anything, Condition, Content, Name, Number, Quoted, Value, Var
from reasoner.language.shapes import Shape, shape
from reasoner.program import moments
from reasoner.program.ir import Origin
from reasoner.program.numbers import Numbers
from reasoner.program.terms import quote, values, variables
from reasoner.program.writer import Writer


@dataclass(frozen=True, slots=True)
class Values:
    """Makes terms. `contents` are the shapes of all contents met so far, `wanted` of those that a condition asks for, by key."""

    writer: Writer
    numbers: Numbers
    contents: dict[str, Shape] = field(default_factory=dict)
    wanted: dict[str, Shape] = field(default_factory=dict)

    def term(self, value: Value) -> str:
        """What stands in a role, as an ASP term; a number that is not exact can only be claimed (see `Claims`)."""
        match value:
            case Name() | Var():
                return moments.term(value)
            case Anything():
                return "_"
            case Quoted(text):
                return f"text({quote(text)})"
            case Number():
                return str(self.numbers.scaled(value))
            case Content(says):
                return self._content(says)
            case _:
                msg = f"{value} was let through"
                raise AssertionError(msg)

    def _content(self, says: Condition) -> str:
        """A content as a term; one without variables is there for all that ranges over contents."""
        made, _ = shape(says)
        self.contents.setdefault(made.key, made)
        found = self.content(says)
        if not variables(found):
            self.writer.rule(f"says({found},{found})", (), Origin("content", made.key))
        return found

    def content(self, says: Condition) -> str:
        """The term of a content, which need not be there."""
        made, told = shape(says)
        inner = (f"_A{self.writer.number('anything')}" if isinstance(one, Anything) else self.term(one) for one in told)
        return f"content({quote(made.key)},{values(tuple(inner))})"

    def asked(self, args: dict[str, Value]) -> tuple[dict[str, str], tuple[str, ...]]:
        """What is asked of roles; for `that C` any content that is alike, or a statement that says so."""
        found: dict[str, str] = {}
        alike: list[str] = []
        for role, value in args.items():
            found[role] = self.term(value)
            if isinstance(value, Content):
                made, _ = shape(value.says)
                self.wanted.setdefault(made.key, made)
                alike.append(f"says(_C{self.writer.number('content')},{found[role]})")
                found[role] = variables(alike[-1])[0]
        return found, tuple(alike)
