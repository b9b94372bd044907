"""The literals of a condition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """The literals of a condition: those that bind, those that only test, and those that times decide."""

    binds: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()

    def __add__(self, other: Body) -> Body:
        return Body(self.binds + other.binds, self.tests + other.tests, self.timed + other.timed)

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.binds, *self.tests, *self.timed)
