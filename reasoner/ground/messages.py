"""What clingo says while it grounds, told of the rule that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clingo import MessageCode

from reasoner.diagnostics import NOWHERE, Diagnostic
from reasoner.program.ir import Origin, Program
from reasoner.theory.faults import listed, quoted
from reasoner.theory.room import LARGEST

MOST_RULES = 2_000_000
"""The most ground rules of a dossier."""

_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|(\d{10,})')
_PLACE = re.compile(r"<block>:(\d+):\d+")
_UNSAFE = re.compile(r"'([^']*)' is unsafe")


class TooManyRules(Exception):
    """Grounding was stopped, since it made more rules than can be dealt with."""


class Messages:
    """Hears clingo, and keeps what is a fault of the dossier or its rules."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._raw = {law.id for law in program.theory.laws if law.asp}
        self.faults: dict[Diagnostic, None] = {}

    def hear(self, code: MessageCode, message: str) -> None:
        """An undefined operation is a fault in a raw block alone: elsewhere it is a comparison that is not so."""
        origin = self._origin(message)
        raw = origin is not None and origin.what == "rule" and origin.id in self._raw
        if origin is None or (code is MessageCode.OperationUndefined and not raw):
            return
        if code is MessageCode.OperationUndefined:
            what, hint = self._undefined(message), "only numbers can be added; a name is a string in double quotes"
        elif code is MessageCode.RuntimeError and _UNSAFE.search(message):
            unsafe = listed(quoted(dict.fromkeys(_UNSAFE.findall(message))), "and")
            what, hint = f"nothing binds {unsafe}", "use it in an atom that is not denied, in the same rule"
        elif code is MessageCode.RuntimeError:
            what, hint = message.partition("error:")[2].strip(), ""
        else:
            return
        where = f"in the raw block of `{origin.id}`: " if raw else f"{origin.what} {origin.id} cannot be compiled: "
        self.faults[Diagnostic("T091", origin.span, f"{where}{what}", hint)] = None

    def oversized(self, lines: Iterable[str]) -> tuple[Diagnostic, ...]:
        """A fault for each line with a number that clingo would cut short without a word."""
        for nth, line in enumerate(lines):
            if any(digits and int(digits) > LARGEST for digits in _NUMBER.findall(line)):
                known = nth < len(self._program.lines)
                origin = self._program.lines[nth].origin if known else Origin("the engine")
                span = origin.span if origin.span.file else self._program.theory.span
                message = f"a time or number that comes up here is too large: at most {LARGEST:,} can be counted"
                self.faults[Diagnostic("T064", span, message, "use a coarser `clock`, or larger units")] = None
        return tuple(self.faults)

    def refused(self, error: Exception) -> tuple[Diagnostic, ...]:
        """The faults, or one for an error that clingo did not explain."""
        if "overflow" in str(error).lower():
            message = f"numbers that are added up here come to more than {LARGEST:,} of the smallest parts that are told"
            return (Diagnostic("T064", self._program.theory.span, message, "tell the numbers in larger units"),)
        return tuple(self.faults) or (Diagnostic("T091", NOWHERE, f"the program cannot be grounded: {error}"),)

    def too_many(self) -> Diagnostic:
        """The fault that grounding has no end, or none that could be waited for."""
        asp = listed(quoted(sorted(self._raw)), "and")
        hint = "look for a rule whose `given` joins many things without a word that ties them together"
        hint += f", and for a raw block that counts on without end: {asp}" if self._raw else ""
        message = f"these rules and facts become more than {MOST_RULES:,} single cases, which is too many"
        return Diagnostic("T092", self._program.theory.span, message, hint)

    def _origin(self, message: str) -> Origin | None:
        found = _PLACE.search(message)
        line = int(found[1]) if found else 0
        return self._program.lines[line - 1].origin if 0 < line <= len(self._program.lines) else None

    def _undefined(self, message: str) -> str:
        return f"`{message.partition('undefined:')[2].strip()}` has no value"
