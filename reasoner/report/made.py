"""What things without a name are called: what rules bring about, and what is supposed.

They are told by what is said of them, "the time when Haber owned Dawn"; two that are alike by what they come from, too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reasoner.dossier.ir import Form
from reasoner.ground.ir import Part
from reasoner.language.ir import Arg, Atom, Name
from reasoner.program.ir import Program
from reasoner.report.clean import clean
from reasoner.report.lexicon import Lexicon
from reasoner.report.sentences import listed
from reasoner.report.symbols import Call, Symbol, shown, symbol
from reasoner.report.words import atom_words
from reasoner.theory.ir import Sort


def made_things(parts: Sequence[Part], program: Program, lexicon: Lexicon) -> Mapping[Symbol, str]:
    """The words of each thing that a rule brings about or that is supposed, as far as something is said of it."""
    kinds, roles = _said(parts, program.scale)
    words: Mapping[Symbol, str] = {
        thing: told for thing in kinds if (told := _words(thing, kinds[thing], roles[thing], lexicon))
    }
    occurrences = frozenset(named.id for named in program.theory.names if named.sort is Sort.OCCURRENCE)
    words = _apart(words, {thing: _origin(thing, occurrences, lexicon) for thing in words})
    return _apart(words, {thing: clean(shown(thing, program.scale)) for thing in words})


def _apart(words: Mapping[Symbol, str], more: Mapping[Symbol, str]) -> Mapping[Symbol, str]:
    """With more in brackets for those that are alike."""
    count = Counter(words.values())
    return {thing: f"{told} ({more[thing]})" if count[told] > 1 and more[thing] else told for thing, told in words.items()}


def _said(parts: Sequence[Part], scale: int) -> tuple[Mapping[Symbol, list[str]], Mapping[Symbol, dict[str, str]]]:
    """The kinds of each made thing, and who plays which role in it."""
    kinds: defaultdict[Symbol, list[str]] = defaultdict(list)
    roles: defaultdict[Symbol, dict[str, str]] = defaultdict(dict)
    for name in dict.fromkeys(name for part in parts for _, name in part.atoms):
        if name.startswith(("kind(new(", "kind(fresh(", "role(new(", "role(fresh(")):
            match symbol(name):
                case Call("kind", (thing, str() as kind)):
                    kinds[thing].append(kind)
                case Call("role", (thing, str() as role, value)):
                    roles[thing].setdefault(role, shown(value, scale))
                case _:
                    pass
    return kinds, roles


def _words(thing: Symbol, kinds: Sequence[str], roles: Mapping[str, str], lexicon: Lexicon) -> str:
    """Told by the narrowest of its kinds."""
    above = {entry.id for kind in kinds for entry in lexicon.kinds(kind)[1:]}
    kind = next((kind for kind in kinds if kind not in above and lexicon.form(kind) in {Form.EVENT, Form.STATE}), None)
    if kind is None:
        return ""
    args = tuple(Arg("" if role.isdecimal() else role, Name(value)) for role, value in sorted(roles.items(), key=_place))
    supposed = "supposed " if isinstance(thing, Call) and thing.name == "fresh" else ""
    return f"the {supposed}time when {atom_words(Atom(kind, args), lexicon)}"


def _place(told: tuple[str, str]) -> tuple[bool, int, str]:
    """Roles told by their place in order, then the others by name."""
    role = told[0]
    return not role.isdecimal(), int(role) if role.isdecimal() else 0, role


def _origin(thing: Symbol, occurrences: frozenset[str], lexicon: Lexicon) -> str:
    """What it comes from: "from f"."""
    found = [lexicon.name(value) for value in _values(thing) if value in occurrences]
    return f"from {listed(found)}" if found else ""


def _values(thing: Symbol) -> Iterator[str]:
    match thing:
        case Call("new" | "fresh", (_, _, Call(args=values))):
            yield from (shown(value) for value in values)
        case _:
            pass
