"""What may be otherwise than it looks, since something could not be read or has a fault already.

One fault is told once. What only follows from it is no fault of its own: a name is not unknown where the statement that
tells of it could not be read, and a variable is not used once where another line of its rule has a fault. So whoever finds
that something is *missing* asks here whether it may stand in what could not be read. What is there, and wrong, is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from reasoner.diagnostics import NOWHERE, Severity, Span, Unread
from reasoner.dossier.ir import Dossier, Hypothesis, Statement
from reasoner.theory.ir import Sort

_NAMING: Mapping[str, frozenset[Sort]] = {
    "actors": frozenset({Sort.ACTOR}),
    "places": frozenset({Sort.PLACE}),
    "documents": frozenset({Sort.DOCUMENT, Sort.OCCURRENCE}),
    "sources": frozenset({Sort.SOURCE}),
    "statements": frozenset({Sort.STATEMENT, Sort.OCCURRENCE}),
    "hypotheses": frozenset({Sort.HYPOTHESIS, Sort.OCCURRENCE}),
}
"""The sections that give names to things, and to what."""

_NAMES = "names"
_DECLARING = ("vocabulary", "parameters", "pack", "rules")
_ALMOST = 0.9
_MOST_COMPARED = 2_000
_SAYING = frozenset(("", "says", "readings"))
_NAMES_IN = _SAYING | {"id", "when", "sources", *_NAMING}
_LINES = frozenset(("", "given", "unless", "then", "never", "must"))


class Doubts:
    """The gaps of a dossier, and what faults of the theory add to them.

    Where nothing but warnings came of the reading there is no doubt, so that nothing is hidden unless an error is told.
    """

    __slots__ = ("_entries", "_names", "_sections", "_words", "_written")

    def __init__(self, dossier: Dossier | None = None) -> None:
        self._entries: dict[Span, list[Unread]] = {}
        self._sections: dict[str, list[Unread]] = {}
        self._names: set[str] = set()
        self._words: set[str] = set()
        doubtful = dossier is not None and any(one.severity is Severity.ERROR for one in dossier.diagnostics)
        for gap in dossier.unread if dossier and doubtful else ():
            self._entries.setdefault(gap.entry, []).append(gap)
            self._sections.setdefault(gap.section or gap.key, []).append(gap)
        self._written = {one: self._words_of((one,), frozenset(("", "id", one))) for one in _DECLARING}
        self._written[_NAMES] = self._words_of(_NAMING, _NAMES_IN)
        said: tuple[Statement | Hypothesis, ...] = (*dossier.statements, *dossier.hypotheses) if dossier else ()
        self._names |= {one.id for one in said if self.lacks(one.span, *_SAYING)}

    # ------------------------------------------------------------ what a fault of the theory adds

    def doubt_name(self, name: str) -> None:
        """Something is wrong with what is said of this name."""
        self._names.add(name)

    def doubt_word(self, word: str) -> None:
        """Something is wrong with how this word is declared."""
        self._words.add(word)

    def doubtful_words(self) -> frozenset[str]:
        """The words that are declared, and of which nothing more is known."""
        return frozenset(self._words)

    def doubt_packs(self) -> None:
        """A pack that should count is not known."""
        self._sections.setdefault("use", []).append(Unread("use", NOWHERE, "pack", None))

    # ------------------------------------------------------------ what may be there all the same

    def name(self, name: str, sorts: Iterable[Sort] = tuple(Sort)) -> bool:
        """Whether one of these sorts of things may have this name."""
        wanted = frozenset(sorts)
        nameless = [section for section, named in _NAMING.items() if named & wanted]
        return name in self._names or self._nameless(nameless) or _among(name, self._written[_NAMES])

    def kinds(self, name: str) -> bool:
        """Whether something may give this name a kind that nobody knows of."""
        return self.name(name) or self.vocabulary() or self._kinds_in_gaps(name)

    def _kinds_in_gaps(self, name: str) -> bool:
        """In a rule that could not be read, or in a sentence that may speak of it."""
        rules = any(gap.key in _LINES or gap.key == "id" for gap in self._sections.get("rules", ()))
        return rules or _among(name, self._written[_NAMES])

    def word(self, word: str) -> bool:
        """Whether this may be a word of the vocabulary, of which nothing is known."""
        return word in self._words or self.packs() or self._may_be("vocabulary", word)

    def vocabulary(self) -> bool:
        """Whether anything of the vocabulary is in doubt."""
        return bool(self._words) or self.packs() or self.section("vocabulary")

    def parameter(self, name: str, home: str = "") -> bool:
        """Whether there may be such a parameter; those of a pack stand in its one file, `home`."""
        mine = any(gap.entry.file == home for gap in self._sections.get("parameters", ()))
        return (mine or not home) and self._may_be("parameters", name)

    def pack(self, name: str) -> bool:
        """Whether there may be such a pack."""
        return self._may_be("pack", name)

    def packs(self) -> bool:
        """Whether packs may count that are not known to."""
        return any(gap.key in {"", "use", "pack"} for gap in self._sections.get("use", ()))

    def rule(self, name: str) -> bool:
        """Whether there may be such a rule in a pack that is known."""
        return self._may_be("rules", name)

    def section(self, key: str) -> bool:
        """Whether anything is missing in this section of the files."""
        return key in self._sections

    # ------------------------------------------------------------ what is missing in an entry

    def lacks(self, entry: Span, *keys: str) -> bool:
        """Whether something is missing in an entry under one of these keys."""
        return any(gap.key in keys for gap in self._entries.get(entry, ()))

    def lines(self, rule: Span) -> bool:
        """Whether one of the lines of a rule could not be read."""
        return self.lacks(rule, *_LINES)

    def variable(self, rule: Span, var: str) -> bool:
        """Whether a variable may stand in lines of a rule, or in its text, that could not be read."""
        gaps = (gap for gap in self._entries.get(rule, ()) if gap.key in _LINES or (gap.key == "text" and gap.words))
        return any(gap.words is None or var in gap.words for gap in gaps)

    # ------------------------------------------------------------ looking it up

    def _may_be(self, section: str, word: str) -> bool:
        return self._nameless((section,)) or _among(word, self._written[section])

    def _words_of(self, sections: Iterable[str], keys: frozenset[str]) -> frozenset[str]:
        """The words in what could not be read under these keys of these sections, or of nobody knows which."""
        gaps = (gap for section in (*sections, "") for gap in self._sections.get(section, ()) if gap.key in keys)
        return frozenset().union(*(gap.words or () for gap in gaps))

    def _nameless(self, sections: Iterable[str]) -> bool:
        """Whether one of these sections is missing with all that is in it, or an entry of it whose id nobody can tell."""
        gaps = (gap for section in sections for gap in self._sections.get(section, ()))
        return any(gap.words is None and gap.key in {"", "id"} for gap in gaps)


def _among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of these, or one of them with a slip of the pen: that may be what could not be read."""
    if word in words or len(words) > _MOST_COMPARED:
        return word in words
    return bool(get_close_matches(word, words, n=1, cutoff=_ALMOST))
