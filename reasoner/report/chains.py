"""A cycle of bounds that cannot all hold, told as what clashes with what.

Each step says `left - right <= ticks`; together they come round to less than nothing. One step is the hinge: a condition
that a rule tests and that the others refute, or else the told length that they miss. The steps before it push the one of
its times down from a date, those after it push the other up from a date; what both do to the hinge is told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reasoner.explanation.ir import PREMISE, Footing, Step
from reasoner.ground.ir import ZERO, Told
from reasoner.program.lengths import tolerance
from reasoner.report.candidates import candidate_of
from reasoner.report.ir import Line, Ref
from reasoner.report.points import End
from reasoner.report.sentences import capital, joined
from reasoner.report.shortfalls import distance_of, is_default
from reasoner.report.telling import Telling
from reasoner.report.terms import distance_words
from reasoner.report.uses import Role
from reasoner.solver.ir import Limit
from reasoner.theory.ir import Said

Chain = Sequence[Step]


@dataclass(frozen=True, slots=True)
class Story:
    """Tells the chains of one finding.

    `members` are the ids of the statements and rules that it rests on, `missed` the tags of lengths whose shortfall is
    told besides. `rules` are those that it is about.
    """

    telling: Telling
    members: tuple[str, ...]
    missed: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()

    def told(self, chain: Chain) -> Line:
        """The chain in a few sentences; empty if it only says that what is supposed is so, or that times are times."""
        place = self._hinge(chain)
        hinge = chain[place]
        others = [other.tag for other in chain if other is not hinge and not self._is_plain(other)]
        if not others or (others == [PREMISE] and self.telling.owners.is_tested(hinge) and not self._is_deadline(hinge)):
            return ()
        if all(
            self._is_plain(step) or (self.telling.owners.is_tested(step) and step.footing is Footing.OPEN) for step in chain
        ):
            return ()
        dated = chain[0].limit.right == ZERO
        lower, upper = tuple(reversed(chain[place + 1 :])), chain[:place]
        told = [
            *self._side(lower, hinge.limit.left, hinge, low=True, dated=dated),
            *self._side(upper, hinge.limit.right, hinge, dated=dated),
        ]
        return (*self._lead(hinge), *_sentences(told), *self._conclusion(chain, place, told))

    def bounding(self, chain: Chain) -> Sequence[Line]:
        """Of a chain that rules a premise about one time out: the bounds that do, from a date to that time, as clauses.

        Who says so alone, where that is a date of this very time. None where it takes something supposed, or is not about the
        premise.
        """
        place = next((nth for nth, step in enumerate(chain) if step.tag == PREMISE), None)
        if place is None or any(step.footing in {Footing.SUPPOSED, Footing.GIVEN, Footing.SHOWN} for step in chain):
            return ()
        steps = [step for step in (*chain[:place], *reversed(chain[place + 1 :])) if not self._is_plain(step)]
        if len(steps) == 1 and (who := self._who(steps[0])):
            first, *rest = who
            return [(first.strip(" ()"), *rest) if isinstance(first, str) else who]
        return [self._clause(step, chain[place]) for step in steps]

    def cases(self, chains: Sequence[Chain]) -> tuple[tuple[str, ...], ...]:
        """For each chain the case that it is about, if it is about one.

        It may lie in an open choice, such as one of several alternatives, by which a bound holds, in what is supposed, or
        else in what rules ask for where that is not so.
        """
        split = any(step.footing is Footing.SUPPOSED for chain in chains for step in chain)
        return tuple(tuple(self._cases(chain, split=split)) for chain in chains)

    def _cases(self, chain: Chain, *, split: bool) -> Iterator[str]:
        for step in chain:
            yield from self.telling.owners.choices(step)
            if step.footing is Footing.SUPPOSED:
                yield str(step.atom)
        if split and any(step.footing is Footing.ASKED for step in chain):
            yield "asked"

    # ------------------------------------------------------------ the hinge

    def _hinge(self, chain: Chain) -> int:
        """The place of the hinge: the condition that is refuted, else one that is told as such, a told length, or the last bound
        between two times.
        """
        refuted = [place for place, step in enumerate(chain) if step.footing is Footing.REFUTED]
        tested = [place for place, step in enumerate(chain) if self.telling.owners.is_tested(step) and not step.tag]
        measured = [place for place, step in enumerate(chain) if step.tag and step.tag != PREMISE]
        between = [place for place, step in enumerate(chain) if self._is_between(step)]
        return next(iter((*refuted, *tested[-1:], *measured, *between[-1:])), len(chain) - 1)

    def _is_between(self, step: Step) -> bool:
        return ZERO not in (step.limit.left, step.limit.right) and not self._is_plain(step) and step.tag != PREMISE

    def _is_plain(self, step: Step) -> bool:
        """That a thing begins no later than it ends, and ends no later than the last of all times, goes without saying."""
        if ZERO in (step.limit.left, step.limit.right):
            return False
        left, right = step.limit.left, step.limit.right
        of_one = left[1:] == right[1:] and left.startswith("s(") and right.startswith("e(")
        return step.limit.ticks == 0 and (of_one or self.telling.clock.point(right).end is End.LAST)

    def _lead(self, hinge: Step) -> Line:
        """What it is shown for: that something which could meet a rule, or lift it, does not."""
        if hinge.footing is not Footing.REFUTED:
            return ()
        found = candidate_of(hinge, self.telling)
        if found is None:
            return ()
        point = self.telling.clock.point(found.point)
        who = joined([(Ref(owner.id),) for owner in found.owners])
        rules = joined([(Ref(rule),) for rule in self._taking_part(found.rules)], "or")
        came = "came" if point.of in self.telling.clock.events else point.end.value
        why = f": it {came} too {'late' if found.too_late else 'early'}. "
        return (capital(point.name), *((" ", *who) if who else ()), f" does not {found.verb} ", *rules, why)

    def _taking_part(self, rules: Iterable[str]) -> list[str]:
        """Those of these rules that the finding is about; all, if it is about none."""
        every = list(rules)
        return [rule for rule in every if rule in self.members or rule in self.rules] or every

    # ------------------------------------------------------------ one side

    def _side(self, steps: Sequence[Step], reached: str, hinge: Step, *, low: bool = False, dated: bool) -> Iterator[Line]:
        """What pushes `reached` up (`low`) or down, and how far, if it takes more than a date; what is supposed comes first."""
        told = [step for step in steps if not self._is_plain(step)]
        supposed = [step for step in told if self._is_supposed(step)]
        clauses = [self._clause(step, hinge) for step in told if step not in supposed]
        yield from ((f"suppose that {self.telling.clock.limit(step.limit)}{self._gloss(step)}",) for step in supposed)
        if len(told) < 2 or not dated:
            yield from [joined(clauses)] if clauses else []
            return
        total = sum(step.limit.ticks for step in steps)
        far = self.telling.clock.dated(reached, *((-total, None) if low else (None, total)))
        yield (*joined(clauses, comma=";"), f", so that {far}") if clauses else (f"then {far}",)

    def _is_supposed(self, step: Step) -> bool:
        """Also what holds by what the finding rests on, but only if something else does not."""
        if step.footing is not Footing.OPEN or self.telling.owners.choices(step):
            return step.tag == PREMISE or step.footing is Footing.SUPPOSED
        return all(owner.id in self.members for owner in self.telling.owners.of(step, self.members))

    def _clause(self, step: Step, hinge: Step) -> Line:
        """One bound in words, on what it stands, and who says so."""
        clock = self.telling.clock
        words = f"{clock.limit(step.limit)}{self._gloss(step)}"
        match step.footing:
            case Footing.GIVEN:
                return (f"if {clock.limit(hinge.limit)}, {words}", *self._who(step), *self._or_else(step))
            case Footing.ASKED:
                rules = self._taking_part(dict.fromkeys(use.rule for use in self.telling.uses.tested(step.atom)))
                asks = (", as ", *joined([(Ref(rule),) for rule in rules]), " asks") if rules else ()
                return (words, *self._who(step), *asks)
            case Footing.SHOWN if not step.tag and self.telling.owners.is_tested(step):
                return (words, *(self._who(step) or (" (as shown)",)))
            case _:
                return (words, *self._who(step))

    def _or_else(self, step: Step) -> Line:
        """The rule that would not apply otherwise."""
        uses = self.telling.uses.of(step.atom) if self.telling.owners.is_tested(step) and not step.tag else ()
        rules = dict.fromkeys(use.rule for use in uses if use.role is Role.APPLIED and use.so)
        return (" (else ", *joined([(Ref(rule),) for rule in rules], "or"), " does not apply)") if rules else ()

    def _gloss(self, step: Step) -> str:
        """The told length that a bound comes from, with its tolerance."""
        if step.told is None:
            return ""
        phrase, good = self._length(step.told, step.tag)
        return f" (“{phrase}”{good})"

    def _length(self, told: Told, tag: str) -> tuple[str, str]:
        """A length as told, and if nobody told its tolerance, how good it is taken to be."""
        far = distance_of(told, self.telling.tags)
        slack = tolerance(far, self.telling.lexicon.clock)
        known = slack is None or not is_default(far) or tag in self.missed
        good = "" if known or slack is None else f", taken as good to {self.telling.clock.length(slack)} either way"
        return distance_words(far), good

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
        widened = self.telling.clock.widened(said.readings, step.limit)
        return (f" (“about”: {widened} was added on either side)",) if widened else ()

    # ------------------------------------------------------------ what comes of it

    def _conclusion(self, chain: Chain, place: int, told: Sequence[Line]) -> Line:
        """What the other steps do to the hinge, and who asks for the contrary; nothing that was `told` in the same words."""
        hinge = chain[place]
        rest = sum(other.limit.ticks for nth, other in enumerate(chain) if nth != place)
        if hinge.tag and hinge.tag != PREMISE and hinge.atom >= 0 and ZERO not in (hinge.limit.left, hinge.limit.right):
            return (f" So {self._distance(hinge.limit, -rest)}; but ", *self._asked(hinge), ".")
        if not self.telling.owners.is_tested(hinge):
            return (" But ", *self._clause(hinge, hinge), ".")
        if self._is_deadline(hinge):
            return (" So the deadline was past when the dossier was reported.",)
        words = self.telling.clock.refuted(hinge.limit)
        so = "" if any(_says(line, words) for line in told) else f" So {words}"
        if hinge.footing is Footing.REFUTED:
            return (f"{so}.",) if so and not (told and self._is_border(hinge)) else ()
        return (f"{so}; but " if so else " But ", *self._clause(hinge, hinge), ".")

    def _is_deadline(self, step: Step) -> bool:
        """Whether a condition, about one time and a date, can only be that a deadline is past."""
        ends = [end for end in (step.limit.left, step.limit.right) if end != ZERO]
        is_date = len(ends) == 1 and self.telling.clock.point(ends[0]).end is not End.NUMBER
        return is_date and self.telling.uses.is_deadline(step.atom)

    def _is_border(self, step: Step) -> bool:
        """Whether where something lies is only asked to know how long months are; what shows it was told as well."""
        return ZERO in (step.limit.left, step.limit.right) and not self.telling.uses.of(step.atom)

    def _distance(self, limit: Limit, least: int) -> str:
        """What `left - right >= least` leaves, told from the earlier of the two to the later."""
        clock = self.telling.clock
        if limit.ticks < 0 and least < 0:
            return f"from {clock.noun(limit.left)} to {clock.noun(limit.right)} {_there('at most', clock.length(-least))}"
        if limit.ticks >= 0 and least > 0:
            return f"from {clock.noun(limit.right)} to {clock.noun(limit.left)} {_there('at least', clock.length(least))}"
        return clock.limit(Limit(limit.right, limit.left, -least))

    def _asked(self, step: Step) -> Line:
        clock = self.telling.clock
        most = (
            f"at least {clock.length(-step.limit.ticks)}"
            if step.limit.ticks < 0
            else f"at most {clock.length(step.limit.ticks)}"
        )
        assert step.told is not None
        phrase, good = self._length(step.told, step.tag)
        who = self.telling.owners.told.get(step.told.tag)
        return (f"“{phrase}”{good}{',' if good else ''} means {most}", *((" ", Ref(who.id)) if who else ()))


def _there(bound: str, length: str) -> str:
    """Such as "there are at most 2 hours", and "there is at most 1 hour"."""
    return f"there {'is' if re.fullmatch('1 [a-z]+|no time', length) else 'are'} {bound} {length}"


def _says(line: Line, words: str) -> bool:
    """Whether a line says this, or ends in that it is so; a longer name may end in a shorter one."""
    plain = _plain_words(line)
    return plain == words.lower() or plain.endswith(f" so that {words.lower()}")


def _plain_words(line: Line) -> str:
    """What a line says, without who says it."""
    return "".join(piece for piece in line if isinstance(piece, str)).strip(" .").lower()


def _sentences(sides: Sequence[Line]) -> Line:
    """Each side as a sentence of its own."""
    found: Line = ()
    for side in sides:
        first = side[0]
        start = capital(first) if isinstance(first, str) else first
        found = (*found, *((" ",) if found else ()), start, *side[1:], ".")
    return found
