"""What occurrences are called: `gao-kidnapping` is "the Gao kidnapping", `deal-1` is "deal 1".

An occurrence has no name but its id. Its words are those of the id, each written as it is in the names of the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reasoner.dossier.ir import Dossier
from reasoner.report.clean import clean
from reasoner.report.dates import WEEKDAYS
from reasoner.report.lexicon import Lexicon, lexicon
from reasoner.report.measures import units_of_roles
from reasoner.theory.ir import Sort, Theory
from reasoner.times.civil import MONTH_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LINKS = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "until", "with"})
_WHOSE = frozenset({"her", "his", "its", "my", "our", "their", "your"})
_SHORT = 2
"""An id of so few letters is a letter in a formula, and stays as it is."""


def speaking(theory: Theory) -> Lexicon:
    """The lexicon of a dossier with words for its occurrences, told in the past tense."""
    words = lexicon(theory.dossier)
    spelling = _spelling(theory.dossier)
    own = {
        named.id: occurrence_words(named.id, words.names, spelling)
        for named in theory.names
        if named.sort is Sort.OCCURRENCE and named.id not in words.names
    }
    return replace(words, names={**own, **words.names}, past=True, units=units_of_roles(theory))


def occurrence_words(ident: str, names: Mapping[str, str], spelling: Mapping[str, str]) -> str:
    """The words of an id; `names` are those of things, by id, `spelling` how single words are written."""
    if len(ident) <= _SHORT:
        return clean(ident)
    words = [clean(word) for word in _words(ident.split("-"), names, spelling)]
    text = " ".join(words)
    numbered = len(words) > 1 and words[-1].isdigit() and words[-2] not in _LINKS
    named = len(words) == 1 and ident in spelling
    begins_with_name = len(words) > 1 and words[1] in _LINKS and words[0] in names.values()
    if begins_with_name:
        return f"the time of {text}"
    return text if numbered or named or words[0] in {"the", *_WHOSE} or text.startswith("the ") else f"the {text}"


def _words(parts: list[str], names: Mapping[str, str], spelling: Mapping[str, str]) -> Iterator[str]:
    """The longest runs that are ids of things by their names, the other words as they are spelt."""
    while parts:
        for stop in range(len(parts), 0, -1):
            run = "-".join(parts[:stop])
            if run in names or stop == 1:
                yield names.get(run) or spelling.get(run, run)
                parts = parts[stop:]
                break


def _spelling(dossier: Dossier) -> dict[str, str]:
    """Words of names that are written with a capital and nowhere without one."""
    names = [thing.name for thing in dossier.things] + [source.name for source in dossier.sources]
    seen = list(_all_words([*names, *(one.text for one in dossier.statements)]))
    small = {word for word in seen if word[:1].islower()}
    told = [word for word in _all_words(names) if word[:1].isupper()]
    known = {word.lower(): word for word in (*MONTH_NAMES, *WEEKDAYS)}
    return known | {word.lower(): word for word in told if word.lower() not in small}


def _all_words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in _WORD.findall(text))
