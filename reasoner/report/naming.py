"""What occurrences are called: `gao-kidnapping` is "the Gao kidnapping", `deal-1` is "deal 1", `he-left` is “he left”.

An occurrence has no name but its id. Its words are those of the id, each written as it is in the names of the dossier. Where it
cannot be told that they read as a noun, with "the" before them and one thing meant, they stand in quotation marks, which
read in any sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from reasoner.dossier.ir import Dossier
from reasoner.language.ir import Name, Occurs
from reasoner.language.rewrite import walk
from reasoner.report.clean import clean
from reasoner.report.dates import WEEKDAYS
from reasoner.report.lexicon import Lexicon, lexicon
from reasoner.report.measures import units_of_roles
from reasoner.theory.ir import Sort, Theory
from reasoner.times.civil import MONTH_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LINKS = frozenset(
    {"after", "at", "before", "between", "by", "during", "for", "from", "in", "of", "on", "since", "to", "until", "with"}
)
_WHOSE = frozenset({"her", "his", "its", "my", "our", "their", "your"})
_NEVER_FIRST = re.compile(
    r"a|all|am|an|and|another|any|are|be|been|both|but|did|do|does|each|either|every|had|has|have|he|how|if|is|it|many|might|more"
    r"|most|much|neither|no|nobody|none|nor|not|or|several|she|some|such|than|that|then|these|they|this|those|was|we|were|what|when"
    r"|where|which|who|whose|why|will|would|you"
)
"""What no noun begins with that stands after "the"."""
_DONE = re.compile(r".{2,}[^e]ed")
"""What reads as a verb, and what happened to something: `signed`, and not `deed` or `bed`."""
_SHORT = 2
"""An id of so few letters is a letter in a formula, and stays as it is."""


def speaking(theory: Theory) -> Lexicon:
    """The lexicon of a dossier with words for its occurrences, told in the past tense."""
    words = lexicon(theory.dossier)
    spelling = _spelling(theory.dossier)
    kinds = _kinds(theory)
    claims = frozenset(said.id for said in theory.said)
    own = {
        named.id: occurrence_words(
            named.id, words.names, spelling, kinds=kinds.get(named.id, ()), chosen=named.id not in claims
        )
        for named in theory.names
        if named.sort is Sort.OCCURRENCE and named.id not in words.names
    }
    return replace(words, names={**own, **words.names}, past=True, units=units_of_roles(theory))


def occurrence_words(
    ident: str, names: Mapping[str, str], spelling: Mapping[str, str], *, kinds: Sequence[str] = (), chosen: bool = True
) -> str:
    """The words of an id; `names` are those of things, by id, `spelling` how single words are written.

    `kinds` are the words of the vocabulary that it is said to be, which read as nouns; `chosen`: somebody called it so, and it
    does not go by the id of a statement; of more than one word that need not be a noun.
    """
    if len(ident) <= _SHORT:
        return clean(ident)
    parts = ident.split("-")
    words = [clean(word) for word in _words(parts, names, spelling)]
    text = " ".join(words)
    if len(parts) == 1 and ident in spelling:
        return text
    if len(words) > 1 and words[1] in _LINKS and words[0] in names.values():
        return f"the time of {text}"
    numbered = len(words) > 1 and words[-1].isdigit() and words[-2] not in _LINKS
    noun = parts[:-1] if numbered else parts
    if words[0] in _WHOSE:
        return text
    if not _reads(noun, words, names, kinds=kinds, chosen=chosen):
        return f"“{clean(' '.join(spelling.get(part, part) for part in parts))}”"
    return text if numbered or text.startswith("the ") else f"the {text}"


def _reads(parts: Sequence[str], words: Sequence[str], names: Mapping[str, str], *, kinds: Sequence[str], chosen: bool) -> bool:
    """Whether the words read as one thing after "the", as far as their form tells."""
    head = tuple(takewhile(lambda part: part not in _LINKS, parts))
    inside = [word for before, word in pairwise(words[:-1]) if before not in _LINKS]
    if not head or _NEVER_FIRST.fullmatch(head[0]) or any(word.startswith("the ") for word in inside):
        return False
    if any("-".join(head) == kind or "-".join(head).endswith(f"-{kind}") for kind in kinds):
        return True
    is_name = words[-1] in names.values() and len(words) > 1 and words[-2] not in _LINKS
    return (chosen or len(parts) == 1) and not _DONE.fullmatch(head[-1]) and not is_name


def _kinds(theory: Theory) -> Mapping[str, Sequence[str]]:
    """The kinds that statements give to what they name, and those above them."""
    above = {signature.id: signature.above for signature in theory.signatures}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for said in theory.said:
        for node in walk(said.readings):
            if isinstance(node, Occurs) and isinstance(node.name, Name):
                found[node.name.id] += above.get(node.atom.predicate, ())
    return found


def _words(parts: Sequence[str], names: Mapping[str, str], spelling: Mapping[str, str]) -> list[str]:
    """The longest runs that are ids of things by their names, the other words as they are spelt.

    What a name begins with is not said twice: `mr-pike-visit` is "Mr Pike visit".
    """
    found: list[str] = []
    while parts:
        stop = next((stop for stop in range(len(parts), 0, -1) if "-".join(parts[:stop]) in names), 0)
        name = names["-".join(parts[:stop])].split() if stop else []
        if stop:
            told = next((many for many in range(len(name) - 1, 0, -1) if _alike(found[-many:], name[:many])), 0)
            found[len(found) - told :] = [" ".join(name)]
        else:
            found.append(spelling.get(parts[0], parts[0]))
        parts = parts[max(stop, 1) :]
    return found


def _alike(some: Sequence[str], others: Sequence[str]) -> bool:
    return [one.lower() for one in some] == [other.lower() for other in others]


def _spelling(dossier: Dossier) -> dict[str, str]:
    """Words of names that are written with a capital and nowhere without one."""
    names = [thing.name for thing in dossier.things] + [source.name for source in dossier.sources]
    seen = list(_all_words([*names, *(one.text for one in dossier.statements)]))
    small = {word for word in seen if word[:1].islower()}
    told = [word for word in _all_words(names) if word[:1].isupper()]
    known = {word.lower(): word for word in (*MONTH_NAMES, *WEEKDAYS)}
    return known | {word.lower(): word for word in told if word.lower() not in small}


def _all_words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in _WORD.findall(text))
