"""The tests of a rule as little dossiers of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reasoner.dossier.ir import Dossier, Form, Pack, Rule, RuleTest, Source, Statement, Thing
from reasoner.language.ir import Atom, Condition, Name
from reasoner.language.rewrite import walk
from reasoner.theory.arguments import with_roles
from reasoner.theory.faults import Faults
from reasoner.theory.kinds import TYPES, Words
from reasoner.theory.occurrences import happenings
from reasoner.theory.vocabulary import vocabulary

_LINE = "line-{}"


def line_id(nth: int) -> str:
    """The id of the statement that the `nth` line of a test's `facts` becomes, counted from 1."""
    return _LINE.format(nth)
