"""An ASP program that a person can read: rules in text, each with the statement or rule that it comes from.

The atoms that carry the meaning:

    on(G)              guard G is on; G is accept(s), trust(x), link(s,n), keep(r), honoured(r,V), reading(s), absent(p,V)
    holds(s)           statement s holds
    kind(O,k)          thing O is of kind k              role(O,r,V)    V plays role r in O        fact(p,X,..)  a tuple
    same(X,Y)          two names of one thing
    le(X,Y,K)          X - Y <= K in this world, tested; X and Y are s(O), e(O), a number n(s,r), forever, or 0
    diff(X,Y,K)        X - Y <= K is imposed on this world
    broken(I)          instance I is broken              stands(I)      its given is met and nothing lifts or meets it
    off(G), adopts(s,p,V)  told where guards are chosen by name: G is off for good; statement s says what nobody said before
    need(N)            a fact that the program wants to be told (see `needs.py`)

A fourth argument of `le` and `diff` names the bound or tolerance in the text that the number comes from: `"s/1"`, or
`told("s/1",D,(N,M))` where D of the ticks are those of a fixed date, or where the length takes the numbers N and M of the data.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reasoner.diagnostics import NOWHERE, Span
from reasoner.language.ir import Condition, Phrase
from reasoner.program.needs import Needs
from reasoner.theory.ir import Law, Theory


@dataclass(frozen=True, slots=True)
class Origin:
    """What a line comes from: `what` is statement, hypothesis, rule, vocabulary, silence, content, a `Sort`, or "the engine".

    `id` is that of the entry; of silence and content it is the pattern or the sentence as text.
    """

    what: str
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One ASP rule, and where it comes from.

    `atoms` is told where the head is not just one atom: each atom of it, with the literals on which it stands there.
    """

    head: str
    body: tuple[str, ...]
    origin: Origin
    atoms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def text(self) -> str:
        """The rule as it stands in the program; nothing can be read from it that only head and body know."""
        return f"{self.head} :- {', '.join(self.body)}.".lstrip() if self.body else f"{self.head}."


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an `absent` guard is about: a condition whose bound terms are `$1`, `$2`, .. and whose other variables `_1`, .."""

    key: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Tag:
    """A bound or tolerance as told in one phrase of a condition; `owner` is the statement or rule; `id` is `owner/1`, `owner/2`, .. .

    `variables` are those of its lengths, whose values are ground beside it; `wide` are those among them that say how wide it
    is: where these differ there are as many bounds or tolerances, each of which may miss by itself.
    """

    id: str
    owner: str
    condition: Condition
    phrase: Phrase
    variables: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstanceRule:
    """What `inst(key, values)` means: the rule or statement `owner`, and the names of the values in order.

    `swaps` are the orders of its variables that leave the rule as it is: such instances are one. `due`: the only date that
    it tests is that its deadline is past.
    """

    key: str
    owner: str
    variables: tuple[str, ...]
    law: Law | None = None
    swaps: tuple[tuple[int, ...], ...] = ()
    due: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """What giving up a guard costs, by the guard's ASP term."""

    term: str
    cost: int


@dataclass(frozen=True, slots=True)
class Program:
    """The program with its keys. `origin` is the tick that the program calls 0; its times are ticks less `origin`.

    `prices` has the guards that stand in the dossier; those of instances and of silence come up when it is ground.
    `scale` is what exact numbers are multiplied by to be integers, and `fine` the part of it that is there only so that numbers
    with a tolerance can lie between those that are told. `needs` answers what the program asks for.
    """

    theory: Theory
    lines: tuple[Line, ...]
    origin: int
    scale: int
    fine: int
    patterns: tuple[Pattern, ...]
    tags: tuple[Tag, ...]
    instances: tuple[InstanceRule, ...]
    prices: tuple[Price, ...]
    needs: Needs
