"""What is in a dossier: one entry for each thing that has an id, with all that is told of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from fractions import Fraction

from reasoner.diagnostics import Span
from reasoner.report.clean import clean
from reasoner.report.sentences import capital, stopped

STATEMENT = "statement"
HYPOTHESIS = "hypothesis"
CONTRADICTION = "claimed contradiction"
QUERY = "query"
SOURCE = "source"
OCCURRENCE = "occurrence"
RULE = "rule"
WORD = "word"
SILENCE = "reliance on silence"
DUTY = "duty"
CONFLICT = "conflict"
CASE = "case of a rule"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing told of an entry: what it is, and its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with an id. `words` is a sentence or a name, `by` who says so ("" where nobody is needed), all clean.

    `sort` is one of the words above, or actor, place, document. `used` is False for what the dossier leaves out: a rule
    of a pack that it does not use; `pack` is that of a rule.
    """

    id: str
    sort: str
    words: str
    by: str
    details: tuple[Detail, ...]
    span: Span
    used: bool = True
    pack: str = ""


def detail(label: str, *lines: str) -> tuple[Detail, ...]:
    """The detail with its lines cleaned; none without a line that says something."""
    told = tuple(clean(line) for line in lines if line)
    return (Detail(label, told),) if told else ()


def as_sentence(words: str, ids_in_it: Container[str] = ()) -> str:
    """With a capital at the start, unless that is an id, and a full stop at the end if no other sign ends it."""
    text = words.strip()
    first = text.split(" ", 1)[0]
    return stopped(text if first in ids_in_it else capital(text)) if text else ""


def ids(found: Iterable[str]) -> str:
    """Such as "deal-1, deal-2"."""
    return ", ".join(dict.fromkeys(found))


def trust_text(value: Fraction) -> str:
    """A trust with at most three digits after the point."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".")
