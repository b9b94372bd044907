"""Fills the templates of the vocabulary: `$by attacks $on[ at $at]`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reasoner.report.clean import clean

_HOLE = re.compile(r"\$([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")
_OPTION = re.compile(r"\[([^\[\]]*)\]")


def fill(template: str, said: Mapping[str, str], unsaid: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The sentence of one atom, and what the template leaves out: `killed 12`.

    `said` has the words of each role that is told ("by", or "1" for one told by its place). A part in brackets is left
    out when a role in it is not told; elsewhere, and at the start, where the subject stands, such a role reads as
    `unsaid` has it, or "something".
    """
    used: set[str] = set()

    def put(hole: re.Match[str]) -> str:
        role, rest = _role(hole[1], {*said, *unsaid})
        used.add(role)
        return (said.get(role) or unsaid.get(role, "something")) + rest

    def option(part: re.Match[str]) -> str:
        roles = [_role(hole, {*said, *unsaid})[0] for hole in _HOLE.findall(part[1])]
        subject = part.start() == 0
        return part[1] if subject or all(role in said for role in roles) else ""

    text = _HOLE.sub(put, _OPTION.sub(option, clean(template)))
    return text.strip(), labelled({role: words for role, words in said.items() if role not in used})


def labelled(said: Mapping[str, str]) -> tuple[str, ...]:
    """`killed 12`, `at Ouargla`; a role told by its place shows its value alone."""
    return tuple(words if role.isdecimal() else f"{role} {words}" for role, words in said.items())


def put_in(text: str, names: Mapping[str, str]) -> str:
    """A rule's text with the names of what its variables are bound to; a variable that is not bound shows its letter."""
    return _HOLE.sub(lambda hole: _name(hole[1], names), clean(text))


def _name(hole: str, names: Mapping[str, str]) -> str:
    role, rest = _role(hole, set(names))
    return names.get(role, role) + rest


def _role(hole: str, known: set[str]) -> tuple[str, str]:
    """`$by-led` names the role `by-led` if there is one, else the role `by`, followed by "-led"."""
    role = hole
    while role not in known and "-" in role:
        role = role.rpartition("-")[0]
    return (role, hole[len(role) :]) if role in known else (hole, "")
