"""Sentences about what is what and how much: conditions that hold no other condition."""

from __future__ import annotations

from reasoner.language.ir import Compare, Denied, Different, Differs, OfKind, Same
from reasoner.report.lexicon import Lexicon, spaced, with_article
from reasoner.report.terms import bound_words, number_words, ref_words, term_words

COMPARED = {
    "=": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
}


def identity(condition: Denied | Same | Different | OfKind, lexicon: Lexicon) -> str:
    match condition:
        case Denied():
            return f"what {ref_words(condition.of, lexicon)} says is not so"
        case Same():
            return f"{ref_words(condition.left, lexicon)} and {ref_words(condition.right, lexicon)} are the same"
        case Different():
            return f"{ref_words(condition.left, lexicon)} and {ref_words(condition.right, lexicon)} are not the same"
        case OfKind():
            return f"{ref_words(condition.ref, lexicon)} is {with_article(spaced(condition.kind))}"


def comparison(condition: Compare | Differs, lexicon: Lexicon) -> str:
    left, right = term_words(condition.left, lexicon), term_words(condition.right, lexicon)
    if isinstance(condition, Compare):
        return f"{left} {COMPARED[condition.op]} {right}"
    return f"{left} differs from {right} by {bound_words(condition.bound)} {number_words(condition.number)}"
