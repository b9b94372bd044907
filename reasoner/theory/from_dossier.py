"""From a dossier and its packs to a theory: names known, words of the vocabulary kept, parameters put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reasoner.diagnostics import Diagnostic, Severity, in_order
from reasoner.dossier.ir import Dossier
from reasoner.theory.checks import CHECKS, Check
from reasoner.theory.doubts import Doubts
from reasoner.theory.draft import Draft, forms_of, sentences_of
from reasoner.theory.faults import Faults, place_of
from reasoner.theory.frame import Frame
from reasoner.theory.ir import Dated, Said, Selection, Sort, Theory
from reasoner.theory.laws import Written, laws
from reasoner.theory.names import Names, names_of
from reasoner.theory.own import owned_in_asked
from reasoner.theory.packs import packs_in_use
from reasoner.theory.parameters import values_of
from reasoner.theory.selection import Chosen, adopted, printed, select
from reasoner.theory.statements import said, supposed
from reasoner.theory.told_days import dated, with_dates, workweek
from reasoner.theory.vocabulary import vocabulary
from reasoner.times.errors import UnknownZone
from reasoner.times.zones import check_zone


def resolve(
    dossier: Dossier,
    selection: Selection = Selection(),  # noqa: B008 - a frozen value
    more: Sequence[Check] = (),
    stated: Sequence[str] = (),
) -> Theory:
    """The theory of a dossier, of which `selection` says what is in play; what is off is read and checked all the same.

    `more` are checks that later rooms have of a theory, so that their faults are told in the same run. `stated` are adopted
    sentences that are known to be nothing that silence leans on.

    Raises:
        Rejected: with all that is wrong: what the reading found, and the faults of all entries that it could read.
    """
    faults = Faults(Doubts(dossier))
    faults.extend(dossier.diagnostics)
    zone = _zone(dossier, faults)
    week = workweek(dossier, faults)
    dossier = with_dates(dossier, zone, week, faults)
    packs = packs_in_use(dossier, faults)
    words = vocabulary([*dossier.vocabulary, *(word for used in packs for word in used.pack.vocabulary)], faults)
    frame = Frame(words, values_of(dossier.parameters, {}, faults), zone, dossier.clock, faults)
    written = laws(packs, frame.values, frame)
    chosen = adopted(selection, dossier.hypotheses, stated, faults)
    chosen = replace(chosen, premises=dated(chosen.premises, zone, week, faults))
    spoken = _said(dossier, chosen, frame)
    names = names_of(dossier, spoken, words, faults)
    spoken = _in_documents(dossier, spoken, names)
    spoken, selected = select(selection, spoken, tuple(one.law for one in written), dossier, faults)
    written = tuple(replace(one, law=law) for one, law in zip(written, selected, strict=True))
    theory = replace(_theory(dossier, frame, names, spoken, written), printed=printed(selection, chosen.silent), workweek=week)
    draft = Draft(theory, names, words, written, tuple(sentences_of(theory)), forms_of(theory, words), frame)
    for check in (*CHECKS, *more):
        check(draft, faults)
    notes = faults.settle()
    return replace(theory, notes=in_order((*notes, *_waiting(dossier))))


def _waiting(dossier: Dossier) -> Iterator[Diagnostic]:
    """One note on all that is read and checked, but not answered yet."""
    asked = [(one.id, one.span) for one in dossier.queries] + [(one.id, one.span) for one in dossier.scenarios]
    if asked:
        names = ", ".join(f"`{name}`" for name, _ in asked)
        hint = "for a query write a rule whose `never` is what you ask; for a scenario use `--adopt`, `--without`, `--only`"
        message = f"queries and scenarios are read and checked, but not answered yet: {names}"
        yield Diagnostic("T069", asked[0][1], message, hint, Severity.NOTE)


def _zone(dossier: Dossier, faults: Faults) -> str:
    try:
        check_zone(dossier.zone)
    except UnknownZone as unknown:
        faults.error("T061", place_of(dossier.places, "zone", dossier.span), unknown.message, unknown.help)
        return "UTC"
    return dossier.zone


def _said(dossier: Dossier, chosen: Chosen, frame: Frame) -> tuple[Said, ...]:
    return (
        *(said(statement, frame) for statement in dossier.statements),
        *(supposed(one, frame, adopted=one.id in chosen.hypotheses) for one in dossier.hypotheses),
        *(supposed(one, frame, adopted=True) for one in chosen.premises),
        *(Said(one, ()) for one in chosen.silent),
    )


def _in_documents(dossier: Dossier, spoken: tuple[Said, ...], names: Names) -> tuple[Said, ...]:
    """The first word of `at:` is a document if it is the name of one; else it is only text."""
    documents = {
        one.id: one.document.id for one in dossier.statements if one.document and Sort.DOCUMENT in names.sorts(one.document.id)
    }
    return tuple(replace(one, document=documents.get(one.id, "")) for one in spoken)


def _theory(dossier: Dossier, frame: Frame, names: Names, spoken: tuple[Said, ...], written: Sequence[Written]) -> Theory:
    span = place_of(dossier.places, "reported", dossier.span)
    reported = frame.stretch(dossier.reported, span) if dossier.reported else None
    return Theory(
        dossier.id,
        dossier.span,
        dossier,
        frame.zone,
        dossier.clock,
        reported.whole.earliest if reported else None,
        names.all(),
        tuple(frame.words.values()),
        spoken,
        tuple(one.law for one in written),
        tuple(Dated(thing.id, thing.dated, thing.span) for thing in dossier.things if thing.dated),
        _trusts(dossier, spoken),
        tuple((source.id, source.of.id) for source in dossier.sources if source.of),
        queries=tuple((query.id, owned_in_asked(frame.read(query.ask))) for query in dossier.queries),
    )


def _trusts(dossier: Dossier, spoken: tuple[Said, ...]) -> tuple[tuple[str, Fraction | None], ...]:
    """Every source with its trust: those declared, then those only used."""
    trusts: dict[str, Fraction | None] = {source.id: source.trust for source in dossier.sources}
    for one in spoken:
        for source in one.chain:
            trusts.setdefault(source, None)
    return tuple(trusts.items())
