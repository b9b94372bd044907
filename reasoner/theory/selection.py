"""What of a dossier is in play: what is switched off, what alone is kept, hypotheses and sentences adopted.

Everything goes by its id, and by the name of its guard as reports print it (`guard_names`). What is switched off has its
guard off: `accept(s)` is the statement s, `trust(x)` all that comes through x and can be given up, `link(s, 2)` the statement
s again, `reading(s)` the choice of its preferred reading, `absent(h)` that nobody supposes the hypothesis h.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from reasoner.diagnostics import NOWHERE, Rejected, Text
from reasoner.dossier.ir import Dossier, Hypothesis
from reasoner.language.from_text import parse_condition
from reasoner.theory.faults import Faults, did_you_mean
from reasoner.theory.guard_names import entry_of, is_ground, rule_of_duty
from reasoner.theory.ir import Law, Said, Selection, Sort
from reasoner.theory.through import Through, through

T = TypeVar("T", Said, Law)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is adopted: `hypotheses` by id; `premises` are sentences that count as statements, each by its own text.

    `silent` are sentences that the program may know as what nobody says; only if it does not, they are premises.
    """

    hypotheses: frozenset[str]
    premises: tuple[Hypothesis, ...]
    silent: tuple[str, ...]


def adopted(selection: Selection, hypotheses: Iterable[Hypothesis], stated: Iterable[str], faults: Faults) -> Chosen:
    """What of the dossier, and of sentences beside it, counts as said; `stated` are sentences that are premises for sure."""
    known = [hypothesis.id for hypothesis in hypotheses]
    premises: list[Hypothesis] = []
    silent: list[str] = []
    for given in dict.fromkeys(selection.adopt):
        is_sentence = " " in given.strip() or "(" in given
        if given in known or (not is_sentence and faults.doubts.name(given, (Sort.HYPOTHESIS,))):
            continue
        if not is_sentence:
            hint = did_you_mean(given, known, otherwise="adopt a hypothesis by its id, or a premise by its whole sentence")
            faults.error("T070", NOWHERE, f"no hypothesis is called `{given}`", hint)
        elif "(" in given and given not in stated:
            silent.append(given)
        else:
            try:
                premises.append(Hypothesis(given, parse_condition(Text(given, "--adopt"))))
            except Rejected as rejected:
                faults.extend(rejected.diagnostics)
    return Chosen(frozenset(selection.adopt), tuple(premises), tuple(silent))


def select(
    selection: Selection, said: tuple[Said, ...], laws: tuple[Law, ...], dossier: Dossier, faults: Faults
) -> tuple[tuple[Said, ...], tuple[Law, ...]]:
    """Switch off what `without` names and what `only` leaves out.

    `only` keeps what it names, what is certain, and what is adopted: of a chain, what it names of all its sources or of all
    its steps, and of a duty its rule.
    """
    if not selection.without and selection.only is None:
        return said, laws
    names = through(dossier, said, laws)
    _check((*selection.without, *(selection.only or ())), _known(said, laws, names), faults)
    out = frozenset(selection.without)
    only = _kept(selection)

    def is_off(one: Said) -> bool:
        if out & {one.id, *_accepted(one), *names.of(one)}:
            return True
        return only is not None and not one.certain and not (only & _own(one)) and not names.kept(one, only)

    def is_broken(law: Law) -> bool:
        mine = {*law_names(law), *_keep(law)}
        return bool(out & mine) or (only is not None and (law.kept or law.norm) and not only & mine)

    switched = (replace(one, preferred=False) if f"reading({one.id})" in out else one for one in said)
    return _switched(tuple(switched), is_off), _switched(laws, is_broken)


def printed(selection: Selection, silent: tuple[str, ...]) -> Selection:
    """What of the selection only the program can know: see `Theory`."""
    return Selection(
        tuple(name for name in selection.without if is_ground(name)),
        tuple(name for name in selection.only or () if is_ground(name)),
        silent,
    )


def law_names(law: Law) -> tuple[str, ...]:
    """What a rule may be called: its id, and `pack/rule`."""
    return tuple(dict.fromkeys((law.id, f"{law.pack}/{law.id.removeprefix(f'{law.pack}/')}")))


# ---------------------------------------------------------------- names


def _kept(selection: Selection) -> frozenset[str] | None:
    """The names of `only`, with the rules of the duties among them, what is adopted, and what is supposed by `without`."""
    if selection.only is None:
        return None
    rules = (rule for name in selection.only if (rule := rule_of_duty(name)))
    return frozenset((*selection.only, *selection.adopt, *rules, *(one for one in selection.without if is_ground(one))))


def _accepted(one: Said) -> tuple[str, ...]:
    return () if one.certain or one.supposed else (f"accept({one.id})",)


def _own(one: Said) -> frozenset[str]:
    """By which names the statement or hypothesis itself is kept."""
    choice = [f"reading({one.id})"] if len(one.readings) > 1 and one.preferred else []
    silence = [f"absent({one.id})"] if one.supposed else []
    return frozenset((one.id, *_accepted(one), *choice, *silence))


def _keep(law: Law) -> tuple[str, ...]:
    return tuple(f"keep({name})" for name in law_names(law)) if law.kept and not law.norm else ()


def _known(said: Iterable[Said], laws: Iterable[Law], names: Through) -> set[str]:
    found = {name for one in said for name in (*_own(one), *names.of(one))} | names.sources
    return found | {name for law in laws for name in (*law_names(law), *_keep(law))}


def _switched(items: tuple[T, ...], is_off: Callable[[T], bool]) -> tuple[T, ...]:
    return tuple(replace(item, off=True) if is_off(item) else item for item in items)


def _check(given: Iterable[str], known: set[str], faults: Faults) -> None:
    """What may be the name of a guard of silence or of a duty is left to the program."""
    for word in given:
        entry = entry_of(word)
        doubts = faults.doubts
        may_be = doubts.name(entry) or doubts.packs() or doubts.rule(entry.rsplit("/", maxsplit=1)[-1])
        if word not in known and not may_be and not is_ground(word):
            hint = did_you_mean(word, known, otherwise="`reasoner list` tells what there is")
            faults.error("T070", NOWHERE, f"nothing in the dossier or its rules is called `{word}`", hint)
