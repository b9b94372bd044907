"""Where things lie, in words, and what keeps their ends from lying further out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reasoner.explanation.ir import Case, Edge, Findings, Narrowed, Reach
from reasoner.ground.ir import Guard, GuardKind
from reasoner.language.ir import Name
from reasoner.language.rewrite import find
from reasoner.report.chains import Story
from reasoner.report.ir import Block, Heading, Item, Items, Line, Paragraph, Ref, Report
from reasoner.report.members import named
from reasoner.report.points import End
from reasoner.report.repairs import brief
from reasoner.report.sentences import capital, counted, joined, listed
from reasoner.report.summary import STOPPED
from reasoner.report.symbols import shown, symbol
from reasoner.report.telling import Telling, telling_of
from reasoner.times.ir import Window
from reasoner.times.to_words import window_words

_BROKEN = "The dossier cannot all be true. So this is told for its cheapest ways out, apart where they differ in it."
NOTHING = "Even what is certain in the dossier cannot all be so. So nothing can be said of its times."


def windows_report(findings: Findings, found: Sequence[Narrowed], most: int) -> Report:
    """What `reasoner when` tells: thing by thing its window, in each of at most so many cases, with reasons."""
    telling = telling_of(findings)
    blocks: list[Block] = [Heading(1, f"Dossier {findings.theory.dossier.id}: when it was")]
    if not findings.complete:
        blocks.append(Paragraph((STOPPED,)))
    elif not all(one.cases for one in found):
        blocks.append(Paragraph((NOTHING,)))
    else:
        blocks += [Paragraph((_BROKEN,))] if findings.inconsistent else []
        blocks += [block for one in found for block in _thing(one, most, telling)]
    return Report(tuple(blocks))


def _thing(one: Narrowed, most: int, telling: Telling) -> Iterator[Block]:
    """A thing with its windows; ways out in which these are the same are told together."""
    of = symbol(one.thing)
    yield Heading(2, capital(telling.clock.thing(of)), shown(of) if isinstance(of, str) else "")
    alike: dict[tuple[int | None, ...], list[Case]] = {}
    for case in one.cases:
        alike.setdefault(_ticks(case), []).append(case)
    always = [guard for guard in one.cases[0].gives_up if all(guard in case.gives_up for case in one.cases)]
    silenced = [guard for guard in always if isinstance(of, str) and _speaks_of(guard, of, telling)]
    if silenced:
        yield Paragraph(("Here you ", *brief(silenced), ", which speak" if len(silenced) > 1 else ", which speaks", " of it."))
    for cases in alike.values():
        lead = _lead(cases, always) if len(alike) > 1 else ()
        yield Paragraph((*lead, *_sentence(one.thing, cases[0], telling)))
        if items := tuple(_reasons(one.thing, cases[0], telling)):
            yield Items(items)
    if one.more:
        were = f"{counted(most, 'way')} out {'was' if most == 1 else 'were'}"
        yield Paragraph((f"No more than {were} looked at; others that cost as little may leave it in other windows.",))


def _ticks(case: Case) -> tuple[int | None, ...]:
    return tuple(edge.tick for reach in (case.start, case.end) for edge in (reach.earliest, reach.latest))


def _speaks_of(guard: Guard, of: str, telling: Telling) -> bool:
    said = telling.said.get(guard.of)
    return said is not None and any(node.id == of for node in find(said.readings, Name))


def _lead(cases: Sequence[Case], always: Sequence[Guard]) -> Line:
    """The ways out, by what they give up and others do not."""
    ways = [brief([guard for guard in case.gives_up if guard not in always]) or ("leave it at that",) for case in cases]
    return ("If you ", *joined(ways, "or", ";"), ": ")


# ---------------------------------------------------------------- the window


def _sentence(thing: str, case: Case, telling: Telling) -> Line:
    """Such as "It was in April 2012", "It began on 3 May 2021; when it ended is open"."""
    which = telling.clock.point(f"s({thing})")
    if which.end is End.MOMENT or is_whole(case, event=which.of in telling.clock.events):
        return (f"{_side('was', Window(case.start.earliest.tick, case.end.latest.tick), telling)}.",)
    start = _side("began", _window(case.start), telling)
    end = _side("ended", _window(case.end), telling)
    return (f"{start}; {end[:1].lower() + end[1:]}.",)


def is_whole(case: Case, *, event: bool) -> bool:
    """Whether one window tells all: that of an event whose start can lie wherever its end can."""
    same = case.start.earliest.tick == case.end.earliest.tick and case.start.latest.tick == case.end.latest.tick
    return event and same


def _window(reach: Reach) -> Window:
    return Window(reach.earliest.tick, reach.latest.tick)


def _side(verb: str, window: Window, telling: Telling) -> str:
    if window == Window(None, None):
        return f"When it {verb} is open"
    return f"It {verb} {window_words(window, zone=telling.lexicon.zone, clock=telling.lexicon.clock)}"


# ---------------------------------------------------------------- why no further


def _reasons(thing: str, case: Case, telling: Telling) -> Iterator[Item]:
    """For each edge that is told and follows from no other of them: what keeps it there."""
    which = telling.clock.point(f"s({thing})")
    whole = which.end is End.MOMENT or is_whole(case, event=which.of in telling.clock.events)
    start, end = ("", "") if whole else (" start", " end")
    told = [(f"No earlier{start}", case.start.earliest), (f"No later{end}", case.end.latest)]
    if not whole and case.start.latest.tick != case.end.latest.tick:
        told.insert(1, ("No later start", case.start.latest))
    if not whole and case.end.earliest.tick != case.start.earliest.tick:
        told.insert(-1, ("No earlier end", case.end.earliest))
    reasons: dict[Line, list[str]] = {}
    for words, edge in told:
        if edge.tick is not None:
            reasons.setdefault(_reason(edge, telling), []).append(words)
    for reason, sides in reasons.items():
        yield Item((f"{capital(listed([side[:1].lower() + side[1:] for side in sides]))}: ", *reason))


def _reason(edge: Edge, telling: Telling) -> Line:
    """The chain of bounds that ends here, and what it takes besides."""
    rules = frozenset(instance.rule for instance in edge.instances)
    story = Story(telling, tuple(guard.of for guard in edge.by), rules=rules)
    clauses = story.bounding(edge.chains[0]) if len(edge.chains) == 1 and not edge.more_chains else ()
    known = {piece.id for line in clauses for piece in line if isinstance(piece, Ref)}
    besides = [guard for guard in edge.by if guard.of not in known]
    others = joined([_named(guard) for guard in besides])
    if not clauses:
        return ("this follows from ", *others, *_supposed(edge.off), ".") if others else ("this is certain.",)
    return (*joined(clauses, comma=";"), *((", by ", *others) if others else ()), *_supposed(edge.off), ".")


def _named(guard: Guard) -> Line:
    return ("rule ", *named(guard)) if guard.kind is GuardKind.KEEP else named(guard)


def _supposed(off: Sequence[Guard]) -> Line:
    """What has to be given up or supposed for it."""
    return (", if you ", *brief(off)) if off else ()
