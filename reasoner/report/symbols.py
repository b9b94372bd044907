"""Reads terms of the logic program as printed: `s("deal-1")`, `fires("r",("a",new("q",1,("b",))))`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from reasoner.language.shapes import filled
from reasoner.times.decimals import decimal

_TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+)|([a-z_][A-Za-z0-9_\']*)|(.))')
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Call:
    """`name(args)`, a constant without arguments, or a tuple (without a name)."""

    name: str
    args: tuple[Symbol, ...] = ()


Symbol = str | int | Call
_Tokens = list[tuple[str | None, str | None, str | None, str | None]]


def symbol(text: str) -> Symbol:
    """The term of a text that the program printed; a text in quotes is a `str`."""
    tokens: _Tokens = [(found[1], found[2], found[3], found[4]) for found in _TOKEN.finditer(text)]
    term, _ = _term(tokens, 0)
    return term


def _term(tokens: _Tokens, at: int) -> tuple[Symbol, int]:
    quoted, number, name, sign = tokens[at]
    if quoted is not None:
        return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), quoted), at + 1
    if number is not None:
        return int(number), at + 1
    if sign == "(":
        return _call("", tokens, at + 1)
    assert name is not None
    if at + 1 < len(tokens) and tokens[at + 1][3] == "(":
        return _call(name, tokens, at + 2)
    return Call(name), at + 1


def _call(name: str, tokens: _Tokens, at: int) -> tuple[Symbol, int]:
    """The arguments up to the closing bracket."""
    args: list[Symbol] = []
    while tokens[at][3] != ")":
        if tokens[at][3] == ",":
            at += 1
            continue
        arg, at = _term(tokens, at)
        args.append(arg)
    return Call(name, tuple(args)), at + 1


def shown(term: Symbol, scale: int = 1) -> str:
    """A value as instances print it: a name as it is, a new or supposed thing by what made it; numbers divided by `scale`."""
    if isinstance(term, int):
        return decimal(Fraction(term, scale))
    if not isinstance(term, Call):
        return term
    match term.name, term.args:
        case "new", (owner, which, Call(args=values)):
            inner = ", ".join(shown(one, scale) for one in values)
            return f"{shown(owner)}{'' if which == 1 else f'.{which}'}({inner})"
        case "fresh", (_, nth, *_):
            return "something" if nth == 1 else f"something-{nth}"
        case "said", (statement, source):
            return f"said({shown(source)}, {shown(statement)})"
        case "content", (str(key), Call(args=told)):
            return f"that {filled(key, [shown(one, scale) for one in told])}"
        case "text", (text,):
            return f'"{shown(text)}"'
        case "n", (owner, role):
            return f"{shown(role)} of {shown(owner)}"
        case name, args:
            inner = ", ".join(shown(one, scale) for one in args)
            return f"{name}({inner})" if name and args else name or inner


def brought_about(owner: str, which: str = "") -> str:
    """What a rule makes, in words; `which` tells it from others that the rule makes (see `shown`)."""
    return f"what the rule {owner} brings about" + (f" ({which})" if which else "")
