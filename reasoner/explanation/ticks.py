"""How a search that asks no solver knows that its time is up."""

from __future__ import annotations

from collections.abc import Callable

from reasoner.explanation.ir import Stopped

Tick = Callable[[], None]
"""Called in every loop that may take long; raises `Stopped` when the time is up."""


def ticking(remaining: Callable[[], float | None]) -> Tick:
    """Of the seconds that remain, if there is a limit."""

    def tick() -> None:
        left = remaining()
        if left is not None and not left > 0:
            raise Stopped("the time is up")

    return tick


def endless() -> None:
    """The tick of a search without a limit."""
