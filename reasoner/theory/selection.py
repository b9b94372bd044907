"""What of a dossier is in play: ids switched off, the only ones kept, hypotheses and premises adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from reasoner.diagnostics import NOWHERE, Rejected, Text
from reasoner.dossier.ir import Hypothesis
from reasoner.language.from_text import parse_condition
from reasoner.theory.faults import Faults, did_you_mean
from reasoner.theory.ir import Law, Said, Selection, Sort

T = TypeVar("T", Said, Law)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selection with its ids checked: `premises` are adopted sentences, `without` and `only` ids as they were given."""

    hypotheses: frozenset[str]
    premises: tuple[Hypothesis, ...]


def adopted(selection: Selection, hypotheses: Iterable[Hypothesis], faults: Faults) -> Chosen:
    """The hypotheses and the printed premises that count as statements; a premise's id is its sentence as given."""
    known = [hypothesis.id for hypothesis in hypotheses]
    premises: list[Hypothesis] = []
    for given in dict.fromkeys(selection.adopt):
        if given in known:
            continue
        if " " not in given.strip() and faults.doubts.name(given, (Sort.HYPOTHESIS,)):
            continue
        if " " not in given.strip():
            hint = did_you_mean(given, known, otherwise="adopt a hypothesis by its id, or a premise by its whole sentence")
            faults.error("T070", NOWHERE, f"no hypothesis is called `{given}`", hint)
            continue
        try:
            premises.append(Hypothesis(given, parse_condition(Text(given, "--adopt"))))
        except Rejected as rejected:
            faults.extend(rejected.diagnostics)
    return Chosen(frozenset(selection.adopt), tuple(premises))


def select(
    selection: Selection, said: tuple[Said, ...], laws: tuple[Law, ...], faults: Faults
) -> tuple[tuple[Said, ...], tuple[Law, ...]]:
    """Switch off what `without` names and what `only` leaves out.

    `without` may name a statement, a hypothesis, a rule, or a source: then all that comes through it is off. `only`
    keeps what it names, what is certain, and what is adopted.
    """
    sources = {source for one in said for source in one.chain}
    ids = [*(one.id for one in said), *(name for law in laws for name in law_names(law))]
    _check(selection.without, [*ids, *sources], faults)
    for word in (one for one in selection.only or () if one in sources and one not in ids):
        hint = "name what comes through it"
        faults.error("T070", NOWHERE, f"`{word}` is a source; only statements, hypotheses and rules can be kept so", hint)
    _check((one for one in selection.only or () if one not in sources), ids, faults)
    out = frozenset(selection.without)
    only = None if selection.only is None else frozenset((*selection.only, *selection.adopt))

    def is_off(names: Iterable[str], *, certain: bool) -> bool:
        mine = frozenset(names)
        return bool(mine & out) or (only is not None and not certain and not mine & only)

    return (
        _switched(said, lambda one: is_off([one.id], certain=one.certain) or bool(out.intersection(one.chain))),
        _switched(laws, lambda law: is_off(law_names(law), certain=not law.kept and not law.norm)),
    )


def law_names(law: Law) -> tuple[str, ...]:
    """What a rule may be called: its id, and `pack/rule`."""
    return tuple(dict.fromkeys((law.id, f"{law.pack}/{law.id.removeprefix(f'{law.pack}/')}")))


def _switched(items: tuple[T, ...], is_off: Callable[[T], bool]) -> tuple[T, ...]:
    return tuple(replace(item, off=True) if is_off(item) else item for item in items)


def _check(given: Iterable[str], known: list[str], faults: Faults) -> None:
    for word in given:
        doubts = faults.doubts
        may_be = doubts.name(word) or doubts.packs() or doubts.rule(word.rsplit("/", maxsplit=1)[-1])
        if word not in known and not may_be:
            hint = did_you_mean(word, known, otherwise="`reasoner list` tells what there is")
            faults.error("T070", NOWHERE, f"nothing in the dossier or its rules is called `{word}`", hint)
