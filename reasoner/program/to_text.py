"""A program as text that a person can read and that `python -m clingodl` runs."""

from __future__ import annotations

from reasoner.program.background import THEORY
from reasoner.program.ir import Line, Origin, Program
from reasoner.times.to_text import tick_text

_WHATS = {
    "statement": "statement",
    "hypothesis": "hypothesis",
    "rule": "rule",
    "vocabulary": "word",
    "silence": "what nobody said:",
    "content": "content",
}


def to_text(program: Program, told: tuple[str, ...] = ()) -> str:
    """The whole program; `told` are the facts that it asked for."""
    theory = program.theory
    start = tick_text(program.origin, zone=theory.zone, clock=theory.clock)
    unit = theory.clock.name.lower()
    out = [f"% dossier {theory.id}", f"% times count in {unit}s; 0 is {start}", ""]
    last: Origin | None = None
    for line in program.lines:
        if line.origin != last:
            out.append(f"% {_origin(line)}")
            last = line.origin
        out.append(line.text)
    if told:
        names = theory.printed
        chosen = ", and guards that are chosen by name" if names.without or names.only or names.adopt else ""
        out += ["", f"% facts that the rules above ask for with need(..){chosen}", *told]
    out += ["", "% what bounds mean", *(f"{rule}." for rule in THEORY), "", *_SHOW]
    return "\n".join(out) + "\n"


_SHOW = ("#show on/1.", "#show broken/1.")


def _origin(line: Line) -> str:
    origin = line.origin
    what = " ".join(part for part in (_WHATS.get(origin.what, origin.what), origin.id) if part)
    place = f" ({origin.span})" if origin.span.file else ""
    return "".join(sign if sign.isprintable() else "?" for sign in what + place)
