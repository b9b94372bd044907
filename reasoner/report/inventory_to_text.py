"""An inventory as text: all of it, a line or two for each entry; or single entries with all that is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reasoner.report.clean import clean, width
from reasoner.report.inventory import (
    CONTRADICTION,
    HYPOTHESIS,
    OCCURRENCE,
    QUERY,
    RULE,
    SOURCE,
    STATEMENT,
    WORD,
    Detail,
    Entry,
    as_sentence,
)
from reasoner.report.lexicon import spaced, with_article
from reasoner.theory.ir import Theory
from reasoner.times.to_text import tick_text

_SECTIONS = (
    (STATEMENT, "statements"),
    (HYPOTHESIS, "hypotheses"),
    (CONTRADICTION, "claimed contradictions"),
    (QUERY, "queries"),
    ("actor", "actors"),
    ("place", "places"),
    ("document", "documents"),
    (OCCURRENCE, "events and states"),
    (SOURCE, "sources"),
    (RULE, "rules"),
)
_NAMED = frozenset({"actor", "place", "document", SOURCE})
_WIDEST = 28
"""An id of more columns than this stands on a line of its own."""


def list_to_text(theory: Theory, entries: Sequence[Entry]) -> str:
    """What is in the dossier, section by section; the words of the vocabulary are left out."""
    told = [_head(theory)]
    for sort, title in _SECTIONS:
        mine = [entry for entry in entries if entry.sort == sort and entry.used]
        if mine:
            heading = title if len(mine) > 1 else sort
            told.append(f"{len(mine)} {heading}\n" + "".join(map(_listed, mine)))
    return "\n".join(told)


def _head(theory: Theory) -> str:
    if not theory.dossier.id:
        return "Rules only: there is no dossier among these files.\n"
    day = tick_text(theory.reported, zone=theory.zone, clock=theory.clock).split("T")[0] if theory.reported is not None else ""
    return f"Dossier {theory.dossier.id}{f', reported on {day}' if day else ''}.\n"


def _listed(entry: Entry) -> str:
    """The id, its words, and who says so on a line below."""
    name = clean(entry.id)
    indent = " " * (_WIDEST + 4)
    first = f"  {name}{' ' * (_WIDEST - width(name) + 2)}" if width(name) <= _WIDEST else f"  {name}\n{indent}"
    says = entry.by if entry.sort != STATEMENT else f"said by {entry.by}"
    return f"{first}{entry.words}\n" + (f"{indent}{says}\n" if says else "")


def entries_to_text(entries: Iterable[Entry]) -> str:
    """Each entry with all its details and its place, an empty line between two."""
    return "\n".join(map(_shown, entries))


def _shown(entry: Entry) -> str:
    first_use = ("declared by its first use",) if entry.sort == SOURCE else ()
    place = (f"{clean(entry.span.file)}:{entry.span.line}",) if entry.span.file else first_use
    words = as_sentence(entry.words) if entry.sort in _NAMED else entry.words
    told = f" {words}" if entry.words not in {entry.id, spaced(entry.id)} else ""
    lines = [f"{clean(entry.id)} is {with_article(_sort(entry))}.{told}"]
    broad = max(len("place"), *(width(one.label) for one in entry.details), 0) if entry.details else len("place")
    for one in (*entry.details, Detail("place", place)):
        label = one.label + " " * (broad - width(one.label))
        lines += [f"  {label if not nth else ' ' * broad}  {line}" for nth, line in enumerate(one.lines)]
    return "".join(f"{line}\n" for line in lines)


def _sort(entry: Entry) -> str:
    return "word of the vocabulary" if entry.sort == WORD else entry.sort
