"""Fills the templates of the vocabulary: `$by attacks $on[ at $at]`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reasoner.report.clean import clean

_HOLE = re.compile(r"\$([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")
_SPACED = re.compile(rf"( ?){_HOLE.pattern}")
_BEFORE = re.compile(r"\$\S*")
_OPTION = re.compile(r"\[([^\[\]]*)\]")


def fill(template: str, said: Mapping[str, str], unsaid: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The sentence of one atom, and what the template leaves out: `killed 12`.

    `said` has the words of each role that is told ("by", or "1" for one told by its place). A part in brackets is left
    out when a role in it is not told; elsewhere, and at the start, where the subject stands, such a role reads as
    `unsaid` has it, or "something".
    """
    used: set[str] = set()

    def put(hole: re.Match[str]) -> str:
        role, rest = _role(hole[2], {*said, *unsaid})
        used.add(role)
        return _joined(hole, said.get(role) or unsaid.get(role, "something")) + rest

    def option(part: re.Match[str]) -> str:
        roles = [_role(hole, {*said, *unsaid})[0] for hole in _HOLE.findall(part[1])]
        subject = part.start() == 0
        return part[1] if subject or all(role in said for role in roles) else ""

    text = _SPACED.sub(put, _OPTION.sub(option, clean(template)))
    return text.strip(), labelled({role: words for role, words in said.items() if role not in used})


def labelled(said: Mapping[str, str]) -> tuple[str, ...]:
    """`killed 12`, `at Ouargla`; a role told by its place shows its value alone."""
    return tuple(words if role.isdecimal() else f"{role} {words}" for role, words in said.items())


def put_in(text: str, names: Mapping[str, str]) -> str:
    """A rule's text with the names of what its variables are bound to; a variable that is not bound shows its letter."""
    return _SPACED.sub(lambda hole: _name(hole, names), clean(text))


def _name(hole: re.Match[str], names: Mapping[str, str]) -> str:
    role, rest = _role(hole[2], set(names))
    return _joined(hole, names.get(role, role)) + rest


def _joined(hole: re.Match[str], words: str) -> str:
    """The words with the blank before them; what the text has said just before them is not said twice.

    Of `that $claim` and "that Ann lied" comes "that Ann lied", of `the breach $E` and "the breach" comes "the breach".
    """
    before = _BEFORE.split(hole.string[: hole.start()])[-1].lower().split()
    first = words.split()
    for many in range(min(len(before), len(first)), 0, -1):
        if before[-many:] == [word.lower() for word in first[:many]] and not any(word.isdecimal() for word in first[:many]):
            rest = " ".join(first[many:])
            return hole[1] + rest if rest else ""
    return hole[1] + words


def _role(hole: str, known: set[str]) -> tuple[str, str]:
    """`$by-led` names the role `by-led` if there is one, else the role `by`, followed by "-led"."""
    role = hole
    while role not in known and "-" in role:
        role = role.rpartition("-")[0]
    return (role, hole[len(role) :]) if role in known else (hole, "")
