"""What people type in place of a sentence, and what to write instead: one function for each kind of slip.

Each looks at a parse that failed and gives a diagnostic if it knows the slip, else None. They are tried in order.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from reasoner.diagnostics import Diagnostic
from reasoner.language.failure import Failure
from reasoner.language.slips_of_days import counted_days, day_of, next_day, on_a_day, ordinal_in_words
from reasoner.language.slips_of_number import grouped_digits, two_measures, unit_without_space
from reasoner.language.slips_of_time import (
    allen_with_date,
    bare_date,
    between_dates,
    dates_with_to,
    later_than,
    leading_not,
    length_without_unit,
    needless_verb,
    no_subject,
    no_time_word,
    range_beside_slash,
    written_date,
)
from reasoner.language.words import PHRASE_STARTS, RESERVED, ROLE_WORDS

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SIGNS: Final = {
    "==": "write `=`",
    "=<": "write `<=`",
    "=>": "write `>=`",
    "<>": "write `!=`",
    "&&": "write `and`",
    "&": "write `and`",
    "||": "write `or`",
    "|": "write `or`",
    "!": "write `not`",
    ";": "write one condition per line, or `and`",
    "'": 'put texts in double quotes, `"`',
    "`": 'put texts in double quotes, `"`',
    ".": "leave it out; a sentence ends without a full stop",
    "?": "leave it out",
}


def odd_sign(failure: Failure) -> Diagnostic | None:
    """`N == M`, `A && B`."""
    word = failure.word()
    if word not in _SIGNS:
        return None
    return failure.diagnostic("L013", failure.place(), f"`{word}` is no sign of the language", _SIGNS[word])


def comma_outside(failure: Failure) -> Diagnostic | None:
    """`before 2012, after 2011`."""
    if failure.word() != "," or "_AND" not in failure.accepts:
        return None
    message = "a comma stands only between arguments in brackets"
    return failure.diagnostic("L013", failure.place(), message, "write `and`, or one condition per line")


def sign_without_spaces(failure: Failure) -> Diagnostic | None:
    """`N-M`, `N+1`: a dash without spaces belongs to a name."""
    value, at = failure.text.value, failure.at
    found = re.compile(r"([A-Z][0-9]*)-([A-Z][0-9]*|[0-9]*)(?![-\w])").match(value, at)
    if found:
        at, left, right = found.end(1), found[1], found[2]
    elif "SIGN" in failure.accepts and value[at : at + 1] in ("+", "-"):
        following = re.match(r"\$?\w*", value[at + 1 :])
        left, right = failure.word(-1), following[0] if following else ""
    else:
        return None
    advice = f"write `{left} {value[at]} {right or 'M'}`"
    return failure.diagnostic("L013", (at, at + 1), f"`{value[at]}` stands between spaces in a sum or a difference", advice)


def capital_word(failure: Failure) -> Diagnostic | None:
    """`E Before F`, `A AND B`."""
    for step in (-1, 0):
        word = failure.word(step)
        if word.lower() in RESERVED and word != word.lower():
            message = f"words of the language have small letters; this is `{word}`"
            return failure.diagnostic("L011", failure.place(step), message, f"write `{word.lower()}`")
    return None


def misshapen_name(failure: Failure) -> Diagnostic | None:
    """`Gao-kidnapping`, `gao_kidnapping`, `gaoKidnapping`."""
    word = failure.word()
    good = r"[A-Z]\w*|[a-z][a-z0-9]*(-[a-z0-9]+)*|\$[a-z][a-z0-9]*([-_][a-z0-9]+)*"
    if not re.fullmatch(r"\$?_?[A-Za-z][-\w]*", word) or re.fullmatch(good, word):
        return None
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word.lstrip("$"))
    name = re.sub(r"[-_]+", "-", parted).strip("-").lower()
    kind, start = ("a parameter is `$` and", "$") if word[0] == "$" else ("a name is", "")
    message = f"{kind} small letters, digits and `-`; this is `{word}`"
    return failure.diagnostic("L011", failure.place(), message, f"write `{start}{name}`")


def small_variable(failure: Failure) -> Diagnostic | None:
    """`no s with p(s)`, `at least 3 s with p(s)`."""
    step = 1 if failure.word().isdecimal() and failure.word(-1) in ("least", "most", "than", "exactly") else 0
    word = failure.word(step)
    if step and not ("INT" in failure.accepts and _NAME.fullmatch(word)):
        return None
    if step == 0 and ("VAR" not in failure.accepts or {"NAME", "SPAN"} & failure.accepts or not _NAME.fullmatch(word)):
        return None
    message = f"a variable is expected here, and begins with a capital; this is `{word}`"
    return failure.diagnostic("L011", failure.place(step), message, f"write `{word.replace('-', '').capitalize()}`")


def denied_kind(failure: Failure) -> Diagnostic | None:
    """`X is not a person`."""
    if (failure.word(-3), failure.word(-2)) != ("is", "not") or failure.word(-1) not in ("a", "an"):
        return None
    kind = f"{failure.word(-1)} {failure.word()}"
    place = (failure.place(-3)[0], failure.place(-1)[1])
    advice = f"put `{failure.word(-4)} is {kind}` under `unless` or `never`"
    return failure.diagnostic("L014", place, f"a kind cannot be denied with `is not {failure.word(-1)}`", advice)


def mixed(failure: Failure) -> Diagnostic | None:
    """`A or B and C`, `that A and B`."""
    word, other = failure.word(), {"and": "or", "or": "and"}.get(failure.word(), "")
    if not other:
        return None
    if "COMMA" in failure.accepts and "that" in (before for before, _ in failure.words[: failure.index]):
        return failure.diagnostic("L016", failure.place(), f"`{word}` stands in what `that` says", f"write `that (A {word} B)`")
    if f"_{other.upper()}" in failure.accepts and other in (before for before, _ in failure.words[: failure.index]):
        message = "`and` and `or` are mixed without brackets"
        advice = "put brackets round what belongs together: `(A or B) and C`"
        return failure.diagnostic("L016", failure.place(), message, advice)
    return None


def role_sign(failure: Failure) -> Diagnostic | None:
    """`attack(by=A)`, `attack(by: A)`."""
    role, sign, value = failure.word(-1), failure.word(), failure.word(1)
    if sign not in ("=", ":") or not _NAME.fullmatch(role) or failure.word(-2) not in ("(", ","):
        return None
    message = f"between a role and its value stands a space, not `{sign}`"
    return failure.diagnostic("L017", failure.place(), message, f"write `{role} {value}`")


def missing_comma(failure: Failure) -> Diagnostic | None:
    """`attack(by A on B)`."""
    if not {"COMMA", "RPAR"} <= failure.accepts or not re.match(r'["$\w]', failure.word()):
        return None
    value = failure.text.value
    step = -1 if failure.word(-1) in ROLE_WORDS and failure.word(-2) not in ("(", ",") else 0
    at = failure.place(step)[0]
    start = max(value.rfind("(", 0, at), value.rfind(",", 0, at)) + 1
    advice = f"write `{value[start:at].strip()}, {failure.rest(step)}`"
    return failure.diagnostic("L017", failure.place(step), "a comma or `)` is missing before this", advice)


def no_brackets(failure: Failure) -> Diagnostic | None:
    """`attack by a on b`."""
    words = [word for word, _ in failure.words]
    if len(words) < 5 or "(" in words or not set(words[1::2]) <= set(ROLE_WORDS):
        return None
    if not _NAME.fullmatch(words[0]) or words[0] in RESERVED or words[0] in ("start", "end", "length", "sum", "max", "min"):
        return None
    args = ", ".join(f"{role} {value}" for role, value in zip(words[1::2], words[2::2], strict=False))
    start = failure.words[1][1]
    return failure.diagnostic("L017", (start, start + len(words[1])), "roles stand in brackets", f"write `{words[0]}({args})`")


def no_word_with_brackets(failure: Failure) -> Diagnostic | None:
    """`lion owns dawn`: subject, verb, object."""
    subject, verb, thing = failure.word(-1), failure.word(), failure.word(1)
    names = all(_NAME.fullmatch(word) and word not in RESERVED for word in (subject, verb, thing))
    if not names or failure.index not in {1, 2} or "_INTERSECTS" not in failure.accepts:
        return None
    if get_close_matches(verb, [*PHRASE_STARTS, "initiates", "terminates", "retracts", "differs"], 1, 0.7):
        return None
    message = f"`{verb}` cannot stand between names: a sentence is a word of the vocabulary, and names in brackets"
    advice = f"write `{verb}({subject}, {thing})`, if `{verb}` is such a word"
    return failure.diagnostic("L017", failure.place(), message, advice)


def number_in_words(failure: Failure) -> Diagnostic | None:
    """`two days after F`, `at least three S with p(S)`."""
    for step in (0, -1):
        word = failure.word(step)
        if word in _NUMBERS and failure.word(step + 1):
            advice = f"write `{_NUMBERS.index(word) + 1} {failure.word(step + 1)}`"
            return failure.diagnostic("L022", failure.place(step), "numbers are written in digits", advice)
    return None


def ordinal_without_the(failure: Failure) -> Diagnostic | None:
    """`E is first p(a)`."""
    for step in (0, -1):
        word = failure.word(step)
        if failure.word(step - 1) == "is" and re.fullmatch(r"first|last|only|\d+(st|nd|rd|th)", word):
            advice = f"write `{failure.word(step - 2)} is the {word} p(..)`"
            return failure.diagnostic("L018", failure.place(step), "`the` is missing before this", advice)
    return None


SLIPS: Final = (
    grouped_digits,
    two_measures,
    unit_without_space,
    odd_sign,
    comma_outside,
    sign_without_spaces,
    capital_word,
    misshapen_name,
    ordinal_without_the,
    needless_verb,
    leading_not,
    denied_kind,
    ordinal_in_words,
    next_day,
    counted_days,
    day_of,
    on_a_day,
    number_in_words,
    allen_with_date,
    length_without_unit,
    range_beside_slash,
    between_dates,
    dates_with_to,
    later_than,
    written_date,
    bare_date,
    mixed,
    role_sign,
    missing_comma,
    no_brackets,
    no_time_word,
    no_word_with_brackets,
    no_subject,
    small_variable,
)
"""Tried in this order: what is more special comes first."""
