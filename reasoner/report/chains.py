"""A cycle of bounds that cannot all hold, told as what clashes with what.

Each step says `left - right <= ticks`; together they come round to less than nothing. One step is the hinge: a condition
that a rule tests and that the others refute, or else the told length that they miss. The steps before it push the one of
its times down from a date, those after it push the other up from a date; what both do to the hinge is told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reasoner.explanation.ir import PREMISE, Step
from reasoner.ground.ir import ZERO
from reasoner.program.ir import Tag
from reasoner.report.ir import Line, Ref
from reasoner.report.points import End
from reasoner.report.sentences import capital, joined
from reasoner.report.shortfalls import distance_of, is_default, phrase_of, tolerance
from reasoner.report.telling import Telling
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Said

Chain = Sequence[Step]


@dataclass(frozen=True, slots=True)
class Story:
    """Tells the chains of one finding.

    `members` are the ids of the statements and rules that it rests on, `missed` the tags of lengths whose shortfall is
    told besides. `due`: what a rule tests of a date is that its deadline was past. `bindings` are those of the rules
    that it is about, by id.
    """

    telling: Telling
    members: tuple[str, ...]
    missed: frozenset[str] = frozenset()
    due: bool = False
    bindings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def told(self, chain: Chain) -> Line:
        """The chain in a few sentences; empty if it only says that what is supposed is so."""
        hinge = self._hinge(chain)
        step = chain[hinge]
        dated = chain[0].limit.right == ZERO
        lower, upper = tuple(reversed(chain[hinge + 1 :])), chain[:hinge]
        sides = [self._side(lower, step.limit.left, low=True, dated=dated), self._side(upper, step.limit.right, dated=dated)]
        if all(self._is_tested(other) or self._is_plain(other) for other in chain):
            return ()  # two tests of the same times that exclude each other: nothing that anybody said
        if self.due and self._is_tested(step) and step.limit.right == ZERO and self._is_date(step.limit):
            return ()  # how late a thing was at least does not bring its deadline about
        if [other.tag for place, other in enumerate(chain) if place != hinge and not self._is_plain(other)] == [PREMISE]:
            return ()
        told = [side for side in sides if side]
        conclusion = self._conclusion(chain, hinge)
        if len(told) == 1 and _plain_words(conclusion) == f"so {_plain_words(told[0])}":
            return _sentences(told)
        return (*_sentences(told), *conclusion)

    def cases(self, chain: Chain) -> tuple[str, ...]:
        """The open choices, such as one of several alternatives, by which its bounds hold."""
        return tuple(case for step in chain for case in self.telling.owners.choices(step))

    # ------------------------------------------------------------ the hinge

    def _hinge(self, chain: Chain) -> int:
        """The place of the hinge: a tested condition, else a told length, else the last bound between two times."""
        tested = [place for place, step in enumerate(chain) if self._is_tested(step)]
        measured = [place for place, step in enumerate(chain) if step.tag and step.tag != PREMISE]
        between = [place for place, step in enumerate(chain) if self._is_between(step)]
        return next(iter((*tested[-1:], *measured, *between[-1:])), len(chain) - 1)

    def _is_tested(self, step: Step) -> bool:
        return step.atom < 0 or self.telling.owners.name(step.atom).startswith("le(")

    def _is_between(self, step: Step) -> bool:
        return ZERO not in (step.limit.left, step.limit.right) and not self._is_plain(step) and step.tag != PREMISE

    def _is_plain(self, step: Step) -> bool:
        """That a thing begins no later than it ends, and ends no later than the last of all times, goes without saying."""
        if ZERO in (step.limit.left, step.limit.right):
            return False
        left, right = (self.telling.clock.point(point) for point in (step.limit.left, step.limit.right))
        if right.end is End.LAST:
            return step.limit.ticks == 0
        return step.limit.ticks == 0 and bool(left.of) and left.of == right.of

    # ------------------------------------------------------------ one side

    def _side(self, steps: Sequence[Step], reached: str, *, low: bool = False, dated: bool) -> Line:
        """What pushes `reached` up (`low`) or down, and how far, if it takes more than a date."""
        clauses = [self._clause(step) for step in steps if not self._is_plain(step)]
        if len(clauses) < 2 or not dated:
            return joined(clauses)
        total = sum(step.limit.ticks for step in steps)
        bounds = (-total, None) if low else (None, total)
        return (*joined(clauses, comma=";"), f", so that {self.telling.clock.dated(reached, *bounds)}")

    def _clause(self, step: Step) -> Line:
        words = self.telling.clock.limit(step.limit)
        if step.tag == PREMISE:
            return (f"suppose that {words}",)
        gloss = self._gloss(step)
        who = self._who(step)
        return (f"{'if ' if self._is_tested(step) else ''}{words}{gloss}", *who)

    def _gloss(self, step: Step) -> str:
        """The told length that a bound comes from, with its tolerance."""
        tag = self.telling.tags.get(step.tag)
        if tag is None:
            return ""
        far = distance_of(tag)
        slack = tolerance(far, self.telling.lexicon.clock, self.bindings.get(tag.owner, {}))
        told = slack is None or not is_default(far) or step.tag in self.missed
        good = "" if told or slack is None else f", taken as good to {self.telling.clock.length(slack)} either way"
        return f" (“{self._phrase(tag)}”{good})"

    def _who(self, step: Step) -> Line:
        """The ids of who says it; of a document, that it is its date; what was widened by `~` says so."""
        pieces: list[str | Ref] = []
        for owner in self.telling.owners.of(step, self.members):
            if owner.what == "document":
                pieces += [" (its date)"]
            else:
                pieces += [" ", Ref(owner.id), *self._about(self.telling.said.get(owner.id), step)]
        return tuple(pieces)

    def _about(self, said: Said | None, step: Step) -> tuple[str, ...]:
        if said is None or ZERO not in (step.limit.left, step.limit.right):
            return ()
        widened = self.telling.clock.widened(said.readings)
        return (f" (“about”: {widened} was added on either side)",) if widened else ()

    # ------------------------------------------------------------ what comes of it

    def _conclusion(self, chain: Chain, hinge: int) -> Line:
        """What the other steps do to the hinge, and who asks for the contrary."""
        step = chain[hinge]
        rest = sum(other.limit.ticks for place, other in enumerate(chain) if place != hinge)
        if step.tag and step.tag != PREMISE and step.atom >= 0:
            return (f" So {self._distance(step.limit, -rest)}; but ", *self._asked(step), ".")
        if not self._is_tested(step):
            return (" But ", *self._clause(step), ".")
        if self.due and self._is_date(step.limit):
            return (" So the deadline was past when the dossier was reported.",)
        says = self.telling.owners.forbidding(step, self.members)
        otherwise: Line = (f"; but {self.telling.clock.limit(step.limit)} ", Ref(says[0].id)) if says else ()
        return (f" So {self.telling.clock.refuted(step.limit)}", *otherwise, ".")

    def _is_date(self, limit: Limit) -> bool:
        """Whether a bound is about one time and a date."""
        ends = [end for end in (limit.left, limit.right) if end != ZERO]
        return len(ends) == 1 and self.telling.clock.point(ends[0]).end is not End.NUMBER

    def _distance(self, limit: Limit, least: int) -> str:
        """What `left - right >= least` leaves, told from the earlier of the two to the later."""
        clock = self.telling.clock
        if limit.ticks < 0 and least < 0:
            return f"from {clock.noun(limit.left)} to {clock.noun(limit.right)} there are at most {clock.length(-least)}"
        if limit.ticks >= 0 and least > 0:
            return f"from {clock.noun(limit.right)} to {clock.noun(limit.left)} there are at least {clock.length(least)}"
        return clock.limit(Limit(limit.right, limit.left, -least))

    def _asked(self, step: Step) -> Line:
        clock = self.telling.clock
        most = (
            f"at least {clock.length(-step.limit.ticks)}"
            if step.limit.ticks < 0
            else f"at most {clock.length(step.limit.ticks)}"
        )
        tag = self.telling.tags[step.tag]
        far = distance_of(tag)
        slack = tolerance(far, self.telling.lexicon.clock, self.bindings.get(tag.owner, {}))
        told = slack is None or not is_default(far) or step.tag in self.missed
        good = "" if told or slack is None else f", taken as good to {clock.length(slack)} either way,"
        who: Line = () if " " in tag.owner else (" ", Ref(tag.owner))  # a content has no id to ask for
        return (f"“{self._phrase(tag)}”{good} means {most}", *who)

    def _phrase(self, tag: Tag) -> str:
        return phrase_of(distance_of(tag), self.bindings.get(tag.owner, {}))


def _plain_words(line: Line) -> str:
    """What a line says, without who says it."""
    return "".join(piece for piece in line if isinstance(piece, str)).strip(" .").lower()


def _sentences(sides: Sequence[Line]) -> Line:
    """Each side as a sentence of its own."""
    found: Line = ()
    for side in sides:
        first = side[0]
        if isinstance(first, str) and first.startswith("if ") and not any("so that" in str(piece) for piece in side[1:]):
            first = f"suppose that {first.removeprefix('if ')}"
        start = capital(first) if isinstance(first, str) else first
        found = (*found, *((" ",) if found else ()), start, *side[1:], ".")
    return found
