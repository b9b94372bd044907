"""The tests of a rule as little dossiers of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reasoner.dossier.ir import Dossier, Form, Pack, Rule, RuleTest, Statement, Thing
from reasoner.language.ir import Atom, Condition, Different, Name, OfKind, Same
from reasoner.language.rewrite import walk
from reasoner.theory.arguments import with_roles
from reasoner.theory.faults import Faults
from reasoner.theory.kinds import SOURCE, Words
from reasoner.theory.occurrences import kinds_told
from reasoner.theory.vocabulary import vocabulary

_SECTIONS = ("actor", "place", "document")


def dossier_of(test: RuleTest, rule: Rule, dossier: Dossier) -> Dossier:
    """A dossier with the facts of one test as statements `line-1`, `line-2`, .. and the packs of `dossier`.

    In play are the rule under test and the rules of its pack that conclude something (`then`, `asp`), since it may build
    on them; other tests and duties are not, so that only this one can be broken. All packs lend their vocabulary. Names
    that stand in roles are declared by this use: as places or documents where the role asks for one, else as actors; of the
    kind that a role asks for, of several the one that is below the others.
    The zone and the working days are those of `dossier`, and so is the clock where the test says none; `$parameters` in facts are the pack's.
    """
    packs = tuple(_with_rules(pack, rule) for pack in dossier.packs)
    own = next((pack for pack in packs if pack.id == rule.pack), Pack(rule.pack))
    predicates = (*dossier.vocabulary, *(word for pack in packs for word in pack.vocabulary))
    return Dossier(
        f"{rule.pack}-{rule.id}",
        reported=test.reported,
        zone=dossier.zone,
        clock=test.clock or dossier.clock,
        weekend=dossier.weekend,
        holidays=dossier.holidays,
        parameters=own.parameters,
        things=_things(test.facts, vocabulary(predicates, Faults())),
        statements=tuple(Statement(line_id(nth), fact, span=fact.span) for nth, fact in enumerate(test.facts, 1)),
        vocabulary=dossier.vocabulary,
        packs=packs,
        span=test.span,
    )


def line_id(nth: int) -> str:
    """The id of the statement that the `nth` line of a test's `facts` becomes, counted from 1."""
    return f"line-{nth}"


def _with_rules(pack: Pack, rule: Rule) -> Pack:
    if pack.id != rule.pack:
        return replace(pack, rules=())
    return replace(pack, rules=tuple(one for one in pack.rules if one.id == rule.id or one.then or one.asp))


def _things(facts: tuple[Condition, ...], words: Words) -> tuple[Thing, ...]:
    """Every name that stands for a thing, in order; a use that tells its section counts before one that does not."""
    named = with_roles(facts, words, Faults())
    happens = {name.id for fact in named for name, _ in kinds_told(fact, words)}
    happens |= {line_id(nth) for nth in range(1, len(facts) + 1)}
    found: dict[str, tuple[Name, list[str]]] = {}
    for name, type_ in (use for fact in named for use in _uses(fact, words)):
        if name.id not in happens:
            found.setdefault(name.id, (name, []))[1].append(type_)
    return tuple(_thing(name, types, words) for name, types in found.values())


def _thing(name: Name, types: list[str], words: Words) -> Thing:
    section = next((type_ for type_ in types if type_ in _SECTIONS), "actor")
    kinds = list(dict.fromkeys(type_ for type_ in types if type_ in words and type_ not in _SECTIONS))
    lowest = (kind for kind in kinds if not any(kind in words[other].above[1:] for other in kinds))
    return Thing(name.id, section, kind=next(lowest, ""), span=name.span)


def _uses(fact: Condition, words: Words) -> Iterator[tuple[Name, str]]:
    """Names that stand for things, with the type of their role; `thing` where it tells no more, or a line says what it is."""
    for node in walk(fact):
        match node:
            case Atom(predicate, args) if predicate in words:
                types = {role.name: role.type for role in words[predicate].roles}
                for arg in args:
                    if isinstance(arg.value, Name) and _is_thing(types.get(arg.role, "number"), words):
                        yield arg.value, types[arg.role]
            case OfKind(Name() as name, kind) if _is_thing(kind, words):
                yield name, "thing"
            case Same(left, right) | Different(left, right):
                yield from ((ref, "thing") for ref in (left, right) if isinstance(ref, Name))
            case _:
                pass


def _is_thing(type_: str, words: Words) -> bool:
    if type_ in words:
        return words[type_].form is Form.THING
    return type_ in {"actor", "thing", SOURCE}
