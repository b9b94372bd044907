"""From a theory to a program: one group of rules for each statement, rule and word of the vocabulary."""

from __future__ import annotations

from dataclasses import replace

from reasoner.language.ir import Condition, Holds, Name, Occurs
from reasoner.language.rewrite import walk
from reasoner.program import background
from reasoner.program.claims import Claims, uses
from reasoner.program.conditions import Conditions
from reasoner.program.denials import Denials
from reasoner.program.guards import Blame, Trusts, cost
from reasoner.program.hulls import hulls
from reasoner.program.identities import Identities, identities
from reasoner.program.imposing import Basis, Imposing
from reasoner.program.ir import Origin, Price, Program
from reasoner.program.laws import Laws
from reasoner.program.moments import calendar_of
from reasoner.program.needs import Needs
from reasoner.program.no_more import clash_with_supposed
from reasoner.program.numbers import numbers_of
from reasoner.program.ranges import limits
from reasoner.program.raw import raw_blocks, write_raw
from reasoner.program.silence import Silence
from reasoner.program.statements import Statements
from reasoner.program.terms import quote
from reasoner.program.timed import Scope, Timed
from reasoner.program.values import Values
from reasoner.program.writer import Writer
from reasoner.theory.ir import Sort, Theory


def translate(theory: Theory, blame: Blame = Blame.STATEMENTS) -> Program:
    """The program of a theory; `blame` says which guards its statements have.

    Raises `Rejected` where a raw block holds what it must not, and where numbers could come to too much.
    """
    theory = _ordered(theory)
    claims = _claims(theory, known := identities(theory))
    writer = claims.writer
    statements = Statements(theory, claims, blame, Trusts(theory), {})
    background.names(theory, writer)
    _documents(theory, claims)
    for said in theory.said:
        statements.compile(said)
    _laws(theory, known, claims, statements.prices)
    _built_in(theory, statements)
    claims.conditions.denying.link(claims.conditions.comparisons)
    statements.says()
    writer.rule("retracted(S)", ("retracts(Q,S)", "holds(Q)"), Origin("the engine"))
    background.vocabulary(theory, claims.conditions.comparisons)
    background.engine(claims.conditions.calendar, known, writer, scale=claims.conditions.numbers.scale)
    return Program(
        theory=theory,
        lines=tuple(writer.lines),
        origin=claims.conditions.calendar.origin,
        scale=claims.conditions.numbers.scale,
        fine=claims.conditions.numbers.fine,
        patterns=tuple(writer.patterns.values()),
        tags=tuple(writer.tags),
        instances=tuple(writer.instances.values()),
        prices=tuple(Price(term, price) for term, price in statements.prices.items()),
        needs=claims.imposing.needs,
    )


def _ordered(theory: Theory) -> Theory:
    """The theory in order of names, so that the order of files and entries changes nothing."""
    return replace(
        theory,
        names=tuple(sorted(theory.names, key=lambda named: (named.id, named.sort.value))),
        signatures=tuple(sorted(theory.signatures, key=lambda signature: signature.id)),
        said=tuple(sorted(theory.said, key=lambda said: said.id)),
        laws=tuple(sorted(theory.laws, key=lambda law: (law.id, law.pack))),
        documents=tuple(sorted(theory.documents, key=lambda document: document.id)),
    )


def _claims(theory: Theory, known: Identities) -> Claims:
    """What writes claims, with the calendar, the numbers and the vocabulary of the theory."""
    calendar = calendar_of(theory)
    numbers = numbers_of(theory)
    numbers = replace(numbers, limits=limits(theory, numbers))
    writer = Writer()
    signatures = {signature.id: signature for signature in theory.signatures}
    conditions = Conditions(writer, Timed(writer), calendar, signatures, Values(writer, numbers))
    imposing = Imposing(conditions, Needs(calendar, hulls(theory, calendar, known.sure)))
    return Claims(imposing, Denials(imposing, _says(theory)))


def _laws(theory: Theory, known: Identities, claims: Claims, prices: dict[str, int]) -> None:
    trusts = Trusts(theory)
    for name, _ in known.aliases:
        claims.writer.rule(f"alias({quote(name)})", (), Origin("the engine"))
    laws = Laws(claims, Silence(claims), has_aliases=bool(known.aliases), may_be_one=known.doubtful)
    blocks = raw_blocks(theory.laws, claims.conditions.signatures)
    for law in theory.laws:
        if law.off:
            continue
        if law.kept and not law.norm:
            guard = f"keep({quote(law.id)})"
            prices[guard] = cost(trusts.rule(law))
            claims.writer.rule(f"guard({guard})", (), Origin("rule", law.id, law.span))
        if law.asp:
            write_raw(blocks[law.id], claims.conditions)
        else:
            laws.compile(law)
    clash_with_supposed(claims.no_more, claims.denials)


def _built_in(theory: Theory, statements: Statements) -> None:
    """Who said what, and which contents are so, where a sentence asks for it."""
    if uses(theory.laws, theory.said, word="said"):
        statements.told()
    if uses(theory.laws, theory.said, word="true"):
        statements.truths()


def _documents(theory: Theory, claims: Claims) -> None:
    """A document lies at its date, for certain."""
    for document in theory.documents:
        for phrase in document.phrases:
            origin = Origin(Sort.DOCUMENT.value, document.id, document.span)
            claims.claim(Holds(Name(document.id), phrase), Basis(Scope(document.id, origin), ()))


def _says(theory: Theory) -> dict[str, tuple[Condition, ...]]:
    """What a denial of a name denies: the readings of a statement, or of an occurrence all that tells of it."""
    found: dict[str, tuple[Condition, ...]] = {}
    for said in theory.said:
        for reading in said.readings:
            for node in walk(reading):
                if isinstance(node, Occurs) and isinstance(node.name, Name):
                    found[node.name.id] = (*found.get(node.name.id, ()), node)
    return found | {said.id: said.readings for said in theory.said}
