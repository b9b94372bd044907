"""What is chosen by the printed names of guards that only the ground program knows: duties, and what nobody said.

--without absent(p)    becomes  off(absent(..)), so that p is supposed, and nothing can be given up for it
--only honoured(r, a)  becomes  off(honoured(r, ..)) for every other duty of r
--adopt p              becomes  adopts("p",..): the statement p, which can be given up, says what nobody said before
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clingo import Symbol

from reasoner.diagnostics import NOWHERE, Diagnostic
from reasoner.ground.guards import distinct, guards_of
from reasoner.ground.ir import Guard, GuardKind
from reasoner.program.ir import Program
from reasoner.program.terms import quote
from reasoner.theory.faults import did_you_mean
from reasoner.theory.guard_names import rule_of_duty

_FRESH = re.compile(r"(?<![\w-])_\d")
"""A thing without a name, where it stands outside of quotes."""


class Switching:
    """The guards of one program, as they become known while it is ground."""

    __slots__ = ("_guards", "_printed", "_program")

    def __init__(self, program: Program) -> None:
        self._program = program
        self._printed = program.theory.printed
        self._guards: tuple[tuple[Guard, str], ...] = ()

    def facts(self, symbols: Sequence[Symbol]) -> tuple[str, ...]:
        """What the program is told of the guards that are there now, each symbol a `guard(G)`."""
        if not (self._printed.without or self._printed.only or self._printed.adopt):
            return ()
        found = sorted(
            ((guard, symbols[guard.atom].arguments[0]) for guard in guards_of(_numbered(symbols), self._program)),
            key=lambda pair: pair[0].name,
        )
        names = distinct(guard.name for guard, _ in found)
        self._guards = tuple((guard, name) for (guard, _), name in zip(found, names, strict=True))
        told = [
            fact for (guard, name), (_, term) in zip(self._guards, found, strict=True) for fact in self._of(guard, name, term)
        ]
        return tuple(told)

    def _of(self, guard: Guard, name: str, term: Symbol) -> Iterator[str]:
        kept = {rule for given in self._printed.only or () if (rule := rule_of_duty(given))}
        other_duty = guard.kind is GuardKind.HONOURED and guard.of in kept and name not in (self._printed.only or ())
        if name in self._printed.without or other_duty:
            yield f"off({term})."
        if guard.kind is GuardKind.ABSENT and guard.of in self._printed.adopt and len(term.arguments) > 1:
            pattern, told = term.arguments
            yield f"adopts({quote(guard.of)},{pattern},{told})."

    def faults(self) -> tuple[Diagnostic, ...]:
        """One for each name that no guard has, and for each adopted sentence that can be nothing but what nobody said."""
        names = [name for guard, name in self._guards if guard.kind in {GuardKind.ABSENT, GuardKind.HONOURED}]
        found = [
            _unknown(given, names) for given in (*self._printed.without, *(self._printed.only or ())) if given not in names
        ]
        silent = self._silent()
        for given in self.unheard():
            if any(_FRESH.search(part) for part in given.split('"')[::2]):
                hint = did_you_mean(given, silent, otherwise="adopt what a repair supposes in the words that it is told in")
                found.append(Diagnostic("T070", NOWHERE, f"nothing here depends on whether anybody says `{given}`", hint))
        return tuple(found)

    def unheard(self) -> tuple[str, ...]:
        """The adopted sentences that silence has nothing to do with."""
        silent = frozenset(self._silent())
        return tuple(given for given in self._printed.adopt if given not in silent)

    def _silent(self) -> list[str]:
        return [guard.of for guard, _ in self._guards if guard.kind is GuardKind.ABSENT]


def _numbered(symbols: Sequence[Symbol]) -> Iterator[tuple[Symbol, int]]:
    return ((symbol, place) for place, symbol in enumerate(symbols))


def _unknown(given: str, names: Sequence[str]) -> Diagnostic:
    hint = did_you_mean(given, names, otherwise="`reasoner check` tells what can be given up, in brackets")
    return Diagnostic("T070", NOWHERE, f"nothing that can be given up is called `{given}`", hint)
