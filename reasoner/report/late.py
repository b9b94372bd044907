"""What a broken duty asks for that did happen, and why that does not meet the duty: its times, or what else is asked.

What is told is so wherever the rest of the conflict is relied on. What would meet the duty, but cannot be relied on
together with that rest, is no matter of time; nothing is told of what is taken back there, or said in one reading only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reasoner.dossier.ir import Form
from reasoner.explanation.ir import Conflict
from reasoner.ground.ir import Guard, GuardKind, Instance
from reasoner.language.ir import Name, Occurs
from reasoner.program.terms import quote
from reasoner.report.duty import Candidate, candidates, filled, formula, nobody_says
from reasoner.report.forced import Setting
from reasoner.report.ir import Line, Ref
from reasoner.report.sentences import capital, listed
from reasoner.report.telling import Telling
from reasoner.report.timing import Answer, Miss, Timing
from reasoner.report.words import sentence
from reasoner.times.ir import Window
from reasoner.times.to_words import window_words

_EARLY = frozenset({Miss.BEGAN_EARLY, Miss.ENDED_EARLY})
_LATE = frozenset({Miss.BEGAN_LATE, Miss.ENDED_LATE})
_NEUTRAL = "does not meet the duty."


def late_words(conflict: Conflict, telling: Telling) -> Iterator[Line]:
    """One line for each occurrence of the kind that a duty of this breach asks for, if there is something to say of it."""
    duties = [guard for guard in conflict.members if guard.kind is GuardKind.HONOURED]
    for guard in duties:
        duty = telling.duties.get(guard.name)
        for line in _Breach(conflict, guard, duty, telling).lines() if duty is not None else ():
            start, *rest = line
            if len(duties) == 1:
                yield (capital(str(start)), *rest)
            elif _NEUTRAL not in line:  # of several duties it may meet any, if it does not meet the others
                yield ("As to ", Ref(guard.name), ": ", *line)


@dataclass(frozen=True, slots=True)
class _Breach:
    """A duty, and the conflict whose members it is broken by."""

    conflict: Conflict
    guard: Guard
    duty: Instance
    telling: Telling

    def lines(self) -> Iterator[Line]:
        """Each candidate of which there is something to say, with that."""
        told: dict[str, list[tuple[Line, str]]] = {}
        for one in candidates(self.duty, self.telling):
            told.setdefault(one.name, []).append((self._told(one), one.statement))
        for name, lines in told.items():
            words = list(dict.fromkeys(words for words, _ in lines))
            if () not in words:
                does = words[0] if len(words) == 1 else (_NEUTRAL,)
                yield (f"{self.telling.lexicon.name(name)}{_when(name, self.telling)} ", *does, " ", Ref(lines[0][1]))

    def _told(self, one: Candidate) -> Line:
        """What it does instead of meeting the duty; empty where that is not known."""
        forced = self.telling.forced
        others = frozenset(guard.atom for guard in self.conflict.members if guard is not self.guard)
        holds = forced.atoms.get(f"holds({quote(one.statement)})", 0)
        own = forced.guards_of(holds)
        clash = forced.clash(others, own)
        setting = Setting(forced, others | own | forced.unaffected, clean=clash is None)
        if not setting.value(holds):
            return ()
        answer = self._answer(one, setting)
        missing = self._missing(one)
        if answer.met is False:
            return (f"{self._missed(one, answer)}{', and ' if missing else ''}{missing}.",)
        if clash is not None and answer.met and not one.rest:
            return ("would meet the duty, but cannot be relied on together with the rest of this: ", Ref(clash.id), ".")
        if clash is not None or not forced.complete or (answer.met and not one.rest):
            return ()
        return self._in_time(one, answer, missing)

    def _answer(self, one: Candidate, setting: Setting) -> Answer:
        """What its times come to there."""
        program = self.telling.findings.program
        thing = quote(one.name)
        network = setting.network(dict.fromkeys(f"{end}({term})" for term in (thing, *one.terms.values()) for end in "se"))
        if network is None:
            return Answer(None)
        return Timing(thing, network, program.needs.calendar, one.terms).answer(formula(one, program))

    def _missing(self, one: Candidate) -> str:
        """What else is asked for that nobody says."""
        values = {**one.values, **{var: Name(words) for var, words in self.telling.bindings(self.duty).items()}}
        asked = [
            part
            for part in one.rest
            if isinstance(part, Occurs) and nobody_says(part, one.values, self.telling.findings.theory)
        ]
        told = [sentence(filled(part, values), self.telling.lexicon) for part in asked]
        return f"nobody says that {listed(told)}" if told else ""

    def _missed(self, one: Candidate, answer: Answer) -> str:
        """How it misses its time; an event that misses it on one side comes as a whole too early or too late."""
        if self._is_event(one):
            for side, words in ((_EARLY, "came too early"), (_LATE, "came too late")):
                if answer.misses and answer.misses <= side:
                    return words
        told = [miss.value for miss in Miss if miss in answer.misses]
        return listed(told) or "was at the wrong time"

    def _in_time(self, one: Candidate, answer: Answer, missing: str) -> Line:
        if answer.met and one.times:
            was = "came in time" if self._is_event(one) else "fits in time"
            return (f"{was}, but {missing or 'what else the duty asks for is not met'}.",)
        return (f"does not meet the duty: {missing}." if missing else _NEUTRAL,)

    def _is_event(self, one: Candidate) -> bool:
        return self.telling.lexicon.form(one.predicate) is Form.EVENT


def _when(name: str, telling: Telling) -> str:
    """When it was, if that is stated and fits together."""
    windows = telling.windows
    own = windows.of.get(name, Window(None, None))
    if own.earliest is not None and own.latest is not None and own.earliest > own.latest:
        own = Window(None, None)  # statements contradict each other on it
    return f" ({window_words(own, zone=windows.zone, clock=windows.clock)})" if own != Window(None, None) else ""
