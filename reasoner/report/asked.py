"""What `explain` is asked about, and in which findings it takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Explanation, Findings, Inference, Judgement, Step
from reasoner.ground.ir import Guard, GuardKind
from reasoner.program.terms import quote
from reasoner.report.owners import Owners, owners_of
from reasoner.theory.guard_names import entry_of
from reasoner.theory.ir import Said, Theory
from reasoner.theory.selection import law_names

_TOLD = frozenset({Verdict.TENSION, Verdict.CONDITIONAL})
_RULES = frozenset({GuardKind.KEEP, GuardKind.HONOURED})


@dataclass(frozen=True, slots=True)
class Asked:
    """`guards` are those that switch it off; `certain` are the statements and rules of it that no guard switches off.

    `through` are the statements that come through it, where it is a source or a party behind some.
    """

    id: str
    guards: tuple[Guard, ...]
    certain: frozenset[str]
    through: tuple[Said, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Of its guards."""
        return frozenset(guard.name for guard in self.guards)


def known_ids(findings: Findings) -> tuple[str, ...]:
    """Everything that can be asked about, in order of name."""
    theory = findings.theory
    found = {said.id for said in theory.said} | set(_sources(theory)) | {one.id for one in findings.claimed}
    found |= {name for law in theory.laws for name in law_names(law)}
    for part in findings.explanations:
        found |= {conflict.id for conflict in part.conflicts}
        found |= {name for one in part.judgements for name in (one.instance.id, one.instance.rule)}
        found |= {name for conflict in part.conflicts for one in conflict.instances for name in (one.id, one.rule)}
    return tuple(sorted(found.union(name for guard in _guards(findings) for name in (guard.name, guard.of))))


def known_as(findings: Findings, ident: str) -> str | None:
    """By which of `known_ids` this goes: by itself, or what it is a guard of by the entry; None if it is nothing here."""
    known = known_ids(findings)
    return next((name for name in (ident, entry_of(ident)) if name in known), None)


def asked_about(findings: Findings, ident: str) -> Asked:
    """The thing with this id; one of `known_ids`."""
    theory = findings.theory
    all_guards = _guards(findings)
    there = frozenset(guard.name for guard in all_guards)
    chains = Chains(theory)
    is_source = ident in _sources(theory) or f"trust({ident})" in there
    through = tuple(one for one in theory.said if is_source and ident in chains.names(one))
    laws = tuple(law for law in theory.laws if ident in law_names(law))
    wanted = {ident, *(name for one in through for name in chains.guards(one, ident))}
    of = {ident, *(law.id for law in laws)}
    guards = tuple(guard for guard in all_guards if guard.name in wanted or guard.of in of)
    ruling = {guard.of for guard in all_guards if guard.kind in _RULES}
    spoken = (*through, *(one for one in theory.said if one.id == ident))
    certain = {one.id for one in spoken if there.isdisjoint(chains.guards(one))} | {
        law.id for law in laws if law.id not in ruling
    }
    return Asked(ident, guards, frozenset(certain), through)


def concerned(findings: Findings, asked: Asked) -> Findings:
    """The findings in which it takes part, with the repairs that give it up; what is not concerned is left out."""
    using = _Using(asked.certain, owners_of(findings))
    parts = tuple(part for part in (_concerned(part, asked, using) for part in findings.explanations) if _is_told(part))
    claimed = tuple(one for one in findings.claimed if one.id == asked.id)
    return replace(findings, explanations=parts, claimed=claimed)


# ---------------------------------------------------------------- by which guards


def _guards(findings: Findings) -> tuple[Guard, ...]:
    """Each once, in order of name."""
    found = {guard.name: guard for part in findings.parts for guard in part.guards}
    return tuple(found[name] for name in sorted(found))


def _sources(theory: Theory) -> tuple[str, ...]:
    return (*(source for source, _ in theory.trusts), *(party for _, party in theory.parties))


class Chains:
    """Through whom the statements of a theory come; what has no sources is vouched for by the dossier itself."""

    __slots__ = ("_own", "_parties")

    def __init__(self, theory: Theory) -> None:
        self._own = theory.dossier.id
        self._parties = dict(theory.parties)

    def names(self, one: Said) -> frozenset[str]:
        """The sources of its chain, and the parties behind them."""
        return frozenset(name for source in one.chain or (self._own,) for name in self._behind(source))

    def guards(self, one: Said, source: str = "") -> frozenset[str]:
        """The names of the guards that switch it off, whatever the blame; of its steps those of this source or party alone."""
        chain = one.chain or (self._own,)
        steps = {f"link({one.id}, {nth})" for nth, name in enumerate(chain, 1) if source in {"", *self._behind(name)}}
        trusts = {f"trust({self._behind(name)[-1]})" for name in chain if source in {"", *self._behind(name)}}
        return frozenset((f"accept({one.id})", f"absent({one.id})", *steps, *trusts))

    def _behind(self, source: str) -> tuple[str, str]:
        return source, self._parties.get(source, source)


# ---------------------------------------------------------------- where it takes part


@dataclass(frozen=True, slots=True)
class _Using:
    """Finds what is certain, and so no member of anything, in the steps of a finding."""

    ids: frozenset[str]
    owners: Owners

    def conflict(self, conflict: Conflict) -> bool:
        return self._any(conflict.derivations, conflict.chains)

    def judgement(self, judgement: Judgement) -> bool:
        return judgement.verdict in _TOLD and self._any((judgement.derivation,), judgement.chains)

    def _any(self, derivations: Sequence[Sequence[Inference]], chains: Sequence[Sequence[Step]]) -> bool:
        heads = tuple(
            head for one in self.ids for head in (f"fires({quote(one)},", f"given({quote(one)},", f"holds({quote(one)})")
        )
        if not heads:
            return False
        names = (self.owners.name(one.conclusion) for shown in derivations for one in shown)
        owners = (owner for chain in chains for step in chain for owner in self.owners.of(step))
        return any(name.startswith(heads) for name in names) or any(owner.id in self.ids for owner in owners)


def _is_told(part: Explanation) -> bool:
    return bool(part.conflicts or part.judgements or part.readings)


def _concerned(part: Explanation, asked: Asked, using: _Using) -> Explanation:
    conflicts = tuple(one for one in part.conflicts if _in_conflict(one, asked) or using.conflict(one))
    judgements = tuple(one for one in part.judgements if _in_judgement(one, asked) or using.judgement(one))
    repairs = tuple(one for one in part.repairs if asked.names.intersection(one.names))
    readings = tuple(one for one in part.readings if one.statement == asked.id)
    count = len(repairs) if part.count == len(part.repairs) else None
    return replace(part, conflicts=conflicts, judgements=judgements, repairs=repairs, readings=readings, count=count)


def _in_conflict(conflict: Conflict, asked: Asked) -> bool:
    about = {conflict.id, *(name for one in conflict.instances for name in (one.id, one.rule))}
    return asked.id in about or any(guard.name in asked.names for guard in conflict.members)


def _in_judgement(judgement: Judgement, asked: Asked) -> bool:
    """A rule or an instance in itself; all else by what a tension rests on."""
    if asked.id in {judgement.instance.id, judgement.instance.rule}:
        return judgement.instance.id == asked.id or judgement.verdict is not Verdict.NONE
    resting = (guard.name for guards in judgement.rests_on for guard in guards)
    return judgement.verdict in _TOLD and not asked.names.isdisjoint(resting)
