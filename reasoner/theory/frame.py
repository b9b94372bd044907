"""What a sentence is read with: the vocabulary, the parameters in sight, and the zone and clock of its dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from reasoner.diagnostics import Span
from reasoner.theory.arguments import with_roles
from reasoner.theory.faults import Faults
from reasoner.theory.kinds import Words
from reasoner.theory.parameters import Values, put_in
from reasoner.times.errors import UnfitTimeError
from reasoner.times.ir import Clock, Date, Extent
from reasoner.times.members import is_plain
from reasoner.times.windows import extent

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Frame:
    words: Words
    values: Values
    zone: str
    clock: Clock
    faults: Faults
    home: str = ""  # the file of the pack whose parameters these are

    def read(self, node: N) -> N:
        """The sentence with its parameters put in and its arguments named by their roles."""
        return with_roles(put_in(node, self.values, self.faults, self.home), self.words, self.faults)

    def stretch(self, date: Date, span: Span) -> Extent | None:
        """The windows of a date that is told once and for all, and so leaves no choice."""
        if is_plain(date):
            return self.extent(date, span)
        self.faults.error("T060", span, "this date leaves a choice, and here one is needed", "write one date, or `[a..b]`")
        return None

    def extent(self, date: Date, span: Span) -> Extent | None:
        """The windows of a date; None, and a fault, where it does not fit the clock or never was."""
        try:
            return extent(date, zone=self.zone, clock=self.clock)
        except UnfitTimeError as unfit:
            if not self.faults.doubts.section("clock"):
                self.faults.error("T060", span, unfit.message, unfit.help)
            return None
