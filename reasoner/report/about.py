"""Everything that one statement, rule, source, conflict or instance takes part in, and what giving it up would allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reasoner.dossier.ir import Verdict
from reasoner.explanation.ir import Conflict, Explanation, Findings, Inference, Judgement, Repair, Step
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.claims import claim_blocks
from reasoner.report.conflicts import conflict_blocks
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref, Report
from reasoner.report.labels import labels, sections
from reasoner.report.members import member, members, named
from reasoner.report.owners import Owners, owners_of
from reasoner.report.readings import reading_blocks
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital, counted, joined, number
from reasoner.report.sources import chain_words
from reasoner.report.summary import STOPPED
from reasoner.report.telling import Telling, telling_of
from reasoner.report.tensions import tension_blocks
from reasoner.theory.ir import Said
from reasoner.theory.selection import law_names

_TOLD = frozenset({Verdict.TENSION, Verdict.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Asked:
    """What `explain` is asked about: its `id`, and the names of the guards that giving it up switches off."""

    id: str
    guards: frozenset[str]


@dataclass(frozen=True, slots=True)
class Using:
    """Finds what is certain, and so no member of anything, in the steps of a finding."""

    id: str
    owners: Owners

    @staticmethod
    def of(findings: Findings, asked: Asked) -> Using:
        return Using("" if asked.guards else asked.id, owners_of(findings))

    def conflict(self, conflict: Conflict) -> bool:
        return self._any(conflict.derivations, conflict.chains)

    def judgement(self, judgement: Judgement) -> bool:
        return judgement.verdict in _TOLD and self._any((judgement.derivation,), judgement.chains)

    def _any(self, derivations: Sequence[Sequence[Inference]], chains: Sequence[Sequence[Step]]) -> bool:
        if not self.id:
            return False
        names = (self.owners.name(one.conclusion) for shown in derivations for one in shown)
        heads = (f'fires("{self.id}",', f'given("{self.id}",', f'holds("{self.id}")')
        owners = (owner for chain in chains for step in chain for owner in self.owners.of(step))
        return any(name.startswith(heads) for name in names) or any(owner.id == self.id for owner in owners)


def known_ids(findings: Findings) -> tuple[str, ...]:
    """Everything that can be asked about, in order of name."""
    theory = findings.theory
    found = {said.id for said in theory.said} | {source for source, _ in theory.trusts} | {one.id for one in findings.claimed}
    found |= {name for law in theory.laws for name in law_names(law)}
    for part in findings.explanations:
        found |= {conflict.id for conflict in part.conflicts}
        found |= {name for one in part.judgements for name in (one.instance.id, one.instance.rule)}
        found |= {name for conflict in part.conflicts for one in conflict.instances for name in (one.id, one.rule)}
    return tuple(sorted(found | {name for part in findings.parts for guard in part.guards for name in (guard.name, guard.of)}))


def asked_about(findings: Findings, ident: str) -> Asked:
    """The thing with this id; one of `known_ids`."""
    names = next((law_names(law) for law in findings.theory.laws if ident in law_names(law)), (ident,))
    through = frozenset(said.id for said in findings.theory.said if ident in said.chain)

    def is_his(guard: Guard) -> bool:
        if guard.kind is GuardKind.ACCEPT and guard.of in through:
            return True
        return guard.name == ident or guard.of in names

    return Asked(ident, frozenset(guard.name for part in findings.parts for guard in part.guards if is_his(guard)))


def concerned(findings: Findings, asked: Asked) -> Findings:
    """The findings in which it takes part, with the repairs that give it up; what is not concerned is left out."""
    using = Using.of(findings, asked)
    parts = tuple(part for part in (_concerned(part, asked, using) for part in findings.explanations) if _is_told(part))
    claimed = tuple(one for one in findings.claimed if one.id == asked.id)
    return replace(findings, explanations=parts, claimed=claimed)


def _is_told(part: Explanation) -> bool:
    return bool(part.conflicts or part.judgements or part.readings)


def _concerned(part: Explanation, asked: Asked, using: Using) -> Explanation:
    conflicts = tuple(one for one in part.conflicts if _in_conflict(one, asked) or using.conflict(one))
    judgements = tuple(one for one in part.judgements if _in_judgement(one, asked) or using.judgement(one))
    repairs = tuple(one for one in part.repairs if asked.guards.intersection(one.names))
    readings = tuple(one for one in part.readings if one.statement == asked.id)
    count = len(repairs) if part.count == len(part.repairs) else None
    return replace(part, conflicts=conflicts, judgements=judgements, repairs=repairs, readings=readings, count=count)


def _in_conflict(conflict: Conflict, asked: Asked) -> bool:
    about = {conflict.id, *(name for one in conflict.instances for name in (one.id, one.rule))}
    return asked.id in about or any(guard.name in asked.guards for guard in conflict.members)


def _in_judgement(judgement: Judgement, asked: Asked) -> bool:
    """A rule or an instance in itself; all else by what a tension rests on."""
    if asked.id in {judgement.instance.id, judgement.instance.rule}:
        return judgement.instance.id == asked.id or judgement.verdict is not Verdict.NONE
    resting = (guard.name for guards in judgement.rests_on for guard in guards)
    return judgement.verdict in _TOLD and not asked.guards.isdisjoint(resting)


def about(findings: Findings, ident: str, *, in_full: bool = False) -> Report:
    """The report on one id, one of `known_ids`; `in_full` as in `Wanted`."""
    telling = telling_of(findings, in_full=in_full)
    asked = asked_about(findings, ident)
    mine = concerned(findings, asked)
    narrowed = replace(telling, findings=mine)
    listed = sections(narrowed, (Verdict.TENSION, Verdict.CONDITIONAL))
    telling.labels.update(labels(narrowed, listed))
    blocks: list[Block] = [Heading(1, _title(ident, telling)), *_what(ident, telling)]
    conflicts = [conflict for part in mine.explanations for conflict in part.conflicts]
    judged = [judgement for section in listed for judgement in section.judgements]
    if not mine.claimed:
        blocks.append(Paragraph((_count(conflicts, judged, complete=findings.complete),)))
    if not findings.complete:
        blocks.append(Paragraph((STOPPED,)))
    for conflict in conflicts:
        blocks += conflict_blocks(conflict, narrowed)
    for judgement in judged:
        blocks += tension_blocks(judgement, narrowed, None)
    blocks += [*_none(mine, ident), *reading_blocks(narrowed), *claim_blocks(narrowed), *_allowed(findings, mine, asked)]
    return Report(tuple(blocks))


def _title(ident: str, telling: Telling) -> str:
    return capital(telling.lexicon.name(ident)) if ident in telling.lexicon.names else ident


# ---------------------------------------------------------------- what it is


def _what(ident: str, telling: Telling) -> Iterator[Block]:
    """What the statement says and who said it, what the rule asks, what comes through the source."""
    findings = telling.findings
    guards = {guard.name: guard for part in findings.parts for guard in part.guards}
    if ident in telling.said:
        said = telling.said[ident]
        guard = next((one for one in guards.values() if one.of == ident and one.kind is GuardKind.ACCEPT), None)
        if guard is not None:
            yield Items(tuple(members((guard,), telling, {})))
        else:
            yield Paragraph((f"{telling.readings(ident)} {_state(said, telling)}",))
    elif (law := next((one for one in telling.rules.laws.values() if ident in law_names(one)), None)) is not None:
        kept = "It can be given up" if law.kept or law.norm else "It is certain"
        yield Paragraph((f"{telling.rules.text(law.id, {})} {'It is not relied on here' if law.off else kept}.",))
    elif any(source == ident for source, _ in findings.theory.trusts):
        through = [(Ref(said.id),) for said in findings.theory.said if ident in said.chain]
        yield Paragraph((f"A source; {counted(len(through), 'statement')} came through it: ", *joined(through), "."))
    elif (guard := next((one for one in guards.values() if ident in (one.name, one.of)), None)) is not None:
        yield Items((member(guard, telling, {}),))


def _state(said: Said, telling: Telling) -> str:
    """Of what is no guard here: who says it, and why it cannot be given up."""
    if said.supposed:
        return "A hypothesis: nobody says so."
    state = "It is not relied on here" if said.off else ("It is certain" if said.certain else "It is not given up alone here")
    return f"{capital(chain_words(said, telling.lexicon))}. {state}."


def _count(conflicts: list[Conflict], judged: list[Judgement], *, complete: bool) -> str:
    """How much it takes part in."""
    if not conflicts and not judged:
        return f"It takes part in no conflict and in no tension{'' if complete else ' that was found so far'}."
    parts = [counted(len(conflicts), "conflict")] if conflicts else []
    tensions = sum(1 for one in judged if one.verdict is Verdict.TENSION)
    parts += [counted(tensions, "tension")] if tensions else []
    rest = len(judged) - tensions
    parts += [f"{counted(rest, 'clash', 'clashes')} after some repairs"] if rest else []
    return f"Told here: {', '.join(parts)}."


def _none(mine: Findings, ident: str) -> Iterator[Block]:
    judgements = (one for part in mine.explanations for one in part.judgements)
    if any(one.verdict is Verdict.NONE and one.instance.id == ident for one in judgements):
        yield Paragraph(("Wherever this rule applies so, it is kept.",))


# ---------------------------------------------------------------- what giving it up would allow


def _allowed(findings: Findings, mine: Findings, asked: Asked) -> Iterator[Block]:
    """Conflicts that go, and the repairs that it is in; of a conflict, what each way out would allow."""
    conflict = next((one for part in mine.explanations for one in part.conflicts if one.id == asked.id), None)
    if conflict is not None:
        yield Heading(2, "What giving up one of them would allow")
        yield Items(tuple(_way_out(guard, findings) for guard in conflict.members))
    elif asked.guards and any(part.conflicts for part in mine.explanations):
        yield Heading(2, "What giving it up would allow")
        yield Paragraph(_gains(findings, asked.guards))


def _way_out(guard: Guard, findings: Findings) -> Item:
    return Item((*named(guard), ": ", *_gains(findings, frozenset({guard.name}))))


def _gains(findings: Findings, names: frozenset[str]) -> Line:
    """Which conflicts go, which stay, and how many repairs give it up."""
    conflicts = [(one, part) for part in findings.explanations for one in part.conflicts]
    gone = [one for one, _ in conflicts if names.intersection(guard.name for guard in one.members)]
    left = len(conflicts) - len(gone)
    refs = joined([(Ref(one.id),) for one in gone])
    line: Line = (f"{capital(counted(len(gone), 'conflict'))} would be gone, ", *refs)
    known = "" if findings.complete else " of those found so far"
    line = (*line, f"; {number(left) if left else 'none'}{known} would stay. ")
    return (*line, *_repairs(findings, names))


def _repairs(findings: Findings, names: frozenset[str]) -> Line:
    """The repairs of its parts that give up one of these."""
    parts = [part for part in findings.explanations if part.repairs and _touches(part, names)]
    every = [repair for part in parts for repair in part.repairs]
    own = sorted((repair for repair in every if names.intersection(repair.names)), key=_rank)
    if not findings.complete and any(not part.repairs and _touches(part, names) for part in findings.explanations):
        return ("The search was stopped before the repairs were known.",)
    known = findings.complete and all(part.count == len(part.repairs) for part in parts)
    if not own:
        return ("No repair gives it up." if known else f"None of the {number(len(every))} cheapest repairs gives it up.",)
    first = own[0]
    share = f"{capital(number(len(own)))} of {counted(len(every), 'repair') if known else f'the {number(len(every))} cheapest repairs'}"
    return (
        f"{share} {'gives' if len(own) == 1 else 'give'} it up, the cheapest (cost {first.cost:,}): ",
        *brief(first.gives_up),
        ".",
    )


def _rank(repair: Repair) -> tuple[int, int, tuple[str, ...]]:
    return repair.cost, len(repair.gives_up), repair.names


def _touches(part: Explanation, names: Iterable[str]) -> bool:
    members = {guard.name for conflict in part.conflicts for guard in conflict.members}
    return not members.isdisjoint(names)
