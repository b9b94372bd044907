"""By which name something was said: of two names that may be one thing, a rule speaks by the one that was used.

Where an identity that can be given up makes two names one, each has all that is said of the other. Only what was *said* by a
name gives a rule an instance for that name: `carries(by bob)` makes Bob's duty, which is Ann's duty too wherever Ann is Bob.

    own(X,kind("k"))           X was said, or concluded, by this name to be a k
    own(X,role(T,"by"))        ... to have this role in T, by whatever name T goes
    own(X,pair(T,"k"))         ... to be one of the two of T
    own(X,fact("p",2,A))       ... to stand at this place of a fact, with the others by whatever names they go

`given("r",(P,T)) :- kind(T,"k"), role(T,"by",P)` becomes, with these, `.., own(T,kind("k")), own(P,role(T,"by"))`: each variable
must be own where it first stands. So every thing that meets the lines has an instance, by one name at least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reasoner.dossier.ir import Form, Mark
from reasoner.program.identities import Identities
from reasoner.program.ir import Line, Origin
from reasoner.program.writer import Writer
from reasoner.theory.ir import Theory

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[(),]|[^"(),]+')


def own_literals(binds: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """That each of the variables is own where it first stands in these literals; nothing of those that stand in none."""
    found = (next(_places(binds, name), None) for name in names)
    return tuple(f"own({name},{place})" for name, place in zip(names, found, strict=True) if place is not None)


def _places(literals: Sequence[str], name: str) -> Iterator[str]:
    for literal in literals:
        yield from (place for one, place in _owned(literal) if one == name)


def _owned(literal: str) -> Iterator[tuple[str, str]]:
    """The terms that a literal can be own for, and as what."""
    word, *args = _pieces(literal)
    match word:
        case "kind":
            yield args[0], f"kind({args[1]})"
        case "role":
            yield args[2], f"role({args[0]},{args[1]})"
        case "pair":
            yield from ((one, f"pair({args[0]},{args[1]})") for one in args[2:])
        case "fact":
            for place in range(1, len(args)):
                yield args[place], f"fact({','.join([args[0], str(place), *args[1:place], *args[place + 1 :]])})"
        case _:
            pass


def _pieces(literal: str) -> list[str]:
    """The word of a literal, and its arguments."""
    found, depth = [""], 0
    for piece in _PIECE.findall(literal):
        outer = depth == 0 if piece == "(" else depth == 1
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if outer and piece in ("(", ","):
            found.append("")
        elif depth or piece != ")":
            found[-1] += piece
    return found


def write_own(theory: Theory, known: Identities, writer: Writer) -> None:
    """What is own by all that was written so far, if an identity can be given up; for a name that a thing has for certain besides
    another, so is the first of its names.
    """
    if not known.doubtful:
        return
    engine = Origin("the engine")
    for line in tuple(writer.lines):
        _write_line(line, writer)
    writer.rule("own(V,role(Y,R))", ("own(V,role(X,R))", "same(X,Y)"), engine)
    for signature in theory.signatures:
        if signature.form is Form.FACT:
            _write_copies(signature.id, len(signature.roles), writer, engine)
        elif signature.has(Mark.SYMMETRIC):
            for role in signature.roles[:2]:
                writer.rule(
                    f'own(X,pair(O,"{signature.id}"))', (f'own(X,role(O,"{role.name}"))', f'kind(O,"{signature.id}")'), engine
                )
    for name, first in known.aliases:
        writer.rule(f'own("{first}",L)', (f'own("{name}",L)',), engine)


def _write_line(line: Line, writer: Writer) -> None:
    """The terms of a head are own where its body is so; what the vocabulary makes of a word, where they are own there."""
    before = [own for one in line.body for own in _owned(one)] if line.origin.what == "vocabulary" else []
    for atom, under in line.atoms or ((line.head, ()),):
        for term, place in _owned(atom) if not atom.startswith("pair(") else ():
            known = (f"own({term},{known})" for name, known in before if name == term)
            writer.rule(f"own({term},{place})", (*under, *line.body, *islice(known, 1)), line.origin)


def _write_copies(word: str, roles: int, writer: Writer, origin: Origin) -> None:
    """A name at one place of a fact is own by whatever names the others go."""
    for place in range(1, roles + 1):
        others = [f"X{nth}" for nth in range(1, roles)]
        for nth, other in enumerate(others):
            copied = [*others[:nth], "Y", *others[nth + 1 :]]
            one, two = (",".join([f'"{word}"', str(place), *args]) for args in (others, copied))
            writer.rule(f"own(V,fact({two}))", (f"own(V,fact({one}))", f"same({other},Y)"), origin)
