"""What becomes true where something is said to be so: by a statement, a supposition or the `then` of a rule."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from property import denying, naming, sentences
from property.cases import (
    AnyOf,
    Atom,
    Compare,
    Condition,
    Conditions,
    Content,
    Count,
    Denied,
    Different,
    Holds,
    Initiates,
    Length,
    Not,
    Occurs,
    OfKind,
    Phrase,
    Retracts,
    Rough,
    Same,
    Term,
    Terminates,
    When,
)
from property.formulas import dated, denied_period, end, eq, meaning, negation, split, start
from property.matching import Matching
from property.numbering import within
from property.program import Body, GroundAtom, Instance, Off, Pick, Pos, Program, Time

TARGET = "Target of a denial"


class Saying:
    def __init__(self, matching: Matching, program: Program) -> None:
        self.matching = matching
        self.program = program
        self.case = matching.case
        self.no_more: list[tuple[str, GroundAtom, Count, int]] = []
        parts = (part for rule in self.case.rules for part in (rule.given, rule.unless, rule.never, rule.must))
        self.spans = {one.within: None for part in parts for one in part if isinstance(one, Count)}

    def say(self, owner: str, conditions: Conditions, body: Body, when: When = None) -> None:
        """Where `body` is true, all the conditions are said; `owner` names them and is the name of an unnamed occurrence."""
        said = ("said", owner)
        self.program.rule(said, *body)
        for condition in conditions:
            self._one(owner, said, condition)
        if when is not None:
            occurrence = next(item.name or owner for item in conditions if isinstance(item, Occurs))
            self.program.state(said, dated(occurrence, when, self.case.reported))

    def _one(self, owner: str, said: GroundAtom, condition: Condition) -> None:
        match condition:
            case Occurs():
                self._occurs(owner, said, condition)
            case Holds(subject, phrase):
                self.program.state(said, meaning(subject, phrase, self.case.reported))
            case Not(atom, phrase):
                self._deny(owner, said, atom, phrase)
            case Denied(of):
                self._deny_statement(owner, said, of)
            case Compare():
                self.program.state(said, self.matching.compared(condition, {}).formula)
            case Same(left, right):
                self.program.rule(("same", left, right), Pos(said))
                self.program.rule(("same", right, left), Pos(said))
            case Different(left, right):
                self._deny_identity(owner, said, left, right)
            case OfKind(ref, kind):
                self.program.rule(("kind", ref, kind), Pos(said))
            case Retracts(newer, older):
                self.program.rule(("retracted", older), Pos(said), Pos(("holds", newer)))
            case Initiates(event, atom):
                self._occurs(owner, said, Occurs(atom))
                self.program.rule(("initiated", owner), Pos(said))
                self.program.state(said, eq((start(owner), 0), (end(event), 0)))
            case Terminates(event, state):
                self.program.rule(("ends", event, state), Pos(said))
            case AnyOf(items):
                self._alternative(owner, said, items)
            case Count():
                self._no_more(owner, said, condition)
            case _:
                raise TypeError(condition)

    def _occurs(self, owner: str, said: GroundAtom, condition: Occurs) -> None:
        """ "It gives kind(o, k), role(o, r, v)"; a `fact` is a tuple."""
        atom = condition.atom
        if self.matching.predicates[atom.pred].form == "fact":
            self.program.rule(("fact", atom.pred, *(self._told(owner, said, *arg) for arg in atom.args)), Pos(said))
            return
        name = condition.name or owner
        self.program.rule(("kind", name, atom.pred), Pos(said))
        for role, value in atom.args:
            self.program.rule(("role", name, role, self._told(owner, said, role, value)), Pos(said))
        if condition.phrase:
            self.program.state(said, meaning(name, condition.phrase, self.case.reported))

    def _told(self, owner: str, said: GroundAtom, role: str, term: Term) -> str:
        """ "A number with a tolerance is an unknown of its own, named by statement and role"; it lies in its window."""
        if not isinstance(term, Rough):
            return self._value(term)
        value = naming.told_number(owner, role)
        self.program.state(said, within(value, term))
        return value

    def _value(self, term: Term) -> str:
        """A content is its text: "contents are one iff alike after names are resolved"."""
        if isinstance(term, str):
            return term
        assert isinstance(term, Content)
        text = sentences.term(term, {})
        self.program.contents[text] = term
        for _, inner in term.says.args if isinstance(term.says, Atom) else ():
            self._value(inner)
        return text

    def _alternative(self, owner: str, said: GroundAtom, items: tuple[Conditions, ...]) -> None:
        """ "An alternative: an open choice without a guard of its own, both may be true"."""
        numbers = range(len(items))
        chosen = (frozenset(some) for size in range(1, len(items) + 1) for some in combinations(numbers, size))
        self.program.choices[owner] = tuple(chosen)
        for number, item in enumerate(items):
            self.say(f"{owner}/{number}", item, (Pos(said), Pick(owner, number)))

    def _deny(self, owner: str, said: GroundAtom, atom: Atom, phrase: Phrase | None) -> None:
        """ "It clashes with a p that intersects this period; the clash has no guard"."""
        plain = Atom(atom.pred, tuple((role, self._value(term)) for role, term in atom.args))
        for part in split(phrase):
            self.program.rule(denying.as_atom(plain, part), Pos(said))
        fact = self.matching.predicates[atom.pred].form == "fact"
        for env, body in self.matching.all_of((Occurs(atom, "" if fact else TARGET),), {}):
            if fact:
                self._clash(owner, "fact", (Pos(said), *body))
            else:
                met = denied_period(env[TARGET], phrase)
                self._clash(owner, env[TARGET], (Pos(said), *body, Time(met)))

    def _no_more(self, owner: str, said: GroundAtom, condition: Count) -> None:
        """ "`no S with C`, `at most`, `less than` so many: it clashes with more than that"."""
        least = {"no": 1, "at most": condition.number + 1, "less than": condition.number}[condition.bound]
        self._clash(owner, "fact", (Pos(said), Pos(self.matching.at_least(condition, {}, least))))
        self.no_more.append((owner, said, condition, least))

    def _shorter(self, stated: Length | None) -> list[Length | None]:
        """The spans that rules tell within which so many are so many within the one that is stated."""
        return [span for span in self.spans if stated is None or (span is not None and span.ticks <= stated.ticks)]

    def clash_with_supposed(self) -> None:
        """ "A count is simply met" where it is supposed: a statement that there is no more of the same clashes with that.

        So many within one span are so many, and so many within a longer one.
        """
        for owner, said, condition, least in self.no_more:
            for number in range(1, 8):
                for bound, over in (("at least", 0), ("more than", 1)):
                    for span in self._shorter(condition.within):
                        more = replace(condition, bound=bound, number=number, within=span)
                        name = naming.absent((more,), {})
                        if number + over >= least and name in self.program.guards:
                            self._clash(owner, "fact", (Pos(said), Off(name)))

    def _deny_statement(self, owner: str, said: GroundAtom, of: str) -> None:
        """ "`not s`: for an occurrence, denies that it, or any of the same kind, roles and stated time, took place; for a relation
        of times or an identity, states the complement". A stated date is the period denied (decision 17)."""
        statement = next(statement for statement in self.case.statements if statement.id == of)
        dates = [statement.when] if statement.when is not None else []
        dates += [says.phrase for says in statement.says[1:] if isinstance(says, Holds)]
        assert len(dates) + 1 == len(statement.says) + (statement.when is not None)
        match statement.says[0]:
            case Occurs(atom, _, None):
                self._deny(owner, said, atom, _period(dates))
            case Holds(subject, phrase):
                self.program.state(said, negation(meaning(subject, phrase, self.case.reported)))
            case Same(left, right):
                self._deny_identity(owner, said, left, right)
            case other:
                raise TypeError(other)

    def _deny_identity(self, owner: str, said: GroundAtom, left: str, right: str) -> None:
        if ("same", left, right) in self.matching.known:
            self._clash(owner, f"{left} is {right}", (Pos(said), Pos(("same", left, right))))

    def _clash(self, owner: str, target: str, body: Body) -> None:
        """A denial meeting its content "is an instance of a built-in certain rule"."""
        key = (f"not {owner}", (target,))
        earlier = self.program.instances.get(key)
        given = (*(earlier.given if earlier else ()), body)
        self.program.instances[key] = Instance(key, "", given, lifted=(), wrong=((),))


def _period(dates: list[When]) -> Phrase | None:
    """The one date that a statement tells, as the period that its denial denies."""
    match dates:
        case []:
            return None
        case [Phrase("inside" | "during", moment, negated=False)]:
            return Phrase("during", moment)
        case _:
            raise TypeError(dates)
