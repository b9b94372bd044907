"""How far is trusted what nobody gave a trust."""

from __future__ import annotations

from fractions import Fraction

NOT_GIVEN = Fraction(9, 10)
"""The trust of statements, sources and rules."""

NORM = Fraction(1, 2)
"""The trust that a duty was kept."""
