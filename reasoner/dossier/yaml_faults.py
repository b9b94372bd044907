"""What to tell an analyst where YAML itself gives up, and where YAML would read something else than she meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROLE_WITH_COLON = re.compile(r"\(\s*[^()]*$")
_KEY = re.compile(r"^\s*(?:- +)?[^\s:#]+: +")
_PLACEHOLDER = re.compile(r"\{\s*\$?[A-Za-z][A-Za-z0-9_]*\s*\}")
_DATES = re.compile(r"[\[{][-0-9XYTZ.,/~?%:+ ]+[\]}]")
_AFTER_QUOTE = re.compile(r"""(?:^|: |- )(["']).*\1\s*$""")
_QUOTES = "put the whole text in double quotes, or write it below after `>-`"
_LINED_UP = "check the colon, and that the keys of one entry line up"

_TOLD = (
    (
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "write each `- ...` on a line of its own below",
    ),
    ("found character that cannot start", "a text cannot begin with '{next}' here", _QUOTES),
    (
        "expected ',' or ']'",
        "a comma or `]` is missing before this",
        "texts with brackets or quotation marks of their own need quotes",
    ),
    (
        "expected ',' or '}'",
        "a comma or `}}` is missing before this",
        "texts with brackets or quotation marks of their own need quotes",
    ),
    ("expected node content", "a value is missing before this", _QUOTES),
    ("unexpected end of stream", "a quotation mark is opened and not closed", "close it, or double it inside the text"),
    ("unexpected document indicator", "a quotation mark is opened and not closed", "close it, or double it inside the text"),
    ("unknown escape", "'{two}' means nothing inside double quotes", "use single quotes, or double the backslash"),
    ("expected key", "this line does not fit: a key with a colon was expected", _LINED_UP),
    ("expected ':'", "this line does not fit: a key with a colon was expected", _LINED_UP),
    ("expected '-'", "this line does not fit the list above it", "check that the lines of one list line up"),
    ("expected comment or line break", "a text after `>` or `|` begins on the next line", "write it below, indented"),
)
"""Part of what libyaml says, what we say, and what to do."""

_IN_VALUES = ("found character that cannot start", "unknown escape")


@dataclass(frozen=True, slots=True)
class Explained:
    """A fault of YAML in our words; `back` is how many characters before the place it begins.

    `alone`: it lies in the value of that line, and without this the rest of the file can be read.
    """

    code: str
    message: str
    help: str = ""
    back: int = 0
    alone: bool = False


def explain(problem: str, before: str, after: str) -> Explained:
    """Explain what libyaml reports; `before` and `after` are the parts of the line on either side of the place."""
    if problem.startswith("mapping values are not allowed"):
        return _colon(before)
    in_block = "did not find expected" in problem and "',' or" not in problem
    meant = _begun_wrongly(before) if in_block and after[:1] not in ("", "]", "}") else None
    if meant:
        return meant
    for sign, message, hint in _TOLD:
        if sign in problem:
            alone = sign in _IN_VALUES
            return Explained("D001", message.format(next=after[:1], two=after[:2]), hint, alone=alone)
    return Explained("D001", f"this is not YAML: {problem}")


def _begun_wrongly(before: str) -> Explained | None:
    """A text whose first character made YAML read a mapping, a list or a text in quotes, which then ended too early."""
    value = _KEY.sub("", before).lstrip("- ")
    if value.startswith("{"):
        hint = "write placeholders as `$A`, or put the text in quotes"
        return Explained("D014", "a text that begins with `{` is read as a mapping", hint, len(value), alone=True)
    if value.startswith("["):
        return Explained("D015", "a text that begins with `[` is read as a list", "put it in quotes", len(value), alone=True)
    if _AFTER_QUOTE.search(before):
        return Explained(
            "D001", "text goes on after the closing quotation mark", "put all of it in quotes, and double those inside"
        )
    return None


def _colon(before: str) -> Explained:
    value = _KEY.sub("", before, count=1)
    if _ROLE_WITH_COLON.search(value):
        return Explained("D012", "roles have no colon", "write `attack(by A, on B)`", alone=True)
    return Explained("D012", "a colon and a space cannot stand inside a text without quotes", _QUOTES, alone=True)


def unclosed(sign: str) -> Explained:
    """The file ends inside a list or mapping that was opened with this sign."""
    kind, end = ("list", "]") if sign == "[" else ("mapping", "}")
    return Explained(
        "D001", f"this {kind} is not closed: `{end}` is missing", "close it; if the sign belongs to a text, put that in quotes"
    )


def cut_at_comma(flow: str, *, inside: bool) -> Explained:
    """A text in a list in brackets (`flow` is `[` or `{`) that was cut at a comma of its own, `inside` its own brackets."""
    rows = "one condition per line, each after `- `" if flow == "[" else "one key per line"
    message = "this was cut at a comma inside brackets" if inside else "this text was cut at a comma of its own"
    return Explained("D013", message, f"write {rows}, or put the text in quotes")


def unquoted(source: str) -> Explained | None:
    """What was meant by a list or mapping in brackets where a text belongs, if it looks like a placeholder or dates."""
    if _PLACEHOLDER.match(source):
        return Explained(
            "D014", "a text that begins with `{` is read as a mapping", "write placeholders as `$A`, or put the text in quotes"
        )
    if _DATES.fullmatch(source):
        kind = "list" if source.startswith("[") else "mapping"
        return Explained("D015", f"without quotes these dates are read as a {kind}", f'put them in quotes: "{source}"')
    return None
