"""What giving something up would allow: which conflicts go, stay and come, and what mends the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import Conflict, Explanation, Findings, Repair
from reasoner.ground.ir import Guard, GuardKind
from reasoner.report.asked import Asked
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref
from reasoner.report.members import named
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital, counted, joined, number

_MOST_NEW = 3


@dataclass(frozen=True, slots=True)
class Way:
    """Guards that go together. `whole`: only all of them are what is asked about; else giving up one is giving up it."""

    guards: tuple[Guard, ...]
    whole: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset(guard.name for guard in self.guards)


Left = Mapping[frozenset[str], Sequence[Explanation]]
"""By the names of the guards of a way, what is left of the conflicts and repairs without them."""


def ways(findings: Findings, asked: Asked) -> tuple[Way, ...]:
    """What can be given up of it: of a conflict each member by itself, of a statement its preferred reading apart."""
    conflict = _conflict(findings, asked)
    if conflict is not None:
        return tuple(Way((guard,)) for guard in conflict.members)
    reading = tuple(guard for guard in asked.guards if guard.kind is GuardKind.READING)
    rest = tuple(guard for guard in asked.guards if guard not in reading)
    steps = not asked.through and all(guard.kind is GuardKind.LINK for guard in rest)
    return tuple(Way(guards, whole=len(guards) > 1 and not steps) for guards in (rest, reading) if guards)


def is_known(left: Sequence[Explanation]) -> bool:
    """Whether no limit stopped the search for what is left."""
    return all(part.complete for part in left)


def allowed(findings: Findings, asked: Asked, left: Left) -> Iterator[Block]:
    """Told of each way where it changes anything."""
    if _conflict(findings, asked) is not None:
        yield Heading(2, "What giving up one of them would allow")
        items = [Item((*named(way.guards[0]), ": ", *_gains(findings, way, left))) for way in ways(findings, asked)]
        yield Items(tuple(items))
        return
    told = [way for way in ways(findings, asked) if _changes(findings, way, left)]
    if told:
        supposed = all(guard.kind is GuardKind.ABSENT for guard in asked.guards)
        yield Heading(2, f"What {'supposing it would do' if supposed else 'giving it up would allow'}")
    for way in told:
        alone = way.guards[0].kind is GuardKind.READING and not asked.id.startswith("reading(")
        start: Line = ("If only its preferred reading is given up: ",) if alone else ()
        yield Paragraph((*start, *_gains(findings, way, left)))


def _conflict(findings: Findings, asked: Asked) -> Conflict | None:
    return next((one for one in _conflicts(findings.explanations) if one.id == asked.id), None)


def _conflicts(parts: Sequence[Explanation]) -> list[Conflict]:
    return [conflict for part in parts for conflict in part.conflicts]


def _changes(findings: Findings, way: Way, left: Left) -> bool:
    return _touches(findings.explanations, way.names) or bool(_new(findings, left[way.names]))


# ---------------------------------------------------------------- conflicts


def _gains(findings: Findings, way: Way, left: Left) -> Line:
    """Which conflicts go, how many stay, which come, and what mends the rest."""
    before, after = _conflicts(findings.explanations), left[way.names]
    gone = [one for one in before if way.names.intersection(one.names)]
    stay = len(before) - len(gone)
    cost = sum(guard.cost for guard in way.guards)
    start = f"With nothing of it relied on (cost {cost:,}), " if way.whole else ""
    would = f"{counted(len(gone), 'conflict')} would be gone"
    known = "" if findings.complete else " of those found so far"
    line: Line = (
        *(start, would if start else capital(would)),
        *((", ", *joined([(Ref(one.id),) for one in gone])) if gone else ()),
        f"; {number(stay) if stay else 'none'}{known} would stay. ",
        *_coming(_new(findings, after), [one for one in before if one not in gone]),
    )
    if not is_known(after):
        return (*line, "The search was stopped before all was known that would come.")
    return (*line, *(_rest(after) if way.whole else _repairs(findings, way.names)))


def _new(findings: Findings, after: Sequence[Explanation]) -> list[Conflict]:
    """The conflicts that are left and were none before; where not all were found before, nothing is known of that."""
    before = {one.names for one in _conflicts(findings.explanations)}
    return [one for one in _conflicts(after) if one.names not in before] if findings.complete else []


def _coming(new: Sequence[Conflict], stay: Sequence[Conflict]) -> Line:
    """The conflicts that come, by their members; those that stay may need fewer of them."""
    line: Line = ()
    fresh: list[Line] = []
    for one in new:
        old = next((other for other in stay if set(one.names) < set(other.names)), None)
        if old is None:
            fresh.append(("of ", *(joined([named(guard) for guard in one.members]) or ("what is certain",))))
        else:
            spared = joined([named(guard) for guard in old.members if guard.name not in one.names])
            line = (*line, Ref(old.id), " would be there even without ", *spared, ". ")
    if not fresh:
        return line
    more = f", and {number(len(fresh) - _MOST_NEW)} more" if len(fresh) > _MOST_NEW else ""
    return (f"{capital(counted(len(fresh), 'conflict'))} would be new: ", *joined(fresh[:_MOST_NEW]), f"{more}. ", *line)


# ---------------------------------------------------------------- repairs


def _rest(after: Sequence[Explanation]) -> Line:
    """What mends what is left: of each part its cheapest repair, together."""
    if not _conflicts(after):
        return ("All the rest could then be true together.",)
    if not all(part.repairs for part in after):
        return ("What is certain could not all be so even then.",)
    firsts = [part.repairs[0] for part in after]
    guards = [guard for repair in firsts for guard in repair.gives_up]
    cost = sum(repair.cost for repair in firsts)
    return (f"The cheapest way to mend what is left (cost {cost:,}) is then to ", *brief(guards), ".")


def _repairs(findings: Findings, names: frozenset[str]) -> Line:
    """The repairs of its part that give up one of these."""
    parts = [part for part in findings.explanations if _touches((part,), names)]
    if not findings.complete and not all(part.repairs for part in parts):
        return ("The search was stopped before the repairs were known.",)
    if not parts:
        return ()
    every = [repair for part in parts for repair in part.repairs]
    own = sorted((repair for repair in every if names.intersection(repair.names)), key=_rank)
    known = findings.complete and all(part.count == len(part.repairs) for part in parts)
    if not own:
        return ("No repair gives it up." if known else f"None of the {number(len(every))} cheapest repairs gives it up.",)
    alone = sum(1 for part in findings.explanations if part.conflicts) == 1
    of_part = counted(len(every), "repair") if alone else f"the {counted(len(every), 'repair')} of its part"
    share = f"{capital(number(len(own)))} of {of_part if known else f'the {number(len(every))} cheapest repairs'}"
    verb = "gives" if len(own) == 1 else "give"
    return (f"{share} {verb} it up, the cheapest (cost {own[0].cost:,}): ", *brief(own[0].gives_up), ".")


def _rank(repair: Repair) -> tuple[int, int, tuple[str, ...]]:
    return repair.cost, len(repair.gives_up), repair.names


def _touches(parts: Sequence[Explanation], names: frozenset[str]) -> bool:
    return any(names.intersection(conflict.names) for conflict in _conflicts(parts))
